extension LoggingModule {
    /// Loggers and the functions of the module.
    static let loggers = WrittenModule(
        #"""
        class Manager(object):
            def __init__(self, root):
                self.root, self.disable, self.loggerDict = root, 0, {}
            def getLogger(self, name):
                if not isinstance(name, str):
                    raise TypeError('A logger name must be a string')
                if name not in self.loggerDict:
                    made = _loggerClass(name)
                    made.manager = self
                    made.parent = self.root
                    for other in list(self.loggerDict.values()):
                        if name.startswith(other.name + '.') and (made.parent is self.root or len(other.name) > len(made.parent.name)):
                            made.parent = other
                    for other in self.loggerDict.values():
                        if other.name.startswith(name + '.') and (other.parent is self.root or len(other.parent.name) < len(name)):
                            other.parent = made
                    self.loggerDict[name] = made
                return self.loggerDict[name]

        _LEVELS = 'debug info warning error critical'.split()
        def _leveled(name, act, isMethod=True):
            level = _numbers[name.upper()]
            if isMethod:
                def call(self, msg, *args, **kwargs):
                    act(self, level, msg, args, kwargs)
            else:
                def call(msg, *args, **kwargs):
                    act(level, msg, args, kwargs)
            call.__name__ = call.__qualname__ = name
            return call

        class Logger(Filterer):
            def __init__(self, name, level=NOTSET):
                Filterer.__init__(self)
                self.name, self.level, self.parent = name, _checkLevel(level), None
                self.propagate, self.handlers, self.disabled = True, [], False
            def setLevel(self, level):
                self.level = _checkLevel(level)
            for _name in _LEVELS:
                locals()[_name] = _leveled(_name, lambda self, level, msg, args, kwargs: (
                    self._log(level, msg, args, **kwargs) if self.isEnabledFor(level) else None))
            warn, fatal = warning, critical
            def exception(self, msg, *args, exc_info=True, **kwargs):
                self.error(msg, *args, exc_info=exc_info, **kwargs)
            def log(self, level, msg, *args, **kwargs):
                if not isinstance(level, int):
                    raise TypeError('level must be an integer')
                if self.isEnabledFor(level):
                    self._log(level, msg, args, **kwargs)
            def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
                record = _recordFactory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
                for key in extra or ():
                    if key in ('message', 'asctime') or key in record.__dict__:
                        raise KeyError('Attempt to overwrite %r in LogRecord' % key)
                    record.__dict__[key] = extra[key]
                return record
            def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
                path, line, function = _place()
                if exc_info:
                    if isinstance(exc_info, BaseException):
                        exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
                    elif not isinstance(exc_info, tuple):
                        exc_info = _sys.exc_info()
                self.handle(self.makeRecord(self.name, level, path, line, msg, args, exc_info, function, extra))
            def handle(self, record):
                if not self.disabled and self.filter(record):
                    self.callHandlers(record)
            def addHandler(self, hdlr):
                if hdlr not in self.handlers:
                    self.handlers.append(hdlr)
            def removeHandler(self, hdlr):
                if hdlr in self.handlers:
                    self.handlers.remove(hdlr)
            def _chain(self):
                logger = self
                while logger:
                    yield logger
                    logger = logger.parent if logger.propagate else None
            def hasHandlers(self):
                return any(logger.handlers for logger in self._chain())
            def callHandlers(self, record):
                found = False
                for logger in self._chain():
                    for handler in logger.handlers:
                        found = True
                        if record.levelno >= handler.level:
                            handler.handle(record)
                if not found and lastResort and record.levelno >= lastResort.level:
                    lastResort.handle(record)
            def getEffectiveLevel(self):
                place = self
                while not place.level and place.parent:
                    place = place.parent
                return place.level or NOTSET
            def isEnabledFor(self, level):
                return not self.disabled and self.manager.disable < level and level >= self.getEffectiveLevel()
            def getChild(self, suffix):
                return self.manager.getLogger(suffix if self.root is self else '.'.join((self.name, suffix)))
            def __repr__(self):
                return '<%s %s (%s)>' % (self.__class__.__name__, self.name, getLevelName(self.getEffectiveLevel()))

        class RootLogger(Logger):
            def __init__(self, level):
                Logger.__init__(self, 'root', level)

        _loggerClass = Logger
        root = RootLogger(WARNING)
        Logger.root = root
        Logger.manager = Manager(root)

        def setLoggerClass(klass):
            global _loggerClass
            _loggerClass = klass

        def getLoggerClass():
            return _loggerClass

        class LoggerAdapter(object):
            def __init__(self, logger, extra=None):
                self.logger, self.extra = logger, extra
            def process(self, msg, kwargs):
                kwargs['extra'] = self.extra
                return msg, kwargs
            for _name in _LEVELS:
                locals()[_name] = _leveled(_name, lambda self, level, msg, args, kwargs: self.log(level, msg, *args, **kwargs))
            def exception(self, msg, *args, exc_info=True, **kwargs):
                self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)
            def log(self, level, msg, *args, **kwargs):
                if self.isEnabledFor(level):
                    msg, kwargs = self.process(msg, kwargs)
                    self.logger.log(level, msg, *args, **kwargs)
            def isEnabledFor(self, level):
                return self.logger.isEnabledFor(level)
            def setLevel(self, level):
                self.logger.setLevel(level)
            def getEffectiveLevel(self):
                return self.logger.getEffectiveLevel()
            def hasHandlers(self):
                return self.logger.hasHandlers()
            name = property(lambda self: self.logger.name)
            def __repr__(self):
                return '<%s %s (%s)>' % (self.__class__.__name__, self.name, getLevelName(self.getEffectiveLevel()))

        def getLogger(name=None):
            return root if not name or isinstance(name, str) and name == root.name else Logger.manager.getLogger(name)

        def basicConfig(**kwargs):
            force = kwargs.pop('force', False)
            handlers, stream, filename = kwargs.pop('handlers', None), kwargs.pop('stream', None), kwargs.pop('filename', None)
            mode, encoding, errors = kwargs.pop('filemode', 'a'), kwargs.pop('encoding', None), kwargs.pop('errors', None)
            if force:
                root.handlers.clear()
            if root.handlers:
                return
            if stream is not None and filename is not None:
                raise ValueError("'stream' and 'filename' should not be specified together")
            if handlers is not None and (stream is not None or filename is not None):
                raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
            if handlers is None:
                handlers = [FileHandler(filename, mode) if filename else StreamHandler(stream)]
            datefmt, style = kwargs.pop('datefmt', None), kwargs.pop('style', '%')
            if style not in _STYLES:
                raise ValueError('Style must be one of: %s' % ','.join(_STYLES.keys()))
            formatter = Formatter(kwargs.pop('format', _STYLES[style][1]), datefmt, style)
            for handler in handlers:
                if handler.formatter is None:
                    handler.setFormatter(formatter)
                root.addHandler(handler)
            level = kwargs.pop('level', None)
            if level is not None:
                root.setLevel(level)
            if kwargs:
                raise ValueError('Unrecognised argument(s): %s' % ', '.join(kwargs.keys()))

        def log(level, msg, *args, **kwargs):
            if not root.handlers:
                basicConfig()
            root.log(level, msg, *args, **kwargs)
        for _name in _LEVELS:
            globals()[_name] = _leveled(_name, lambda level, msg, args, kwargs: log(level, msg, *args, **kwargs), isMethod=False)
        warn, fatal = warning, critical
        def exception(msg, *args, exc_info=True, **kwargs):
            log(ERROR, msg, *args, exc_info=exc_info, **kwargs)
        def disable(level=CRITICAL):
            root.manager.disable = _checkLevel(level)
        def shutdown(handlerList=()):
            pass
        _shown = None
        def _warned(message, category, filename, lineno, file=None, line=None):
            if file is not None:
                return _shown(message, category, filename, lineno, file, line)
            import warnings
            logger = getLogger('py.warnings')
            if not logger.handlers:
                logger.addHandler(NullHandler())
            logger.warning('%s', warnings.formatwarning(message, category, filename, lineno, line))
        def captureWarnings(capture):
            global _shown
            import warnings
            if capture and _shown is None:
                _shown, warnings.showwarning = warnings.showwarning, _warned
            elif not capture and _shown is not None:
                _shown, warnings.showwarning = None, _shown
        """#)

    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "logging")
        module.function(machine, "_place", "") { machine, _ in
            let site = machine.callSite
            return .tuple([.string(machine.programPath), .int(site?.line ?? 0), .string(site?.function ?? "")])
        }
        try written.run(in: module, machine)
        try loggers.run(in: module, machine)
        return module
    }
}

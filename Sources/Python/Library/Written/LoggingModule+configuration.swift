/// What configures loggers by a dictionary, and further handlers.
extension LoggingModule {
    /// `logging.config`, as far as dictionaries configure it.
    static let configuration = WrittenModule(
        #"""
        import logging

        def _resolved(name):
            if not isinstance(name, str):
                return name
            name = name.removeprefix('ext://')
            module, _, attribute = name.rpartition('.')
            return getattr(__import__(module, fromlist=[attribute]), attribute)

        def _made(settings, kind, leave=()):
            settings = {key: value for key, value in settings.items() if key not in leave}
            factory = settings.pop('()', None)
            more = settings.pop('.', {})
            made = _resolved(factory if factory is not None else kind)(**{
                key: _resolved(value) if isinstance(value, str) and value.startswith('ext://') else value for key, value in settings.items()})
            for key, value in more.items():
                setattr(made, key, value)
            return made

        class _Configuring(object):
            """What goes wrong inside is told as the failure to configure that."""
            def __init__(self, what):
                self.what = what
            def __enter__(self):
                pass
            def __exit__(self, kind, error, trace):
                if isinstance(error, Exception) and not isinstance(error, PlaygroundLimit):
                    raise ValueError(f'Unable to configure {self.what}') from error

        def _all_made(config, section, kind, make):
            made = {}
            for name, settings in config.get(section, {}).items():
                with _Configuring(f'{kind} {name!r}'):
                    made[name] = make(settings)
            return made

        def _formatter(settings):
            if '()' in settings:
                return _made(settings, None)
            kind = _resolved(settings.get('class', logging.Formatter))
            return kind(settings.get('format'), settings.get('datefmt'), settings.get('style', '%'))

        def _filter(settings):
            return _made(settings, logging.Filter)

        def _add_filters(to, settings, filters):
            for filter in settings.get('filters', ()):
                to.addFilter(filters[filter] if isinstance(filter, str) else filter)

        def _handler(settings, formatters, filters):
            handler = _made(settings, settings.get('class'), ('class', 'level', 'formatter', 'filters'))
            if settings.get('formatter'):
                handler.setFormatter(formatters[settings['formatter']])
            if settings.get('level') is not None:
                handler.setLevel(settings['level'])
            _add_filters(handler, settings, filters)
            return handler

        def _configure_logger(name, settings, incremental, handlers, filters):
            logger = logging.getLogger(name)
            logger.disabled = False
            if settings.get('level') is not None:
                logger.setLevel(settings['level'])
            if not incremental:
                logger.handlers.clear()
                for handler in settings.get('handlers', ()):
                    if handler not in handlers:
                        raise ValueError(f'Unable to add handler {handler!r}') from KeyError(handler)
                    logger.addHandler(handlers[handler])
                _add_filters(logger, settings, filters)
            if settings.get('propagate') is not None and name:
                logger.propagate = settings['propagate']

        def dictConfig(config):
            if config.get('version') != 1:
                raise ValueError("dictionary doesn't specify a version" if 'version' not in config
                                 else 'Unsupported version: %s' % config['version'])
            incremental = config.get('incremental', False)
            if config.get('disable_existing_loggers', True) and not incremental:
                for logger in logging.root.manager.loggerDict.values():
                    if not any(logger.name == name or logger.name.startswith(name + '.') for name in config.get('loggers', {})):
                        logger.disabled = True
            formatters = _all_made(config, 'formatters', 'formatter', _formatter)
            filters = _all_made(config, 'filters', 'filter', _filter)
            handlers = _all_made(config, 'handlers', 'handler', lambda settings: _handler(settings, formatters, filters))
            for name, handler in handlers.items():
                handler.name = name
            for name, settings in config.get('loggers', {}).items():
                with _Configuring(f'logger {name!r}'):
                    _configure_logger(name, settings, incremental, handlers, filters)
            if 'root' in config:
                with _Configuring('root logger'):
                    _configure_logger('', config['root'], incremental, handlers, filters)

        def fileConfig(fname, *args, **kwargs):
            raise PlaygroundLimit('logging.config.fileConfig() is outside the playground: a program here has no files')
        """#)

    /// `logging.handlers`, as far as nothing outside is needed.
    static let handlers = WrittenModule(
        #"""
        import logging

        class BufferingHandler(logging.Handler):
            def __init__(self, capacity):
                logging.Handler.__init__(self)
                self.capacity, self.buffer = capacity, []
            def shouldFlush(self, record):
                return len(self.buffer) >= self.capacity
            def emit(self, record):
                self.buffer.append(record)
                if self.shouldFlush(record):
                    self.flush()
            def flush(self):
                self.buffer.clear()

        class MemoryHandler(BufferingHandler):
            def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
                BufferingHandler.__init__(self, capacity)
                self.flushLevel, self.target, self.flushOnClose = flushLevel, target, flushOnClose
            def shouldFlush(self, record):
                return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel
            def setTarget(self, target):
                self.target = target
            def flush(self):
                if self.target:
                    for record in self.buffer:
                        self.target.handle(record)
                    self.buffer.clear()

        class QueueHandler(logging.Handler):
            def __init__(self, queue):
                logging.Handler.__init__(self)
                self.queue = queue
            def enqueue(self, record):
                self.queue.put_nowait(record)
            def prepare(self, record):
                record.msg = record.message = self.format(record)
                record.args = record.exc_info = record.exc_text = None
                return record
            def emit(self, record):
                self.enqueue(self.prepare(record))

        class _Outside(logging.Handler):
            def __init__(self, *args, **kwargs):
                raise PlaygroundLimit(f'{type(self).__name__} is outside the playground, which has no files and no network')

        class RotatingFileHandler(_Outside): pass
        class TimedRotatingFileHandler(_Outside): pass
        class WatchedFileHandler(_Outside): pass
        class SysLogHandler(_Outside): pass
        class SMTPHandler(_Outside): pass
        class SocketHandler(_Outside): pass
        class HTTPHandler(_Outside): pass
        """#)
}

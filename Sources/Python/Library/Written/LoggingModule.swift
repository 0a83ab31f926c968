/// The module `logging`: what handlers of the standard streams write goes into the log of the run.
enum LoggingModule {
    /// The whole module, but for where the program is.
    static let written = WrittenModule(
        #"""
        import io as _io
        import re as _re
        import string as _string
        import sys as _sys
        import time as _time
        import traceback as _traceback

        CRITICAL = FATAL = 50
        ERROR, INFO, DEBUG, NOTSET = 40, 20, 10, 0
        WARNING = WARN = 30
        BASIC_FORMAT = '%(levelname)s:%(name)s:%(message)s'
        raiseExceptions = True
        _levels = {50: 'CRITICAL', 40: 'ERROR', 30: 'WARNING', 20: 'INFO', 10: 'DEBUG', 0: 'NOTSET'}
        _numbers = {'CRITICAL': 50, 'FATAL': 50, 'ERROR': 40, 'WARN': 30, 'WARNING': 30, 'INFO': 20, 'DEBUG': 10, 'NOTSET': 0}

        def getLevelName(level):
            found = _levels.get(level)
            if found is None:
                found = _numbers.get(level)
            return f'Level {level}' if found is None else found

        def getLevelNamesMapping():
            return _numbers.copy()

        def addLevelName(level, levelName):
            _levels[level] = levelName
            _numbers[levelName] = level

        def _checkLevel(level):
            if isinstance(level, int):
                return level
            if str(level) != level:
                raise TypeError(f'Level not an integer or a valid string: {level!r}')
            if level not in _numbers:
                raise ValueError(f'Unknown level: {level!r}')
            return _numbers[level]

        class LogRecord(object):
            def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
                now = _time.time()
                if args and len(args) == 1 and hasattr(args[0], 'keys') and args[0]:
                    args = args[0]
                self.name, self.msg, self.args = name, msg, args
                self.levelname, self.levelno = getLevelName(level), level
                self.pathname = pathname
                self.filename = pathname.rpartition('/')[2]
                self.module = self.filename.rpartition('.')[0] or self.filename
                self.exc_info, self.exc_text, self.stack_info = exc_info, None, sinfo
                self.lineno, self.funcName = lineno, func
                self.created = now
                self.msecs = int((now - int(now)) * 1000) + 0.0
                self.relativeCreated = (now - _start) * 1000
                self.thread, self.threadName = 1, 'MainThread'
                self.processName, self.process = 'MainProcess', 1
            def __repr__(self):
                return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'
            def getMessage(self):
                msg = str(self.msg)
                return msg % self.args if self.args else msg

        _start = _time.time()
        _recordFactory = LogRecord

        def setLogRecordFactory(factory):
            global _recordFactory
            _recordFactory = factory

        def getLogRecordFactory():
            return _recordFactory

        def makeLogRecord(dict):
            record = _recordFactory(None, None, '', 0, '', (), None, None)
            record.__dict__.update(dict)
            return record

        class PercentStyle(object):
            default_format, asctime_search = '%(message)s', '%(asctime)'
            _wanted = _re.compile(r'%\(\w+\)[#0+ -]*(\*|\d+)?(\.(\*|\d+))?[diouxefgcrsa%]', _re.I)
            def __init__(self, fmt, *, defaults=None):
                self._fmt, self._defaults = fmt or self.default_format, defaults
            def usesTime(self):
                return self._fmt.find(self.asctime_search) >= 0
            def validate(self):
                if not self._wanted.search(self._fmt):
                    raise ValueError("Invalid format '%s' for '%s' style" % (self._fmt, self.default_format[0]))
            def _values(self, record):
                return {**self._defaults, **record.__dict__} if self._defaults else record.__dict__
            def _format(self, record):
                return self._fmt % self._values(record)
            def format(self, record):
                try:
                    return self._format(record)
                except KeyError as e:
                    raise ValueError(f'Formatting field not found in record: {e}')

        class StrFormatStyle(PercentStyle):
            default_format, asctime_search = '{message}', '{asctime'
            _spec = _re.compile(r'^(.?[<=>^])?[+ -]?#?0?(\d+|{\w+})?[,_]?(\.(\d+|{\w+}))?[bcdefgnosx%]?$', _re.I)
            _field = _re.compile(r'^(\d+|\w+)(\.\w+|\[[^]]+\])*$')
            def validate(self):
                fields = set()
                try:
                    for _, name, spec, conversion in _string.Formatter().parse(self._fmt):
                        if name:
                            if not self._field.match(name):
                                raise ValueError('invalid field name/expression: %r' % name)
                            fields.add(name)
                        if conversion and conversion not in 'rsa':
                            raise ValueError('invalid conversion: %r' % conversion)
                        if spec and not self._spec.match(spec):
                            raise ValueError('bad specifier: %r' % spec)
                except ValueError as e:
                    raise ValueError('invalid format: %s' % e)
                if not fields:
                    raise ValueError('invalid format: no fields')
            def _format(self, record):
                return self._fmt.format(**self._values(record))

        class StringTemplateStyle(PercentStyle):
            default_format, asctime_search = '${message}', '${asctime}'
            def validate(self):
                fields, names = set(), _string.Template.pattern.finditer(self._fmt)
                for match in names:
                    found = match.groupdict()
                    if found['named'] or found['braced']:
                        fields.add(found['named'] or found['braced'])
                    elif match.group(0) == '$':
                        raise ValueError("invalid format: bare '$' not allowed")
                if not fields:
                    raise ValueError('invalid format: no fields')
            def usesTime(self):
                return self._fmt.find('$asctime') >= 0 or self._fmt.find(self.asctime_search) >= 0
            def _format(self, record):
                return _string.Template(self._fmt).substitute(**self._values(record))

        _STYLES = {'%': (PercentStyle, BASIC_FORMAT), '{': (StrFormatStyle, '{levelname}:{name}:{message}'),
                   '$': (StringTemplateStyle, '${levelname}:${name}:${message}')}

        class Formatter(object):
            converter = _time.localtime
            default_time_format, default_msec_format = '%Y-%m-%d %H:%M:%S', '%s,%03d'
            def __init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None):
                if style not in _STYLES:
                    raise ValueError('Style must be one of: %s' % ','.join(_STYLES.keys()))
                self._style = _STYLES[style][0](fmt, defaults=defaults)
                if validate:
                    self._style.validate()
                self._fmt, self.datefmt = self._style._fmt, datefmt
            def formatTime(self, record, datefmt=None):
                moment = self.converter(record.created)
                if datefmt:
                    return _time.strftime(datefmt, moment)
                text = _time.strftime(self.default_time_format, moment)
                return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text
            def formatException(self, ei):
                return ''.join(_traceback.format_exception(ei[0], ei[1], ei[2])).removesuffix('\n')
            def formatStack(self, stack_info):
                return stack_info
            def usesTime(self):
                return self._style.usesTime()
            def formatMessage(self, record):
                return self._style.format(record)
            def format(self, record):
                record.message = record.getMessage()
                if self.usesTime():
                    record.asctime = self.formatTime(record, self.datefmt)
                text = self.formatMessage(record)
                if record.exc_info and not record.exc_text:
                    record.exc_text = self.formatException(record.exc_info)
                for more in (record.exc_text, record.stack_info and self.formatStack(record.stack_info)):
                    if more:
                        text = (text if text.endswith('\n') else text + '\n') + more
                return text

        _defaultFormatter = Formatter()

        class BufferingFormatter(object):
            def __init__(self, linefmt=None):
                self.linefmt = linefmt or _defaultFormatter
            def formatHeader(self, records):
                return ''
            def formatFooter(self, records):
                return ''
            def format(self, records):
                if not records:
                    return ''
                return self.formatHeader(records) + ''.join(map(self.linefmt.format, records)) + self.formatFooter(records)

        class Filter(object):
            def __init__(self, name=''):
                self.name, self.nlen = name, len(name)
            def filter(self, record):
                return not self.nlen or self.name == record.name or record.name.startswith(self.name + '.')

        class Filterer(object):
            def __init__(self):
                self.filters = []
            def addFilter(self, filter):
                if filter not in self.filters:
                    self.filters.append(filter)
            def removeFilter(self, filter):
                if filter in self.filters:
                    self.filters.remove(filter)
            def filter(self, record):
                for f in self.filters:
                    if not (f.filter(record) if hasattr(f, 'filter') else f(record)):
                        return False
                return True

        class Handler(Filterer):
            def __init__(self, level=NOTSET):
                Filterer.__init__(self)
                self._name, self.level, self.formatter = None, _checkLevel(level), None
            def get_name(self):
                return self._name
            def set_name(self, name):
                self._name = name
            name = property(get_name, set_name)
            def createLock(self):
                pass
            acquire = release = flush = close = createLock
            def setLevel(self, level):
                self.level = _checkLevel(level)
            def format(self, record):
                return (self.formatter or _defaultFormatter).format(record)
            def emit(self, record):
                raise NotImplementedError('emit must be implemented by Handler subclasses')
            def handle(self, record):
                passed = self.filter(record)
                if passed:
                    self.emit(record)
                return passed
            def setFormatter(self, fmt):
                self.formatter = fmt
            def handleError(self, record):
                if raiseExceptions:
                    _sys.stderr.write('--- Logging error ---\n' + _traceback.format_exc())
            def __repr__(self):
                return '<%s (%s)>' % (self.__class__.__name__, getLevelName(self.level))

        class StreamHandler(Handler):
            terminator = '\n'
            def __init__(self, stream=None):
                Handler.__init__(self)
                self.stream = _sys.stderr if stream is None else stream
            def flush(self):
                if self.stream and hasattr(self.stream, 'flush'):
                    self.stream.flush()
            def emit(self, record):
                try:
                    self.stream.write(self.format(record) + self.terminator)
                    self.flush()
                except RecursionError:
                    raise
                except Exception:
                    self.handleError(record)
            def setStream(self, stream):
                old, self.stream = self.stream, stream
                return None if stream is old else old
            def __repr__(self):
                name = str(getattr(self.stream, 'name', ''))
                return '<%s %s(%s)>' % (self.__class__.__name__, name + ' ' if name else '', getLevelName(self.level))

        class FileHandler(StreamHandler):
            def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
                raise PlaygroundLimit('logging to a file is outside the playground: a program here has no files')

        class NullHandler(Handler):
            def handle(self, record):
                pass
            emit = handle

        class _StderrHandler(StreamHandler):
            def __init__(self, level=NOTSET):
                Handler.__init__(self, level)
            @property
            def stream(self):
                return _sys.stderr

        lastResort = _StderrHandler(WARNING)
        """#)
}

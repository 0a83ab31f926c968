/// The module `warnings`; what is shown goes into the log of the run.
enum WarningsModule {
    private static let written = WrittenModule(
        #"""
        import re as _re
        import sys as _sys

        filters = [('default', None, DeprecationWarning, '__main__', 0), ('ignore', None, DeprecationWarning, None, 0),
                   ('ignore', None, PendingDeprecationWarning, None, 0), ('ignore', None, ImportWarning, None, 0),
                   ('ignore', None, ResourceWarning, None, 0)]
        defaultaction, onceregistry, _shown = 'default', {}, set()
        _ACTIONS = ('error', 'ignore', 'always', 'default', 'module', 'once')

        class WarningMessage(object):
            def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
                self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
                self.file, self.line, self.source = file, line, source
                self._category_name = category.__name__ if category else None
            def __str__(self):
                return '{message : %r, category : %r, filename : %r, lineno : %s, line : %r}' % (
                    self.message, self._category_name, self.filename, self.lineno, self.line)

        def formatwarning(message, category, filename, lineno, line=None):
            text = f'{filename}:{lineno}: {category.__name__}: {message}\n'
            line = _source(filename, lineno).strip() if line is None else line.strip()
            return text + f'  {line}\n' if line else text

        def showwarning(message, category, filename, lineno, file=None, line=None):
            (file or _sys.stderr).write(formatwarning(message, category, filename, lineno, line))

        def simplefilter(action, category=Warning, lineno=0, append=False):
            assert action in _ACTIONS, 'invalid action: %r' % (action,)
            _insert((action, None, category, None, lineno), append)

        def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
            assert action in _ACTIONS, 'invalid action: %r' % (action,)
            assert isinstance(message, str), 'message must be a string'
            assert isinstance(category, type), 'category must be a class'
            _insert((action, _re.compile(message, _re.I) if message else None, category, _re.compile(module) if module else None, lineno), append)

        def _insert(item, append):
            if item in filters:
                if append:
                    return
                filters.remove(item)
            filters.insert(len(filters) if append else 0, item)
            _shown.clear()

        def resetwarnings():
            filters.clear()
            _shown.clear()

        def warn(message, category=None, stacklevel=1, source=None):
            if isinstance(message, Warning):
                category = type(message)
            elif category is None:
                category = UserWarning
            if not (isinstance(category, type) and issubclass(category, Warning)):
                raise TypeError("category must be a Warning subclass, not '{:s}'".format(type(category).__name__))
            filename, lineno = _place()
            warn_explicit(message, category, filename, lineno, '__main__')

        def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
            text = str(message)
            if not isinstance(message, Warning):
                message = category(message)
            for action, pattern, kind, place, line in filters:
                if (pattern is None or pattern.match(text)) and issubclass(category, kind) and (line == 0 or line == lineno) \
                        and (place is None or (place == module if isinstance(place, str) else place.match(module or ''))):
                    break
            else:
                action = defaultaction
            if action == 'ignore':
                return
            if action == 'error':
                raise message
            key = (text, category, lineno if action == 'default' else None)
            if action != 'always':
                if key in _shown:
                    return
                _shown.add(key)
            _record(message, category, filename, lineno)

        _log = None

        def _record(message, category, filename, lineno):
            if _log is not None:
                _log.append(WarningMessage(message, category, filename, lineno))
            else:
                showwarning(message, category, filename, lineno)

        class catch_warnings(object):
            def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
                self._recorded, self._filter = record, None if action is None else (action, category, lineno, append)
            def __enter__(self):
                global _log
                self._saved = filters[:], _log, showwarning
                _shown.clear()
                if self._filter is not None:
                    simplefilter(*self._filter)
                if self._recorded:
                    _log = []
                    return _log
            def __exit__(self, *exc_info):
                global _log, showwarning
                filters[:], _log, showwarning = self._saved
                _shown.clear()
        """#)

    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "warnings")
        module.function(machine, "_place", "") { machine, _ in
            .tuple([.string(machine.programPath), .int(machine.callSite?.line ?? 0)])
        }
        module.function(machine, "_source", "filename, line") { machine, a in
            guard a[0].asString == machine.programPath, let source = machine.executedSource, let line = a[1].asInt,
                line <= source.lineCount
            else { return "" }
            return .string(source.text(of: source.lineContent(line)))
        }
        try written.run(in: module, machine)
        return module
    }
}

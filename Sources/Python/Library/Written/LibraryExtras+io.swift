extension LibraryExtras {
    /// The rest of `io`.
    static let io = WrittenModule(
        #"""
        class TextIOWrapper(TextIOBase):
            def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
                self.buffer, self.encoding, self.errors = buffer, encoding or 'utf-8', errors or 'strict'
                self._newline, self.line_buffering, self._read = newline, line_buffering, None
            def _text(self):
                if self._read is None:
                    self._read = StringIO(self.buffer.read().decode(self.encoding, self.errors), self._newline)
                return self._read
            def read(self, size=-1, /):
                return self._text().read(size)
            def readline(self, size=-1, /):
                return self._text().readline(size)
            def readlines(self, hint=-1, /):
                return self._text().readlines(hint)
            def __iter__(self):
                return self
            def __next__(self):
                return next(self._text())
            def write(self, text, /):
                if not isinstance(text, str):
                    raise TypeError(f'write() argument must be str, not {type(text).__name__}')
                ending = self._newline
                self.buffer.write((text.replace('\n', ending) if ending in ('\r', '\r\n') else text).encode(self.encoding, self.errors))
                return len(text)
            def writelines(self, lines, /):
                for line in lines:
                    self.write(line)
            def seek(self, cookie, whence=0, /):
                self._read = None
                return self.buffer.seek(cookie, whence)
            def tell(self):
                return self.buffer.tell()
            def flush(self):
                pass
            def detach(self):
                return self.buffer
            def close(self):
                self.buffer.close()
            closed = property(lambda self: self.buffer.closed)
            def readable(self):
                return True
            writable = seekable = readable
            def isatty(self):
                return False
            def __enter__(self):
                return self
            def __exit__(self, *exc):
                self.close()
        TextIOWrapper.__module__ = '_io'
        """#)

    /// `string.Template`.
    static let template = WrittenModule(
        #"""
        import re as _re
        from collections import ChainMap as _ChainMap
        _nothing = {}
        class Template:
            delimiter, idpattern, braceidpattern, flags = '$', r'(?a:[_a-z][_a-z0-9]*)', None, _re.IGNORECASE
            def __init_subclass__(cls):
                super().__init_subclass__()
                pattern = cls.__dict__.get('pattern')
                if pattern is None:
                    sign, braced = _re.escape(cls.delimiter), cls.braceidpattern or cls.idpattern
                    pattern = fr'{sign}(?:(?P<escaped>{sign})|(?P<named>{cls.idpattern})|{{(?P<braced>{braced})}}|(?P<invalid>))'
                cls.pattern = _re.compile(pattern, cls.flags | _re.VERBOSE)
            def __init__(self, template):
                self.template = template
            def _invalid(self, match):
                start = match.start('invalid')
                lines = self.template[:start].splitlines(keepends=True)
                line, column = (len(lines), start - len(''.join(lines[:-1]))) if lines else (1, 1)
                raise ValueError(f'Invalid placeholder in string: line {line}, col {column}')
            def _filled(self, mapping, kws, is_safe):
                names = kws if mapping is _nothing else _ChainMap(kws, mapping) if kws else mapping
                def found(match):
                    name = match.group('named') or match.group('braced')
                    if name is not None:
                        try:
                            return str(names[name])
                        except KeyError:
                            if is_safe:
                                return match.group()
                            raise
                    if match.group('escaped') is not None:
                        return self.delimiter
                    if match.group('invalid') is not None:
                        return match.group() if is_safe else self._invalid(match)
                    raise ValueError('Unrecognized named group in pattern', self.pattern)
                return self.pattern.sub(found, self.template)
            def substitute(self, mapping=_nothing, /, **kws):
                return self._filled(mapping, kws, False)
            def safe_substitute(self, mapping=_nothing, /, **kws):
                return self._filled(mapping, kws, True)
            def is_valid(self):
                return all(match.group('invalid') is None for match in self.pattern.finditer(self.template))
            def get_identifiers(self):
                names = (match.group('named') or match.group('braced') for match in self.pattern.finditer(self.template))
                return list(dict.fromkeys(name for name in names if name is not None))
        Template.__init_subclass__()
        """#)
}

/// The module `traceback` (CPython 3.11 `traceback.py`); it shows the places of the program, not those of its library.
enum TracebackModule {
    private static let written = WrittenModule(
        #"""
        import sys as _sys

        class FrameSummary:
            def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None):
                self.filename, self.lineno, self.name, self.locals = filename, lineno, name, locals
                self._line, self.end_lineno, self.colno, self.end_colno = line, end_lineno, colno, end_colno
            @property
            def line(self):
                if self._line is None:
                    self._line = _source(self.filename, self.lineno)
                return self._line.strip()
            def _values(self):
                return self.filename, self.lineno, self.name, self.line
            def __eq__(self, other):
                if isinstance(other, FrameSummary):
                    return self._values() == other._values()
                return self._values() == other if isinstance(other, tuple) else NotImplemented
            def __getitem__(self, index):
                return self._values()[index]
            def __iter__(self):
                return iter(self._values())
            def __len__(self):
                return 4
            def __repr__(self):
                return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'
            def _text(self):
                text = f'  File "{self.filename}", line {self.lineno}, in {self.name}\n'
                line = self.line
                if not line:
                    return text
                text += f'    {line}\n'
                if self.colno is None or self.end_colno is None:
                    return text
                whole = _source(self.filename, self.lineno)
                start = self.colno
                end = self.end_colno if self.end_lineno == self.lineno else len(whole.rstrip())
                anchors = _anchors(whole[start:end]) if self.end_lineno == self.lineno else None
                if end <= start or anchors is None and end - start >= len(line):
                    return text
                margin = len(whole) - len(whole.lstrip())
                if anchors is None:
                    marks = '^' * (end - start)
                else:
                    left, right = anchors
                    marks = '~' * left + '^' * (right - left) + '~' * (end - start - right)
                return text + '    ' + ' ' * (start - margin) + marks + '\n'

        class StackSummary(list):
            @classmethod
            def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
                return klass(FrameSummary(f.f_code.co_filename, line, f.f_code.co_name) for f, line in frame_gen)
            @classmethod
            def from_list(klass, a_list):
                return klass(f if isinstance(f, FrameSummary) else FrameSummary(f[0], f[1], f[2], line=f[3]) for f in a_list)
            def format_frame_summary(self, frame_summary):
                return frame_summary._text()
            def format(self):
                lines, last, count = [], None, 0
                for frame in self:
                    place = frame.filename, frame.lineno, frame.name
                    count = count + 1 if place == last else 1
                    if place != last and last is not None and repeated > 3:
                        lines.append(_repeats(repeated - 3))
                    last, repeated = place, count
                    if count <= 3:
                        lines.append(self.format_frame_summary(frame))
                if last is not None and repeated > 3:
                    lines.append(_repeats(repeated - 3))
                return lines

        def _repeats(count):
            return f'  [Previous line repeated {count} more time{"s" if count > 1 else ""}]\n'

        def _stack(tb, limit=None):
            frames = StackSummary(FrameSummary(f, n, name, end_lineno=last, colno=start, end_colno=end)
                                  for f, n, name, last, start, end in _entries(tb))
            if limit is not None:
                frames[:] = frames[:limit] if limit >= 0 else frames[limit:]
            return frames

        class TracebackException:
            def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False,
                         max_group_width=15, max_group_depth=10, _seen=None):
                _seen = _seen if _seen is not None else set()
                _seen.add(id(exc_value))
                self.exc_type, self._value, self.stack = exc_type, exc_value, _stack(exc_traceback, limit)
                self.max_group_width, self.max_group_depth = max_group_width, max_group_depth
                self.__suppress_context__ = getattr(exc_value, '__suppress_context__', False)
                self.__notes__ = getattr(exc_value, '__notes__', None)
                def follow(other, is_member=False):
                    if other is None or id(other) in _seen and not is_member:
                        return None
                    return TracebackException(type(other), other, other.__traceback__, limit=limit, max_group_width=max_group_width,
                                              max_group_depth=max_group_depth, _seen=_seen)
                self.__cause__ = follow(getattr(exc_value, '__cause__', None))
                self.__context__ = follow(getattr(exc_value, '__context__', None))
                self.exceptions = [follow(e, True) for e in exc_value.exceptions] if isinstance(exc_value, BaseExceptionGroup) else None
                self._str = _text(exc_value)
            @classmethod
            def from_exception(cls, exc, *args, **kwargs):
                return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)
            def __str__(self):
                return self._str
            def format_exception_only(self):
                name = self.exc_type.__qualname__
                if self.exc_type.__module__ not in ('__main__', 'builtins'):
                    name = f'{self.exc_type.__module__}.{name}'
                yield f'{name}: {self._str}\n' if self._str else f'{name}\n'
                notes = self.__notes__
                if isinstance(notes, (list, tuple)):
                    for note in notes:
                        for line in str(note).split('\n'):
                            yield line + '\n'
                elif notes is not None:
                    yield repr(notes) + '\n'
            def format(self, *, chain=True, _depth=0):
                def within(texts):
                    """What stands inside of a group has a margin."""
                    if not _depth:
                        yield from texts
                    else:
                        yield from ('  ' * _depth + '| ' + line for text in texts for line in text.splitlines(True))
                if chain:
                    if self.__cause__ is not None:
                        yield from self.__cause__.format(_depth=_depth)
                        yield from within(['\nThe above exception was the direct cause of the following exception:\n\n'])
                    elif self.__context__ is not None and not self.__suppress_context__:
                        yield from self.__context__.format(_depth=_depth)
                        yield from within(['\nDuring handling of the above exception, another exception occurred:\n\n'])
                if self.exceptions is not None:
                    yield from self._group(_depth)
                    return
                if self.stack:
                    yield from within(['Traceback (most recent call last):\n', *self.stack.format()])
                yield from within(self.format_exception_only())
            def _group(self, depth):
                top = depth == 0
                indent, margin = '  ' * max(1, depth), '| '
                def marked(lines, sign=None):
                    for text in lines:
                        for position, line in enumerate(text.splitlines(True)):
                            yield indent + (sign if sign and position == 0 else margin) + line
                            sign = None
                head = (['Exception Group Traceback (most recent call last):\n'] + self.stack.format()) if self.stack else []
                lines = list(marked(head, '+ ' if top else None)) + list(marked(self.format_exception_only()))
                yield from lines
                shown = self.exceptions[:self.max_group_width]
                inner = indent + '  '
                for position, exception in enumerate(shown):
                    sign = '+-+' if position == 0 else '  +'
                    yield f"{indent}{sign}---------------- {position + 1} ----------------\n"
                    yield from exception.format(_depth=len(inner) // 2)
                if len(self.exceptions) > len(shown):
                    more = len(self.exceptions) - len(shown)
                    yield f"{inner}+---------------- ... ----------------\n{inner}| and {more} more exception{'s' if more > 1 else ''}\n"
                if not (shown and shown[-1].exceptions):
                    yield f"{inner}+------------------------------------\n"
            def print(self, *, file=None, chain=True):
                (file or _sys.stderr).write(''.join(self.format(chain=chain)))

        def _text(value):
            try:
                return str(value)
            except Exception:
                return f'<exception str() failed>'

        _missing = object()

        def _given(exc, value, tb):
            if value is _missing and tb is _missing:
                return type(exc), exc, getattr(exc, '__traceback__', None)
            if value is _missing or tb is _missing:
                raise ValueError('Both or neither of value and tb must be given')
            return type(value), value, tb

        def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True):
            return list(TracebackException(*_given(exc, value, tb), limit=limit).format(chain=chain))
        def format_exception_only(exc, /, value=_missing):
            value = exc if value is _missing else value
            return list(TracebackException(type(value), value, None).format_exception_only())
        def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
            (file or _sys.stderr).write(''.join(format_exception(exc, value, tb, limit, chain)))
        def format_exc(limit=None, chain=True):
            return ''.join(format_exception(*_sys.exc_info(), limit=limit, chain=chain))
        def print_exc(limit=None, file=None, chain=True):
            print_exception(*_sys.exc_info(), limit=limit, file=file, chain=chain)
        def extract_tb(tb, limit=None):
            return _stack(tb, limit)
        def format_tb(tb, limit=None):
            return _stack(tb, limit).format()
        def print_tb(tb, limit=None, file=None):
            (file or _sys.stderr).write(''.join(format_tb(tb, limit)))
        def extract_stack(f=None, limit=None):
            return _stack(None, limit)
        def format_stack(f=None, limit=None):
            return _stack(None, limit).format()
        def print_stack(f=None, limit=None, file=None):
            (file or _sys.stderr).write(''.join(format_stack(f, limit)))
        def format_list(extracted_list):
            return StackSummary.from_list(extracted_list).format()
        def print_list(extracted_list, file=None):
            (file or _sys.stderr).write(''.join(format_list(extracted_list)))
        def walk_tb(tb):
            while tb is not None:
                yield tb.tb_frame, tb.tb_lineno
                tb = tb.tb_next
        def walk_stack(f):
            while f is not None:
                yield f, f.f_lineno
                f = f.f_back
        def clear_frames(tb):
            pass
        """#)

    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "traceback")
        module.function(machine, "_entries", "traceback") { machine, a in
            let sites = (a[0].asObject as? PyTraceback)?.remainingSites.reversed() ?? []
            return .list(sites.map { entry($0, machine) })
        }
        module.function(machine, "_source", "filename, line") { machine, a in
            guard a[0].asString == machine.programPath, let source = machine.executedSource, let line = a[1].asInt,
                line <= source.lineCount
            else { return "" }
            return .string(source.text(of: source.lineContent(line)))
        }
        module.function(machine, "_anchors", "text") { _, a in anchors(a[0].asString ?? "") }
        try written.run(in: module, machine)
        return module
    }

    /// File, line, function, last line, and the columns where the place begins and ends.
    private static func entry(_ site: CallSite, _ machine: Machine) -> Value {
        guard let source = machine.executedSource, site.range.end <= source.count else {
            return .tuple([.string(machine.programPath), .int(site.line), .string(site.function), .none, .none, .none])
        }
        let (start, end) = (source.position(at: site.range.start), source.position(at: site.range.end))
        return .tuple([
            .string(machine.programPath), .int(site.line), .string(site.function), .int(end.line), .int(start.column - 1),
            .int(end.column - 1),
        ])
    }

    /// Where the operator of a binary operation, or the brackets of a subscript, begin and end in a text; `None` for anything else.
    private static func anchors(_ text: String) -> Value {
        guard let tree = try? Parser.parseExpression(SourceText(text)) else { return .none }
        let characters = Array(text.unicodeScalars)
        func position(_ offset: Int) -> Int { String(decoding: text.utf8.prefix(offset), as: UTF8.self).unicodeScalars.count }
        switch tree.kind {
        case .binaryOperation(let operation):
            let space = { (character: Unicode.Scalar) in character.properties.isWhitespace }
            let between = characters[position(operation.left.range.end)..<position(operation.right.range.start)]
            let gap = between.prefix(while: space).count
            // CPython goes on among characters from where it stands among bytes.
            var start = operation.left.range.end + gap
            let isDouble = between.dropFirst(gap + 1).first.map { !space($0) } ?? false
            while start < characters.count, space(characters[start]) || ")#".unicodeScalars.contains(characters[start]) { start += 1 }
            return .tuple([.int(position(start)), .int(position(start + (isDouble ? 2 : 1)))])
        case .subscript(let item): return .tuple([.int(position(item.brackets.start)), .int(position(item.brackets.end))])
        default: return .none
        }
    }
}

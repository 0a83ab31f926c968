/// `pprint`: values over several lines where they are wide.
enum PprintModule {
    /// The module.
    static let written = WrittenModule(
        #"""
        import dataclasses as _dataclasses, re as _re, sys as _sys, types as _types
        from collections import OrderedDict as _OrderedDict, defaultdict as _defaultdict, Counter as _Counter, deque as _deque

        class _Key:
            """An order for what has none of its own."""
            __slots__ = ('value',)
            def __init__(self, value):
                self.value = value
            def __lt__(self, other):
                try:
                    return self.value < other.value
                except TypeError:
                    return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))

        def _recursion(value):
            return f'<Recursion on {type(value).__name__} with id={id(value)}>'

        class PrettyPrinter:
            def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
                for wrong, problem in ((int(indent) < 0, 'indent must be >= 0'), (depth is not None and depth <= 0, 'depth must be > 0'),
                                         (not int(width), 'width must be != 0')):
                    if wrong:
                        raise ValueError(problem)
                self._step, self._width, self._depth, self._stream = int(indent), int(width), depth, stream
                self._compact, self._sorts, self._groups = bool(compact), sort_dicts, underscore_numbers
            def pprint(self, object):
                stream = _sys.stdout if self._stream is None else self._stream
                if stream is not None:
                    stream.write(self.pformat(object) + '\n')
            def pformat(self, object):
                out = []
                self._lay(object, out.append, 0, 0, set(), 0)
                return ''.join(out)
            def isrecursive(self, object):
                return self._short(object, set(), 0)[2]
            def isreadable(self, object):
                _, readable, recursive = self._short(object, set(), 0)
                return readable and not recursive
            def format(self, object, context, maxlevels, level):
                return self._short(object, set(context), level)

            # One line

            def _short(self, value, around, level):
                kind = type(value)
                if kind is int and self._groups:
                    return f'{value:_d}', True, False
                keyed = issubclass(kind, dict) and kind.__repr__ is dict.__repr__
                row = kind.__repr__ in (list.__repr__, tuple.__repr__) and issubclass(kind, (list, tuple))
                if not keyed and not row:
                    text = repr(value)
                    return text, bool(text) and not text.startswith('<'), False
                opening, closing = '{}' if keyed else '[]' if issubclass(kind, list) else '()'
                if not value:
                    return opening + closing, True, False
                if self._depth and level >= self._depth:
                    return opening + '...' + (',' if opening == '(' and len(value) == 1 else '') + closing, False, False
                if id(value) in around:
                    return _recursion(value), False, True
                around.add(id(value))
                parts, readable, recursive = [], True, False
                for item in self._pairs(value) if keyed else value:
                    texts = []
                    for part in item if keyed else (item,):
                        text, reads, recurs = self._short(part, around, level + 1)
                        texts.append(text)
                        readable, recursive = readable and reads, recursive or recurs
                    parts.append(': '.join(texts))
                around.discard(id(value))
                if opening == '(' and len(parts) == 1:
                    closing = ',)'
                return opening + ', '.join(parts) + closing, readable, recursive
            def _pairs(self, table):
                return sorted(table.items(), key=lambda pair: (_Key(pair[0]), _Key(pair[1]))) if self._sorts else table.items()

            # Several lines

            def _lay(self, value, write, column, after, around, level):
                if id(value) in around:
                    return write(_recursion(value))
                text = self._short(value, set(around), level)[0]
                if len(text) > self._width - column - after:
                    layout = self._layouts.get(type(value).__repr__)
                    if layout is None and _dataclasses.is_dataclass(value) and not isinstance(value, type) \
                            and value.__dataclass_params__.repr and '__repr__' in type(value).__dict__ \
                            and getattr(type(value).__repr__, '__wrapped__', None) is None and not hasattr(type(value).__repr__, '__code__'):
                        layout = PrettyPrinter._dataclass
                    if layout is not None:
                        around.add(id(value))
                        layout(self, value, write, column, after, around, level + 1)
                        around.discard(id(value))
                        return
                write(text)
            def _dict(self, value, write, column, after, around, level):
                write('{' + ' ' * (self._step - 1))
                self._entries(self._pairs(value), write, column, after + 1, around, level)
                write('}')
            def _entries(self, pairs, write, column, after, around, level):
                pairs, column = list(pairs), column + self._step
                for number, (key, value) in enumerate(pairs, 1):
                    text = self._short(key, set(around), level)[0] + ': '
                    write(text)
                    self._lay(value, write, column + len(text), after if number == len(pairs) else 1, around, level)
                    if number < len(pairs):
                        write(',\n' + ' ' * column)
            def _fields(self, pairs, write, column, after, around, level):
                pairs = list(pairs)
                for number, (name, value) in enumerate(pairs, 1):
                    write(name + '=')
                    if id(value) in around:
                        write('...')
                    else:
                        self._lay(value, write, column + len(name) + 1, after if number == len(pairs) else 1, around, level)
                    if number < len(pairs):
                        write(',\n' + ' ' * column)
            def _row(self, values, write, column, after, around, level):
                values, column = list(values), column + self._step
                write(' ' * (self._step - 1))
                line, room, pending = ',\n' + ' ' * column, self._width - column + 1, ''
                left = room
                for number, value in enumerate(values, 1):
                    last = number == len(values)
                    if last:
                        room, left = room - after, left - after
                    if self._compact:
                        text = self._short(value, set(around), level)[0]
                        need = len(text) + 2
                        if left < need:
                            left, pending = room, line if pending else pending
                        if left >= need:
                            left -= need
                            write(pending + text)
                            pending = ', '
                            continue
                    write(pending)
                    pending = line
                    self._lay(value, write, column, after if last else 1, around, level)
            def _list(self, value, write, column, after, around, level):
                write('[')
                self._row(value, write, column, after + 1, around, level)
                write(']')
            def _tuple(self, value, write, column, after, around, level):
                closing = ',)' if len(value) == 1 else ')'
                write('(')
                self._row(value, write, column, after + len(closing), around, level)
                write(closing)
            def _set(self, value, write, column, after, around, level):
                if not value:
                    return write(repr(value))
                name = '' if type(value) is set else type(value).__name__
                opening, closing = (name + '({', '})') if name else ('{', '}')
                write(opening)
                self._row(sorted(value, key=_Key), write, column + (len(name) + 1 if name else 0), after + len(closing), around, level)
                write(closing)
            def _str(self, value, write, column, after, around, level):
                if not value:
                    return write(repr(value))
                lines, pieces = value.splitlines(True), []
                if level == 1:
                    column, after = column + 1, after + 1
                room = self._width - column
                for number, line in enumerate(lines, 1):
                    end = after if number == len(lines) else 0
                    if len(repr(line)) <= room - end:
                        pieces.append(repr(line))
                        continue
                    words, current = _re.findall(r'\S*\s*', line)[:-1], ''
                    for place, word in enumerate(words, 1):
                        if len(repr(current + word)) > room - (end if place == len(words) else 0):
                            if current:
                                pieces.append(repr(current))
                            current = word
                        else:
                            current += word
                    if current:
                        pieces.append(repr(current))
                if len(pieces) == 1:
                    return write(pieces[0])
                text = ('\n' + ' ' * column).join(pieces)
                write(f'({text})' if level == 1 else text)
            def _called(self, value, write, column, body):
                name = type(value).__name__
                write(name + '(')
                body(column + len(name) + 1)
                write(')')
            def _ordered(self, value, write, column, after, around, level):
                if not value:
                    return write(repr(value))
                self._called(value, write, column, lambda column: self._list(
                    list(value.items()), write, column, after + 1, around, level))
            def _default(self, value, write, column, after, around, level):
                if not value:
                    return write(repr(value))
                factory = self._short(value.default_factory, set(around), level)[0]
                column += len(type(value).__name__) + 1
                write(f'{type(value).__name__}({factory},\n' + ' ' * column)
                self._dict(value, write, column, after + 1, around, level)
                write(')')
            def _counter(self, value, write, column, after, around, level):
                if not value:
                    return write(repr(value))
                write(type(value).__name__ + '({' + ' ' * (self._step - 1))
                self._entries(value.most_common(), write, column + len(type(value).__name__) + 1, after + 2, around, level)
                write('})')
            def _queue(self, value, write, column, after, around, level):
                if not value:
                    return write(repr(value))
                column += len(type(value).__name__) + 1
                write(type(value).__name__ + '([')
                end = '])' if value.maxlen is None else f'],\n{" " * column}maxlen={value.maxlen})'
                self._row(value, write, column, after + 2 if value.maxlen is None else 2, around, level)
                write(end)
            def _namespace(self, value, write, column, after, around, level):
                name = 'namespace' if type(value) is _types.SimpleNamespace else type(value).__name__
                write(name + '(')
                self._fields(vars(value).items(), write, column + len(name) + 1, after, around, level)
                write(')')
            def _dataclass(self, value, write, column, after, around, level):
                name = type(value).__name__
                write(name + '(')
                shown = [(f.name, getattr(value, f.name)) for f in _dataclasses.fields(value) if f.repr]
                self._fields(shown, write, column + len(name) + 1, after, around, level)
                write(')')
            _layouts = {
                dict.__repr__: _dict, list.__repr__: _list, tuple.__repr__: _tuple, set.__repr__: _set, frozenset.__repr__: _set,
                str.__repr__: _str, _OrderedDict.__repr__: _ordered, _defaultdict.__repr__: _default, _Counter.__repr__: _counter,
                _deque.__repr__: _queue, _types.SimpleNamespace.__repr__: _namespace,
            }

        def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
            PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                          underscore_numbers=underscore_numbers).pprint(object)
        def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
            return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                                 underscore_numbers=underscore_numbers).pformat(object)
        def pp(object, *args, sort_dicts=False, **kwargs):
            pprint(object, *args, sort_dicts=sort_dicts, **kwargs)
        def saferepr(object):
            return PrettyPrinter()._short(object, set(), 0)[0]
        def isreadable(object):
            return PrettyPrinter().isreadable(object)
        def isrecursive(object):
            return PrettyPrinter().isrecursive(object)
        """#)
}

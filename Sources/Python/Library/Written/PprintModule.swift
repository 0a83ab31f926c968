/// The module `pprint`.
enum PprintModule {
    /// The whole module.
    static let written = WrittenModule(
        #"""
        import collections as _collections
        import dataclasses as _dataclasses
        import re as _re
        import types as _types
        from io import StringIO as _StringIO

        def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
            PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                          underscore_numbers=underscore_numbers).pprint(object)

        def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
            return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                                 underscore_numbers=underscore_numbers).pformat(object)

        def pp(object, *args, sort_dicts=False, **kwargs):
            pprint(object, *args, sort_dicts=sort_dicts, **kwargs)

        def saferepr(object):
            return PrettyPrinter()._safe(object, {}, None, 0)[0]

        def isreadable(object):
            return PrettyPrinter().isreadable(object)

        def isrecursive(object):
            return PrettyPrinter().isrecursive(object)

        class _Key:
            "Orders keys that do not compare by their types and addresses."
            __slots__ = ('key',)
            def __init__(self, key):
                self.key = key
            def __lt__(self, other):
                try:
                    return self.key < other.key
                except TypeError:
                    return (str(type(self.key)), id(self.key)) < (str(type(other.key)), id(other.key))

        def _pair(item):
            return _Key(item[0]), _Key(item[1])

        class PrettyPrinter:
            def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
                indent, width = int(indent), int(width)
                if indent < 0:
                    raise ValueError('indent must be >= 0')
                if depth is not None and depth <= 0:
                    raise ValueError('depth must be > 0')
                if not width:
                    raise ValueError('width must be != 0')
                self._indent, self._width, self._depth, self._stream = indent, width, depth, stream
                self._compact, self._sort_dicts, self._underscore_numbers = bool(compact), sort_dicts, underscore_numbers

            def pprint(self, object):
                print(self.pformat(object), file=self._stream)

            def pformat(self, object):
                out = []
                self._format(object, out, 0, 0, {}, 0)
                return ''.join(out)

            def isrecursive(self, object):
                return self.format(object, {}, 0, 0)[2]

            def isreadable(self, object):
                text, readable, recursive = self.format(object, {}, 0, 0)
                return readable and not recursive

            def format(self, object, context, maxlevels, level):
                return self._safe(object, context, maxlevels, level)

            def _format(self, object, out, indent, allowance, context, level):
                if id(object) in context:
                    out.append(_recursion(object))
                    return
                text = self.format(object, context.copy(), self._depth, level)[0]
                room = self._width - indent - allowance
                if len(text) > room:
                    writer = self._writer(object)
                    if writer is not None:
                        context[id(object)] = 1
                        writer(object, out, indent, allowance, context, level + 1)
                        del context[id(object)]
                        return
                out.append(text)

            def _writer(self, object):
                kind = type(object)
                shape = kind.__repr__
                if shape is dict.__repr__:
                    return self._dict
                if shape is _collections.OrderedDict.__repr__:
                    return self._ordered
                if shape is list.__repr__:
                    return lambda *a: self._sequence('[', ']', *a)
                if shape is tuple.__repr__:
                    return lambda o, *a: self._sequence('(', ',)' if len(o) == 1 else ')', o, *a)
                if shape is set.__repr__ or shape is frozenset.__repr__:
                    return self._set
                if shape is str.__repr__:
                    return self._str
                if shape is bytes.__repr__:
                    return self._bytes
                if shape is _types.SimpleNamespace.__repr__:
                    return self._namespace
                if kind is _collections.deque and object.maxlen is None:
                    return lambda o, out, indent, allowance, *a: self._wrapped('deque(', ')', list(o), out, indent, allowance, *a)
                if kind is _collections.defaultdict:
                    return self._default
                if kind is _collections.Counter:
                    return self._counter
                if _dataclasses.is_dataclass(object) and not isinstance(object, type) and not isinstance(shape, _types.FunctionType):
                    return self._dataclass
                return None

            def _wrapped(self, head, tail, object, out, indent, allowance, context, level):
                out.append(head)
                self._format(object, out, indent + len(head), allowance + len(tail), context, level)
                out.append(tail)

            def _dict(self, object, out, indent, allowance, context, level):
                out.append('{')
                if self._indent > 1:
                    out.append((self._indent - 1) * ' ')
                items = sorted(object.items(), key=_pair) if self._sort_dicts else list(object.items())
                if items:
                    inner = indent + self._indent
                    for position, (key, value) in enumerate(items):
                        last = position == len(items) - 1
                        text = self.format(key, context, self._depth, level)[0]
                        out.append(text + ': ')
                        self._format(value, out, inner + len(text) + 2, allowance + 1 if last else 1, context, level)
                        if not last:
                            out.append(',\n' + ' ' * inner)
                out.append('}')

            def _ordered(self, object, out, indent, allowance, context, level):
                if not object:
                    out.append(repr(object))
                    return
                name = type(object).__name__
                out.append(name + '(')
                self._sequence('[', ']', list(object.items()), out, indent + len(name) + 1, allowance + 1, context, level)
                out.append(')')

            def _sequence(self, head, tail, object, out, indent, allowance, context, level):
                out.append(head)
                self._items(object, out, indent, allowance + len(tail), context, level)
                out.append(tail)

            def _set(self, object, out, indent, allowance, context, level):
                if not object:
                    out.append(repr(object))
                    return
                head, tail = ('{', '}') if type(object) is set else (type(object).__name__ + '({', '})')
                out.append(head)
                self._items(sorted(object, key=_Key), out, indent + len(head) - 1, allowance + len(tail), context, level)
                out.append(tail)

            def _items(self, items, out, indent, allowance, context, level):
                indent += self._indent
                if self._indent > 1:
                    out.append((self._indent - 1) * ' ')
                separator, first, room = ',\n' + ' ' * indent, '', self._width - indent + 1
                left = room
                items = list(items)
                for position, item in enumerate(items):
                    last = position == len(items) - 1
                    if last:
                        room -= allowance
                        left -= allowance
                    if self._compact:
                        text = self.format(item, context, self._depth, level)[0]
                        size = len(text) + 2
                        if left < size:
                            left = room
                            if first:
                                first = separator
                        if left >= size:
                            left -= size
                            out.append(first + text)
                            first = ', '
                            continue
                    out.append(first)
                    first = separator
                    self._format(item, out, indent, allowance if last else 1, context, level)

            def _str(self, object, out, indent, allowance, context, level):
                if not object:
                    out.append(repr(object))
                    return
                chunks, lines = [], object.splitlines(True)
                if level == 1:
                    indent += 1
                    allowance += 1
                room = most = self._width - indent
                for position, line in enumerate(lines):
                    text = repr(line)
                    if position == len(lines) - 1:
                        room -= allowance
                    if len(text) <= room:
                        chunks.append(text)
                        continue
                    parts = _re.findall(r'\S*\s*', line)[:-1]
                    most, current = self._width - indent, ''
                    for place, part in enumerate(parts):
                        candidate = current + part
                        limit = most
                        if place == len(parts) - 1 and position == len(lines) - 1:
                            limit -= allowance
                        if len(repr(candidate)) > limit:
                            if current:
                                chunks.append(repr(current))
                            current = part
                        else:
                            current = candidate
                    if current:
                        chunks.append(repr(current))
                if len(chunks) == 1:
                    out.append(chunks[0])
                    return
                text = ('\n' + ' ' * indent).join(chunks)
                out.append('(' + text + ')' if level == 1 else text)

            def _bytes(self, object, out, indent, allowance, context, level):
                if len(object) <= 4:
                    out.append(repr(object))
                    return
                parens = level == 1
                if parens:
                    indent += 1
                    allowance += 1
                    out.append('(')
                width, last, current, between = self._width - indent, len(object) // 4 * 4, b'', ''
                for start in range(0, len(object), 4):
                    part = object[start:start + 4]
                    candidate = current + part
                    if start == last:
                        width -= allowance
                    if len(repr(candidate)) > width:
                        if current:
                            out.append(between + repr(current))
                            between = '\n' + ' ' * indent
                        current = part
                    else:
                        current = candidate
                if current:
                    out.append(between + repr(current))
                if parens:
                    out.append(')')

            def _default(self, object, out, indent, allowance, context, level):
                if not object:
                    out.append(repr(object))
                    return
                factory = self.format(object.default_factory, context, self._depth, level)[0]
                name = type(object).__name__
                indent += len(name) + 1
                out.append(f'{name}({factory},\n{" " * indent}')
                self._dict(object, out, indent, allowance + 1, context, level)
                out.append(')')

            def _counter(self, object, out, indent, allowance, context, level):
                if not object:
                    out.append(repr(object))
                    return
                name = type(object).__name__
                out.append(name + '({')
                if self._indent > 1:
                    out.append((self._indent - 1) * ' ')
                self._pairs(object.most_common(), out, indent + len(name) + 1, allowance + 2, context, level)
                out.append('})')

            def _pairs(self, items, out, indent, allowance, context, level):
                inner = indent + self._indent
                for position, (key, value) in enumerate(items):
                    last = position == len(items) - 1
                    text = self.format(key, context, self._depth, level)[0]
                    out.append(text + ': ')
                    self._format(value, out, inner + len(text) + 2, allowance if last else 1, context, level)
                    if not last:
                        out.append(',\n' + ' ' * inner)

            def _fields(self, items, out, indent, allowance, context, level):
                for position, (name, value) in enumerate(items):
                    last = position == len(items) - 1
                    out.append(name + '=')
                    if id(value) in context:
                        out.append('...')
                    else:
                        self._format(value, out, indent + len(name) + 1, allowance if last else 1, context, level)
                    if not last:
                        out.append(',\n' + ' ' * indent)

            def _namespace(self, object, out, indent, allowance, context, level):
                name = 'namespace' if type(object) is _types.SimpleNamespace else type(object).__name__
                out.append(name + '(')
                self._fields(list(object.__dict__.items()), out, indent + len(name) + 1, allowance, context, level)
                out.append(')')

            def _dataclass(self, object, out, indent, allowance, context, level):
                name = type(object).__name__
                out.append(name + '(')
                items = [(f.name, getattr(object, f.name)) for f in _dataclasses.fields(object) if f.repr]
                self._fields(items, out, indent + len(name) + 1, allowance, context, level)
                out.append(')')

            def _safe(self, object, context, maxlevels, level):
                kind = type(object)
                if kind in (str, bytes, bytearray, float, complex, bool, type(None)):
                    return repr(object), True, False
                shape = getattr(kind, '__repr__', None)
                if issubclass(kind, int) and shape is int.__repr__:
                    return (f'{object:_d}' if self._underscore_numbers else repr(object)), True, False
                opened = {dict.__repr__: '{}', list.__repr__: '[]', tuple.__repr__: '()'}.get(shape) if kind.__repr__ in (
                    dict.__repr__, list.__repr__, tuple.__repr__) else None
                if opened is None:
                    text = repr(object)
                    return text, bool(text) and not text.startswith('<'), False
                if not object:
                    return opened, True, False
                if maxlevels and level >= maxlevels:
                    return opened[0] + '...' + opened[1], False, id(object) in context
                if id(object) in context:
                    return _recursion(object), False, True
                context[id(object)] = 1
                readable, recursive, parts = True, False, []
                if opened == '{}':
                    items = sorted(object.items(), key=_pair) if self._sort_dicts else object.items()
                    groups = [(key, value) for key, value in items]
                else:
                    groups = [(item,) for item in object]
                for group in groups:
                    texts = []
                    for item in group:
                        text, ok, again = self.format(item, context, maxlevels, level + 1)
                        texts.append(text)
                        readable, recursive = readable and ok, recursive or again
                    parts.append(': '.join(texts))
                del context[id(object)]
                if opened == '()' and len(parts) == 1:
                    parts.append('')
                    return '(' + parts[0] + ',)', readable, recursive
                return opened[0] + ', '.join(parts) + opened[1], readable, recursive

        def _recursion(object):
            return f'<Recursion on {type(object).__name__} with id={id(object)}>'
        """#)
}

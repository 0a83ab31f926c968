/// Small modules of the standard library, each written whole.
enum SmallModules {
    /// The modules by name.
    static let all: [(name: String, module: WrittenModule)] = [
        ("fnmatch", fnmatch), ("keyword", keyword), ("reprlib", reprlib), ("graphlib", graphlib), ("shlex", shlex), ("colorsys", colorsys),
        ("errno", errno), ("urllib.error", urllibError), ("http.client", httpClient), ("atexit", atexit), ("zlib", zlib),
        ("timeit", timeit), ("sched", sched),
    ]

    private static let fnmatch = WrittenModule(
        #"""
        import re as _re
        def translate(pat):
            made, i = '', 0
            while i < len(pat):
                c = pat[i]
                i += 1
                if c == '*':
                    if not made.endswith('.*'):
                        made += '.*'
                elif c == '?':
                    made += '.'
                elif c == '[' and (end := pat.find(']', i + (pat[i:i + 1] in '!]') + (pat[i:i + 2] == '!]'))) >= 0:
                    body = pat[i:end].replace('\\', '\\\\')
                    i = end + 1
                    made += '[' + ('^' + body[1:] if body[:1] == '!' else '\\' + body if body[:1] in '^[' else body) + ']'
                else:
                    made += _re.escape(c)
            return f'(?s:{made})\\Z'
        def fnmatchcase(name, pat):
            return _re.compile(translate(pat)).match(name) is not None
        def fnmatch(name, pat):
            return fnmatchcase(name, pat)
        def filter(names, pat):
            match = _re.compile(translate(pat)).match
            return [name for name in names if match(name)]
        """#)

    private static let keyword = WrittenModule(
        #"""
        kwlist = ['False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del', 'elif',
                  'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or',
                  'pass', 'raise', 'return', 'try', 'while', 'with', 'yield']
        softkwlist = ['_', 'case', 'match']
        iskeyword, issoftkeyword = frozenset(kwlist).__contains__, frozenset(softkwlist).__contains__
        """#)

    private static let reprlib = WrittenModule(
        #"""
        from functools import wraps as _wraps
        _repr = repr
        def recursive_repr(fillvalue='...'):
            def decorating_function(user_function):
                running = set()
                @_wraps(user_function)
                def wrapper(self):
                    key = id(self)
                    if key in running:
                        return fillvalue
                    running.add(key)
                    try:
                        return user_function(self)
                    finally:
                        running.discard(key)
                return wrapper
            return decorating_function
        class Repr:
            def __init__(self):
                self.fillvalue = '...'
                self.maxlevel, self.maxtuple, self.maxlist, self.maxarray, self.maxdict = 6, 6, 6, 5, 4
                self.maxset = self.maxfrozenset = self.maxdeque = 6
                self.maxstring = self.maxother = 30
                self.maxlong = 40
            def repr(self, x):
                return self.repr1(x, self.maxlevel)
            def repr1(self, x, level):
                name = type(x).__name__
                method = getattr(self, 'repr_' + '_'.join(name.split()), None)
                return method(x, level) if method else self.repr_instance(x, level)
            def _items(self, x, level, left, right, most, trail=''):
                if level <= 0 and x:
                    return left + self.fillvalue + right
                parts = [self.repr1(item, level - 1) for item in list(x)[:most]]
                if len(x) > most:
                    parts.append(self.fillvalue)
                return left + ', '.join(parts) + (trail if len(x) == 1 else '') + right
            def repr_tuple(self, x, level):
                return self._items(x, level, '(', ')', self.maxtuple, ',')
            def repr_list(self, x, level):
                return self._items(x, level, '[', ']', self.maxlist)
            def repr_set(self, x, level):
                return self._items(_sorted(x), level, '{', '}', self.maxset) if x else 'set()'
            def repr_frozenset(self, x, level):
                return self._items(_sorted(x), level, 'frozenset({', '})', self.maxfrozenset) if x else 'frozenset()'
            def repr_deque(self, x, level):
                return self._items(x, level, 'deque([', '])', self.maxdeque)
            def repr_dict(self, x, level):
                if not x:
                    return '{}'
                if level <= 0:
                    return '{' + self.fillvalue + '}'
                parts = [self.repr1(k, level - 1) + ': ' + self.repr1(x[k], level - 1) for k in _sorted(x)[:self.maxdict]]
                if len(x) > self.maxdict:
                    parts.append(self.fillvalue)
                return '{' + ', '.join(parts) + '}'
            def _cut(self, text, most):
                if len(text) <= most:
                    return text
                left = max(0, (most - 3) // 2)
                right = max(0, most - 3 - left)
                return text[:left] + self.fillvalue + text[len(text) - right:]
            def repr_str(self, x, level):
                return self._cut(_repr(x), self.maxstring)
            def repr_int(self, x, level):
                return self._cut(_repr(x), self.maxlong)
            def repr_instance(self, x, level):
                return self._cut(_repr(x), self.maxother)
        def _sorted(found):
            in_order = list(found)
            try:
                in_order.sort()
            except Exception:
                in_order[:] = found
            return in_order
        aRepr = Repr()
        repr = aRepr.repr
        """#)

    private static let graphlib = WrittenModule(
        #"""
        from types import GenericAlias as _Alias
        class CycleError(ValueError):
            pass
        class TopologicalSorter:
            def __init__(self, graph=None):
                self._before, self._after, self._ready, self._out, self._done = {}, {}, None, set(), set()
                for node, predecessors in (graph or {}).items():
                    self.add(node, *predecessors)
            def add(self, node, *predecessors):
                if self._ready is not None:
                    raise ValueError('Nodes cannot be added after a call to prepare()')
                self._node(node)
                for other in predecessors:
                    self._node(other)
                    self._before[node] += 1
                    self._after[other].append(node)
            def _node(self, node):
                self._before.setdefault(node, 0)
                self._after.setdefault(node, [])
            def prepare(self):
                if self._ready is not None:
                    raise ValueError('cannot prepare() more than once')
                self._ready = [node for node, count in self._before.items() if count == 0]
                cycle = self._cycle()
                if cycle:
                    raise CycleError('nodes are in a cycle', cycle)
            def _cycle(self):
                path, places, seen, open_ = [], {}, set(), []
                for node in self._before:
                    if node in seen:
                        continue
                    while True:
                        if node in seen:
                            if node in places:
                                return path[places[node]:] + [node]
                        else:
                            seen.add(node)
                            open_.append(iter(self._after[node]))
                            places[node] = len(path)
                            path.append(node)
                        while path:
                            try:
                                node = next(open_[-1])
                                break
                            except StopIteration:
                                del places[path.pop()]
                                open_.pop()
                        else:
                            break
                return None
            def get_ready(self):
                if self._ready is None:
                    raise ValueError('prepare() must be called first')
                found, self._ready = tuple(self._ready), []
                self._out.update(found)
                return found
            def is_active(self):
                if self._ready is None:
                    raise ValueError('prepare() must be called first')
                return len(self._done) < len(self._out) or bool(self._ready)
            def __bool__(self):
                return self.is_active()
            def done(self, *nodes):
                if self._ready is None:
                    raise ValueError('prepare() must be called first')
                for node in nodes:
                    if node not in self._before:
                        raise ValueError(f'node {node!r} was not added using add()')
                    if node not in self._out:
                        raise ValueError(f'node {node!r} was not passed out (still not ready)')
                    if node in self._done:
                        raise ValueError(f'node {node!r} was already marked done')
                    self._done.add(node)
                    for other in self._after[node]:
                        self._before[other] -= 1
                        if self._before[other] == 0:
                            self._ready.append(other)
            def static_order(self):
                self.prepare()
                while self.is_active():
                    group = self.get_ready()
                    yield from group
                    self.done(*group)
            __class_getitem__ = classmethod(_Alias)
        """#)

    private static let shlex = WrittenModule(
        #"""
        import re as _re
        def split(s, comments=False, posix=True):
            words, word, quote, i = [], None, None, 0
            while i < len(s):
                c = s[i]
                if quote:
                    if c == quote:
                        quote = None
                    elif c == '\\' and quote == '"' and s[i + 1:i + 2] in ('"', '\\') and i + 1 < len(s):
                        i += 1
                        word += s[i]
                    else:
                        word += c
                elif c in '\'"':
                    quote, word = c, word or ''
                elif c == '\\':
                    i += 1
                    if i >= len(s):
                        raise ValueError('No escaped character')
                    word = (word or '') + s[i]
                elif c in ' \t\r\n':
                    if word is not None:
                        words.append(word)
                    word = None
                elif c == '#' and comments:
                    end = s.find('\n', i)
                    i = len(s) if end < 0 else end
                    continue
                else:
                    word = (word or '') + c
                i += 1
            if quote:
                raise ValueError('No closing quotation')
            return words if word is None else words + [word]
        _unsafe = _re.compile(r'[^\w@%+=:,./-]', _re.ASCII).search
        def quote(s):
            if not s:
                return "''"
            return s if _unsafe(s) is None else "'" + s.replace("'", "'\"'\"'") + "'"
        def join(split_command):
            return ' '.join(quote(arg) for arg in split_command)
        """#)

    private static let colorsys = WrittenModule(
        #"""
        def rgb_to_yiq(r, g, b):
            y = 0.30 * r + 0.59 * g + 0.11 * b
            return y, 0.74 * (r - y) - 0.27 * (b - y), 0.48 * (r - y) + 0.41 * (b - y)
        def rgb_to_hls(r, g, b):
            high, low = max(r, g, b), min(r, g, b)
            total, spread = high + low, high - low
            l = total / 2.0
            if low == high:
                return 0.0, l, 0.0
            s = spread / total if l <= 0.5 else spread / (2.0 - high - low)
            return _hue(r, g, b, high, spread), l, s
        def _hue(r, g, b, high, spread):
            rc, gc, bc = (high - r) / spread, (high - g) / spread, (high - b) / spread
            h = bc - gc if r == high else 2.0 + rc - bc if g == high else 4.0 + gc - rc
            return (h / 6.0) % 1.0
        def hls_to_rgb(h, l, s):
            if s == 0.0:
                return l, l, l
            m2 = l * (1.0 + s) if l <= 0.5 else l + s - (l * s)
            m1 = 2.0 * l - m2
            return _v(m1, m2, h + 1.0 / 3.0), _v(m1, m2, h), _v(m1, m2, h - 1.0 / 3.0)
        def _v(m1, m2, hue):
            hue = hue % 1.0
            if hue < 1.0 / 6.0:
                return m1 + (m2 - m1) * hue * 6.0
            if hue < 0.5:
                return m2
            return m1 + (m2 - m1) * (2.0 / 3.0 - hue) * 6.0 if hue < 2.0 / 3.0 else m1
        def rgb_to_hsv(r, g, b):
            high, low = max(r, g, b), min(r, g, b)
            spread = high - low
            if low == high:
                return 0.0, 0.0, high
            return _hue(r, g, b, high, spread), spread / high, high
        def hsv_to_rgb(h, s, v):
            if s == 0.0:
                return v, v, v
            i = int(h * 6.0)
            f = h * 6.0 - i
            p, q, t = v * (1.0 - s), v * (1.0 - s * f), v * (1.0 - s * (1.0 - f))
            return ((v, t, p), (q, v, p), (p, v, t), (p, q, v), (t, p, v), (v, p, q))[i % 6]
        """#)
}

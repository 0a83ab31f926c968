extension LibraryExtras {
    /// The rest of `textwrap`.
    static let textwrap = WrittenModule(
        #"""
        class TextWrapper:
            def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                         fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
                         max_lines=None, placeholder=' [...]'):
                self.width, self.initial_indent, self.subsequent_indent = width, initial_indent, subsequent_indent
                self.expand_tabs, self.replace_whitespace, self.fix_sentence_endings = expand_tabs, replace_whitespace, fix_sentence_endings
                self.break_long_words, self.drop_whitespace, self.break_on_hyphens = break_long_words, drop_whitespace, break_on_hyphens
                self.tabsize, self.max_lines, self.placeholder = tabsize, max_lines, placeholder
            def wrap(self, text):
                return wrap(text, **self.__dict__)
            def fill(self, text):
                return '\n'.join(self.wrap(text))
        """#)

    /// The rest of `string`.
    static let string = WrittenModule(
        #"""
        def _fields(text):
            i, literal = 0, ''
            while i < len(text):
                c = text[i]
                if c in '{}' and text[i + 1:i + 2] == c:
                    yield literal + c, None, None, None
                    literal, i = '', i + 2
                    continue
                if c == '}':
                    raise ValueError("Single '}' encountered in format string")
                if c != '{':
                    literal, i = literal + c, i + 1
                    continue
                depth, start, i = 1, i + 1, i + 1
                if i >= len(text):
                    raise ValueError("Single '{' encountered in format string")
                while i < len(text) and depth:
                    depth += (text[i] == '{') - (text[i] == '}')
                    i += 1
                if depth:
                    raise ValueError("expected '}' before end of string")
                body, place, inside = text[start:i - 1], 0, 0
                while place < len(body) and (inside or body[place] not in ':!'):
                    inside += (body[place] == '[') - (body[place] == ']')
                    place += 1
                name, rest, conversion = body[:place], body[place:], None
                if rest.startswith('!'):
                    if len(rest) < 2:
                        raise ValueError("end of string while looking for conversion specifier")
                    conversion, rest = rest[1], rest[2:]
                    if rest and not rest.startswith(':'):
                        raise ValueError("expected ':' after conversion specifier")
                yield literal, name, rest[1:], conversion
                literal = ''
            if literal:
                yield literal, None, None, None

        def _split(name):
            i = 0
            while i < len(name) and name[i] not in '.[':
                i += 1
            first, rest = name[:i], []
            while i < len(name):
                if name[i] == '.':
                    start = i = i + 1
                    while i < len(name) and name[i] not in '.[':
                        i += 1
                    rest.append((True, name[start:i]))
                else:
                    end = name.find(']', i)
                    if end < 0:
                        raise ValueError("Missing ']' in format string")
                    key = name[i + 1:end]
                    rest.append((False, int(key) if key.isdigit() else key))
                    i = end + 1
            return int(first) if first.isdigit() else first, rest

        class Formatter:
            def format(self, format_string, /, *args, **kwargs):
                return self.vformat(format_string, args, kwargs)
            def vformat(self, format_string, args, kwargs):
                used = set()
                result, _ = self._vformat(format_string, args, kwargs, used, 2)
                self.check_unused_args(used, args, kwargs)
                return result
            def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
                if recursion_depth < 0:
                    raise ValueError('Max string recursion exceeded')
                made = []
                for literal, name, spec, conversion in self.parse(format_string):
                    if literal:
                        made.append(literal)
                    if name is None:
                        continue
                    if name == '':
                        if auto_arg_index is False:
                            raise ValueError('cannot switch from manual field specification to automatic field numbering')
                        name, auto_arg_index = str(auto_arg_index), auto_arg_index + 1
                    elif name.isdigit():
                        if auto_arg_index:
                            raise ValueError('cannot switch from manual field specification to automatic field numbering')
                        auto_arg_index = False
                    obj, used = self.get_field(name, args, kwargs)
                    used_args.add(used)
                    obj = self.convert_field(obj, conversion)
                    spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
                    made.append(self.format_field(obj, spec))
                return ''.join(made), auto_arg_index
            def get_value(self, key, args, kwargs):
                return args[key] if isinstance(key, int) else kwargs[key]
            def check_unused_args(self, used_args, args, kwargs):
                pass
            def format_field(self, value, format_spec):
                return format(value, format_spec)
            def convert_field(self, value, conversion):
                if conversion is None:
                    return value
                if conversion in ('s', 'r', 'a'):
                    return {'s': str, 'r': repr, 'a': ascii}[conversion](value)
                raise ValueError('Unknown conversion specifier {0!s}'.format(conversion))
            def parse(self, format_string):
                return _fields(format_string)
            def get_field(self, field_name, args, kwargs):
                first, rest = _split(field_name)
                obj = self.get_value(first, args, kwargs)
                for is_attribute, key in rest:
                    obj = getattr(obj, key) if is_attribute else obj[key]
                return obj, first
        """#)

    /// The rest of `urllib.parse`.
    static let urllib = WrittenModule(
        #"""
        from collections import namedtuple as _namedtuple
        class DefragResult(_namedtuple('DefragResult', 'url fragment')):
            __slots__ = ()
            def geturl(self):
                return self.url + '#' + self.fragment if self.fragment else self.url
        def urldefrag(url):
            return DefragResult(*_defrag(url))
        """#)

    /// The rest of `collections`.
    static let collections = WrittenModule(
        #"""
        from _collections_abc import MutableMapping as _MutableMapping
        class UserDict(_MutableMapping):
            def __init__(self, dict=None, /, **kwargs):
                self.data = {}
                if dict is not None:
                    self.update(dict)
                if kwargs:
                    self.update(kwargs)
            def __len__(self):
                return len(self.data)
            def __getitem__(self, key):
                if key in self.data:
                    return self.data[key]
                if hasattr(self.__class__, '__missing__'):
                    return self.__class__.__missing__(self, key)
                raise KeyError(key)
            def __setitem__(self, key, item):
                self.data[key] = item
            def __delitem__(self, key):
                del self.data[key]
            def __iter__(self):
                return iter(self.data)
            def __contains__(self, key):
                return key in self.data
            def __repr__(self):
                return repr(self.data)
            def __or__(self, other):
                if isinstance(other, UserDict):
                    return self.__class__(self.data | other.data)
                return self.__class__(self.data | other) if isinstance(other, dict) else NotImplemented
            def __ror__(self, other):
                if isinstance(other, UserDict):
                    return self.__class__(other.data | self.data)
                return self.__class__(other | self.data) if isinstance(other, dict) else NotImplemented
            def __ior__(self, other):
                self.data |= other.data if isinstance(other, UserDict) else other
                return self
            def __copy__(self):
                made = self.__class__.__new__(self.__class__)
                made.__dict__.update(self.__dict__)
                made.__dict__['data'] = self.__dict__['data'].copy()
                return made
            def copy(self):
                return self.__copy__()
            @classmethod
            def fromkeys(cls, iterable, value=None):
                made = cls()
                for key in iterable:
                    made[key] = value
                return made
        """#)
}

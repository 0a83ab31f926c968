/// What modules that are otherwise native have besides, written in Python.
enum LibraryExtras {
    /// The rest of `functools`.
    static let functools = WrittenModule(
        #"""
        class singledispatchmethod:
            def __init__(self, func):
                if not callable(func) and not hasattr(func, '__get__'):
                    raise TypeError(f'{func!r} is not callable or a descriptor')
                self.dispatcher, self.func = singledispatch(func), func
            def register(self, cls, method=None):
                return self.dispatcher.register(cls, func=method)
            def __get__(self, obj, cls=None):
                @wraps(self.func)
                def chosen(first, /, *rest, **named):
                    return self.dispatcher.dispatch(type(first)).__get__(obj, cls)(first, *rest, **named)
                chosen.register, chosen.__isabstractmethod__ = self.register, self.__isabstractmethod__
                return chosen
            @property
            def __isabstractmethod__(self):
                return getattr(self.func, '__isabstractmethod__', False)
        """#)

    /// The rest of `heapq`: heads of the sources in a heap, which breaks ties by the order of the sources.
    static let heapq = WrittenModule(
        #"""
        class _Descending(list):
            def __lt__(self, other):
                return other[0] < self[0] or not self[0] < other[0] and self[1] < other[1]
        def merge(*iterables, key=None, reverse=False):
            entry, heads = _Descending if reverse else list, []
            for number, iterable in enumerate(iterables):
                step = iter(iterable).__next__
                try:
                    value = step()
                except StopIteration:
                    continue
                heads.append(entry([value if key is None else key(value), number, value, step]))
            heapify(heads)
            while heads:
                head = heads[0]
                yield head[2]
                try:
                    value = head[3]()
                except StopIteration:
                    heappop(heads)
                    continue
                head[0], head[2] = value if key is None else key(value), value
                heapreplace(heads, head)
        """#)

    /// The rest of `enum`: what `verify` checks of a class.
    static let `enum` = WrittenModule(
        #"""
        class EnumCheck(StrEnum):
            CONTINUOUS = 'no skipped integer values'
            NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
            UNIQUE = 'one name per value'
        CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck
        def _bits(value):
            return [1 << at for at in range(value.bit_length()) if value >> at & 1]
        def show_flag_values(value):
            return _bits(value)
        class verify:
            def __init__(self, *checks):
                self.checks = checks
            def __call__(self, enumeration):
                for check in self.checks:
                    if check is UNIQUE:
                        aliases = [f'{name} -> {member.name}' for name, member in enumeration.__members__.items() if name != member.name]
                        if aliases:
                            raise ValueError(f'aliases found in {enumeration!r}: {", ".join(aliases)}')
                    elif check is CONTINUOUS:
                        self._continuous(enumeration)
                    elif check is NAMED_FLAGS:
                        self._named(enumeration)
                return enumeration
            def _continuous(self, enumeration):
                values = {member.value for member in enumeration}
                if len(values) < 2:
                    return
                low, high = min(values), max(values)
                isFlag = issubclass(enumeration, Flag)
                between = [1 << at for at in range(low.bit_length(), high.bit_length() - 1)] if isFlag else range(low + 1, high)
                missing = ', '.join(str(value) for value in between if value not in values)
                if missing:
                    kind = 'flag' if isFlag else 'enum'
                    raise ValueError(f'invalid {kind} {enumeration.__name__!r}: missing values {missing}'[:256])
            def _named(self, enumeration):
                known, names, lost = {member.value for member in enumeration}, [], 0
                for name, alias in enumeration.__members__.items():
                    missed = [bit for bit in _bits(alias.value) if bit not in known] if alias.value >= 0 else []
                    if missed:
                        names.append(name)
                        lost |= sum(bit for bit in missed if not lost & bit)
                if names:
                    who = f'alias {names[0]} is' if len(names) == 1 else f'aliases {", ".join(names[:-1])} and {names[-1]} are'
                    what = 'value' if lost & lost - 1 == 0 else 'combined values of'
                    raise ValueError(f'invalid Flag {enumeration.__name__!r}: {who} missing {what} {lost:#x} '
                                     '[use enum.show_flag_values(value) for details]')
        """#)

    /// The rest of `base64`.
    static let base64 = WrittenModule(
        #"""
        import binascii as _binascii
        def _buffer(s):
            try:
                return bytes(memoryview(s))
            except TypeError:
                raise TypeError(f'expected bytes-like object, not {s.__class__.__name__}') from None
        def encodebytes(s):
            s = _buffer(s)
            return b''.join(_binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57))
        def decodebytes(s):
            return _binascii.a2b_base64(_buffer(s))
        def _ascii(s):
            if isinstance(s, str):
                if not s.isascii():
                    raise ValueError('string argument should contain only ASCII characters')
                return s.encode('ascii')
            try:
                return bytes(memoryview(s))
            except TypeError:
                raise TypeError(f'argument should be a bytes-like object or ASCII string, not {s.__class__.__name__!r}') from None
        _b32hex = bytes.maketrans(b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', b'0123456789ABCDEFGHIJKLMNOPQRSTUV')
        _hexb32 = bytes.maketrans(b'0123456789ABCDEFGHIJKLMNOPQRSTUV', b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')
        def b32hexencode(s):
            return b32encode(s).translate(_b32hex)
        def b32hexdecode(s, casefold=False):
            s = _ascii(s)
            return b32decode((s.upper() if casefold else s).translate(_hexb32))
        def _encode85(b, chars, pad, short={}):
            b, out = bytes(memoryview(b)), []
            missing = -len(b) % 4
            b += b'\0' * missing
            for i in range(0, len(b), 4):
                number, group = int.from_bytes(b[i:i + 4], 'big'), []
                if number in short:
                    out.append(short[number])
                    continue
                for _ in range(5):
                    number, digit = divmod(number, 85)
                    group.append(chars[digit])
                out.append(bytes(reversed(group)))
            if missing and not pad:
                if out[-1] == b'z':
                    out[-1] = chars[:1] * 5
                out[-1] = out[-1][:-missing]
            return b''.join(out)
        _a85 = bytes(range(33, 118))
        _b85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'
        def b85encode(b, pad=False):
            return _encode85(b, _b85, pad)
        def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
            made = _encode85(b, _a85, pad, {0: b'z', 0x20202020: b'y'} if foldspaces else {0: b'z'})
            if adobe:
                made = b'<~' + made
            if wrapcol:
                wrapcol = max(2 if adobe else 1, wrapcol)
                lines = [made[i:i + wrapcol] for i in range(0, len(made), wrapcol)]
                if adobe and len(lines[-1]) + 2 > wrapcol:
                    lines.append(b'')
                made = b'\n'.join(lines)
            return made + b'~>' if adobe else made
        def b85decode(b):
            b, out = _ascii(b), []
            missing = -len(b) % 5
            b += b'~' * missing
            for i in range(0, len(b), 5):
                number = 0
                for j, c in enumerate(b[i:i + 5]):
                    digit = _b85.find(c)
                    if digit < 0:
                        raise ValueError(f'bad base85 character at position {i + j}')
                    number = number * 85 + digit
                if number >> 32:
                    raise ValueError(f'base85 overflow in hunk starting at byte {i}')
                out.append(number.to_bytes(4, 'big'))
            made = b''.join(out)
            return made[:len(made) - missing] if missing else made
        def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
            b = _ascii(b)
            if adobe:
                if not b.endswith(b'~>'):
                    raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
                b = b[2:-2] if b.startswith(b'<~') else b[:-2]
            out, group = [], []
            for c in b + b'u' * 4:
                if 33 <= c <= 117:
                    group.append(c - 33)
                    if len(group) == 5:
                        number = 0
                        for digit in group:
                            number = number * 85 + digit
                        if number >> 32:
                            raise ValueError('Ascii85 overflow')
                        out.append(number.to_bytes(4, 'big'))
                        group = []
                elif c == 122:
                    if group:
                        raise ValueError('z inside Ascii85 5-tuple')
                    out.append(b'\0\0\0\0')
                elif foldspaces and c == 121:
                    if group:
                        raise ValueError('y inside Ascii85 5-tuple')
                    out.append(b'\x20\x20\x20\x20')
                elif c not in ignorechars:
                    raise ValueError('Non-Ascii85 digit found: %c' % c)
            made, missing = b''.join(out), 4 - len(group)
            return made[:-missing] if missing else made
        """#)

    /// The rest of `os`.
    static let os = WrittenModule(
        #"""
        import abc as _abc, types as _types
        class PathLike(_abc.ABC):
            @_abc.abstractmethod
            def __fspath__(self):
                raise NotImplementedError
            @classmethod
            def __subclasshook__(cls, subclass):
                return hasattr(subclass, '__fspath__') if cls is PathLike else NotImplemented
            __class_getitem__ = classmethod(_types.GenericAlias)
        def fsencode(filename):
            filename = fspath(filename)
            return filename.encode('utf-8', 'surrogateescape') if isinstance(filename, str) else filename
        def fsdecode(filename):
            filename = fspath(filename)
            return filename.decode('utf-8', 'surrogateescape') if isinstance(filename, bytes) else filename
        """#)

    /// The rest of `types`.
    static let types = WrittenModule(
        #"""
        def resolve_bases(bases):
            made, changed = [], False
            for base in bases:
                if isinstance(base, type) or not hasattr(base, '__mro_entries__'):
                    made.append(base)
                else:
                    made.extend(base.__mro_entries__(bases))
                    changed = True
            return tuple(made) if changed else bases
        def prepare_class(name, bases=(), kwds=None):
            kwds = dict(kwds or {})
            meta = kwds.pop('metaclass', None) or (type(bases[0]) if bases else type)
            for base in bases:
                if isinstance(meta, type) and issubclass(type(base), meta):
                    meta = type(base)
            return meta, meta.__prepare__(name, bases, **kwds) if hasattr(meta, '__prepare__') else {}, kwds
        class _Slot:
            __slots__ = 'x',
        MemberDescriptorType = type(_Slot.x)
        MethodWrapperType = type(object().__str__)
        ClassMethodDescriptorType = type(dict.__dict__['fromkeys'])
        """#)
}

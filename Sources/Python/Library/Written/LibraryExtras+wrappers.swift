extension LibraryExtras {
    /// `collections.UserList` and `UserString`: wrappers around a `data` attribute.
    static let wrappers = WrittenModule(
        #"""
        from _collections_abc import MutableSequence as _MutableSequence, Sequence as _Sequence
        import operator as _operator
        def _plain(value):
            return value.data if isinstance(value, UserList) else value
        def _joinable(value):
            value = _plain(value)
            return value if isinstance(value, list) else list(value)
        def _named(function, name):
            function.__name__, function.__qualname__ = name, f'UserList.{name}'
            return function
        def _on_data(name):
            return _named(lambda self, *args, **kwds: getattr(self.data, name)(*map(_plain, args), **kwds), name)
        class UserList(_MutableSequence):
            def __init__(self, initlist=None):
                self.data = [] if initlist is None else list(_plain(initlist))
            for _name in ('__repr__ __len__ __contains__ __setitem__ __delitem__ append insert pop remove clear count index reverse sort'
                          ' extend').split():
                locals()[_name] = _on_data(_name)
            for _name in 'lt le eq gt ge'.split():
                locals()[f'__{_name}__'] = _named(
                    lambda self, other, _compare=getattr(_operator, _name): _compare(self.data, _plain(other)), f'__{_name}__')
            del _name
            __hash__ = None
            def __getitem__(self, place):
                found = self.data[place]
                return type(self)(found) if isinstance(place, slice) else found
            def __add__(self, other):
                return type(self)(self.data + _joinable(other))
            def __radd__(self, other):
                return type(self)(_joinable(other) + self.data)
            def __mul__(self, times):
                return type(self)(self.data * times)
            __rmul__ = __mul__
            def __iadd__(self, other):
                self.data += _plain(other)
                return self
            def __imul__(self, times):
                self.data *= times
                return self
            def copy(self):
                return type(self)(self)
            def __copy__(self):
                twin = object.__new__(type(self))
                vars(twin).update(vars(self), data=list(self.data))
                return twin

        def _unwrapped(value):
            return value.data if isinstance(value, UserString) else value
        def _wrapped(name):
            method = getattr(str, name)
            def call(self, *args, **kwds):
                return self.__class__(method(self.data, *map(_unwrapped, args), **kwds))
            call.__name__, call.__qualname__ = name, f'UserString.{name}'
            return call
        def _asked(name):
            method = getattr(str, name)
            def call(self, *args, **kwds):
                return method(self.data, *map(_unwrapped, args), **kwds)
            call.__name__, call.__qualname__ = name, f'UserString.{name}'
            return call
        class UserString(_Sequence):
            def __init__(self, seq):
                self.data = seq if isinstance(seq, str) else seq.data[:] if isinstance(seq, UserString) else str(seq)
            def __str__(self):
                return str(self.data)
            def __repr__(self):
                return repr(self.data)
            def __int__(self):
                return int(self.data)
            def __float__(self):
                return float(self.data)
            def __complex__(self):
                return complex(self.data)
            def __hash__(self):
                return hash(self.data)
            def __eq__(self, string):
                return self.data == _unwrapped(string)
            def __lt__(self, string):
                return self.data < _unwrapped(string)
            def __le__(self, string):
                return self.data <= _unwrapped(string)
            def __gt__(self, string):
                return self.data > _unwrapped(string)
            def __ge__(self, string):
                return self.data >= _unwrapped(string)
            def __contains__(self, char):
                return _unwrapped(char) in self.data
            def __len__(self):
                return len(self.data)
            def __getitem__(self, index):
                return self.__class__(self.data[index])
            def __add__(self, other):
                return self.__class__(self.data + (_unwrapped(other) if isinstance(other, (UserString, str)) else str(other)))
            def __radd__(self, other):
                return self.__class__((other if isinstance(other, str) else str(other)) + self.data)
            def __mul__(self, n):
                return self.__class__(self.data * n)
            __rmul__ = __mul__
            def __mod__(self, args):
                return self.__class__(self.data % args)
            def __rmod__(self, template):
                return self.__class__(str(template) % self.data)
            for _name in ('capitalize casefold center expandtabs ljust lower lstrip removeprefix removesuffix replace rjust rstrip'
                          ' strip swapcase title translate upper zfill').split():
                locals()[_name] = _wrapped(_name)
            for _name in ('count encode endswith find format format_map index isalnum isalpha isascii isdecimal isdigit isidentifier'
                          ' islower isnumeric isprintable isspace istitle isupper join partition rfind rindex rpartition rsplit split'
                          ' splitlines startswith').split():
                locals()[_name] = _asked(_name)
            maketrans = str.maketrans
            del _name
        """#)
}

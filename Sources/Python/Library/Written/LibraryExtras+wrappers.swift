extension LibraryExtras {
    /// `collections.UserList` and `UserString`: wrappers around a `data` attribute.
    static let wrappers = WrittenModule(
        #"""
        from _collections_abc import MutableSequence as _MutableSequence, Sequence as _Sequence
        import operator as _operator
        def _plain(other):
            return other.data if isinstance(other, UserList) else other
        def _comparison(compare):
            def method(self, other):
                return compare(self.data, _plain(other))
            method.__name__ = f'__{compare.__name__}__'
            method.__qualname__ = f'UserList.{method.__name__}'
            return method
        class UserList(_MutableSequence):
            def __init__(self, initlist=None):
                self.data = []
                if initlist is not None:
                    self.data[:] = initlist if isinstance(initlist, list) else _plain(initlist)
            def __repr__(self):
                return repr(self.data)
            __lt__, __le__, __eq__ = _comparison(_operator.lt), _comparison(_operator.le), _comparison(_operator.eq)
            __gt__, __ge__, __hash__ = _comparison(_operator.gt), _comparison(_operator.ge), None
            def __contains__(self, item):
                return item in self.data
            def __len__(self):
                return len(self.data)
            def __getitem__(self, i):
                return self.__class__(self.data[i]) if isinstance(i, slice) else self.data[i]
            def __setitem__(self, i, item):
                self.data[i] = item
            def __delitem__(self, i):
                del self.data[i]
            def __add__(self, other):
                return self.__class__(self.data + (other if isinstance(other, type(self.data)) else list(_plain(other))))
            def __radd__(self, other):
                return self.__class__((other if isinstance(other, type(self.data)) else list(_plain(other))) + self.data)
            def __iadd__(self, other):
                self.data += _plain(other)
                return self
            def __mul__(self, n):
                return self.__class__(self.data * n)
            __rmul__ = __mul__
            def __imul__(self, n):
                self.data *= n
                return self
            def __copy__(self):
                made = self.__class__.__new__(self.__class__)
                made.__dict__.update(self.__dict__)
                made.__dict__['data'] = self.__dict__['data'][:]
                return made
            def append(self, item):
                self.data.append(item)
            def insert(self, i, item):
                self.data.insert(i, item)
            def pop(self, i=-1):
                return self.data.pop(i)
            def remove(self, item):
                self.data.remove(item)
            def clear(self):
                self.data.clear()
            def copy(self):
                return self.__class__(self)
            def count(self, item):
                return self.data.count(item)
            def index(self, item, *args):
                return self.data.index(item, *args)
            def reverse(self):
                self.data.reverse()
            def sort(self, /, *args, **kwds):
                self.data.sort(*args, **kwds)
            def extend(self, other):
                self.data.extend(_plain(other))

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
                return self.__class__(str(template) % self)
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

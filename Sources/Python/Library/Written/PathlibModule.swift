/// The module `pathlib`: pure paths of both flavours; what would touch a file raises `PlaygroundLimit`.
///
/// Paths are split, joined and compared as CPython 3.11's `pathlib.py` does it.
enum PathlibModule {
    /// The whole module.
    static let written = WrittenModule(pure + concrete)

    private static let pure = #"""
        import os as _os
        from collections.abc import Sequence as _Sequence

        __all__ = ['PurePath', 'PurePosixPath', 'PureWindowsPath', 'Path', 'PosixPath', 'WindowsPath']

        class _Posix:
            sep, altsep = '/', ''
            def fold(self, text):
                return text
            def split_root(self, part):
                rest = part.lstrip('/')
                slashes = len(part) - len(rest)
                return '', '//' if slashes == 2 else '/' if slashes else '', rest

        class _Windows:
            sep, altsep = '\\', '/'
            def fold(self, text):
                return text.lower()
            def split_root(self, part):
                if part[:2] == '\\\\' and part[2:3] != '\\':
                    host = part.find('\\', 2)
                    share = part.find('\\', host + 1) if host >= 0 else -1
                    if host >= 0 and share != host + 1:
                        end = len(part) if share < 0 else share
                        return part[:end], '\\', part[end + 1:]
                drive = part[:2] if part[1:2] == ':' and part[0].isascii() and part[0].isalpha() else ''
                rest = part[len(drive):]
                return drive, '\\' if rest[:1] == '\\' else '', rest.lstrip('\\')

        def _parse(flavour, texts):
            """The drive, the root and the parts, the anchor among them."""
            names, drive, root = [], '', ''
            waiting = [text.replace(flavour.altsep, flavour.sep) if flavour.altsep else text for text in texts if text]
            while waiting:
                drive, root, rest = flavour.split_root(waiting.pop())
                names[:0] = [name for name in rest.split(flavour.sep) if name and name != '.']
                if drive or root:
                    while waiting and not drive:
                        drive = flavour.split_root(waiting.pop())[0]
                    names.insert(0, drive + root)
                    break
            return drive, root, names

        def _quoted(data):
            from urllib.parse import quote_from_bytes
            return quote_from_bytes(data)

        class PurePath:
            __slots__ = ('_drive', '_root', '_names', '_text', '_folded')
            def __new__(cls, *args):
                return (PurePosixPath if cls is PurePath else cls)._of(*_parse_arguments(cls if cls is not PurePath else PurePosixPath, args))
            @classmethod
            def _of(cls, drive, root, names):
                made = object.__new__(cls)
                made._drive, made._root, made._names = drive, root, names
                return made
            def __reduce__(self):
                return self.__class__, tuple(self._names)
            def _joined(self, args):
                flavour, own = self._flavour, (self._drive, self._root, self._names)
                drive, root, names = _parse_arguments(type(self), args)
                if not root and not drive:
                    return self._of(own[0], own[1], own[2] + names)
                if not drive and own[0]:
                    return self._of(own[0], root, [own[0] + root] + names[1:])
                if drive and not root and flavour.fold(drive) == flavour.fold(own[0]):
                    return self._of(own[0], own[1], own[2] + names[1:])
                return self._of(drive, root, names)
            def __str__(self):
                try:
                    return self._text
                except AttributeError:
                    self._text = _format(self._flavour, self._drive, self._root, self._names) or '.'
                    return self._text
            __fspath__ = __str__
            def as_posix(self):
                return str(self).replace(self._flavour.sep, '/')
            def __bytes__(self):
                return _os.fsencode(self)
            def __repr__(self):
                return f'{self.__class__.__name__}({self.as_posix()!r})'
            def as_uri(self):
                if not self.is_absolute():
                    raise ValueError("relative path can't be expressed as a file URI")
                return self._uri()
            @property
            def _key(self):
                try:
                    return self._folded
                except AttributeError:
                    self._folded = [self._flavour.fold(name) for name in self._names]
                    return self._folded
            def _alike(self, other):
                return isinstance(other, PurePath) and self._flavour is other._flavour
            def __eq__(self, other):
                if not isinstance(other, PurePath):
                    return NotImplemented
                return self._alike(other) and self._key == other._key
            def __hash__(self):
                return hash(tuple(self._key))
            def __lt__(self, other):
                return self._key < other._key if self._alike(other) else NotImplemented
            def __le__(self, other):
                return self._key <= other._key if self._alike(other) else NotImplemented
            def __gt__(self, other):
                return self._key > other._key if self._alike(other) else NotImplemented
            def __ge__(self, other):
                return self._key >= other._key if self._alike(other) else NotImplemented
            drive = property(lambda self: self._drive, doc='The drive prefix (letter or UNC path), if any.')
            root = property(lambda self: self._root, doc='The root of the path, if any.')
            anchor = property(lambda self: self._drive + self._root, doc="The concatenation of the drive and root, or ''.")
            @property
            def _anchors(self):
                return 1 if self._drive or self._root else 0
            @property
            def parts(self):
                return tuple(self._names)
            @property
            def name(self):
                return self._names[-1] if len(self._names) > self._anchors else ''
            @property
            def suffix(self):
                point = self.name.rfind('.')
                return self.name[point:] if 0 < point < len(self.name) - 1 else ''
            @property
            def suffixes(self):
                name = self.name
                return [] if name.endswith('.') else ['.' + suffix for suffix in name.lstrip('.').split('.')[1:]]
            @property
            def stem(self):
                point = self.name.rfind('.')
                return self.name[:point] if 0 < point < len(self.name) - 1 else self.name
            @property
            def parent(self):
                return self._of(self._drive, self._root, self._names[:-1]) if len(self._names) > self._anchors else self
            @property
            def parents(self):
                return _PathParents(self)
            def with_name(self, name):
                if not self.name:
                    raise ValueError(f'{self!r} has an empty name')
                drive, root, names = _parse(self._flavour, (name,))
                if not name or name[-1] in (self._flavour.sep, self._flavour.altsep) or drive or root or len(names) != 1:
                    raise ValueError(f'Invalid name {name!r}')
                return self._of(self._drive, self._root, self._names[:-1] + [name])
            def with_stem(self, stem):
                return self.with_name(stem + self.suffix)
            def with_suffix(self, suffix):
                flavour = self._flavour
                if flavour.sep in suffix or flavour.altsep and flavour.altsep in suffix:
                    raise ValueError(f'Invalid suffix {suffix!r}')
                if suffix and not suffix.startswith('.') or suffix == '.':
                    raise ValueError('Invalid suffix %r' % (suffix,))
                if not self.name:
                    raise ValueError(f'{self!r} has an empty name')
                return self._of(self._drive, self._root, self._names[:-1] + [self.name.removesuffix(self.suffix) + suffix])
            def relative_to(self, *other):
                if not other:
                    raise TypeError('need at least one argument')
                drive, root, names = _parse_arguments(type(self), other)
                own = [self._drive, self._root] + self._names[1:] if self._root else self._names
                base = [drive, root] + names[1:] if root else names
                fold, count = self._flavour.fold, len(base)
                if (root or drive) if not count else [fold(name) for name in own[:count]] != [fold(name) for name in base]:
                    raise ValueError('{!r} is not in the subpath of {!r} OR one path is relative and the other is absolute.'.format(
                        str(self), str(_format(self._flavour, drive, root, names))))
                return self._of('', self._root if count == 1 and root else '', own[count:])
            def is_relative_to(self, *other):
                try:
                    self.relative_to(*other)
                except ValueError:
                    return False
                return True
            def joinpath(self, *args):
                return self._joined(args)
            def __truediv__(self, key):
                try:
                    return self._joined((key,))
                except TypeError:
                    return NotImplemented
            def __rtruediv__(self, key):
                try:
                    return type(self)._of(*_parse_arguments(type(self), [key, *self._names]))
                except TypeError:
                    return NotImplemented
            def is_absolute(self):
                return bool(self._root) and (self._flavour is _posix or bool(self._drive))
            def is_reserved(self):
                if self._flavour is _posix or not self._names or self._names[0].startswith('\\\\'):
                    return False
                name = self._names[-1].partition('.')[0].partition(':')[0].rstrip(' ').upper()
                return name in {'CON', 'PRN', 'AUX', 'NUL', 'CONIN$', 'CONOUT$'} or name[:3] in ('COM', 'LPT') and name[3:] in tuple('123456789¹²³')
            def match(self, path_pattern):
                from fnmatch import fnmatchcase
                fold = self._flavour.fold
                drive, root, wanted = _parse(self._flavour, (fold(path_pattern),))
                names = self._key
                if not wanted:
                    raise ValueError('empty pattern')
                if drive and drive != fold(self._drive) or root and root != fold(self._root):
                    return False
                if drive or root:
                    if len(wanted) != len(names):
                        return False
                    wanted = wanted[1:]
                elif len(wanted) > len(names):
                    return False
                return all(fnmatchcase(name, pattern) for name, pattern in zip(reversed(names), reversed(wanted)))

        def _parse_arguments(cls, args):
            texts = []
            for arg in args:
                if isinstance(arg, PurePath):
                    texts += arg._names
                    continue
                text = _os.fspath(arg)
                if not isinstance(text, str):
                    raise TypeError(f'argument should be a str object or an os.PathLike object returning str, not {type(text)!r}')
                texts.append(str(text))
            return _parse(cls._flavour, texts)

        def _format(flavour, drive, root, names):
            return drive + root + flavour.sep.join(names[1:]) if drive or root else flavour.sep.join(names)

        class _PathParents(_Sequence):
            __slots__ = ('_path', '_count')
            def __init__(self, path):
                self._path, self._count = path, len(path._names) - path._anchors
            def __len__(self):
                return self._count
            def __getitem__(self, idx):
                if isinstance(idx, slice):
                    return tuple(self[i] for i in range(*idx.indices(len(self))))
                if idx >= self._count or idx < -self._count:
                    raise IndexError(idx)
                path = self._path
                return path._of(path._drive, path._root, path._names[:len(path._names) - 1 - idx % self._count])
            def __repr__(self):
                return f'<{type(self._path).__name__}.parents>'

        _posix, _windows = _Posix(), _Windows()

        class PurePosixPath(PurePath):
            __slots__ = ()
            _flavour = _posix
            def _uri(self):
                return 'file://' + _quoted(bytes(self))

        class PureWindowsPath(PurePath):
            __slots__ = ()
            _flavour = _windows
            def _uri(self):
                drive, text = self._drive, self.as_posix()
                if len(drive) == 2:
                    return 'file:///' + drive + _quoted(text[2:].encode('utf-8'))
                return 'file:' + _quoted(text.encode('utf-8'))


        """#

    private static let concrete = #"""
        def _outside(name):
            def method(self, *args, **kwargs):
                raise PlaygroundLimit(f'Path.{name}() is outside the playground, which has no files, network, processes or environment')
            method.__name__, method.__qualname__ = name, f'Path.{name}'
            return method

        class Path(PurePath):
            __slots__ = ()
            def __new__(cls, *args, **kwargs):
                if cls is Path:
                    cls = PosixPath
                elif issubclass(cls, PureWindowsPath):
                    raise NotImplementedError(f'cannot instantiate {cls.__name__!r} on your system')
                return cls._of(*_parse_arguments(cls, args))
            for _name in ('open read_text read_bytes write_text write_bytes exists is_file is_dir is_symlink is_mount is_socket is_fifo'
                          ' is_block_device is_char_device mkdir rmdir unlink rename replace iterdir glob rglob stat lstat touch resolve'
                          ' absolute expanduser samefile owner group chmod lchmod readlink symlink_to hardlink_to link_to').split():
                locals()[_name] = _outside(_name)
            cwd, home = classmethod(_outside('cwd')), classmethod(_outside('home'))
            del _name

        class PosixPath(Path, PurePosixPath):
            __slots__ = ()

        class WindowsPath(Path, PureWindowsPath):
            __slots__ = ()
        """#
}

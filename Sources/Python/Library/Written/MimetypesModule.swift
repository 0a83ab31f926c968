/// The module `mimetypes`, without the files of a system.
enum MimetypesModule {
    private static let written = WrittenModule(
        #"""
        knownfiles, inited = [], True
        types_map = {'.' + ending: kind for ending, kind in _registered}
        common_types = {'.' + ending: kind for ending, kind in _common}
        suffix_map = {'.svgz': '.svg.gz', '.tgz': '.tar.gz', '.taz': '.tar.gz', '.tz': '.tar.gz', '.tbz2': '.tar.bz2', '.txz': '.tar.xz'}
        encodings_map = {'.gz': 'gzip', '.Z': 'compress', '.bz2': 'bzip2', '.xz': 'xz', '.br': 'br'}

        def _splitext(name):
            tail = name.rpartition('/')[2]
            bare = tail.lstrip('.')
            stem, point, ending = bare.rpartition('.')
            return (name[:-len(ending) - 1], '.' + ending) if point else (name, '')

        class MimeTypes:
            def __init__(self, filenames=(), strict=True):
                self.encodings_map, self.suffix_map = encodings_map.copy(), suffix_map.copy()
                self.types_map = common_types.copy(), types_map.copy()
                self.types_map_inv = {}, {}
                for strict in (False, True):
                    for ending, kind in list(self.types_map[strict].items()):
                        self.add_type(kind, ending, strict)
            def add_type(self, type, ext, strict=True):
                self.types_map[strict][ext] = type
                endings = self.types_map_inv[strict].setdefault(type, [])
                if ext not in endings:
                    endings.append(ext)
            def guess_type(self, url, strict=True):
                url = str(url)
                scheme, colon, rest = url.partition(':')
                if scheme.lower() == 'data' and colon:
                    head = rest.partition(',')
                    if not head[1]:
                        return None, None
                    kind = head[0].partition(';')[0]
                    return (kind if '/' in kind else 'text/plain'), None
                if colon and scheme.isalpha() and len(scheme) > 1:
                    url = rest
                base, ending = _splitext(url)
                while (lower := ending.lower()) in self.suffix_map:
                    base, ending = _splitext(base + self.suffix_map[lower])
                encoding = None
                if ending in self.encodings_map:
                    encoding = self.encodings_map[ending]
                    base, ending = _splitext(base)
                ending = ending.lower()
                found = self.types_map[True].get(ending)
                if found is None and not strict:
                    found = self.types_map[False].get(ending)
                return found, encoding
            def guess_all_extensions(self, type, strict=True):
                type = type.lower()
                endings = list(self.types_map_inv[True].get(type, []))
                if not strict:
                    endings += [e for e in self.types_map_inv[False].get(type, []) if e not in endings]
                return endings
            def guess_extension(self, type, strict=True):
                endings = self.guess_all_extensions(type, strict)
                return endings[0] if endings else None

        _db = MimeTypes()
        types_map, common_types = _db.types_map[True], _db.types_map[False]
        encodings_map, suffix_map = _db.encodings_map, _db.suffix_map

        def guess_type(url, strict=True):
            return _db.guess_type(url, strict)
        def guess_all_extensions(type, strict=True):
            return _db.guess_all_extensions(type, strict)
        def guess_extension(type, strict=True):
            return _db.guess_extension(type, strict)
        def add_type(type, ext, strict=True):
            return _db.add_type(type, ext, strict)
        def init(files=None):
            pass
        def read_mime_types(file):
            return None
        """#)

    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "mimetypes")
        for (name, table) in [("_registered", MediaTypes.registered), ("_common", MediaTypes.common)] {
            module.add(name, .list(table.map { .tuple([.string($0.0), .string($0.1)]) }))
        }
        try written.run(in: module, machine)
        return module
    }
}

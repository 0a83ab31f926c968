/// The module `codecs`: encodings by their names, and what turns bytes into bytes.
enum CodecsModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "codecs")
        module.function(machine, "_encoding_name", "encoding, /") { machine, a in
            guard let name = a[0].asStr else {
                throw machine.error("TypeError", "lookup() argument must be str, not \(machine.typeName(a[0]))")
            }
            return .string(try machine.codec(name, for: "lookup").name)
        }
        try written.run(in: module, machine)
        return module
    }

    private static let written = WrittenModule(
        #"""
        BOM_UTF8 = b'\xef\xbb\xbf'
        BOM = BOM_LE = BOM_UTF16 = BOM_UTF16_LE = b'\xff\xfe'
        BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
        BOM_UTF32 = BOM_UTF32_LE = b'\xff\xfe\x00\x00'
        BOM_UTF32_BE = b'\x00\x00\xfe\xff'
        _rot = {ord(c): ord(a[(a.index(c) + 13) % 26]) for a in ('abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') for c in a}
        def _rotated(text):
            return text.translate(_rot)
        def _other_codec(encoding):
            """(name, encoder, decoder) of a codec that is no encoding of text."""
            import base64, binascii
            plain = encoding.lower().replace('-', '_').removesuffix('_codec')
            if plain in ('rot13', 'rot_13'):
                return 'rot13', _rotated, _rotated
            if plain == 'hex':
                return 'hex', binascii.hexlify, binascii.unhexlify
            if plain in ('base64', 'base_64'):
                return 'base64', base64.encodebytes, base64.decodebytes
        def encode(obj, encoding='utf-8', errors='strict'):
            codec = _other_codec(encoding)
            return codec[1](obj) if codec else obj.encode(encoding, errors)
        def decode(obj, encoding='utf-8', errors='strict'):
            codec = _other_codec(encoding)
            return codec[2](obj) if codec else obj.decode(encoding, errors)
        def lookup(encoding, /):
            codec = isinstance(encoding, str) and _other_codec(encoding)
            return CodecInfo(codec[0] if codec else _encoding_name(encoding))
        class IncrementalEncoder:
            encoding = 'utf-8'
            def __init__(self, errors='strict'):
                self.errors = errors
            def encode(self, input, final=False):
                return encode(input, self.encoding, self.errors)
            def reset(self):
                pass
        class IncrementalDecoder:
            encoding = 'utf-8'
            def __init__(self, errors='strict'):
                self.errors, self.buffer = errors, b''
            def decode(self, input, final=False):
                data = self.buffer + bytes(input)
                whole = len(data) if final else len(data) - self._begun(data)
                self.buffer = data[whole:]
                return decode(data[:whole], self.encoding, self.errors)
            def _begun(self, data):
                """How many bytes at the end only begin a character."""
                for count in range(min(3, len(data)), 0, -1):
                    try:
                        decode(data[-count:], self.encoding)
                    except UnicodeDecodeError as error:
                        if error.start == 0 and error.end == count and error.reason in ('unexpected end of data', 'truncated data'):
                            return count
                return 0
            def reset(self):
                self.buffer = b''
        class StreamReader:
            encoding = 'utf-8'
            def __init__(self, stream, errors='strict'):
                self.stream, self.errors = stream, errors
            def read(self, size=-1):
                return decode(self.stream.read(), self.encoding, self.errors)
            def __iter__(self):
                return iter(self.read().splitlines(True))
        class StreamWriter:
            encoding = 'utf-8'
            def __init__(self, stream, errors='strict'):
                self.stream, self.errors = stream, errors
            def write(self, object):
                self.stream.write(encode(object, self.encoding, self.errors))
        class CodecInfo:
            def __init__(self, name):
                self.name = name
                for kind in (IncrementalEncoder, IncrementalDecoder, StreamReader, StreamWriter):
                    setattr(self, kind.__name__.lower(), type(kind.__name__, (kind,), {'encoding': name}))
            def encode(self, text, errors='strict'):
                return encode(text, self.name, errors), len(text)
            def decode(self, data, errors='strict'):
                return decode(data, self.name, errors), len(data)
            def __repr__(self):
                return f'<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>'
        def getencoder(encoding):
            return lookup(encoding).encode
        def getdecoder(encoding):
            return lookup(encoding).decode
        def getincrementalencoder(encoding):
            return lookup(encoding).incrementalencoder
        def getincrementaldecoder(encoding):
            return lookup(encoding).incrementaldecoder
        def getreader(encoding):
            return lookup(encoding).streamreader
        def getwriter(encoding):
            return lookup(encoding).streamwriter
        def iterencode(iterator, encoding, errors='strict', **kwargs):
            for text in iterator:
                if data := encode(text, encoding, errors):
                    yield data
        def iterdecode(iterator, encoding, errors='strict', **kwargs):
            decoder = getincrementaldecoder(encoding)(errors)
            for data in iterator:
                if text := decoder.decode(data):
                    yield text
            if text := decoder.decode(b'', True):
                yield text
        def utf_8_encode(text, errors='strict', /):
            return text.encode('utf-8', errors), len(text)
        def utf_8_decode(data, errors='strict', final=False, /):
            return data.decode('utf-8', errors), len(data)
        def open(*args, **kwargs):
            raise PlaygroundLimit('codecs.open() is outside the playground: a program here has no files')
        """#)
}

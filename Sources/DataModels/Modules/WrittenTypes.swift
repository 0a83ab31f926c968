import Python

/// Classes of `pydantic.types` that say of themselves how they validate, written in the language.
///
/// A program has no files: no path points to anything.
enum WrittenTypes {
    private static let module = "pydantic._written_types"

    static func register(in machine: Machine) {
        machine.modules.register(module) { machine in
            let made = PyModule(name: module)
            made.namespace["_import_module"] = machine.native("import_module", "name, /") { machine, a in
                let name = a[0].asString ?? ""
                if let found = try machine.modules.module(name, machine) { return .object(found) }
                let parent = name.split(separator: ".").dropLast().joined(separator: ".")
                let isInside = try !parent.isEmpty && machine.modules.module(parent, machine) != nil
                let advice = isInside ? "; '\(parent)' is not a package" : ""
                throw machine.error("ModuleNotFoundError", "No module named '\(name)'\(advice)")
            }
            try WrittenModule(encoders + paths + imports + cards, origin: "pydantic.types").run(in: made, machine)
            return made
        }
    }

    private static let names: Set<String> = [
        "EncoderProtocol", "Base64Encoder", "Base64UrlEncoder", "EncodedBytes", "EncodedStr", "FilePath", "DirectoryPath", "NewPath",
        "SocketPath", "PathType", "ImportString", "PaymentCardNumber", "PaymentCardBrand",
    ]

    /// What one of their names stands for, made at its first use; nil for other names.
    static func named(_ name: String, _ machine: Machine) throws -> Value? {
        names.contains(name) ? try machine.imported(module, name) : nil
    }

    private static let encoders = #"""
        import base64 as _base64
        from enum import Enum as _Enum
        from pathlib import Path as _Path
        from types import ModuleType as _ModuleType
        from typing import Annotated as _Annotated, Protocol as _Protocol
        from pydantic_core import PydanticCustomError as _Error, core_schema as _core

        class EncoderProtocol(_Protocol):
            @classmethod
            def decode(cls, data): ...
            @classmethod
            def encode(cls, value): ...
            @classmethod
            def get_json_format(cls): ...

        class Base64Encoder(EncoderProtocol):
            _read, _write = staticmethod(_base64.b64decode), staticmethod(_base64.b64encode)
            @classmethod
            def decode(cls, data):
                try:
                    return cls._read(data)
                except ValueError as e:
                    raise _Error('base64_decode', "Base64 decoding error: '{error}'", {'error': str(e)})
            @classmethod
            def encode(cls, value):
                return cls._write(value)
            @classmethod
            def get_json_format(cls):
                return 'base64'

        class Base64UrlEncoder(Base64Encoder):
            _read, _write = staticmethod(_base64.urlsafe_b64decode), staticmethod(_base64.urlsafe_b64encode)
            @classmethod
            def get_json_format(cls):
                return 'base64url'

        class _Encoded:
            def __init__(self, encoder):
                self.encoder = encoder
            def __repr__(self):
                return f'{type(self).__name__}(encoder={self.encoder!r})'
            def __eq__(self, other):
                return type(self) is type(other) and self.encoder == other.encoder
            def __hash__(self):
                return hash(self.encoder)
            def _schema(self, source, handler, decode, encode):
                return _core.with_info_after_validator_function(
                    decode, handler(source), serialization=_core.plain_serializer_function_ser_schema(encode))

        class EncodedBytes(_Encoded):
            def __get_pydantic_core_schema__(self, source, handler):
                return self._schema(source, handler, self.decode, self.encode)
            def decode(self, data, _):
                return self.encoder.decode(data)
            def encode(self, value):
                return self.encoder.encode(value)

        class EncodedStr(_Encoded):
            def __get_pydantic_core_schema__(self, source, handler):
                return self._schema(source, handler, self.decode_str, self.encode_str)
            def decode_str(self, data, _):
                return self.encoder.decode(data.encode()).decode()
            def encode_str(self, value):
                return self.encoder.encode(value.encode()).decode()

        """#

    private static let paths = #"""
        class PathType:
            def __init__(self, path_type):
                self.path_type = path_type
            def __repr__(self):
                return f'PathType(path_type={self.path_type!r})'
            def __get_pydantic_core_schema__(self, source, handler):
                checks = {'file': self.validate_file, 'dir': self.validate_directory, 'new': self.validate_new,
                          'socket': self.validate_socket}
                return _core.with_info_after_validator_function(checks[self.path_type], handler(source))
            @staticmethod
            def validate_file(path, _):
                raise _Error('path_not_file', 'Path does not point to a file')
            @staticmethod
            def validate_directory(path, _):
                raise _Error('path_not_directory', 'Path does not point to a directory')
            @staticmethod
            def validate_new(path, _):
                if len(path.parts) < 2 or path.parent == type(path)('/'):
                    return path
                raise _Error('parent_does_not_exist', 'Parent directory does not exist')
            @staticmethod
            def validate_socket(path, _):
                raise _Error('path_not_socket', 'Path does not point to a socket')

        FilePath = _Annotated[_Path, PathType('file')]
        DirectoryPath = _Annotated[_Path, PathType('dir')]
        NewPath = _Annotated[_Path, PathType('new')]
        SocketPath = _Annotated[_Path, PathType('socket')]

        """#

    private static let imports = #"""
        def _find(path):
            parts = path.strip().split(':')
            if len(parts) > 2:
                raise ImportError(f"Import strings should have at most one ':'; received {path!r}")
            name = parts[0]
            if not name:
                raise ImportError(f'Import strings should have a nonempty module name; received {path!r}')
            try:
                module = _import_module(name)
            except ModuleNotFoundError:
                if len(parts) == 1 and '.' in name:
                    try:
                        return _find(':'.join(name.rsplit('.', 1)))
                    except ImportError:
                        pass
                raise
            if len(parts) == 1:
                return module
            try:
                return getattr(module, parts[1])
            except AttributeError:
                raise ImportError(f'cannot import name {parts[1]!r} from {name!r}')

        def import_string(value):
            if not isinstance(value, str):
                return value
            try:
                return _find(value)
            except ImportError as e:
                raise _Error('import_error', 'Invalid python path: {error}', {'error': str(e)})

        class ImportString:
            def __class_getitem__(cls, item):
                return _Annotated[item, cls()]
            @classmethod
            def __get_pydantic_core_schema__(cls, source, handler):
                written = _core.plain_serializer_function_ser_schema(cls._serialize, when_used='json')
                if cls is source:
                    return _core.no_info_plain_validator_function(import_string, serialization=written)
                return _core.no_info_before_validator_function(import_string, handler(source), serialization=written)
            @staticmethod
            def _serialize(v):
                if isinstance(v, _ModuleType):
                    return v.__name__
                if hasattr(v, '__module__') and hasattr(v, '__name__'):
                    return f'{v.__module__}.{v.__name__}'
                return v
            def __repr__(self):
                return 'ImportString'

        """#

    private static let cards = #"""
        class PaymentCardBrand(str, _Enum):
            amex = 'American Express'
            mastercard = 'Mastercard'
            visa = 'Visa'
            other = 'other'
            def __str__(self):
                return self.value

        class PaymentCardNumber(str):
            strip_whitespace = True
            min_length = 12
            max_length = 19
            def __init__(self, card_number):
                self.validate_digits(card_number)
                self.validate_luhn_check_digit(card_number)
                self.bin, self.last4 = card_number[:6], card_number[-4:]
                self.brand = self.validate_brand(card_number)
            @classmethod
            def __get_pydantic_core_schema__(cls, source, handler):
                text = _core.str_schema(
                    min_length=cls.min_length, max_length=cls.max_length, strip_whitespace=cls.strip_whitespace)
                return _core.with_info_after_validator_function(cls.validate, text)
            @classmethod
            def validate(cls, input_value, /, _):
                return cls(input_value)
            @property
            def masked(self):
                return self.bin + '*' * (len(self) - 10) + self.last4
            @classmethod
            def validate_digits(cls, card_number):
                if not card_number.isdigit():
                    raise _Error('payment_card_number_digits', 'Card number is not all digits')
            @classmethod
            def validate_luhn_check_digit(cls, card_number):
                total = 0
                for place, digit in enumerate(reversed(card_number)):
                    doubled = int(digit) * (1 + place % 2)
                    total += doubled - 9 * (doubled > 9)
                if total % 10:
                    raise _Error('payment_card_number_luhn', 'Card number is not luhn valid')
                return card_number
            @staticmethod
            def validate_brand(card_number):
                if card_number[0] == '4':
                    brand, lengths, shown = PaymentCardBrand.visa, (13, 16, 19), '13, 16 or 19'
                elif 51 <= int(card_number[:2]) <= 55:
                    brand, lengths, shown = PaymentCardBrand.mastercard, (16,), 16
                elif card_number[:2] in ('34', '37'):
                    brand, lengths, shown = PaymentCardBrand.amex, (15,), 15
                else:
                    return PaymentCardBrand.other
                if len(card_number) not in lengths:
                    raise _Error('payment_card_number_brand', 'Length for a {brand} card must be {required_length}',
                                 {'brand': brand, 'required_length': shown})
                return brand
        """#
}

import json
from pydantic import TypeAdapter, ValidationError


def show(label, thunk):
    try:
        print(label, "=", ascii(thunk()))
    except ValidationError as error:
        for e in error.errors(include_url=False):
            print(label, "!", e["type"], e["loc"], ascii(e["msg"]), ascii(e["input"]), ascii(e.get("ctx")))
    except Exception as error:
        print(label, "!!", type(error).__name__, error)


def table(name, annotation, inputs, modes="p"):
    """Each input as Python objects (p, strictly P), as JSON (j, strictly J) and as texts (s)."""
    adapter = TypeAdapter(annotation)
    for value in inputs:
        for mode in modes:
            label = f"{name} {mode} {ascii(value)}"
            if mode in "pP":
                show(label, lambda: adapter.validate_python(value, strict=True if mode == "P" else None))
            elif mode in "jJ":
                show(label, lambda: adapter.validate_json(json.dumps(value), strict=True if mode == "J" else None))
            elif isinstance(value, str):
                show(label, lambda: adapter.validate_strings(value))


from datetime import date
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from fractions import Fraction
from pathlib import Path, PurePosixPath
from typing import Annotated, Literal
from uuid import UUID
from pydantic import Base64Str, BaseModel, ConfigDict, Field, SecretStr


class Colour(Enum):
    RED = "red"
    ONE = 1
class Size(IntEnum):
    S = 1
    B = 2
class Fruit(StrEnum):
    A = "a"
class Half(float, Enum):
    H = 0.5
class MyStr(str): pass
class MyInt(int): pass
class MyFloat(float): pass
class HasFloat:
    def __float__(self): return 2.0
    def __repr__(self): return "HasFloat"
class HasIndex:
    def __index__(self): return 3
    def __repr__(self): return "HasIndex"

T = [
    '',
    ' ',
    '1',
    ' 1 ',
    '+1',
    '-1',
    '+-1',
    '--1',
    '-+1',
    '1.0',
    '1.00',
    '1.',
    '.0',
    '0.0',
    '00',
    '007',
    '0_0',
    '1_000',
    '_1',
    '1_',
    '1__0',
    '1_0.0',
    '1.0_0',
    '-0',
    '-00',
    '-007',
    '-1_0',
    '1e3',
    '1E3',
    '1e-3',
    '1.5',
    '-1.5',
    'inf',
    '-inf',
    '+inf',
    'Infinity',
    'nan',
    'NaN',
    '-nan',
    'x',
    '0x10',
    '1 2',
    '\t1\n',
    '\xa01',
    '\u0661',
    '\uff11',
    '9223372036854775807',
    '9223372036854775808',
    '-9223372036854775808',
    '-9223372036854775809',
    '11111111111111111111111111111111111111111111111111',
    '1e400',
    '1e-400',
    '.5',
    '5.',
    '.',
    'e5',
    '1e',
    '1e+',
    '+',
    '-',
    'true',
    'True',
    'TRUE',
    't',
    'yes',
    'y',
    'on',
    'off',
    'no',
    'n',
    'f',
    'false',
    ' true',
    '2',
    'a',
    'A',
    'red',
    'RED',
    '0.5',
    '12345678-1234-5678-1234-567812345678',
    '12345678123456781234567812345678',
    '{12345678-1234-5678-1234-567812345678}',
    'urn:uuid:12345678-1234-5678-1234-567812345678',
    'URN:UUID:12345678-1234-5678-1234-567812345678',
    '12345678-1234-5678-1234-56781234567',
    '12345678-1234-5678-1234-5678123456789',
    '12345678-1234-5678-12345678-12345678',
    '1234567-81234-5678-1234-567812345678',
    'g2345678-1234-5678-1234-567812345678',
    '12345678-1234-5678-1234-56781234567\xe9',
    '1234',
    '{1234}',
    '{',
    '}',
    '{}',
    '----',
    'urn:uuid:',
    '\xe9',
    '\xc4',
    '\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9',
    'aaaaaaaaaaaaaaaa',
    '00000000-0000-0000-0000-000000000000',
    '12345678-1234-4678-9234-567812345678',
    '1.1',
    '1.10',
    '10',
    '1E5',
    '1_0',
    'sNaN',
    '1,5',
    '\uff11.\uff15',
    ' 1.5 ',
    '1.5\n',
    '+1.5',
    '0.1',
    '100',
    '1e1000000',
    'aGVsbG8=',
    'aGVsbG8',
    'aGk',
    '68690a',
    '6',
    'zz',
    '++8=',
    '--8=',
    'aa==',
    'ab==',
]
N = [0, 1, -1, 2, 1.0, 1.5, 0.5, -0.0, 1e15, 1e16, 1e17, 2.0**53, 2.0**63, -2.0**63, 1e19, 1e300, float('inf'), float('-inf'), float('nan'), True, False, None, 10**18, 10**19, -10**19, [], {}, [1], {"a":1}, [0,[1,2],-1]]
O = [Decimal('1'), Decimal('1.0'), Decimal('1.5'), Decimal('1E+2'), Decimal('NaN'), Decimal('Infinity'), Decimal('1e400'), Fraction(1,2), Fraction(2,1), b'1', b'1.5', b'true', b'a', b'red', b'\xff', b'', bytearray(b'1'), bytearray(b'a'), b'x'*16, b'12345678-1234-5678-1234-567812345678', Colour.RED, Colour.ONE, Size.S, Fruit.A, Half.H, MyStr('a'), MyStr('1'), MyInt(1), MyFloat(1.0), MyFloat(1.5), HasFloat(), HasIndex(), (0,(1,),0), (1,), UUID(int=5), date(2020,1,1), Path('x'), PurePosixPath('x'), int, frozenset([1]), {1}, (1,2), UUID('12345678-1234-4678-9234-567812345678')]

for name, annotation in [('int', int), ('float', float), ('str', str), ('bool', bool), ('bytes', bytes), ('Decimal', Decimal), ('UUID', UUID), ('Colour', Colour), ('Size', Size), ('Half', Half), ('Lit', Literal['a', 1, None, b'a']), ('fmul', Annotated[float, Field(multiple_of=0.1)]), ('dec', Annotated[Decimal, Field(max_digits=3, decimal_places=1)]), ('secret', SecretStr), ('path', Path), ('b64', Base64Str)]:
    table(name, annotation, T[::5])
    table(name, annotation, T[1::9], "sj")
    table(name, annotation, N)
    table(name, annotation, O)


class B64(BaseModel):
    model_config = ConfigDict(val_json_bytes="base64")
    b: bytes


class Hex(BaseModel):
    model_config = ConfigDict(val_json_bytes="hex")
    b: bytes


for text in T:
    for model in (B64, Hex):
        show(f"{model.__name__} {ascii(text)}", lambda: model(b=text))

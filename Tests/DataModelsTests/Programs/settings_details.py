import copy
import warnings
from collections import OrderedDict, defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Mapping, MutableMapping, Sequence, Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum
from ipaddress import IPv4Address
from typing import Annotated, Any, ClassVar, Dict, Generic, List, Literal, NamedTuple, Optional, Set, TypeVar, Union
from uuid import UUID

from annotated_types import Len
from pydantic import *
from pydantic import ConfigDict, Discriminator, Tag, TypeAdapter, ValidationError
from pydantic.alias_generators import to_camel, to_pascal
from pydantic.dataclasses import dataclass as pydantic_dataclass
from typing_extensions import NotRequired, Required, TypedDict

T = TypeVar("T")


class Color(str, Enum):
    red = "red"
    blue = "blue"


class Level(IntEnum):
    low = 1
    high = 2


class Mixed(Enum):
    one = 1
    two = "two"
    nothing = None
    pair = (1, 2)


class Odd:
    def __repr__(self):
        return "Odd()"


class Walk:
    """What can be iterated and is nothing else."""

    def __iter__(self):
        return iter([1, 2])

    def __repr__(self):
        return "Walk()"


class Loose:
    """An object with attributes."""

    def __init__(self, values):
        for name, value in values.items():
            if isinstance(name, str):
                setattr(self, name, value)

    def __repr__(self):
        return "Loose()"


def double(value):
    return value * 2


def stretch(value):
    return value[0] if isinstance(value, (str, list)) and value else value


def refuse(value):
    raise ValueError("refused")


def refuse_long(value):
    if len(value) > 4:
        raise ValueError(f"too long: {value}")
    return value


def picky(value):
    if len(repr(value)) % 3 == 0:
        raise ValueError("picky")
    assert len(repr(value)) % 5, "not a fifth"
    return value


def shown(value):
    return f"<{value!r}>"


def forgiving(value, handler):
    try:
        return handler(value)
    except ValidationError as error:
        return error.error_count()


def asserting(value):
    assert value > 0
    return value


def tagged(value):
    return f"tagged {value}"


def framed(value, handler):
    return {"framed": handler(value)}


def same(value):
    return value


def passing(value, handler):
    return handler(value)


def passing_out(value, handler):
    return handler(value)


def trimmed(value):
    return value.strip() if isinstance(value, str) else value


def told(value, info):
    print("told", info.field_name, info.mode, info.context, sorted(info.data or ()))
    return value


def renamed(values):
    if isinstance(values, dict):
        return {key.lower() if isinstance(key, str) else key: value for key, value in values.items()}
    return values


def tag_of(value):
    pet = value.get("pet") if isinstance(value, dict) else getattr(value, "pet", None)
    return "t0" if pet in ("cat", 1, "a", "red") else "t1" if pet in ("dog", 2, "c") else pet


def log(value):
    print("log", repr(value))


def make(kind, value):
    try:
        return TypeAdapter(kind).validate_python(value)
    except Exception:
        return value


def assign(model, name, value):
    setattr(model, name, value)
    return model, sorted(model.model_fields_set)


def delete(model, name):
    delattr(model, name)
    return model


def same_again(kind, model):
    return kind.model_validate(model) is model, kind.model_validate(model.model_dump(by_alias=True)) == model


def refused(name, error):
    print(name, "!!", type(error).__name__, repr(str(error)))
    return int


def ended(label, error):
    if isinstance(error, ValidationError):
        print(label, "!", repr(str(error)), error.title)
        for each in error.errors(include_url=False):
            print(label, "!", each)
        try:
            print(label, "!", error.json(include_url=False))
        except Exception as other:
            print(label, "!!", type(other).__name__, repr(str(other)))
    else:
        print(label, "!!", type(error).__name__, repr(str(error)))


def case(label, made, *uses):
    try:
        value = made()
    except Exception as error:
        return ended(label, error)
    print(label, "=", repr(value))
    for index, use in enumerate(uses):
        try:
            print(f"{label}.{index}", "=", repr(use(value)))
        except Exception as error:
            ended(f"{label}.{index}", error)


import re

shown_as_it_is = print


def print(*values):
    shown_as_it_is(re.sub(r"0x[0-9a-f]+", "0x", " ".join(str(value) for value in values)))


try:
    class A(BaseModel):
        first_name: int
        b_c: int = Field(alias='q')
        d_e: int = Field(validation_alias='r')
        f_g: int = Field(alias='z', alias_priority=1)
    class B(A):
        model_config = ConfigDict(alias_generator=to_camel)
        h_i: int = 1
    class C(B):
        model_config = ConfigDict(alias_generator=to_pascal)
    class D(B):
        pass
    class E(B):
        model_config = ConfigDict(alias_generator=None)
    for k in (A, B, C, D, E):
        print(k.__name__, k.model_fields)
        case(k.__name__, lambda: k.model_validate({}))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class N(BaseModel):
        a: int
        d: date = None
    @dataclass
    class SD:
        a: int
    @pydantic_dataclass
    class PD:
        a: int
    class TD(TypedDict):
        a: int
    class NT(NamedTuple):
        a: int
    class S(BaseModel):
        model_config = ConfigDict(strict=True)
        n: N = None
        ln: list[N] = None
        un: Union[N, int] = None
        on: Optional[N] = None
        sd: SD = None
        pd: PD = None
        td: TD = None
        nt: NT = None
        i: int = 1
        f: N = Field(None, strict=False)
        h: Annotated[N, Strict()] = None
    for k in ['n','on','un','sd','pd','td','nt','f','h']:
        for v in [{'a': '1'}, {'a': 1}, OrderedDict(a='1'), N(a=1), Loose({'a': '1'}), SD(1), PD(1), NT(1), ('1',), (1,)]:
            case(k, lambda: S(**{k: v}))
        case(k, lambda: S.model_validate_json('{"%s": {"a": "1"}}' % k))
    case('ln', lambda: S(ln=[{'a': '1', 'd': '2024-01-01'}]))
    case('ln', lambda: S(ln=({'a': '1', 'd': '2024-01-01'},)))
    case('call', lambda: N.model_validate({'a': '1'}, strict=True))
    case('call', lambda: S.model_validate({'n': {'a': '1'}}, strict=False))
    case('call', lambda: S.model_validate({'n': {'a': '1'}}, strict=True))
    class H(BaseModel):
        s: S
        i: int
    case('h', lambda: H(s={'i': '1'}, i='1'))
    case('h', lambda: H(s={'i': 1}, i='1'))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        model_config = ConfigDict(str_to_upper=True, str_max_length=8, str_strip_whitespace=True)
        e: EmailStr = None
        n: NameEmail = None
        s: SecretStr = None
        u: HttpUrl = None
        i: IPv4Address = None
        j: Json[str] = None
        b: Base64Str = None
        k: UUID = None
        l: Literal['a'] = None
    for k in A.model_fields:
        for v in [' a@b.co ', 'abcdefgh@b.com', ' ab ', '"ab"', ' YWI= ', 'http://a.b', 'http://abcdefghijk.com', '1.2.3.4', ' 1.2.3.4 ', ' a ', 'Tom <t@x.y>']:
            case(k, lambda: A(**{k: v}))
    print(TypeAdapter(Union[int, EmailStr], config=ConfigDict(str_to_upper=True)).validate_python('a@b.co'))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        a: Json[list[date]]
        b: Json[set[int]] = None
    for v in ['["2024-01-01"]', '[1]', '["x"]', 'nope', 5, b'[]', '{}', bytearray(b'[]')]:
        case('a', lambda: A(a=v))
        case('a', lambda: A.model_validate({'a': v}, strict=True))
        case('a', lambda: A.model_validate_strings({'a': v}))
    case('b', lambda: A.model_validate({'a': '[]', 'b': '[1]', 'c': '{"1": [1, 2]}'}, strict=True))
    case('b', lambda: A.model_validate({'a': '[]', 'b': '["q"]', 'c': '{"1": [1, 2, 3]}'}))
    print(A(a='["2024-01-01"]').model_dump(include={'a': {0}}), A(a='["2024-01-01"]').model_dump(exclude={'a': {0}}), A(a='["2024-01-01"]').model_dump_json(round_trip=True))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class M(BaseModel):
        a: int
        @model_validator(mode='wrap')
        @classmethod
        def w(cls, v, h): return h(v)
    class N(BaseModel):
        model_config = ConfigDict(title='T')
        a: int
        @model_validator(mode='after')
        def w(self): return self
    for t in [M, N, Annotated[M, Field(title='x')], Optional[M], list[N], Annotated[N, AfterValidator(same)], Union[M, N]]:
        case('t', lambda: TypeAdapter(t).validate_python({}))
        case('t', lambda: TypeAdapter(t).validate_json('{'))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

import re
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, IntEnum
from fractions import Fraction
from ipaddress import IPv4Address
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, Optional, Union
from uuid import UUID

from pydantic import AfterValidator, AnyUrl, BaseModel, EmailStr, Field, HttpUrl, Json, RootModel, SecretBytes, SecretStr, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass
from typing_extensions import TypedDict


class Color(Enum):
    RED = "red"


class Level(IntEnum):
    LOW = 1


class Model(BaseModel):
    a: int


class Root(RootModel[list[int]]):
    pass


class Point(NamedTuple):
    x: int
    y: int


class Record(TypedDict):
    a: int


@dataclass
class Data:
    a: int


TYPES = {
    "any": Any, "none": None, "bool": bool, "int": int, "float": float, "decimal": Decimal, "str": str, "bytes": bytes, "date": date, 
    "timedelta": timedelta, "uuid": UUID, "literal": Literal["a", 1], "color": Color, "list": list[str], 
    "tuple": tuple[str, int], "tuples": tuple[str, ...], "dict": dict[str, int], 
    "optional_list": Optional[list[str]], "optional_tuple": Optional[tuple[str, ...]], "union": Union[int, str],
    "union_list": Union[list[str], str], "model": Model, "root": Root, "named": Point, "record": Record, "data": Data, "sequence": Sequence[str],
    "deque": deque[str], "ordered": OrderedDict[str, int],
    "counter": Counter[str], "email": EmailStr, "url": AnyUrl, "secret": SecretStr, "json": Json[list[int]],
    "fraction": Fraction, "path": Path, "after": Annotated[str, AfterValidator(lambda v: v)],
    
    "plain_list": Annotated[list[str], AfterValidator(lambda v: v)],
}
CONSTRAINTS = {
    "gt": 1, "multiple_of": 2, "max_length": 2, "pattern": "^a", "strict": True, "allow_inf_nan": False,
    "max_digits": 3, "decimal_places": 1, "strip_whitespace": True, "coerce_numbers_to_str": True, "union_mode": "left_to_right", "fail_fast": True,
}
INPUTS = ["abc", 2.5, ["a", "bcd", "c"], {"x": 1, "y": 2, "a": 3}]


def words(error):
    return re.sub(r"0x[0-9a-f]+", "#", f"{type(error).__name__} {error}".replace("\n", " / "))[:300]


for type_name, kind in TYPES.items():
    for name, limit in CONSTRAINTS.items():
        try:
            adapter = TypeAdapter(Annotated[kind, Field(**{name: limit})])
        except Exception as error:
            print(type_name, name, "declared", words(error))
            continue
        for value in INPUTS:
            try:
                print(type_name, name, repr(value), "=", re.sub("0x[0-9a-f]+", "#", repr(adapter.validate_python(value))))
            except ValidationError as error:
                for e in error.errors(include_url=False):
                    print(type_name, name, repr(value), "!", e["type"], e["loc"], e["msg"], repr(e["input"])[:60], e.get("ctx"))
            except Exception as error:
                print(type_name, name, repr(value), "!!", words(error))

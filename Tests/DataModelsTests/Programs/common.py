"""What the programs that begin with a line `# common.py` have before them, and those of the fuzzer of models."""

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

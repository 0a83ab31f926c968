"""What JSON, strictness and inputs of unusual kinds change for types of the standard library."""
import re
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from ipaddress import IPv4Address, IPv4Network, IPv6Address
from typing import Annotated, Any, NamedTuple

from pydantic import AliasChoices, AliasPath, BaseModel, ConfigDict, Field, InstanceOf, NameEmail, PlainSerializer, TypeAdapter, ValidationError, computed_field, with_config
from pydantic_core import PydanticCustomError, PydanticKnownError
from typing_extensions import TypedDict


class Mode(StrEnum):
    A = "a"


class Point(NamedTuple):
    x: int
    y: str = "q"


@dataclass
class Data:
    a: int
    b: str = "z"


@with_config(ConfigDict(str_to_lower=True, extra="forbid"))
class Lower(TypedDict):
    a: str


class Animal(BaseModel):
    name: str


class Dog(Animal):
    tricks: int = 0


class Aliased(BaseModel):
    name: str = Field(validation_alias=AliasPath("user", "names", 0))
    other: int = Field(validation_alias=AliasChoices(AliasPath("a", "b"), "c"))


TYPES = {
    "seq": Sequence[int], "deque": deque[int], "ordered": OrderedDict[str, int], "counter": Counter[str], "default": defaultdict[str, int], "point": Point, "data": Data, "name": NameEmail, "ip": IPv4Address,
    "ip6": IPv6Address, "net": IPv4Network, "complex": complex, "keys": dict[int, date], "lower": Lower, "instance": InstanceOf[Animal], "aliased": Aliased, "pattern": re.Pattern, "iterable": Iterable[int],
    "written": dict[Annotated[int, PlainSerializer(lambda v: f"k{v}")], int], "any": Any, "pair": tuple[int, int],
}
VALUES = [
    None, 2, 1.5, "a", "A <a@b.co>", "1.2.3.4", "1.2.3.4/5/6", "1/2", "", "3+4j", b"a", b"\xff", bytearray(b"12"), Mode.A, [1, "2"], (1, "a"), ("2", 3), range(3), {}, {"a": "B"}, {"a": 1, "b": 2}, {3: 4}, {"user": {"names": []}, "a": {}},
    {"user": {"names": ["n"]}, "c": "5"}, {frozenset([1]): 2}, deque([1]), OrderedDict(a=1), Counter("aab"), defaultdict(int, a=1), Point(1, "z"), Data(3), Dog(name="d"), Decimal("1.5"), re.compile(b"x"),
]
TEXTS = ["null", "true", "1", "12345678901234567890123", '"a"', '""', '"1.2.3.4"', '"::1/2"', '"A <a@b.co>"', '"3+4j"', "[1]", '["x"]', '{"a": "B"}', '{"1": "2020-01-01"}', '{"x": 1}', '{"name": "n"}']


def show(label, thunk):
    try:
        return [thunk()]
    except ValidationError as error:
        print(label, "!", *[(e["type"], e["loc"], e["msg"], repr(e["input"])[:60], "url" in e) for e in error.errors()])
    except Exception as error:
        print(label, "!!", type(error).__name__, str(error)[:160])


for name, kind in TYPES.items():
    adapter = TypeAdapter(kind)
    for value in VALUES:
        if name == "pattern" and isinstance(value, Mode):
            continue  # `repr` of a pattern of a text of a class of its own
        for strict in (False, True):
            label = f"{name} {value!r} {strict}"
            made = show(label, lambda: adapter.validate_python(value, strict=strict))
            if made and name != "iterable":
                print(label, "=", repr(made[0]))
            if made and not strict:
                for mode in ("python", "json"):
                    plain = show("  " + mode, lambda: adapter.dump_python(made[0], mode=mode))
                    if plain and not (name == "iterable" and mode == "python"):
                        print("  ", mode, repr(plain[0]))
    for text in TEXTS:
        for strict in (False, True):
            label = f"{name} json {text} {strict}"
            made = show(label, lambda: adapter.validate_json(text, strict=strict))
            if made and name != "iterable":
                print(label, "=", repr(made[0]))
for error in [PydanticCustomError("kind", "the {x} of {y}", {"x": 1, "y": "z"}), PydanticKnownError("less_than", {"lt": 2}), PydanticCustomError("plain", "no context")]:
    print(str(error), repr(error), error.type, error.message_template, error.context, error.message())

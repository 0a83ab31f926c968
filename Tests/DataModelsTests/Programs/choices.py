from pydantic import TypeAdapter, ValidationError


def show(label, thunk):
    try:
        print(label, "=", repr(thunk()))
    except ValidationError as error:
        for e in error.errors(include_url=False):
            print(label, "!", e["type"], e["loc"], e["msg"], repr(e["input"]), e.get("ctx"))
    except Exception as error:
        print(label, "!!", type(error).__name__, error)


def table(name, annotation, inputs, strict=False):
    adapter = TypeAdapter(annotation)
    for value in inputs:
        show(f"{name} {value!r}", lambda: adapter.validate_python(value, strict=strict))

from datetime import date, datetime
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum, Flag, IntFlag
from typing import Annotated, Literal, Optional, Union
from uuid import UUID
from pydantic import BaseModel, Field, Strict, StrictInt, StrictStr, StrictBool, StrictFloat, StrictBytes


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


class Number(Enum):
    ONE = 1
    TWO = 2


class Half(float, Enum):
    A = 0.5


class Size(IntEnum):
    SMALL = 1
    BIG = 2


class Fruit(StrEnum):
    APPLE = "apple"


class Mixed(Enum):
    A = 1
    B = "b"
    C = None


class Missing(Enum):
    A = "a"

    @classmethod
    def _missing_(cls, value):
        return cls.A if value == "?" else None


class OldStr(str, Enum):
    X = "x"


class Single(Enum):
    ONLY = "only"


table("Enum", Colour, ["red", Colour.RED, "RED", "green", 1, None, b"red", OldStr.X])
table("Number", Number, [1, "1", 1.0, True, "x", 3, Number.TWO, Decimal(1)])
table("Half", Half, [0.5, "0.5", 1])
table("IntEnum", Size, [1, "2", 2.0, True, "x", Size.BIG, 5])
table("StrEnum", Fruit, ["apple", "pear", Fruit.APPLE, b"apple", 3])
table("Mixed", Mixed, [1, "b", None, "1", "c"])
table("Missing", Missing, ["a", "?", "b"])
table("OldStr", OldStr, ["x", "y", OldStr.X, 1])
table("Single", Single, ["only", "x"])
table("strict Enum", Colour, ["red", Colour.RED], strict=True)
table("Literal", Literal["a", "b"], ["a", "c", 1, None, b"a"])
table("Literal1", Literal["a"], ["a", "b"])
table("Literal ints", Literal[1, 2, 3], [1, "1", 1.0, True, 4])
table("Literal mixed", Literal["a", 1, None, True], ["a", 1, None, True, False, "1", 1.0])
table("Literal enum", Literal[Colour.RED], [Colour.RED, "red", "blue"])
table("Literal intenum", Literal[Size.SMALL, "x"], [Size.SMALL, 1, "x", 2])
table("Literal quote", Literal["it's", 'say "x"', "a\nb"], ["it's", "z"])
table("Literal bytes", Literal[b"x"], [b"x", "x"])


class Cat(BaseModel):
    name: str
    lives: int = 9


class Dog(BaseModel):
    name: str
    barks: bool = True


class Fish(BaseModel):
    fins: int


BASIC = [1, "1", 1.0, 1.5, True, "x", None, [1], b"1", "2020-01-01", {}, date(2020, 1, 1), datetime(2020, 1, 1, 1), "12345678-1234-5678-1234-567812345678", Colour.RED]
table("int|str", Union[int, str], BASIC)
table("str|int", Union[str, int], BASIC)
table("int|float", int | float, BASIC)
table("float|int", float | int, BASIC)
table("bool|int", bool | int, BASIC + [0, 2])
table("int|bool", int | bool, BASIC + [0, 2])
table("bool|str", bool | str, BASIC)
table("float|str", float | str, BASIC)
table("int|None", int | None, BASIC)
table("date|datetime", Union[date, datetime], BASIC)
table("datetime|date", Union[datetime, date], BASIC + ["2020-01-01T00:00:00"])
table("uuid|str", Union[UUID, str], BASIC)
table("enum|str", Union[Colour, str], ["red", "x", Colour.RED, 1])
table("literal|int", Union[Literal["a", "b"], int], ["a", "1", "c", 1])
table("list|str", Union[list[int], str], ["a", [1], ["1"], ["x"], 1])
table("list int|list str", Union[list[int], list[str]], [[1], ["1"], ["x"], [1, "x"], [], [None]])
table("dict|list", Union[dict[str, int], list[int]], [{"a": 1}, [1], "x"])
table("set|list", Union[set[int], list[int]], [[1], {1}, (1,)])
table("tuple|list", Union[tuple[int, int], list[int]], [[1, 2], (1, 2), [1, 2, 3]])
table("decimal|float", Union[Decimal, float], [1, 1.5, "1.5", Decimal("2")])
table("cat|dog", Union[Cat, Dog], [{"name": "a"}, {"name": "a", "barks": False}, {"name": "a", "lives": "3"}, {}, Dog(name="d"), 5, {"name": 1, "barks": True}])
table("fish|cat", Union[Fish, Cat, None], [{"fins": 1}, {"name": "x"}, {"fins": "x"}, None])
table("constrained", Union[Annotated[int, Field(gt=5)], Annotated[str, Field(max_length=2)]], [3, 6, "ab", "abc", "7"])
table("left to right", Annotated[Union[int, str], Field(union_mode="left_to_right")], ["1", "x", 1, 1.5])
table("nested", Union[int, Union[str, list[Union[int, None]]]], [[None, 1], ["x"], 1.5])
table("optional nested", Optional[Union[int, list[str]]], [None, [1], {}])
table("strict int|str", Union[StrictInt, str], [1, "1", 1.0, True])
table("strict", Annotated[int, Strict()], [1, "1", True])
table("StrictStr", StrictStr, ["a", b"a", 1])
table("StrictBool", StrictBool, [True, 1, "true"])
table("StrictFloat", StrictFloat, [1.5, 1, "1.5"])
table("StrictBytes", StrictBytes, [b"a", "a"])
table("error names", Union[dict[str, int], set[int], frozenset[int], tuple[int, str], tuple[int, ...], Decimal, bytes, Colour, Literal["q", 1], None, Cat], [1.5])

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

from decimal import Decimal
from enum import Enum, IntEnum
from fractions import Fraction
from typing import Annotated
from pydantic import Field


class Colour(Enum):
    RED = 1


class Size(IntEnum):
    BIG = 3


class Text(str):
    pass


BASIC = [
    0, 1, -7, True, False, 1.0, 1.5, -0.0, 1e20, float("inf"), float("nan"), "1", " 12 ", "+5", "-3", "1.0", "1.5", "1_000", "_1",
    "1__0", "1e3", "", " ", "abc", "0x10", "１", "00012", "-0", "1.", ".5", b"3", b"x", b"\xff", None, [], {}, (1,), Decimal("3"),
    Decimal("3.5"), Decimal("NaN"), Colour.RED, Size.BIG, Text("8"), 10**30, "1" * 30, 2**63, -(2**63), "nan",
    "inf", "-Infinity", " 1.5 ", "True", "true", "yes", "ON", "f", "t", "2", 2, "1 2", "- 1", "1,000", "1e-3", "--1", "1.0000", "1.00001",
]
table("int", int, BASIC)
table("float", float, BASIC)
table("bool", bool, BASIC)
table("strict int", int, BASIC[:20] + [None, b"3", Size.BIG, 10**30], strict=True)
table("strict float", float, BASIC[:20] + [None, 10**30], strict=True)
table("strict bool", bool, BASIC[:20], strict=True)
DECIMALS = BASIC + ["1e5", "0.10", (0, (1, 2), -1), (0, (1,), 2, 3), Decimal("sNaN")]
table("decimal", Decimal, DECIMALS)
table("strict decimal", Decimal, [1, 1.5, "1", Decimal("1.5"), True], strict=True)
table("gt", Annotated[int, Field(gt=3)], [3, 4, "2", 3.0])
table("range", Annotated[int, Field(ge=0, lt=10, multiple_of=3)], [-1, 0, 4, 9, 10, 12])
table("float range", Annotated[float, Field(gt=0, le=1)], [0, 0.5, 1, 1.5, "0.25", float("nan"), float("inf")])
table("float bound", Annotated[float, Field(ge=1.5, multiple_of=0.5)], [1, 1.5, 2.25, 2.5])
table("finite", Annotated[float, Field(allow_inf_nan=False)], [1.0, float("inf"), float("nan"), "inf"])
table("digits", Annotated[Decimal, Field(max_digits=4, decimal_places=2)], ["12.34", "123.4", "1.234", "12345", 1, "0.001", "1e3", "NaN", "100.00"])
table("only places", Annotated[Decimal, Field(decimal_places=1)], ["1.2", "1.25", 3])
table("decimal gt", Annotated[Decimal, Field(gt=Decimal("1.5"))], ["1.5", "1.6"])
table("decimal gt int", Annotated[Decimal, Field(gt=1, multiple_of=Decimal("0.5"))], ["1", "1.6", "2.5"])
table("decimal nan ok", Annotated[Decimal, Field(allow_inf_nan=True)], ["NaN", "Infinity", "1"])
table("fraction", Fraction, ["1/2", 0.5, Fraction(1, 3), "x", None])

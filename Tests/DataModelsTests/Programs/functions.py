from pydantic import BaseModel, ValidationError


def show(label, thunk):
    try:
        print(label, "=", repr(thunk()))
    except ValidationError as error:
        for e in error.errors(include_url=False):
            print(label, "!", e["type"], e["loc"], e["msg"], repr(e["input"]), e.get("ctx"))
    except Exception as error:
        print(label, "!!", type(error).__name__, error)

import dataclasses
from dataclasses import dataclass as plain_dataclass, field
from typing import Annotated, Any, Optional
from pydantic import ConfigDict, Field, TypeAdapter, validate_call, field_validator, model_validator
from pydantic.dataclasses import dataclass


@validate_call
def add(a: int, b: int = 2, *args: int, c: float = 1.0, **kw: str) -> int:
    return (a, b, args, c, kw)


show("call", lambda: (add("1"), add(1, "2", "3", c="4", x="y"), add(b=3, a=1)))
show("call bad", lambda: add("x", b="y", c="z"))
show("call missing", lambda: add())
show("call kw", lambda: add(1, x=5))


@validate_call(validate_return=True)
def ret(a: int) -> str:
    return a


show("return", lambda: ret("3"))


@validate_call
def only(a: int, /, b: int, *, c: int):
    return a, b, c


show("only", lambda: only("1", "2", c="3"))
show("only many", lambda: only(1, 2, 3, 4))
show("only kw", lambda: only(a=1, b=2, c=3, d=4))
show("name", lambda: (add.__name__, add.raw_function(1)))


@dataclass
class D:
    a: int
    b: str = "x"
    c: list[int] = Field(default_factory=list, max_length=2)

    @field_validator("a")
    @classmethod
    def check(cls, v):
        return v + 1


show("dataclass", lambda: (D("1"), D(a=2, b="q", c=["3"]), D(1) == D(1)))
show("dataclass bad", lambda: D("x", c=[1, 2, 3]))
show("dataclass missing", lambda: D())
show("dataclass extra", lambda: D(1, z=3))


@dataclass(config=ConfigDict(extra="forbid", validate_assignment=True), frozen=False)
class F:
    a: int = 1


show("dc forbid", lambda: F(z=3))


@plain_dataclass
class P:
    a: int
    b: Optional[str] = None
    c: list[int] = field(default_factory=list)


class Holder(BaseModel):
    p: P
    d: Optional[D] = None


show("plain", lambda: Holder(p={"a": "1"}, d={"a": "5"}))
show("plain instance", lambda: Holder(p=P(a="raw")))
show("plain bad", lambda: Holder(p={"a": "q", "c": 3}, d={}))
show("plain dump", lambda: (Holder(p={"a": "1"}).model_dump(), Holder(p={"a": 1}, d={"a": 1}).model_dump_json()))
show("adapter", lambda: (TypeAdapter(P).validate_python({"a": "3"}), TypeAdapter(P).dump_json(P(1)), TypeAdapter(list[P]).validate_python([{"a": 1}])))
show("adapter bad", lambda: TypeAdapter(P).validate_python(5))
show("is dataclass", lambda: (dataclasses.is_dataclass(D), dataclasses.asdict(D(1)), [f.name for f in dataclasses.fields(D)]))

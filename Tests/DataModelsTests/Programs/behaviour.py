import re
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Optional
from uuid import UUID

from pydantic import (
    BaseModel, ConfigDict, Field, PrivateAttr, RootModel, ValidationError, ValidationInfo, computed_field, create_model, field_validator,
    model_validator,
)
from typing_extensions import Self


def show(thunk):
    try:
        print("=", repr(thunk()))
    except ValidationError as error:
        for e in error.errors(include_url=False):
            print("!", error.title, e["type"], e["loc"], e["msg"], repr(e["input"]), e.get("ctx"))
    except Exception as error:
        print("!!", type(error).__name__, error)

# computed fields, cached_property, inheritance
class A(BaseModel):
    w: int
    h: int = 2
    @computed_field
    @cached_property
    def area(self) -> int: return self.w * self.h
    @computed_field(return_type=str, repr=False)
    def label(self): return f"{self.w}x{self.h}"
    @property
    def hidden(self): return 1
    @computed_field
    @property
    def setme(self) -> float: return self.w / 2
    @setme.setter
    def setme(self, v: float) -> None: self.w = int(v * 2)
class B(A):
    model_config = ConfigDict(validate_assignment=True, extra="allow")
    c: str = "c"
    @computed_field
    @property
    def area(self) -> int: return -1
show(lambda: A(w=3))
show(lambda: A(w=3).model_dump())
show(lambda: B(w=3, z=9).model_dump(exclude={"label"}))
show(lambda: (lambda a: (setattr(a, "setme", 5), a))(A(w=3)))
show(lambda: A.model_computed_fields.keys())
show(lambda: B(w=1, q=2).q)
show(lambda: B(w=1, q=2).model_extra)
show(lambda: B(w=1, q=2).__pydantic_extra__)
show(lambda: A(w=1).model_copy(update={"w": 5}).area)
# equality, iteration, copy
show(lambda: A(w=1) == A(w=1, h=2))
show(lambda: B(w=1, q=2) == B(w=1, q=3))
show(lambda: [k for k, v in B(w=1, q=2)])
show(lambda: A(w=1) in [A(w=1)])
show(lambda: repr(A(w="x")))
# validators info
class V(BaseModel):
    a: int
    b: int = 0
    c: list[int] = Field(default_factory=lambda: [1], validate_default=True)
    @field_validator("a", "b", mode="before")
    @classmethod
    def bef(cls, v, info: ValidationInfo):
        if v == "info": raise ValueError(f"{info.field_name} {info.mode} {info.data} {info.context} {info.config.get('title') if info.config else None}")
        return v
    @field_validator("c", mode="wrap")
    @classmethod
    def wr(cls, v, h):
        return h(v) + [99]
    @model_validator(mode="after")
    def aft(self, info: ValidationInfo) -> Self:
        if self.b < self.a: raise ValueError("b<a") 
        return self
show(lambda: V(a=1, b=2))
show(lambda: V(a=1, b="info"))
show(lambda: V.model_validate({"a": "info"}, context={"q": 1}))
show(lambda: V.model_validate_json('{"a": "info"}'))
show(lambda: V(a=5, b=2))
show(lambda: V(a=5, b=2, c="x"))
# private, post init
class P(BaseModel):
    x: int
    _y: int = 3
    _z: list = PrivateAttr(default_factory=list)
    _w: str
    def model_post_init(self, ctx): self._w = f"post{self.x}{ctx}"
show(lambda: (P(x=1)._y, P(x=1)._w, P(x=1)._z))
show(lambda: P(x=1, _y=5)._y)
show(lambda: P(x=1).model_copy()._w)
show(lambda: P.model_validate({"x": 1}, context=5)._w)
class P2(BaseModel):
    _w: str
show(lambda: P2()._w)
show(lambda: P2().nope)
# RootModel
class L(RootModel[list[int]]):
    def __len__(self): return len(self.root)
class D(RootModel[dict[str, A]]): pass
show(lambda: (L([1, "2"]), len(L([1])), L([1]) == L([1]), L.model_validate(["3"]), L([1]).model_dump(), L([1]).model_dump_json()))
show(lambda: L("x"))
show(lambda: L(root=[1]))
show(lambda: D({"a": {"w": 1}}).model_dump(exclude={"a": {"label"}}))
show(lambda: RootModel[int]("5"))
show(lambda: RootModel[Optional[str]](None))
show(lambda: L())
# create_model
C1 = create_model("C1", a=(int, ...), b=(str, "x"), __base__=A)
C2 = create_model("C2", a=int, __config__=ConfigDict(extra="forbid"), __validators__={"va": field_validator("a")(lambda cls, v: v * 2)})
show(lambda: (C1(w=1, a="2"), C1.__mro__[1].__name__, C1.model_fields.keys()))
show(lambda: C2(a=2))
show(lambda: C2(a=2, q=1))
show(lambda: C2.__name__)
# strict
class S(BaseModel):
    model_config = ConfigDict(strict=True)
    a: int
    b: float = 1.0
    c: Annotated[int, Field(strict=False)] = 1
    d: datetime = datetime(2020,1,1)
    e: tuple[int, ...] = ()
show(lambda: S(a=1, b=1, c="3"))
show(lambda: S(a="1", b="1", d="2020-01-01", e=[1]))
show(lambda: S.model_validate_json('{"a":1,"d":"2020-01-01T00:00:00","e":[1],"b":2}'))
show(lambda: S.model_validate({"a": "1"}, strict=False))
# revalidate/from_attributes
class R(BaseModel):
    model_config = ConfigDict(revalidate_instances="always", from_attributes=True)
    a: A
    x: int = 0
class O: 
    def __init__(s, **k): s.__dict__.update(k)
show(lambda: R.model_validate(O(a=A(w=1), x="q")))
show(lambda: R(a=A.model_construct(w="bad")))
show(lambda: A.model_validate(O(w=1), from_attributes=True))
# serialization
class Ser(BaseModel):
    a: datetime = datetime(2024,1,2,3,4,5,tzinfo=timezone(timedelta(hours=2)))
    b: timedelta = timedelta(days=-1, microseconds=5)
    c: bytes = b"\xff"
    d: set[int] = {1}
    e: Decimal = Decimal("1E+5")
    f: float = float("nan")
    g: Any = None
show(lambda: Ser().model_dump_json())
show(lambda: Ser(c=b"a").model_dump_json())
show(lambda: Ser(c=b"a", g=object()).model_dump_json())
show(lambda: Ser(c=b"a", g=[{1: Decimal("2")}, (UUID(int=1),), re.compile("x"), 1+2j]).model_dump_json())
show(lambda: Ser(c=b"a", g=O(x=1)).model_dump_json(fallback=lambda o: o.__dict__))
show(lambda: A.model_construct(w="str").model_dump())
show(lambda: A.model_construct(w="str").model_dump(warnings="error"))
show(lambda: A.model_construct(w="str").model_dump_json(warnings=False))

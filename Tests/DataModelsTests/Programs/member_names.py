import datetime as dt
from typing import List, Optional, Union

from pydantic import BaseModel, Field, TypeAdapter, ValidationError, field_validator, model_validator


def show(thunk):
    try:
        print("=", repr(thunk()))
    except ValidationError as error:
        for e in error.errors(include_url=False):
            print("!", error.title, e["type"], e["loc"], e["msg"], repr(e["input"]), e.get("ctx"))


class A(BaseModel):
    x: int
    @model_validator(mode="after")
    def chk(self): return self
class B(BaseModel):
    y: int
    @model_validator(mode="before")
    @classmethod
    def pre(cls, d): return d
    @model_validator(mode="wrap")
    @classmethod
    def wr(cls, d, h): return h(d)
class C(BaseModel):
    z: int
    kids: "list[C]" = []
    @model_validator(mode="after")
    def chk(self): return self
class D(BaseModel):
    k: int
    kids: "list[D]" = []
class E(BaseModel):
    u: Union[A, B, C, D]
    o: Optional[C] = None
    l: list[Union[C, int]] = []
class F(BaseModel):
    a: int
    @field_validator("a")
    @classmethod
    def fa(cls, v): return v
    @model_validator(mode="after")
    def one(self): return self
    @model_validator(mode="after")
    def two(self): return self
show(lambda: E(u={}, l=["q"]))
show(lambda: TypeAdapter(Union[A, int]).validate_python("q"))
show(lambda: TypeAdapter(Union[C, int]).validate_python("q"))
show(lambda: TypeAdapter(list[C]).validate_python("q"))
show(lambda: TypeAdapter(list[A]).validate_python("q"))
show(lambda: TypeAdapter(dict[str, B]).validate_python("q"))
show(lambda: TypeAdapter(tuple[D, F]).validate_python("q"))
show(lambda: TypeAdapter(F).validate_python("q"))
show(lambda: TypeAdapter(C).validate_python("q"))
show(lambda: TypeAdapter(Union[F, int]).validate_python({"a": "z"}))
show(lambda: A(x="q"))
show(lambda: C(z="q"))


class Hours(BaseModel):
    t: dt.time = Field(dt.time(1), lt=dt.time(12))


show(lambda: (Hours(t=3600), Hours(t="11:00Z")))
show(lambda: Hours(t="12:00+01:00"))

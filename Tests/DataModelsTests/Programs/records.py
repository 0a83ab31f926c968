from dataclasses import InitVar, dataclass, field
from typing import Annotated, Generic, List, NamedTuple, Optional, TypeVar

from pydantic import AliasChoices, AliasPath, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, field_validator
from pydantic.dataclasses import dataclass as pyd
from typing_extensions import NotRequired, Required, TypedDict


def show(thunk):
    try:
        print("=", repr(thunk()))
    except ValidationError as error:
        for e in error.errors(include_url=False):
            print("!", error.title, e["type"], e["loc"], e["msg"], repr(e["input"]), e.get("ctx"))
    except Exception as error:
        print("!!", type(error).__name__, error)



# Records in other records: settings, type arguments, aliases
@pyd(config=ConfigDict(extra="allow"))
class A:
    x:int=1
show(lambda: (A(x=1,y=2), A(x=1,y=2).__dict__, TypeAdapter(A).dump_python(A(x=1,y=2))))
@pyd
class B:
    x:int=Field(1, validation_alias=AliasChoices("a","b", AliasPath("c",0)))
    y:int=field(init=False, default=3)
    z:InitVar[int]=4
    w:int=Field(5, init=False)
    v:int=Field(6, init_var=True)
    def __post_init__(self,z,v): self.got=(z,v)
show(lambda: (B(b=3), B(b=3).__dict__, TypeAdapter(B).dump_python(B(c=[3]))))
show(lambda: B(y=3))
show(lambda: TypeAdapter(B).validate_python({"a":"1","z":"7","y":3, "v":2}).got)
show(lambda: B(z="q", a="r"))
class T1(TypedDict):
    a: Annotated[int, Field(alias="A", gt=3)]
    b: Annotated[str, Field(default="x", exclude=True)]
    c: Annotated[str, Field(serialization_alias="CC")]
    d: Annotated[list[int], Field(default_factory=list)]
show(lambda: TypeAdapter(T1).validate_python({"A":5,"c":"q"}))
show(lambda: TypeAdapter(T1).dump_python({"a":5,"c":"q","b":"z"}, by_alias=True))
show(lambda: TypeAdapter(T1).dump_python({"a":5,"c":"q","b":"z"}))
show(lambda: TypeAdapter(T1).validate_python({"a":5}))
class M(BaseModel):
    model_config=ConfigDict(extra="forbid", populate_by_name=True, alias_generator=lambda s:s.upper())
    t: T1
    d: "D"
@dataclass
class D:
    q: int
    r: "Optional[D]"=None
show(lambda: M(t={"A":5,"c":"q"}, d={"Q":1,"r":{"q":2}}))
show(lambda: M(t={"a":5,"c":"q"}, d={"q":1,"zz":3}))
show(lambda: M(t={"a":5,"c":"q"}, d={"q":1,"zz":3}))
show(lambda: M(t={"a":5,"c":"q"}, d={"q":1}).model_dump(by_alias=True))
show(lambda: M(t={"a":5,"c":"q"}, d=D(q="notint")))
show(lambda: TypeAdapter(D).validate_python({"q":1,"zz":3}))
Tv=TypeVar("Tv")
class N(NamedTuple, Generic[Tv]):
    a: Tv
    b: list[Tv] = []
show(lambda: TypeAdapter(N[int]).validate_python(["1",["2"]]))
show(lambda: TypeAdapter(N[int]).validate_python({"a":"x","b":["2"]}))
@dataclass
class G(Generic[Tv]):
    a: Tv
    b: "Optional[G[Tv]]" = None
show(lambda: TypeAdapter(G[int]).validate_python({"a":"1","b":{"a":"x"}}))
show(lambda: TypeAdapter(G[int]).validate_python({"a":"1","b":{"a":"3"}}))
@pyd
class GP(Generic[Tv]):
    a: Tv
show(lambda: GP[int](a="x"))
show(lambda: TypeAdapter(GP[int]).validate_python({"a":"x"}))
show(lambda: TypeAdapter(GP[int]))
class O(BaseModel):
    g: GP[int]
    h: list[G[str]] = []
show(lambda: O(g={"a":"3"}, h=[{"a":1}]))
show(lambda: O(g={"a":"3"}, h=[{"a":"1"}]).model_dump_json())
class SubD(D): pass
show(lambda: A.__pydantic_fields__)
@pyd(order=True)
class K:
    x: int
    y: str = Field("a", frozen=True)
k=K(1)
show(lambda: setattr(k,"y","b"))
show(lambda: k)
@pyd(config=dict(revalidate_instances="always", from_attributes=True))
class R:
    x: int
class Ob:
    x="5"
r=R(1); r.x="zz"
show(lambda: TypeAdapter(R).validate_python(r))
show(lambda: TypeAdapter(R).validate_json('[1]'))


# What the call of a dataclass takes
@pyd
class A:
    x: int
    y: int = field(init=False, default=7)
    z: int = Field(8, init=False)
    def __post_init__(self): self.y += 1
@dataclass
class S:
    x: int
    y: int = field(init=False, default=7)
    w: list = field(init=False, default_factory=list)
@pyd(config=dict(extra="forbid"))
class F:
    x: int
    y: int = field(init=False, default=7)
for C in A,S,F:
    T=TypeAdapter(C)
    show(lambda: T.validate_python({"x":1}))
    show(lambda: T.dump_python(C(1)))
    show(lambda: T.dump_json(C(1), exclude_defaults=True))
    show(lambda: T.validate_python({"x":1,"y":2}))
    show(lambda: C(1,2))
    show(lambda: C(1,y=2))
    show(lambda: C(x="q",y=2))
@pyd(kw_only=True)
class K:
    a: int
    b: int = 3
    c: int = Field(4)
    d: int = Field(5, kw_only=True)
show(lambda: K(1))
show(lambda: K(a=1,b=2))
show(lambda: K(9,a=1,b=2))
show(lambda: K(9,8,a=1,b=2))
@pyd
class K2:
    a: int
    d: int = Field(5, kw_only=True)
    e: int = field(default=6, kw_only=True)
show(lambda: K2(1,2))
show(lambda: K2(1,d=2,e=3))


# Assignment and inheritance
@pyd(config=ConfigDict(validate_assignment=True))
class A:
    x: int
    y: int = 3
    @field_validator("y")
    @classmethod
    def c(cls, v): return v*2
a=A(1)
show(lambda: setattr(a,"x","5"))
show(lambda: a)
show(lambda: setattr(a,"x","q"))
show(lambda: setattr(a,"zz",1))
show(lambda: setattr(a,"_zz",1))
show(lambda: setattr(a,"y",4))
show(lambda: a)
@pyd(config=ConfigDict(validate_assignment=True))
class B:
    x: int
    def __post_init__(self): self.sum = 4
show(lambda: B(1))
show(lambda: TypeAdapter(B).validate_python({"x":1}))
@pyd
class C:
    x: int
    def __post_init__(self):
        self.sum = 4
        if self.x == 3: raise ValueError("three")
show(lambda: C(1).sum)
show(lambda: C(3))
@pyd(frozen=True)
class D:
    x: int
d=D(1)
show(lambda: setattr(d,"x",3))
show(lambda: hash(d)==hash(D(1)))
@pyd(config=ConfigDict(extra="allow", validate_assignment=True))
class E:
    x: int
@pyd(slots=True)
class S:
    x: int
    y: str="a"
show(lambda: S("1"))
show(lambda: TypeAdapter(S).dump_python(S(1)))
@dataclass
class Std:
    x: int
    y: "list[Std]" = field(default_factory=list)
class M(BaseModel):
    model_config=ConfigDict(extra="forbid", str_strip_whitespace=True, alias_generator=lambda n: n+"_")
    s: Std
show(lambda: M(s_={"x_":1,"y_":[{"x_":2,"q":1}]}))
show(lambda: M(s_={"x_":1,"y_":[{"x_":"2"}]}).model_dump(by_alias=True))
show(lambda: M.model_validate_json('{"s_":{"x_":1,"y_":[{"x_":"2"}, 3]}}'))
class Sub(Std): pass
show(lambda: TypeAdapter(Std).validate_python(Sub(1)))
show(lambda: TypeAdapter(Sub).validate_python({"x":"3"}))
@pyd
class P1:
    a: int
@pyd
class P2(P1):
    b: str = "x"
show(lambda: P2(a="1", b="q"))
show(lambda: TypeAdapter(P1).dump_python(P2(1)))
show(lambda: TypeAdapter(P1).validate_python(P2(1)))
class MM(BaseModel):
    p: P1
    o: "P2 | P1 | None" = None
show(lambda: MM(p=P2(1)).model_dump())
show(lambda: MM(p={"a":1}, o={"a":2,"b":"s"}))
show(lambda: MM(p={"a":"x"}, o={"a":"y"}))

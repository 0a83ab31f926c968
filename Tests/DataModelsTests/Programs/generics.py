from pydantic import BaseModel, ValidationError


def show(label, thunk):
    try:
        print(label, "=", repr(thunk()))
    except ValidationError as error:
        for e in error.errors(include_url=False):
            print(label, "!", e["type"], e["loc"], e["msg"], repr(e["input"]), e.get("ctx"))
    except Exception as error:
        print(label, "!!", type(error).__name__, error)

from typing import Annotated, Any, Generic, List, Literal, Optional, TypeVar, Union
from pydantic import Discriminator, Field, RootModel, Tag, TypeAdapter, create_model, ConfigDict, field_validator

T = TypeVar("T")
K = TypeVar("K")
N = TypeVar("N", bound=int)


class Box(BaseModel, Generic[T]):
    item: T
    more: list[T] = []


class Pair(BaseModel, Generic[K, T]):
    key: K
    value: Optional[T] = None


class Item(BaseModel):
    name: str


show("box", lambda: (Box(item="x"), Box[int](item="1", more=["2"]), Box[Item](item={"name": "a"}), Box[list[int]](item=["1"])))
show("box bad", lambda: Box[int](item="x", more=[1, "y"]))
show("names", lambda: (Box[int].__name__, Box[Item].__name__, Pair[str, Box[int]].__name__, Box[Optional[int]].__name__, Box[list[int]].__name__, Box[Union[int, str]].__name__, Box[Any].__name__))
show("same", lambda: (Box[int] is Box[int], Box[int](item=1) == Box[int](item=1), isinstance(Box[int](item=1), Box), Box[int](item=1) == Box(item=1)))
show("pair", lambda: (Pair[int, str](key="1"), Pair[int, Box[int]](key=1, value={"item": "3"})))
show("partial", lambda: Pair[int, T][str](key="1", value="a"))
show("nested", lambda: Pair[str, Pair[str, int]](key="a", value={"key": "b", "value": "q"}))
show("json", lambda: Pair[str, Pair[str, int]](key="a", value={"key": "b", "value": "3"}).model_dump_json())
show("bad params", lambda: Box[int, str])
show("not generic", lambda: Item[int])


class Bound(BaseModel, Generic[N]):
    n: N


show("bound", lambda: (Bound(n="3"), ))


class Sub(Box[int]):
    extra: str = "e"


class SubT(Box[T], Generic[T]):
    other: T


show("sub", lambda: (Sub(item="4"), SubT[str](item="a", other="b")))
show("sub bad", lambda: Sub(item="q"))


class Page(BaseModel, Generic[T]):
    items: List[T]
    total: int

    @field_validator("total")
    @classmethod
    def check(cls, v):
        if v < 0:
            raise ValueError("neg")
        return v


show("page", lambda: Page[Item](items=[{"name": "a"}], total=1))
show("page bad", lambda: Page[Item](items=[{"name": 1}], total=-1))
show("page dump", lambda: Page[Item](items=[{"name": "a"}], total=1).model_dump())


class Ints(RootModel[list[int]]):
    def __iter__(self):
        return iter(self.root)

    def __getitem__(self, i):
        return self.root[i]


class Pets(RootModel):
    root: dict[str, Item] = {}


show("root", lambda: (Ints(["1", 2]), Ints.model_validate(["3"]), Ints(root=[1]), list(Ints([1, 2])), Ints([5])[0], Ints([1]).root))
show("root bad", lambda: Ints(["x"]))
show("root dump", lambda: (Ints([1]).model_dump(), Ints([1]).model_dump_json(), Pets({"a": {"name": "n"}}).model_dump(), Pets().model_dump_json(), Ints.model_validate_json("[1, 2]")))
show("root eq", lambda: (Ints([1]) == Ints([1]), Ints([1]) == [1], str(Ints([1])), RootModel[int](5), RootModel[int].__name__, Ints([1]).model_copy()))
show("root missing", lambda: Ints())
show("root in model", lambda: Holder(x=[1, "2"], y={"b": {"name": "z"}}))


class Holder(BaseModel):
    x: Ints
    y: Pets = Pets()


show("root in model", lambda: (Holder(x=[1, "2"], y={"b": {"name": "z"}}), Holder(x=[1]).model_dump(), Holder(x=[1]).model_dump_json()))
show("root nested bad", lambda: Holder(x=["q"], y={"a": {}}))


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int = 9


class Dog(BaseModel):
    kind: Literal["dog", "hound"]
    barks: bool = True


class Lizard(BaseModel):
    kind: Literal["lizard"] = Field("lizard", alias="kindOf")


class Zoo(BaseModel):
    pet: Union[Cat, Dog] = Field(discriminator="kind")
    others: list[Annotated[Union[Cat, Dog], Field(discriminator="kind")]] = []
    opt: Optional[Annotated[Union[Cat, Dog], Discriminator("kind")]] = None


show("zoo", lambda: Zoo(pet={"kind": "cat", "lives": "3"}, others=[{"kind": "hound"}]))
show("zoo bad tag", lambda: Zoo(pet={"kind": "fish"}, others=[{"kind": "dog", "barks": "q"}, {}]))
show("zoo missing", lambda: Zoo(pet={}))
show("zoo type", lambda: Zoo(pet=5, opt="x"))
show("zoo instance", lambda: Zoo(pet=Dog(kind="dog")))
show("zoo nested", lambda: Zoo(pet={"kind": "cat", "lives": "x"}))
show("zoo dump", lambda: Zoo(pet={"kind": "cat"}).model_dump_json())


def tagger(v):
    if isinstance(v, dict):
        return v.get("t")
    return getattr(v, "t", None)


class X(BaseModel):
    t: str
    x: int = 1


class Y(BaseModel):
    t: str
    y: int = 1


XY = Annotated[Union[Annotated[X, Tag("ex")], Annotated[Y, Tag("why")]], Discriminator(tagger)]
xy = TypeAdapter(XY)
show("callable", lambda: (xy.validate_python({"t": "ex"}), xy.validate_python({"t": "why", "y": "4"}), xy.validate_python(X(t="ex"))))
show("callable bad", lambda: xy.validate_python({"t": "zed"}))
show("callable none", lambda: xy.validate_python({"q": 1}))
show("callable inner", lambda: xy.validate_python({"t": "ex", "x": "q"}))
custom = TypeAdapter(Annotated[Union[Annotated[X, Tag("ex")], Annotated[Y, Tag("why")]], Discriminator(tagger, custom_error_type="bad_t", custom_error_message="Bad t", custom_error_context={"k": 1})])
show("custom error", lambda: custom.validate_python({"t": "zed"}))
Dyn = create_model("Dyn", a=(int, 1), b=(str, ...), __base__=Item)
show("create", lambda: (Dyn(name="n", b="x"), Dyn.__name__, list(Dyn.model_fields), issubclass(Dyn, Item)))
show("create bad", lambda: Dyn(a="q"))
Dyn2 = create_model("Dyn2", __config__=ConfigDict(extra="forbid"), x=(Annotated[int, Field(gt=1)], 5), y=Optional[int])
show("create config", lambda: (Dyn2(y=None), ))
show("create forbid", lambda: Dyn2(z=1, x=0, y=1))
ints = TypeAdapter(list[int])
show("adapter", lambda: (ints.validate_python(["1"]), ints.validate_json("[1, \"2\"]"), ints.dump_python([1]), ints.dump_json([1, 2]), ints.dump_json([1], indent=2)))
show("adapter bad", lambda: ints.validate_python("x"))
show("adapter json bad", lambda: ints.validate_json("[1, \"q\"]"))
show("adapter strings", lambda: TypeAdapter(dict[str, bool]).validate_strings({"a": "true"}))
show("adapter model", lambda: (TypeAdapter(list[Item]).validate_python([{"name": "a"}]), TypeAdapter(Item).dump_python(Item(name="b")), TypeAdapter(Optional[Item]).dump_json(None)))
try:
    TypeAdapter(list[Union[int, Item]]).validate_python(["q", {}])
except ValidationError as e:
    print(e)

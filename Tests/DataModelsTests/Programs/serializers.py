from pydantic import BaseModel, ValidationError


def show(label, thunk):
    try:
        print(label, "=", repr(thunk()))
    except ValidationError as error:
        for e in error.errors(include_url=False):
            print(label, "!", e["type"], e["loc"], e["msg"], repr(e["input"]), e.get("ctx"))
    except Exception as error:
        print(label, "!!", type(error).__name__, error)

from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Optional, Union
from uuid import UUID
from collections import deque
from pathlib import Path
from pydantic import ConfigDict, Field, PlainSerializer, SerializeAsAny, WrapSerializer, computed_field, field_serializer, model_serializer, SerializationInfo, SerializerFunctionWrapHandler, FieldSerializationInfo


class Colour(Enum):
    RED = "red"


class All(BaseModel):
    i: int = 1
    f: float = 1.0
    s: str = "é\"\n"
    b: bytes = b"x\xc3\xa9"
    n: None = None
    l: list[Any] = [1, (2,), {3}]
    t: tuple[int, ...] = (1, 2)
    st: set[int] = {1}
    fs: frozenset[str] = frozenset(["a"])
    d: dict[Any, Any] = {1: 2, None: 3, True: 4, 1.5: 5, date(2020, 1, 1): 6, "x": 7, (1, 2): 8, Colour.RED: 9}
    dt: datetime = datetime(2020, 1, 2, 3, 4, 5, 6, timezone.utc)
    dt2: datetime = datetime(2020, 1, 2, tzinfo=timezone(timedelta(hours=2)))
    da: date = date(2020, 1, 2)
    ti: time = time(1, 2, 3)
    td: timedelta = timedelta(days=1, hours=2, microseconds=5)
    de: Decimal = Decimal("1.50")
    u: UUID = UUID("12345678-1234-5678-1234-567812345678")
    c: Colour = Colour.RED
    q: deque[int] = deque([1, 2])
    p: Path = Path("/a/b")
    x: Any = Decimal("2.0")
    g: Any = timedelta(seconds=-5)


show("python", lambda: All().model_dump())
show("json mode", lambda: All().model_dump(mode="json"))
show("json", lambda: All().model_dump_json())
show("indent", lambda: All().model_dump_json(indent=2, include={"i", "l", "d"}))
show("ascii", lambda: All().model_dump_json(ensure_ascii=True, include={"s"}))


class Inner(BaseModel):
    a: int = 1
    b: Optional[int] = None


class Sub(Inner):
    c: str = "sub"


class Outer(BaseModel):
    inner: Inner = Inner()
    many: list[Inner] = [Inner(), Inner(a=2)]
    table: dict[str, Inner] = {"k": Inner(b=3)}
    opt: Optional[int] = None
    sec: str = Field("hidden", exclude=True)


o = Outer()
show("include", lambda: o.model_dump(include={"inner"}))
show("include nested", lambda: o.model_dump(include={"inner": {"a"}, "many": {0: True, 1: {"b"}}}))
show("exclude nested", lambda: o.model_dump(exclude={"inner": {"a": True}, "many": {"__all__": {"b"}}, "table": ...}))
show("exclude last", lambda: o.model_dump(exclude={"many": {-1: True}}))
show("none", lambda: o.model_dump(exclude_none=True))
show("defaults", lambda: o.model_dump(exclude_defaults=True))
show("unset", lambda: Outer(inner={"a": 5}).model_dump(exclude_unset=True))
show("defaults changed", lambda: Outer(inner={"a": 5}, opt=None).model_dump(exclude_defaults=True))
show("bad include", lambda: o.model_dump(include=[1]))
show("subclass", lambda: Outer(inner=Sub(), many=[Sub()]).model_dump())
show("as any", lambda: Outer(inner=Sub(), many=[Sub()]).model_dump(serialize_as_any=True))
show("SerializeAsAny", lambda: AsAny(x=Sub()).model_dump())


class AsAny(BaseModel):
    x: SerializeAsAny[Inner]
    y: Inner = Sub()


show("SerializeAsAny", lambda: AsAny(x=Sub()).model_dump_json())


class S(BaseModel):
    a: int = 1
    b: datetime = datetime(2020, 1, 1)
    c: Annotated[int, PlainSerializer(lambda v: f"<{v}>", return_type=str)] = 3
    d: Annotated[int, PlainSerializer(lambda v: f"<{v}>", when_used="json")] = 4
    e: Annotated[int, WrapSerializer(lambda v, h: h(v) + 1)] = 5
    f: Annotated[Optional[int], PlainSerializer(lambda v: "set", when_used="unless-none")] = None
    g: Annotated[int, PlainSerializer(lambda v, info: info.mode)] = 6

    @field_serializer("a")
    def ser_a(self, value: int) -> str:
        return f"a={value} of {self.c}"

    @field_serializer("b", when_used="json")
    def ser_b(self, value: datetime, info: FieldSerializationInfo):
        return (value.year, info.field_name, info.mode, info.by_alias, info.exclude_none)


show("serializers", lambda: S().model_dump())
show("serializers json", lambda: S().model_dump(mode="json"))
show("serializers text", lambda: S().model_dump_json())


class W(BaseModel):
    a: int = 1

    @field_serializer("a", mode="wrap")
    def ser_a(self, value, handler: SerializerFunctionWrapHandler, info):
        return [handler(value), info.mode]


show("wrap", lambda: (W().model_dump(), W().model_dump_json()))


class MS(BaseModel):
    a: int = 1
    b: str = "b"

    @model_serializer
    def ser(self) -> dict[str, Any]:
        return {"sum": f"{self.a}{self.b}"}


class MW(BaseModel):
    a: int = 1
    b: Optional[str] = None

    @model_serializer(mode="wrap")
    def ser(self, handler, info: SerializationInfo):
        out = handler(self)
        out["mode"] = info.mode
        return out


show("model ser", lambda: (MS().model_dump(), MS().model_dump_json(), Holder().model_dump()))


class Holder(BaseModel):
    m: MS = MS()
    w: MW = MW()


show("model ser", lambda: (MS().model_dump(), MS().model_dump_json(), Holder().model_dump(), Holder().model_dump_json(exclude_none=True)))


class C(BaseModel):
    w: int = 2
    h: int = 3

    @computed_field
    @property
    def area(self) -> int:
        return self.w * self.h

    @computed_field(alias="peri", repr=False)
    @property
    def perimeter(self) -> int:
        return 2 * (self.w + self.h)

    @computed_field
    def bare(self) -> datetime:
        return datetime(2020, 1, 1)


show("computed", lambda: (C(), C().model_dump(), C().model_dump(by_alias=True), C().model_dump_json(), C().area, C().bare))
show("computed exclude", lambda: (C().model_dump(exclude={"area"}), C().model_dump(include={"area", "w"}), C().model_dump(exclude_computed_fields=True), C().model_dump(round_trip=True)))
show("computed fields", lambda: list(C.model_computed_fields))


class U(BaseModel):
    x: Union[int, str, Inner, list[Inner]] = 1
    y: Optional[Union[date, datetime]] = None


show("union", lambda: [U(x=v).model_dump(mode="json") for v in [1, "a", {"a": 2}, [{"a": 3}]]] + [U(y="2020-01-01T01:00:00").model_dump_json()])
show("unknown", lambda: Unknown(x=object()).model_dump_json())


class Unknown(BaseModel):
    x: Any


class Thing:
    def __repr__(self):
        return "Thing"


show("unknown type", lambda: Unknown(x=Thing()).model_dump_json())
show("unknown python", lambda: Unknown(x=Thing()).model_dump())
show("fallback", lambda: Unknown(x=Thing()).model_dump_json(fallback=lambda v: "fb"))
show("unknown dump", lambda: Unknown(x=Thing()).model_dump(mode="json"))
show("nan", lambda: (Unknown(x=float("nan")).model_dump_json(), Unknown(x=float("inf")).model_dump(mode="json"), Floats().model_dump_json()))


class Floats(BaseModel):
    v: list[float] = [1e100, 1e16, 1.5e-7, 0.1, 1e15, 123456789012345680.0, 1e-5, 1e-6, float("nan"), -0.0, 5, 1e22]


show("floats", lambda: (Floats().model_dump_json(), Floats().model_dump(mode="json")))
show("generator", lambda: Unknown(x=(i for i in [1, 2])).model_dump_json())
show("big", lambda: Unknown(x=10**30).model_dump_json())


class ExcludeIf(BaseModel):
    a: int = Field(0, exclude_if=lambda v: v == 0)
    b: int = 1


show("exclude_if", lambda: (ExcludeIf().model_dump(), ExcludeIf(a=2).model_dump_json()))


# What a serializer of the program wraps is made of values, whatever becomes of them afterwards.
from pydantic import RootModel


class Measured(BaseModel):
    model_config = ConfigDict(ser_json_inf_nan="strings")
    value: float


class Kept(RootModel[list[Measured]]):
    @model_serializer(mode="wrap")
    def keyed(self, handler, info):
        return {str(index): item for index, item in enumerate(handler(self))}


class Plainly(BaseModel):
    items: list[Measured]

    @field_serializer("items", mode="wrap")
    def listed(self, value, handler):
        return handler(value)


for made in [Kept([Measured(value=float("nan"))]), Plainly(items=[Measured(value=float("inf"))]), Measured(value=float("-inf"))]:
    print(made.model_dump(), made.model_dump(mode="json"), made.model_dump_json())


class Hooked(BaseModel):
    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs):
        super().__pydantic_init_subclass__(**kwargs)
        print("hooked", cls.__name__, list(cls.model_fields), kwargs)


class Below(Hooked):
    a: int = 1


class Deeper(Below):
    b: int = 2

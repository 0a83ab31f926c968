from pydantic import BaseModel, ValidationError


def show(label, thunk):
    try:
        print(label, "=", repr(thunk()))
    except ValidationError as error:
        for e in error.errors(include_url=False):
            print(label, "!", e["type"], e["loc"], e["msg"], repr(e["input"]), e.get("ctx"))
    except Exception as error:
        print(label, "!!", type(error).__name__, error)

from typing import Annotated, Any, Self
from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator, ValidationInfo, WrapValidator, field_validator, model_validator, ValidatorFunctionWrapHandler, ModelWrapValidatorHandler
from pydantic_core import PydanticCustomError, PydanticKnownError, PydanticOmit, PydanticUseDefault


def double(v):
    return v * 2


def reject(v):
    raise ValueError("no way")


def asserting(v):
    assert v > 0, "must be positive"
    return v


def bare(v):
    assert v > 0
    return v


def wrapping(v, handler):
    try:
        return handler(v)
    except ValidationError as e:
        return -len(e.errors())


def with_info(v, info: ValidationInfo):
    return (v, info.field_name, info.mode, info.context, dict(info.data))


class A(BaseModel):
    a: Annotated[int, AfterValidator(double)] = 1
    b: Annotated[int, BeforeValidator(lambda v: int(v) + 1)] = 1
    c: Annotated[int, PlainValidator(lambda v: f"plain {v}")] = 1
    d: Annotated[int, WrapValidator(wrapping)] = 1
    e: Annotated[int, AfterValidator(asserting), AfterValidator(double)] = 1
    f: Annotated[int, AfterValidator(reject)] = 1
    g: Annotated[Any, AfterValidator(with_info)] = 1
    h: Annotated[int, AfterValidator(bare)] = 1
    i: Annotated[int, BeforeValidator(double), AfterValidator(double), Field(gt=10)] = 1


show("after", lambda: A(a="2", b="3", c="x", d="q", e=3))
show("errors", lambda: A(e=-1, f=1, h=-1, i=1))
show("info", lambda: A(a=5, g="z"))
show("context", lambda: A.model_validate({"g": 1}, context={"k": 1}))
show("order", lambda: A(i=3))


class B(BaseModel):
    x: int
    y: int = 0
    z: list[int] = []

    @field_validator("x")
    @classmethod
    def check_x(cls, v: int) -> int:
        if v < 0:
            raise ValueError("x is negative")
        return v + 1

    @field_validator("y", mode="before")
    @classmethod
    def before_y(cls, v: Any, info: ValidationInfo) -> Any:
        return len(info.data) if v == "?" else v

    @field_validator("z", mode="wrap")
    @classmethod
    def wrap_z(cls, v: Any, handler: ValidatorFunctionWrapHandler) -> Any:
        return handler(v) + [99]

    @field_validator("*")
    @classmethod
    def every(cls, v: Any, info: ValidationInfo) -> Any:
        return v


show("field", lambda: B(x="1", y="?", z=["3"]))
show("field bad", lambda: B(x=-1, y="q", z=["w"]))


class C(BaseModel):
    a: int
    b: int = 3

    @model_validator(mode="before")
    @classmethod
    def first(cls, data: Any) -> Any:
        if isinstance(data, dict) and "both" in data:
            return {"a": data["both"], "b": data["both"]}
        return data

    @model_validator(mode="after")
    def last(self) -> Self:
        if self.a > self.b:
            raise ValueError("a is larger than b")
        return self


show("model", lambda: C(both=2))
show("model bad", lambda: C(a=5))
show("model type", lambda: C(a="x"))


class D(BaseModel):
    a: int

    @model_validator(mode="wrap")
    @classmethod
    def around(cls, data: Any, handler: ModelWrapValidatorHandler) -> Any:
        if data == "make":
            return cls(a=1)
        made = handler(data)
        made.a += 100
        return made


show("wrap", lambda: D.model_validate({"a": 1}))
show("wrap make", lambda: D.model_validate("make"))
show("wrap bad", lambda: D.model_validate({"a": "x"}))


class E(BaseModel):
    inner: C
    many: list[B] = []


show("nested", lambda: E(inner={"a": 9}, many=[{"x": 1}, {"x": -5}, {}]))


def custom(v):
    raise PydanticCustomError("my_kind", "Got {value} of {n:d} things", {"value": v, "n": 3})


def plain_custom(v):
    raise PydanticCustomError("plain", "No context")


def known(v):
    raise PydanticKnownError("greater_than", {"gt": 7})


def use_default(v):
    raise PydanticUseDefault()


def omit(v):
    if v == 2:
        raise PydanticOmit()
    return v


class F(BaseModel):
    a: Annotated[Any, AfterValidator(custom)] = 1
    b: Annotated[Any, AfterValidator(plain_custom)] = 1
    c: Annotated[Any, AfterValidator(known)] = 1
    d: Annotated[Any, BeforeValidator(use_default)] = "dflt"
    e: list[Annotated[int, AfterValidator(omit)]] = []


show("custom", lambda: F(a=1, b=2, c=3))
show("default", lambda: F(d=1, e=[1, 2, 3]))


class G(BaseModel):
    a: int = Field(default=1, gt=0)

    @field_validator("a", mode="plain")
    @classmethod
    def plain(cls, v):
        return ("plain", v)


show("plain", lambda: G(a="x"))


class Base(BaseModel):
    a: int

    @field_validator("a")
    @classmethod
    def check(cls, v):
        return v + 1


class Derived(Base):
    b: int = 0

    @field_validator("a")
    @classmethod
    def check(cls, v):
        return v + 10


class Other(Base):
    @field_validator("a")
    @classmethod
    def more(cls, v):
        return v * 2


show("override", lambda: (Base(a=1), Derived(a=1), Other(a=1)))


class TypeErr(BaseModel):
    a: int

    @field_validator("a")
    @classmethod
    def check(cls, v):
        raise TypeError("boom")


show("type error", lambda: TypeErr(a=1))


class Validated(BaseModel):
    a: int = 5

    @field_validator("a")
    def check(cls, v):
        return v + 1

    def model_post_init(self, context):
        self.__dict__["a"] += 1000


show("post init", lambda: (Validated(), Validated(a=1), Validated.model_validate({"a": 2})))

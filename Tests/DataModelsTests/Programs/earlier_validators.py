from typing import Any, Optional

from pydantic import BaseModel, ValidationError, root_validator, validator


def show(label, thunk):
    try:
        print(label, "=", repr(thunk()))
    except ValidationError as error:
        for e in error.errors(include_url=False):
            print(label, "!", e["type"], e["loc"], e["msg"], repr(e["input"]), e.get("ctx"))
    except Exception as error:
        print(label, "!!", type(error).__name__, error)


class Old(BaseModel):
    a: int
    b: list[int] = []
    c: str = "c"
    d: Optional[dict[str, int]] = None

    @validator("a", pre=True)
    def first(cls, v):
        if v == "bad":
            raise ValueError("bad a")
        return v

    @validator("b", "d", each_item=True)
    def each(cls, v, values):
        if v > values.get("a", 0):
            raise ValueError("too big")
        return v * 10

    @validator("c", always=True)
    def defaults(cls, v, **kwargs):
        return f"{v} {kwargs}"

    @root_validator(pre=True)
    def early(cls, values):
        return {key: value for key, value in values.items() if key != "drop"}

    @root_validator(skip_on_failure=True)
    def late(cls, values):
        if values["a"] == 13:
            raise ValueError("unlucky")
        return {**values, "c": values["c"].upper()}

    class Config:
        extra = "forbid"


class Child(Old):
    @validator("a")
    def first(cls, v):
        return v + 1


for kind in (Old, Child):
    for index, data in enumerate([dict(a=5, b=[1, 2], d={"x": 3}), dict(a="bad"), dict(a=1, b=[2, "x", 0], d={"y": 7}), dict(a=13), dict(a=1, drop=2), dict(a=1, z=2), {}, dict(a=1, c="q")]):
        show(f"{kind.__name__} {index}", lambda: kind(**data))


def declares(label, body):
    show(label, body)


def with_field():
    class A(BaseModel):
        a: int

        @validator("a")
        def x(cls, v, field):
            return v


def bare():
    class A(BaseModel):
        a: int

        @validator
        def x(cls, v):
            return v


def three():
    class A(BaseModel):
        a: int

        @validator("a")
        def x(cls, v, w):
            return v


def scalar():
    class A(BaseModel):
        a: int

        @validator("a", each_item=True)
        def x(cls, v):
            return v


def late():
    class A(BaseModel):
        a: int

        @root_validator
        def x(cls, v):
            return v


def instance():
    class A(BaseModel):
        a: int

        @root_validator(pre=True)
        def x(self, v):
            return v


def loose():
    class A(BaseModel):
        a_b: int = 1

        class Config:
            orm_mode = True
            allow_population_by_field_name = True

    return A.model_config


for function in (with_field, bare, three, scalar, late, instance, loose):
    declares(function.__name__, function)

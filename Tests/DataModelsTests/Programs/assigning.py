"""Assigning to fields of models that validate it."""
from typing import Any
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator, field_validator


class After(BaseModel):
    model_config = ConfigDict(validate_assignment=True)
    a: int = 1
    b: int = 5

    @model_validator(mode="after")
    def check(self):
        if self.a > self.b:
            raise ValueError("a > b")
        return self


class Before(BaseModel):
    model_config = ConfigDict(validate_assignment=True, extra="allow")
    a: int = 1
    b: int = 5

    @model_validator(mode="before")
    @classmethod
    def log(cls, data: Any):
        print("  before", type(data).__name__, data)
        if isinstance(data, dict) and data.get("b") == 9:
            raise ValueError("nine")
        return data


class Wrap(BaseModel):
    model_config = ConfigDict(validate_assignment=True)
    a: int = 1

    @model_validator(mode="wrap")
    @classmethod
    def around(cls, data, handler):
        print("  wrap", type(data).__name__, repr(data))
        made = handler(data)
        print("  made", repr(made))
        return made


class Fields(BaseModel):
    model_config = ConfigDict(validate_assignment=True)
    a: int = 1
    b: list[int] = []

    @field_validator("b")
    @classmethod
    def sees(cls, value, info):
        print("  info", info.data, info.field_name)
        return sorted(value)


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)
    a: int = 1


class Strict(BaseModel):
    model_config = ConfigDict(validate_assignment=True, strict=True)
    a: int = 1


for cls, changes in [(After, [("a", "3"), ("a", 7), ("b", "x"), ("c", 1)]), (Before, [("a", "3"), ("a", "x"), ("c", "1"), ("b", 9), ("a", 4)]), (Wrap, [("a", "3"), ("a", "x")]), (Fields, [("b", ["2", 1]), ("a", "5"), ("b", 3)]), (Frozen, [("a", 2)]), (Strict, [("a", "2"), ("a", 2)])]:
    model = cls()
    for name, value in changes:
        try:
            setattr(model, name, value)
            print(cls.__name__, name, repr(value), "=", repr(model), sorted(model.model_fields_set))
        except ValidationError as error:
            print(cls.__name__, name, repr(value), "!", [(e["type"], e["loc"], e["msg"], e["input"]) for e in error.errors()], repr(model), sorted(model.model_fields_set))

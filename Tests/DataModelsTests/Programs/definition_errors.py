import re
from pydantic import BaseModel, ValidationError


def show(label, thunk):
    try:
        print(label, "=", repr(thunk()))
    except ValidationError as error:
        for e in error.errors(include_url=False):
            print(label, "!", e["type"], e["loc"], e["msg"], repr(e["input"]), e.get("ctx"))
    except Exception as error:
        print(label, "!!", type(error).__name__, error)

from typing import Annotated, Any, Callable, Generic, Literal, Optional, TypeVar, Union
from pydantic import ConfigDict, Discriminator, Field, PrivateAttr, RootModel, TypeAdapter, computed_field, field_serializer, field_validator, model_validator, create_model, validate_call, PydanticUserError, model_serializer, AfterValidator


class Plain:
    pass


def define(label, body):
    try:
        body()
        print(label, "ok")
    except Exception as error:
        words = re.sub(r"0x[0-9a-f]+|:[0-9]{6,}", "#", str(error))
        print(label, "!!", type(error).__name__, "|", words, "|", getattr(error, "code", None))


def no_annotation():
    class M(BaseModel):
        a = 1


def no_annotation_field():
    class M(BaseModel):
        a = Field(1)


def unknown_type():
    class M(BaseModel):
        a: Plain


def missing_field_validator():
    class M(BaseModel):
        a: int

        @field_validator("b")
        @classmethod
        def check(cls, v):
            return v


def validator_no_fields():
    class M(BaseModel):
        a: int

        @field_validator
        def check(cls, v):
            return v


def validator_args():
    class M(BaseModel):
        a: int

        @field_validator()
        def check(cls, v):
            return v


def instance_method():
    class M(BaseModel):
        a: int

        @field_validator("a")
        def check(self, v):
            return v


def bad_mode():
    class M(BaseModel):
        a: int

        @field_validator("a", mode="sideways")
        @classmethod
        def check(cls, v):
            return v


def both_defaults():
    class M(BaseModel):
        a: int = Field(1, default_factory=int)


def bad_discriminator():
    class A(BaseModel):
        k: str

    class B(BaseModel):
        k: Literal["b"]

    class M(BaseModel):
        x: Union[A, B] = Field(discriminator="k")


def missing_discriminator():
    class A(BaseModel):
        z: str

    class B(BaseModel):
        k: Literal["b"]

    class M(BaseModel):
        x: Union[A, B] = Field(discriminator="k")


def discriminator_not_union():
    class M(BaseModel):
        x: int = Field(discriminator="k")


def constraint_mismatch():
    class M(BaseModel):
        x: list[int] = Field(gt=3)


def constraint_str():
    class M(BaseModel):
        x: int = Field(max_length=3)


def bad_pattern():
    class M(BaseModel):
        x: str = Field(pattern="(")


def undefined_name():
    class M(BaseModel):
        x: "Nowhere"

    M(x=1)


def protected():
    class M(BaseModel):
        model_dump: int = 1


def shadow():
    class P(BaseModel):
        a: int = 1

    class M(P):
        a = 2


def field_shadow():
    class M(BaseModel):
        copy: int = 1

    print(M())


def root_extra():
    class M(RootModel[int]):
        other: int = 1


def root_config():
    class M(RootModel[int]):
        model_config = ConfigDict(extra="allow")


def root_in_basemodel():
    class M(BaseModel):
        root: int


def serializer_twice():
    class M(BaseModel):
        a: int

        @field_serializer("a")
        def one(self, v):
            return v

        @field_serializer("a")
        def two(self, v):
            return v


def serializer_missing():
    class M(BaseModel):
        a: int

        @field_serializer("b")
        def one(self, v):
            return v


def underscore_field():
    class M(BaseModel):
        a: int
        _x: int = Field(1)


def double_underscore():
    create_model("M", _x=(int, 1))


def config_both():
    class M(BaseModel):
        model_config = ConfigDict(extra="allow")

        class Config:
            extra = "forbid"


def by_name_both_false():
    class M(BaseModel):
        model_config = ConfigDict(validate_by_alias=False, validate_by_name=False)
        a: int


def bad_extra():
    class M(BaseModel):
        model_config = ConfigDict(extra="sometimes")
        a: int


def instantiate_base():
    BaseModel()
    print(repr(BaseModel()))


def generic_not_typevar():
    class M(BaseModel, Generic[int]):
        a: int


def removed_kwargs():
    class M(BaseModel):
        a: str = Field(regex="x")


def const_kwarg():
    Field(const=True)


def unknown_kwarg():
    Field(1, banana=2)


def min_items():
    class M(BaseModel):
        a: list[int] = Field(min_items=2)
    M(a=[])


def optional_field_order():
    class M(BaseModel):
        a: int = 1
        b: int
    print(M(b=2))


def any_callable():
    TypeAdapter(lambda: 1)


def adapter_plain():
    TypeAdapter(Plain)


def adapter_int_instance():
    TypeAdapter(5)


def computed_bad():
    class M(BaseModel):
        @computed_field
        @property
        def x(self):
            return 1
    M().model_dump()
    M.model_json_schema


def frozen_after_validator_signature():
    class M(BaseModel):
        a: int

        @model_validator(mode="after")
        @classmethod
        def check(cls, v):
            return v


def too_many_args():
    class M(BaseModel):
        a: Annotated[int, AfterValidator(lambda: 1)]
    M(a=1)


def redefinition():
    class M(BaseModel):
        model_fields: int = 1


def literal_empty():
    TypeAdapter(Literal[()])


def annotation_only_none():
    class M(BaseModel):
        a: None = None
    print(M())


for body in [
    no_annotation, no_annotation_field, unknown_type, missing_field_validator, validator_no_fields, validator_args, instance_method, bad_mode, both_defaults, bad_discriminator, missing_discriminator, discriminator_not_union,
    constraint_mismatch, constraint_str, bad_pattern, undefined_name, protected, shadow, field_shadow, root_extra, root_config, root_in_basemodel, serializer_twice, serializer_missing, underscore_field, double_underscore, config_both,
    by_name_both_false, bad_extra, instantiate_base, generic_not_typevar, removed_kwargs, const_kwarg, unknown_kwarg, min_items, optional_field_order, any_callable, adapter_plain, adapter_int_instance, computed_bad, frozen_after_validator_signature, too_many_args, redefinition, literal_empty, annotation_only_none,
]:
    define(body.__name__, body)

from pydantic import BaseModel, ValidationError


def show(label, thunk):
    try:
        print(label, "=", repr(thunk()))
    except ValidationError as error:
        for e in error.errors(include_url=False):
            print(label, "!", e["type"], e["loc"], e["msg"], repr(e["input"]), e.get("ctx"))
    except Exception as error:
        print(label, "!!", type(error).__name__, error)

from enum import Enum
from typing import Any, Optional
from datetime import datetime, timedelta, timezone
from pydantic import ConfigDict, Field


class Colour(Enum):
    RED = "red"


class Ignore(BaseModel):
    x: int = 1


class Allow(BaseModel):
    model_config = ConfigDict(extra="allow")
    x: int = 1


class Typed(BaseModel):
    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, int]
    x: int = 1


class Forbid(BaseModel, extra="forbid"):
    x: int = 1


show("ignore", lambda: Ignore(x=2, y=3))
show("allow", lambda: Allow(x=2, y=3, z="q"))
show("allow extra", lambda: (Allow(y=3).model_extra, Allow(y=3).y, Allow(y=3).model_fields_set, Ignore().model_extra))
show("allow dump", lambda: (Allow(y=3).model_dump(), Allow(y=3).model_dump_json()))
show("allow missing", lambda: Allow().nope)
show("typed", lambda: Typed(y="3"))
show("typed bad", lambda: Typed(y="q"))
show("forbid", lambda: Forbid(x=2, y=3, z=4))
show("extra arg", lambda: Ignore.model_validate({"y": 1}, extra="forbid"))


def set_attr(obj, name, value):
    setattr(obj, name, value)
    return obj


show("set extra", lambda: set_attr(Allow(), "q", 5))
show("set unknown", lambda: set_attr(Ignore(), "q", 5))
show("set unvalidated", lambda: set_attr(Ignore(), "x", "z"))


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)
    x: int
    y: list[int] = []


show("frozen", lambda: set_attr(Frozen(x=1), "x", 2))
show("frozen hash", lambda: (hash(Frozen(x=1, y=[])), ))
show("frozen del", lambda: delattr(Frozen(x=1), "x"))


class FrozenHash(BaseModel, frozen=True):
    x: int
    y: str = "a"


show("hash", lambda: (hash(FrozenHash(x=1)) == hash(FrozenHash(x=1)), FrozenHash(x=1) in {FrozenHash(x=1)}))
show("unhashable", lambda: hash(Ignore()))


class FieldFrozen(BaseModel):
    x: int = Field(1, frozen=True)


show("frozen field", lambda: set_attr(FieldFrozen(), "x", 2))


class Assign(BaseModel):
    model_config = ConfigDict(validate_assignment=True)
    x: int
    y: str = "a"


show("assign", lambda: set_attr(Assign(x=1), "x", "5"))
show("assign bad", lambda: set_attr(Assign(x=1), "x", "q"))
show("assign unknown", lambda: set_attr(Assign(x=1), "z", "q"))


class Default(BaseModel):
    model_config = ConfigDict(validate_default=True)
    x: int = "5"
    y: Optional[int] = Field(default="7")


show("validate_default", lambda: Default())


class BadDefault(BaseModel):
    x: int = Field("q", validate_default=True)


show("bad default", lambda: BadDefault())


class Strip(BaseModel):
    model_config = ConfigDict(str_strip_whitespace=True, str_to_upper=True, str_min_length=2, str_max_length=4)
    x: str
    y: list[str] = []
    z: Optional[str] = None


show("strip", lambda: Strip(x=" ab ", y=[" cd"], z=" ef"))
show("strip bad", lambda: Strip(x=" a ", y=["abcde"]))


class Lower(BaseModel, str_to_lower=True):
    x: str


show("lower", lambda: Lower(x="ABC"))


class EnumValues(BaseModel):
    model_config = ConfigDict(use_enum_values=True)
    x: Colour
    y: Colour = Colour.RED
    z: Optional[Colour] = None
    w: Colour = Field(Colour.RED, validate_default=True)
    l: list[Colour] = []


show("enum values", lambda: EnumValues(x="red", z="red", l=["red"]))


class Strict(BaseModel):
    model_config = ConfigDict(strict=True)
    x: int
    y: list[float] = []
    z: bool = Field(False, strict=False)


show("strict", lambda: Strict(x="1", y=(1,), z="true"))
show("strict ok", lambda: Strict(x=1, y=[1, 2.5], z="true"))
show("strict json", lambda: Strict.model_validate_json('{"x": 1, "y": [1]}'))
show("strict arg", lambda: Ignore.model_validate({"x": "1"}, strict=True))


class Plain:
    def __init__(self, v=1):
        self.v = v

    def __repr__(self):
        return f"Plain({self.v})"


class Arbitrary(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=True)
    p: Plain


show("arbitrary", lambda: Arbitrary(p=Plain()))
show("arbitrary bad", lambda: Arbitrary(p=1))


class Owner(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    name: str
    age: int = 3


class Pet(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    owner: Owner
    tag: str = Field("t", alias="label")


class Record:
    def __init__(self, **kw):
        self.__dict__.update(kw)


show("attributes", lambda: Pet.model_validate(Record(owner=Record(name="a", age="4"), label="z")))
show("attributes missing", lambda: [e["loc"] for e in [1]] and Pet.model_validate({"owner": {}}))
show("attributes arg", lambda: Ignore.model_validate(Record(x="5"), from_attributes=True))
show("attributes bad", lambda: Pet.model_validate(5))
show("no attributes", lambda: Ignore.model_validate("x"))


class Times(BaseModel):
    model_config = ConfigDict(ser_json_timedelta="float", ser_json_bytes="base64", ser_json_inf_nan="strings", val_json_bytes="base64")
    t: timedelta
    b: bytes = b"hi\xff"
    f: float = float("inf")


show("ser_json", lambda: Times(t=timedelta(days=1, milliseconds=5)).model_dump_json())
show("ser_json dump", lambda: Times(t=timedelta(days=1)).model_dump(mode="json"))
show("val_json", lambda: Times.model_validate_json('{"t": "PT1H", "b": "aGk="}'))


class Coerce(BaseModel):
    model_config = ConfigDict(coerce_numbers_to_str=True)
    x: str


show("coerce", lambda: (Coerce(x=5), Coerce(x=1.5), Coerce(x="a")))
show("coerce bool", lambda: Coerce(x=True))


class Hidden(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True, title="Secretive")
    x: int


try:
    Hidden(x="a")
except ValidationError as error:
    print(error)


class Docs(BaseModel):
    """Doc."""

    model_config = ConfigDict(use_attribute_docstrings=False, json_schema_extra={"x": 1}, protected_namespaces=())
    model_x: int = 1


show("protected", lambda: Docs())
show("config", lambda: (Docs.model_config, Allow.model_config, Forbid.model_config, Ignore.model_config))


class Child(Allow):
    model_config = ConfigDict(frozen=True)
    q: int = 2


show("inherit", lambda: (Child(z=1), Child.model_config))


class Defer(BaseModel):
    model_config = ConfigDict(revalidate_instances="always")
    inner: Ignore


odd = Ignore.model_construct(x="bad")
show("revalidate never", lambda: TypeHolder(inner=odd))


class TypeHolder(BaseModel):
    inner: Ignore


show("revalidate never", lambda: TypeHolder(inner=odd))
show("alias none", lambda: Defer(inner=Ignore(x=3)))

import re
from typing import Annotated, Any, Literal, Optional

from pydantic import BaseModel, BeforeValidator, Field, PlainSerializer, PydanticUserError, ValidationError, WrapSerializer, WrapValidator, computed_field, conlist, constr, create_model, field_serializer, field_validator, model_serializer, model_validator
from pydantic_core import PydanticUseDefault


def show(label, thunk):
    try:
        print(label, "=", repr(thunk()))
    except ValidationError as error:
        for e in error.errors(include_url=False):
            print(label, "!", e["type"], e["loc"], e["msg"], e.get("ctx"))
    except Exception as error:
        print(label, "!!", type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))


def decorated(label, decorator, function, annotation=int):
    show(label, lambda: type("A", (BaseModel,), {"__annotations__": {"a": annotation}, "__module__": __name__, "x": decorator(function)}).__name__)


def none(): ...
def one(v): ...
def two(v, info): ...
def three(v, handler, info): ...
def four(v, b, c, d: int): ...
def defaulted(v, info=None, *rest, more=1): ...


for function in (one, two, three, four, defaulted):
    name = function.__name__
    for mode in ("before", "after", "plain", "wrap"):
        decorated(f"field {mode} {name}", field_validator("a", mode=mode), staticmethod(function))
    for mode in ("before", "wrap"):
        decorated(f"model {mode} {name}", model_validator(mode=mode), staticmethod(function))
    for mode in ("plain", "wrap"):
        decorated(f"serializer {mode} {name}", field_serializer("a", mode=mode), staticmethod(function))
for label, marker in [("before", lambda f: BeforeValidator(f)), ("wrap", lambda f: WrapValidator(f)), ("plain serializer", lambda f: PlainSerializer(f)), ("wrap serializer", lambda f: WrapSerializer(f))]:
    for function in (one, two, three, four):
        try:
            create_model("B", a=(Annotated[int, marker(function)], 1))
            print(label, function.__name__, "fits")
        except PydanticUserError as error:
            print(label, function.__name__, str(error).split(" at 0x")[0], str(error).split("mode=")[1])


class Sources(BaseModel):
    model_config = {"from_attributes": True}
    a: int
    b: str = "b"

    @field_validator("a")
    @classmethod
    def standard(cls, v):
        raise PydanticUseDefault()


class Broken:
    @property
    def a(self):
        raise KeyError("lazy")

    @property
    def b(self):
        raise AttributeError("missing")


show("use default", lambda: Sources(a=1))
show("attribute", lambda: Sources.model_validate(Broken()))
show("regex", lambda: constr(regex="x"))
show("unique", lambda: conlist(int, unique_items=True))
show("one argument", lambda: create_model("C", a=(dict[int], ...)))
show("extra", lambda: create_model("C", __config__={"extra": "some"}, a=(int, 1)))
show("pattern", lambda: create_model("C", a=(str, Field(pattern="("))))
show("pattern default", lambda: create_model("C", a=(str, Field("x", pattern="("))))
show("both", lambda: create_model("C", __config__={"extra": "forbid"}, __base__=Sources, c=(int, 1)).model_config)
show("bare", lambda: model_validator(one))
show("from_orm", lambda: create_model("C", a=(int, 1)).from_orm(3))
show("BaseModel", lambda: BaseModel.model_validate({}))


class Extra(BaseModel, extra="allow"):
    a: int = 1

    @computed_field(alias="B", repr=False, description="d")
    @property
    def b(self) -> int:
        """Docs."""
        return 2


e = Extra()
e.z = 1
print(sorted(e.model_fields_set), sorted(e.model_copy(update={"q": 1}).model_fields_set), e.__fields_set__ == e.model_fields_set)
info = Extra.model_computed_fields["b"]
print(info.alias, info.alias_priority, info.return_type, info.description, info.repr, info.title, type(info).__name__)
print(Extra.__pydantic_complete__, Extra.__pydantic_root_model__, Extra.__class_vars__, Extra.__pydantic_generic_metadata__)

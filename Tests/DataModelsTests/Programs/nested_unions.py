from typing import Annotated, Any, Literal, Optional, Union

from pydantic import BaseModel, Discriminator, Field, PydanticUserError, RootModel, Tag, TypeAdapter, ValidationError


def show(label, thunk):
    try:
        print(label, "=", repr(thunk()))
    except ValidationError as error:
        print(label, "title", error.title)
        for e in error.errors(include_url=False):
            print(label, "!", e["type"], e["loc"], e["msg"], repr(e["input"]), e.get("ctx"))
    except Exception as error:
        print(label, "!!", type(error).__name__, error)


class Red(BaseModel):
    kind: Literal["colour"]
    name: Literal["red"]
    a: int


class Green(BaseModel):
    kind: Literal["colour"]
    name: Literal["green", "lime"]
    b: int


class Shape(BaseModel):
    kind: Literal["shape"] = "shape"
    sides: int


class Line(BaseModel):
    kind: Literal["line"]


Colour = Annotated[Union[Red, Green], Field(discriminator="name")]
Flat = Annotated[Union[Shape, Line], Field(discriminator="kind")]
adapters = {
    "nested": TypeAdapter(Annotated[Union[Colour, Shape], Field(discriminator="kind")]),
    "same": TypeAdapter(Annotated[Union[Flat, Colour], Field(discriminator="kind")]),
    "plain": TypeAdapter(Annotated[Union[Union[Shape, Line], Colour], Field(discriminator="kind")]),
    "optional": TypeAdapter(Annotated[Union[Shape, Optional[Line]], Field(discriminator="kind")]),
    "none": TypeAdapter(Annotated[Union[Shape, None, Line], Field(discriminator="kind")]),
}
inputs = [{"kind": "colour", "name": "red", "a": 1}, {"kind": "colour", "name": "lime", "b": "2"}, {"kind": "colour", "name": "blue"}, {"kind": "colour"},
          {"kind": "shape", "sides": "x"}, {"kind": "line"}, {"kind": "dot"}, {}, None, 3, Shape(sides=3)]
for name, adapter in adapters.items():
    for index, value in enumerate(inputs):
        show(f"{name} {index}", lambda: adapter.validate_python(value))
    show(f"{name} dump", lambda: adapter.dump_json(Shape(sides=4)))
    show(f"{name} json", lambda: adapter.validate_json('[null]'))


class Aliased(BaseModel):
    kind: Literal["a"] = Field(alias="Kind")


class Other(BaseModel):
    kind: Literal["b"]


def wrong(members):
    return lambda: TypeAdapter(Annotated[members, Field(discriminator="kind")])


show("aliases", wrong(Union[Aliased, Other]))
show("list", wrong(Union[list[Shape], Line]))
show("scalar", wrong(Union[int, Line]))
show("twice", wrong(Union[Shape, Annotated[Union[Line, Shape], Field(discriminator="kind")]]))
show("clash", wrong(Union[Red, Green]))

from __future__ import annotations

import dataclasses
from typing import Annotated, ClassVar, Dict, Generic, List, Optional, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, OnErrorOmit, PlainSerializer, PrivateAttr, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as pyd
from typing_extensions import NotRequired, TypedDict


def show(thunk):
    try:
        print("=", repr(thunk()))
    except ValidationError as error:
        for e in error.errors(include_url=False):
            print("!", error.title, e["type"], e["loc"], e["msg"], repr(e["input"]), e.get("ctx"))
    except Exception as error:
        print("!!", type(error).__name__, error)


T = TypeVar("T")


class Plain(BaseModel):
    count: ClassVar[int] = 3
    a: Annotated[int, Field(alias="A", gt=3)]
    b: Annotated[str, Field(default="x", exclude=True)] = "q"
    c: Annotated[Optional[str], Field(description="d"), BeforeValidator(str)] = None
    d: Annotated[float, PlainSerializer(lambda v: f"{v:.1f}")] = 1
    e: Annotated[list[Later], Field(validation_alias="later", max_length=2)] = []
    _f: Annotated[int, "private"] = PrivateAttr(4)


class Later(BaseModel):
    x: Annotated[int, Field(alias="X")]
    up: Annotated[Optional[Plain], Field(serialization_alias="UP")] = None


class Camel(BaseModel):
    model_config = ConfigDict(alias_generator=str.upper, populate_by_name=True)
    own: Annotated[int, Field(alias="mine")]
    other: Annotated[str, Field(max_length=2)]
    tree: Optional[Camel] = None


class Box(BaseModel, Generic[T]):
    item: Annotated[T, Field(alias="I")]
    more: Annotated[list[T], Field(default_factory=list, alias="M")]


@pyd
class Data:
    a: Annotated[int, Field(alias="A", gt=3)]
    b: Annotated[str, Field(exclude=True)] = "q"


@dataclasses.dataclass
class Standard:
    a: Annotated[int, Field(alias="A", gt=3)]
    d: Optional[Data] = None


class Keys(TypedDict):
    a: Annotated[int, Field(alias="A")]
    b: NotRequired[Annotated[str, Field(max_length=1)]]


show(lambda: (Plain(A=5, c=3, later=[{"X": 1}]), Plain.model_fields["a"], Plain.count, Plain(A=4)._f))
show(lambda: Plain(A=5, c=3, later=[{"X": "1", "up": {"A": 4}}]).model_dump(by_alias=True))
show(lambda: Plain(a=5))
show(lambda: Plain(A=3, later=[{"x": 1}, {}, {}]))
show(lambda: Later(X=1, up={"A": 4, "later": [{"X": 2}]}).model_dump_json())
show(lambda: (Camel(mine=1, OTHER="a", TREE={"own": 2, "other": "b"}), Camel(own=1, other="a").model_dump(by_alias=True)))
show(lambda: Camel(OWN=1, OTHER="abc"))
show(lambda: (Box[int](I="1", M=["2"]), Box(I="1"), Box[Later](I={"X": 1}).model_dump(by_alias=True)))
show(lambda: Box[int](I="x", M=["y"]))
show(lambda: (Data(A=5), TypeAdapter(Data).dump_python(Data(A=5), by_alias=True)))
show(lambda: Data(a=5))
show(lambda: TypeAdapter(Standard).validate_python({"A": 5, "d": {"A": 6}}))
show(lambda: TypeAdapter(Standard).validate_python({"a": 5, "d": {"A": 2}}))
show(lambda: (TypeAdapter(Keys).validate_python({"A": 5}), TypeAdapter(Keys).dump_python({"a": 1, "b": "x"}, by_alias=True)))
show(lambda: TypeAdapter(Keys).validate_python({"a": 5, "b": "long"}))
show(lambda: TypeAdapter(Dict[Annotated[str, Field(pattern="^k")], OnErrorOmit[int]]).validate_python({"k1": 1, "k2": "x"}))
show(lambda: TypeAdapter(Dict[Annotated[str, Field(pattern="^k")], OnErrorOmit[int]]).validate_python({"k1": 1, "z": "x"}))
show(lambda: TypeAdapter(Dict[OnErrorOmit[int], int]).validate_python({"a": 1, "2": 2}))

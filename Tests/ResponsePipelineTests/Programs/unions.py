"""Forms that give one of several models, sequences that do not say of what, and records as bodies."""
from __future__ import annotations

from typing import Annotated, List, Literal, NamedTuple, Optional, Union

from fastapi import Body, FastAPI, Form, Query
from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel
from pydantic.dataclasses import dataclass
from typing_extensions import TypedDict

app = FastAPI()


class Card(BaseModel):
    kind: Literal["card"]
    number: str = Field(pattern=r"^[0-9]{4}$")
    tags: List[str] = []


class Cash(BaseModel):
    kind: Literal["cash"] = "cash"
    amount: float = 0


Pay = Annotated[Union[Card, Cash], Field(discriminator="kind")]


class Point(NamedTuple):
    x: int
    y: float = 0.5


class Keys(TypedDict):
    first: Annotated[int, Field(alias="FIRST")]
    second: Annotated[str, Field(max_length=1)]


@dataclass(config=ConfigDict(alias_generator=to_camel, populate_by_name=True))
class Record:
    first_name: str
    keys: Optional[Keys] = None


class Holder(BaseModel):
    own: Annotated[int, Field(alias="mine", ge=1)]
    records: Annotated[List[Record], Field(max_length=2)] = []


@app.post("/discriminated")
def discriminated(p: Annotated[Pay, Form()]):
    return p


@app.post("/either")
def either(p: Annotated[Union[Card, Cash], Form()], more: str = Form("none")):
    return {"p": p, "more": more}


@app.post("/optional")
def optional(p: Annotated[Union[Card, Cash, None], Form()] = None):
    return p


@app.post("/list")
def of_list(p: list):
    return p


@app.post("/bare-list")
def of_bare_list(p: Optional[List] = None):
    return p


@app.post("/point")
def of_point(p: Point):
    return p


@app.post("/points")
def of_points(p: List[Point]):
    return p


@app.post("/holder")
def holder(h: Holder) -> Holder:
    return h


@app.get("/list")
def queried(p: list = Query()):
    return p


@app.post("/default/body")
def default_body(pay: Card | Cash = Body(discriminator="kind")):
    return pay


@app.post("/default/form")
def default_form(pay: Union[Card, Cash, None] = Form(None, discriminator="kind"), token: str = Form("t")):
    return [pay, token]


@app.post("/default/ignored")
def default_ignored(pay: Pay = Body()):
    return pay


@app.get("/settings")
def settings():
    return [app.swagger_ui_oauth2_redirect_url, app.swagger_ui_parameters, app.contact]

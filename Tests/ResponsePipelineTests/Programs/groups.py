from typing import Annotated, Literal
from fastapi import Cookie, FastAPI, Header, Query, Depends
from pydantic import BaseModel, ConfigDict, Field

app = FastAPI()
class Filter(BaseModel):
    model_config = {"extra": "forbid"}
    limit: int = Field(100, gt=0, le=100)
    order_by: Literal["created_at", "updated_at"] = "created_at"
    tags: list[str] = []
class Loose(BaseModel):
    model_config = {"extra": "allow"}
    a_b: str | None = None
    n: int
class Heads(BaseModel):
    host: str
    save_data: bool
    if_modified_since: str | None = None
    x_tag: list[str] = []
class Strict(Heads):
    model_config = {"extra": "forbid"}
class Cook(BaseModel):
    model_config = {"extra": "forbid"}
    session_id: str
    n: int | None = None
class Al(BaseModel):
    model_config = ConfigDict(populate_by_name=True)
    x: str = Field(alias="x-al")
    y: int = Field(1, validation_alias="y1")
@app.get("/q1")
def q1(f: Annotated[Filter, Query()]): return f
@app.get("/q2")
def q2(f: Loose = Query()): return f.model_dump()
@app.get("/q3")
def q3(f: Annotated[Filter | None, Query()] = None): return f
@app.get("/h1")
def h1(h: Annotated[Heads, Header()]): return h
@app.get("/h2")
def h2(h: Annotated[Heads, Header(convert_underscores=False)]): return h
@app.get("/h3")
def h3(h: Annotated[Strict, Header()]): return h
@app.get("/h4")
def h4(h: Annotated[Loose, Header()]): return h
@app.get("/h5")
def h5(h: Annotated[Heads | None, Header()] = None): return h
@app.get("/c1")
def c1(c: Annotated[Cook, Cookie()]): return c
@app.get("/c2")
def c2(c: Annotated[Cook | None, Cookie()] = None): return c
@app.get("/al")
def al(c: Annotated[Al, Query()]): return c
@app.get("/al2")
def al2(c: Annotated[Al, Header()]): return c

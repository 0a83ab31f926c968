"""What `Field(…)` says beside a marker in `Annotated`, and where there is none."""
from typing import Annotated

from fastapi import Body, Cookie, FastAPI, Form, Header, Path, Query
from pydantic import Field

app = FastAPI()


@app.get("/a")
def a(q: Annotated[int, Field(alias="other")]):
    return q


@app.get("/b")
def b(q: Annotated[int, Query(alias="mine"), Field(alias="other")] = 1):
    return q


@app.get("/c")
def c(q: Annotated[int, Field(alias="other"), Query(alias="mine")] = 1):
    return q


@app.get("/d")
def d(q: Annotated[str, Header(), Field(alias="x_other")] = "d", r: Annotated[str, Field(alias="x-r"), Header(convert_underscores=False)] = "e"):
    return [q, r]


@app.get("/e")
def e(q: Annotated[int, Field(default_factory=lambda: 7)], r: Annotated[int, Query(), Field(default_factory=lambda: 8)], s: Annotated[int, Field(default=3)] = 4):
    return [q, r, s]


@app.get("/f")
def f(q: Annotated[int, Field(default=3)]):
    return q


@app.get("/g/{q}")
def g(q: Annotated[int, Field(gt=3, title="t")]):
    return q


@app.get("/h/{other}")
def h(q: Annotated[int, Path(alias="other")], z: Annotated[int, Query(validation_alias="zed", alias="zz")] = 1):
    return [q, z]


@app.get("/i")
def i(q: Annotated[int, Query(validation_alias="va"), Field(alias="al")] = 1, r: Annotated[int, Query(alias="al2"), Field(validation_alias="va2")] = 1, s: Annotated[str, Field(validate_default=True, min_length=3)] = "x"):
    return [q, r, s]


@app.post("/j")
def j(q: Annotated[int, Body(embed=True), Field(alias="other", gt=1)], r: Annotated[str, Field(alias="arr"), Body()] = "x"):
    return [q, r]


@app.post("/k")
def k(q: Annotated[int, Form(), Field(alias="other", gt=1)] = 5):
    return q


@app.get("/l")
def l(q: Annotated[list[int], Field(max_length=2), Cookie()]):
    return q

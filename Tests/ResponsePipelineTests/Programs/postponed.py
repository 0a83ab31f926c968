from typing import Annotated

from fastapi import FastAPI, Query
from pydantic import BaseModel

app = FastAPI()
noted = []


def note(value):
    noted.append(getattr(value, "__name__", str(value)))
    return value


def declare():
    class Local(BaseModel):
        a: int = 1

    @app.get("/first")
    def first(q: "note(int)", x: "Local" = None) -> "note(list)":
        return [q]

    @app.get("/known")
    def known(q: "note(int)" = 1) -> "note(list)":
        return [q]

    @app.get("/last")
    def last(x: "Local" = None, q: "note(str)" = "q") -> "note(dict)":
        return {"q": q}


try:
    declare()
except Exception as error:
    noted.append(type(error).__name__)


@app.post("/nested")
def nested(x: "list['Unknown']"):
    return x


@app.get("/noted")
def read_noted():
    return noted

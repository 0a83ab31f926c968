from collections import deque
from dataclasses import dataclass
from typing import Annotated, Any, Sequence

from fastapi import Cookie, Depends, FastAPI, Form, Header, Query, Request, Response
from fastapi.encoders import jsonable_encoder
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

app = FastAPI()


@dataclass
class Unhashable:
    step: int = 1

    def __call__(self, q: int = 0):
        return q + self.step


@dataclass(frozen=True)
class Frozen:
    step: int = 1

    def __call__(self):
        calls.append(self.step)
        return len(calls)


calls = []


class Service:
    def method(self):
        calls.append("method")
        return len(calls)


service = Service()


@app.get("/unhashable")
def unhashable(a=Depends(Unhashable())):
    return a


@app.get("/equal")
def equal(a=Depends(Frozen(2)), b=Depends(Frozen(2)), c=Depends(Frozen(3)), d=Depends(service.method), e=Depends(service.method)):
    seen = calls.copy()
    calls.clear()
    return [a, b, c, d, e, seen]


@app.get("/nothing")
def nothing(a=Depends()):
    return a


class Plain:
    x = 1


class Own(JSONResponse):
    y = 2

    def render(self, content):
        return b""


THINGS = [
    JSONResponse, PlainTextResponse, HTMLResponse, Response, RedirectResponse, Plain, Own, int, object(), Plain(), dict, Exception,
]


@app.get("/things/{n}")
def thing(n: int):
    return THINGS[n]


@app.get("/encoded/{n}")
def encoded(n: int):
    try:
        return JSONResponse(jsonable_encoder(THINGS[n]))
    except Exception as error:
        return PlainTextResponse(f"{type(error).__name__} {len(error.args)}")


@app.get("/pieces")
def pieces():
    return StreamingResponse(iter([b"bytes", "text", memoryview(b"view"), bytearray(b"array")]))


@app.get("/array")
def array():
    return Response(bytearray(b"array"))


@app.get("/view")
def view():
    return Response(memoryview(b"view")[1:])


@app.post("/form")
async def form(request: Request):
    async with request.form() as data:
        again = await request.form()
        try:
            body = (await request.body()).decode()
        except RuntimeError as error:
            body = str(error)
        return [data.multi_items(), again is data, body]


@app.post("/mixed")
def mixed(item: dict, n: int = Form()):
    return [item, n]


class Filter(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)
    tags: list[str] = Field(default_factory=list, alias="tag")


@app.get("/filter")
def read_filter(filter: Annotated[Filter, Query()]):
    return filter


@app.get("/limits")
def limits(a: Annotated[list[str], Query(pattern="^t")] = [], b: list[int] | None = Query(None, gt=0), c: tuple[int, ...] = Query((1,), ge=(0,))):
    return [a, b, c]


@app.get("/sequences")
def sequences(a: Annotated[deque[int], Query()], b: Annotated[Sequence[str], Header()] = ()):
    return [a, b]


@app.get("/chosen", response_model=Filter, response_model_include="tags")
def chosen():
    return Filter(tags=["a"])


@app.get("/words/{n}")
def words(n: int, response: Response):
    try:
        match n:
            case 0: response.headers = {}
            case 1: response.set_cookie("bad name", "x", samesite="bad")
            case 2: response.set_cookie("name", "x", samesite="bad")
            case 3: JSONResponse(foo=1)
            case 4: Query(foo=1)
            case 5: return repr([Query(), Header(3), Cookie(None)])
    except Exception as error:
        return f"{type(error).__name__}: {error}"

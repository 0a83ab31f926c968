from fastapi import FastAPI, HTTPException, Request, Response, Depends
from fastapi.exceptions import RequestValidationError, ResponseValidationError, FastAPIError
from fastapi.exception_handlers import http_exception_handler, request_validation_exception_handler
from fastapi.encoders import jsonable_encoder
from fastapi.responses import JSONResponse, PlainTextResponse
from starlette.exceptions import HTTPException as StarletteHTTPException
from pydantic import BaseModel

app = FastAPI()

class Unicorn(Exception):
    def __init__(self, name): self.name = name
class Special(Unicorn): pass
class Base(Exception): pass
class Child(Base): pass
class Teapot(HTTPException):
    def __init__(self, extra): super().__init__(status_code=418, detail={"extra": extra}, headers={"X-T": "1"})

@app.exception_handler(Unicorn)
async def unicorn(request: Request, exc: Unicorn):
    return JSONResponse(status_code=418, content={"message": exc.name, "path": request.url.path}, headers={"X-U": type(exc).__name__})
@app.exception_handler(Base)
def base(request, exc): return PlainTextResponse(f"base {exc} {type(exc).__name__}", 409)
@app.exception_handler(404)
async def notfound(request: Request, exc):
    return JSONResponse({"nf": exc.detail if isinstance(exc.detail, str) else "x", "cls": type(exc).__name__, "mod": type(exc).__module__}, status_code=404, headers=getattr(exc, "headers", None))
@app.exception_handler(StarletteHTTPException)
async def http(request, exc):
    r = await http_exception_handler(request, exc)
    r.headers["X-Custom"] = "yes"
    return r
@app.exception_handler(RequestValidationError)
async def validation(request: Request, exc: RequestValidationError):
    if request.url.path == "/std/foo":
        return await request_validation_exception_handler(request, exc)
    return JSONResponse(status_code=400, content=jsonable_encoder({"detail": exc.errors(), "body": exc.body, "n": len(exc.errors()), "args": len(exc.args), "cls": [c.__name__ for c in type(exc).__mro__][:3]}))
@app.exception_handler(ResponseValidationError)
def respval(request, exc): return PlainTextResponse(f"resp {len(exc.errors())} {exc.args} {exc.errors()[0]['loc']} {exc.body}", status_code=500)
def key(request, exc): return {"not": "response"}
app.add_exception_handler(KeyError, key)
def ze(request, exc): raise ValueError("again")
app.add_exception_handler(ZeroDivisionError, ze)
@app.exception_handler(IndexError)
def ie(request, exc): raise HTTPException(499, "from handler")
@app.exception_handler(Exception)
async def anything(request, exc): return PlainTextResponse(f"any {type(exc).__name__}: {exc}", 500, headers={"X-Any": "1"})

class Item(BaseModel):
    name: str
    price: float

@app.get("/u/{name}")
def u(name: str, response: Response):
    response.headers["X-Lost"] = "1"
    if name == "foo": raise Unicorn(name)
    if name == "bar": raise Special(name)
    if name == "baz": raise Child("c", 1)
    if name == "3": raise Base()
    if name == "plumbus": raise {}["k"]
    if name == "portal-gun": 1 / 0
    if name == "yolo": [][0]
    if name == "item1": raise RuntimeError("other")
    if name == "item2": raise Teapot("e")
    return name
@app.get("/h/{name}")
def h(name: str):
    if name == "foo": raise HTTPException(404, detail={"a": [1]}, headers={"X-E": "e"})
    if name == "bar": raise StarletteHTTPException(404)
    if name == "baz": raise HTTPException(status_code=401, headers={"WWW-Authenticate": "Bearer"})
    if name == "3": raise HTTPException(204)
    if name == "plumbus": raise HTTPException(304, "x", headers={"etag": "a"})
    if name == "portal-gun": raise HTTPException(599)
    if name == "yolo": raise HTTPException(400, detail=[1, None, {"a": 1.5}])
    if name == "item1": raise HTTPException(400, detail=b"bytes")
    if name == "item2": raise HTTPException(200, "fine", {"content-type": "x/y"})
    return name
@app.post("/std/{x}")
def std(x: int, item: Item): return item
@app.get("/std/{x}")
def stdg(x: int): return x
@app.get("/resp", response_model=Item)
def resp(): return {"name": 1}
@app.get("/repr")
def rep():
    a, b = HTTPException(404, "d"), StarletteHTTPException(400, headers={"a": "b"})
    v = RequestValidationError([{"type": "x", "loc": ("a",)}], body={"b": 1})
    return [repr(a), str(a), repr(b), str(b), a.args, a.detail, b.headers, str(v), v.body, v.errors(), repr(FastAPIError("q")), issubclass(HTTPException, StarletteHTTPException)]

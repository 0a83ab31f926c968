import asyncio
from http import HTTPStatus
from fastapi import Depends, FastAPI, HTTPException, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse, StreamingResponse
from starlette.exceptions import HTTPException as SHTTPException
from starlette.middleware.base import BaseHTTPMiddleware
app = FastAPI()
def dep(response: Response):
    response.headers["x-dep"] = "1"
    response.set_cookie("k", "v")
    response.status_code = 201
@app.get("/returned_exc")
async def returned_exc():
    return HTTPException(404, "nope", headers={"x-b": "1"})
@app.get("/returned_exc_ann")
async def returned_exc_ann() -> dict:
    return HTTPException(404, "nope")
@app.get("/raise_response")
async def raise_response():
    raise JSONResponse({"a": 1})
@app.get("/tuple_return")
async def tuple_return():
    return {"a": 1}, 201
@app.get("/assert_")
async def assert_():
    assert False, "x"
@app.get("/in_stream")
async def in_stream():
    async def g():
        yield b"a"
        raise HTTPException(404)
    return StreamingResponse(g(), media_type="text/plain")
@app.get("/keepalive_ok")
async def keepalive_ok():
    return 1
h = FastAPI()
class MyErr(Exception):
    pass
@h.exception_handler(MyErr)
async def my_handler(request: Request, e: MyErr):
    r = JSONResponse({"my": str(e)}, 418, headers={"X-My": "1"})
    r.set_cookie("k", "v")
    return r
@h.exception_handler(500)
async def h500(request: Request, e: Exception):
    return JSONResponse({"oops": repr(e)}, 500, headers={"x-500": "1"})
@h.exception_handler(ValueError)
def sync_handler(request, e):
    return PlainTextResponse("sync", 400)
@h.exception_handler(TypeError)
async def none_handler(request, e):
    return None
@h.exception_handler(LookupError)
async def raising_handler(request, e):
    raise HTTPException(409, "from handler")
@h.get("/my")
async def my(response: Response):
    response.headers["x-a"] = "1"
    raise MyErr("m")
@h.get("/val")
async def val():
    raise ValueError("v")
@h.get("/sub")
async def sub():
    raise UnicodeError("subclass of ValueError")
@h.get("/un")
async def un():
    raise RuntimeError("u")
@h.get("/tp")
async def tp():
    raise TypeError("t")
@h.get("/lk")
async def lk():
    raise KeyError("k")
@h.get("/he500")
async def he500():
    raise HTTPException(500, "explicit")
dbg = FastAPI(debug=True)
@dbg.get("/un")
async def dbg_un():
    raise RuntimeError("u")
mw = FastAPI()
@mw.middleware("http")
async def add_header(request: Request, call_next):
    response = await call_next(request)
    response.headers["X-Mw"] = "1"
    response.headers["Content-Type"] = "application/x-changed"
    return response
@mw.get("/x")
async def mwx(response: Response):
    response.headers["x-a"] = "1"
    return {"a": 1}
@mw.get("/e")
async def mwe():
    raise ValueError("boom")
@mw.get("/he")
async def mwhe():
    raise HTTPException(404, headers={"x-e": "1"})
@mw.get("/s205", status_code=205)
async def mw205():
    return None
gz = FastAPI()
@gz.get("/big")
async def gz_big(response: Response):
    response.headers["x-a"] = "1"
    response.headers["Vary"] = "Origin"
    return "a" * 50
@gz.get("/small")
async def gz_small():
    return 1
two = FastAPI()
@two.middleware("http")
async def first(request, call_next):
    r = await call_next(request)
    r.headers.append("x-order", "first-added")
    return r
@two.middleware("http")
async def second(request, call_next):
    r = await call_next(request)
    r.headers.append("x-order", "second-added")
    return r
@two.get("/x")
async def twox(response: Response):
    response.headers.append("x-order", "endpoint")
    return 1
@two.get("/bg")
async def two_bg(request: Request):
    return 1
limit = FastAPI(max_body_size=5)
@limit.post("/x")
async def limx(request: Request):
    return len(await request.body())
@limit.post("/j")
async def limj(d: dict):
    return d

app = limit

CASES = []
def case(*a, **k): pass
def req(*a, **k): return b''
def js(*a, **k): return b''
"""Topic 9: HTTPException, unhandled exceptions, custom handlers, middleware interplay."""
import asyncio
from http import HTTPStatus
from fastapi import Depends, FastAPI, HTTPException, Request, Response
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.responses import JSONResponse, PlainTextResponse, StreamingResponse
from starlette.exceptions import HTTPException as SHTTPException
from starlette.middleware.base import BaseHTTPMiddleware
app = FastAPI()
def dep(response: Response):
    response.headers["x-dep"] = "1"
    response.set_cookie("k", "v")
    response.status_code = 201
async def basic(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(404)

app.add_api_route('/basic', basic, dependencies=[Depends(dep)])
async def detail(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(404, 'nope')

app.add_api_route('/detail', detail, dependencies=[Depends(dep)])
async def detail_none(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(404, None)

app.add_api_route('/detail_none', detail_none, dependencies=[Depends(dep)])
async def detail_empty(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(404, '')

app.add_api_route('/detail_empty', detail_empty, dependencies=[Depends(dep)])
async def detail_dict(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(400, {'b': 1, 'a': [1, None]})

app.add_api_route('/detail_dict', detail_dict, dependencies=[Depends(dep)])
async def detail_unicode(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(400, 'café €')

app.add_api_route('/detail_unicode', detail_unicode, dependencies=[Depends(dep)])
async def detail_bad(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(400, {1, 2})

app.add_api_route('/detail_bad', detail_bad, dependencies=[Depends(dep)])
async def detail_float(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(400, 1e-5)

app.add_api_route('/detail_float', detail_float, dependencies=[Depends(dep)])
async def unknown_status(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(499)

app.add_api_route('/unknown_status', unknown_status, dependencies=[Depends(dep)])
async def status_600(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(600)

app.add_api_route('/status_600', status_600, dependencies=[Depends(dep)])
async def headers(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(401, 'x', headers={'WWW-Authenticate': 'Bearer', 'X-B': '1'})

app.add_api_route('/headers', headers, dependencies=[Depends(dep)])
async def headers_ct(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(401, 'x', headers={'Content-Type': 'text/plain'})

app.add_api_route('/headers_ct', headers_ct, dependencies=[Depends(dep)])
async def headers_cl(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(401, 'x', headers={'Content-Length': '5'})

app.add_api_route('/headers_cl', headers_cl, dependencies=[Depends(dep)])
async def headers_cookie(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(401, 'x', headers={'Set-Cookie': 'a=1; Path=/'})

app.add_api_route('/headers_cookie', headers_cookie, dependencies=[Depends(dep)])
async def headers_int(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(429, 'x', headers={'Retry-After': 5})

app.add_api_route('/headers_int', headers_int, dependencies=[Depends(dep)])
async def headers_temporal(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(401, 'x', headers=response.headers)

app.add_api_route('/headers_temporal', headers_temporal, dependencies=[Depends(dep)])
async def headers_crlf(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(401, 'x', headers={'X-B': 'a\r\nb'})

app.add_api_route('/headers_crlf', headers_crlf, dependencies=[Depends(dep)])
async def headers_euro(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(401, 'x', headers={'X-B': '€'})

app.add_api_route('/headers_euro', headers_euro, dependencies=[Depends(dep)])
async def s204(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(204, headers={'X-B': '1'})

app.add_api_route('/s204', s204, dependencies=[Depends(dep)])
async def s205(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(205, headers={'X-B': '1'})

app.add_api_route('/s205', s205, dependencies=[Depends(dep)])
async def s304(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(304, headers={'ETag': '"x"'})

app.add_api_route('/s304', s304, dependencies=[Depends(dep)])
async def s100(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(100)

app.add_api_route('/s100', s100, dependencies=[Depends(dep)])
async def s200(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(200, 'fine')

app.add_api_route('/s200', s200, dependencies=[Depends(dep)])
async def enum(response: Response):
    response.headers['x-a'] = '1'
    raise HTTPException(HTTPStatus.IM_A_TEAPOT)

app.add_api_route('/enum', enum, dependencies=[Depends(dep)])
async def starlette(response: Response):
    response.headers['x-a'] = '1'
    raise SHTTPException(404, 'st', headers={'X-B': '1'})

app.add_api_route('/starlette', starlette, dependencies=[Depends(dep)])
async def value_error(response: Response):
    response.headers['x-a'] = '1'
    raise ValueError('boom')

app.add_api_route('/value_error', value_error, dependencies=[Depends(dep)])
async def key_error(response: Response):
    response.headers['x-a'] = '1'
    raise KeyError('x')

app.add_api_route('/key_error', key_error, dependencies=[Depends(dep)])
async def base_exc(response: Response):
    response.headers['x-a'] = '1'
    raise BaseException('x')

app.add_api_route('/base_exc', base_exc, dependencies=[Depends(dep)])
async def cancelled(response: Response):
    response.headers['x-a'] = '1'
    raise asyncio.CancelledError()

app.add_api_route('/cancelled', cancelled, dependencies=[Depends(dep)])
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
gz.add_middleware(GZipMiddleware, minimum_size=10)
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

CASES = []
def case(*a, **k): pass
def req(*a, **k): return b''
def js(*a, **k): return b''
"""Topic 4: dependencies and the shared temporal response."""
from typing import Annotated, Optional
from fastapi import APIRouter, BackgroundTasks, Depends, FastAPI, Header, HTTPException, Query, Request, Response, Security
from fastapi.responses import JSONResponse, PlainTextResponse
def mark(name):
    def d(response: Response):
        response.headers.append("x-order", name)
    d.__name__ = "dep_" + name
    return d
A = FastAPI(dependencies=[Depends(mark("app1")), Depends(mark("app2"))])
router = APIRouter(dependencies=[Depends(mark("router1")), Depends(mark("router2"))])
inner = APIRouter(dependencies=[Depends(mark("inner"))])
def sub1(response: Response):
    response.headers.append("x-order", "sub1")
def sub2(response: Response):
    response.headers.append("x-order", "sub2")
def param_a(response: Response, a=Depends(sub1), b=Depends(sub2)):
    response.headers.append("x-order", "paramA")
def param_b(response: Response, b=Depends(sub2), a=Depends(sub1)):
    response.headers.append("x-order", "paramB")
@router.get("/full", dependencies=[Depends(mark("deco1")), Depends(mark("deco2"))])
async def full(response: Response, b=Depends(param_b), a=Depends(param_a)):
    response.headers.append("x-order", "endpoint")
    return None
@inner.get("/deep", dependencies=[Depends(mark("deco"))])
async def deep(response: Response):
    response.headers.append("x-order", "endpoint")
    return None
router.include_router(inner, prefix="/inner", dependencies=[Depends(mark("include_inner"))])
A.include_router(router, prefix="/r", dependencies=[Depends(mark("include1"))])
@A.get("/direct", dependencies=[Depends(mark("deco1"))])
async def direct(response: Response):
    response.headers.append("x-order", "endpoint")
    return None
app = FastAPI()
def counter(response: Response):
    response.headers.append("x-call", "counter")
    return len(response.headers.getlist("x-call"))
@app.get("/cached")
async def cached(a: int = Depends(counter), b: int = Depends(counter)):
    return [a, b]
@app.get("/nocache")
async def nocache(a: int = Depends(counter), b: int = Depends(counter, use_cache=False), c: int = Depends(counter)):
    return [a, b, c]
@app.get("/nocache_first")
async def nocache_first(a: int = Depends(counter, use_cache=False), b: int = Depends(counter)):
    return [a, b]
def ident(response: Response):
    return id(response)
@app.get("/same_object")
async def same_object(response: Response, a: int = Depends(ident), b: int = Depends(ident, use_cache=False)):
    return [a == id(response), b == id(response)]
def dep_json(response: JSONResponse):
    response.headers["x-type"] = type(response).__name__
@app.get("/annot_subclass", dependencies=[Depends(dep_json)])
async def annot_subclass():
    return None
def set_a(response: Response):
    response.headers["x-a"] = "dep"
    response.headers["x-only-dep"] = "1"
    response.set_cookie("dep", "1")
@app.get("/override_header", dependencies=[Depends(set_a)])
async def override_header(response: Response):
    response.headers["x-first"] = "1"
    response.headers["X-A"] = "endpoint"
    return None
@app.get("/delete_dep", dependencies=[Depends(set_a)])
async def delete_dep(response: Response):
    del response.headers["x-a"]
    return None
log = []
async def y_request(response: Response):
    response.headers["x-before"] = "1"
    response.status_code = 202
    yield 1
    response.headers["x-after"] = "1"
    response.headers["x-before"] = "2"
    response.status_code = 500
@app.get("/yield_request", dependencies=[Depends(y_request)])
async def yield_request():
    return None
@app.get("/yield_function", dependencies=[Depends(y_request, scope="function")])
async def yield_function():
    return None
async def y_keep(response: Response):
    box = {}
    yield box
    r = box.get("r")
    if r is not None:
        r.headers["x-late"] = "1"
@app.get("/yield_function_mutates_returned")
async def yield_function_mutates_returned(box: dict = Depends(y_keep, scope="function")):
    r = JSONResponse({"a": 1})
    box["r"] = r
    return r
@app.get("/yield_request_mutates_returned")
async def yield_request_mutates_returned(box: dict = Depends(y_keep)):
    r = JSONResponse({"a": 1})
    box["r"] = r
    return r
async def y_raise_http():
    yield 1
    raise HTTPException(418, "late", headers={"x-exc": "1"})
@app.get("/yield_raise_request", dependencies=[Depends(y_raise_http)])
async def yield_raise_request():
    return {"a": 1}
@app.get("/yield_raise_function", dependencies=[Depends(y_raise_http, scope="function")])
async def yield_raise_function(response: Response):
    response.headers["x-a"] = "1"
    return {"a": 1}
async def y_convert():
    try:
        yield 1
    except ValueError as e:
        raise HTTPException(409, str(e), headers={"x-conv": "1"})
@app.get("/yield_convert", dependencies=[Depends(y_convert)])
async def yield_convert(response: Response):
    response.headers["x-a"] = "1"
    raise ValueError("boom")
async def y_swallow():
    try:
        yield 1
    except ValueError:
        pass
@app.get("/yield_swallow", dependencies=[Depends(y_swallow)])
async def yield_swallow():
    raise ValueError("boom")
async def y_catch_http(response: Response):
    try:
        yield 1
    except HTTPException as e:
        e.headers = {"x-changed": "1"}
        raise
@app.get("/yield_edit_exc", dependencies=[Depends(y_catch_http)])
async def yield_edit_exc():
    raise HTTPException(404, "nope", headers={"x-orig": "1"})
ORDER = []
def yo(name):
    async def d(response: Response):
        response.headers.append("x-enter", name)
        ORDER.append("enter " + name)
        yield name
        ORDER.append("exit " + name)
    d.__name__ = name
    return d
@app.get("/yield_order", dependencies=[Depends(yo("r1")), Depends(yo("f1"), scope="function"), Depends(yo("r2")), Depends(yo("f2"), scope="function")])
async def yield_order():
    ORDER.append("endpoint")
    return None
@app.get("/yield_order_log")
async def yield_order_log():
    r = list(ORDER)
    ORDER.clear()
    return r
def bgtask():
    ORDER.append("background")
@app.get("/yield_bg", dependencies=[Depends(yo("r1")), Depends(yo("f1"), scope="function")])
async def yield_bg(tasks: BackgroundTasks):
    tasks.add_task(bgtask)
    ORDER.append("endpoint")
    return None
def dep_raise(response: Response):
    response.headers["x-temporal"] = "1"
    response.set_cookie("k", "v")
    response.status_code = 299
    raise HTTPException(401, "no", headers={"WWW-Authenticate": "Basic", "X-Exc": "1"})
@app.get("/dep_raise", dependencies=[Depends(set_a), Depends(dep_raise)])
async def dep_raise_ep(response: Response):
    return None
def dep_raise_nohdr(response: Response):
    response.headers["x-temporal"] = "1"
    raise HTTPException(403)
@app.get("/dep_raise_nohdr", dependencies=[Depends(dep_raise_nohdr)])
async def dep_raise_nohdr_ep():
    return None
def dep_raise_temporal(response: Response):
    response.headers["x-temporal"] = "1"
    response.set_cookie("k", "v")
    response.set_cookie("j", "v")
    raise HTTPException(403, headers=response.headers)
@app.get("/dep_raise_temporal", dependencies=[Depends(dep_raise_temporal)])
async def dep_raise_temporal_ep():
    return None
def dep_raise_dictheaders(response: Response):
    response.headers["x-temporal"] = "1"
    response.set_cookie("k", "v")
    response.set_cookie("j", "v")
    raise HTTPException(403, headers=dict(response.headers))
@app.get("/dep_raise_dictheaders", dependencies=[Depends(dep_raise_dictheaders)])
async def dep_raise_dictheaders_ep():
    return None
def dep_return_response():
    return PlainTextResponse("from dep", 418)
@app.get("/dep_returns_response")
async def dep_returns_response(r=Depends(dep_return_response)):
    return {"type": type(r).__name__}
def dep_q(response: Response, q: int):
    response.headers["x-q"] = str(q)
    return q
@app.get("/dep_422", dependencies=[Depends(set_a)])
async def dep_422(response: Response, q: int = Depends(dep_q)):
    return q
SIDE = []
def side(name):
    def d():
        SIDE.append(name)
    d.__name__ = name
    return d
@app.get("/side", dependencies=[Depends(side("one")), Depends(dep_q), Depends(side("two"))])
async def side_ep():
    SIDE.append("endpoint")
    return None
@app.get("/side_log")
async def side_log():
    r = list(SIDE)
    SIDE.clear()
    return r
def dep_after_raise():
    SIDE.append("after")
@app.get("/side2", dependencies=[Depends(side("one")), Depends(dep_raise), Depends(dep_after_raise)])
async def side2_ep():
    return None
class ClsDep:
    def __init__(self, response: Response, x_token: Annotated[str | None, Header()] = None):
        response.headers["x-cls"] = x_token or "none"
@app.get("/cls")
async def cls(c: ClsDep = Depends()):
    return None
def orig(response: Response):
    response.headers["x-o"] = "orig"
def repl(response: Response):
    response.headers["x-o"] = "override"
@app.get("/overridden", dependencies=[Depends(orig)])
async def overridden():
    return None
app.dependency_overrides[orig] = repl
@app.get("/resp_default")
async def resp_default(response: Response = None):
    response.headers["x-a"] = "1"
    return None
class Custom(Response):
    pass
@app.get("/resp_own_depends")
async def resp_own_depends(response: Response = Depends(dep_return_response)):
    response.headers["x-a"] = "1"
    return None
try:
    @app.get("/resp_optional")
    async def resp_optional(response: Response | None = None):
        return None
    OPT = "ok"
except Exception as e:
    OPT = type(e).__name__ + ": " + str(e).split("!")[0]
@app.get("/resp_optional_result")
async def resp_optional_result():
    return OPT
def sync_dep(response: Response):
    response.headers.append("x-s", "sync")
async def async_dep(response: Response):
    response.headers.append("x-s", "async")
@app.get("/mix", dependencies=[Depends(sync_dep), Depends(async_dep), Depends(sync_dep, use_cache=False)])
async def mix():
    return None
@app.get("/dep_returned")
async def dep_returned(_=Depends(set_a)):
    return PlainTextResponse("x")

import os, asyncio, pathlib, time
from fastapi import BackgroundTasks, Depends, FastAPI, Response
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, StreamingResponse, ORJSONResponse, UJSONResponse
from starlette.background import BackgroundTask
from pydantic import BaseModel
from typing import AsyncIterable, Iterable, Any
app = FastAPI()
def dep(response: Response):
    response.headers["x-dep"] = "1"
    response.set_cookie("dep", "1")
    response.status_code = 299
@app.get("/dropped", status_code=201, dependencies=[Depends(dep)])
async def dropped(response: Response):
    response.headers["x-temporal"] = "1"
    response.set_cookie("k", "v")
    response.status_code = 202
    return JSONResponse({"a": 1}, headers={"x-own": "1"})
@app.get("/merge_manual", dependencies=[Depends(dep)])
async def merge_manual(response: Response):
    response.headers["x-temporal"] = "1"
    return JSONResponse({"a": 1}, headers=response.headers)
@app.get("/merge_raw", dependencies=[Depends(dep)])
async def merge_raw(response: Response):
    r = JSONResponse({"a": 1})
    r.headers.raw.extend(response.headers.raw)
    return r
@app.get("/temporal_returned")
async def temporal_returned(response: Response):
    response.headers["x-a"] = "1"
    return response
@app.get("/temporal_returned_status")
async def temporal_returned_status(response: Response):
    response.headers["x-a"] = "1"
    response.status_code = 200
    response.body = b"hi"
    return response
@app.get("/bare")
async def bare():
    return Response()
@app.get("/bare_str")
async def bare_str():
    return Response("caf\u00e9")
@app.get("/bare_int")
async def bare_int():
    return Response(5)
@app.get("/bare_dict")
async def bare_dict():
    return Response({"a": 1})
@app.get("/bare_memoryview")
async def bare_memoryview():
    return Response(memoryview(b"abc"))
@app.get("/plain")
async def plain():
    return PlainTextResponse("x")
@app.get("/html")
async def html():
    return HTMLResponse("<p>")
@app.get("/json_none")
async def json_none():
    return JSONResponse(None)
@app.get("/json_bad")
async def json_bad():
    return JSONResponse({1, 2})
@app.get("/json_nan")
async def json_nan():
    return JSONResponse(float("nan"))
MT = {"css_plain": "text/css", "with_charset": "text/plain; charset=latin-1", "upper_charset": "text/plain; CHARSET=x", "upper_type": "TEXT/PLAIN", "xml": "application/xml",
      "text_json": "text/json", "empty": "", "params": "text/html; profile=x", "svg": "image/svg+xml", "js": "application/javascript", "textonly": "text", "text_slash": "text/"}
for n, mt in MT.items():
    def mk(mt):

        async def ep():
            return Response('x', media_type=mt)
        return ep
    app.add_api_route('/mt_' + n, mk(mt))
@app.get("/mt_nonlatin")
async def mt_nonlatin():
    return Response("x", media_type="text/\u20ac")
HD = {"ct": {"Content-Type": "text/plain"}, "cl": {"Content-Length": "1"}, "cl_wrong": {"content-length": "5"}, "cl_short": {"content-length": "0"},
      "both": {"X-A": "1", "content-type": "x/y", "X-B": "2", "CONTENT-LENGTH": "1"}, "order": {"X-B": "1", "X-A": "2"}, "none": None, "emptyd": {},
      "dupcase": {"X-A": "1", "x-a": "2"}}
for n, h in HD.items():
    def mk(h):

        async def ep():
            return PlainTextResponse('x', headers=h)
        return ep
    app.add_api_route('/hd_' + n, mk(h))
@app.get("/hd_list")
async def hd_list():
    return PlainTextResponse("x", headers=[("x-a", "1")])
@app.get("/hd_int")
async def hd_int():
    return PlainTextResponse("x", headers={"x-a": 1})
@app.get("/after")
async def after():
    r = PlainTextResponse("x", headers={"x-init": "1"})
    r.headers["x-late"] = "1"
    r.headers["content-type"] = "text/csv"
    r.set_cookie("k", "v")
    r.status_code = 404
    return r
@app.get("/body_after")
async def body_after():
    r = PlainTextResponse("x")
    r.body = b"longer body"
    return r
@app.get("/body_after_short")
async def body_after_short():
    r = PlainTextResponse("xxxx")
    r.body = b"x"
    return r
@app.get("/media_after")
async def media_after():
    r = PlainTextResponse("x")
    r.media_type = "text/html"
    return r
@app.get("/del_cl")
async def del_cl():
    r = PlainTextResponse("x")
    del r.headers["content-length"]
    return r
class M(BaseModel):
    a: int
@app.get("/rm_ignored", response_model=M)
async def rm_ignored():
    return JSONResponse({"zzz": "not a model"})
@app.get("/ann_resp")
async def ann_resp() -> JSONResponse:
    return {"a": 1}
@app.get("/ann_html")
async def ann_html() -> HTMLResponse:
    return "<p>"
@app.get("/custom_cls")
async def custom_cls():
    class X(JSONResponse):
        media_type = "application/vnd.x+json"
    return X({"a": 1})
@app.get("/reuse")
async def reuse():
    return SHARED
SHARED = JSONResponse({"a": 1})
SHARED.set_cookie("n", "1")
URLS = {"plain": "/a", "abs": "https://e.org/a?b=c&d=e#f", "space": "/a b", "unicode": "/caf\u00e9/\u20ac", "crlf": "/a\r\nx-inj: 1", "pct": "/a%20b%zz", "quote": "/a\"b<c>d\\e^f`g{h|i}",
        "legal": "/:/%#?=@[]!$&'()*+,;~-._", "empty": "", "tab": "/a\tb", "nul": "/a\0b", "idn": "https://b\u00fccher.de/"}
for n, u in URLS.items():
    def mk(u):

        async def ep():
            return RedirectResponse(u)
        return ep
    app.add_api_route('/rd_' + n, mk(u))
@app.get("/rd_headers", status_code=201)
async def rd_headers():
    r = RedirectResponse("/x", 303, headers={"x-a": "1", "Location": "/ignored"})
    r.set_cookie("k", "v")
    return r
@app.get("/rd_class", response_class=RedirectResponse)
async def rd_class(response: Response):
    response.headers["x-a"] = "1"
    return "/target"
@app.get("/rd_class_st", response_class=RedirectResponse, status_code=302)
async def rd_class_st():
    return "/target"
@app.get("/rd_204", response_class=RedirectResponse, status_code=204)
async def rd_204():
    return "/target"
@app.get("/st")
async def st():
    async def g():
        yield b"ab"
        yield "c\u00e9"
        yield b""
        yield b"d"
    return StreamingResponse(g(), headers={"x-a": "1"})
@app.get("/st_mt")
async def st_mt():
    return StreamingResponse(iter(["a", "b"]), media_type="text/plain")
@app.get("/st_cl")
async def st_cl():
    return StreamingResponse(iter(["ab", "c"]), headers={"content-length": "3"})
@app.get("/st_cl_wrong")
async def st_cl_wrong():
    return StreamingResponse(iter(["ab", "c"]), headers={"content-length": "2"})
@app.get("/st_cl_short")
async def st_cl_short():
    return StreamingResponse(iter(["ab", "c"]), headers={"content-length": "9"})
@app.get("/st_error")
async def st_error():
    async def g():
        yield b"ab"
        raise ValueError("boom")
    return StreamingResponse(g(), media_type="text/plain")
@app.get("/st_error_first")
async def st_error_first():
    async def g():
        raise ValueError("boom")
        yield b"ab"
    return StreamingResponse(g(), media_type="text/plain")
@app.get("/st_http10")
async def st_http10():
    return StreamingResponse(iter(["a", "b"]), media_type="text/plain")
@app.get("/st_empty")
async def st_empty():
    return StreamingResponse(iter([]), media_type="text/plain")
@app.get("/gen_jsonl")
async def gen_jsonl(response: Response):
    response.headers["x-late"] = "never sent"
    response.status_code = 299
    yield {"a": 1}
    yield {"b": "\u00e9"}
@app.get("/gen_jsonl_dep", dependencies=[Depends(dep)])
async def gen_jsonl_dep():
    yield {"a": 1}
@app.get("/gen_jsonl_sync")
def gen_jsonl_sync() -> Iterable[M]:
    yield M(a=1)
    yield {"a": "2"}
@app.get("/gen_jsonl_ascii")
async def gen_jsonl_ascii() -> AsyncIterable[str]:
    yield "\u00e9 a"
@app.get("/gen_jsonl_nan")
async def gen_jsonl_nan():
    yield {"a": float("nan"), "b": [float("inf")]}
@app.get("/gen_jsonl_bad")
async def gen_jsonl_bad() -> AsyncIterable[M]:
    yield {"a": "x"}
@app.get("/gen_raw", response_class=StreamingResponse, dependencies=[Depends(dep)])
async def gen_raw():
    yield "a"
    yield b"b"
@app.get("/gen_json_cls", response_class=JSONResponse)
async def gen_json_cls():
    yield {"a": 1}
@app.get("/returns_gen")
async def returns_gen():
    return (i for i in range(3))
@app.get("/returns_agen")
async def returns_agen():
    async def g():
        yield 1
    return g()
@app.get("/orjson", response_class=ORJSONResponse)
async def orjson_():
    return {"a": 1}
@app.get("/ujson", response_class=UJSONResponse)
async def ujson_():
    return {"a": 1}
BG = []
@app.get("/bg_log")
async def bg_log():
    r = list(BG)
    BG.clear()
    return r
def bg(x):
    BG.append(x)
@app.get("/bg")
async def bg_ep(tasks: BackgroundTasks):
    tasks.add_task(bg, "injected")
    return {"a": 1}
@app.get("/bg_resp")
async def bg_resp(tasks: BackgroundTasks):
    tasks.add_task(bg, "injected")
    return PlainTextResponse("x")
@app.get("/bg_resp_own")
async def bg_resp_own(tasks: BackgroundTasks):
    tasks.add_task(bg, "injected")
    return PlainTextResponse("x", background=BackgroundTask(bg, "own"))
@app.get("/bg_error")
async def bg_error(tasks: BackgroundTasks):
    def boom():
        raise ValueError("boom")
    tasks.add_task(boom)
    return {"a": 1}
@app.get("/bg_httpexc")
async def bg_httpexc(tasks: BackgroundTasks):
    from fastapi import HTTPException

    def boom():
        raise HTTPException(418)
    tasks.add_task(boom)
    return {"a": 1}
@app.get("/bg_exc")
async def bg_exc(tasks: BackgroundTasks):
    from fastapi import HTTPException
    tasks.add_task(bg, "injected")
    raise HTTPException(404)

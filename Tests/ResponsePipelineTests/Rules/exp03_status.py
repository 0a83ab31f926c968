CASES = []
def case(*a, **k): pass
def req(*a, **k): return b''
def js(*a, **k): return b''
"""Topic 3: status code precedence, body-less statuses, HEAD/OPTIONS, invalid status codes."""
from http import HTTPStatus
from fastapi import Depends, FastAPI, Response, APIRouter
from fastapi.responses import JSONResponse, PlainTextResponse, StreamingResponse
app = FastAPI()
@app.get("/deco", status_code=201)
async def deco():
    return {"a": 1}
@app.get("/temporal")
async def temporal(response: Response):
    response.status_code = 202
    return {"a": 1}
@app.get("/both", status_code=201)
async def both(response: Response):
    response.status_code = 202
    return {"a": 1}
@app.get("/enum", status_code=HTTPStatus.CREATED)
async def enum_(response: Response):
    return {"a": 1}
@app.get("/enum_t")
async def enum_t(response: Response):
    response.status_code = HTTPStatus.IM_A_TEAPOT
    return {"a": 1}
@app.get("/zero", status_code=201)
async def zero(response: Response):
    response.status_code = 0
    return {"a": 1}
@app.get("/zero_nodeco")
async def zero_nodeco(response: Response):
    response.status_code = 0
    return {"a": 1}
@app.get("/reset_none", status_code=201)
async def reset_none(response: Response):
    response.status_code = 404
    response.status_code = None
    return {"a": 1}
@app.get("/str_t")
async def str_t(response: Response):
    response.status_code = "202"
    return {"a": 1}
@app.get("/str_d", status_code="201")
async def str_d():
    return {"a": 1}
@app.get("/float_t")
async def float_t(response: Response):
    response.status_code = 202.0
    return {"a": 1}
def dep203(response: Response):
    response.status_code = 203
    response.headers["x-dep"] = "1"
def dep206(response: Response, _=Depends(dep203)):
    response.status_code = 206
@app.get("/dep", status_code=201, dependencies=[Depends(dep203)])
async def dep():
    return {"a": 1}
@app.get("/dep_ep", dependencies=[Depends(dep203)])
async def dep_ep(response: Response):
    response.status_code = 202
    return {"a": 1}
@app.get("/dep_read", dependencies=[Depends(dep203)])
async def dep_read(response: Response):
    return {"seen": response.status_code}
@app.get("/sub", dependencies=[Depends(dep206)])
async def sub():
    return {"a": 1}
@app.get("/ret_json", status_code=201)
async def ret_json(response: Response):
    response.status_code = 202
    return JSONResponse({"a": 1})
@app.get("/ret_json_st", status_code=201)
async def ret_json_st():
    return JSONResponse({"a": 1}, status_code=418)
for st in (100, 101, 103, 199, 204, 205, 304):
    def mk(st):
        async def ep(response: Response):
            response.headers["x-a"] = "1"
            return None
        return ep

    def mkt(st):
        async def ep(response: Response):
            response.status_code = st
            response.headers["x-a"] = "1"
            return {"a": 1}
        return ep
    app.add_api_route(f"/d{st}", mk(st), status_code=st)
    case(f"/d{st}", f"decorator status {st}, return None", code=f"@app.get('/', status_code={st})\nasync def ep(response: Response):\n    response.headers['x-a'] = '1'\n    return None")
    app.add_api_route(f"/t{st}", mkt(st))
    case(f"/t{st}", f"temporal status {st}, return dict", code=f"async def ep(response: Response):\n    response.status_code = {st}\n    response.headers['x-a'] = '1'\n    return {{'a': 1}}")

    def mkr(st):
        async def ep():
            return Response("body", status_code=st, media_type="text/plain")
        return ep
    app.add_api_route(f"/r{st}", mkr(st))
    case(f"/r{st}", f"return Response('body', status_code={st}, media_type='text/plain')", code=f"return Response('body', status_code={st}, media_type='text/plain')")

    def mke(st):
        async def ep():
            return Response(status_code=st)
        return ep
    app.add_api_route(f"/e{st}", mke(st))
    case(f"/e{st}", f"return Response(status_code={st})", code=f"return Response(status_code={st})")
@app.delete("/none_ann", status_code=204)
async def none_ann() -> None:
    return None
@app.get("/none_ann200")
async def none_ann200() -> None:
    return None
@app.get("/none_ann_dict")
async def none_ann_dict() -> None:
    return {"a": 1}
@app.get("/d204_cl", status_code=204)
async def d204_cl(response: Response):
    response.headers["content-length"] = "0"
    return None
@app.get("/d204_plain", status_code=204, response_class=PlainTextResponse)
async def d204_plain():
    return "hello"
@app.get("/d204_respcls", status_code=204, response_class=Response)
async def d204_respcls():
    return None
@app.get("/stream204")
async def stream204():
    async def g():
        yield b"x"
    return StreamingResponse(g(), status_code=204)
@app.head("/h")
async def h(response: Response):
    response.headers["x-a"] = "1"
    return {"a": 1}
@app.api_route("/gh", methods=["GET", "HEAD"])
async def gh():
    return {"a": 1}
@app.head("/h_stream")
async def h_stream():
    async def g():
        yield b"abc"
    return StreamingResponse(g(), media_type="text/plain")
@app.head("/h204", status_code=204)
async def h204():
    return None
@app.options("/o")
async def o(response: Response):
    response.headers["Allow"] = "GET"
    return None
@app.get("/m")
async def m_get():
    return "get"
@app.post("/m")
async def m_post():
    return "post"
IMPORT_ERRORS = {}
for st in (204, 205, 304, 101):
    try:
        app.add_api_route(f"/model{st}", lambda: {"a": 1}, response_model=dict, status_code=st)
        IMPORT_ERRORS[st] = "ok"
    except Exception as e:
        IMPORT_ERRORS[st] = f"{type(e).__name__}: {e}"
@app.get("/import_errors")
async def import_errors():
    return IMPORT_ERRORS
for st in (99, 0, -1, 1000, 600, 599, 299, 226, 418, 451, 511, 422, 413, 308, 425):
    def mk2(st):
        async def ep(response: Response):
            response.status_code = st
            return {"a": 1}
        return ep
    app.add_api_route(f"/x{st}", mk2(st))
    case(f"/x{st}", f"temporal status_code = {st}", name=f"x{st}", code=f"response.status_code = {st}; return {{'a': 1}}")

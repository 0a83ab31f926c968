CASES = []
def case(*a, **k): pass
def req(*a, **k): return b''
def js(*a, **k): return b''
"""Topic 13: leftovers: hash-seed dependent order, included routers, mounted apps under CORS, security schemes, size thresholds, --loop asyncio."""
import base64
from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request, Response
from fastapi.middleware.cors import CORSMiddleware
from fastapi.middleware.httpsredirect import HTTPSRedirectMiddleware
from fastapi.middleware.trustedhost import TrustedHostMiddleware
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, StreamingResponse
from fastapi.security import APIKeyCookie, APIKeyHeader, APIKeyQuery, HTTPBasic, HTTPBearer, HTTPDigest, OAuth2PasswordBearer
app = FastAPI()
@app.api_route("/multi", methods=["GET", "POST", "DELETE", "PATCH"])
async def multi():
    return 1
@app.get("/set")
async def set_():
    return {"a", "b", "c", "d"}
r = APIRouter(prefix="/r")
@r.get("/x/")
async def rx():
    return 1
@r.get("/y")
async def ry():
    return 1
@r.post("/y")
async def ry2():
    return 1
app.include_router(r, prefix="/p")
dr = APIRouter(default_response_class=HTMLResponse)
@dr.get("/def1")
async def def1():
    return "<p>"
@dr.get("/def2", response_class=PlainTextResponse)
async def def2():
    return "<p>"
app.include_router(dr, default_response_class=JSONResponse)
par = FastAPI()
par.add_middleware(CORSMiddleware, allow_origins=["*"])
sub = FastAPI()
@sub.get("/err")
async def sub_err():
    raise ValueError("boom")
@par.get("/err")
async def par_err():
    raise ValueError("boom")
par.mount("/sub", sub)
O = [("Origin", "https://a.example")]
mw = FastAPI()
@mw.middleware("http")
async def m(request, call_next):
    if request.url.path == "/block":
        raise HTTPException(403, "blocked", headers={"x-e": "1"})
    if request.url.path == "/resp":
        return JSONResponse({"from": "mw"}, 202, headers={"x-m": "1"})
    return await call_next(request)
@mw.exception_handler(422)
async def h422(request, exc):
    return PlainTextResponse("custom 422", 422)
@mw.get("/v")
async def v(q: int):
    return q
@mw.get("/raise422")
async def raise422():
    raise HTTPException(422, "x")
th = FastAPI()
th.add_middleware(TrustedHostMiddleware, allowed_hosts=["good.example"])
@th.get("/")
async def th_root():
    return 1
hr = FastAPI()
hr.add_middleware(HTTPSRedirectMiddleware)
@hr.get("/")
async def hr_root():
    return 1
sec = FastAPI()
for n, s in {"bearer": HTTPBearer(), "basic": HTTPBasic(), "basic_realm": HTTPBasic(realm="r\u00e9alm"), "digest": HTTPDigest(), "oauth2": OAuth2PasswordBearer(tokenUrl="t"), "apikey_header": APIKeyHeader(name="X-Key"),
             "apikey_query": APIKeyQuery(name="k"), "apikey_cookie": APIKeyCookie(name="k")}.items():
    def mk(s):
        async def ep(c=Depends(s)):
            return str(c)
        return ep
    sec.add_api_route("/" + n, mk(s))
    case("/" + n, f"{type(s).__name__} without credentials", app="sec", name="sec_" + n, code=f"Depends({type(s).__name__}(...))")
@app.get("/st")
async def st():
    return StreamingResponse(iter(["a", "b"]), media_type="text/plain")
@app.get("/lf")
async def lf(response: Response):
    response.headers["x"] = "a\nb"
    return 1
@app.get("/boom")
async def boom():
    raise ValueError

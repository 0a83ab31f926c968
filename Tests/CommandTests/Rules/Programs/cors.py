def case(*arguments, **options):
    return b""


from fastapi import Depends, FastAPI, HTTPException, Request, Response
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse, PlainTextResponse, RedirectResponse, StreamingResponse
from pydantic import BaseModel
APPS = {}
class M(BaseModel):
    a: int
def mkapp(name, pre=None, post=None, **cors):
    app = FastAPI()
    if pre:
        pre(app)
    app.add_middleware(CORSMiddleware, **cors)
    if post:
        post(app)

    @app.get("/x")
    async def x():
        return {"a": 1}

    @app.get("/hdr")
    async def hdr(response: Response):
        response.headers["x-a"] = "1"
        return {"a": 1}

    @app.get("/acao")
    async def acao(response: Response):
        response.headers["Access-Control-Allow-Origin"] = "https://own"
        response.headers["Access-Control-Allow-Credentials"] = "false"
        response.headers["Access-Control-Expose-Headers"] = "X-Own"
        response.headers["x-a"] = "1"
        return {"a": 1}

    @app.get("/vary")
    async def vary(response: Response):
        response.headers["Vary"] = "Accept"
        response.headers["x-a"] = "1"
        return {"a": 1}

    @app.get("/vary2")
    async def vary2(response: Response):
        response.headers.append("Vary", "Accept")
        response.headers["x-a"] = "1"
        response.headers.append("Vary", "Cookie")
        return {"a": 1}

    @app.get("/vary_origin")
    async def vary_origin(response: Response):
        response.headers["Vary"] = "Origin"
        return {"a": 1}

    @app.get("/vary_star")
    async def vary_star(response: Response):
        response.headers["Vary"] = "*"
        return {"a": 1}

    @app.get("/acao_dup")
    async def acao_dup(response: Response):
        response.headers.append("Access-Control-Allow-Origin", "https://one")
        response.headers["x-a"] = "1"
        response.headers.append("Access-Control-Allow-Origin", "https://two")
        return {"a": 1}

    @app.get("/cookie")
    async def cookie(response: Response):
        response.set_cookie("k", "v")
        return {"a": 1}

    @app.get("/err")
    async def err():
        raise ValueError("boom")

    @app.get("/rve", response_model=M)
    async def rve():
        return {}

    @app.get("/he")
    async def he():
        raise HTTPException(403, "no", headers={"x-e": "1"})

    @app.get("/q")
    async def q(n: int):
        return n

    @app.get("/ret")
    async def ret():
        return PlainTextResponse("x", headers={"vary": "Foo"})

    @app.get("/rd/")
    async def rd():
        return 1

    @app.get("/st")
    async def st():
        return StreamingResponse(iter(["a"]), media_type="text/plain")

    @app.get("/s204", status_code=204)
    async def s204():
        return None

    @app.options("/x")
    async def opt():
        return "own options"
    globals()[name] = app
    APPS[name] = ", ".join(f"{k}={v!r}" for k, v in cors.items())
ORIGIN = ("Origin", "https://a.example")
OTHER = ("Origin", "https://evil.example")
def preflight(app, name, origin=ORIGIN, m="GET", h=None, pn=None, note=None, path="/x", extra=()):
    hd = [origin] if origin else []
    if m is not None:
        hd.append(("Access-Control-Request-Method", m))
    if h is not None:
        hd.append(("Access-Control-Request-Headers", h))
    if pn is not None:
        hd.append(("Access-Control-Request-Private-Network", pn))
    case(app, name, path, note, hd + list(extra), "OPTIONS")
mkapp("dflt")
preflight("dflt", "pre", note="preflight, default options: 400 'Disallowed CORS origin'")
preflight("dflt", "pre_post", m="POST", h="X-Foo", note="all failures joined, in order origin, method, headers")
preflight("dflt", "pre_pn", m="POST", h="X-Foo", pn="true", note="plus private-network")
mkapp("star", allow_origins=["*"])
preflight("star", "pre", note="preflight ok: exact header order")
preflight("star", "pre_any_path", path="/does-not-exist", note="preflight is answered for unknown paths too")
preflight("star", "pre_post", m="POST", note="method not allowed (default allow_methods=('GET',))")
preflight("star", "pre_lower", m="get", note="method comparison is case-sensitive")
preflight("star", "pre_head", m="HEAD", note="HEAD not in the default list")
preflight("star", "pre_hdr_ok", h="Content-Type, accept", note="safelisted headers always allowed, case-insensitive, spaces ignored")
preflight("star", "pre_hdr_bad", h="X-Foo", note="header not allowed")
preflight("star", "pre_hdr_empty", h="", note="empty request-headers value -> '' not in the list -> 400")
preflight("star", "pre_hdr_trailing", h="accept,", note="trailing comma -> empty name -> 400")
preflight("star", "pre_pn", pn="true", note="private network not allowed -> 400")
preflight("star", "opt_no_acrm", m=None, note="OPTIONS without access-control-request-method is not a preflight")
preflight("star", "pre_acrm_empty", m="", note="empty access-control-request-method IS a preflight")
mkapp("starcred", allow_origins=["*"], allow_credentials=True)
preflight("starcred", "pre", note="explicit origin comes after methods/max-age/headers/credentials")
mkapp("expl", allow_origins=["https://a.example", "https://b.example"])
preflight("expl", "pre", note="preflight allowed")
preflight("expl", "pre_denied", origin=OTHER, note="preflight denied")
mkapp("exploptions", allow_origins=["https://a.example"], allow_methods=["GET", "POST"], allow_headers=["X-Foo", "authorization", "accept"], allow_credentials=True, expose_headers=["X-E1", "X-E2"], max_age=5)
preflight("exploptions", "pre", h="x-foo, Authorization", m="POST", note="everything")
preflight("exploptions", "pre_denied", origin=OTHER, h="X-Bar", m="PUT", note="everything fails: headers still list the allowed values, no ACAO")
preflight("exploptions", "pre_badmethod", m="PUT", note="only the method fails: ACAO is still sent on the 400")
mkapp("allstar", allow_origins=["*"], allow_methods=["*"], allow_headers=["*"], allow_credentials=True)
preflight("allstar", "pre", m="DELETE", h="X-Foo, x-bar", note="requested headers are mirrored verbatim")
preflight("allstar", "pre_nohdr", m="PATCH", note="no request headers: no allow-headers line at all")
preflight("allstar", "pre_query", m="QUERY", note="QUERY is part of the '*' list")
preflight("allstar", "pre_trace", m="TRACE", note="TRACE / custom methods are not")
mkapp("allstar_nocred", allow_origins=["*"], allow_methods=["*"], allow_headers=["*"])
preflight("allstar_nocred", "pre", m="DELETE", h="X-Foo", note="allow-headers mirrored is the last header")
mkapp("rx", allow_origin_regex=r"https://.*\.example")
preflight("rx", "pre")
mkapp("rxboth", allow_origins=["http://localhost"], allow_origin_regex=r"https://.*\.example", allow_private_network=True)
preflight("rxboth", "pre_pn", pn="true", note="allow_private_network=True")
preflight("rxboth", "pre_pn_false", pn="false", note="any value of the request header triggers it")
mkapp("strorigin", allow_origins="https://a.example")
mkapp("mixed", allow_origins=["*", "https://a.example"])
mkapp("empty_methods", allow_origins=["*"], allow_methods=[], max_age=0)
preflight("empty_methods", "pre", note="allow_methods=[]: empty header value")
mkapp("exposestar", allow_origins=["*"], expose_headers=["*"])
mkapp("nonlatin", allow_origins=["*"], allow_headers=["*"])
preflight("nonlatin", "pre_latin", h=b"X-\xe9".decode("latin-1"), note="mirrored latin-1 bytes")
def add_http(app):
    @app.middleware("http")
    async def m(request, call_next):
        r = await call_next(request)
        r.headers["x-mw"] = "1"
        r.headers.append("vary", "X-Mw")
        return r
mkapp("cors_inner", post=add_http, allow_origins=["https://a.example"])
preflight("cors_inner", "pre", note="preflight passes through the outer middleware")
mkapp("cors_outer", pre=add_http, allow_origins=["https://a.example"])
preflight("cors_outer", "pre", note="preflight short-circuits: the http middleware is not run")
def add_handler(app):
    @app.exception_handler(Exception)
    async def eh(request, exc):
        return JSONResponse({"handled": 1}, 500)

    @app.exception_handler(ValueError)
    async def ve(request, exc):
        return JSONResponse({"handled": "ValueError"}, 500)
mkapp("cors_handler", pre=add_handler, allow_origins=["*"])

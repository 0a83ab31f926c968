from fastapi import FastAPI, Request, Response
from starlette.requests import HTTPConnection

app = FastAPI(root_path="")

@app.api_route("/all/{x}", methods=["GET", "POST", "PUT"], name="all")
async def all_(x: int, request: Request):
    body = await request.body()
    again = await request.body()
    return {"method": request.method, "path": request.url.path, "params": request.path_params, "q": dict(request.query_params),
            "cookies": request.cookies, "client": request.client.host, "body": body.decode(), "same": body is again,
            "scope_type": request.scope["type"], "scope": sorted(k for k in request.scope if not k.startswith(("fastapi", "_"))),
            "http": request.scope["http_version"], "raw": request.scope["raw_path"].decode(), "qs": request.scope["query_string"].decode(),
            "root": request.scope["root_path"], "server": len(request.scope["server"]), "asgi": sorted(request.scope["asgi"]), "app": request.app is app, "contains": "method" in request,
            "getitem": request["path"], "len": len(request) > 5, "endpoint": request.scope["endpoint"].__name__, "route": request.scope["route"].path}

@app.get("/url/{y:path}")
def url(y: str, request: Request):
    u = request.url
    b = request.base_url
    return [str(u), repr(u), u.scheme, u.hostname, u.port, u.path, u.query, u.fragment, u.netloc, u.username, u.password, u.is_secure,
            str(u.replace(path="/p")), str(u.replace(scheme="https", port=8443)), str(u.replace(query="a=b", fragment="f")),
            str(u.include_query_params(a=1, b="c d")), str(u.replace_query_params(z="1")), str(u.remove_query_params("a")), str(u.remove_query_params(["a", "q"])),
            str(b), u == str(u), list(u.components), str(u.replace(hostname="h.example", username="me", password="pw")), str(request.url_for("url", y="a/b")),
            str(request.url_for("all", x=5)), app.url_path_for("all", x=7), str(request.url_for("all", x=5).include_query_params(k="v")), u.components.path]

@app.get("/q")
def q(request: Request):
    p = request.query_params
    return [str(p), repr(p), p.get("a"), p.get("zz", "d"), p.getlist("a"), p.multi_items(), list(p.keys()), list(p.values()), list(p.items()), "a" in p, len(p), p == p, [k for k in p], dict(p), bool(p)]

@app.get("/qerr")
def qerr(request: Request):
    try:
        return request.query_params["nope"]
    except KeyError as e:
        return repr(e)

@app.get("/nomatch")
def nomatch(request: Request):
    try:
        request.url_for("nothing", a=1)
    except Exception as e:
        return [type(e).__name__, str(e)]

@app.get("/state")
def state(request: Request):
    s = request.state
    s.a = 1
    s.b = [2]
    out = [s.a, s.b, hasattr(s, "c"), request.state.a, getattr(s, "zz", "none")]
    try:
        s.nope
    except AttributeError as e:
        out.append(str(e))
    del s.a
    out.append(hasattr(s, "a"))
    s["k"] = 1
    out += [s["k"], "k" in s, len(s), list(s)]
    app.state.n = getattr(app.state, "n", 10)
    out.append(request.app.state.n)
    return out

@app.post("/json")
async def json_(request: Request):
    return [await request.json(), request.headers.get("content-type")]

@app.post("/stream")
async def stream(request: Request):
    chunks = []
    async for c in request.stream():
        chunks.append(c.decode())
    try:
        await request.body()
    except Exception as e:
        return [chunks, type(e).__name__, str(e)]
    return chunks

@app.get("/disc")
async def disc(request: Request):
    return await request.is_disconnected()

@app.get("/conn")
async def conn(c: HTTPConnection):
    return [c.headers["host"], str(c.url), type(c).__name__]

@app.get("/errs")
async def errs(request: Request):
    out = []
    for name in ("session", "auth", "user"):
        try:
            getattr(request, name)
        except AssertionError as e:
            out.append(str(e))
    c = request.client
    out += [len(c), isinstance(c.port, int), c[0]]
    out.append(request == request)
    out.append(repr(request.state.__class__.__name__))
    return out

@app.get("/hand")
async def hand(request: Request):
    r2 = Request(request.scope)
    r3 = Request(request.scope, request.receive)
    return [r2.url.path, r3.method, r2.headers["host"], (await r3.body()).decode()]

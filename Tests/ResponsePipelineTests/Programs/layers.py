from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse, RedirectResponse

app = FastAPI()
@app.middleware("http")
async def a(request: Request, call_next):
    if request.url.path == "/early":
        return RedirectResponse("/ok")
    if request.url.path == "/none":
        return None
    if request.url.path == "/raise":
        raise RuntimeError("in mw")
    if request.url.path == "/body":
        b = await request.body()
        response = await call_next(request)
        response.headers["X-Len"] = str(len(b))
        return response
    if request.url.path == "/twice":
        r1 = await call_next(request)
        return r1
    request.state.user = "u"
    request.scope["extra"] = 1
    response = await call_next(request)
    response.headers["X-A"] = "a"
    return response
@app.middleware("http")
async def b(request: Request, call_next):
    response = await call_next(request)
    response.headers["X-B"] = response.headers.get("X-A", "none") + "b"
    return response
@app.get("/ok")
def ok(request: Request): return [request.state.user, request.scope["extra"], hasattr(request.state, "nope")]
@app.post("/body")
async def body(request: Request, v: dict): return [v, (await request.body()).decode()]
@app.get("/body")
async def bodyg(request: Request): return 1
@app.get("/twice")
def twice(): return 2
@app.get("/none")
def none(): return 2
@app.get("/early")
def early(): return 2
@app.get("/raise")
def raise_(): return 2

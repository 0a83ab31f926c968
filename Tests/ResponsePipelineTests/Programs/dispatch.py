import time
from fastapi import FastAPI, Request, Response, HTTPException, BackgroundTasks
from fastapi.responses import JSONResponse, PlainTextResponse, StreamingResponse
from fastapi.middleware.cors import CORSMiddleware
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.middleware import Middleware

class Prefix(BaseHTTPMiddleware):
    def __init__(self, app, prefix="p", dispatch=None):
        super().__init__(app, dispatch)
        self.prefix = prefix
    async def dispatch(self, request: Request, call_next: RequestResponseEndpoint) -> Response:
        request.state.prefix = self.prefix
        if request.headers.get("x-stop") == self.prefix:
            return PlainTextResponse(f"stopped {self.prefix}", status_code=403)
        response = await call_next(request)
        response.headers[f"X-{self.prefix}"] = "1"
        response.headers.append("X-Order", self.prefix)
        return response

async def standalone(request, call_next):
    response = await call_next(request)
    response.headers["X-Alone"] = str(response.status_code)
    return response

app = FastAPI(middleware=[Middleware(Prefix, prefix="first"), Middleware(BaseHTTPMiddleware, dispatch=standalone)])
app.add_middleware(Prefix, prefix="second")

@app.middleware("http")
async def outermost(request: Request, call_next):
    try:
        response = await call_next(request)
    except Exception as e:
        return JSONResponse({"caught": type(e).__name__, "msg": str(e)}, status_code=500)
    if request.url.path == "/replace":
        body = b""
        async for chunk in response.body_iterator:
            body += chunk
        return Response(content=body.upper(), status_code=response.status_code, headers=dict(response.headers), media_type=response.media_type)
    if request.url.path == "/delete":
        del response.headers["x-gone"]
        response.set_cookie("mw", "1")
        response.delete_cookie("mw2")
    if request.url.path == "/status":
        response.status_code = 299
    if request.url.path == "/iter":
        async def wrap():
            async for c in response.body_iterator:
                yield c + b"!"
        return StreamingResponse(wrap(), headers={"X-W": type(response).__name__})
    response.headers["X-Outer"] = request.method
    response.headers.setdefault("content-type", "none")
    return response

@app.get("/ok")
def ok(request: Request): return request.state.prefix
@app.get("/replace")
def replace(): return {"a": "b"}
@app.get("/delete")
def delete(response: Response):
    response.headers["X-Gone"] = "1"
    return 1
@app.get("/status")
def status(): return 1
@app.get("/iter")
def iter_(): return StreamingResponse(iter(["a", "b"]))
@app.get("/err")
def err(): raise ValueError("v")
@app.get("/http")
def http(): raise HTTPException(418, "t", headers={"X-H": "h"})
@app.get("/stream")
async def stream():
    async def g():
        yield "x"
        yield "y"
    return StreamingResponse(g(), media_type="text/plain")
@app.get("/streamerr")
async def streamerr():
    async def g():
        yield "x"
        raise ValueError("mid")
    return StreamingResponse(g(), media_type="text/plain")
@app.post("/body")
async def body(request: Request): return (await request.body()).decode()
@app.get("/bg")
async def bg(tasks: BackgroundTasks):
    tasks.add_task(print, "x")
    return 1
@app.get("/s204", status_code=204)
def s204(): ...

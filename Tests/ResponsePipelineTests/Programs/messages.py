from fastapi import FastAPI, Request
from fastapi.responses import *
from fastapi.middleware.cors import CORSMiddleware
from starlette.datastructures import MutableHeaders
from starlette.middleware.base import BaseHTTPMiddleware
app = FastAPI()
seen = []
class Drop:
    def __init__(self, app): self.app = app
    async def __call__(self, scope, receive, send):
        async def s(m):
            if m["type"] == "http.response.start":
                if scope["path"].startswith("/drop"): m = {k: v for k, v in m.items() if k != "headers"}
                if scope["path"].startswith("/key"): m["x-key"] = "note"
                if scope["path"].startswith("/none"): m["headers"] = None
            elif scope["path"].startswith("/key"): m["mark"] = len(m.get("body", b""))
            elif scope["path"].startswith("/nobody"): m.pop("body", None)
            elif scope["path"].startswith("/mv"): m["body"] = memoryview(m["body"])
            elif scope["path"].startswith("/ba"): m["body"] = bytearray(m["body"])
            elif scope["path"].startswith("/text"): m["body"] = m["body"].decode()
            await send(m)
        await self.app(scope, receive, s)
class Read:
    def __init__(self, app): self.app = app
    async def __call__(self, scope, receive, send):
        async def s(m):
            seen.append([m["type"], sorted(m), m.get("more_body"), m.get("x-key"), m.get("mark")])
            if m["type"] == "http.response.start" and "read" in scope["path"]: m["headers"].append((b"x-read", b"1"))
            if m["type"] == "http.response.start" and "scope" in scope["path"]: MutableHeaders(scope=m)["x-read"] = "2"
            if m["type"] == "http.response.body" and "last" in scope["path"] and not m.get("more_body"): m["body"] += b"!"
            if m["type"] == "http.response.start" and "last" in scope["path"]: m["headers"] = [h for h in m["headers"] if h[0] != b"content-length"]
            await send(m)
        await self.app(scope, receive, s)
class Disp(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        r = await call_next(request)
        if "disp" in request.url.path: r.headers["x-disp"] = "1"
        return r
app.add_middleware(Drop)
app.add_middleware(Read)
app.add_middleware(CORSMiddleware, allow_origins=["*"])
async def pure(scope, receive, send):
    m = {"type": "http.response.start", "status": 200, "headers": [[b"X-Own", b"1"]]}
    await send(m)
    b = {"type": "http.response.body", "more_body": True}
    for c in (b"a", b"b", b""):
        b["body"] = c
        await send(b)
    await send({"type": "http.response.body"})
app.mount("/pure", pure)
@app.get("/{k}/plain")
def plain(): return PlainTextResponse("plain")
@app.get("/{k}/stream")
def stream(): return StreamingResponse(iter(["a", "b"]))
@app.get("/seen")
def s():
    out = list(seen); seen.clear()
    return out

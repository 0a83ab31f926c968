from fastapi import FastAPI
from fastapi.responses import *
app = FastAPI()
class Inner:
    def __init__(self, app): self.app = app
    async def __call__(self, scope, receive, send):
        async def s(m):
            if m["type"] == "http.response.start": m["headers"] = [*m["headers"], [b"x-pair", b"list"]]
            await send(m)
        await self.app(scope, receive, s)
class Outer:
    def __init__(self, app): self.app = app
    async def __call__(self, scope, receive, send):
        async def s(m):
            if m["type"] == "http.response.start":
                if scope["path"] == "/sort": m["headers"] = sorted(m["headers"])
                if scope["path"] == "/types": m["headers"].append((b"x-types", ",".join(type(h).__name__ for h in m["headers"]).encode()))
                if scope["path"] == "/change": m["headers"][-1][1] = b"changed"
                if scope["path"] == "/gen": m["headers"] = ((k, v) for k, v in m["headers"])
                if scope["path"] == "/upper": m["headers"] = [(k.upper(), v) for k, v in m["headers"]]
            await send(m)
        await self.app(scope, receive, s)
app.add_middleware(Inner)
app.add_middleware(Outer)
@app.get("/{k}")
def f(k: str): return k

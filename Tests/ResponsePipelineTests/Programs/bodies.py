from fastapi import FastAPI, Request, Response
from starlette.middleware.base import BaseHTTPMiddleware
app = FastAPI()
class Pure:
    def __init__(self, app): self.app = app
    async def __call__(self, scope, receive, send):
        seen = []
        async def rec():
            m = await receive()
            seen.append(f"{m['type']}:{len(m.get('body', b''))}:{m.get('more_body')}")
            return m
        async def snd(m):
            if m["type"] == "http.response.start": m["headers"].append((b"x-seen", ",".join(seen).encode()))
            await send(m)
        await self.app(scope, rec, snd)
class D(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        how = request.headers.get("x-how", "")
        n = "-"
        if how == "body": n = len(await request.body())
        if how == "stream": n = [len(c) async for c in request.stream()]
        if how == "part":
            async for c in request.stream():
                n = len(c); break
        if how == "json": n = repr(await request.json())
        if how == "form": n = repr(await request.form())
        response = await call_next(request)
        response.headers["x-d"] = str(n)
        if how == "after":
            try: response.headers["x-after"] = str(len(await request.body()))
            except RuntimeError as e: response.headers["x-after"] = str(e)
        return response
app.add_middleware(Pure)
app.add_middleware(D)
app.add_middleware(Pure)
app.add_middleware(D)
@app.post("/model")
def model(data: dict): return data
@app.post("/body")
async def body(request: Request): return [(await request.body()).decode(), (await request.body()).decode()]
@app.post("/stream")
async def stream(request: Request): return [c.decode() async for c in request.stream()]
@app.post("/none")
async def none(): return 1
@app.post("/form")
async def form(request: Request): return (await request.form()).multi_items()

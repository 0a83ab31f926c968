from fastapi import FastAPI, Request, Response, HTTPException
from fastapi.responses import StreamingResponse
from starlette.datastructures import MutableHeaders, Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

class AddHeader:
    def __init__(self, app: ASGIApp, name: str = "X-Pure", value: str = "1") -> None:
        self.app = app
        self.name, self.value = name, value
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        async def send_wrapper(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.append(self.name, self.value)
            await send(message)
        await self.app(scope, receive, send_wrapper)

class RawAppend:
    def __init__(self, app): self.app = app
    async def __call__(self, scope, receive, send):
        async def wrapped(message):
            if message["type"] == "http.response.start":
                message["headers"].append((b"x-raw", scope["path"].encode()))
                message["headers"] = [h for h in message["headers"] if h[0] != b"x-drop"]
                if scope["path"] == "/status":
                    message["status"] = 203
            elif message["type"] == "http.response.body" and scope["path"] == "/upper":
                message = {**message, "body": message.get("body", b"").upper()}
            await send(message)
        await self.app(scope, receive, wrapped)

class Answer:
    def __init__(self, app): self.app = app
    async def __call__(self, scope, receive, send):
        if scope["type"] == "http" and scope["path"] == "/answered":
            await send({"type": "http.response.start", "status": 299, "headers": [(b"content-type", b"text/plain"), (b"X-Case", b"Kept")]})
            await send({"type": "http.response.body", "body": b"pure", "more_body": True})
            await send({"type": "http.response.body", "body": b" asgi"})
            return
        if scope["type"] == "http" and scope["path"] == "/resp":
            response = Response("via response", headers={"X-V": "v"})
            await response(scope, receive, send)
            return
        if scope["type"] == "http" and scope["path"] == "/rewrite":
            scope = dict(scope)
            scope["path"] = "/ok"
        if scope["type"] == "http" and scope["path"] == "/addheader":
            scope["headers"].append((b"x-injected", b"inj"))
            scope["headers"] = list(scope["headers"]) + [(b"x-injected2", b"inj2")]
        if scope["type"] == "http" and scope["path"] == "/state":
            scope.setdefault("state", {})["who"] = "asgi"
        if scope["type"] == "http" and scope["path"] == "/boom":
            raise RuntimeError("asgi boom")
        try:
            await self.app(scope, receive, send)
        except ValueError:
            r = Response("caught value error", status_code=500)
            await r(scope, receive, send)

class BodyEdit:
    def __init__(self, app): self.app = app
    async def __call__(self, scope, receive, send):
        if scope["type"] == "http" and scope["path"] == "/echo":
            async def rec():
                message = await receive()
                if message["type"] == "http.request":
                    message["body"] = message.get("body", b"") + b"+"
                return message
            return await self.app(scope, rec, send)
        await self.app(scope, receive, send)

class FromRequest:
    def __init__(self, app): self.app = app
    async def __call__(self, scope, receive, send):
        if scope["type"] == "http":
            request = Request(scope, receive)
            h = Headers(scope=scope)
            if request.query_params.get("stop") == "1":
                await Response(f"stopped {h['host']} {request.url.path}")(scope, receive, send)
                return
        await self.app(scope, receive, send)

def functional(app, suffix="f"):
    async def asgi(scope, receive, send):
        async def s(message):
            if message["type"] == "http.response.start":
                MutableHeaders(raw=message["headers"])["X-Func"] = suffix
            await send(message)
        await app(scope, receive, s)
    return asgi

app = FastAPI()
app.add_middleware(AddHeader, value="2")
app.add_middleware(AddHeader, "X-Pos", value="3")
app.add_middleware(RawAppend)
app.add_middleware(Answer)
app.add_middleware(BodyEdit)
app.add_middleware(FromRequest)
app.add_middleware(functional, suffix="g")

@app.get("/ok")
def ok(request: Request): return request.url.path
@app.get("/drop")
def drop(response: Response):
    response.headers["X-Drop"] = "1"
    return 1
@app.get("/status")
def status(): return 1
@app.get("/upper")
def upper(): return "abc"
@app.get("/answered")
def answered(): return 1
@app.get("/resp")
def resp(): return 1
@app.get("/rewrite")
def rewrite(): return 1
@app.get("/addheader")
def addheader(request: Request): return [request.headers.get("x-injected"), request.headers.get("x-injected2")]
@app.get("/state")
def state(request: Request): return request.state.who
@app.get("/boom")
def boom(): return 1
@app.get("/value")
def value(): raise ValueError("v")
@app.get("/key")
def key(): raise KeyError("v")
@app.get("/http")
def http(): raise HTTPException(404, "h")
@app.post("/echo")
async def echo(request: Request): return (await request.body()).decode()
@app.get("/stream")
def stream():
    return StreamingResponse(iter(["a", "b"]))
@app.get("/sb/{stop}")
def sb(stop: str, q: str = ""): return stop

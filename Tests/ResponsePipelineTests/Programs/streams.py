from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from starlette.background import BackgroundTask
from starlette.datastructures import Address, Secret
from starlette.routing import BaseRoute, Mount, Route
app = FastAPI()
log = []
class Slow(StreamingResponse):
    async def stream_response(self, send):
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers + [(b"x-slow", b"1")]})
        await send({"type": "http.response.body", "body": b"slow", "more_body": False})
class Wrapped(StreamingResponse):
    async def stream_response(self, send):
        async def wrapped(message):
            if message["type"] == "http.response.body": message["body"] = message["body"].upper()
            await send(message)
        await super().stream_response(wrapped)
@app.get("/slow")
def slow(): return Slow(iter(["never"]), background=BackgroundTask(log.append, "ran"))
@app.get("/wrapped")
def wrapped(): return Wrapped(iter(["a", "b"]), status_code=203)
@app.get("/log")
def show(): return log
@app.get("/names")
def names(): return [repr(Secret("s")), str(Secret("s")), bool(Secret("")), repr(Address("h", 1)), Address.__module__, issubclass(Mount, BaseRoute), all(isinstance(r, BaseRoute) for r in app.routes), issubclass(Route, BaseRoute)]
def stop(): raise StopIteration(5)
@app.get("/method")
def method(): return log.append
@app.get("/kind/{name}")
def kind(name: str): return {"int": int, "key": KeyError, "order": type(log)}[name]
@app.exception_handler(ValueError)
def told(request, exc): return StreamingResponse([str(exc)], 500)

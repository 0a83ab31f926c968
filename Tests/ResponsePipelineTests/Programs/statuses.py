from fastapi import FastAPI, Response
from fastapi.responses import PlainTextResponse
from starlette.middleware.base import BaseHTTPMiddleware

app = FastAPI()


@app.get("/temporal")
def read_temporal(response: Response):
    response.headers["x-a"] = "1"
    return response


@app.get("/text")
def read_text():
    return Response("x", "201", {"content-length": "1"})


@app.get("/number")
def read_number():
    return Response("x", 202)


class Seeing(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        response = await call_next(request)
        if "seen" in request.query_params:
            return PlainTextResponse(repr((response.status_code, dict(response.headers))))
        return response


class Giving:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async def tell(message):
            if message["type"] == "http.response.start" and b"given" in scope.get("query_string", b""):
                message = {**message, "status": {None: 299, "201": 203, 202: 204.0}[message["status"]]}
            await send(message)

        await self.app(scope, receive, tell)


app.add_middleware(Seeing)
app.add_middleware(Giving)

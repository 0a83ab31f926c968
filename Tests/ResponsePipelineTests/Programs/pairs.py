from fastapi import FastAPI, Response
from starlette.datastructures import MutableHeaders

app = FastAPI()


class Pairs:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async def changed(message):
            if message["type"] == "http.response.start":
                own = [b"x-pair", b"list"]
                message["headers"] = [*message["headers"], own]
                headers = MutableHeaders(scope=message)
                headers.setdefault("x-layer", scope["method"])
                own[1] = b"changed"
                headers.append("x-last", headers["x-pair"])
                if scope["path"] == "/gone":
                    del headers["x-pair"]
            await send(message)

        await self.app(scope, receive, changed)


app.add_middleware(Pairs)


@app.get("/kept")
def kept(response: Response):
    response.raw_headers.append([b"x-own", b"1"])
    response.headers["x-len"] = str(len(response.headers))
    response.raw_headers[0][1] = b"2"
    return response.headers.items()


@app.get("/gone")
def gone():
    return 1

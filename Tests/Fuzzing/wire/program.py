"""What the requests of `fuzz.py` are sent to: routes that show everything which an application learns of a request."""
from typing import Annotated

from fastapi import Cookie, FastAPI, Header, Query, Request, Response
from fastapi.responses import PlainTextResponse, StreamingResponse

app = FastAPI()


def told(request: Request) -> dict:
    return {
        "method": request.method, "url": str(request.url), "path": request.url.path, "query": request.url.query,
        "params": list(request.query_params.multi_items()), "headers": list(request.headers.items()),
        "cookies": request.cookies, "version": request.scope["http_version"], "raw": request.scope["raw_path"].decode("latin-1"),
    }


@app.api_route("/all", methods=["GET", "POST", "PUT", "HEAD", "OPTIONS", "DELETE", "PATCH", "TRACE"])
@app.api_route("/all/{rest:path}", methods=["GET", "POST", "HEAD"])
async def everything(request: Request, rest: str = ""):
    body = await request.body()
    return told(request) | {"rest": rest, "body": body.decode("latin-1")}


@app.get("/")
def plain(response: Response, q: Annotated[list[str], Query()] = [], session: Annotated[str | None, Cookie()] = None,
          x_token: Annotated[list[str] | None, Header()] = None):
    response.set_cookie("seen", "1")
    return {"q": q, "session": session, "tokens": x_token}


@app.post("/items")
def items(item: dict):
    return item


@app.post("/unread")
async def unread(request: Request):
    return PlainTextResponse("not read")


@app.post("/pieces")
async def pieces(request: Request):
    total = 0
    async for piece in request.stream():
        total += len(piece)
    return {"total": total}


@app.get("/stream")
@app.head("/stream")
def stream(count: int = 2):
    return StreamingResponse((f"line {i}\n" for i in range(count)), media_type="text/plain")


@app.get("/nothing", status_code=204)
def nothing():
    return None


@app.get("/close")
def close(response: Response):
    response.headers["Connection"] = "close"
    return "bye"


@app.get("/wrong")
def wrong():
    raise RuntimeError("as asked")

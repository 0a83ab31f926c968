from typing import Annotated

from fastapi import BackgroundTasks, Depends, FastAPI, HTTPException, Request, Response
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import PlainTextResponse, StreamingResponse

log = []


class Watch:
    def __init__(self, app, name):
        self.app, self.name = app, name

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http" or scope["path"] == "/log":
            return await self.app(scope, receive, send)

        async def watched_send(message):
            size = f"{len(message.get('body', b''))}{'+' * message.get('more_body', False)}"
            log.append(f"{self.name}>{message.get('status', size)}")
            if "headers" in message:
                message["headers"].append((b"x-watch", self.name.encode()))
            await send(message)
            log.append(f"{self.name}<")

        async def watched_receive():
            message = await receive()
            log.append(f"{self.name}?{message['type'][5:]}")
            return message

        log.append(f"{self.name}(")
        try:
            await self.app(scope, watched_receive, watched_send)
            log.append(f"{self.name})")
        except BaseException as error:
            log.append(f"{self.name}!{type(error).__name__}")
            raise


async def session():
    log.append("open")
    try:
        yield 1
    except Exception as error:
        log.append(type(error).__name__)
        raise
    finally:
        log.append("close")


app = FastAPI(dependencies=[Depends(session)])
app.add_middleware(Watch, name="inner")
app.add_middleware(CORSMiddleware, allow_origins=["https://app.example"], expose_headers=["x-watch"])
app.add_middleware(Watch, name="outer")


@app.get("/plain")
async def plain(tasks: BackgroundTasks):
    tasks.add_task(log.append, "task")
    return "plain"


@app.get("/pieces")
async def pieces(tasks: BackgroundTasks):
    async def some():
        for number in range(2):
            log.append(number)
            yield "1" * number + "0"
    tasks.add_task(log.append, "task")
    return StreamingResponse(some(), background=tasks)


@app.get("/threads")
def threads():
    return StreamingResponse(iter(["a", "b"]))


@app.post("/body")
async def body(request: Request):
    length = len(await request.body())
    return StreamingResponse(iter([str(length)]))


@app.get("/broken/{where}")
async def broken(where: str, tasks: BackgroundTasks):
    def fail():
        raise KeyError(where)

    def start():
        yield "start"
        fail()
    if where == "task":
        tasks.add_task(fail)
        return "fine"
    if where == "refused":
        raise HTTPException(418)
    if where == "handled":
        def refuse():
            yield "start"
            raise HTTPException(409)
        return StreamingResponse(refuse())
    return StreamingResponse(start()) if where == "body" else fail()


@app.get("/left")
async def left(request: Request):
    return await request.is_disconnected()


@app.get("/stray/{kind}")
def stray(kind: str, response: Response):
    made = PlainTextResponse("stray")
    made.raw_headers.append({"three": (b"a", b"b", b"c"), "one": (b"a",), "none": None, "texts": ("a", "b")}[kind])
    return made


@app.get("/own/{kind}")
def own(kind: str):
    response = PlainTextResponse("own")
    response.raw_headers.append({"three": (b"a", b"b", b"c"), "number": 5}[kind])
    try:
        response.headers["x-new"] = "1"
    except (TypeError, ValueError) as error:
        return [str(error), len(response.raw_headers)]


@app.get("/log")
async def events():
    try:
        return log[:]
    finally:
        log.clear()

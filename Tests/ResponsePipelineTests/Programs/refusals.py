from typing import Annotated

from fastapi import BackgroundTasks, Depends, FastAPI, HTTPException, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse, StreamingResponse

app = FastAPI()
events = []


async def layer(request: Request, call_next):
    response = await call_next(request)
    return response


class Watch:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        try:
            await self.app(scope, receive, send)
        except BaseException as error:
            events.append(f"watch {type(error).__name__}")
            raise


direct = FastAPI()
direct.add_middleware(Watch)
below = FastAPI()
below.middleware("http")(layer)


def session():
    events.append("open")
    try:
        yield 1
    except BaseException as error:
        events.append(f"{type(error).__name__} {str(error)[:26]}")
        raise
    finally:
        events.append("close")


async def translating(session: Annotated[int, Depends(session)]):
    try:
        yield 2
    except RuntimeError as error:
        events.append(f"translates {error}")
        raise HTTPException(400)


Session = Annotated[int, Depends(session)]


def declare(app):
    @app.get("/none")
    def none(tasks: BackgroundTasks, s: Session):
        tasks.add_task(events.append, "task")
        return JSONResponse({"a": 1}, 204)

    @app.get("/unchanged")
    async def unchanged(s: Annotated[int, Depends(translating)]):
        return PlainTextResponse("x", 304)

    @app.get("/long")
    def long(s: Session):
        def pieces():
            for number in range(3):
                events.append(number)
                yield "12345"
        return StreamingResponse(pieces(), headers={"content-length": "7"})

    @app.get("/short")
    def short(s: Session):
        return StreamingResponse(iter(["1"]), headers={"content-length": "7"})

    @app.get("/name")
    def name(tasks: BackgroundTasks, s: Session):
        tasks.add_task(events.append, "task")
        return JSONResponse(1, headers={"X Y": "1"})

    @app.get("/value")
    def value(s: Session, response: Response):
        response.headers["x"] = "a\nb"
        return 1

    @app.get("/length")
    def length(s: Session):
        return Response(b"abc", headers={"content-length": "x"})

    @app.get("/status")
    def status(s: Session):
        return Response(b"abc", 999)

    @app.get("/stray/{kind}")
    def stray(kind: str, s: Session):
        response = Response()
        kinds = {"text": ("x", "y"), "value": (b"x", "y"), "one": (b"x",), "three": (b"x", b"y", b"z"), "number": 5, "two": "ab"}
        response.raw_headers.append(kinds[kind])
        return response

    @app.get("/stray-temporal")
    def stray_temporal(s: Session, response: Response):
        response.headers.raw.append((b"x", b"y", b"z"))


declare(direct)
declare(below)
app.mount("/below", below)
app.mount("/direct", direct)


@direct.get("/events")
@below.get("/events")
async def read_events():
    try:
        return events[:]
    finally:
        events.clear()

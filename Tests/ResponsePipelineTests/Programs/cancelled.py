"""What is behind `call_next` where the function of the layer raises afterwards, and pieces that come before it goes on."""
import asyncio

from fastapi import BackgroundTasks, Depends, FastAPI, Request
from fastapi.responses import PlainTextResponse, StreamingResponse

app = FastAPI()
log = []


@app.middleware("http")
async def layer(request: Request, call_next):
    if request.url.path == "/log":
        return await call_next(request)
    log.append("before")
    response = await call_next(request)
    log.append(f"after {response.status_code}")
    if request.url.path.startswith("/raise"):
        raise ValueError("late")
    return response


def session():
    log.append("open")
    try:
        yield 1
        log.append("fine")
    except BaseException as error:
        log.append(type(error).__name__)
        raise
    finally:
        log.append("close")


@app.get("/raise/plain")
def plain(tasks: BackgroundTasks, s=Depends(session)):
    tasks.add_task(log.append, "task")
    return 1


@app.get("/raise/direct")
async def direct(s=Depends(session)):
    return PlainTextResponse("direct")


@app.get("/pieces")
async def pieces(tasks: BackgroundTasks, s=Depends(session)):
    async def some():
        for number in range(2):
            log.append(number)
            yield str(number)
            await asyncio.sleep(0)
    tasks.add_task(log.append, "task")
    return StreamingResponse(some(), background=tasks)


@app.get("/fails")
async def fails(s=Depends(session)):
    async def some():
        log.append("first")
        yield "a"
        raise KeyError("k")
    return StreamingResponse(some())


@app.get("/fails/first")
async def fails_first(s=Depends(session)):
    async def some():
        log.append("none")
        raise KeyError("k")
        yield "a"
    return StreamingResponse(some())


@app.get("/log")
async def read():
    try:
        return log[:]
    finally:
        log.clear()

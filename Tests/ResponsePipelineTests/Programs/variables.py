from contextvars import ContextVar, copy_context

from fastapi import Depends, FastAPI, Request
from fastapi.responses import StreamingResponse

app = FastAPI()
name = ContextVar("name", default="nobody")
place = ContextVar("place")
place.set("kennel")


@app.middleware("http")
async def before(request: Request, call_next):
    name.set("middleware")
    response = await call_next(request)
    response.headers["X-Name"] = name.get()
    return response


async def in_task():
    name.set("coroutine")
    return name.get()


def in_thread():
    name.set("thread")
    return name.get()


async def yielding():
    token = name.set("yielding")
    yield name.get()
    name.reset(token)


def yielding_in_thread():
    name.set("yielding thread")
    yield name.get()


@app.get("/task")
async def task(value=Depends(in_task)):
    return [value, name.get(), place.get()]


@app.get("/thread")
def thread(value=Depends(in_thread)):
    before = name.get()
    name.set("endpoint")
    return [value, before, name.get()]


@app.get("/yielding")
async def read_yielding(value=Depends(yielding), other=Depends(yielding_in_thread)):
    return [value, other, name.get()]


@app.get("/copy")
async def copy():
    context = copy_context()
    return [context.run(in_thread), name.get(), context.get(name)]


@app.get("/streamed")
async def streamed():
    name.set("endpoint")

    async def pieces():
        for number in range(2):
            yield f"{number} {name.get()} {place.get()},"
            name.set(f"piece {number}")

    return StreamingResponse(pieces())


@app.get("/streamed-plain")
def streamed_plain():
    name.set("thread")
    return StreamingResponse(f"{number} {name.get()}," for number in range(2))

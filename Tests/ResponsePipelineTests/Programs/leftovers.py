import asyncio
from contextlib import asynccontextmanager

import anyio
from fastapi import FastAPI, HTTPException, Request

log = []
jobs = {}


async def consumer(queue):
    while (item := await queue.get()) is not None:
        log.append(f"took {item}")
        queue.task_done()


@asynccontextmanager
async def lifespan(app):
    queue, event = asyncio.Queue(), asyncio.Event()
    task = asyncio.create_task(consumer(queue), name="consumer")
    yield {"queue": queue, "event": event}
    task.cancel()


app = FastAPI(lifespan=lifespan)


@app.post("/put/{item}")
async def put(item: str, request: Request):
    for number in range(2):
        request.state.queue.put_nowait(f"{item}{number}")
    return request.state.queue.qsize()


@app.post("/join/{item}")
async def join(item: str, request: Request):
    await request.state.queue.put(item)
    await request.state.queue.join()
    return log[-1]


@app.get("/log")
def read():
    return log


async def work(number):
    for step in range(3):
        jobs[number] = f"step {step}"
        await asyncio.sleep(0)
    if number == 2:
        raise ValueError("no job")
    jobs[number] = "done"


@app.post("/jobs")
async def start():
    number = len(jobs) + 1
    jobs[number] = "made"
    asyncio.create_task(work(number))
    return jobs[number]


@app.get("/jobs/{number}")
def job(number: int):
    if number not in jobs:
        raise HTTPException(404)
    return jobs[number]


@app.get("/soon")
async def soon():
    loop = asyncio.get_running_loop()
    loop.call_later(0, log.append, "later")
    loop.call_soon(log.append, "soon")


@app.get("/wait")
async def wait(request: Request):
    async def note():
        await request.state.event.wait()
        log.append("woken")
    asyncio.create_task(note())


@app.get("/wake")
async def wake(request: Request):
    request.state.event.set()


@app.get("/names")
async def names():
    return sorted(task.get_name() for task in asyncio.all_tasks() if not task.get_name().startswith("Task-"))


@app.get("/scopes")
async def scopes():
    out = []
    with anyio.move_on_after(0.001) as late:
        await anyio.sleep(10)
    with anyio.move_on_after(10) as early:
        await anyio.sleep(0)
    with anyio.CancelScope() as scope:
        scope.cancel()
        out.append(scope.cancel_called)
        await anyio.sleep(10)
    try:
        with anyio.fail_after(0.001):
            await anyio.sleep(10)
    except TimeoutError as error:
        out.append(repr(error))
    async with anyio.create_task_group() as group:
        group.start_soon(anyio.sleep, 10)
        group.cancel_scope.cancel()
    return out + [late.cancelled_caught, early.cancelled_caught, early.cancel_called, scope.cancelled_caught]

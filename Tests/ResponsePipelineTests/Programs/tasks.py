import uvicorn
from uvicorn import Config, Server
import anyio
from annotated_doc import Doc
from typing import Annotated
from fastapi import FastAPI, Query
app = FastAPI()
limiter = anyio.CapacityLimiter(2)
@app.get("/")
async def f(q: Annotated[int, Doc("how many"), Query(ge=1)] = 1):
    out = []
    async def work(n):
        async with limiter: await anyio.sleep(0); out.append(n)
    async with anyio.create_task_group() as tg:
        for i in range(q): tg.start_soon(work, i)
    return [sorted(out), repr(Doc("x")), Doc("x") == Doc("x")]
@app.get("/fail")
async def g():
    async def bad(): raise ValueError("b")
    try:
        async with anyio.create_task_group() as tg: tg.start_soon(bad)
    except ExceptionGroup as e: return [e.message, [repr(x) for x in e.exceptions]]
def main(): uvicorn.run("uv:app", host="0.0.0.0", port=8000, reload=True)
if __name__ == "__main__": main()

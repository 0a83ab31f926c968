from typing import Annotated
from fastapi import Depends, FastAPI, HTTPException, Response, BackgroundTasks, Request
from fastapi.responses import JSONResponse, StreamingResponse, PlainTextResponse

app = FastAPI()
log = []

def one(response: Response):
    log.append("one in")
    response.headers["X-One"] = "in"
    try:
        yield 1
    except ValueError as e:
        log.append(f"one caught {e}")
        raise HTTPException(418, "from one")
    finally:
        log.append("one out")
async def two(a=Depends(one)):
    log.append("two in")
    yield a + 1
    log.append("two out")
def func():
    log.append("func in")
    yield "f"
    log.append("func out")
def swallow():
    try:
        yield
    except Exception:
        log.append("swallowed")
def raiser_after():
    yield
    raise HTTPException(409, "after")
def twice():
    yield 1
    yield 2
def never():
    if False:
        yield
class CM:
    def __enter__(self):
        log.append("enter"); return self
    def __exit__(self, *a):
        log.append(f"exit {a[0].__name__ if a[0] else None}")
def with_cm():
    with CM() as cm:
        yield cm

@app.get("/log")
def get_log():
    out = list(log); log.clear(); return out
@app.get("/ok")
def ok(v=Depends(two)): log.append("body"); return v
@app.get("/scoped")
def scoped(f=Depends(func, scope="function"), v=Depends(two)): log.append("body"); return [f, v]
@app.get("/reqscope")
def reqscope(f=Depends(func, scope="request")): return f
@app.get("/value")
def value(v=Depends(two)): raise ValueError("bad")
@app.get("/http")
def http(v=Depends(two)): raise HTTPException(400, "h")
@app.get("/swallow")
def sw(v=Depends(swallow)): raise KeyError("k")
@app.get("/swallowh")
def swh(v=Depends(swallow)): raise HTTPException(400)
@app.get("/after")
def after(v=Depends(raiser_after)): return "fine"
@app.get("/afterf")
def afterf(v=Depends(raiser_after, scope="function")): return "fine"
@app.get("/twice")
def tw(v=Depends(twice)): return v
@app.get("/never")
def nev(v=Depends(never)): return v
@app.get("/cm")
def cm(v=Depends(with_cm)): return "cm"
@app.get("/cmr")
def cmr(v=Depends(with_cm)): raise HTTPException(404)
@app.get("/stream")
def stream(v=Depends(two)):
    def g():
        log.append("s1"); yield "a"
        log.append("s2"); yield "b"
    return StreamingResponse(g())
@app.get("/streamf")
def streamf(v=Depends(func, scope="function")):
    def g():
        log.append("s1"); yield "a"
    return StreamingResponse(g())
@app.get("/bg")
def bg(tasks: BackgroundTasks, v=Depends(two)):
    tasks.add_task(log.append, "task")
    return "bg"
@app.get("/resp")
def resp(v=Depends(one)): return JSONResponse({"v": v})
@app.get("/rv", response_model=int)
def rv(v=Depends(one)): return "notint"
@app.get("/q")
def q(n: int, v=Depends(two)): return n
def fails():
    raise HTTPException(401, "no")
    yield
@app.get("/fails")
def failsr(v=Depends(two), w=Depends(fails)): return 1
def inner_needs(v=Depends(func, scope="function")): return v
@app.get("/inner")
def inner(v=Depends(inner_needs)): return v
async def gen_err():
    try:
        yield
    except HTTPException as e:
        log.append(f"saw {e.status_code}")
        raise
@app.get("/generr")
async def generr(v=Depends(gen_err)): raise HTTPException(404, "x")
@app.get("/dup")
def dup(a=Depends(two), b=Depends(two), c=Depends(two, use_cache=False)): return [a, b, c]

from fastapi import BackgroundTasks, Depends, FastAPI, Response
from fastapi.responses import JSONResponse
from starlette.background import BackgroundTask, BackgroundTasks as SBT
app = FastAPI()
log = []
def write(m, extra=""): log.append(f"{m}{extra}")
async def awrite(m): log.append("a" + m)
def dep(tasks: BackgroundTasks, q: str | None = None):
    if q: tasks.add_task(write, q, extra="!")
    return q
@app.get("/a")
def a(tasks: BackgroundTasks, q=Depends(dep)):
    tasks.add_task(write, "one"); tasks.add_task(awrite, m="two")
    return {"n": len(tasks.tasks)}
@app.get("/b")
def b(): return JSONResponse({"b": 1}, background=BackgroundTask(write, "direct"))
@app.get("/c")
def c(tasks: BackgroundTasks):
    tasks.add_task(write, "lost?")
    return JSONResponse({"c": 1}, background=BackgroundTask(awrite, "direct"))
@app.get("/d")
def d(tasks: BackgroundTasks):
    tasks.add_task(write, "kept")
    return Response("d")
def fail(): raise ValueError("x")
@app.get("/e")
def e(tasks: BackgroundTasks):
    tasks.add_task(write, "before"); tasks.add_task(fail); tasks.add_task(write, "after")
    return "e"
@app.get("/f")
def f():
    t = SBT([BackgroundTask(write, "l1")])
    t.add_task(write, "l2")
    return JSONResponse(1, background=t)
@app.get("/z")
def z(): r = list(log); log.clear(); return r

from __future__ import annotations
from typing import Annotated
from fastapi import FastAPI, Depends, Query, Response, Request, Body, Header
from pydantic import BaseModel
app = FastAPI()
log = []
def note(t, v):
    log.append(t)
    return v
def make():
    class Item(BaseModel):
        a: int = 1
    class Dep:
        def __init__(self, q: int = 3): self.q = q
    @app.post("/item")
    def item(i: Item): return i
    @app.post("/body")
    def body(i: Annotated[Item, Body()]): return i
    @app.get("/ret")
    def ret() -> Item: return Item()
    @app.get("/dep")
    def dep(d: Annotated[Dep, Depends()]): return d.q
    @app.get("/dep2")
    def dep2(d: Dep = Depends()): return d.q
    @app.get("/dep3")
    def dep3(d: Dep = Depends(Dep), r: int = 4): return [d.q, r]
    @app.get("/q")
    def q(response: Response, x: int, y: list[Item] = []): 
        return [x, y]
    @app.get("/hdr")
    def hdr(response: Response, x: Annotated[Item, Header()] = None): return 5
for n in ["make()"]:
    try: make()
    except Exception as e: log.append(repr(e)[:300])
@app.get("/n1")
def n1(x: note("x", int), y: note("y", str) = "d") -> note("r", list): return [x, y]
@app.get("/n2", response_model=None)
def n2(x: note("x2", int)) -> note("r2", list): return [x]
@app.get("/n3", dependencies=[Depends(lambda: 1)])
def n3(x: note("x3", int), z: None = None): return [x]
l0 = len(log)
@app.get("/log")
def getlog(): return log

from functools import partial
from typing import Annotated, Any
from fastapi import Depends, FastAPI, Header, HTTPException, Query, Request, Response, Security, BackgroundTasks, Cookie
from fastapi.security import SecurityScopes

app = FastAPI()
calls = []

class Pager:
    def __init__(self, q: str | None = None, limit: int = 10):
        self.q, self.limit = q, limit

class Checker:
    def __init__(self, need): self.need = need
    def __call__(self, q: str = ""): return self.need in q
    def method(self, limit: int = 1): return limit * 2
    @staticmethod
    def stat(limit: int = 1): return limit * 3
    @classmethod
    def clsm(cls, limit: int = 1): return [cls.__name__, limit]
    async def amethod(self, limit: int = 1): return limit * 5

class AsyncCall:
    async def __call__(self, limit: int = 3): return limit + 100
class GenCall:
    def __call__(self, response: Response):
        yield "gen"
        response.headers["X-Late"] = "no"
class AGenCall:
    async def __call__(self):
        yield "agen"

def counter():
    calls.append(1)
    return len(calls)
def base(limit: int = 5, *, factor: int = 2): return limit * factor
def sub(n: int = Depends(counter)): return n

@app.get("/class")
def class_(p: Pager = Depends(Pager)): return [p.q, p.limit]
@app.get("/class2")
def class2(p: Annotated[Pager, Depends()]): return [p.q, p.limit]
@app.get("/class3")
def class3(p: Pager = Depends()): return [p.q, p.limit]
check = Checker("foo")
@app.get("/inst")
def inst(ok: bool = Depends(check), m=Depends(check.method), s=Depends(Checker.stat), c=Depends(Checker.clsm), am=Depends(check.amethod)): return [ok, m, s, c, am]
@app.get("/calls")
def calls_(a=Depends(AsyncCall()), b=Depends(GenCall()), c=Depends(AGenCall())): return [a, b, c]
@app.get("/partial")
def partial_(p=Depends(partial(base, factor=10))): return p
@app.get("/partial2")
def partial2(p=Depends(partial(base, 7))): return p
@app.get("/lambda")
def lambda_(p=Depends(lambda q=3: q)): return p
@app.get("/cache")
def cache(a=Depends(counter), b=Depends(counter), c=Depends(sub)):
    return [a == b, b == c]
@app.get("/nocache")
def nocache(a=Depends(counter), b=Depends(counter, use_cache=False), c=Depends(sub)):
    return [b - a, c - a]
@app.get("/security")
def security(a=Security(counter, scopes=["a", "b"]), b=Depends(counter)): return [a == b]
def scoped(scopes: SecurityScopes): return [scopes.scopes, scopes.scope_str]
@app.get("/scopes")
def scopes(a=Security(scoped, scopes=["a", "b"]), b=Depends(scoped), c=Security(scoped, scopes=["c"])): return [a, b, c]
def mid(a: Annotated[Any, Security(scoped, scopes=["inner"])]): return a
@app.get("/scopes2")
def scopes2(a=Security(mid, scopes=["outer"])): return a

def original(): return "original"
def replaced(q: str = "r"): return "replaced " + q
@app.get("/override")
def override(v=Depends(original)): return v
def original2(): return "original2"
@app.get("/override2", dependencies=[Depends(original2)])
def override2(v=Depends(original2)): return v
def nested(v=Depends(original)): return ["nested", v]
@app.get("/override3")
def override3(v=Depends(nested)): return v
app.dependency_overrides[original] = replaced
def gen_override():
    yield "generated"
app.dependency_overrides[original2] = gen_override

@app.get("/req")
def req(request: Request, response: Response, tasks: BackgroundTasks, q: int = 0):
    return [request.method, type(response).__name__, type(tasks).__name__, q]
def errdep(a: int, b: int): return a + b
def errdep2(b: int, x_h: int = Header()): return b
@app.get("/errs")
def errs(c: int, one=Depends(errdep), two=Depends(errdep2)): return c
def raises(q: str = ""):
    if q == "foo":
        raise HTTPException(403, {"why": q}, headers={"X-Why": q})
    return q
@app.get("/raise", dependencies=[Depends(raises)])
def raise_(v=Depends(raises)): return v
@app.get("/unused")
def unused(_: None = Depends(counter)): return _ is not None
async def adep(q: str = "x"): return q.upper()
Common = Annotated[str, Depends(adep)]
@app.get("/common")
async def common(c: Common, d: Common): return c + d
@app.get("/strann")
async def strann(c: "Common", n: "int" = 3): return [c, n]
@app.get("/cookie")
def cookie(a: Annotated[str | None, Cookie(alias="A-1")] = None, b: Annotated[list[int], Query()] = [1, 2]): return [a, b]

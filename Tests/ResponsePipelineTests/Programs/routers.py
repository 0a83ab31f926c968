from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse

def d(name):
    def dep(response: Response):
        response.headers.append("X-Dep", name)
        return name
    return dep

app = FastAPI(dependencies=[Depends(d("app"))], title="T", version="1", default_response_class=PlainTextResponse)
outer = APIRouter(prefix="/outer", tags=["o"], dependencies=[Depends(d("outer"))], default_response_class=HTMLResponse, responses={404: {"description": "x"}})
inner = APIRouter(prefix="/inner", dependencies=[Depends(d("inner"))])
plain = APIRouter()
third = APIRouter(default_response_class=JSONResponse, redirect_slashes=False)

@inner.get("/a", dependencies=[Depends(d("route"))])
def a(x=Depends(d("param"))): return "a" + x
@inner.get("")
def empty(): return "empty"
@outer.get("/b")
def b(): return "b"
@plain.get("/c")
def c(): return "c"
@plain.api_route("/multi", methods=["get", "POST"], status_code=203)
def multi(request: Request): return request.method
@third.get("/d")
def dd(): return {"d": 1}
@third.get("/e", response_class=PlainTextResponse)
def e(): return "e"
@app.get("/own")
def own(): return "own"

outer.include_router(inner, prefix="/mid", dependencies=[Depends(d("include"))])
outer.include_router(plain, tags=["x"], default_response_class=JSONResponse)
app.include_router(outer, prefix="/api", dependencies=[Depends(d("incl-outer"))], responses={418: {"description": "t"}})
app.include_router(plain, prefix="/plain", include_in_schema=True, deprecated=True)
app.include_router(third, prefix="/third")
app.include_router(plain, prefix="/again", default_response_class=HTMLResponse)

def added(q: int = 1): return f"added {q}"
app.add_api_route("/added", added, methods=["GET", "DELETE"], status_code=202, name="adder")
plain.add_api_route("/late", added)

@app.get("/routes", response_class=JSONResponse)
def routes():
    out = []
    for r in app.routes:
        out.append([getattr(r, "path", None), getattr(r, "name", None), sorted(getattr(r, "methods", None) or [])])
    return out
@app.get("/up", response_class=JSONResponse)
def up(request: Request):
    return [app.url_path_for("adder"), str(request.url_for("c")), str(request.url_for("a"))]
@app.get("/order/{x}")
def order(x: int): return f"int {x}"
@app.get("/order/special")
def special(): return "never"
@app.get("/conv/{n:int}")
def conv(n): return f"{n!r}"
@app.get("/conv/{n:float}/f")
def convf(n: float): return f"{n!r}"
@app.get("/conv/{n:uuid}/u")
def convu(n): return f"{n!r}"
@app.get("/conv/{p:path}")
def convp(p: str): return f"path {p!r}"
@app.head("/headonly")
def headonly(response: Response):
    response.headers["X-H"] = "1"
@app.options("/opt")
def opt(): return "opt"
@app.trace("/tr")
def tr(): return "trace"
@app.get("/{tail}.json", response_class=JSONResponse)
def tail(tail: str): return tail

from fastapi import *
from fastapi.responses import *
app = FastAPI(default_response_class=HTMLResponse, dependencies=[Depends(lambda response=None: None)] if False else [])
def dep(n):
    def d(response: Response): response.headers.append("x-d", n)
    return Depends(d)
a = APIRouter(prefix="/a", dependencies=[dep("a")])
b = APIRouter(prefix="/b", dependencies=[dep("b")], default_response_class=PlainTextResponse)
c = APIRouter(dependencies=[dep("c")])
@c.get("/x")
def cx(): return "x"
@c.get("/y", response_class=JSONResponse, dependencies=[dep("y")])
def cy(): return "y"
b.include_router(c, prefix="/c", dependencies=[dep("bc")])
a.include_router(b, dependencies=[dep("ab")])
a.include_router(c, prefix="/c2", default_response_class=JSONResponse)
a.dependencies.append(dep("late-a"))
c.default_response_class = HTMLResponse
@c.get("/z")
def cz(): return "z"
app.include_router(a, prefix="/1")
app.router.dependencies.append(dep("app-late"))
app.include_router(a, prefix="/2")
app.router.default_response_class = PlainTextResponse
@a.get("/late")
def late(): return "late"
@app.get("/own")
def own(): return "own"
b.prefix = "/zz"
@b.get("/q")
def bq(): return "q"
app.include_router(b, prefix="/3")
app.include_router(c, prefix="/4")
import functools
from pydantic import BaseModel
class M(BaseModel):
    n: int = 3
    m: str
app.add_api_route("/pm", functools.partial(M, n=5), methods=["GET"], name="pm")
app.add_api_route("/pm2", functools.partial(M), methods=["POST"], name="pm2")

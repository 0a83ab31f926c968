"""Programs that FastAPI refuses while they are imported; `---` stands between them."""

HEAD = """\
from typing import Annotated, Any, Never, NoReturn, Optional
from fastapi import *
from fastapi.responses import *
from fastapi.routing import APIRoute
from fastapi.middleware.cors import CORSMiddleware
from fastapi.middleware.trustedhost import TrustedHostMiddleware
from starlette.background import BackgroundTask
from pydantic import AfterValidator, BaseModel, Field
app = FastAPI()


class Item(BaseModel):
    a: int = 1


class Plain:
    def __init__(self, x): self.x = x
"""

CASES = """\
@app.get("/")
def f() -> Never: return 1
---
@app.get("/")
def f(x: Optional[NoReturn] = None): return 1
---
@app.get("/{x}")
def f(x: Plain): return 1
---
@app.get("/")
def f(x: Plain): return 1
---
@app.get("/")
def f() -> Plain: return 1
---
@app.get("/", response_model=Plain)
def f(): return 1
---
@app.get("/")
def f() -> Response | dict: return 1
---
@app.get("/")
def f() -> Response | None: return 1
---
@app.get("/{id}")
def f(id: int = Path(1)): return 1
---
@app.get("/{id}")
def f(id: Annotated[int, Path()] = 3): return 1
---
@app.get("/{id}")
def f(id: int = Query(1)): return 1
---
@app.get("/{id}")
def f(id: int = Header()): return 1
---
@app.get("/")
def f(q: Annotated[int, Query(3)] = 4): return q
---
@app.get("/")
def f(q: Annotated[int, Query(3)]): return q
---
@app.get("/")
def f(q: Annotated[int, Depends(Plain)] = Depends(Plain)): return q
---
@app.get("/")
def f(q: Annotated[int, Query()] = Query(3)): return q
---
@app.get("/")
def f(q: list[Item] = Query()): return q
---
@app.get("/")
def f(q: dict = Query()): return q
---
@app.get("/")
def f(request: Annotated[Request, Query()]): return 1
---
@app.get("/")
def f(t: BackgroundTask): return 1
---
@app.get("/{a}/{a}")
def f(a): return a
---
@app.get("/{a:foo}")
def f(a): return a
---
@app.get("/", status_code=204)
def f() -> int: return 1
---
@app.get("/", status_code=204, response_model=Item)
def f(): return 1
---
@app.get("/", responses={404: {"model": Plain}})
def f(): return 1
---
@app.get("/", responses={404: "x"})
def f(): return 1
---
@app.get("/", responses={204: {"model": Item}})
def f(): return 1
---
@app.get("/", dependencies=[Plain])
def f(): return 1
---
@app.get("/", dependencies=[Depends(3)])
def f(): return 1
---
@app.get("/", dependencies=[Depends()])
def f(): return 1
---
@app.get("/", foo=1)
def f(): return 1
---
@app.get("/", methods=["POST"])
def f(): return 1
---
@app.api_route("/", methods=[])
def f(): return 1
---
@app.route("/")
def f(request): return 1
---
router = APIRouter(prefix="x")
---
router = APIRouter(prefix="/x/")
---
router = APIRouter()
@router.get("")
def f(): return 1
app.include_router(router)
---
router = APIRouter()
@router.get("")
def f(): return 1
app.include_router(router, prefix="/x/")
---
router = APIRouter()
app.include_router(router, prefix="x")
---
app.include_router(app.router)
---
r1 = APIRouter()
r2 = APIRouter()
r1.include_router(r2)
r2.include_router(r1)
---
app.mount("x", FastAPI())
---
app.mount("/x/{a:bad}", FastAPI())
---
def inner():
    yield 1
def outer(x=Depends(inner, scope="function")):
    yield x
@app.get("/")
def f(x=Depends(outer, scope="request")): return 1
---
def inner():
    yield 1
def outer(x=Depends(inner, scope="function")):
    yield x
@app.get("/")
def f(x=Depends(outer)): return 1
---
@app.get("/", response_model=int | Plain)
def f(): return 1
---
@app.get("/", response_model=list[Plain])
def f(): return 1
---
@app.get("/")
def f(a: int = Query(default=1, default_factory=int)): return a
---
@app.get("/")
def f(a: int = Query(foo=1)): return a
---
@app.on_event("start")
def f(): pass
---
app.add_api_route("/", 3)
---
app.add_api_route("/")
---
app.add_exception_handler(ValueError)
---
FastAPI(foo=1)
---
FastAPI("x")
---
APIRouter(foo=1)
---
APIRouter("/x")
---
app.url_path_for("nope")
---
HTTPException()
---
JSONResponse()
---
JSONResponse({"a": object()})
---
PlainTextResponse(3)
---
Response({"a": 1})
---
RedirectResponse()
---
StreamingResponse()
---
FileResponse("nope.txt", 200, {}, "x", None, "y", None, "z", "w")
---
Response(headers=[("a", "b")])
---
Response(headers={"a": 1})
---
Response(headers={"a": "€"})
---
Response().set_cookie("a", "b", samesite="x")
---
Response().set_cookie()
---
Response().set_cookie("a", foo=1)
---
Response(status_code="x")
---
HTMLResponse(b"x", "y")
---
from fastapi.nothing import x
---
import fastapi.nope
---
fastapi_x = Depends(Item, foo=1)
---
Query(1, 2)
---
Header(convert_underscores=1, foo=2)
---
@app.get("/", tags="x")
async def f(): return 1
@app.get("/", tags=["x"])
async def g(x: int = Depends(f), y=Depends(g2)): return 1
---
@app.get("/x")
def f(item: int = Depends()): return item
---
@app.head("/", "x")
def f(): return 1
---
@app.post("/")
def f(a: Annotated[Item, Body(embed=True)], b: Annotated[Item, Body()]) -> tuple[Item, Plain]: return 1
---
app.get("/a")(3)
---
app.get("/a")(Plain(3))
---
@app.get("/a")
def f(x: int | Request = 3): return 1
---
@app.get("/a")
def f(x: Optional[Request] = None, y: Response | None = None): return [x is None, y is None]
---
@app.get("/{x}")
def f(x: Annotated[Item, AfterValidator(lambda item: item)]): return x
---
@app.get("/", responses={"abc": {"model": Item}})
def f(): return 1
---
router = APIRouter(responses={404: {"model": Plain}})
@router.get("/")
def f(): return 1
---
app.add_websocket_route("/", print)
---
Depends(Item, max_concurrency=0)
---
class Own(APIRoute):
    def __init__(self, path, *, endpoint): super().__init__(path, endpoint)
app.router.route_class = Own
@app.get("/")
def f(): return 1
---
class Own(APIRoute):
    def get_route_handler(self): return self.nothing
app.router.route_class = Own
@app.get("/")
def f(): return 1
---
app.include_router(APIRouter)
---
app.include_router(app)
---
app.include_router("x")
---
app.include_router(None)
---
@app.get("/")
def f(x: str = Query(alias=5)): return x
---
@app.get("/")
def f(x: str = Header(validation_alias=["a"])): return x
---
app.router.nothing
---
app.router.title
---
app.router.add_middleware(CORSMiddleware)
---
app.on_startup
---
app.prefix
---
app.default_response_class
---
app.add_event_handler("startup", print)
---
app.dependencies
---
def make():
    class Local: pass
    @app.get("/")
    def f(x: "Local" = Depends()): return x
make()
---
@app.get("/", response_model=5)
def f(): return 1
---
@app.get("/", response_model=[int])
def f(): return 1
---
@app.get("/", dependencies=[Item])
def f(): return 1
---
@app.get("/", responses=[404])
def f(): return 1
---
@app.get("/", responses={404: {"model": 5}})
def f(): return 1
---
@app.get(5)
def f(): return 1
---
@app.get(None)
def f(): return 1
---
@app.api_route("/", methods=[1])
def f(): return 1
---
app.mount("/x", app=None)
---
FastAPI(title="")
---
FastAPI(version=None)
---
FastAPI(exception_handlers=[1])
---
APIRouter(prefix=5)
---
r = APIRouter()
app.include_router(r, prefixes="x")
---
r = APIRouter(route_class=Item)
@r.get("/")
def f(): return 1
---
r = APIRouter(route_class=5)
@r.get("/")
def f(): return 1
---
@app.get("/")
def f() -> 5: return 1
---
@app.get("/")
def f() -> [int]: return 1
---
FileResponse(5)
---
Request()
---
Request({"type": "websocket"})
---
@app.get("/", tags=5)
def f(): return 1
---
@app.get("/", callbacks=5)
def f(): return 1
---
@app.get("/", description=5)
def f(): return 1
---
@app.get("/", generate_unique_id_function=5)
def f(): return 1
---
@app.get("/", generate_unique_id_function=lambda: "x")
def f(): return 1
---
app = FastAPI(generate_unique_id_function=5)
@app.get("/")
def f(): return 1
---
app.include_router(router=APIRouter(), prefix=5)
---
app.include_router(APIRouter(), tags=5)
---
app.include_router(APIRouter(), dependencies=5)
---
app.include_router(APIRouter(), responses=5)
---
@app.get("/")
def f(x: Plain | None = None): return x
---
@app.get("/")
def f(x: (int, str)): return x
---
@app.get("/")
def f(x: Item(a=1)): return x
---
@app.get("/")
def f() -> JSONResponse | Item: return 1
---
@app.get("/")
def f() -> (int, str): return 1
---
@app.get("/")
def f() -> Item(a=1): return 1
---
@app.get("/", response_model=Optional)
def f(): return 1
---
@app.get("/", response_model=list[5])
def f(): return 1
---
@app.get("/", response_model=Item(a=5))
def f(): return 1
"""

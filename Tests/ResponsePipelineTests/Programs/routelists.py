from contextlib import asynccontextmanager
from fastapi import FastAPI, APIRouter, Request, Depends, Response
from fastapi.responses import PlainTextResponse, JSONResponse
from fastapi.routing import APIRoute
from starlette.routing import Route, Mount, Router
log = []
@asynccontextmanager
async def life(app):
    log.append("life " + type(app).__name__)
    yield {"a": 1, "b": 1}
def hello(request): return PlainTextResponse(f"hello {request.path_params} {request.scope['router'] is app.router}")
async def posted(request: Request): return JSONResponse(await request.json(), 201)
class Thing:
    async def __call__(self, scope, receive, send): await PlainTextResponse("thing " + scope["path"])(scope, receive, send)
app = FastAPI(routes=[Route("/hello/{x:int}", hello), Route("/posted", posted, methods=["POST"], name="p"), Mount("/thing", app=Thing()), Mount("/sub", routes=[Route("/a", hello, name="inner"), Route("/b", posted, methods=["PUT"])], name="sub")], lifespan=life)
sub = APIRouter(prefix="/r", tags=["t"], on_startup=[lambda: log.append("r start")])
@sub.get("/one", name="one")
def one(request: Request): return {"state": request.state._state, "url": str(request.url_for("sub:inner")), "one": request.app.url_path_for("one"), "r": type(request.scope["router"]).__name__}
@asynccontextmanager
async def life2(app):
    log.append("life2")
    yield {"b": 2, "c": 2}
sub2 = APIRouter(lifespan=life2)
@sub2.get("/two")
def two(): return log
app.include_router(sub)
app.include_router(sub2, prefix="/s2")
@app.get("/gone")
def gone(): return 1
@app.get("/kept")
def kept(): return [type(r).__name__ for r in app.routes]
@app.get("/info")
def info(): return {"type": type(app.router).__name__, "same": app.router.routes is app.routes, "n": len(app.routes), "names": [getattr(r, "name", None) for r in app.routes], "paths": [getattr(r, "path", None) for r in app.routes], "tags": sub.tags, "prefix": sub.prefix, "dep": app.router.dependencies, "rs": app.router.redirect_slashes, "up": len(app.router.on_startup), "mod": type(app.router).__module__, "prov": app.router.dependency_overrides_provider is app}
app.router.routes = [r for r in app.router.routes if getattr(r, "path", "") != "/gone"]
old = app.router.lifespan_context
@asynccontextmanager
async def outer(a):
    log.append("outer")
    async with old(a) as st:
        log.append(sorted(st))
        yield {**st, "z": 0}
app.router.lifespan_context = outer
async def fallback(scope, receive, send): await PlainTextResponse("nothing at " + scope["path"], 404, headers={"x-fallback": "1"})(scope, receive, send)
app.router.default = fallback
@app.get("/late")
def late(): return app.routes[-1].path
app.routes.append(APIRoute("/own", lambda q: {"q": q}, methods=["GET"]))
app.routes.insert(0, Route("/kept", lambda request: PlainTextResponse("first"), methods=["DELETE"]))
@app.get("/dyn/{n}")
def dyn(n: str):
    app.router.routes.append(Route("/made/" + n, hello))
    return "ok"

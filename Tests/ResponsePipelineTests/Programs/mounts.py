from fastapi import APIRouter, FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse, PlainTextResponse

app = FastAPI()
kennel = FastAPI(openapi_url=None)
yard = FastAPI(root_path="/elsewhere")
bowls = APIRouter()


@kennel.middleware("http")
async def mark(request: Request, call_next):
    response = await call_next(request)
    response.headers["X-Kennel"] = request.scope["root_path"]
    return response


@kennel.exception_handler(KeyError)
async def lost(request, exc):
    return JSONResponse({"lost": str(exc)}, 410)


@kennel.get("/dogs/{dog}")
def read_dog(dog: str, request: Request):
    if dog == "foo":
        raise KeyError(dog)
    if dog == "bar":
        raise ValueError(dog)
    if dog == "baz":
        raise HTTPException(418)
    return {
        "dog": dog, "url": str(request.url), "base": str(request.base_url), "root": request.scope["root_path"],
        "mine": request.app is kennel, "outside": str(request.url_for("home")), "here": str(request.url_for("k:read_dog", dog="x")),
        "keys": [name for name in request.scope if "astack" not in name],
    }


@app.get("/", name="home")
def home():
    return app.url_path_for("k:read_dog", dog="rex")


@yard.get("/")
def read_yard(request: Request):
    return {"root": request.scope["root_path"], "base": str(request.base_url)}


@bowls.get("/full")
def full(request: Request):
    return request.scope["path"]


async def raw(scope, receive, send):
    await send({"type": "http.response.start", "status": 203, "headers": [(b"x-path", scope["root_path"].encode())]})
    await send({"type": "http.response.body", "body": repr(scope["path_params"]).encode()})


async def plain(request: Request):
    return PlainTextResponse(f"{request.method} {request.path_params}")


kennel.mount("/yard", yard)
app.mount("/kennel", kennel, name="k")
app.mount("/raw/{size:int}", raw)
app.mount("/bowls", bowls)
app.add_route("/plain/{n:int}", plain)
app.add_route("/posted", plain, methods=["POST"])
inner = APIRouter()
inner.mount("/deep", yard)
app.include_router(inner, prefix="/pre")


@app.get("/kennel/never")
def never():
    return "the mount came first"

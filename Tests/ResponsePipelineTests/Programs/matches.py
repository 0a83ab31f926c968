from enum import Enum

from fastapi import APIRouter, FastAPI, Request
from fastapi.routing import APIRoute
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Match, Mount

app = FastAPI()
router = APIRouter(tags=["r"])
sub = FastAPI()


@app.middleware("http")
async def matched(request: Request, call_next):
    found = [(route, *route.matches(request.scope)) for route in request.app.routes]
    response = await call_next(request)
    response.headers["X-Full"] = ",".join(type(route).__name__ for route, match, _ in found if match == Match.FULL)
    response.headers["X-Partial"] = ",".join(getattr(route, "path", "?") for route, match, _ in found if match is Match.PARTIAL)
    for _, match, child in found:
        if child:
            response.headers.append("X-Child", f"{match.name} {match.value} {sorted(child)} {child['path_params']}")
    return response


@app.get("/plain")
def plain():
    return repr(Match.FULL), list(Match.__members__), isinstance(Match.NONE, Enum)


@app.get("/typed/{number:int}/{name}")
def typed(number: int, name: str, request: Request):
    route = request.scope["route"]
    return route.unique_id, isinstance(route, BaseRoute), route.matches({"type": "websocket"})[0].name


@app.post("/typed/{number:int}/{name}", operation_id="own")
def post_typed(request: Request):
    return request.scope["route"].unique_id


@router.get("/inner/{x}")
def inner(x: str):
    return x


@router.get("/ids")
def ids():
    return [[route.path, route.unique_id] for route in app.routes if isinstance(route, APIRoute)]


@sub.get("/below/{y}")
def below(y: str, request: Request):
    return request.scope["root_path"]


app.add_route("/starlette/{z}", lambda request: PlainTextResponse("s"), methods=["PUT"])
app.include_router(router, prefix="/r")
app.mount("/sub/{part}", sub)

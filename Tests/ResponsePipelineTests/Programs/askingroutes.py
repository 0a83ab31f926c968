from fastapi import APIRouter, FastAPI, Request
from fastapi.routing import APIRoute
from starlette.routing import Match


class VersionRoute(APIRoute):
    """Answers requests for the version that its `openapi_extra` names."""

    def matches(self, scope):
        match, child = super().matches(scope)
        if match == Match.FULL and dict(scope["headers"]).get(b"x-api", b"1") != str(self.openapi_extra["v"]).encode():
            return Match.NONE, {}
        return match, child


class WildRoute(APIRoute):
    def matches(self, scope):
        if scope["type"] == "http" and scope["path"].startswith("/wild"):
            return Match.FULL, {"endpoint": self.endpoint, "path_params": {"rest": scope["path"][5:], "n": "7"}, "route": self}
        return Match.NONE, {}


app = FastAPI(responses={404: {"description": "app"}})
versions = APIRouter(route_class=VersionRoute)


@versions.get("/v/{n}", openapi_extra={"v": 1})
def one(n: int):
    return {"one": n}


@versions.get("/v/{n}", openapi_extra={"v": 2})
def two(n: int):
    return {"two": n}


@versions.post("/v/{n}", openapi_extra={"v": 1})
def post(n: int):
    return {"post": n}


app.include_router(versions)
app.include_router(versions, prefix="/pre/{tenant}")
wild = APIRouter(route_class=WildRoute)


@wild.get("/unused/{rest}/{n}")
def take(rest: str, n: int, request: Request):
    return [rest, n, request.path_params]


app.include_router(wild)


class PartialRoute(APIRoute):
    def matches(self, scope):
        match, child = super().matches(scope)
        return (Match.PARTIAL if match == Match.FULL else match), child


partial = APIRouter(route_class=PartialRoute, prefix="/partial")


@partial.get("/{n}")
def partial_get(n: int):
    return n


@partial.post("/{n}")
def partial_post(n: int):
    return -n


app.include_router(partial)
words = APIRouter(
    prefix="/words", tags=["router"], responses={404: {"d": "router"}, 401: {}}, deprecated=True, include_in_schema=False)


def told(request):
    names = [
        "tags", "responses", "deprecated", "include_in_schema", "summary", "description", "response_description", "openapi_extra",
        "response_model_include", "operation_id", "unique_id",
    ]
    route = request.scope["route"]
    return {name: getattr(route, name) for name in names}


@words.get("/said", tags=["own"], responses={404: {"d": "own"}}, summary="S", description="D", operation_id="op", openapi_extra={"x": 1})
def said(request: Request):
    """Not seen."""
    return told(request)


@words.get("/unsaid", deprecated=False, response_description="R", response_model_include={"tags", "description", "deprecated"})
def unsaid(request: Request) -> dict:
    """Of the docstring,

        indented.\f not this
    """
    return told(request)


class KeywordRoute(APIRoute):
    def __init__(self, path, endpoint, **keywords):
        self.seen = [keywords[name] for name in ("tags", "responses", "deprecated", "include_in_schema")]
        super().__init__(path, endpoint, **keywords)


keywords = APIRouter(route_class=KeywordRoute, prefix="/keywords", tags=["router"], responses={400: {}})


@keywords.post("/seen", tags=["own"])
def seen(request: Request):
    return request.scope["route"].seen


app.include_router(words, tags=["included"])
app.include_router(keywords, tags=["included"], responses={500: {}})
app.router.route_class = VersionRoute


@app.get("/direct", openapi_extra={"v": 3})
def direct():
    return "direct"


@app.get("/matched", openapi_extra={"v": 1})
def matched(request: Request, method: str = "GET"):
    scope = dict(request.scope, path="/v/3", method=method, headers=[(b"x-api", b"2")])
    return [route.matches(scope)[0].name for route in app.router.routes]

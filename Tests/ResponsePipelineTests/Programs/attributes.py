from functools import lru_cache

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request, Response
from fastapi.responses import PlainTextResponse
from fastapi.routing import APIRoute

log = []


def not_allowed(request, exc):
    return PlainTextResponse("405!", 405, headers=exc.headers)


class Named(APIRoute):
    def get_route_handler(self):
        original = super().get_route_handler()

        async def handler(request: Request) -> Response:
            response = await original(request)
            response.headers["X-Route"] = f"{self.path} {self.name}"
            return response

        return handler


class Counted(Response):
    def init_headers(self, headers=None):
        super().init_headers(headers)
        self.headers["X-Length"] = str(len(self.body))


@lru_cache
def settings(size: int = 3):
    log.append(f"settings {size}")
    return {"size": size}


app = FastAPI(exception_handlers={404: lambda request, exc: PlainTextResponse("404!", 404)})
app.exception_handlers[405] = not_allowed
app.router.add_event_handler("startup", lambda: log.append("added"))
app.router.on_startup.append(lambda: log.append("appended"))
app.router.route_class = Named
router = APIRouter(route_class=Named)


@router.get("/inner/{x}")
def inner(x: int):
    return x


@app.get("/outer")
def outer():
    return Counted("four", media_type="text/plain")


@app.get("/settings")
def read_settings(a: dict = Depends(settings), b: dict = Depends(settings)):
    return [a, a is b, log]


@app.middleware("http")
async def twice(request: Request, call_next):
    first = await call_next(request)
    if "twice" in request.query_params:
        return await call_next(request)
    return first


@app.get("/late")
def late():
    try:
        app.add_middleware(Named)
    except RuntimeError as error:
        return str(error)


app.include_router(router, prefix="/under")

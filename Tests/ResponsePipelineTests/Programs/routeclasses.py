from fastapi import APIRouter, Depends, FastAPI, Request, Response
from fastapi.routing import APIRoute

made = []


class Counting(APIRoute):
    def __init__(self, *args, **kwargs):
        made.append("status_code" in kwargs)
        super().__init__(*args, **kwargs)
        self.count = 0

    def get_route_handler(self):
        made.append(f"{self.path} {hasattr(self, 'count')}")
        original = super().get_route_handler()

        async def handler(request: Request) -> Response:
            self.count += 1
            response = await original(request)
            response.headers["x-count"] = str(self.count)
            return response

        return handler


class Prefixed(APIRoute):
    def __init__(self, path, endpoint, *, status_code=None, name=None, **kwargs):
        self.extra = "e"
        super().__init__("/prefixed" + path, endpoint, status_code=status_code or 202, name=f"p-{name}", **kwargs)

    def __repr__(self):
        return f"Prefixed({self.path!r}, {self.name!r}, {sorted(self.methods)}, {self.status_code}, {self.extra})"


def dep(response: Response):
    response.headers["x-dep"] = "1"
    return 3


router = APIRouter(route_class=Counting, prefix="/r", dependencies=[Depends(dep)])


@router.get("/a", status_code=201)
def a(x: int = 1):
    return x


other = APIRouter(route_class=Prefixed)


@other.get("/c")
def c(request: Request, d: int = Depends(dep)):
    return repr(request.scope["route"])


@other.api_route("/d", methods=["PUT", "PATCH"], name="dee", status_code=203)
def d(request: Request):
    return str(request.url_for("p-dee"))


app = FastAPI()
app.include_router(router)
app.include_router(other, prefix="/o")
app.router.route_class = Counting


@app.get("/made")
def read_made():
    return made

import functools
import inspect
from typing import Annotated

from fastapi import Depends, FastAPI, Header, Query, Request, Response
from pydantic import Field

app = FastAPI()


def cached(function):
    """Adds a parameter that the function does not have."""
    signature = inspect.signature(function)

    @functools.wraps(function)
    def wrapper(*args, response: Response, **kwargs):
        response.headers["Cache-Control"] = "no-store"
        return function(*args, **kwargs)

    extra = inspect.Parameter("response", inspect.Parameter.KEYWORD_ONLY, annotation=Response)
    wrapper.__signature__ = signature.replace(parameters=[*signature.parameters.values(), extra])
    return wrapper


@app.get("/cached")
@cached
def read_cached(q: int = Query(1, alias="number")):
    return {"q": q}


def injected(function):
    """Hides a parameter and asks for others."""

    @functools.wraps(function)
    async def wrapper(request: Request, lang: str, *args, **kwargs):
        return [lang, request.url.path, await function(*args, user="ann", **kwargs)]

    kind = inspect.Parameter.KEYWORD_ONLY
    wrapper.__signature__ = inspect.Signature(
        [
            inspect.Parameter("request", kind, annotation=Request),
            inspect.Parameter("lang", kind, default=Header("en", alias="Accept-Language"), annotation=str),
            *(p.replace(kind=kind) for p in inspect.signature(function).parameters.values() if p.name != "user"),
        ]
    )
    return wrapper


@app.get("/injected/{n}")
@injected
async def read_injected(n: int, user: str, q: "str | None" = None):
    return [n, user, q]


class Signed:
    __signature__ = inspect.Signature([inspect.Parameter("a", inspect.Parameter.KEYWORD_ONLY, annotation=int, default=3)])

    def __init__(self, **kwargs):
        self.kwargs = kwargs


@app.get("/signed")
def signed(s=Depends(Signed)):
    return s.kwargs


@app.get("/ellipsis")
def ellipsis(a: str = ..., b: int = Query(...), c: Annotated[int, Query()] = ...):
    return [a, b, str(c)]


@app.get("/beside")
def beside(n: Annotated[int, Field(gt=5)] = Query(1), m: Annotated[int, Field(gt=5)] = 9, s: Annotated[str, Field(max_length=2)] = Header("a")):
    return [n, m, s]

from typing import Annotated

from fastapi import FastAPI, Header, HTTPException, Request
from fastapi.middleware.cors import CORSMiddleware
from fastapi.middleware.httpsredirect import HTTPSRedirectMiddleware
from fastapi.middleware.trustedhost import TrustedHostMiddleware
from starlette.middleware.base import BaseHTTPMiddleware

api = FastAPI()
inner = FastAPI()


async def get_user(x_user: Annotated[str, Header()] = "nobody"):
    return x_user


@api.get("/")
def root():
    return "root"


@api.get("/boom")
def boom():
    raise RuntimeError("boom")


@api.get("/http")
def http():
    raise HTTPException(400)


@api.get("/forgotten")
def forgotten(user: get_user):
    return user


@api.get("/forgotten-default")
def forgotten_default(user: get_user = None, name: str = get_user):
    return [user, str(type(name))]


@inner.get("/")
def below():
    return "below"


async def dispatch(request: Request, call_next):
    response = await call_next(request)
    response.headers["x-dispatch"] = "1"
    return response


class Plain(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        response = await call_next(request)
        response.headers["x-plain"] = type(self.app).__name__
        return response


class Wrap:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        await self.app(scope, receive, send)


api.mount("/trusted", TrustedHostMiddleware(inner, allowed_hosts=["only.test"]))
api.mount("/secure", HTTPSRedirectMiddleware(inner))
api.mount("/plain", Plain(inner))
app = Wrap(
    CORSMiddleware(
        BaseHTTPMiddleware(api, dispatch=dispatch), ["https://app.example"], ["PUT"], allow_credentials=True, allow_headers=["x-token"]))
app.router = api.router

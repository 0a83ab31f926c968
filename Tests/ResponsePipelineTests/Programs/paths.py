"""Paths that FastAPI takes and no request reaches, and what is declared beside the path operations."""
from fastapi import APIRouter, FastAPI
from pydantic import BaseModel, HttpUrl

app = FastAPI()


class Event(BaseModel):
    ok: bool


callbacks = APIRouter()


@callbacks.post("{$callback_url}/events/{$request.body.id}")
def event(body: Event): ...


@app.webhooks.post("new-event")
def new_event(body: Event): ...


@app.post("/watch/", callbacks=callbacks.routes)
def watch(callback_url: HttpUrl | None = None):
    return {"watching": callback_url}


@app.get("users")
def users():
    return "unreachable"


inner = APIRouter()


@inner.get("s")
def plural():
    return "plural"


@inner.get("")
def single():
    return "single"


app.include_router(inner, prefix="/item")


@app.get("/webhooks")
def webhooks():
    return [route.path for route in app.webhooks.routes]

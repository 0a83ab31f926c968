"""Statuses that are no success, and those without a body."""

from fastapi import Depends, FastAPI, HTTPException, Response
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI()

app.add_middleware(CORSMiddleware, allow_origins=["*"], expose_headers=["X-Reason", "WWW-Authenticate"])


def stamp(response: Response):
    response.headers["X-Reason"] = "a dependency"


@app.get("/missing")
def missing():
    raise HTTPException(status_code=404, detail="gone", headers={"X-Reason": "raised"})


@app.get("/private", dependencies=[Depends(stamp)])
def private():
    raise HTTPException(status_code=401, headers={"WWW-Authenticate": "Bearer"})


@app.get("/numbers/{number}")
def number(number: int):
    return number


@app.get("/nothing", status_code=204)
def nothing(response: Response):
    response.headers["X-Reason"] = "no content"


@app.get("/crash")
def crash():
    return 1 / 0


@app.get("/teapot", dependencies=[Depends(stamp)])
def teapot(response: Response):
    response.status_code = 418
    return "short and stout"

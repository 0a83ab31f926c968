"""Named origins with credentials, by a pattern."""

from fastapi import Cookie, FastAPI, Response
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI()

app.add_middleware(
    CORSMiddleware,
    allow_origin_regex=r"http://(localhost|127\.0\.0\.1):\d+",
    allow_credentials=True,
    allow_methods=["GET", "POST"],
    allow_headers=["X-Token", "Content-Type"],
    expose_headers=["X-Shown", "Set-Cookie"],
)


@app.get("/login")
def login(response: Response):
    response.set_cookie("session", "abc", httponly=True)
    response.set_cookie("theme", "dark", samesite="lax")
    response.set_cookie("cross", "site", samesite="none", secure=True)
    response.set_cookie("broken", "none", samesite="none")
    response.headers["X-Shown"] = "logged in"
    return {"logged": "in"}


@app.get("/me")
def me(response: Response, session: str | None = Cookie(default=None)):
    response.headers["X-Shown"] = str(session)
    return {"session": session}


@app.post("/me")
def change(data: dict, response: Response):
    response.headers["X-Shown"] = "posted"
    return data

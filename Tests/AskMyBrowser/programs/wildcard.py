"""Stars everywhere, without credentials."""

from fastapi import FastAPI, Header, Response
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI()

app.add_middleware(
    CORSMiddleware, allow_origins=["*"], allow_methods=["*"], allow_headers=["*"], expose_headers=["*"]
)


@app.get("/headers")
def headers(response: Response, authorization: str | None = Header(default=None)):
    response.headers["X-One"] = "1"
    response.headers["X-Two"] = "2"
    response.headers["X-Latin"] = "caf\u00e9"
    response.set_cookie("hidden", "always")
    return {"authorization": authorization}


@app.patch("/headers")
def patch(response: Response):
    response.headers["X-One"] = "patched"
    return {"patched": True}

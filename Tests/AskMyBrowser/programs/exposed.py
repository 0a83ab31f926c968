"""Any origin, a few methods and headers, one exposed name in another case."""

from fastapi import FastAPI, Response
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI()

app.add_middleware(
    CORSMiddleware,
    allow_origins=["*"],
    allow_methods=["GET", "PUT"],
    allow_headers=["X-Token"],
    expose_headers=["x-shown"],
)


@app.get("/headers")
def headers(response: Response):
    response.headers["X-Shown"] = "seen"
    response.headers["X-Hidden"] = "unseen"
    response.headers["Cache-Control"] = "max-age=60"
    response.headers["Content-Language"] = "en"
    response.headers["Last-Modified"] = "Tue, 14 Nov 2023 22:13:20 GMT"
    response.headers["ETag"] = '"v1"'
    response.headers["Link"] = '</next>; rel="next"'
    return {"ok": True}


@app.get("/repeated")
def repeated(response: Response):
    response.headers.append("X-Shown", "one")
    response.headers.append("X-Shown", "two")
    response.headers.append("X-Shown", "")
    response.headers.append("Cache-Control", "no-store")
    response.headers.append("Cache-Control", "private")
    return "repeated"


@app.put("/headers")
def change(response: Response):
    response.headers["X-Shown"] = "changed"
    return {"changed": True}


@app.delete("/headers")
def remove():
    return {"removed": True}

from fastapi import Depends, FastAPI, Response
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, StreamingResponse

app = FastAPI()


def first(response: Response):
    response.headers["X-Order"] = "first"
    response.headers.append("X-Many", "1")
    response.status_code = 202


def second(response: Response):
    response.headers["X-Order"] = "second"
    response.headers.append("X-Many", "2")


def late(response: Response):
    yield "value"
    response.headers["X-Late"] = "too late"


@app.get("/merge", dependencies=[Depends(first), Depends(second)])
def merge(response: Response):
    response.headers["x-own"] = "café"
    response.headers.setdefault("X-Order", "never")
    response.set_cookie("k", "a b,c;d", max_age=3600, httponly=True, samesite="strict")
    response.delete_cookie("old", domain="example.com")
    return {"a": 1}


@app.get("/direct", dependencies=[Depends(first)])
def direct(response: Response):
    response.headers["X-Lost"] = "1"
    return JSONResponse({"b": 2}, status_code=201, headers={"X-Kept": "1"})


@app.get("/late")
def late_write(value=Depends(late)):
    return value


@app.get("/status", status_code=201)
def status(response: Response, code: int = 0):
    if code:
        response.status_code = code
    return [1, 2]


@app.get("/nobody", status_code=204)
def nobody():
    return None


@app.get("/html", response_class=HTMLResponse)
def html():
    return "<p>hé</p>"


@app.get("/text")
def text():
    return PlainTextResponse("plain", headers={"content-type": "text/x-own"})


@app.get("/away")
def away():
    return RedirectResponse("/merge?q=ü b", status_code=303)


@app.get("/stream")
def stream():
    def chunks():
        yield "a"
        yield b"b"

    return StreamingResponse(chunks(), media_type="text/csv")


@app.get("/removed")
def removed(response: Response):
    response.headers["X-A"] = "1"
    response.headers["X-B"] = "2"
    del response.headers["X-A"]
    return "text"

"""Redirects: within the origin, to the server's other name, with and without a change of method."""

from fastapi import FastAPI, Request, Response
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import RedirectResponse

app = FastAPI()

app.add_middleware(
    CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "POST", "PUT"], expose_headers=["X-End", "Location"]
)


@app.get("/end")
def end(response: Response):
    response.headers["X-End"] = "here"
    return {"end": True}


@app.post("/end")
def end_of_post(response: Response):
    response.headers["X-End"] = "posted"
    return {"end": "post"}


@app.get("/same")
def same():
    return RedirectResponse("/end")


@app.get("/away")
def away(request: Request):
    return RedirectResponse(f"http://localhost:{request.url.port}/end")


@app.post("/see-other")
def see_other():
    return RedirectResponse("/end", status_code=303)


@app.post("/keep")
def keep():
    return RedirectResponse("/end", status_code=307)


@app.get("/nowhere")
def nowhere():
    return RedirectResponse("foo://bar")


@app.get("/empty")
def empty():
    return Response(status_code=302)

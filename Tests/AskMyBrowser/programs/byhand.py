"""CORS headers set by hand, as people do, some of them wrong."""

from fastapi import FastAPI, Request, Response

app = FastAPI()


@app.get("/echo")
def echo(request: Request, response: Response):
    response.headers["Access-Control-Allow-Origin"] = request.headers.get("origin", "*")
    response.headers["Access-Control-Allow-Credentials"] = "true"
    response.headers["Access-Control-Expose-Headers"] = "X-One, *"
    response.headers["X-One"] = "1"
    response.headers["X-Two"] = "2"
    return "echo"


@app.get("/slash")
def slash(request: Request, response: Response):
    response.headers["Access-Control-Allow-Origin"] = request.headers.get("origin", "") + "/"
    return "slash"


@app.get("/twice")
def twice(response: Response):
    response.headers.append("Access-Control-Allow-Origin", "*")
    response.headers.append("Access-Control-Allow-Origin", "*")
    return "twice"


@app.get("/null")
def null(response: Response):
    response.headers["Access-Control-Allow-Origin"] = "null"
    response.headers["Access-Control-Expose-Headers"] = "X-One"
    response.headers["X-One"] = "1"
    return "null"


@app.get("/unparsable")
def unparsable(response: Response):
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "X-One; X-Two"
    response.headers["X-One"] = "1"
    return "unparsable"


@app.get("/listed")
def listed(response: Response):
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers.append("Access-Control-Expose-Headers", ",X-One,,")
    response.headers.append("Access-Control-Expose-Headers", "x-two")
    response.headers["X-One"] = "1"
    response.headers["X-Two"] = "2"
    response.headers["X-Three"] = "3"
    return "listed"


@app.options("/{path:path}")
def preflight(path: str, response: Response):
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Allow-Methods"] = "PUT"
    response.headers["Access-Control-Allow-Headers"] = "x-token"
    return None


@app.put("/listed")
def put(response: Response):
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "X-One"
    response.headers["X-One"] = "put"
    return "put"


@app.get("/corp")
def resource_policy(response: Response):
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return "only for my own origin"


@app.get("/corp-site")
def same_site_policy(response: Response):
    response.headers["Cross-Origin-Resource-Policy"] = "same-site"
    return "only for my own site"

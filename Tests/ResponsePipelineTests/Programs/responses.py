import json
from fastapi import FastAPI, Response, BackgroundTasks
from fastapi.responses import (FileResponse, HTMLResponse, JSONResponse, ORJSONResponse, PlainTextResponse, RedirectResponse,
                               StreamingResponse, UJSONResponse)

app = FastAPI()

class XML(Response):
    media_type = "application/xml"

class Pretty(JSONResponse):
    media_type = "application/vnd.pretty+json"
    def render(self, content) -> bytes:
        return json.dumps(content, indent=2, sort_keys=True).encode("utf-8")

class Latin(PlainTextResponse):
    charset = "latin-1"

class Sub(JSONResponse):
    def __init__(self, content, **kwargs):
        super().__init__({"data": content}, **kwargs)
        self.headers["X-Sub"] = "yes"

class Strange(Response):
    def render(self, content):
        return str(content).encode()

class Renderer:
    def __init__(self, x): self.x = x
    def dict(self): return self.x

@app.get("/xml")
def xml(): return XML("<a/>")
@app.get("/xml2", response_class=XML)
def xml2(): return "<b/>"
@app.get("/pretty", response_class=Pretty)
def pretty(): return {"b": 1, "a": [1, {"z": None}]}
@app.get("/latin")
def latin(): return Latin("caf\u00e9")
@app.get("/sub", response_class=Sub, status_code=201)
def sub(): return [1]
@app.get("/sub2")
def sub2(): return Sub([2], status_code=202, headers={"X-H": "h"})
@app.get("/strange", response_class=Strange)
def strange(): return {"a": 1}
@app.get("/html", response_class=HTMLResponse)
def html(): return "<p>\u20ac</p>"
@app.get("/html2")
def html2(): return HTMLResponse(b"<p>", status_code=404, headers={"Content-Type": "text/x"})
@app.get("/plain", response_class=PlainTextResponse)
def plain(): return "x"
@app.get("/plainint", response_class=PlainTextResponse)
def plainint(): return 5
@app.get("/redir", response_class=RedirectResponse)
def redir(): return "https://example.com/\u00e9?a=b c&d#f"
@app.get("/redir2", response_class=RedirectResponse, status_code=302)
def redir2(): return "/rel%20ative"
@app.get("/redir3")
def redir3(): return RedirectResponse(url="/a", status_code=301, headers={"location": "ignored", "X-A": "b"})
@app.get("/stream")
def stream(): return StreamingResponse(iter([b"a", "b", b"c"]), media_type="text/plain")
@app.get("/stream2")
async def stream2():
    async def gen():
        for i in range(3):
            yield f"{i}\n"
    return StreamingResponse(gen(), status_code=206, headers={"X-S": "1"}, media_type="text/csv")
@app.get("/stream3", response_class=StreamingResponse)
def stream3():
    yield b"1"
    yield b"2"
@app.get("/stream4", response_class=StreamingResponse)
async def stream4(response: Response):
    response.headers["X-T"] = "t"
    response.status_code = 202
    yield "a"
    yield "b"
@app.get("/streamlen")
def streamlen(): return StreamingResponse(iter(["ab", "c"]), headers={"Content-Length": "3"})
@app.get("/streamfail")
def streamfail():
    def gen():
        yield "one"
        raise ValueError("mid")
    return StreamingResponse(gen())
@app.get("/streamfail0")
def streamfail0():
    def gen():
        raise ValueError("mid")
        yield "one"
    return StreamingResponse(gen())
@app.get("/streamempty")
def streamempty(): return StreamingResponse(iter([]))
@app.get("/streambad")
def streambad(): return StreamingResponse(iter([5]))
@app.get("/streamlist")
def streamlist(): return StreamingResponse(["a", "b"])
@app.get("/streamstr")
def streamstr(): return StreamingResponse("abc")
@app.get("/streambytes")
def streambytes(): return StreamingResponse(b"abc")
@app.get("/streamint")
def streamint(): return StreamingResponse(5)
@app.get("/orjson")
def orjson_(): return ORJSONResponse({"a": 1})
@app.get("/ujson", response_class=UJSONResponse)
def ujson_(): return {"a": 1}
@app.get("/file")
def file(): return FileResponse("no-such-file.txt")
@app.get("/filearg")
def filearg():
    r = FileResponse("no-such-file.txt", filename="x.txt", headers={"X": "1"})
    return {"h": [list(x) for x in [(a.decode(), b.decode()) for a, b in r.raw_headers]], "m": r.media_type}
@app.get("/none")
def none(): return None
@app.get("/empty")
def empty(): return Response()
@app.get("/bytes")
def bytes_(): return Response(content=b"\x00\xff", media_type="application/octet-stream")
@app.get("/dictresp")
def dictresp(): return Response({"a": 1})
@app.get("/nan")
def nan(): return JSONResponse({"a": float("nan")})
@app.get("/nanmodel")
def nanmodel(): return {"a": float("nan")}
@app.get("/attrs")
def attrs():
    r = JSONResponse({"a": 1}, status_code=201, media_type="application/x")
    return [r.status_code, r.media_type, r.charset, r.body.decode(), r.background, dict(r.headers), isinstance(r, Response)]
@app.get("/bodychange")
def bodychange():
    r = PlainTextResponse("abc")
    r.body = b"abcdef"
    return r
@app.get("/bodychange2")
def bodychange2():
    r = PlainTextResponse("abc")
    r.body = b"abcdef"
    r.headers["content-length"] = str(len(r.body))
    r.status_code = 418
    return r
@app.get("/init")
def init():
    r = Response("x", headers={"A": "b"})
    r.init_headers({"C": "d"})
    return r
@app.get("/s204", status_code=204)
def s204(): pass
@app.get("/s204b")
def s204b(): return Response(status_code=204)
@app.get("/s304")
def s304(): return Response("body", status_code=304)
@app.get("/s204c")
def s204c(response: Response):
    response.status_code = 204
    return {"a": 1}
@app.get("/badstatus")
def badstatus(): return Response(status_code="200")
@app.get("/ctype")
def ctype(): return Response("x", media_type="text/plain; charset=utf-16")
@app.get("/cls")
def cls(): return [JSONResponse.media_type, HTMLResponse.media_type, Response.media_type, Response.charset, JSONResponse.__name__, JSONResponse.__module__]

from fastapi import FastAPI, Response, Request
from fastapi.responses import JSONResponse, PlainTextResponse
from starlette.datastructures import Headers, MutableHeaders

app = FastAPI()

@app.get("/mapping")
def mapping(response: Response):
    h = response.headers
    h["X-A"] = "1"
    h.append("X-A", "2")
    h.setdefault("X-A", "3")
    h.setdefault("X-B", "b")
    h.update({"X-C": "c", "x-a": "4"})
    h |= {"X-D": "d"}
    h.add_vary_header("Accept")
    h.add_vary_header("Origin")
    copy = h.mutablecopy()
    copy["X-Not"] = "no"
    del h["X-C"]
    del h["x-missing"]
    return {"keys": h.keys(), "values": h.values(), "items": h.items(), "list": h.getlist("x-a"), "get": h.get("nope", "dflt"),
            "in": "X-B" in h, "notin": 5 in h, "len": len(h), "iter": list(h), "repr": repr(h), "dict": dict(h), "eq": h == h.mutablecopy(), "raw": [[a.decode(), b.decode()] for a, b in h.raw],
            "copy": repr(copy)}

@app.get("/raw")
def raw(response: Response):
    response.raw_headers.append((b"x-raw", b"yes"))
    response.headers.raw.append((b"x-raw2", b"yes2"))
    response.raw_headers.insert(0, (b"x-first", b"0"))
    return len(response.raw_headers)

@app.get("/rawdirect")
def rawdirect():
    r = JSONResponse({"a": 1}, headers={"X-One": "1"})
    r.raw_headers.append((b"X-Upper", b"kept"))
    r.raw_headers += [(b"x-more", b"m")]
    r.raw_headers = r.raw_headers + [(b"x-set", b"s")]
    return r

@app.get("/rawfilter")
def rawfilter():
    r = PlainTextResponse("x")
    r.raw_headers = [(k, v) for k, v in r.raw_headers if k != b"content-length"]
    return r

@app.get("/errors/{kind}")
def errors(kind: str, response: Response):
    h = response.headers
    try:
        if kind == "key":
            h["missing"]
        elif kind == "none":
            h["x"] = None
        elif kind == "int":
            h["x"] = 5
        elif kind == "uni":
            h["x"] = "\u20ac"
        elif kind == "or":
            h | 5
        elif kind == "ior":
            h |= 5
        elif kind == "intkey":
            h[5] = "x"
    except Exception as e:
        return {"type": type(e).__name__, "str": str(e), "args": repr(e.args)}
    return "fine"

@app.get("/or")
def or_(response: Response):
    h = response.headers | {"X-New": "n"}
    return repr(h)

@app.get("/make")
def make():
    a = Headers({"A": "1", "b": "2"})
    b = Headers(raw=[(b"a", b"1"), (b"a", b"2")])
    c = MutableHeaders(a)
    c["Z"] = "9"
    return [repr(a), repr(b), repr(c), a["A"], b.getlist("A"), a == Headers({"a": "1", "B": "2"}), str(b.keys()), a.get("q")]

@app.get("/req")
def req(request: Request):
    h = request.headers
    out = [h.get("host"), h["host"], "Host" in h, sorted(h.keys()), h.getlist("x-q"), type(h).__name__]
    try:
        h["x"] = "1"
    except TypeError as e:
        out.append(str(e))
    m = h.mutablecopy()
    m["x"] = "1"
    out.append(m["x"])
    return out

@app.get("/for")
def for_(response: Response):
    for i, name in enumerate(("X-1", "X-2")):
        response.headers[name] = str(i)
    response.headers.update(response.headers)
    response.headers.update(Headers({"q": "1"}))
    return [f"{k}={v}" for k, v in response.headers.items()]

CASES = []
def case(*a, **k): pass
def req(*a, **k): return b''
def js(*a, **k): return b''
"""Topic 1: the injected (temporal) Response parameter: header order, case, mutation API, encoding, illegal bytes."""
from fastapi import FastAPI, Response
from starlette.datastructures import MutableHeaders
from starlette.background import BackgroundTask
app = FastAPI()
@app.get("/plain")
async def plain():
    return {"a": 1}
@app.get("/one")
async def one(response: Response):
    response.headers["X-Cat-Dog"] = "Alone In The World"
    return {"a": 1}
@app.get("/order")
async def order(response: Response):
    response.headers["X-B"] = "1"
    response.headers["X-A"] = "2"
    response.set_cookie("k", "v")
    response.headers["X-C"] = "3"
    response.headers["X-B"] = "4"      # in-place update, keeps position
    return {"a": 1}
@app.get("/sync")
def sync_ep(response: Response):
    response.headers["X-Sync"] = "1"
    return {"a": 1}
@app.get("/set_ct")
async def set_ct(response: Response):
    response.headers["content-type"] = "text/plain"
    return {"a": 1}
@app.get("/set_cl_same")
async def set_cl_same(response: Response):
    response.headers["content-length"] = "7"
    return {"a": 1}
@app.get("/set_cl_big")
async def set_cl_big(response: Response):
    response.headers["content-length"] = "99"
    return {"a": 1}
@app.get("/set_cl_small")
async def set_cl_small(response: Response):
    response.headers["content-length"] = "3"
    return {"a": 1}
@app.get("/set_cl_bad")
async def set_cl_bad(response: Response):
    response.headers["content-length"] = "abc"
    return {"a": 1}
@app.get("/append")
async def append(response: Response):
    response.headers.append("X-A", "1")
    response.headers.append("x-a", "2")
    response.headers.append("X-B", "3")
    return None
@app.get("/append_then_set")
async def append_then_set(response: Response):
    response.headers.append("X-A", "1")
    response.headers.append("X-B", "b")
    response.headers.append("X-A", "2")
    response.headers["x-A"] = "3"
    return None
@app.get("/setdefault")
async def setdefault(response: Response):
    a = response.headers.setdefault("X-A", "1")
    b = response.headers.setdefault("x-a", "2")
    c = response.headers.setdefault("Content-Type", "text/plain")   # temporal has no content-type!
    return [a, b, c]
@app.get("/update")
async def update(response: Response):
    response.headers["x-a"] = "0"
    response.headers.update({"X-A": "1", "X-B": "2"})
    return None
@app.get("/update_list")
async def update_list(response: Response):
    response.headers.update([("X-A", "1")])
    return None
@app.get("/update_kw")
async def update_kw(response: Response):
    response.headers.update(x_a="1")
    return None
@app.get("/update_multi")
async def update_multi(response: Response):
    m = MutableHeaders()
    m.append("x-a", "1")
    m.append("x-a", "2")
    response.headers.update(m)
    return None
@app.get("/ior")
async def ior(response: Response):
    h = response.headers
    h |= {"X-A": "1", "X-B": "2"}
    return None
@app.get("/ior_bad")
async def ior_bad(response: Response):
    h = response.headers
    h |= [("X-A", "1")]
    return None
@app.get("/ior_attr")
async def ior_attr(response: Response):
    response.headers |= {"X-A": "1"}
    return None
@app.get("/or_")
async def or_(response: Response):
    new = response.headers | {"X-A": "1"}
    return new.raw[0][0].decode()
@app.get("/assign_headers")
async def assign_headers(response: Response):
    response.headers = {"X-A": "1"}
    return None
@app.get("/delete")
async def delete(response: Response):
    response.headers.append("X-A", "1")
    response.headers.append("X-A", "2")
    response.headers["X-B"] = "3"
    del response.headers["x-A"]
    del response.headers["not-there"]           # no error
    return None
@app.get("/delete_ct")
async def delete_ct(response: Response):
    del response.headers["content-type"]
    del response.headers["content-length"]
    return None
@app.get("/pop")
async def pop(response: Response):
    response.headers["X-A"] = "1"
    response.headers.pop("X-A")
    return None
@app.get("/introspect")
async def introspect(response: Response):
    before = [list(map(bytes.decode, kv)) for kv in response.headers.raw]
    return {"initial": before, "status": response.status_code, "body": response.body.decode(), "media_type": response.media_type,
            "type": type(response).__name__}
@app.get("/int_value")
async def int_value(response: Response):
    response.headers["X-A"] = 5
    return None
@app.get("/none_value")
async def none_value(response: Response):
    response.headers["X-A"] = None
    return None
@app.get("/bytes_value")
async def bytes_value(response: Response):
    response.headers["X-A"] = b"abc"
    return None
@app.get("/latin1")
async def latin1(response: Response):
    response.headers["X-A"] = "caf\u00e9 \u00ff"
    return None
@app.get("/nonlatin")
async def nonlatin(response: Response):
    response.headers["X-Before"] = "1"
    response.headers["X-A"] = "\u20ac"
    return None
@app.get("/nonlatin_caught")
async def nonlatin_caught(response: Response):
    try:
        response.headers["X-A"] = "\u20ac"
    except UnicodeEncodeError:
        response.headers["X-A"] = "EUR"
    return None
@app.get("/name_latin1")
async def name_latin1(response: Response):
    response.headers["X-\u00c9"] = "1"
    return None
@app.get("/name_kelvin")
async def name_kelvin(response: Response):
    response.headers["X-\u212a"] = "1"          # KELVIN SIGN lower() == 'k'
    return None
for n, v in {"space": "x a", "colon": "x:a", "empty": "", "lf": "x\na", "under": "x_a", "slash": "x/a", "at": "x@a", "paren": "x(a)",
             "quote": 'x"a', "tilde": "x~a", "del": "x\x7fa", "trail": "x-a ", "excl": "x!#$%&'*+-.^_`|~9"}.items():
    def mk(v):
        async def name_ep(response: Response):
            response.headers[v] = "1"
            return None
        return name_ep
    app.add_api_route(f"/name_{n}", mk(v))
    case(f"/name_{n}", f"header name {v!r}", code=f"response.headers[{v!r}] = '1'")
for n, v in {"cr": "a\rb", "lf": "a\nb", "crlf": "a\r\nx-injected: 1", "nul": "a\0b", "tab": "a\tb", "lead_sp": " a", "trail_sp": "a ",
             "lead_tab": "\ta", "del": "a\x7fb", "ctl1": "a\x01b", "vt": "a\x0bb", "ff": "a\x0cb", "esc": "a\x1bb", "nel": "a\x85b", "nbsp": "a\xa0b",
             "empty": "", "only_sp": " ", "dbl_sp": "a  b", "trail_lf": "a\n"}.items():
    def mk(v):
        async def value_ep(response: Response):
            response.headers["x-a"] = v
            return None
        return value_ep
    app.add_api_route(f"/value_{n}", mk(v))
    case(f"/value_{n}", f"header value {v!r}", code=f"response.headers['x-a'] = {v!r}")
@app.get("/vary")
async def vary(response: Response):
    response.headers.add_vary_header("Accept")
    response.headers["X-A"] = "1"
    response.headers.add_vary_header("Origin")
    response.headers.add_vary_header("Accept")
    return None
@app.get("/vary_append")
async def vary_append(response: Response):
    response.headers.append("Vary", "A")
    response.headers["X-A"] = "1"
    response.headers.append("Vary", "B, C")
    response.headers.add_vary_header("D")
    return None
@app.get("/te_chunked")
async def te_chunked(response: Response):
    response.headers["Transfer-Encoding"] = "chunked"
    return {"a": 1}
@app.get("/te_gzip")
async def te_gzip(response: Response):
    response.headers["Transfer-Encoding"] = "gzip"
    return {"a": 1}
@app.get("/conn_close")
async def conn_close(response: Response):
    response.headers["Connection"] = "close"
    response.headers["X-After"] = "1"
    return {"a": 1}
@app.get("/conn_keep")
async def conn_keep(response: Response):
    response.headers["Connection"] = "keep-alive"
    return {"a": 1}
@app.get("/conn_multi")
async def conn_multi(response: Response):
    response.headers["Connection"] = "Foo, Close"
    response.headers["X-After"] = "1"
    return {"a": 1}
@app.get("/date_server")
async def date_server(response: Response):
    response.headers["Date"] = "Thu, 01 Jan 1970 00:00:00 GMT"
    response.headers["Server"] = "mine"
    return {"a": 1}
@app.get("/host")
async def host(response: Response):
    response.headers["X-A"] = "1"
    response.headers["Host"] = "example.org"
    return {"a": 1}
@app.get("/raw_append")
async def raw_append(response: Response):
    response.headers.raw.append((b"X-Raw-Case", b"Value"))
    return {"a": 1}
@app.get("/raw_then_set")
async def raw_then_set(response: Response):
    response.headers.raw.append((b"X-Raw", b"1"))
    response.headers["X-Raw"] = "2"          # comparison is on lower-case bytes: no match
    return [response.headers.get("x-raw")]
@app.get("/raw_headers_list")
async def raw_headers_list(response: Response):
    response.raw_headers.append((b"x-a", b"1"))
    return {"a": 1}
@app.get("/raw_headers_replace")
async def raw_headers_replace(response: Response):
    response.headers["x-before"] = "1"
    response.raw_headers = [(b"x-a", b"1")]
    response.set_cookie("c", "1")
    response.headers["x-after"] = "1"
    return {"a": 1}
@app.get("/init_headers")
async def init_headers(response: Response):
    response.headers["x-before"] = "1"
    response.init_headers({"x-a": "1"})
    return {"a": 1}
@app.get("/temporal_attrs")
async def temporal_attrs(response: Response):
    response.body = b"other"
    response.media_type = "text/plain"
    response.charset = "latin-1"
    response.background = BackgroundTask(print, "never")
    return {"a": 1}
@app.get("/set_cookie_header")
async def set_cookie_header(response: Response):
    response.set_cookie("a", "1")
    response.set_cookie("b", "2")
    response.headers["Set-Cookie"] = "c=3"
    return None
@app.get("/set_cookie_header_first")
async def set_cookie_header_first(response: Response):
    response.headers["Set-Cookie"] = "c=3"
    response.set_cookie("a", "1")
    return None
@app.get("/two_params")
async def two_params(r1: Response, r2: Response):
    return None
@app.get("/long")
async def long(response: Response):
    response.headers["X-L"] = "a" * 20000
    return None

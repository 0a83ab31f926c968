from fastapi import FastAPI, Request, Response, HTTPException, Depends, APIRouter
from fastapi.responses import *
from fastapi.exceptions import *
from starlette.exceptions import HTTPException as SHE
app = FastAPI(exception_handlers={ValueError: lambda request, exc: PlainTextResponse(f"value {exc}", 400)})
class A(Exception):
    status = 430
    def __str__(self): return "A!"
class B(A): pass
class C(B, KeyError): pass
class H(HTTPException):
    def __init__(self, **kw): super().__init__(status_code=451, detail="legal", headers={"X-H": "h"}); self.kw = kw
class SH(SHE): pass
@app.exception_handler(A)
def ha(request: Request, exc: A): return JSONResponse({"a": str(exc), "t": type(exc).__name__, "s": exc.status}, exc.status)
@app.exception_handler(LookupError)
async def hl(request, exc): return JSONResponse({"lookup": repr(exc)}, 404)
@app.exception_handler(SHE)
async def hs(request, exc): return JSONResponse({"she": exc.detail, "s": exc.status_code, "r": repr(exc), "str": str(exc)}, exc.status_code, exc.headers)
@app.exception_handler(451)
async def h451(request, exc): return PlainTextResponse("451 " + repr(getattr(exc, "kw", None)), 451, headers=exc.headers)
@app.exception_handler(Exception)
async def he(request, exc):
    r = JSONResponse({"exc": type(exc).__name__, "args": [str(a) for a in exc.args], "cause": repr(exc.__cause__), "ctx": repr(exc.__context__)}, 500)
    r.headers["x-exc"] = request.url.path; return r
@app.exception_handler(ExceptionGroup)
async def hg(request, exc): return JSONResponse({"group": [repr(e) for e in exc.exceptions], "m": exc.message}, 500)
@app.get("/r/{k}")
def r(k: str):
    match k:
        case "a": raise A
        case "b": raise B(1)
        case "c": raise C("k")
        case "key": return {}["x"]
        case "index": return [][1]
        case "value": int("x")
        case "uni": b"\xff".decode()
        case "type": return 1 + "a"
        case "attr": return None.x
        case "zero": return 1 % 0
        case "h": raise H(q=1)
        case "sh": raise SH(402, "pay")
        case "sh2": raise SHE(499)
        case "http": raise HTTPException(404)
        case "none": raise HTTPException(500, None)
        case "cause":
            try: 1 / 0
            except ZeroDivisionError as e: raise RuntimeError("wrapped") from e
        case "ctx":
            try: {}["a"]
            except KeyError: raise OSError(2, "no")
        case "group": raise ExceptionGroup("g", [ValueError(1), A()])
        case "assert": assert k == "z", "not z"
        case "stop": raise StopIteration(5)
        case "stopa": raise StopAsyncIteration
        case "gen": raise GeneratorExit
        case "rec":
            def f(): return f()
            f()
        case "name": return undefined_name
        case "val": raise RequestValidationError([{"loc": ("x",), "msg": "m", "type": "t"}], body={"b": 1})
        case "rval": raise ResponseValidationError([{"a": 1}])
        case "ni": raise NotImplementedError
        case "to": raise TimeoutError
        case "notexc": raise 5
        case "ret": return HTTPException(400, "returned")
        case "cls": raise HTTPException
@app.get("/a/{k}")
async def ra(k: str): return r(k)

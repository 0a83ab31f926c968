CASES = []
def case(*a, **k): pass
def req(*a, **k): return b''
def js(*a, **k): return b''
"""Topic 8: request validation bodies, parameter conversion, routing, redirects, 404/405, root_path."""
import datetime as dt, enum, uuid, decimal
from typing import Annotated, Any, Literal, Optional, Union
from fastapi import APIRouter, Body, Cookie, Depends, FastAPI, File, Form, Header, HTTPException, Path, Query, Request, Response, UploadFile
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator
app = FastAPI()
class Color(enum.Enum):
    red = "red"
    blue = "blue"
class Num(enum.IntEnum):
    one = 1
TYPES = {"int": int, "float": float, "bool": bool, "str": str, "date": dt.date, "datetime": dt.datetime, "time": dt.time, "timedelta": dt.timedelta, "uuid": uuid.UUID, "decimal": decimal.Decimal,
         "enum": Color, "intenum": Num, "literal": Literal["a", "b"], "optint": Optional[int], "union": Union[int, str], "listint": list[int], "bytes": bytes}
for n, t in TYPES.items():
    def mk(t):
        async def ep(response: Response, q=None):
            response.headers["x-type"] = type(q).__name__
            return q
        ep.__annotations__["q"] = t
        ep.__defaults__ = (Query(),)
        return ep
    app.add_api_route(f"/q/{n}", mk(t))
async def gt(q: Annotated[int, Query(gt=5)]):
    return q
app.add_api_route('/c/gt', gt)
async def ge(q: Annotated[int, Query(ge=5)]):
    return q
app.add_api_route('/c/ge', ge)
async def lt(q: Annotated[float, Query(lt=5)]):
    return q
app.add_api_route('/c/lt', lt)
async def le(q: Annotated[float, Query(le=5.5)]):
    return q
app.add_api_route('/c/le', le)
async def multiple_of(q: Annotated[int, Query(multiple_of=3)]):
    return q
app.add_api_route('/c/multiple_of', multiple_of)
async def minlen(q: Annotated[str, Query(min_length=3)]):
    return q
app.add_api_route('/c/minlen', minlen)
async def minlen1(q: Annotated[str, Query(min_length=1)]):
    return q
app.add_api_route('/c/minlen1', minlen1)
async def maxlen(q: Annotated[str, Query(max_length=3)]):
    return q
app.add_api_route('/c/maxlen', maxlen)
async def pattern(q: Annotated[str, Query(pattern='^a+$')]):
    return q
app.add_api_route('/c/pattern', pattern)
async def listmin(q: Annotated[list[int], Query(min_length=2)]):
    return q
app.add_api_route('/c/listmin', listmin)
async def deflt(q: Annotated[int, Query()] = 7):
    return q
app.add_api_route('/c/deflt', deflt)
async def optdef(q: Annotated[int | None, Query()] = None):
    return q
app.add_api_route('/c/optdef', optdef)
async def alias(q: Annotated[int, Query(alias='item-query')]):
    return q
app.add_api_route('/c/alias', alias)
async def finite(q: Annotated[float, Query(allow_inf_nan=False)]):
    return q
app.add_api_route('/c/finite', finite)
async def strict(q: Annotated[int, Query(strict=True)]):
    return q
app.add_api_route('/c/strict', strict)
async def maxdigits(q: Annotated[decimal.Decimal, Query(max_digits=3, decimal_places=1)]):
    return q
app.add_api_route('/c/maxdigits', maxdigits)
async def setlist(q: Annotated[set[str], Query()]):
    return q
app.add_api_route('/c/setlist', setlist)
def odd(v: int) -> int:
    if v % 2 == 0:
        raise ValueError("must be odd")
    return v
def asrt(v: int) -> int:
    assert v > 3, "too small"
    return v
async def valueerr(q: Annotated[int, AfterValidator(odd), Query()]):
    return q
app.add_api_route('/c/valueerr', valueerr)
async def asserterr(q: Annotated[int, AfterValidator(asrt), Query()]):
    return q
app.add_api_route('/c/asserterr', asserterr)
@app.get("/h1")
async def h1(user_agent: Annotated[str | None, Header()] = None, x_token: Annotated[list[str] | None, Header()] = None, strange_header: Annotated[str | None, Header(convert_underscores=False)] = None,
             ali: Annotated[str | None, Header(alias="X-Ali_As")] = None):
    return [user_agent, x_token, strange_header, ali]
@app.get("/h2")
async def h2(x_num: Annotated[int, Header()]):
    return x_num
@app.get("/ck")
async def ck(sid: Annotated[str | None, Cookie()] = None, n: Annotated[int, Cookie()] = 0):
    return [sid, n]
@app.get("/ck_req")
async def ck_req(ads_id: Annotated[str, Cookie()]):
    return ads_id
class CommonH(BaseModel):
    model_config = ConfigDict(extra="forbid")
    host: str
    save_data: bool
    x_tag: list[str] = []
@app.get("/hm")
async def hm(h: Annotated[CommonH, Header()]):
    return h
class QM(BaseModel):
    model_config = ConfigDict(extra="forbid")
    limit: int = Field(100, gt=0, le=100)
    order_by: Literal["a", "b"] = "a"
    tags: list[str] = []
@app.get("/qm")
async def qm(f: Annotated[QM, Query()]):
    return f
@app.get("/p/int/{x}")
async def p_int(x: int):
    return x
@app.get("/p/path/{x:path}")
async def p_path(x: str):
    return x
@app.get("/p/cint/{x:int}")
async def p_cint(x: int):
    return x
@app.get("/p/cfloat/{x:float}")
async def p_cfloat(x: float):
    return x
@app.get("/p/cuuid/{x:uuid}")
async def p_cuuid(x: uuid.UUID):
    return x
@app.get("/p/str/{x}")
async def p_str(x: str):
    return x
@app.get("/p/dot/{a}.{b}")
async def p_dot(a: str, b: str):
    return [a, b]
@app.get("/users/me")
async def users_me():
    return "me"
@app.get("/users/{uid}")
async def users_id(uid: str):
    return uid
@app.get("/users2/{uid}")
async def users2_id(uid: int):
    return uid
@app.get("/users2/me")
async def users2_me():
    return "me"
@app.post("/users2/me")
async def users2_me_post():
    return "post me"
@app.get("/slash/")
async def slash():
    return "slash"
@app.get("/noslash")
async def noslash():
    return "noslash"
@app.post("/slashpost/")
async def slashpost():
    return "x"
@app.get("/sp ace/")
async def sp_ace():
    return 1
@app.get("/u\u00e9/")
async def ue():
    return 1
class Item(BaseModel):
    name: str
    price: float
    tags: list[int] = []
@app.post("/b")
async def b(item: Item):
    return item
J = "/b"
@app.post("/b2")
async def b2(item: Item, importance: Annotated[int, Body()], q: int, x_h: Annotated[str, Header()]):
    return [item, importance, q]
@app.post("/b3")
async def b3(item: Annotated[Item, Body(embed=True)]):
    return item
@app.post("/b4")
async def b4(items: list[Item]):
    return items
@app.post("/b5")
async def b5(u: Union[Item, int]):
    return u
@app.post("/f")
async def f(a: Annotated[str, Form()], n: Annotated[int, Form()] = 3):
    return [a, n]
@app.post("/up")
async def up(file: UploadFile):
    return [file.filename, file.size, file.content_type]
class Upper(BaseModel):
    a: str

    @field_validator("a")
    @classmethod
    def chk(cls, v):
        if v != v.upper():
            raise ValueError("must be upper")
        return v
@app.post("/val")
async def val(u: Upper):
    return u
@app.get("/multi/{p}")
async def multi(p: int, q: int, x_h: Annotated[int, Header()], c: Annotated[int, Cookie()], response: Response):
    response.headers["x-a"] = "1"
    return 1
sub = FastAPI()
@sub.get("/x")
async def sub_x(request: Request):
    return [request.scope["root_path"], request.scope["path"], str(request.url), str(request.base_url)]
@sub.get("/y/")
async def sub_y():
    return 1
app.mount("/sub", sub)
rapp = FastAPI(root_path="/api")
@rapp.get("/x")
async def rx(request: Request):
    return [request.scope["root_path"], request.scope["path"], str(request.url)]
@rapp.get("/y/")
async def ry():
    return 1
uapp = FastAPI()
@uapp.get("/x")
async def ux(request: Request):
    return [request.scope["root_path"], request.scope["path"], str(request.url)]
@uapp.get("/y/")
async def uy():
    return 1
nored = FastAPI(redirect_slashes=False)
@nored.get("/slash/")
async def nored_slash():
    return 1
capp = FastAPI()
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse
from starlette.exceptions import HTTPException as SHTTPException
@capp.exception_handler(RequestValidationError)
async def rve(request, exc):
    return PlainTextResponse(str(exc.errors()), 400, headers={"x-v": "1"})
@capp.exception_handler(404)
async def nf404(request, exc):
    return JSONResponse({"custom": exc.detail}, 404)
@capp.exception_handler(SHTTPException)
async def sh(request, exc):
    return PlainTextResponse(f"S:{exc.detail}", exc.status_code, headers=exc.headers)
@capp.get("/v/{x}")
async def v(x: int):
    return x
@capp.get("/he")
async def he():
    raise HTTPException(403, "no", headers={"x-e": "1"})
lax = FastAPI(strict_content_type=False)
@lax.post("/b")
async def laxb(item: Item):
    return item

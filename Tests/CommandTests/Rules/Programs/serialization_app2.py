import collections, dataclasses, datetime as dt, decimal, enum, ipaddress, math, pathlib, re, uuid
from typing import Any, Optional, Union, Literal, NamedTuple
from typing_extensions import TypedDict
from fastapi import FastAPI, Response
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse
from pydantic import BaseModel, SecretStr, AnyUrl, HttpUrl, Json, Base64Bytes, ByteSize, ConfigDict
app = FastAPI()
app2 = FastAPI(default_response_class=JSONResponse)
class Color(enum.Enum):
    RED = "red"
class Num(enum.IntEnum):
    ONE = 1
class StrE(str, enum.Enum):
    X = "x"
@dataclasses.dataclass
class DC:
    a: int
    b: Any = None
class NT(NamedTuple):
    a: int
    b: str
class TD(TypedDict):
    a: int
class BM(BaseModel):
    a: int
    b: Any = None
class Obj:
    def __init__(self):
        self.x = 1
        self._y = 2
class Slots:
    __slots__ = ("x",)
T = dt.timezone.utc
@app.get("/rc_html", response_class=HTMLResponse)
async def rc_html(response: Response):
    response.headers["x-a"] = "1"
    return "<p>\u00e9</p>"
@app.get("/rc_html_none", response_class=HTMLResponse)
async def rc_html_none():
    return None
@app.get("/rc_html_dict", response_class=HTMLResponse)
async def rc_html_dict():
    return {"a": 1}
@app.get("/rc_plain_int", response_class=PlainTextResponse)
async def rc_plain_int():
    return 5
@app.get("/rc_plain_bytes", response_class=PlainTextResponse)
async def rc_plain_bytes():
    return b"\xc3\xa9"
@app.get("/rc_plain_bytes_bad", response_class=PlainTextResponse)
async def rc_plain_bytes_bad():
    return b"\xff"
@app.get("/rc_plain_ann", response_class=PlainTextResponse)
async def rc_plain_ann() -> str:
    return "x"
@app.get("/rc_plain_ann_int", response_class=PlainTextResponse)
async def rc_plain_ann_int() -> str:
    return 5
@app.get("/rc_response", response_class=Response)
async def rc_response():
    return "x"
@app.get("/rc_dict", response_class=Response)
async def rc_dict():
    return {"a": 1}
@app.get("/str_json")
async def str_json():
    return "x"
@app.get("/str_json_ann")
async def str_json_ann() -> str:
    return "x"
@app2.get("/def_float")
async def def_float() -> float:
    return 1e-05
@app.get("/dep_float")
async def dep_float() -> float:
    return 1e-05
@app.get("/list_models_n")
async def list_models_n():
    return {"d": BM(a=1, b=1e16), "t": dt.timedelta(seconds=90), "m": BM(a=1, b=dt.timedelta(seconds=90)), "dec": decimal.Decimal("1.10"), "mdec": BM(a=1, b=decimal.Decimal("1.10"))}
D = decimal.Decimal



app = app2

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


@app.get("/f_1_0/n")
async def route_f_1_0_n():
    return 1.0

@app.get("/f_1_0/a", response_model=float)
async def route_f_1_0_a():
    return 1.0

@app.get("/f_1_0/j", response_model=float, response_class=JSONResponse)
async def route_f_1_0_j():
    return 1.0

@app.get("/f_1_0/y", response_model=Any)
async def route_f_1_0_y():
    return 1.0

@app.get("/f__0_0/n")
async def route_f__0_0_n():
    return -0.0

@app.get("/f__0_0/a", response_model=float)
async def route_f__0_0_a():
    return -0.0

@app.get("/f__0_0/j", response_model=float, response_class=JSONResponse)
async def route_f__0_0_j():
    return -0.0

@app.get("/f__0_0/y", response_model=Any)
async def route_f__0_0_y():
    return -0.0

@app.get("/f_0_1/n")
async def route_f_0_1_n():
    return 0.1

@app.get("/f_0_1/a", response_model=float)
async def route_f_0_1_a():
    return 0.1

@app.get("/f_0_1/j", response_model=float, response_class=JSONResponse)
async def route_f_0_1_j():
    return 0.1

@app.get("/f_0_1/y", response_model=Any)
async def route_f_0_1_y():
    return 0.1

@app.get("/f_1_5/n")
async def route_f_1_5_n():
    return 1.5

@app.get("/f_1_5/a", response_model=float)
async def route_f_1_5_a():
    return 1.5

@app.get("/f_1_5/j", response_model=float, response_class=JSONResponse)
async def route_f_1_5_j():
    return 1.5

@app.get("/f_1_5/y", response_model=Any)
async def route_f_1_5_y():
    return 1.5

@app.get("/f_100_0/n")
async def route_f_100_0_n():
    return 100.0

@app.get("/f_100_0/a", response_model=float)
async def route_f_100_0_a():
    return 100.0

@app.get("/f_100_0/j", response_model=float, response_class=JSONResponse)
async def route_f_100_0_j():
    return 100.0

@app.get("/f_100_0/y", response_model=Any)
async def route_f_100_0_y():
    return 100.0

@app.get("/f_1e15/n")
async def route_f_1e15_n():
    return 1e15

@app.get("/f_1e15/a", response_model=float)
async def route_f_1e15_a():
    return 1e15

@app.get("/f_1e15/j", response_model=float, response_class=JSONResponse)
async def route_f_1e15_j():
    return 1e15

@app.get("/f_1e15/y", response_model=Any)
async def route_f_1e15_y():
    return 1e15

@app.get("/f_1e16/n")
async def route_f_1e16_n():
    return 1e16

@app.get("/f_1e16/a", response_model=float)
async def route_f_1e16_a():
    return 1e16

@app.get("/f_1e16/j", response_model=float, response_class=JSONResponse)
async def route_f_1e16_j():
    return 1e16

@app.get("/f_1e16/y", response_model=Any)
async def route_f_1e16_y():
    return 1e16

@app.get("/f_1e17/n")
async def route_f_1e17_n():
    return 1e17

@app.get("/f_1e17/a", response_model=float)
async def route_f_1e17_a():
    return 1e17

@app.get("/f_1e17/j", response_model=float, response_class=JSONResponse)
async def route_f_1e17_j():
    return 1e17

@app.get("/f_1e17/y", response_model=Any)
async def route_f_1e17_y():
    return 1e17

@app.get("/f_123456789012345680_0/n")
async def route_f_123456789012345680_0_n():
    return 123456789012345680.0

@app.get("/f_123456789012345680_0/a", response_model=float)
async def route_f_123456789012345680_0_a():
    return 123456789012345680.0

@app.get("/f_123456789012345680_0/j", response_model=float, response_class=JSONResponse)
async def route_f_123456789012345680_0_j():
    return 123456789012345680.0

@app.get("/f_123456789012345680_0/y", response_model=Any)
async def route_f_123456789012345680_0_y():
    return 123456789012345680.0

@app.get("/f_1e21/n")
async def route_f_1e21_n():
    return 1e21

@app.get("/f_1e21/a", response_model=float)
async def route_f_1e21_a():
    return 1e21

@app.get("/f_1e21/j", response_model=float, response_class=JSONResponse)
async def route_f_1e21_j():
    return 1e21

@app.get("/f_1e21/y", response_model=Any)
async def route_f_1e21_y():
    return 1e21

@app.get("/f_1e22/n")
async def route_f_1e22_n():
    return 1e22

@app.get("/f_1e22/a", response_model=float)
async def route_f_1e22_a():
    return 1e22

@app.get("/f_1e22/j", response_model=float, response_class=JSONResponse)
async def route_f_1e22_j():
    return 1e22

@app.get("/f_1e22/y", response_model=Any)
async def route_f_1e22_y():
    return 1e22

@app.get("/f_1e23/n")
async def route_f_1e23_n():
    return 1e23

@app.get("/f_1e23/a", response_model=float)
async def route_f_1e23_a():
    return 1e23

@app.get("/f_1e23/j", response_model=float, response_class=JSONResponse)
async def route_f_1e23_j():
    return 1e23

@app.get("/f_1e23/y", response_model=Any)
async def route_f_1e23_y():
    return 1e23

@app.get("/f_1e_4/n")
async def route_f_1e_4_n():
    return 1e-4

@app.get("/f_1e_4/a", response_model=float)
async def route_f_1e_4_a():
    return 1e-4

@app.get("/f_1e_4/j", response_model=float, response_class=JSONResponse)
async def route_f_1e_4_j():
    return 1e-4

@app.get("/f_1e_4/y", response_model=Any)
async def route_f_1e_4_y():
    return 1e-4

@app.get("/f_1e_5/n")
async def route_f_1e_5_n():
    return 1e-5

@app.get("/f_1e_5/a", response_model=float)
async def route_f_1e_5_a():
    return 1e-5

@app.get("/f_1e_5/j", response_model=float, response_class=JSONResponse)
async def route_f_1e_5_j():
    return 1e-5

@app.get("/f_1e_5/y", response_model=Any)
async def route_f_1e_5_y():
    return 1e-5

@app.get("/f_1e_6/n")
async def route_f_1e_6_n():
    return 1e-6

@app.get("/f_1e_6/a", response_model=float)
async def route_f_1e_6_a():
    return 1e-6

@app.get("/f_1e_6/j", response_model=float, response_class=JSONResponse)
async def route_f_1e_6_j():
    return 1e-6

@app.get("/f_1e_6/y", response_model=Any)
async def route_f_1e_6_y():
    return 1e-6

@app.get("/f_1e_7/n")
async def route_f_1e_7_n():
    return 1e-7

@app.get("/f_1e_7/a", response_model=float)
async def route_f_1e_7_a():
    return 1e-7

@app.get("/f_1e_7/j", response_model=float, response_class=JSONResponse)
async def route_f_1e_7_j():
    return 1e-7

@app.get("/f_1e_7/y", response_model=Any)
async def route_f_1e_7_y():
    return 1e-7

@app.get("/f_1_5e_7/n")
async def route_f_1_5e_7_n():
    return 1.5e-7

@app.get("/f_1_5e_7/a", response_model=float)
async def route_f_1_5e_7_a():
    return 1.5e-7

@app.get("/f_1_5e_7/j", response_model=float, response_class=JSONResponse)
async def route_f_1_5e_7_j():
    return 1.5e-7

@app.get("/f_1_5e_7/y", response_model=Any)
async def route_f_1_5e_7_y():
    return 1.5e-7

@app.get("/f_5e_324/n")
async def route_f_5e_324_n():
    return 5e-324

@app.get("/f_5e_324/a", response_model=float)
async def route_f_5e_324_a():
    return 5e-324

@app.get("/f_5e_324/j", response_model=float, response_class=JSONResponse)
async def route_f_5e_324_j():
    return 5e-324

@app.get("/f_5e_324/y", response_model=Any)
async def route_f_5e_324_y():
    return 5e-324

@app.get("/f_1_7976931348623157e308/n")
async def route_f_1_7976931348623157e308_n():
    return 1.7976931348623157e308

@app.get("/f_1_7976931348623157e308/a", response_model=float)
async def route_f_1_7976931348623157e308_a():
    return 1.7976931348623157e308

@app.get("/f_1_7976931348623157e308/j", response_model=float, response_class=JSONResponse)
async def route_f_1_7976931348623157e308_j():
    return 1.7976931348623157e308

@app.get("/f_1_7976931348623157e308/y", response_model=Any)
async def route_f_1_7976931348623157e308_y():
    return 1.7976931348623157e308

@app.get("/f_0_1_0_2/n")
async def route_f_0_1_0_2_n():
    return 0.1+0.2

@app.get("/f_0_1_0_2/a", response_model=float)
async def route_f_0_1_0_2_a():
    return 0.1+0.2

@app.get("/f_0_1_0_2/j", response_model=float, response_class=JSONResponse)
async def route_f_0_1_0_2_j():
    return 0.1+0.2

@app.get("/f_0_1_0_2/y", response_model=Any)
async def route_f_0_1_0_2_y():
    return 0.1+0.2

@app.get("/f_3_141592653589793/n")
async def route_f_3_141592653589793_n():
    return 3.141592653589793

@app.get("/f_3_141592653589793/a", response_model=float)
async def route_f_3_141592653589793_a():
    return 3.141592653589793

@app.get("/f_3_141592653589793/j", response_model=float, response_class=JSONResponse)
async def route_f_3_141592653589793_j():
    return 3.141592653589793

@app.get("/f_3_141592653589793/y", response_model=Any)
async def route_f_3_141592653589793_y():
    return 3.141592653589793

@app.get("/f_1e100/n")
async def route_f_1e100_n():
    return 1e100

@app.get("/f_1e100/a", response_model=float)
async def route_f_1e100_a():
    return 1e100

@app.get("/f_1e100/j", response_model=float, response_class=JSONResponse)
async def route_f_1e100_j():
    return 1e100

@app.get("/f_1e100/y", response_model=Any)
async def route_f_1e100_y():
    return 1e100

@app.get("/f_12345678_9/n")
async def route_f_12345678_9_n():
    return 12345678.9

@app.get("/f_12345678_9/a", response_model=float)
async def route_f_12345678_9_a():
    return 12345678.9

@app.get("/f_12345678_9/j", response_model=float, response_class=JSONResponse)
async def route_f_12345678_9_j():
    return 12345678.9

@app.get("/f_12345678_9/y", response_model=Any)
async def route_f_12345678_9_y():
    return 12345678.9

@app.get("/f_float__nan__/n")
async def route_f_float__nan___n():
    return float('nan')

@app.get("/f_float__nan__/a", response_model=float)
async def route_f_float__nan___a():
    return float('nan')

@app.get("/f_float__nan__/j", response_model=float, response_class=JSONResponse)
async def route_f_float__nan___j():
    return float('nan')

@app.get("/f_float__nan__/y", response_model=Any)
async def route_f_float__nan___y():
    return float('nan')

@app.get("/f_float__inf__/n")
async def route_f_float__inf___n():
    return float('inf')

@app.get("/f_float__inf__/a", response_model=float)
async def route_f_float__inf___a():
    return float('inf')

@app.get("/f_float__inf__/j", response_model=float, response_class=JSONResponse)
async def route_f_float__inf___j():
    return float('inf')

@app.get("/f_float__inf__/y", response_model=Any)
async def route_f_float__inf___y():
    return float('inf')

@app.get("/f_float___inf__/n")
async def route_f_float___inf___n():
    return float('-inf')

@app.get("/f_float___inf__/a", response_model=float)
async def route_f_float___inf___a():
    return float('-inf')

@app.get("/f_float___inf__/j", response_model=float, response_class=JSONResponse)
async def route_f_float___inf___j():
    return float('-inf')

@app.get("/f_float___inf__/y", response_model=Any)
async def route_f_float___inf___y():
    return float('-inf')

@app.get("/i_0/n")
async def route_i_0_n():
    return 0

@app.get("/i_0/a", response_model=int)
async def route_i_0_a():
    return 0

@app.get("/i_0/j", response_model=int, response_class=JSONResponse)
async def route_i_0_j():
    return 0

@app.get("/i_0/y", response_model=Any)
async def route_i_0_y():
    return 0

@app.get("/i__1/n")
async def route_i__1_n():
    return -1

@app.get("/i__1/a", response_model=int)
async def route_i__1_a():
    return -1

@app.get("/i__1/j", response_model=int, response_class=JSONResponse)
async def route_i__1_j():
    return -1

@app.get("/i__1/y", response_model=Any)
async def route_i__1_y():
    return -1

@app.get("/i_2__53/n")
async def route_i_2__53_n():
    return 2**53

@app.get("/i_2__53/a", response_model=int)
async def route_i_2__53_a():
    return 2**53

@app.get("/i_2__53/j", response_model=int, response_class=JSONResponse)
async def route_i_2__53_j():
    return 2**53

@app.get("/i_2__53/y", response_model=Any)
async def route_i_2__53_y():
    return 2**53

@app.get("/i_2__63/n")
async def route_i_2__63_n():
    return 2**63

@app.get("/i_2__63/a", response_model=int)
async def route_i_2__63_a():
    return 2**63

@app.get("/i_2__63/j", response_model=int, response_class=JSONResponse)
async def route_i_2__63_j():
    return 2**63

@app.get("/i_2__63/y", response_model=Any)
async def route_i_2__63_y():
    return 2**63

@app.get("/i_2__64/n")
async def route_i_2__64_n():
    return 2**64

@app.get("/i_2__64/a", response_model=int)
async def route_i_2__64_a():
    return 2**64

@app.get("/i_2__64/j", response_model=int, response_class=JSONResponse)
async def route_i_2__64_j():
    return 2**64

@app.get("/i_2__64/y", response_model=Any)
async def route_i_2__64_y():
    return 2**64

@app.get("/i_10__30/n")
async def route_i_10__30_n():
    return 10**30

@app.get("/i_10__30/a", response_model=int)
async def route_i_10__30_a():
    return 10**30

@app.get("/i_10__30/j", response_model=int, response_class=JSONResponse)
async def route_i_10__30_j():
    return 10**30

@app.get("/i_10__30/y", response_model=Any)
async def route_i_10__30_y():
    return 10**30

@app.get("/i_True/n")
async def route_i_True_n():
    return True

@app.get("/i_True/a", response_model=bool)
async def route_i_True_a():
    return True

@app.get("/i_True/j", response_model=bool, response_class=JSONResponse)
async def route_i_True_j():
    return True

@app.get("/i_True/y", response_model=Any)
async def route_i_True_y():
    return True

@app.get("/int_as_float/n")
async def route_int_as_float_n():
    return 1

@app.get("/int_as_float/a", response_model=float)
async def route_int_as_float_a():
    return 1

@app.get("/int_as_float/j", response_model=float, response_class=JSONResponse)
async def route_int_as_float_j():
    return 1

@app.get("/int_as_float/y", response_model=Any)
async def route_int_as_float_y():
    return 1

@app.get("/float_as_int/n")
async def route_float_as_int_n():
    return 1.0

@app.get("/float_as_int/a", response_model=int)
async def route_float_as_int_a():
    return 1.0

@app.get("/float_as_int/j", response_model=int, response_class=JSONResponse)
async def route_float_as_int_j():
    return 1.0

@app.get("/float_as_int/y", response_model=Any)
async def route_float_as_int_y():
    return 1.0

@app.get("/none/n")
async def route_none_n():
    return None

@app.get("/none/j", response_model=Any, response_class=JSONResponse)
async def route_none_j():
    return None

@app.get("/none/y", response_model=Any)
async def route_none_y():
    return None

@app.get("/none_opt/n")
async def route_none_opt_n():
    return None

@app.get("/none_opt/a", response_model=Optional[int])
async def route_none_opt_a():
    return None

@app.get("/none_opt/j", response_model=Optional[int], response_class=JSONResponse)
async def route_none_opt_j():
    return None

@app.get("/none_opt/y", response_model=Any)
async def route_none_opt_y():
    return None

@app.get("/s_empty/n")
async def route_s_empty_n():
    return ''

@app.get("/s_empty/a", response_model=str)
async def route_s_empty_a():
    return ''

@app.get("/s_empty/j", response_model=str, response_class=JSONResponse)
async def route_s_empty_j():
    return ''

@app.get("/s_empty/y", response_model=Any)
async def route_s_empty_y():
    return ''

@app.get("/s_ascii/n")
async def route_s_ascii_n():
    return 'abc'

@app.get("/s_ascii/a", response_model=str)
async def route_s_ascii_a():
    return 'abc'

@app.get("/s_ascii/j", response_model=str, response_class=JSONResponse)
async def route_s_ascii_j():
    return 'abc'

@app.get("/s_ascii/y", response_model=Any)
async def route_s_ascii_y():
    return 'abc'

@app.get("/s_quote/n")
async def route_s_quote_n():
    return 'a"b'

@app.get("/s_quote/a", response_model=str)
async def route_s_quote_a():
    return 'a"b'

@app.get("/s_quote/j", response_model=str, response_class=JSONResponse)
async def route_s_quote_j():
    return 'a"b'

@app.get("/s_quote/y", response_model=Any)
async def route_s_quote_y():
    return 'a"b'

@app.get("/s_backslash/n")
async def route_s_backslash_n():
    return 'a\\b'

@app.get("/s_backslash/a", response_model=str)
async def route_s_backslash_a():
    return 'a\\b'

@app.get("/s_backslash/j", response_model=str, response_class=JSONResponse)
async def route_s_backslash_j():
    return 'a\\b'

@app.get("/s_backslash/y", response_model=Any)
async def route_s_backslash_y():
    return 'a\\b'

@app.get("/s_slash/n")
async def route_s_slash_n():
    return 'a/b'

@app.get("/s_slash/a", response_model=str)
async def route_s_slash_a():
    return 'a/b'

@app.get("/s_slash/j", response_model=str, response_class=JSONResponse)
async def route_s_slash_j():
    return 'a/b'

@app.get("/s_slash/y", response_model=Any)
async def route_s_slash_y():
    return 'a/b'

@app.get("/s_ctl/n")
async def route_s_ctl_n():
    return '\x00\x01\x07\x08\t\n\x0b\x0c\r\x1b\x1f'

@app.get("/s_ctl/a", response_model=str)
async def route_s_ctl_a():
    return '\x00\x01\x07\x08\t\n\x0b\x0c\r\x1b\x1f'

@app.get("/s_ctl/j", response_model=str, response_class=JSONResponse)
async def route_s_ctl_j():
    return '\x00\x01\x07\x08\t\n\x0b\x0c\r\x1b\x1f'

@app.get("/s_ctl/y", response_model=Any)
async def route_s_ctl_y():
    return '\x00\x01\x07\x08\t\n\x0b\x0c\r\x1b\x1f'

@app.get("/s_del/n")
async def route_s_del_n():
    return '\x7f'

@app.get("/s_del/a", response_model=str)
async def route_s_del_a():
    return '\x7f'

@app.get("/s_del/j", response_model=str, response_class=JSONResponse)
async def route_s_del_j():
    return '\x7f'

@app.get("/s_del/y", response_model=Any)
async def route_s_del_y():
    return '\x7f'

@app.get("/s_eacute/n")
async def route_s_eacute_n():
    return 'café'

@app.get("/s_eacute/a", response_model=str)
async def route_s_eacute_a():
    return 'café'

@app.get("/s_eacute/j", response_model=str, response_class=JSONResponse)
async def route_s_eacute_j():
    return 'café'

@app.get("/s_eacute/y", response_model=Any)
async def route_s_eacute_y():
    return 'café'

@app.get("/s_euro/n")
async def route_s_euro_n():
    return '€'

@app.get("/s_euro/a", response_model=str)
async def route_s_euro_a():
    return '€'

@app.get("/s_euro/j", response_model=str, response_class=JSONResponse)
async def route_s_euro_j():
    return '€'

@app.get("/s_euro/y", response_model=Any)
async def route_s_euro_y():
    return '€'

@app.get("/s_emoji/n")
async def route_s_emoji_n():
    return '😀'

@app.get("/s_emoji/a", response_model=str)
async def route_s_emoji_a():
    return '😀'

@app.get("/s_emoji/j", response_model=str, response_class=JSONResponse)
async def route_s_emoji_j():
    return '😀'

@app.get("/s_emoji/y", response_model=Any)
async def route_s_emoji_y():
    return '😀'

@app.get("/s_ls_ps/n")
async def route_s_ls_ps_n():
    return '  '

@app.get("/s_ls_ps/a", response_model=str)
async def route_s_ls_ps_a():
    return '  '

@app.get("/s_ls_ps/j", response_model=str, response_class=JSONResponse)
async def route_s_ls_ps_j():
    return '  '

@app.get("/s_ls_ps/y", response_model=Any)
async def route_s_ls_ps_y():
    return '  '

@app.get("/s_html/n")
async def route_s_html_n():
    return '</script>&<>'

@app.get("/s_html/a", response_model=str)
async def route_s_html_a():
    return '</script>&<>'

@app.get("/s_html/j", response_model=str, response_class=JSONResponse)
async def route_s_html_j():
    return '</script>&<>'

@app.get("/s_html/y", response_model=Any)
async def route_s_html_y():
    return '</script>&<>'

@app.get("/s_c1/n")
async def route_s_c1_n():
    return '\x80\x9f'

@app.get("/s_c1/a", response_model=str)
async def route_s_c1_a():
    return '\x80\x9f'

@app.get("/s_c1/j", response_model=str, response_class=JSONResponse)
async def route_s_c1_j():
    return '\x80\x9f'

@app.get("/s_c1/y", response_model=Any)
async def route_s_c1_y():
    return '\x80\x9f'

@app.get("/s_bom/n")
async def route_s_bom_n():
    return '﻿'

@app.get("/s_bom/a", response_model=str)
async def route_s_bom_a():
    return '﻿'

@app.get("/s_bom/j", response_model=str, response_class=JSONResponse)
async def route_s_bom_j():
    return '﻿'

@app.get("/s_bom/y", response_model=Any)
async def route_s_bom_y():
    return '﻿'

@app.get("/s_surrogate/n")
async def route_s_surrogate_n():
    return '\ud800'

@app.get("/s_surrogate/a", response_model=str)
async def route_s_surrogate_a():
    return '\ud800'

@app.get("/s_surrogate/j", response_model=str, response_class=JSONResponse)
async def route_s_surrogate_j():
    return '\ud800'

@app.get("/s_surrogate/y", response_model=Any)
async def route_s_surrogate_y():
    return '\ud800'

@app.get("/s_nonchar/n")
async def route_s_nonchar_n():
    return '￿'

@app.get("/s_nonchar/a", response_model=str)
async def route_s_nonchar_a():
    return '￿'

@app.get("/s_nonchar/j", response_model=str, response_class=JSONResponse)
async def route_s_nonchar_j():
    return '￿'

@app.get("/s_nonchar/y", response_model=Any)
async def route_s_nonchar_y():
    return '￿'

@app.get("/datetime_naive/n")
async def route_datetime_naive_n():
    return dt.datetime(2024,1,2,3,4,5)

@app.get("/datetime_naive/a", response_model=dt.datetime)
async def route_datetime_naive_a():
    return dt.datetime(2024,1,2,3,4,5)

@app.get("/datetime_naive/j", response_model=dt.datetime, response_class=JSONResponse)
async def route_datetime_naive_j():
    return dt.datetime(2024,1,2,3,4,5)

@app.get("/datetime_naive/y", response_model=Any)
async def route_datetime_naive_y():
    return dt.datetime(2024,1,2,3,4,5)

@app.get("/datetime_us/n")
async def route_datetime_us_n():
    return dt.datetime(2024,1,2,3,4,5,120000)

@app.get("/datetime_us/a", response_model=dt.datetime)
async def route_datetime_us_a():
    return dt.datetime(2024,1,2,3,4,5,120000)

@app.get("/datetime_us/j", response_model=dt.datetime, response_class=JSONResponse)
async def route_datetime_us_j():
    return dt.datetime(2024,1,2,3,4,5,120000)

@app.get("/datetime_us/y", response_model=Any)
async def route_datetime_us_y():
    return dt.datetime(2024,1,2,3,4,5,120000)

@app.get("/datetime_us1/n")
async def route_datetime_us1_n():
    return dt.datetime(2024,1,2,3,4,5,1)

@app.get("/datetime_us1/a", response_model=dt.datetime)
async def route_datetime_us1_a():
    return dt.datetime(2024,1,2,3,4,5,1)

@app.get("/datetime_us1/j", response_model=dt.datetime, response_class=JSONResponse)
async def route_datetime_us1_j():
    return dt.datetime(2024,1,2,3,4,5,1)

@app.get("/datetime_us1/y", response_model=Any)
async def route_datetime_us1_y():
    return dt.datetime(2024,1,2,3,4,5,1)

@app.get("/datetime_utc/n")
async def route_datetime_utc_n():
    return dt.datetime(2024,1,2,3,4,5,tzinfo=T)

@app.get("/datetime_utc/a", response_model=dt.datetime)
async def route_datetime_utc_a():
    return dt.datetime(2024,1,2,3,4,5,tzinfo=T)

@app.get("/datetime_utc/j", response_model=dt.datetime, response_class=JSONResponse)
async def route_datetime_utc_j():
    return dt.datetime(2024,1,2,3,4,5,tzinfo=T)

@app.get("/datetime_utc/y", response_model=Any)
async def route_datetime_utc_y():
    return dt.datetime(2024,1,2,3,4,5,tzinfo=T)

@app.get("/datetime_off/n")
async def route_datetime_off_n():
    return dt.datetime(2024,1,2,3,4,5,tzinfo=dt.timezone(dt.timedelta(hours=5,minutes=30)))

@app.get("/datetime_off/a", response_model=dt.datetime)
async def route_datetime_off_a():
    return dt.datetime(2024,1,2,3,4,5,tzinfo=dt.timezone(dt.timedelta(hours=5,minutes=30)))

@app.get("/datetime_off/j", response_model=dt.datetime, response_class=JSONResponse)
async def route_datetime_off_j():
    return dt.datetime(2024,1,2,3,4,5,tzinfo=dt.timezone(dt.timedelta(hours=5,minutes=30)))

@app.get("/datetime_off/y", response_model=Any)
async def route_datetime_off_y():
    return dt.datetime(2024,1,2,3,4,5,tzinfo=dt.timezone(dt.timedelta(hours=5,minutes=30)))

@app.get("/datetime_negoff/n")
async def route_datetime_negoff_n():
    return dt.datetime(2024,1,2,3,4,5,tzinfo=dt.timezone(-dt.timedelta(hours=3)))

@app.get("/datetime_negoff/a", response_model=dt.datetime)
async def route_datetime_negoff_a():
    return dt.datetime(2024,1,2,3,4,5,tzinfo=dt.timezone(-dt.timedelta(hours=3)))

@app.get("/datetime_negoff/j", response_model=dt.datetime, response_class=JSONResponse)
async def route_datetime_negoff_j():
    return dt.datetime(2024,1,2,3,4,5,tzinfo=dt.timezone(-dt.timedelta(hours=3)))

@app.get("/datetime_negoff/y", response_model=Any)
async def route_datetime_negoff_y():
    return dt.datetime(2024,1,2,3,4,5,tzinfo=dt.timezone(-dt.timedelta(hours=3)))

@app.get("/datetime_y1/n")
async def route_datetime_y1_n():
    return dt.datetime(1,1,1)

@app.get("/datetime_y1/a", response_model=dt.datetime)
async def route_datetime_y1_a():
    return dt.datetime(1,1,1)

@app.get("/datetime_y1/j", response_model=dt.datetime, response_class=JSONResponse)
async def route_datetime_y1_j():
    return dt.datetime(1,1,1)

@app.get("/datetime_y1/y", response_model=Any)
async def route_datetime_y1_y():
    return dt.datetime(1,1,1)

@app.get("/date/n")
async def route_date_n():
    return dt.date(2024,1,2)

@app.get("/date/a", response_model=dt.date)
async def route_date_a():
    return dt.date(2024,1,2)

@app.get("/date/j", response_model=dt.date, response_class=JSONResponse)
async def route_date_j():
    return dt.date(2024,1,2)

@app.get("/date/y", response_model=Any)
async def route_date_y():
    return dt.date(2024,1,2)

@app.get("/time/n")
async def route_time_n():
    return dt.time(3,4,5)

@app.get("/time/a", response_model=dt.time)
async def route_time_a():
    return dt.time(3,4,5)

@app.get("/time/j", response_model=dt.time, response_class=JSONResponse)
async def route_time_j():
    return dt.time(3,4,5)

@app.get("/time/y", response_model=Any)
async def route_time_y():
    return dt.time(3,4,5)

@app.get("/time_us/n")
async def route_time_us_n():
    return dt.time(3,4,5,600)

@app.get("/time_us/a", response_model=dt.time)
async def route_time_us_a():
    return dt.time(3,4,5,600)

@app.get("/time_us/j", response_model=dt.time, response_class=JSONResponse)
async def route_time_us_j():
    return dt.time(3,4,5,600)

@app.get("/time_us/y", response_model=Any)
async def route_time_us_y():
    return dt.time(3,4,5,600)

@app.get("/time_utc/n")
async def route_time_utc_n():
    return dt.time(3,4,5,tzinfo=T)

@app.get("/time_utc/a", response_model=dt.time)
async def route_time_utc_a():
    return dt.time(3,4,5,tzinfo=T)

@app.get("/time_utc/j", response_model=dt.time, response_class=JSONResponse)
async def route_time_utc_j():
    return dt.time(3,4,5,tzinfo=T)

@app.get("/time_utc/y", response_model=Any)
async def route_time_utc_y():
    return dt.time(3,4,5,tzinfo=T)

@app.get("/timedelta_0/n")
async def route_timedelta_0_n():
    return dt.timedelta(0)

@app.get("/timedelta_0/a", response_model=dt.timedelta)
async def route_timedelta_0_a():
    return dt.timedelta(0)

@app.get("/timedelta_0/j", response_model=dt.timedelta, response_class=JSONResponse)
async def route_timedelta_0_j():
    return dt.timedelta(0)

@app.get("/timedelta_0/y", response_model=Any)
async def route_timedelta_0_y():
    return dt.timedelta(0)

@app.get("/timedelta_s/n")
async def route_timedelta_s_n():
    return dt.timedelta(seconds=1)

@app.get("/timedelta_s/a", response_model=dt.timedelta)
async def route_timedelta_s_a():
    return dt.timedelta(seconds=1)

@app.get("/timedelta_s/j", response_model=dt.timedelta, response_class=JSONResponse)
async def route_timedelta_s_j():
    return dt.timedelta(seconds=1)

@app.get("/timedelta_s/y", response_model=Any)
async def route_timedelta_s_y():
    return dt.timedelta(seconds=1)

@app.get("/timedelta_ms/n")
async def route_timedelta_ms_n():
    return dt.timedelta(milliseconds=1500)

@app.get("/timedelta_ms/a", response_model=dt.timedelta)
async def route_timedelta_ms_a():
    return dt.timedelta(milliseconds=1500)

@app.get("/timedelta_ms/j", response_model=dt.timedelta, response_class=JSONResponse)
async def route_timedelta_ms_j():
    return dt.timedelta(milliseconds=1500)

@app.get("/timedelta_ms/y", response_model=Any)
async def route_timedelta_ms_y():
    return dt.timedelta(milliseconds=1500)

@app.get("/timedelta_mix/n")
async def route_timedelta_mix_n():
    return dt.timedelta(days=1,hours=2,minutes=3,seconds=4,microseconds=5)

@app.get("/timedelta_mix/a", response_model=dt.timedelta)
async def route_timedelta_mix_a():
    return dt.timedelta(days=1,hours=2,minutes=3,seconds=4,microseconds=5)

@app.get("/timedelta_mix/j", response_model=dt.timedelta, response_class=JSONResponse)
async def route_timedelta_mix_j():
    return dt.timedelta(days=1,hours=2,minutes=3,seconds=4,microseconds=5)

@app.get("/timedelta_mix/y", response_model=Any)
async def route_timedelta_mix_y():
    return dt.timedelta(days=1,hours=2,minutes=3,seconds=4,microseconds=5)

@app.get("/timedelta_neg/n")
async def route_timedelta_neg_n():
    return -dt.timedelta(seconds=90)

@app.get("/timedelta_neg/a", response_model=dt.timedelta)
async def route_timedelta_neg_a():
    return -dt.timedelta(seconds=90)

@app.get("/timedelta_neg/j", response_model=dt.timedelta, response_class=JSONResponse)
async def route_timedelta_neg_j():
    return -dt.timedelta(seconds=90)

@app.get("/timedelta_neg/y", response_model=Any)
async def route_timedelta_neg_y():
    return -dt.timedelta(seconds=90)

@app.get("/timedelta_day/n")
async def route_timedelta_day_n():
    return dt.timedelta(days=400)

@app.get("/timedelta_day/a", response_model=dt.timedelta)
async def route_timedelta_day_a():
    return dt.timedelta(days=400)

@app.get("/timedelta_day/j", response_model=dt.timedelta, response_class=JSONResponse)
async def route_timedelta_day_j():
    return dt.timedelta(days=400)

@app.get("/timedelta_day/y", response_model=Any)
async def route_timedelta_day_y():
    return dt.timedelta(days=400)

@app.get("/timedelta_us/n")
async def route_timedelta_us_n():
    return dt.timedelta(microseconds=1)

@app.get("/timedelta_us/a", response_model=dt.timedelta)
async def route_timedelta_us_a():
    return dt.timedelta(microseconds=1)

@app.get("/timedelta_us/j", response_model=dt.timedelta, response_class=JSONResponse)
async def route_timedelta_us_j():
    return dt.timedelta(microseconds=1)

@app.get("/timedelta_us/y", response_model=Any)
async def route_timedelta_us_y():
    return dt.timedelta(microseconds=1)

@app.get("/timedelta_negday/n")
async def route_timedelta_negday_n():
    return -dt.timedelta(days=1, seconds=1)

@app.get("/timedelta_negday/a", response_model=dt.timedelta)
async def route_timedelta_negday_a():
    return -dt.timedelta(days=1, seconds=1)

@app.get("/timedelta_negday/j", response_model=dt.timedelta, response_class=JSONResponse)
async def route_timedelta_negday_j():
    return -dt.timedelta(days=1, seconds=1)

@app.get("/timedelta_negday/y", response_model=Any)
async def route_timedelta_negday_y():
    return -dt.timedelta(days=1, seconds=1)

@app.get("/dec_1/n")
async def route_dec_1_n():
    return D('1')

@app.get("/dec_1/a", response_model=decimal.Decimal)
async def route_dec_1_a():
    return D('1')

@app.get("/dec_1/j", response_model=decimal.Decimal, response_class=JSONResponse)
async def route_dec_1_j():
    return D('1')

@app.get("/dec_1/y", response_model=Any)
async def route_dec_1_y():
    return D('1')

@app.get("/dec_1_0/n")
async def route_dec_1_0_n():
    return D('1.0')

@app.get("/dec_1_0/a", response_model=decimal.Decimal)
async def route_dec_1_0_a():
    return D('1.0')

@app.get("/dec_1_0/j", response_model=decimal.Decimal, response_class=JSONResponse)
async def route_dec_1_0_j():
    return D('1.0')

@app.get("/dec_1_0/y", response_model=Any)
async def route_dec_1_0_y():
    return D('1.0')

@app.get("/dec_1_10/n")
async def route_dec_1_10_n():
    return D('1.10')

@app.get("/dec_1_10/a", response_model=decimal.Decimal)
async def route_dec_1_10_a():
    return D('1.10')

@app.get("/dec_1_10/j", response_model=decimal.Decimal, response_class=JSONResponse)
async def route_dec_1_10_j():
    return D('1.10')

@app.get("/dec_1_10/y", response_model=Any)
async def route_dec_1_10_y():
    return D('1.10')

@app.get("/dec_1e3/n")
async def route_dec_1e3_n():
    return D('1E+3')

@app.get("/dec_1e3/a", response_model=decimal.Decimal)
async def route_dec_1e3_a():
    return D('1E+3')

@app.get("/dec_1e3/j", response_model=decimal.Decimal, response_class=JSONResponse)
async def route_dec_1e3_j():
    return D('1E+3')

@app.get("/dec_1e3/y", response_model=Any)
async def route_dec_1e3_y():
    return D('1E+3')

@app.get("/dec_1em3/n")
async def route_dec_1em3_n():
    return D('0.001')

@app.get("/dec_1em3/a", response_model=decimal.Decimal)
async def route_dec_1em3_a():
    return D('0.001')

@app.get("/dec_1em3/j", response_model=decimal.Decimal, response_class=JSONResponse)
async def route_dec_1em3_j():
    return D('0.001')

@app.get("/dec_1em3/y", response_model=Any)
async def route_dec_1em3_y():
    return D('0.001')

@app.get("/dec_big/n")
async def route_dec_big_n():
    return D('123456789012345678901234567890.123')

@app.get("/dec_big/a", response_model=decimal.Decimal)
async def route_dec_big_a():
    return D('123456789012345678901234567890.123')

@app.get("/dec_big/j", response_model=decimal.Decimal, response_class=JSONResponse)
async def route_dec_big_j():
    return D('123456789012345678901234567890.123')

@app.get("/dec_big/y", response_model=Any)
async def route_dec_big_y():
    return D('123456789012345678901234567890.123')

@app.get("/dec_nan/n")
async def route_dec_nan_n():
    return D('NaN')

@app.get("/dec_nan/a", response_model=decimal.Decimal)
async def route_dec_nan_a():
    return D('NaN')

@app.get("/dec_nan/j", response_model=decimal.Decimal, response_class=JSONResponse)
async def route_dec_nan_j():
    return D('NaN')

@app.get("/dec_nan/y", response_model=Any)
async def route_dec_nan_y():
    return D('NaN')

@app.get("/dec_neg0/n")
async def route_dec_neg0_n():
    return D('-0')

@app.get("/dec_neg0/a", response_model=decimal.Decimal)
async def route_dec_neg0_a():
    return D('-0')

@app.get("/dec_neg0/j", response_model=decimal.Decimal, response_class=JSONResponse)
async def route_dec_neg0_j():
    return D('-0')

@app.get("/dec_neg0/y", response_model=Any)
async def route_dec_neg0_y():
    return D('-0')

@app.get("/dec_int_big/n")
async def route_dec_int_big_n():
    return D('123456789012345678901234567890')

@app.get("/dec_int_big/a", response_model=decimal.Decimal)
async def route_dec_int_big_a():
    return D('123456789012345678901234567890')

@app.get("/dec_int_big/j", response_model=decimal.Decimal, response_class=JSONResponse)
async def route_dec_int_big_j():
    return D('123456789012345678901234567890')

@app.get("/dec_int_big/y", response_model=Any)
async def route_dec_int_big_y():
    return D('123456789012345678901234567890')

@app.get("/dec_1em10/n")
async def route_dec_1em10_n():
    return D('1E-10')

@app.get("/dec_1em10/a", response_model=decimal.Decimal)
async def route_dec_1em10_a():
    return D('1E-10')

@app.get("/dec_1em10/j", response_model=decimal.Decimal, response_class=JSONResponse)
async def route_dec_1em10_j():
    return D('1E-10')

@app.get("/dec_1em10/y", response_model=Any)
async def route_dec_1em10_y():
    return D('1E-10')

@app.get("/bytes_ascii/n")
async def route_bytes_ascii_n():
    return b'abc'

@app.get("/bytes_ascii/a", response_model=bytes)
async def route_bytes_ascii_a():
    return b'abc'

@app.get("/bytes_ascii/j", response_model=bytes, response_class=JSONResponse)
async def route_bytes_ascii_j():
    return b'abc'

@app.get("/bytes_ascii/y", response_model=Any)
async def route_bytes_ascii_y():
    return b'abc'

@app.get("/bytes_utf8/n")
async def route_bytes_utf8_n():
    return '€'.encode()

@app.get("/bytes_utf8/a", response_model=bytes)
async def route_bytes_utf8_a():
    return '€'.encode()

@app.get("/bytes_utf8/j", response_model=bytes, response_class=JSONResponse)
async def route_bytes_utf8_j():
    return '€'.encode()

@app.get("/bytes_utf8/y", response_model=Any)
async def route_bytes_utf8_y():
    return '€'.encode()

@app.get("/bytes_bad/n")
async def route_bytes_bad_n():
    return b'\xff'

@app.get("/bytes_bad/a", response_model=bytes)
async def route_bytes_bad_a():
    return b'\xff'

@app.get("/bytes_bad/j", response_model=bytes, response_class=JSONResponse)
async def route_bytes_bad_j():
    return b'\xff'

@app.get("/bytes_bad/y", response_model=Any)
async def route_bytes_bad_y():
    return b'\xff'

@app.get("/bytearray_/n")
async def route_bytearray__n():
    return bytearray(b'ab')

@app.get("/bytearray_/a", response_model=bytes)
async def route_bytearray__a():
    return bytearray(b'ab')

@app.get("/bytearray_/j", response_model=bytes, response_class=JSONResponse)
async def route_bytearray__j():
    return bytearray(b'ab')

@app.get("/bytearray_/y", response_model=Any)
async def route_bytearray__y():
    return bytearray(b'ab')

@app.get("/set_int/n")
async def route_set_int_n():
    return {3,1,2}

@app.get("/set_int/a", response_model=set[int])
async def route_set_int_a():
    return {3,1,2}

@app.get("/set_int/j", response_model=set[int], response_class=JSONResponse)
async def route_set_int_j():
    return {3,1,2}

@app.get("/set_int/y", response_model=Any)
async def route_set_int_y():
    return {3,1,2}

@app.get("/set_str/n")
async def route_set_str_n():
    return {'b','a','c'}

@app.get("/set_str/a", response_model=set[str])
async def route_set_str_a():
    return {'b','a','c'}

@app.get("/set_str/j", response_model=set[str], response_class=JSONResponse)
async def route_set_str_j():
    return {'b','a','c'}

@app.get("/set_str/y", response_model=Any)
async def route_set_str_y():
    return {'b','a','c'}

@app.get("/frozenset_/n")
async def route_frozenset__n():
    return frozenset([2,1])

@app.get("/frozenset_/a", response_model=frozenset[int])
async def route_frozenset__a():
    return frozenset([2,1])

@app.get("/frozenset_/j", response_model=frozenset[int], response_class=JSONResponse)
async def route_frozenset__j():
    return frozenset([2,1])

@app.get("/frozenset_/y", response_model=Any)
async def route_frozenset__y():
    return frozenset([2,1])

@app.get("/tuple_/n")
async def route_tuple__n():
    return (1,'a',None)

@app.get("/tuple_/a", response_model=tuple[int, str, None])
async def route_tuple__a():
    return (1,'a',None)

@app.get("/tuple_/j", response_model=tuple[int, str, None], response_class=JSONResponse)
async def route_tuple__j():
    return (1,'a',None)

@app.get("/tuple_/y", response_model=Any)
async def route_tuple__y():
    return (1,'a',None)

@app.get("/list_/n")
async def route_list__n():
    return [1, [2, [None]], {'a': None}]

@app.get("/list_/a", response_model=list)
async def route_list__a():
    return [1, [2, [None]], {'a': None}]

@app.get("/list_/j", response_model=list, response_class=JSONResponse)
async def route_list__j():
    return [1, [2, [None]], {'a': None}]

@app.get("/list_/y", response_model=Any)
async def route_list__y():
    return [1, [2, [None]], {'a': None}]

@app.get("/deque_/n")
async def route_deque__n():
    return collections.deque([1,2])

@app.get("/deque_/a", response_model=collections.deque)
async def route_deque__a():
    return collections.deque([1,2])

@app.get("/deque_/j", response_model=collections.deque, response_class=JSONResponse)
async def route_deque__j():
    return collections.deque([1,2])

@app.get("/deque_/y", response_model=Any)
async def route_deque__y():
    return collections.deque([1,2])

@app.get("/uuid_/n")
async def route_uuid__n():
    return uuid.UUID('12345678123456781234567812345678')

@app.get("/uuid_/a", response_model=uuid.UUID)
async def route_uuid__a():
    return uuid.UUID('12345678123456781234567812345678')

@app.get("/uuid_/j", response_model=uuid.UUID, response_class=JSONResponse)
async def route_uuid__j():
    return uuid.UUID('12345678123456781234567812345678')

@app.get("/uuid_/y", response_model=Any)
async def route_uuid__y():
    return uuid.UUID('12345678123456781234567812345678')

@app.get("/enum_/n")
async def route_enum__n():
    return Color.RED

@app.get("/enum_/a", response_model=Color)
async def route_enum__a():
    return Color.RED

@app.get("/enum_/j", response_model=Color, response_class=JSONResponse)
async def route_enum__j():
    return Color.RED

@app.get("/enum_/y", response_model=Any)
async def route_enum__y():
    return Color.RED

@app.get("/intenum/n")
async def route_intenum_n():
    return Num.ONE

@app.get("/intenum/a", response_model=Num)
async def route_intenum_a():
    return Num.ONE

@app.get("/intenum/j", response_model=Num, response_class=JSONResponse)
async def route_intenum_j():
    return Num.ONE

@app.get("/intenum/y", response_model=Any)
async def route_intenum_y():
    return Num.ONE

@app.get("/strenum/n")
async def route_strenum_n():
    return StrE.X

@app.get("/strenum/a", response_model=StrE)
async def route_strenum_a():
    return StrE.X

@app.get("/strenum/j", response_model=StrE, response_class=JSONResponse)
async def route_strenum_j():
    return StrE.X

@app.get("/strenum/y", response_model=Any)
async def route_strenum_y():
    return StrE.X

@app.get("/ipv4/n")
async def route_ipv4_n():
    return ipaddress.ip_address('1.2.3.4')

@app.get("/ipv4/a", response_model=ipaddress.IPv4Address)
async def route_ipv4_a():
    return ipaddress.ip_address('1.2.3.4')

@app.get("/ipv4/j", response_model=ipaddress.IPv4Address, response_class=JSONResponse)
async def route_ipv4_j():
    return ipaddress.ip_address('1.2.3.4')

@app.get("/ipv4/y", response_model=Any)
async def route_ipv4_y():
    return ipaddress.ip_address('1.2.3.4')

@app.get("/ipv6net/n")
async def route_ipv6net_n():
    return ipaddress.ip_network('::/64')

@app.get("/ipv6net/a", response_model=ipaddress.IPv6Network)
async def route_ipv6net_a():
    return ipaddress.ip_network('::/64')

@app.get("/ipv6net/j", response_model=ipaddress.IPv6Network, response_class=JSONResponse)
async def route_ipv6net_j():
    return ipaddress.ip_network('::/64')

@app.get("/ipv6net/y", response_model=Any)
async def route_ipv6net_y():
    return ipaddress.ip_network('::/64')

@app.get("/path_/n")
async def route_path__n():
    return pathlib.PurePosixPath('/a/b')

@app.get("/path_/a", response_model=pathlib.PurePosixPath)
async def route_path__a():
    return pathlib.PurePosixPath('/a/b')

@app.get("/path_/j", response_model=pathlib.PurePosixPath, response_class=JSONResponse)
async def route_path__j():
    return pathlib.PurePosixPath('/a/b')

@app.get("/path_/y", response_model=Any)
async def route_path__y():
    return pathlib.PurePosixPath('/a/b')

@app.get("/pattern/n")
async def route_pattern_n():
    return re.compile('a.*')

@app.get("/pattern/a", response_model=re.Pattern)
async def route_pattern_a():
    return re.compile('a.*')

@app.get("/pattern/j", response_model=re.Pattern, response_class=JSONResponse)
async def route_pattern_j():
    return re.compile('a.*')

@app.get("/pattern/y", response_model=Any)
async def route_pattern_y():
    return re.compile('a.*')

@app.get("/secret/n")
async def route_secret_n():
    return SecretStr('x')

@app.get("/secret/a", response_model=SecretStr)
async def route_secret_a():
    return SecretStr('x')

@app.get("/secret/j", response_model=SecretStr, response_class=JSONResponse)
async def route_secret_j():
    return SecretStr('x')

@app.get("/secret/y", response_model=Any)
async def route_secret_y():
    return SecretStr('x')

@app.get("/url/n")
async def route_url_n():
    return AnyUrl('http://e.org')

@app.get("/url/a", response_model=AnyUrl)
async def route_url_a():
    return AnyUrl('http://e.org')

@app.get("/url/j", response_model=AnyUrl, response_class=JSONResponse)
async def route_url_j():
    return AnyUrl('http://e.org')

@app.get("/url/y", response_model=Any)
async def route_url_y():
    return AnyUrl('http://e.org')

@app.get("/url_idn/n")
async def route_url_idn_n():
    return AnyUrl('http://bücher.de/ü?q=ü')

@app.get("/url_idn/a", response_model=AnyUrl)
async def route_url_idn_a():
    return AnyUrl('http://bücher.de/ü?q=ü')

@app.get("/url_idn/j", response_model=AnyUrl, response_class=JSONResponse)
async def route_url_idn_j():
    return AnyUrl('http://bücher.de/ü?q=ü')

@app.get("/url_idn/y", response_model=Any)
async def route_url_idn_y():
    return AnyUrl('http://bücher.de/ü?q=ü')

@app.get("/dataclass_/n")
async def route_dataclass__n():
    return DC(1, {2})

@app.get("/dataclass_/a", response_model=DC)
async def route_dataclass__a():
    return DC(1, {2})

@app.get("/dataclass_/j", response_model=DC, response_class=JSONResponse)
async def route_dataclass__j():
    return DC(1, {2})

@app.get("/dataclass_/y", response_model=Any)
async def route_dataclass__y():
    return DC(1, {2})

@app.get("/namedtuple_/n")
async def route_namedtuple__n():
    return NT(1, 'b')

@app.get("/namedtuple_/a", response_model=NT)
async def route_namedtuple__a():
    return NT(1, 'b')

@app.get("/namedtuple_/j", response_model=NT, response_class=JSONResponse)
async def route_namedtuple__j():
    return NT(1, 'b')

@app.get("/namedtuple_/y", response_model=Any)
async def route_namedtuple__y():
    return NT(1, 'b')

@app.get("/typeddict_/n")
async def route_typeddict__n():
    return {'a': '1', 'zzz': 2}

@app.get("/typeddict_/a", response_model=TD)
async def route_typeddict__a():
    return {'a': '1', 'zzz': 2}

@app.get("/typeddict_/j", response_model=TD, response_class=JSONResponse)
async def route_typeddict__j():
    return {'a': '1', 'zzz': 2}

@app.get("/typeddict_/y", response_model=Any)
async def route_typeddict__y():
    return {'a': '1', 'zzz': 2}

@app.get("/model/n")
async def route_model_n():
    return BM(a=1, b=[1.0, None, b'x'])

@app.get("/model/a", response_model=BM)
async def route_model_a():
    return BM(a=1, b=[1.0, None, b'x'])

@app.get("/model/j", response_model=BM, response_class=JSONResponse)
async def route_model_j():
    return BM(a=1, b=[1.0, None, b'x'])

@app.get("/model/y", response_model=Any)
async def route_model_y():
    return BM(a=1, b=[1.0, None, b'x'])

@app.get("/model_in_list/n")
async def route_model_in_list_n():
    return [BM(a=1)]

@app.get("/model_in_list/a", response_model=list[BM])
async def route_model_in_list_a():
    return [BM(a=1)]

@app.get("/model_in_list/j", response_model=list[BM], response_class=JSONResponse)
async def route_model_in_list_j():
    return [BM(a=1)]

@app.get("/model_in_list/y", response_model=Any)
async def route_model_in_list_y():
    return [BM(a=1)]

@app.get("/object_/n")
async def route_object__n():
    return Obj()

@app.get("/object_/j", response_model=Any, response_class=JSONResponse)
async def route_object__j():
    return Obj()

@app.get("/object_/y", response_model=Any)
async def route_object__y():
    return Obj()

@app.get("/slots_object/n")
async def route_slots_object_n():
    return Slots()

@app.get("/slots_object/j", response_model=Any, response_class=JSONResponse)
async def route_slots_object_j():
    return Slots()

@app.get("/slots_object/y", response_model=Any)
async def route_slots_object_y():
    return Slots()

@app.get("/complex_/n")
async def route_complex__n():
    return 1+2j

@app.get("/complex_/a", response_model=complex)
async def route_complex__a():
    return 1+2j

@app.get("/complex_/j", response_model=complex, response_class=JSONResponse)
async def route_complex__j():
    return 1+2j

@app.get("/complex_/y", response_model=Any)
async def route_complex__y():
    return 1+2j

@app.get("/generator_/n")
async def route_generator__n():
    return (i for i in range(2))

@app.get("/generator_/j", response_model=Any, response_class=JSONResponse)
async def route_generator__j():
    return (i for i in range(2))

@app.get("/generator_/y", response_model=Any)
async def route_generator__y():
    return (i for i in range(2))

@app.get("/range_/n")
async def route_range__n():
    return range(3)

@app.get("/range_/j", response_model=Any, response_class=JSONResponse)
async def route_range__j():
    return range(3)

@app.get("/range_/y", response_model=Any)
async def route_range__y():
    return range(3)

@app.get("/type_/n")
async def route_type__n():
    return int

@app.get("/type_/j", response_model=Any, response_class=JSONResponse)
async def route_type__j():
    return int

@app.get("/type_/y", response_model=Any)
async def route_type__y():
    return int

@app.get("/function_/n")
async def route_function__n():
    return len

@app.get("/function_/j", response_model=Any, response_class=JSONResponse)
async def route_function__j():
    return len

@app.get("/function_/y", response_model=Any)
async def route_function__y():
    return len

@app.get("/exception_/n")
async def route_exception__n():
    return ValueError('x')

@app.get("/exception_/j", response_model=Any, response_class=JSONResponse)
async def route_exception__j():
    return ValueError('x')

@app.get("/exception_/y", response_model=Any)
async def route_exception__y():
    return ValueError('x')

@app.get("/ellipsis_/n")
async def route_ellipsis__n():
    return ...

@app.get("/ellipsis_/j", response_model=Any, response_class=JSONResponse)
async def route_ellipsis__j():
    return ...

@app.get("/ellipsis_/y", response_model=Any)
async def route_ellipsis__y():
    return ...

@app.get("/key_int/n")
async def route_key_int_n():
    return {1: 'a'}

@app.get("/key_int/a", response_model=dict)
async def route_key_int_a():
    return {1: 'a'}

@app.get("/key_int/j", response_model=dict, response_class=JSONResponse)
async def route_key_int_j():
    return {1: 'a'}

@app.get("/key_int/y", response_model=Any)
async def route_key_int_y():
    return {1: 'a'}

@app.get("/key_float/n")
async def route_key_float_n():
    return {1.0: 'a', 1e16: 'b'}

@app.get("/key_float/a", response_model=dict)
async def route_key_float_a():
    return {1.0: 'a', 1e16: 'b'}

@app.get("/key_float/j", response_model=dict, response_class=JSONResponse)
async def route_key_float_j():
    return {1.0: 'a', 1e16: 'b'}

@app.get("/key_float/y", response_model=Any)
async def route_key_float_y():
    return {1.0: 'a', 1e16: 'b'}

@app.get("/key_none/n")
async def route_key_none_n():
    return {None: 1}

@app.get("/key_none/a", response_model=dict)
async def route_key_none_a():
    return {None: 1}

@app.get("/key_none/j", response_model=dict, response_class=JSONResponse)
async def route_key_none_j():
    return {None: 1}

@app.get("/key_none/y", response_model=Any)
async def route_key_none_y():
    return {None: 1}

@app.get("/key_bool/n")
async def route_key_bool_n():
    return {True: 1}

@app.get("/key_bool/a", response_model=dict)
async def route_key_bool_a():
    return {True: 1}

@app.get("/key_bool/j", response_model=dict, response_class=JSONResponse)
async def route_key_bool_j():
    return {True: 1}

@app.get("/key_bool/y", response_model=Any)
async def route_key_bool_y():
    return {True: 1}

@app.get("/key_enum/n")
async def route_key_enum_n():
    return {Color.RED: 1}

@app.get("/key_enum/a", response_model=dict)
async def route_key_enum_a():
    return {Color.RED: 1}

@app.get("/key_enum/j", response_model=dict, response_class=JSONResponse)
async def route_key_enum_j():
    return {Color.RED: 1}

@app.get("/key_enum/y", response_model=Any)
async def route_key_enum_y():
    return {Color.RED: 1}

@app.get("/key_tuple/n")
async def route_key_tuple_n():
    return {(1,2): 1}

@app.get("/key_tuple/a", response_model=dict)
async def route_key_tuple_a():
    return {(1,2): 1}

@app.get("/key_tuple/j", response_model=dict, response_class=JSONResponse)
async def route_key_tuple_j():
    return {(1,2): 1}

@app.get("/key_tuple/y", response_model=Any)
async def route_key_tuple_y():
    return {(1,2): 1}

@app.get("/key_date/n")
async def route_key_date_n():
    return {dt.date(2024,1,2): 1}

@app.get("/key_date/a", response_model=dict)
async def route_key_date_a():
    return {dt.date(2024,1,2): 1}

@app.get("/key_date/j", response_model=dict, response_class=JSONResponse)
async def route_key_date_j():
    return {dt.date(2024,1,2): 1}

@app.get("/key_date/y", response_model=Any)
async def route_key_date_y():
    return {dt.date(2024,1,2): 1}

@app.get("/key_uuid/n")
async def route_key_uuid_n():
    return {uuid.UUID(int=0): 1}

@app.get("/key_uuid/a", response_model=dict)
async def route_key_uuid_a():
    return {uuid.UUID(int=0): 1}

@app.get("/key_uuid/j", response_model=dict, response_class=JSONResponse)
async def route_key_uuid_j():
    return {uuid.UUID(int=0): 1}

@app.get("/key_uuid/y", response_model=Any)
async def route_key_uuid_y():
    return {uuid.UUID(int=0): 1}

@app.get("/key_bytes/n")
async def route_key_bytes_n():
    return {b'a': 1}

@app.get("/key_bytes/a", response_model=dict)
async def route_key_bytes_a():
    return {b'a': 1}

@app.get("/key_bytes/j", response_model=dict, response_class=JSONResponse)
async def route_key_bytes_j():
    return {b'a': 1}

@app.get("/key_bytes/y", response_model=Any)
async def route_key_bytes_y():
    return {b'a': 1}

@app.get("/key_sa/n")
async def route_key_sa_n():
    return {'_sa_x': 1, 'b': 2}

@app.get("/key_sa/a", response_model=dict)
async def route_key_sa_a():
    return {'_sa_x': 1, 'b': 2}

@app.get("/key_sa/j", response_model=dict, response_class=JSONResponse)
async def route_key_sa_j():
    return {'_sa_x': 1, 'b': 2}

@app.get("/key_sa/y", response_model=Any)
async def route_key_sa_y():
    return {'_sa_x': 1, 'b': 2}

@app.get("/key_order/n")
async def route_key_order_n():
    return {'b': 1, 'a': 2}

@app.get("/key_order/a", response_model=dict)
async def route_key_order_a():
    return {'b': 1, 'a': 2}

@app.get("/key_order/j", response_model=dict, response_class=JSONResponse)
async def route_key_order_j():
    return {'b': 1, 'a': 2}

@app.get("/key_order/y", response_model=Any)
async def route_key_order_y():
    return {'b': 1, 'a': 2}

@app.get("/key_dup/n")
async def route_key_dup_n():
    return {1: 'a', '1': 'b'}

@app.get("/key_dup/a", response_model=dict)
async def route_key_dup_a():
    return {1: 'a', '1': 'b'}

@app.get("/key_dup/j", response_model=dict, response_class=JSONResponse)
async def route_key_dup_j():
    return {1: 'a', '1': 'b'}

@app.get("/key_dup/y", response_model=Any)
async def route_key_dup_y():
    return {1: 'a', '1': 'b'}

@app.get("/key_nested/n")
async def route_key_nested_n():
    return {'a': {'b': {'c': None}}}

@app.get("/key_nested/a", response_model=dict)
async def route_key_nested_a():
    return {'a': {'b': {'c': None}}}

@app.get("/key_nested/j", response_model=dict, response_class=JSONResponse)
async def route_key_nested_j():
    return {'a': {'b': {'c': None}}}

@app.get("/key_nested/y", response_model=Any)
async def route_key_nested_y():
    return {'a': {'b': {'c': None}}}

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Annotated, Any, Literal, Optional, Union
from uuid import UUID
from fastapi import Body, Cookie, FastAPI, Header, Path, Query, Request
from pydantic import BaseModel, Field, AfterValidator, BeforeValidator

app = FastAPI()
class Color(str, Enum):
    red = "red"
    blue = "blue"
class Num(IntEnum):
    one = 1
    two = 2

@app.get("/p1/{item_id}")
def p1(item_id: Annotated[int, Path(title="x", ge=1, lt=1000)], q: Annotated[str | None, Query(min_length=3, max_length=50, pattern="^fixed")] = None): return [item_id, q]
@app.get("/p2/{c}")
def p2(c: Color, n: Num = Num.one): return [c, n, c is Color.red, c.value]
@app.get("/p4")
def p4(flag: bool, opt: Optional[bool] = None, f: float = 1.5, un: Union[int, str] = 3, lit: Literal["a", "b"] = "a", li: Literal[1, 2] = 1): return [flag, opt, f, un, lit, li]
@app.get("/p5")
def p5(a: list[str] = Query(), b: list[int] = Query([1]), c: set[str] = Query(set()), d: tuple[int, str] = Query((1, "a")), e: list[str] | None = Query(None), f: frozenset[int] = Query(frozenset())): return [a, b, sorted(c), d, e, sorted(f)]
@app.get("/p6")
def p6(a: Annotated[str, Query(alias="item-query", deprecated=True, description="d", title="t", include_in_schema=True, example="e", examples=["a"])], h: Annotated[str, Query(include_in_schema=False)] = "hidden", v: Annotated[str, Query(validation_alias="val-alias")] = "v"): return [a, h, v]
@app.get("/p7")
def p7(user_agent: str | None = Header(None), x_tok: list[str] | None = Header(None), strange_header: str | None = Header(default=None, convert_underscores=False), al: str = Header("d", alias="X-Alias"), n: int = Header(5, gt=1), x_dt: datetime | None = Header(None)): return [x_tok, strange_header, al, n, x_dt]
@app.get("/p8")
def p8(a: str = Cookie(), b: int = Cookie(3, le=10), c_d: str | None = Cookie(None, alias="c-d"), fl: bool = Cookie(False)): return [a, b, c_d, fl]
@app.get("/p9")
def p9(n: int = Query(multiple_of=3, default=3), s: str = Query("abc", max_length=5), x: Annotated[float, Query(gt=0, allow_inf_nan=False)] = 1.0, st: Annotated[int, Query(strict=True)] = 1): return [n, s, x, st]
@app.get("/p10")
def p10(f: Annotated[list[int], Query(default_factory=list)], g: str = Query(default_factory=lambda: "made"), ell: str = Query(...), dots: int = Query(default=...)): return [f, g, ell, dots]
@app.get("/p11")
def p11(a: Annotated[str, AfterValidator(str.upper)] = "x", b: Annotated[int, BeforeValidator(lambda v: int(v) + 1)] = 1, c: Annotated[int, Field(gt=3)] = 5): return [a, b, c]
@app.get("/p12")
def p12(untyped, other=3, s="x", n=None, any_: Any = 2): return [untyped, other, s, n, any_]
@app.get("/p13/{a}/{a_b}")
def p13(*, a, a_b: str, q: str): return [a, a_b, q]
@app.get("/p14/{real-name}")
def p14(p: Annotated[str, Path(alias="real-name")]): return p
@app.get("/p16")
def p16(*args, **kwargs): return [len(args), len(kwargs)]
@app.post("/b1")
def b1(a: int = Body(), b: str = Body("x"), c: list[int] = Body([])): return [a, b, c]
@app.post("/b3")
def b3(a: Annotated[int, Body(embed=True)]): return a
class Item(BaseModel):
    name: str
    price: float = Field(gt=0, default=1)
    tags: set[str] = set()
class User(BaseModel):
    id: int
    full: str | None = None
@app.put("/b4/{i}")
def b4(i: int, item: Item, user: User, imp: Annotated[int, Body(gt=0)], q: str | None = None): return {"i": i, "item": item, "user": user, "imp": imp, "q": q}
@app.post("/b5")
def b5(item: Item | None = None): return item
@app.post("/b6")
def b6(items: list[Item]): return items
@app.post("/b7")
def b7(weights: dict[int, float]): return weights
@app.post("/b8")
def b8(item: Annotated[Item, Body(embed=True, examples=[{}])]): return item
@app.post("/b9")
def b9(x: Any = Body(None)): return x
@app.post("/b10")
def b10(x: dict): return x
@app.post("/b11")
def b11(x: dict | None = None, n: int | None = Body(None)): return [x, n]
@app.post("/b12")
async def b12(request: Request, item: Item): return [item, (await request.json())["name"]]
@app.post("/b13")
def b13(u: Union[User, Item]): return [type(u).__name__, u]
@app.post("/b14")
def b14(b: bytes = Body()): return b
@app.post("/b15")
def b15(a: Item = Body(alias="al"), b: int = Body(1, alias="be")): return [a, b]
@app.post("/b16")
def b16(s: str = Body(media_type="text/plain")): return s
@app.delete("/b17")
def b17(item: Item): return item
@app.get("/b18")
def b18(item: Item): return item

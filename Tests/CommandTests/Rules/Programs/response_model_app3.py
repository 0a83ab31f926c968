import dataclasses, datetime as dt
from typing import Annotated, Any, Generic, List, Literal, Optional, TypeVar, Union
from fastapi import Depends, FastAPI, Response
from fastapi.responses import JSONResponse
from pydantic import AliasChoices, BaseModel, ConfigDict, Field, computed_field, field_serializer, field_validator, model_validator, model_serializer, RootModel
app = FastAPI()
class Item(BaseModel):
    name: str
    price: float
    tax: float | None = None
    tags: list[str] = []
class Plain(BaseModel):
    a: int
class Allow(BaseModel):
    model_config = ConfigDict(extra="allow")
    a: int
class Forbid(BaseModel):
    model_config = ConfigDict(extra="forbid")
    a: int
class Alias(BaseModel):
    in_name: str = Field(alias="inName")
    other: int = Field(default=1, serialization_alias="OTHER")
    third: int = Field(default=2, validation_alias="Third")
class AliasPop(BaseModel):
    model_config = ConfigDict(populate_by_name=True)
    in_name: str = Field(alias="inName")
class User(BaseModel):
    username: str
class UserIn(User):
    password: str
class Comp(BaseModel):
    w: int

    @computed_field
    @property
    def area(self) -> int:
        return self.w ** 2
class Nest(BaseModel):
    item: Item
    users: dict[str, User] = {}
    opt: Optional[User] = None
class Plain2(BaseModel):
    in_name: str
class Strict(BaseModel):
    model_config = ConfigDict(strict=True)
    a: int
@dataclasses.dataclass
class DC:
    a: int
    b: str = "x"
class OrmObj:
    def __init__(self):
        self.name, self.price, self.secret = "n", 2, "s"
N = 0
class Ser(BaseModel):
    when: dt.datetime
    amount: float

    @field_serializer("when")
    def s(self, v):
        return int(v.timestamp())
class Root(RootModel[list[int]]):
    pass
Tv = TypeVar("Tv")
class Page(BaseModel, Generic[Tv]):
    items: list[Tv]
    total: int
class Excl(BaseModel):
    a: int
    hidden: str = Field(default="h", exclude=True)
class JsonBytes(BaseModel):
    model_config = ConfigDict(ser_json_bytes="base64", ser_json_timedelta="float", ser_json_inf_nan="constants")
    b: bytes
    t: dt.timedelta
    f: float
class SerAny(BaseModel):
    x: Any
    u: User
def dep(response: Response):
    response.headers["x-dep"] = "1"
    response.set_cookie("k", "v")
    response.status_code = 201
@app.get("/err", response_model=Item, dependencies=[Depends(dep)])
async def err(response: Response):
    response.headers["x-a"] = "1"
    return {"name": "n"}
@app.get("/err_alias", response_model=Alias)
async def err_alias():
    return {}
@app.get("/ok_dep", response_model=Item, dependencies=[Depends(dep)])
async def ok_dep(response: Response):
    response.headers["x-a"] = "1"
    return {"name": "n", "price": 1}
app3 = FastAPI()
@app3.exception_handler(Exception)
async def any_exc(request, exc):
    return JSONResponse({"handled": type(exc).__name__}, 500, headers={"x-h": "1"})
@app3.get("/err3", response_model=Item)
async def err3():
    return {"name": "n"}
app4 = FastAPI()
from fastapi.exceptions import ResponseValidationError
@app4.exception_handler(ResponseValidationError)
async def rve(request, exc):
    return JSONResponse({"errors": [{k: (list(v) if k == "loc" else v) for k, v in e.items() if k != "ctx"} for e in exc.errors()], "body": exc.body}, 500)
@app4.get("/err4", response_model=Item)
async def err4():
    return {"name": "n", "price": "x"}
@app4.get("/err4list", response_model=list[Item])
async def err4list():
    return [{"name": "n", "price": 1}, {"price": 2}]

app = app3

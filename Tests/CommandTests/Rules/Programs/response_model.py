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
@app.get('/defaults', response_model=Item)
async def defaults(response: Response):
    response.headers['x-a'] = '1'
    return {'name': 'n', 'price': 1}

@app.get('/lax', response_model=Item)
async def lax(response: Response):
    response.headers['x-a'] = '1'
    return {'name': 'n', 'price': '12.5', 'tax': 3}

@app.get('/extra_ignore', response_model=Item)
async def extra_ignore(response: Response):
    response.headers['x-a'] = '1'
    return {'name': 'n', 'price': 1, 'secret': 'x'}

@app.get('/key_order', response_model=Item)
async def key_order(response: Response):
    response.headers['x-a'] = '1'
    return {'price': 1, 'tags': ['b','a'], 'name': 'n'}

@app.get('/extra_allow', response_model=Allow)
async def extra_allow(response: Response):
    response.headers['x-a'] = '1'
    return {'z': 1, 'a': '5', 'b': 2.0}

@app.get('/extra_forbid', response_model=Forbid)
async def extra_forbid(response: Response):
    response.headers['x-a'] = '1'
    return {'a': 5, 'b': 2}

@app.get('/instance', response_model=Item)
async def instance(response: Response):
    response.headers['x-a'] = '1'
    return Item(name='n', price=1)

@app.get('/orm', response_model=Item)
async def orm(response: Response):
    response.headers['x-a'] = '1'
    return OrmObj()

@app.get('/subclass', response_model=User)
async def subclass(response: Response):
    response.headers['x-a'] = '1'
    return UserIn(username='u', password='p')

@app.get('/union_unrelated', response_model=Union[Plain, User])
async def union_unrelated(response: Response):
    response.headers['x-a'] = '1'
    return UserIn(username='u', password='p')

@app.get('/unrelated', response_model=Plain2)
async def unrelated(response: Response):
    response.headers['x-a'] = '1'
    return AliasPop(inName='x')

@app.get('/subclass_list', response_model=list[User])
async def subclass_list(response: Response):
    response.headers['x-a'] = '1'
    return [UserIn(username='u', password='p')]

@app.get('/subclass_dict', response_model=dict[str, User])
async def subclass_dict(response: Response):
    response.headers['x-a'] = '1'
    return {'k': UserIn(username='u', password='p')}

@app.get('/subclass_nested', response_model=Nest)
async def subclass_nested(response: Response):
    response.headers['x-a'] = '1'
    return {'item': {'name': 'n', 'price': 1}, 'opt': UserIn(username='u', password='p')}

@app.get('/not_revalidated', response_model=Item)
async def not_revalidated(response: Response):
    response.headers['x-a'] = '1'
    return setattr(i := Item(name='n', price=1), 'price', 'not-a-number') or i

@app.get('/constructed', response_model=Item)
async def constructed(response: Response):
    response.headers['x-a'] = '1'
    return Item.model_construct(name='n')

@app.get('/dict_model', response_model=dict[str, Plain])
async def dict_model(response: Response):
    response.headers['x-a'] = '1'
    return {'k': {'a': '1', 'x': 2}, 'j': {'a': 2}}

@app.get('/list_gen', response_model=list[Plain])
async def list_gen(response: Response):
    response.headers['x-a'] = '1'
    return (({'a': i}) for i in range(2))

@app.get('/list_dictvalues', response_model=list[Plain])
async def list_dictvalues(response: Response):
    response.headers['x-a'] = '1'
    return {'x': {'a': 1}}.values()

@app.get('/union', response_model=Union[User, Plain])
async def union(response: Response):
    response.headers['x-a'] = '1'
    return {'a': 1}

@app.get('/union_both', response_model=Union[Plain, User])
async def union_both(response: Response):
    response.headers['x-a'] = '1'
    return {'a': 1, 'username': 'u'}

@app.get('/optional_none', response_model=Optional[Item])
async def optional_none(response: Response):
    response.headers['x-a'] = '1'
    return None

@app.get('/model_none', response_model=Item)
async def model_none(response: Response):
    response.headers['x-a'] = '1'
    return None

@app.get('/rm_none', response_model=None)
async def rm_none(response: Response):
    response.headers['x-a'] = '1'
    return {'name': 1, 'zzz': 2}

@app.get('/rm_vs_ann_src', response_model=Plain)
async def rm_vs_ann_src(response: Response):
    response.headers['x-a'] = '1'
    return {'a': '1', 'b': 2}

@app.get('/int_str', response_model=int)
async def int_str(response: Response):
    response.headers['x-a'] = '1'
    return '5'

@app.get('/int_float', response_model=int)
async def int_float(response: Response):
    response.headers['x-a'] = '1'
    return 5.0

@app.get('/int_frac', response_model=int)
async def int_frac(response: Response):
    response.headers['x-a'] = '1'
    return 5.5

@app.get('/str_int', response_model=str)
async def str_int(response: Response):
    response.headers['x-a'] = '1'
    return 5

@app.get('/bool_yes', response_model=bool)
async def bool_yes(response: Response):
    response.headers['x-a'] = '1'
    return 'yes'

@app.get('/bool_2', response_model=bool)
async def bool_2(response: Response):
    response.headers['x-a'] = '1'
    return 2

@app.get('/float_str', response_model=float)
async def float_str(response: Response):
    response.headers['x-a'] = '1'
    return '1e3'

@app.get('/float_nan', response_model=float)
async def float_nan(response: Response):
    response.headers['x-a'] = '1'
    return 'nan'

@app.get('/dt_ts', response_model=dt.datetime)
async def dt_ts(response: Response):
    response.headers['x-a'] = '1'
    return 1700000000

@app.get('/dt_str', response_model=dt.datetime)
async def dt_str(response: Response):
    response.headers['x-a'] = '1'
    return '2024-01-02 03:04'

@app.get('/date_dt', response_model=dt.date)
async def date_dt(response: Response):
    response.headers['x-a'] = '1'
    return dt.datetime(2024,1,2)

@app.get('/literal_bad', response_model=Literal['a','b'])
async def literal_bad(response: Response):
    response.headers['x-a'] = '1'
    return 'c'

@app.get('/list_str', response_model=list[str])
async def list_str(response: Response):
    response.headers['x-a'] = '1'
    return 'abc'

@app.get('/set_list', response_model=set[str])
async def set_list(response: Response):
    response.headers['x-a'] = '1'
    return ['b','a','b']

@app.get('/strict_model', response_model=Strict)
async def strict_model(response: Response):
    response.headers['x-a'] = '1'
    return {'a': '1'}

@app.get('/dc_dict', response_model=DC)
async def dc_dict(response: Response):
    response.headers['x-a'] = '1'
    return {'a': '1', 'zzz': 3}

@app.get('/dc_inst', response_model=DC)
async def dc_inst(response: Response):
    response.headers['x-a'] = '1'
    return DC(a='zzz')

@app.get('/computed', response_model=Comp)
async def computed(response: Response):
    response.headers['x-a'] = '1'
    return {'w': 3}

@app.get('/computed_unset', response_model=Comp, response_model_exclude_unset=True)
async def computed_unset(response: Response):
    response.headers['x-a'] = '1'
    return {'w': 3}

@app.get('/computed_defaults', response_model=Comp, response_model_exclude_defaults=True)
async def computed_defaults(response: Response):
    response.headers['x-a'] = '1'
    return {'w': 3}

@app.get('/computed_include', response_model=Comp, response_model_include={'w'})
async def computed_include(response: Response):
    response.headers['x-a'] = '1'
    return {'w': 3}

@app.get('/alias', response_model=Alias)
async def alias(response: Response):
    response.headers['x-a'] = '1'
    return {'inName': 'x'}

@app.get('/alias_by_name', response_model=Alias)
async def alias_by_name(response: Response):
    response.headers['x-a'] = '1'
    return {'in_name': 'x'}

@app.get('/alias_false', response_model=Alias, response_model_by_alias=False)
async def alias_false(response: Response):
    response.headers['x-a'] = '1'
    return {'inName': 'x', 'Third': 5}

@app.get('/alias_instance', response_model=Alias)
async def alias_instance(response: Response):
    response.headers['x-a'] = '1'
    return Alias(inName='x')

@app.get('/alias_pop', response_model=AliasPop)
async def alias_pop(response: Response):
    response.headers['x-a'] = '1'
    return {'in_name': 'x'}

@app.get('/alias_norm', response_model=None)
async def alias_norm(response: Response):
    response.headers['x-a'] = '1'
    return Alias(inName='x')

@app.get('/include', response_model=Item, response_model_include={'name'})
async def include(response: Response):
    response.headers['x-a'] = '1'
    return {'name': 'n', 'price': 1}

@app.get('/include_list', response_model=Item, response_model_include=['name', 'price'])
async def include_list(response: Response):
    response.headers['x-a'] = '1'
    return {'name': 'n', 'price': 1}

@app.get('/include_order', response_model=Item, response_model_include=['price', 'name'])
async def include_order(response: Response):
    response.headers['x-a'] = '1'
    return {'name': 'n', 'price': 1}

@app.get('/exclude', response_model=Item, response_model_exclude={'tags', 'tax'})
async def exclude(response: Response):
    response.headers['x-a'] = '1'
    return {'name': 'n', 'price': 1}

@app.get('/exclude_nested', response_model=Nest, response_model_exclude={'item': {'price': True}})
async def exclude_nested(response: Response):
    response.headers['x-a'] = '1'
    return {'item': {'name': 'n', 'price': 1}}

@app.get('/exclude_list', response_model=list[Item], response_model_exclude={'tags'})
async def exclude_list(response: Response):
    response.headers['x-a'] = '1'
    return [{'name': 'n', 'price': 1}]

@app.get('/exclude_list_all', response_model=list[Item], response_model_exclude={'__all__': {'tags', 'tax'}})
async def exclude_list_all(response: Response):
    response.headers['x-a'] = '1'
    return [{'name': 'n', 'price': 1}]

@app.get('/exclude_unset', response_model=Item, response_model_exclude_unset=True)
async def exclude_unset(response: Response):
    response.headers['x-a'] = '1'
    return {'name': 'n', 'price': 1, 'tax': None}

@app.get('/exclude_defaults', response_model=Item, response_model_exclude_defaults=True)
async def exclude_defaults(response: Response):
    response.headers['x-a'] = '1'
    return {'name': 'n', 'price': 1, 'tax': None, 'tags': []}

@app.get('/exclude_none', response_model=Item, response_model_exclude_none=True)
async def exclude_none(response: Response):
    response.headers['x-a'] = '1'
    return {'name': 'n', 'price': 1, 'tax': None}

@app.get('/exclude_unset_inst', response_model=Item, response_model_exclude_unset=True)
async def exclude_unset_inst(response: Response):
    response.headers['x-a'] = '1'
    return Item(name='n', price=1, tags=[])

@app.get('/exclude_unset_nested', response_model=Nest, response_model_exclude_unset=True)
async def exclude_unset_nested(response: Response):
    response.headers['x-a'] = '1'
    return {'item': {'name': 'n', 'price': 1}}

@app.get('/exclude_none_dict', response_model=dict[str, Any], response_model_exclude_none=True)
async def exclude_none_dict(response: Response):
    response.headers['x-a'] = '1'
    return {'a': None, 'b': {'c': None}}

@app.get('/exclude_no_model', response_model=None, response_model_exclude_none=True)
async def exclude_no_model(response: Response):
    response.headers['x-a'] = '1'
    return {'a': None}

@app.get('/exclude_no_model_inst', response_model=None, response_model_exclude_none=True, response_model_exclude_unset=True)
async def exclude_no_model_inst(response: Response):
    response.headers['x-a'] = '1'
    return Item(name='n', price=1)

@app.get('/ann')
async def ann(response: Response) -> Item:
    response.headers['x-a'] = '1'
    return {'name': 'n', 'price': '1', 'zzz': 1}

@app.get('/ann_any')
async def ann_any(response: Response) -> Any:
    response.headers['x-a'] = '1'
    return {'b': 1, 'a': dt.timedelta(seconds=1)}

@app.get('/ann_dict')
async def ann_dict(response: Response) -> dict:
    response.headers['x-a'] = '1'
    return {'b': (1, 2)}

@app.get('/ann_dict_bad')
async def ann_dict_bad(response: Response) -> dict:
    response.headers['x-a'] = '1'
    return [1]

@app.get('/ann_resp_union_none', response_model=None)
async def ann_resp_union_none(response: Response) -> Response | dict:
    response.headers['x-a'] = '1'
    return {'a': 1}

@app.get('/ann_object')
async def ann_object(response: Response) -> object:
    response.headers['x-a'] = '1'
    return {'a': 1}

@app.get('/ann_subclass')
async def ann_subclass(response: Response) -> User:
    response.headers['x-a'] = '1'
    return UserIn(username='u', password='p')

@app.get('/ann_opt_list')
async def ann_opt_list(response: Response) -> list[Item] | None:
    response.headers['x-a'] = '1'
    return None

@app.get('/field_serializer', response_model=Ser)
async def field_serializer(response: Response):
    response.headers['x-a'] = '1'
    return {'when': dt.datetime(2024,1,1,tzinfo=dt.timezone.utc), 'amount': 1}

@app.get('/root', response_model=Root)
async def root(response: Response):
    response.headers['x-a'] = '1'
    return [1, '2']

@app.get('/generic', response_model=Page[Plain])
async def generic(response: Response):
    response.headers['x-a'] = '1'
    return {'items': [{'a': '1', 'z': 2}], 'total': '1'}

@app.get('/field_exclude', response_model=Excl)
async def field_exclude(response: Response):
    response.headers['x-a'] = '1'
    return {'a': 1, 'hidden': 'x'}

@app.get('/ser_config', response_model=JsonBytes)
async def ser_config(response: Response):
    response.headers['x-a'] = '1'
    return {'b': b'\xff\xfe', 't': dt.timedelta(seconds=90), 'f': float('inf')}

@app.get('/any_field', response_model=SerAny)
async def any_field(response: Response):
    response.headers['x-a'] = '1'
    return {'x': UserIn(username='u', password='p'), 'u': UserIn(username='u', password='p')}

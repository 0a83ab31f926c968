from pydantic import *
from typing import *
class A(BaseModel):
    l: list = Field(default_factory=list)
    n: int = 1
    f: Any = None
    @computed_field
    def c(self) -> float: return self.n
    @field_serializer('f')
    def sf(self, v) -> float: return v
print(A(l=[], f=3).model_dump(exclude_defaults=True), A(f=3).model_dump_json())
class B(BaseModel):
    a: float = Field(1, serialization_alias='A')
    model_config = ConfigDict(serialize_by_alias=True)
class C(BaseModel):
    b: B = B()
    x: int = Field(1, serialization_alias='X')
print(C().model_dump(), C().model_dump_json(by_alias=True), B().model_dump(), C().model_dump(by_alias=False))
import dataclasses
@dataclasses.dataclass
class D:
    a: int = 1
    b: int = 2
print(TypeAdapter(D).dump_python(D(), include={'a'}), TypeAdapter(list[D]).dump_python([D()], exclude={0: {'a'}}), TypeAdapter(D).dump_json(D(), exclude_defaults=True, exclude_unset=True))
from typing_extensions import TypedDict
class T(TypedDict, total=False):
    a: int
    b: Optional[int]
print(TypeAdapter(T).dump_python({'a': 1, 'b': None}, include={'a'}), TypeAdapter(T).dump_python({'a': 1, 'b': None, 'c': 5}, exclude={'a'}), TypeAdapter(T).dump_json({'a': 1, 'b': None}, exclude_none=True))
class E(BaseModel):
    model_config = ConfigDict(ser_json_inf_nan='constants')
    x: float = float('nan'); y: Any = float('inf'); z: list[float] = [float('-inf')]
print(E().model_dump_json(), E().model_dump(mode='json'))
class F(BaseModel):
    model_config = ConfigDict(ser_json_inf_nan='strings')
    x: float = float('nan'); y: Any = float('inf'); z: list[float] = [float('-inf')]
print(F().model_dump_json(), F().model_dump(mode='json'))
class G(BaseModel):
    x: float = float('nan'); y: Any = float('inf'); z: list[float] = [float('-inf')]
print(G().model_dump_json(), G().model_dump(mode='json'), TypeAdapter(Any).dump_python(float('nan'), mode='json'), TypeAdapter(Any).dump_json({float('nan'): 1, 1.0: 2, None: 3, True: 4, (1,'a'): 5}))
from datetime import *
for m in ['seconds','milliseconds','iso8601']:
    class H(BaseModel):
        model_config = ConfigDict(ser_json_temporal=m)
        a: datetime = datetime(2020,1,1,tzinfo=timezone.utc); b: date = date(2020,1,1); c: time = time(1,2,3,500); d: timedelta = timedelta(seconds=1.5); e: Any = datetime(2020,1,1); f: dict[date,int] = {date(2020,1,1): 1}
    print(H().model_dump_json(), H().model_dump(mode='json'))
class I(BaseModel):
    model_config = ConfigDict(ser_json_timedelta='float')
    d: timedelta = timedelta(seconds=1.5); e: timedelta=timedelta(seconds=2)
print(I().model_dump_json())
class J(RootModel[dict[str, D]]): pass
print(J({'x': D()}).model_dump(exclude={'x': {'a'}}))
class K(BaseModel):
    model_config = ConfigDict(val_temporal_unit='milliseconds')
    d: datetime
print(K(d=1000).d, K(d='1000').d)
class Lt(BaseModel):
    x: Literal['a', 1]; y: Union[int, str, None] = None; z: tuple[int, ...] = (1,)
print(Lt.model_construct(x='zz').model_dump_json())
class P(BaseModel):
    x: SecretStr = Field(min_length=3)
    y: SecretStr = Field('ab', max_length=5)
for v in ['ab', 'abcd', b'abc', 5]:
    try: print(P(x=v, y='longer than'))
    except ValidationError as e: print(e.errors(include_url=False))
from pydantic import *
from datetime import *
from typing import *
class A(BaseModel):
    model_config = ConfigDict(ser_json_timedelta='float', ser_json_bytes='hex', ser_json_inf_nan='strings')
    a: timedelta = timedelta(1); b: Any = timedelta(1); c: bytes = b'a'; d: Any = b'a'; e: float = float('nan'); f: Any = float('nan'); g: dict[str, Any] = {'x': b'a'}; h: list[bytes] = [b'a']; i: timedelta|None = timedelta(2); j: bytes | int = b'x'
class B(BaseModel):
    a: A = A(); x: Any = A(); y: float = float('inf'); z: bytes = b'q'
print(A().model_dump_json(), A().model_dump(mode='json'))
print(B().model_dump_json(), B().model_dump(mode='json'))
print(TypeAdapter(A).dump_json(A()), TypeAdapter(list[A]).dump_json([A()]), TypeAdapter(Any).dump_json(A()))
print(TypeAdapter(float, config=ConfigDict(ser_json_inf_nan='strings')).dump_json(float('nan')))
class Shown(BaseModel):
    a: float = 1.5; b: float = 1.5; c: float = 1.5; d: Annotated[float, PlainSerializer(lambda v: 'd')] = 1.5
    model_config = ConfigDict(populate_by_name=True)
    @field_serializer('b')
    def write_b(self, v): return 'b'
    @field_serializer('c', mode='wrap')
    def write_c(self, v, handler): return handler(v)
print(Shown().model_dump(exclude_defaults=True), Shown(a=2).model_dump_json(exclude_defaults=True))
for selection in ['a', 'abx', '', ['a'], ('b',), {'a': False}, {'a': True}, {'c': ...}, frozenset({'d'})]:
    print(Shown().model_dump(include=selection), Shown().model_dump(exclude=selection))
class Named(BaseModel):
    model_config = ConfigDict(extra='forbid', populate_by_name=True)
    tags: list[str] = Field(default_factory=list, alias='tag')
    n: int = Field(0, validation_alias=AliasChoices('x', 'y'))
for given in [{'tag': [], 'tags': []}, {'tags': []}, {'x': 1, 'y': 2}, {'x': 1, 'n': 2}, {'y': 1}]:
    try: print(Named(**given))
    except ValidationError as e: print(e.errors(include_url=False))

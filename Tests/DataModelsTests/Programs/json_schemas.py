import collections
import json as J
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, IntEnum
from typing import *
from uuid import UUID

import pydantic
from pydantic import *
from pydantic import FilePath
from pydantic.alias_generators import to_camel
import dataclasses

from typing_extensions import NotRequired, Required, TypedDict


def js(m, **k):
    try:
        r = m.model_json_schema(**k) if isinstance(m, type) and issubclass(m, BaseModel) else TypeAdapter(m).json_schema(**k)
        print(J.dumps(r))
    except Exception as e: print(type(e).__name__, e)
def both(m):
    js(m); js(m, mode='serialization')
class A(BaseModel):
    """A doc.

        Indented more.
    """
    a: int = Field(gt=1, le=10, multiple_of=3)
    b: str = Field('x', min_length=1, max_length=5, pattern='^x', title='The B', description='desc', examples=['x', 'xx'])
    c: float | None = None
    d: Decimal = Field(Decimal('1.5'), ge=Decimal('0.5'))
    e: list[int] = Field(default_factory=list, min_length=1)
    f: dict[str, list[float]] = {}
    g: set[str] = {'b', 'a'}
    h: tuple[int, str] = (1, 'a')
    i: tuple[int, ...] = ()
    j: Any = None
    k: Literal['a', 1] = 'a'
    l: Literal[3] = 3
    m: datetime = datetime(2020, 1, 1)
    n: date; o: time; p: timedelta = timedelta(days=1); q: UUID; r: bytes = b''; s: bool = True
    t: dict[int, str] = {}
    u: frozenset[int] = frozenset()
    v: Optional[Union[int, str]] = None
    w: int = Field(deprecated=True, json_schema_extra={'x-y': [1]})
    x: Annotated[str, Field(alias='XX')]
    y_z_long: int = 3
both(A)
js(A, by_alias=False); js(A, ref_template='#/components/schemas/{model}')
class Color(str, Enum):
    """Colours."""
    RED = 'r'; BLUE = 'b'
class N(IntEnum): ONE = 1
class Mixed(Enum): A = 1; B = 'x'
class Sub(BaseModel):
    x: int
class Node(BaseModel):
    children: list['Node'] = []
    parent: Optional['Node'] = None
class M(BaseModel):
    model_config = ConfigDict(title='Em', extra='forbid', json_schema_extra={'examples': [{'s': 1}]})
    s: Sub
    t: Sub = Field(description='described', title='T')
    u: Optional[Sub] = None
    v: list[Sub] = []
    c: Color = Color.RED
    n: N = N.ONE
    k: Mixed
    d: dict[Color, Sub] = {}
    e: Union[Sub, Node, None] = None
both(M); both(Node); both(Sub); both(Color); both(list[Sub]); both(Optional[Sub]); both(int); both(Annotated[int, Field(gt=3, description='d')])
class Cat(BaseModel):
    kind: Literal['cat']; a: int
class Dog(BaseModel):
    kind: Literal['dog', 'pup'] = 'dog'
class O(BaseModel):
    p: Union[Cat, Dog] = Field(discriminator='kind')
    q: list[Annotated[Union[Cat, Dog], Field(discriminator='kind')]] = []
    r: Optional[Annotated[Union[Cat, Dog], Field(discriminator='kind', description='inner')]] = None
    s: Union[int, list[int], Cat]
both(O)
def d(v): return 'a'
class P(BaseModel):
    v: Annotated[Union[Annotated[Cat, Tag('a')], Annotated[int, Tag('b')]], Discriminator(d)]
both(P)
class S(BaseModel):
    a: EmailStr; b: HttpUrl; c: AnyUrl; d: PostgresDsn; e: SecretStr; f: SecretBytes; g: IPvAnyAddress; h: Json; i: Json[list[int]]; j: ByteSize; k: UUID4; l: Base64Str; m: NameEmail; n: AwareDatetime; o: PastDate; p: PositiveInt; q: conint(ge=3); r: constr(max_length=3, strip_whitespace=True); s: conlist(int, max_length=3); t: StrictInt; u: type[int]; v: IPvAnyNetwork; w: JsonValue
both(S)
import pathlib, ipaddress, re as R, fractions
class S2(BaseModel):
    a: pathlib.Path; b: ipaddress.IPv4Address; c: ipaddress.IPv6Network; d: R.Pattern; e: collections.deque[int] = collections.deque(); f: DefaultDict[str, int]; g: Counter[str]; h: Sequence[int]; i: Mapping[str, int]; j: fractions.Fraction = None; k: complex = None; l: Iterable[int]; m: condecimal(max_digits=3, gt=0); n: confloat(lt=3.5); o: FilePath = None; p: Base64UrlBytes; q: OnErrorOmit[int] = 3; r: SkipValidation[int] = 3; u: list; v: dict; w: tuple; x: set; y: object = None; z: Callable = None
both(S2)
class S3(BaseModel):
    z: InstanceOf[int]
both(S3)
class NT(NamedTuple):
    a: int
    b: str = 'x'
class TD(TypedDict, total=False):
    """td doc"""
    a: Required[int]
    b: Annotated[str, Field(min_length=2, description='B')]
@dataclasses.dataclass
class D0:
    a: int
    b: list[str] = dataclasses.field(default_factory=list)
    c: int = 3
@pydantic.dataclasses.dataclass(config=ConfigDict(extra='forbid', title='DD'))
class D1:
    """dc doc"""
    a: int = Field(ge=1, description='A')
    d: Optional[D0] = None
class Rm(RootModel[list[int]]):
    """root doc"""
class Rm2(RootModel):
    root: dict[str, NT] = Field({}, description='rd')
class Rec(BaseModel):
    a: NT; b: TD; c: D0; d: D1; e: Rm; f: Rm2 = Rm2({})
both(Rec); both(Rm); both(Rm2); both(TD); both(NT); both(D0); both(D1)
class Se(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, json_schema_serialization_defaults_required=True)
    a_b: int = 1
    c_d: Annotated[int, PlainSerializer(lambda v: str(v), return_type=str)] = 3
    e_f: datetime = None
    g: int = Field(2, exclude=True)
    h: int = Field(2, exclude_if=lambda v: v)
    i: Annotated[int, BeforeValidator(lambda v: v), AfterValidator(lambda v: v)] = 1
    j: Annotated[int, PlainValidator(lambda v: v)] = 1
    k: Annotated[int, WithJsonSchema({'type': 'weird'})] = 1
    l: list[Annotated[int, Field(description='item', ge=2)]] = []
    @field_serializer('e_f')
    def se(self, v) -> str: return ''
    @computed_field
    @property
    def total_sum(self) -> float:
        """The sum."""
        return 1.0
    @computed_field(alias='xX', title='XX', description='dd', examples=[1])
    def other(self) -> list[int]: return []
both(Se); js(Se, by_alias=False)
class Ms(BaseModel):
    a: int
    @model_serializer
    def ms(self) -> dict[str, int]: return {}
both(Ms)
class Ms2(BaseModel):
    a: int
    @model_serializer
    def ms(self): return {}
both(Ms2)
T = TypeVar('T'); U = TypeVar('U')
class G(BaseModel, Generic[T]):
    x: T
    l: list[T] = []
class G2(BaseModel, Generic[T, U]):
    a: G[T]; b: U
class H(BaseModel):
    a: G[int]; b: G[list[str]]; c: G2[int, Optional[str]]; d: G[G[int]]
both(H); both(G[int]); both(G); both(G2[int, str])
class Cj(BaseModel):
    model_config = ConfigDict(json_schema_extra=lambda s: s.update(added=1), extra='allow')
    a: int
    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema, handler):
        j = handler(core_schema)
        j = handler.resolve_ref_schema(j)
        j['mine'] = cls.__name__
        return j
class Ck(BaseModel):
    model_config = ConfigDict(model_title_generator=lambda c: c.__name__ + '!', field_title_generator=lambda n, i: n.upper())
    c: Cj
    x_y: int = Field(json_schema_extra=lambda s: s.pop('title'))
    z: int = Field(title='own')
both(Cj); both(Ck)
class Ex(BaseModel):
    __pydantic_extra__: dict[str, int]
    model_config = ConfigDict(extra='allow')
    a: int = Field(validation_alias=AliasChoices('p', 'q'), serialization_alias='s')
    b: int = Field(1, validation_alias=AliasPath('z', 0))
    n: float = float('inf')
both(Ex)
print(J.dumps(Ex.schema()), Ex.schema_json(indent=1))
from pydantic.json_schema import models_json_schema
r = models_json_schema([(Ex, 'validation'), (Cj, 'validation')], title='T')
print({k[0].__name__: v for k, v in r[0].items()}, r[1])
class Cfg(BaseModel):
    model_config = ConfigDict(ser_json_timedelta='float', ser_json_bytes='base64', str_max_length=5, use_enum_values=True)
    a: timedelta = timedelta(1); b: bytes = b'a'; c: str = 'q'; d: Annotated[dict[Annotated[str, Field(pattern='^a')], int], Field(max_length=2)] = {}
both(Cfg)

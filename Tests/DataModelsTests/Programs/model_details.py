# common.py
try:
    class N(BaseModel):
        a: int = 1
        @field_serializer('a')
        def s(self, v): return f'N{v}'
    class N2(N):
        b: int = 2
    class M(BaseModel):
        i: Annotated[int, PlainSerializer(tagged)] = 1
        s: SecretStr = SecretStr('x')
        d: date = date(2024,1,2)
        n: N = N2()
        l: list[N] = [N2()]
        f: int = 3
        u: Union[int, N] = N2()
        t: tuple[Annotated[int, PlainSerializer(tagged)], ...] = (1,)
        e: Base64Str = 'YWI='
        by: bytes = b'x'
        td: timedelta = timedelta(1)
        w: Annotated[int, WrapSerializer(framed)] = 1
        j: Json = '[1]'
        url: HttpUrl = HttpUrl('http://a.b')
        x: Any = N2()
        o: Optional[N] = N2()
        dd: dict[str, N] = {'a': N2()}
        fl: float = 1
        de: Decimal = Decimal('1.5')
        saa: SerializeAsAny[N] = N2()
        @field_serializer('f')
        def sf(self, v): return f'F{v}'
        @computed_field
        @property
        def c(self) -> Annotated[int, PlainSerializer(tagged)]: return 5
    m = M(e='YWI=', j='[1]')
    for kw in [{}, {'serialize_as_any': True}, {'serialize_as_any': True, 'mode': 'json'}, {'mode': 'json'}]:
        case(str(kw), lambda: m.model_dump(**kw))
    case('json', lambda: m.model_dump_json(serialize_as_any=True))
    case('json', lambda: m.model_dump_json(serialize_as_any=True, exclude={'s'}))
    case('json', lambda: TypeAdapter(list[M]).dump_json([m], serialize_as_any=True, exclude={0: {'s'}}))
    case('json', lambda: TypeAdapter(Annotated[int, PlainSerializer(tagged)]).dump_json(1, serialize_as_any=True))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class N(BaseModel):
        a: int = 1
        b: Annotated[int, PlainSerializer(tagged)] = 2
    class Other(BaseModel):
        a: int = 5
        c: int = 6
    class M(BaseModel):
        n: N = None
        l: list[int] = None
        t: tuple[int, str] = None
        tt: tuple[int, ...] = None
        s: set[int] = None
        fs: frozenset[int] = None
        d: dict[str, float] = None
        sq: Sequence[float] = None
        dq: deque[float] = None
        li: list[float] = None
    @dataclass
    class DC:
        a: int = 1
        z: int = 2
    for k in M.model_fields:
        for v in [Loose({'a': 3, 'zz': 4}), Other(), DC(), Color.red, [1, 2], (1, 'a'), (1, 2, 3), {1}, frozenset({1}), {'a': 1}, deque([1]), range(2), 'ab', b'ab', N(), None, 5, Walk(), (1,), {1: 2}]:
            m = M.model_construct(**{k: v})
            case(f"{k} {v!r}", lambda: m.model_dump(include={k}))
            case(f"{k} {v!r}", lambda: m.model_dump(include={k}, mode='json'))
            case(f"{k} {v!r}", lambda: m.model_dump_json(include={k}))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    @pydantic_dataclass
    class A:
        a: int = 1
        @model_serializer
        def s(self): return {'x': self.a}
    @pydantic_dataclass
    class B:
        a: int = 1
        @model_serializer(mode='wrap')
        def s(self, h, info): return {'w': h(self), 'm': info.mode}
    @pydantic_dataclass
    class C(A):
        d: int = 1
    class M(BaseModel):
        a: A = A()
        b: B = B()
        l: list[A] = [A()]
        c: C = C()
        u: Union[int, A] = A()
    print(M().model_dump(), M().model_dump_json(), M().model_dump(mode='json', exclude={'b': {'a'}}))
    for t in (A, B, C): print(TypeAdapter(t).dump_python(t()), TypeAdapter(t).dump_json(t()), TypeAdapter(Any).dump_json(t()), TypeAdapter(Any).dump_python(t()))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    @pydantic_dataclass
    class A:
        a: int = 1
        b: int = 2
        @model_validator(mode='wrap')
        @classmethod
        def w(cls, v, h):
            print('wrap', v)
            return h(v)
        @model_validator(mode='before')
        @classmethod
        def bb(cls, v):
            print('before', v)
            return v
        @model_validator(mode='after')
        def aa(self):
            print('after', self)
            if self.a > 5: raise ValueError('big')
            return self
        @field_validator('a')
        @classmethod
        def fa(cls, v, info):
            print('field', v, info.data, info.field_name)
            return v
    print(A(1, b=3))
    case('e', lambda: A('x'))
    case('e', lambda: A(9))
    case('t', lambda: TypeAdapter(A).validate_python({'a': 2}))
    case('t', lambda: TypeAdapter(A).validate_json('{"a": 7}'))
    @pydantic_dataclass(config=ConfigDict(validate_assignment=True))
    class S:
        a: int = 1
        b: int = Field(2, frozen=True)
        @model_validator(mode='after')
        def aa(self):
            print('after', self)
            if self.a > 5: raise ValueError('big')
            return self
        @model_validator(mode='before')
        @classmethod
        def bb(cls, v):
            print('before', v)
            return v
    s = S()
    case('s', lambda: assign(s, 'a', '3')[0] if False else setattr(s, 'a', '3'))
    print(s)
    case('s', lambda: setattr(s, 'a', 'x'))
    case('s', lambda: setattr(s, 'a', 9))
    case('s', lambda: setattr(s, 'b', 9))
    case('s', lambda: setattr(s, 'zz', 9))
    print(s)
    @pydantic_dataclass(slots=True, config=ConfigDict(validate_assignment=True))
    class SL:
        a: int = 1
        b: list[int] = Field(default_factory=list, validate_default=True)
    s = SL('3', ['4'])
    case('s', lambda: setattr(s, 'a', '5'))
    case('s', lambda: setattr(s, 'a', 'x'))
    print(s, TypeAdapter(SL).dump_json(s))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    @dataclass
    class Std:
        a: int
        b: str = 'x'
        c: list[int] = field(default_factory=list)
    P = pydantic_dataclass(Std)
    print(P, P is Std, P.__name__, P.__mro__[1] is Std)
    print(P(a='5'), Std(a='5'))
    case('p', lambda: P(a='x'))
    print(isinstance(P(1), Std), TypeAdapter(P).validate_python({'a': '1'}))
    Q = pydantic_dataclass(config=ConfigDict(extra='forbid'))(Std)
    case('q', lambda: Q(a=1, zz=2))
    print(Q(1) == P(1), repr(Q(1)))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        a: int
        @field_validator('a')
        @classmethod
        def v(cls, v, info):
            print(info)
            print(repr(info))
            return v
        @model_validator(mode='before')
        @classmethod
        def b(cls, v, info):
            print(info)
            return v
        @field_serializer('a')
        def s(self, v, info):
            print(info, str(info))
            print(info.include, info.exclude, info.context, info.mode, info.field_name, info.by_alias, info.exclude_unset)
            return v
        @model_serializer(mode='wrap')
        def m(self, h, info):
            print(info)
            return h(self)
    a = A(a=1)
    a.model_dump(include={'a': True}, exclude={'b'}, context={'x': 1}, by_alias=True, exclude_none=True, mode='json')
    A.model_validate({'a': 1}, context={'q': 1})
    A.model_validate_json('{"a": 1}')
    a.model_dump()
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class S(BaseModel):
        y: int = 1
        z: int = 2
    class A(BaseModel):
        a: int = 1
        b: S = S()
        c: list[int] = [1]
    a = A(a=5)
    for kw in [{'include': {'a'}}, {'exclude': {'a'}}, {'include': {'a'}, 'update': {'c': 9}}, {'update': {'a': 'q'}}, {'exclude': {'b': {'y'}}}, {'deep': True}, {'include': {'b': {'z'}}}]:
        case(str(kw), lambda: (a.copy(**kw), sorted(a.copy(**kw).model_fields_set), a.copy(**kw).__dict__))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        a: list[int] = [1]
    case('a', lambda: A().model_dump_json(include={'a': False}))
    class B(BaseModel):
        x: None = None
        y: int = Field(1, exclude=False)
        z: int = Field(1, exclude=True)
        w: Annotated[int, Field(exclude=True)] = Field(1, exclude=False)
    print(B.model_fields, B().model_dump())
    class G(BaseModel, Generic[T]):
        a: Optional[T] = None
    print(G[None], G[Optional[int]], G[None]())
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        a: Collection[int] = [3]
        b: Annotated[Collection[int], PlainValidator(same)] = 5
        @field_validator('a', mode='plain')
        @classmethod
        def p(cls, v): return v
    case('a', lambda: A(a=[1], b='q'))
    print(A(a=1).model_dump(), A(a=Odd()).model_dump())
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class P(BaseModel):
        pet: int = 1
    class A(BaseModel):
        a: int = Field(0, validation_alias=AliasPath('deep', 'pet'))
        b: int = Field(0, validation_alias=AliasChoices('b', AliasPath('deep', 'list', -1)))
        c: int = Field(0, validation_alias=AliasPath('deep', 1))
    for v in [P(), {'pet': 5}, Loose({'pet': 7, 'list': [1, 2]}), {'list': [3, 4]}, [1, 2], (5, 6), 'ab', {1: 9}, None, 5]:
        case('d', lambda: A.model_validate({'deep': v}))
        case('o', lambda: A.model_validate(Loose({'deep': v}), from_attributes=True))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class TD(TypedDict):
        __pydantic_config__ = ConfigDict(strict=True)
        a: int
    class M(BaseModel):
        t: TD
    case('t', lambda: M(t={'a': '1'}))
    class N(BaseModel):
        a: Annotated[tuple[int, str], Field(strict=False)] = Field((1, 'a'), strict=True)
        b: Annotated[list[int], Strict(), Strict(False)] = []
        c: Annotated[list[int], Strict(False), Strict()] = []
        d: Callable[[int, str], int] = None
        e: int = Field(1, exclude_if=double)
    case('n', lambda: N(a=['1', 'b'], b=('1',), c=('1',)))
    print(N.model_fields['d'], N.model_fields['a'])
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

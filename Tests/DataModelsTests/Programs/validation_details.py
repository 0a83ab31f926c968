# common.py
try:
    class A(BaseModel):
        x: Annotated[datetime, Strict()]
        y: Annotated[int, Len(0,2)] = 1
    case('a', lambda: A(x='2024-01-01T00:00:00'))
    case('b', lambda: A.model_validate_json('{"x": "2024-01-01T00:00:00"}'))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        x: Annotated[datetime, Strict()]
    case('a', lambda: A(x='2024-01-01T00:00:00'))
    class B(BaseModel):
        x: datetime = Field(strict=True)
        y: Annotated[date, Strict()]
        z: Annotated[time, Strict()]
        w: Annotated[timedelta, Strict()]
        u: Annotated[UUID, Strict()]
        c: Annotated[Color, Strict()]
        l: Annotated[list[int], Strict()]
        t: Annotated[tuple[int, str], Strict()]
        s: Annotated[set[int], Strict()]
        d: Annotated[dict[str, int], Strict()]
        m: Annotated[A, Strict()]
        o: Annotated[int|None, Strict()]
        by: Annotated[bytes, Strict()]
        de: Annotated[Decimal, Strict()]
        f: Annotated[float, Strict()]
    case('b', lambda: B(x='2024-01-01T00:00:00', y='2024-01-01', z='01:02', w=5, u=str(UUID(int=5)), c='red', l=(1,'2'), t=[1,'a'], s=[1], d=OrderedDict(a=1), m={'x': datetime(2024,1,1)}, o='1', by='a', de=1, f=1))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        a: int
        b: float
    try:
        A(a=float('inf'), b='x')
    except ValidationError as e:
        print(e.json())
        print(e.json(indent=2))
        print(repr(e))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        b: int
        a: int = Field(default_factory=lambda d: d['b'])
    case('a', lambda: A())
    case('a', lambda: A.model_validate(A, from_attributes=True))
    case('a', lambda: A.model_validate(int, from_attributes=True))
    case('a', lambda: A.model_validate(Color, from_attributes=True))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        b: dict[date, int]
        c: dict[Any, int]
    case('a', lambda: A(b={datetime(2024,1,1,3): 'x', None: 1, (1,2): 'x', 1.5: 'x', True: 'x', b'a': 'x', Color.red: 'x', Level.low: 'x', 10**30: 'x'}, c={datetime(2024,1,1,3): 'x', None: 1, (1,2): 'x', 1.5: 'x', True: 'x', b'a': 'x', Color.red: 'x', Level.low: 'x', 10**30: 'x', 'a.b': 'x'}))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    for t in [Collection[int], Collection, Annotated[Collection[int], Field(title='d')], list[Collection[int]]]:
        try:
            TypeAdapter(t)
        except Exception as e: print(str(e)[:90])
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        x: Annotated[list[int|str], Field(max_length=2, fail_fast=True)]
        y: Annotated[list[list[int]], Field(max_length=2, fail_fast=True)]
        z: Annotated[list[int], Field(min_length=5, fail_fast=True)]
        w: Annotated[tuple[int, list[int]], FailFast()]
        s: Annotated[set[int], FailFast()]
    case('a', lambda: A(x=[{}, []], y=[[{}, 'x'], 5], z=['q','r'], w=['a', 5], s=['a', 'b']))
    case('a', lambda: A(x=[1,2,3], y=[[{}, 'x'], 5,6], z=[1], w=[1,['a','b']], s=['a', 'b']))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    @pydantic_dataclass
    class M:
        a: list[int] = Field(default=[1])
        b: dict = Field(default={})
        c: int = Field(default=3, title='x')
        d: int = Field(default_factory=lambda: 4)
    print(M(), M.a, M.c)
    m = M(); m.a.append(4); print(M())
    print(hasattr(M, 'd'), M.__pydantic_fields__)
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    @pydantic_dataclass
    class M:
        a: list[int] = Field(title='x')
        b: dict = Field(default={})
    print(M([1]))
    case('a', lambda: M())
    print(hasattr(M, 'a'), hasattr(M, 'b'))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    @pydantic_dataclass
    class M:
        a: list[int] = Field(title='x')
        b: dict
    print(M([1], {}))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    @pydantic_dataclass
    class M:
        a: int = Field(kw_only=True)
        b: dict
        c: int = Field(3, init=False)
        e: int = Field(3, repr=False)
    print(M({}, a=3))
    case('a', lambda: M({}, a=3, c=3))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        a: str
        b: str = 'é'
    case('a', lambda: A(**{'a': 1, 'b': 'é'*60}))
    case('a', lambda: A(**{'a': {'x': 'é'*60}, 'b': ['ab€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€']}))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        a: Annotated[date, WrapSerializer(framed)]
        b: date
        c: set[int]
        d: Annotated[date, PlainValidator(same)]
        e: Annotated[bytes, PlainValidator(same)]
        @field_validator('a', 'b', 'c', mode='plain')
        @classmethod
        def v(cls, v): return v
    for x in [date(2024,1,2), 'x', b'\xff', {1}, 5]:
        case('a', lambda: A(a=x, b=x, c=x, d=x, e=b'').model_dump())
        case('a', lambda: A(a=x, b=x, c=x, d=x, e=b'').model_dump_json())
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        a: int
        def model_post_init(self, ctx):
            if self.a > 3: raise ValueError("big")
            assert self.a > 1, "small"
    case('a', lambda: A(a=5))
    case('a', lambda: A(a=0))
    case('a', lambda: A.model_validate_json('{"a": 5}'))
    class B(BaseModel):
        x: A
        y: list[A] = []
    case('a', lambda: B(x={'a': 7}, y=[{'a': 2}, {'a': 9}]))
    class C(RootModel[int]):
        def model_post_init(self, ctx):
            raise ValueError("no")
    case('a', lambda: C(3))
    @pydantic_dataclass
    class D:
        a: int
        def __post_init__(self):
            if self.a > 3: raise ValueError("big")
    case('a', lambda: D(5))
    class E(BaseModel):
        d: D
    case('a', lambda: E(d={'a': 5}))
    class F(BaseModel):
        a: int
        def model_post_init(self, ctx):
            raise KeyError("no")
    case('a', lambda: F(a=3))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        s: set[int]
        t: Annotated[set[int], BeforeValidator(same)]
        u: Annotated[tuple[int, ...], WrapValidator(passing)]
        d: Annotated[date, BeforeValidator(same)]
        b: Annotated[bytes, BeforeValidator(same)]
        m: Annotated[Optional['A'], BeforeValidator(same)] = None
        n: Annotated[None, BeforeValidator(same)] = None
        f: Annotated[float, BeforeValidator(same)] = None
        k: Annotated[dict[int, int], BeforeValidator(same)] = {}
    js='{"s": [1], "t": [1], "u": [1], "d": "2024-01-02", "b": "x", "m": 5, "n": 5, "f": 1, "k": {"1": 2}}'
    case('a', lambda: A.model_validate_json(js))
    case('a', lambda: A.model_validate_json(js, strict=True))
    class B(A):
        @model_validator(mode='before')
        @classmethod
        def v(cls, v): return v
    case('a', lambda: B.model_validate_json(js))
    case('a', lambda: B.model_validate_json(js, strict=True))
    class C(BaseModel):
        x: Annotated[A, WrapValidator(passing)] = None
    case('a', lambda: C.model_validate_json('{"x": %s}' % js, strict=True))
    case('a', lambda: C.model_validate_json('{"x": 4}', strict=True))
    class D(BaseModel):
        x: A = Field(default=5, validate_default=True)
        y: set[int] = Field(default=[5], validate_default=True)
        z: Annotated[int, AfterValidator(lambda v, info: print(info.mode) or v)] = Field(default='5', validate_default=True)
    case('a', lambda: D.model_validate_json('{}'))
    case('a', lambda: D.model_validate_json('{}', strict=True))
    case('a', lambda: D.model_validate_strings({}))
    class E(BaseModel):
        y: int = 5
        z: list[int] = None
        @model_validator(mode='before')
        @classmethod
        def v(cls, v): return v
    case('a', lambda: E.model_validate_strings({'y': 5, 'z': [1]}))
    case('a', lambda: E.model_validate_strings({'y': '5', 'z': ['q']}))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    for t in [Collection, Callable, Iterable]:
        for v in [[], (), {}, 'x', 5, Walk(), double]:
            class A(BaseModel):
                model_config = ConfigDict(arbitrary_types_allowed=True)
                x: InstanceOf[t]
            case('x', lambda: A(x=v))
            print(isinstance(v, t))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        a: Annotated[int, AfterValidator(lambda v: v * 10)] = Field(1, lt=5, description='D')
        b: Annotated[int, Field(gt=1), BeforeValidator(lambda v: v + 1)] = Field(3, lt=5, ge=0)
        c: Annotated[str, Field(max_length=2)] = Field('a', max_length=4)
        d: Annotated[Any, PlainValidator(shown)] = Field('a', title='x')
        e: Annotated[str, AfterValidator(str.upper)] = Field('a', pattern='^[a-z]+$')
    for k in 'abcde':
        for v in [1, 3, 4, 6, 'abc', 'ABC', 'abcde']:
            case(k, lambda: A(**{k: v}))
    for n, f in A.model_fields.items(): print(n, f.metadata if n not in 'ade' else len(f.metadata))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

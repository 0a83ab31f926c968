# common.py
try:
    @pydantic_dataclass(slots=True)
    class M:
        a: int = Field(3)
        b: list = Field(default=[1])
        c: Color = Color.red
    print(M(), M.a, M.__slots__)
    class A(BaseModel):
        m: M
    a = A(m={'a': '5'})
    print(a, a.model_dump(), a.model_dump_json(), a.model_dump(mode='json', exclude_unset=True))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        model_config = ConfigDict(ser_json_temporal='seconds')
        x: datetime
        y: timedelta
        z: time
        w: date
    for v in [datetime(1969,12,31,23,59,59,999000), datetime(2024,1,2,3,4,5,678901,tzinfo=timezone(timedelta(hours=2))), datetime(1,1,1,0,0,0,1)]:
        a = A(x=v, y=timedelta(days=-1, microseconds=3), z=time(23,59,59,999999), w=date(2024,1,2))
        print(a.model_dump_json(), a.model_dump(mode='json'))
    class B(A):
        model_config = ConfigDict(ser_json_temporal='milliseconds')
    for v in [datetime(1969,12,31,23,59,59,999000), datetime(2024,1,2,3,4,5,678901,tzinfo=timezone(timedelta(hours=2))), datetime(1,1,1,0,0,0,1)]:
        a = B(x=v, y=timedelta(days=-1, microseconds=3), z=time(23,59,59,999999), w=date(2024,1,2))
        print(a.model_dump_json(), a.model_dump(mode='json'))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        a: Any
        b: Callable = None
    for v in [int, b'\xff', Odd(), [b'\xff'], {'a': int}]:
        case('a', lambda: A(a=v).model_dump_json())
        case('a', lambda: A(a=v).model_dump(mode='json'))
        case('a', lambda: TypeAdapter(Any).dump_json(v))
        case('a', lambda: TypeAdapter(Any).dump_python(v, mode='json'))
    case('b', lambda: A(a=1, b=int).model_dump_json())
    case('b', lambda: A(a=1, b=int).model_dump(mode='json'))
    class B(BaseModel):
        a: bytes
        b: list[bytes] = []
        c: defaultdict[str, int] = {}
    case('b', lambda: B(a=b'\xff').model_dump_json())
    case('b', lambda: B(a=b'\xff').model_dump(mode='json'))
    case('b', lambda: B(a=b'', b=[b'\xff']).model_dump_json())
    case('b', lambda: B(a=b'', c={'a': b'\xff'}).model_dump_json())
    case('b', lambda: B(a=b'', c={'a': b'\xff'}).model_dump(mode='json'))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    for v in ["+4", " +4 ", "+ 4", "++4", "-4", "+1_000", "1__0", "_1", "+", "", "4.0", "+4.0", "4.", ".0", "+.0", "0x4", "\u0664", "1e3", "4.00", "04", "-0", "+00_1", "1_", "4.0_0", "1_0.0"]:
        case(v, lambda: TypeAdapter(int).validate_python(v))
        case(v, lambda: TypeAdapter(int).validate_json('"%s"' % v))
        case(v, lambda: TypeAdapter(int).validate_strings(v))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        a: tuple[int, int] = (1, 2)
        b: int = 1
        c: list[int] = [1, 2]
        d: dict[str, int] = {'x': 1}
        e: Any = None
        f: set[int] = {1}
        g: Color = Color.red
        h: Optional[list[int]] = [1]
    class B(BaseModel):
        m: A = A()
        l: list[A] = [A()]
    for x in [False, 0, 'a', None, ['a'], {}, set(), frozenset({'a'})]:
        for f in "abcdefgh":
            case(f"inc {f} {x!r}", lambda: A().model_dump(include={f: x}))
            case(f"exc {f} {x!r}", lambda: A().model_dump(exclude={f: x}))
        case(f"inc {x!r}", lambda: A().model_dump(include=x))
        case(f"exc {x!r}", lambda: A().model_dump(exclude=x))
        case(f"inc m {x!r}", lambda: B().model_dump(include={'m': x}))
        case(f"exc m {x!r}", lambda: B().model_dump(exclude={'m': x}))
        case(f"exc l {x!r}", lambda: B().model_dump(exclude={'l': {0: x}}))
        case(f"inc l {x!r}", lambda: B().model_dump(include={'l': {'__all__': x}}))
        case(f"inc e {x!r}", lambda: A(e=[1,2]).model_dump(include={'e': x}))
        case(f"inc e {x!r}", lambda: A(e={'a': 1}).model_dump(include={'e': x}))
        case(f"exc e {x!r}", lambda: A(e=A()).model_dump(exclude={'e': x}))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        a: list[int] = [1, 2, 3]
        b: tuple[int, ...] = (1, 2, 3)
        c: dict[int, str] = {1: 'a', -1: 'b'}
    for t in [{-1}, {-1: True}, {5}, {-5}, {'x'}, {0: True, '__all__': False}, {'__all__': {}}, {1.0}, {True}, {'__all__'}, {0: ..., 2: ...}, {None}]:
        for n in 'abc':
            case(f"inc {n} {t}", lambda: A().model_dump(include={n: t}))
            case(f"exc {n} {t}", lambda: A().model_dump(exclude={n: t}))
            case(f"exc {n} {t}", lambda: A().model_dump_json(exclude={n: t}))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class M(BaseModel):
        a: int = 1
        @computed_field(exclude_if=lambda v: v == 1)
        @property
        def b(self) -> int: return self.a
        @computed_field(repr=False, alias='C', title='x', deprecated=True)
        @property
        def c(self) -> int: return self.a
        @computed_field(exclude_if=lambda v: v > 1)
        def d(self) -> int: return self.a
    print(M(), M(a=2), M().model_dump(), M(a=2).model_dump(), M(a=2).model_dump_json(by_alias=True))
    print(M.model_computed_fields)
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class M(BaseModel):
        a: Annotated[int, PlainSerializer(tagged), WrapSerializer(passing_out)] = 1
        b: Annotated[int, PlainSerializer(tagged), AfterValidator(same), WrapSerializer(passing_out)] = 1
        c: Annotated[Annotated[int, WrapSerializer(framed)], WrapSerializer(framed)] = 1
        d: Annotated[int, PlainSerializer(tagged)] = 1
        e: Annotated[list[Annotated[int, PlainSerializer(tagged)]], WrapSerializer(framed)] = [1]
        f: Annotated[Optional[Annotated[int, PlainSerializer(tagged)]], WrapSerializer(framed)] = 1
        g: Annotated[int, PlainSerializer(tagged), PlainSerializer(repr)] = 1
        h: Annotated[int, PlainSerializer(tagged), Field(ge=0), WrapSerializer(framed)] = 1
        i: Annotated[int, PlainSerializer(tagged), Field(title='x'), WrapSerializer(framed)] = 1
        j: Annotated[int, PlainSerializer(tagged)] = Field(1, ge=0)
        @field_serializer('d', mode='wrap')
        def sd(self, v, h): return {'w': h(v)}
    print(M().model_dump(), M().model_dump_json())
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class M(BaseModel):
        a: int = 1
        @model_serializer
        def ser(self): return {'x': self.a}
    class W(BaseModel):
        a: int = 1
        @model_serializer(mode='wrap')
        def ser(self, h): return {'w': h(self)}
    class J(BaseModel):
        a: int = 1
        @model_serializer(when_used='json')
        def ser(self): return {'w': 1}
    class H(BaseModel):
        m: M = None
        w: W = None
        j: J = None
    for v in [{'a': 1}, None, 5, M(), W(), J(), Odd()]:
        case('m', lambda: H.model_construct(m=v).model_dump())
        case('m', lambda: H.model_construct(m=v).model_dump_json())
        case('w', lambda: H.model_construct(w=v).model_dump())
        case('w', lambda: H.model_construct(w=v).model_dump_json())
        case('j', lambda: H.model_construct(j=v).model_dump())
        case('j', lambda: H.model_construct(j=v).model_dump_json())
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class P(BaseModel):
        pet: Literal['a', 'b']
    class Q(BaseModel):
        pet: Literal['c', 1]
    class R(BaseModel):
        x: Union[P, Q] = Field(discriminator='pet')
    for v in [True, 1, 1.0, None, 'a', 'z', [], b'a', 'c', Odd(), Level.low, Color.red]:
        case('d', lambda: R(x={'pet': v}))
        case('o', lambda: R(x=Loose({'pet': v})))
    case('o', lambda: R(x=Loose({})))
    case('o', lambda: R(x=P(pet='a')))
    for v in [5, None, 'a', [], int, P, Color.red, Odd(), date(2024,1,1), {'pet'}, (1,2)]:
        case('v', lambda: R(x=v))
        case('j', lambda: R.model_validate({'x': v}, strict=True))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        model_config = ConfigDict(hide_input_in_errors=True, title='T')
        a: int
    case('t', lambda: TypeAdapter(A).validate_python({}))
    case('t', lambda: TypeAdapter(list[A]).validate_python([{}]))
    case('t', lambda: TypeAdapter(Optional[A]).validate_python({}))
    class F(BaseModel):
        model_config = ConfigDict(frozen=True, title='T')
        a: int = Field(1, frozen=True)
    case('f', lambda: assign(F(), 'a', 2))
    case('f', lambda: assign(F(), 'z', 2))
    case('f', lambda: delete(F(), 'a'))
    class F(BaseModel):
        model_config = ConfigDict(title='T', hide_input_in_errors=True)
        a: int = Field(1, frozen=True)
    case('f', lambda: assign(F(), 'a', 2))
    case('f', lambda: delete(F(), 'a'))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class E(BaseModel):
        a: float
        b: int = Field(alias='B')
    case('e', lambda: E(a={'x': float('nan')}, B=E.model_construct(a=float('inf'), b=2)))
    case('e', lambda: E(a=b'\xff', B=1))
    case('e', lambda: E(a=[date(2024,1,1), timedelta(1), Decimal('1'), {1}, {1: 2}, (1,), Odd(), int, Color.red, UUID(int=1), 1j, b'ab'], B=1))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        i: int = 1
        f: float = 1.5
        s: str = 's'
        b: bool = True
        d: date = date(2024,1,2)
        dt: datetime = datetime(2024,1,2)
        u: UUID = UUID(int=1)
        de: Decimal = Decimal('1.5')
        o: Optional[int] = 1
        l: list[int] = [1]
        c: Color = Color.red
        lv: Level = Level.low
        by: bytes = b'a'
        t: time = time(1,2)
        td: timedelta = timedelta(1)
        lit: Literal['a', 1] = 'a'
        di: dict[str, int] = {}
        un: Union[int, str] = 1
        se: SecretStr = SecretStr('x')
        url: HttpUrl = HttpUrl('http://a.b')
    for v in [True, 1, 1.0, 2.5, 'x', None, Level.low, Color.red, date(2024,1,2), datetime(2024,1,2,3), Decimal('2'), UUID(int=2), b'x', [True, 2.0], {'a': True}, {1}, (1,), time(1), timedelta(2), Odd()]:
        for n in ['i', 'f', 'o', 'un', 'l', 'di', 'se', 'lit', 'd']:
            m = A.model_construct(**{n: v})
            case(f"{n} {v!r}", lambda: m.model_dump()[n])
            case(f"{n} {v!r}", lambda: m.model_dump(mode='json')[n])
            case(f"{n} {v!r}", lambda: m.model_dump_json(include={n}))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        a: int = 1
    a = A.model_validate({'a': 2, 'x': 3}, extra='allow')
    print(a, a.model_extra, a.model_dump(), a.model_dump_json(), dict(a), a.model_fields_set, a.model_dump(exclude_unset=True))
    case('x', lambda: a.x)
    class B(A):
        model_config = ConfigDict(extra='allow')
    b = B.model_validate({'a': 2, 'x': 3}, extra='ignore')
    print(b, b.model_extra, b.model_dump(), b.model_fields_set)
    b = B.model_construct(a=1, x=3)
    print(b, b.model_dump())
    class C(BaseModel):
        m: A
        n: B
    c = C(m=a, n=B(a=1, y=5))
    print(c.model_dump(), c.model_dump_json())
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

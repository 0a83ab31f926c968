# common.py
try:
    class A(BaseModel):
        first_name: int
        b_c: int = Field(alias='q')
        d_e: int = Field(validation_alias='r')
        f_g: int = Field(alias='z', alias_priority=1)
    class B(A):
        model_config = ConfigDict(alias_generator=to_camel)
        h_i: int = 1
    class C(B):
        model_config = ConfigDict(alias_generator=to_pascal)
    class D(B):
        pass
    class E(B):
        model_config = ConfigDict(alias_generator=None)
    for k in (A, B, C, D, E):
        print(k.__name__, k.model_fields)
        case(k.__name__, lambda: k.model_validate({}))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class N(BaseModel):
        a: int
        d: date = None
    @dataclass
    class SD:
        a: int
    @pydantic_dataclass
    class PD:
        a: int
    class TD(TypedDict):
        a: int
    class NT(NamedTuple):
        a: int
    class S(BaseModel):
        model_config = ConfigDict(strict=True)
        n: N = None
        ln: list[N] = None
        un: Union[N, int] = None
        on: Optional[N] = None
        sd: SD = None
        pd: PD = None
        td: TD = None
        nt: NT = None
        i: int = 1
        f: N = Field(None, strict=False)
        h: Annotated[N, Strict()] = None
    for k in ['n','on','un','sd','pd','td','nt','f','h']:
        for v in [{'a': '1'}, {'a': 1}, OrderedDict(a='1'), N(a=1), Loose({'a': '1'}), SD(1), PD(1), NT(1), ('1',), (1,)]:
            case(k, lambda: S(**{k: v}))
        case(k, lambda: S.model_validate_json('{"%s": {"a": "1"}}' % k))
    case('ln', lambda: S(ln=[{'a': '1', 'd': '2024-01-01'}]))
    case('ln', lambda: S(ln=({'a': '1', 'd': '2024-01-01'},)))
    case('call', lambda: N.model_validate({'a': '1'}, strict=True))
    case('call', lambda: S.model_validate({'n': {'a': '1'}}, strict=False))
    case('call', lambda: S.model_validate({'n': {'a': '1'}}, strict=True))
    class H(BaseModel):
        s: S
        i: int
    case('h', lambda: H(s={'i': '1'}, i='1'))
    case('h', lambda: H(s={'i': 1}, i='1'))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        model_config = ConfigDict(str_to_upper=True, str_max_length=8, str_strip_whitespace=True)
        e: EmailStr = None
        n: NameEmail = None
        s: SecretStr = None
        u: HttpUrl = None
        i: IPv4Address = None
        j: Json[str] = None
        b: Base64Str = None
        k: UUID = None
        l: Literal['a'] = None
    for k in A.model_fields:
        for v in [' a@b.co ', 'abcdefgh@b.com', ' ab ', '"ab"', ' YWI= ', 'http://a.b', 'http://abcdefghijk.com', '1.2.3.4', ' 1.2.3.4 ', ' a ', 'Tom <t@x.y>']:
            case(k, lambda: A(**{k: v}))
    print(TypeAdapter(Union[int, EmailStr], config=ConfigDict(str_to_upper=True)).validate_python('a@b.co'))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        a: Json[list[date]]
        b: Json[set[int]] = None
    for v in ['["2024-01-01"]', '[1]', '["x"]', 'nope', 5, b'[]', '{}', bytearray(b'[]')]:
        case('a', lambda: A(a=v))
        case('a', lambda: A.model_validate({'a': v}, strict=True))
        case('a', lambda: A.model_validate_strings({'a': v}))
    case('b', lambda: A.model_validate({'a': '[]', 'b': '[1]', 'c': '{"1": [1, 2]}'}, strict=True))
    case('b', lambda: A.model_validate({'a': '[]', 'b': '["q"]', 'c': '{"1": [1, 2, 3]}'}))
    print(A(a='["2024-01-01"]').model_dump(include={'a': {0}}), A(a='["2024-01-01"]').model_dump(exclude={'a': {0}}), A(a='["2024-01-01"]').model_dump_json(round_trip=True))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class M(BaseModel):
        a: int
        @model_validator(mode='wrap')
        @classmethod
        def w(cls, v, h): return h(v)
    class N(BaseModel):
        model_config = ConfigDict(title='T')
        a: int
        @model_validator(mode='after')
        def w(self): return self
    for t in [M, N, Annotated[M, Field(title='x')], Optional[M], list[N], Annotated[N, AfterValidator(same)], Union[M, N]]:
        case('t', lambda: TypeAdapter(t).validate_python({}))
        case('t', lambda: TypeAdapter(t).validate_json('{'))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

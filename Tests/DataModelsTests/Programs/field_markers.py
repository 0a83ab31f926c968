# common.py
try:
    class A(BaseModel):
        a: Annotated[int, Field(ge=1), AfterValidator(same)] = Field(lt=5, title='T')
        b: Annotated[int, Len(0,2), Strict()] = 3
        c: Annotated[str, StringConstraints(to_upper=True)] = Field(max_length=3, pattern='a+')
        d: Annotated[Any, PlainValidator(same)]
        e: Annotated[int, PlainSerializer(same)]
        f: Annotated[int, WrapSerializer(framed, return_type=str, when_used='json')]
        g: conint(gt=2, multiple_of=3)
        h: constr(min_length=2)
        i: Annotated[Decimal, Field(max_digits=4, decimal_places=2)]
        j: Annotated[int, BeforeValidator(same), WrapValidator(passing)]
        k: PositiveInt
        m: Json[int]
        n: EmailStr
        o: Base64Bytes
        p: UUID4
        q: conlist(int, min_length=1)
        r: SerializeAsAny[int]
        s: HttpUrl
        t: Annotated[list[int], Field(min_length=1, fail_fast=True)]
        u: AwareDatetime
        v: Annotated[str, "text", 5]
        w: FiniteFloat
        x: StrictStr
        y: Annotated[int|str, Field(union_mode='left_to_right')]
        z: Annotated[bytes, Strict(False)]
        aa: Annotated[int, Field(pattern='a', strict=True, gt=1, max_length=4, max_digits=3, lt=5, ge=0)] = Field(1, fail_fast=None)
        ab: confloat(gt=1)
        ac: condecimal(max_digits=3)
        ad: condate(gt=date(2024,1,1))
        ae: conbytes(max_length=3)
        af: conset(int, max_length=3)
        ag: InstanceOf[int]
        ah: SkipValidation[int]
        ai: OnErrorOmit[int]
        aj: Json
        ak: conint(strict=True)
        al: Annotated[list[Annotated[int, Field(gt=1)]], Field(title='t')]
    for n, f in A.model_fields.items():
        print(n, f)
        print(n, f.metadata)
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class G(BaseModel, Generic[T]):
        a: T = None
    for n, v in {'sc': StringConstraints(max_length=3), 'st': Strict(), 'len': Len(0,2), 'len1': Len(1), 'af': AfterValidator(same), 'be': BeforeValidator(same), 'wr': WrapValidator(passing), 'pl': PlainValidator(same), 'ps': PlainSerializer(same), 'ws': WrapSerializer(framed), 'tag': Tag('a'), 'dis': Discriminator('a'), 'inf': AllowInfNan(False), 'field': Field(max_length=1)}.items():
        print(n, repr(v), type(v).__name__, type(v).__module__)
        try: print(v == copy.copy(v), hash(v) == hash(copy.copy(v)))
        except Exception as e: print(e)
        try:
            print(G[Annotated[str, v]].__name__)
            print(G[Annotated[list[int], v]])
        except Exception as e: print(repr(e)[:200])
    print(isinstance(Strict(), Strict), isinstance(AfterValidator(same), AfterValidator), AfterValidator, Strict, Len)
    for t in [Json[int], InstanceOf[int], SkipValidation[int], SerializeAsAny[int], OnErrorOmit[int], PositiveInt, conint(gt=1), constr(max_length=1), UUID4, FiniteFloat, conlist(int), Base64Str, StrictInt, condecimal(gt=1)]:
        print(t)
        print(G[t])
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    import copy
    for v in [AnyUrl('a:b'), HttpUrl('http://x.y/z'), SecretStr('x'), SecretBytes(b'x'), UUID(int=3), Decimal('1.5'), date(2024,1,2), Strict(), AliasPath('a', 0), AliasChoices('a', 'b'), Field(gt=1), ByteSize(5), PostgresDsn('postgres://a:b@c:5/d'), NameEmail('a', 'b@c.d'), IPv4Address('1.2.3.4'), timezone.utc, datetime(2024,1,2,tzinfo=timezone.utc), timedelta(1), ConfigDict(extra='allow'), Json, Color.red, Level.low]:
        print(repr(copy.copy(v)), repr(copy.deepcopy(v)), copy.deepcopy([v]) == [v])
    class A(BaseModel):
        u: AnyUrl
        s: SecretStr
        m: MultiHostUrl if False else PostgresDsn
    a = A(u='a:b', s='x', m='postgres://a:b@c:5/d')
    print(a.model_copy(deep=True), copy.deepcopy(a) == a)
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])

try:
    class A(BaseModel):
        model_config = ConfigDict(alias_generator=to_camel)
        camelCase: Json = '[1, 2]'
        b: int = 1
        c_d: int = Field(alias='x')
        e_f: int = Field(validation_alias='x')
        g_h: int = Field(serialization_alias='x')
        i_j: int = Field(alias='q', alias_priority=1)
        k_l: int = Field(alias='q', validation_alias='r', serialization_alias='s')
        m_n: int = Field(alias='q', validation_alias=AliasPath('q', 1))
        o_p: int = Field(alias='q', validation_alias='q')
        aa: Annotated[int, Field(alias='zz')] = 1
    for n, f in A.model_fields.items(): print(n, f)
    class B(BaseModel):
        a: int = Field(alias='x')
        b: int = Field(validation_alias='x', serialization_alias='x')
    for n, f in B.model_fields.items(): print(n, f, str(f))
    print(Field(), Field(1), Field(alias='a'), Field(default_factory=list))
except Exception as error:
    print('!', type(error).__name__, str(error).split('[')[0])


for number, settings in enumerate([
    dict(deprecated=True, frozen=True, validate_default=True), dict(json_schema_extra={"a": 1}, repr=False, deprecated="old"),
    dict(kw_only=True, init=True, exclude=True, deprecated=False, title="T"),
]):
    print("order", number, repr(Field(**settings)))

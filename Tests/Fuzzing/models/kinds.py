"""Annotations, and what may be given for each: Python values as source text, and values of JSON.

A `Kind` makes values with the random source of a `Maker`, so that those of containers are made of those of their items,
and now and then an odd one stands anywhere in them.
"""
import json

ODD = ["None", "True", "0", "-1", "1.5", "'x'", "''", "'1'", "' a B '", "b'x'", "[]", "{}", "[1]", "{'a': 1}", "(1, 2)", "{1}", "Odd()",
       "float('nan')", "float('inf')", "10 ** 25", "Color.red", "Level.high", "Mixed.one", "date(2024, 1, 2)", "datetime(2024, 1, 2, 3, 4, 5)",
       "Decimal('1.5')", "UUID(int=5)", "timedelta(days=1, seconds=5)", "int", "...", "time(1, 2)", "'2024-01-02'", "frozenset({1})", "range(2)",
       "deque([1])", "{1: 2}", "b'\\xff'", "'caf\\u00e9'", "SecretStr('s')", "Walk()", "OrderedDict(a=1)"]
ODD_JSON = [None, True, False, 0, -1, 1.5, "x", "", "1", " a B ", [], {}, [1], {"a": 1}, "2024-01-02", 1e300, 10 ** 20, "caf\u00e9", [[]], "null",
            "true", 2.0, "red", [None]]

# Annotation: Python values as source, then values of JSON.
SCALARS = {
    "int": (["1", "-5", "'7'", "3.0", "True", "10 ** 20", "Level.low", "Decimal('4')"], [1, -5, "7", 3.0, 12345678901234567890, "+4", "1_0"]),
    "float": (["1.5", "2", "'2.5'", "True", "1e22", "Decimal('1.5')", "-0.0", "'inf'"], [1.5, 2, "2.5", 1e22, "1e3", 0.1]),
    "str": (["'abc'", "''", "'  Pad '", "Color.red", "'ABC'"], ["abc", "", "  Pad ", "ABC", "\u00e9\n\""]),
    "bool": (["True", "False", "1", "'yes'", "'off'", "0.0"], [True, False, 1, "yes", "off", "T"]),
    "bytes": (["b'ab'", "'text'", "bytearray(b'z')", "b''"], ["text", "", "\u00e9", "YWI="]),
    "None": (["None"], [None]),
    "Any": (["1", "'a'", "[1, 'b']", "{'k': None}", "Odd()", "date(2024, 1, 2)", "Color.red"], [1, "a", [1, "b"], {"k": None}, None, 1.5]),
    "date": (["date(2024, 2, 29)", "'2024-02-29'", "datetime(2024, 1, 2)", "1700006400", "datetime(2024, 1, 2, 3)"], ["2024-02-29", 1700006400, "1700006400", "2024-01-02T00:00:00"]),
    "datetime": (["datetime(2024, 1, 2, 3, 4, 5, 678)", "'2024-01-02T03:04:05Z'", "1700000000", "date(2024, 1, 2)", "datetime(2024, 1, 2, tzinfo=timezone.utc)", "'2024-01-02 03:04+02:00'"],
                 ["2024-01-02T03:04:05Z", 1700000000, 1700000000.25, "2024-01-02", "2024-01-02T03:04:05.678901-05:30"]),
    "time": (["time(1, 2, 3)", "'01:02:03.5'", "3600", "time(1, 2, tzinfo=timezone.utc)"], ["01:02:03.5", 3600, "01:02Z", 12.5]),
    "timedelta": (["timedelta(days=1, hours=2)", "'P1DT2H'", "90", "'1 days, 02:03:04'", "-1.5", "timedelta(days=-1)"], ["P1DT2H", 90, "-PT1.5S", "12:30", 1e3]),
    "Decimal": (["Decimal('1.50')", "'2.5'", "3", "1.1", "'1e3'", "Decimal('-0')"], ["2.50", 3, 1.1, "1e3"]),
    "UUID": (["UUID(int=7)", "'12345678-1234-5678-1234-567812345678'", "'12345678123456781234567812345678'"], ["12345678-1234-5678-1234-567812345678", "urn:uuid:12345678-1234-5678-1234-567812345678"]),
    "Color": (["Color.red", "'red'", "'blue'"], ["red", "blue"]),
    "Level": (["Level.low", "1", "2", "'1'"], [1, 2, "2", 1.0]),
    "Mixed": (["Mixed.one", "1", "'two'", "None", "(1, 2)"], [1, "two", None, [1, 2]]),
    "Literal['a', 'b']": (["'a'", "'b'"], ["a", "b"]),
    "Literal[1, 'x', None, True]": (["1", "'x'", "None", "True"], [1, "x", None, True]),
    "Literal[Color.red, 2]": (["Color.red", "2", "'red'"], ["red", 2]),
    "HttpUrl": (["'https://a.test/p?q=1'", "'http://EXAMPLE.com'", "'https://b.test:443/#f'"], ["https://a.test/p?q=1", "http://EXAMPLE.com"]),
    "AnyUrl": (["'ftp://x.test/a'", "'redis://h:1/0'", "AnyUrl('a:b')"], ["ftp://x.test/a", "mailto:a@b.test"]),
    "EmailStr": (["'a@b.com'", "'Tom <t@x.org>'"], ["a@b.com", "A.b@X.Org"]),
    "SecretStr": (["'s3'", "SecretStr('k')", "''"], ["s3", ""]),
    "SecretBytes": (["b's3'", "'x'"], ["s3"]),
    "Json": (["'[1, 2]'", "'{\"a\": null}'", "b'3'"], ["[1, 2]", "3", "{bad"]),
    "Json[list[int]]": (["'[1, 2]'", "'[\"x\"]'", "'1'"], ["[1, 2]", "[\"x\"]", "nope"]),
    "PositiveInt": (["1", "0", "'3'"], [1, 0, "3"]),
    "NonNegativeFloat": (["0", "1.5", "-0.5"], [0, 1.5, -0.5]),
    "StrictInt": (["1", "True", "'1'"], [1, "1", 1.0]),
    "StrictStr": (["'a'", "Color.red"], ["a", 1]),
    "StrictBool": (["True", "1"], [True, 1]),
    "FiniteFloat": (["1.5", "float('inf')", "'nan'"], [1.5, "inf"]),
    "conint(gt=2, multiple_of=3)": (["3", "6", "4", "2"], [3, 6, 4, "9"]),
    "constr(min_length=2, max_length=4, strip_whitespace=True)": (["'abc'", "' a '", "'abcdef'"], ["abc", " a ", "abcdef"]),
    "Annotated[int, Field(ge=0, lt=10)]": (["0", "9", "10", "-1"], [0, 9, 10, "5"]),
    "Annotated[float, Field(multiple_of=0.5)]": (["1.5", "1.3", "2"], [1.5, 1.3, 2]),
    "Annotated[str, Field(pattern='^[a-c]+$')]": (["'abc'", "'d'", "''"], ["abc", "d"]),
    "Annotated[str, StringConstraints(to_upper=True, max_length=5)]": (["'abc'", "'abcdef'"], ["abc", "abcdef"]),
    "Annotated[Decimal, Field(max_digits=4, decimal_places=2)]": (["Decimal('12.34')", "'1.234'", "12345"], ["12.34", 1.234, 12345]),
    "Annotated[bytes, Field(max_length=3)]": (["b'abc'", "b'abcd'"], ["abc", "abcd"]),
    "Annotated[date, Field(ge=date(2024, 1, 1))]": (["date(2024, 1, 1)", "'2023-12-31'"], ["2024-02-01", "2023-12-31"]),
    "Annotated[timedelta, Field(lt=timedelta(hours=1))]": (["timedelta(minutes=5)", "'PT2H'"], ["PT5M", 7200]),
    "Annotated[int, Strict()]": (["1", "'1'", "1.0"], [1, "1"]),
    "Annotated[datetime, Strict()]": (["datetime(2024, 1, 2)", "'2024-01-02T00:00:00'"], ["2024-01-02T00:00:00", 5]),
    "AwareDatetime": (["datetime(2024, 1, 2, tzinfo=timezone.utc)", "datetime(2024, 1, 2)"], ["2024-01-02T00:00:00Z", "2024-01-02T00:00:00"]),
    "NaiveDatetime": (["datetime(2024, 1, 2)", "'2024-01-02T00:00:00Z'"], ["2024-01-02T00:00:00", "2024-01-02T00:00:00Z"]),
    "ByteSize": (["'1kb'", "3000", "'1.5 MiB'"], ["1kb", 3000, "5 xb"]),
    "Base64Bytes": (["b'YWI='", "'!!'"], ["YWI=", "a"]),
    "Base64Str": (["'YWI='"], ["YWI="]),
    "IPv4Address": (["'1.2.3.4'", "IPv4Address('8.8.8.8')", "16909060"], ["1.2.3.4", "1.2.3", 16909060]),
    "UUID4": (["UUID('12345678-1234-4678-9234-567812345678')", "UUID(int=7)"], ["12345678-1234-4678-9234-567812345678", "12345678-1234-5678-1234-567812345678"]),
    "Annotated[int, AfterValidator(double)]": (["1", "'4'", "'q'"], [1, "4", "q"]),
    "Annotated[int, BeforeValidator(stretch)]": (["1", "'12'", "[1, 2]"], [1, "12", [1]]),
    "Annotated[str, AfterValidator(refuse_long)]": (["'abc'", "'abcdefgh'"], ["abc", "abcdefgh"]),
    "Annotated[Any, PlainValidator(shown)]": (["1", "'q'"], [1, "q"]),
    "Annotated[int, WrapValidator(forgiving)]": (["1", "'q'", "None"], [1, "q"]),
    "Annotated[int, AfterValidator(asserting)]": (["1", "-1"], [1, -1]),
    "Annotated[int, PlainSerializer(tagged)]": (["1"], [1]),
    "Annotated[int, PlainSerializer(tagged, return_type=str, when_used='json')]": (["1"], [1]),
    "Annotated[date, WrapSerializer(framed)]": (["date(2024, 1, 2)"], ["2024-01-02"]),
    "Annotated[float, Field(allow_inf_nan=False)]": (["1.0", "float('nan')"], [1.0, "nan"]),
    "SerializeAsAny[str]": (["'a'"], ["a"]),
    "Annotated[int | str, Field(union_mode='left_to_right')]": (["1", "'1'", "'a'"], [1, "1", "a"]),
    "Callable[[int], int]": (["double", "int"], [1]),
    "type[int]": (["int", "bool", "str"], ["int"]),
    "float | None": (["1.5", "None"], [1.5, None]),
}
HASHABLE = ["int", "str", "float", "bool", "date", "UUID", "Color", "Level", "Literal['a', 'b']", "Decimal", "Annotated[int, Field(ge=0, lt=10)]", "bytes", "datetime"]


class Kind:
    """One annotation: its text, and what makes values for it."""

    def __init__(self, text: str, python, values):
        self.text, self.python, self.json = text, python, values

    def value(self, maker) -> str:
        """A Python value as source text, mostly a fitting one."""
        return maker.one(ODD) if maker.chance(0.06) else self.python(maker)

    def data(self, maker):
        """A value of JSON, mostly a fitting one."""
        return maker.one(ODD_JSON) if maker.chance(0.06) else self.json(maker)


def scalar(text: str) -> Kind:
    python, values = SCALARS[text]
    return Kind(text, lambda maker: maker.one(python), lambda maker: maker.one(values))


def any_kind(maker, depth: int = 2) -> Kind:
    """A random annotation; `depth` limits how containers nest."""
    if depth > 0 and maker.chance(0.4):
        return maker.one([of_list, of_dict, of_set, of_tuple, optional, union, of_items, annotated, of_mapping])(maker, depth - 1)
    if maker.named and maker.chance(0.3):
        return maker.one(maker.named)
    return scalar(maker.one(list(SCALARS)[:13] if maker.chance(0.45) else list(SCALARS)))


def several(maker, kind: Kind, most: int = 3):
    return [kind.value(maker) for _ in range(maker.random.randrange(most + 1))]


def listed(maker, kind: Kind, most: int = 3):
    return [kind.data(maker) for _ in range(maker.random.randrange(most + 1))]


def of_list(maker, depth) -> Kind:
    item = any_kind(maker, depth)
    text = maker.one(["list[{}]", "List[{}]", "list[{}]", "conlist({}, max_length=2)", "Annotated[list[{}], Field(min_length=1)]", "Annotated[list[{}], Field(max_length=2, fail_fast=True)]"])
    return Kind(text.format(item.text), lambda m: m.one(["[{}]", "[{}]", "({},)" if m.chance(0.5) else "[{}]", "deque([{}])"]).format(", ".join(several(m, item)) or "1"),
                lambda m: listed(m, item))


def of_items(maker, depth) -> Kind:
    item = any_kind(maker, depth)
    text = maker.one(["Sequence[{}]", "deque[{}]", "tuple[{}, ...]", "Collection[{}]", "tuple[{}, ...]"])
    return Kind(text.format(item.text), lambda m: "[" + ", ".join(several(m, item)) + "]", lambda m: listed(m, item))


def of_tuple(maker, depth) -> Kind:
    items = [any_kind(maker, depth) for _ in range(1 + maker.random.randrange(3))]
    text = f"tuple[{', '.join(item.text for item in items)}]"
    return Kind(text, lambda m: m.one(["({}, )", "[{}]"]).format(", ".join(item.value(m) for item in items[:len(items) - m.chance(0.1)])).replace("(, )", "()"),
                lambda m: [item.data(m) for item in items] + ([1] if m.chance(0.1) else []))


def of_set(maker, depth) -> Kind:
    item = scalar(maker.one(HASHABLE))
    text = maker.one(["set", "frozenset", "Set", "AbstractSet"])
    # The order of a set is that of the hashes: one item has no order.
    return Kind(f"{text}[{item.text}]", lambda m: "[" + ", ".join(several(m, item, 1)) + "]", lambda m: listed(m, item, 1))


def of_dict(maker, depth) -> Kind:
    key, item = scalar(maker.one(HASHABLE)), any_kind(maker, depth)

    def python(m):
        return "{" + ", ".join(f"{m.one([key.python(m), key.python(m), m.one(['1', repr('k'), 'None'])])}: {item.value(m)}" for _ in range(m.random.randrange(3))) + "}"

    def data(m):
        return {str(m.one([key.json(m), "k"])): item.data(m) for _ in range(m.random.randrange(3))}

    return Kind(maker.one(["dict[{}, {}]", "Dict[{}, {}]", "dict[{}, {}]", "Annotated[dict[{}, {}], Field(max_length=1)]"]).format(key.text, item.text), python, data)


def of_mapping(maker, depth) -> Kind:
    item = any_kind(maker, depth)
    text = maker.one(["Mapping[str, {}]", "defaultdict[str, {}]", "OrderedDict[str, {}]", "MutableMapping[str, {}]"])
    if text.startswith("default"):
        item = scalar(maker.one(["int", "str", "float"]))
    return Kind(text.format(item.text), lambda m: m.one(["{{'a': {0}, 'b': {0}}}", "OrderedDict(a={0})", "{{'z': {0}}}"]).format(item.value(m)),
                lambda m: {name: item.data(m) for name in m.one([["a"], ["b", "a"], []])})


def optional(maker, depth) -> Kind:
    item = any_kind(maker, depth)
    text = maker.one(["Optional[{}]", "Optional[{}]", "None | Annotated[{}, Field(title='t')]"]).format(item.text)
    return Kind(text, lambda m: "None" if m.chance(0.25) else item.value(m), lambda m: None if m.chance(0.25) else item.data(m))


def union(maker, depth) -> Kind:
    items = [any_kind(maker, depth) for _ in range(2 + (maker.chance(0.3)))]
    return Kind(f"Union[{', '.join(item.text for item in items)}]", lambda m: m.one(items).value(m), lambda m: m.one(items).data(m))


def annotated(maker, depth) -> Kind:
    item = any_kind(maker, depth)
    extra = maker.one(["Field(description='d')", "AfterValidator(same)", "BeforeValidator(same)", "WrapValidator(passing)", "Field(strict=True)", "Field(strict=False)",
                       "WrapSerializer(passing_out)", "PlainSerializer(repr)", "PlainSerializer(repr, when_used='json-unless-none')", "Field(title='T')",
                       "Len(0, 2)", "Field(frozen=True)"])
    return Kind(f"Annotated[{item.text}, {extra}]", item.value, item.data)


def strings_of(data):
    """Data of JSON with texts for all that is none, as `model_validate_strings` takes it."""
    if isinstance(data, dict):
        return {key: strings_of(value) for key, value in data.items()}
    if isinstance(data, list):
        return [strings_of(value) for value in data]
    return data if isinstance(data, str) else json.dumps(data)

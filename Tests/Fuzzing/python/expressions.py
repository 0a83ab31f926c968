"""Random expressions over every built-in type and the modules of the library.

Methods are found by asking CPython's types for theirs, so none is forgotten; what depends on addresses, hashes or the clock is left out.
"""
import contextlib
import io
import random
import re

import values as v

PRELUDE = '''\
import base64, binascii, bisect, calendar, collections, contextlib, copy, dataclasses, decimal, enum, fractions, functools, hashlib, heapq, hmac, html, io, ipaddress
import itertools, json, math, numbers, operator, random, re, statistics, string, struct, textwrap, time, types, typing, urllib.parse, uuid
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque, namedtuple
from dataclasses import dataclass, field
from datetime import date, datetime, time as clock, timedelta, timezone
from decimal import Decimal, ROUND_DOWN, ROUND_HALF_UP
from email.utils import format_datetime, formatdate, parsedate, parsedate_to_datetime, parseaddr, formataddr
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto
from fractions import Fraction
from http import HTTPStatus
from pathlib import PurePosixPath
from uuid import NAMESPACE_DNS, NAMESPACE_URL, UUID, uuid3, uuid5
time = clock
Point = namedtuple("Point", "x y")
class Color(Enum):
    RED = 1
    GREEN = "g"
class Level(IntEnum):
    LOW = 1
    HIGH = 2
class Mode(StrEnum):
    A = auto()
class Perm(Flag):
    R = 1
    W = 2
@dataclass
class Item:
    name: str
    size: int = 0
    tags: list = field(default_factory=list)
@dataclass(frozen=True)
class Frozen:
    a: int
    b: int
@dataclass(order=True)
class Ordered:
    n: int
    s: str
def show(value, depth=0):
    kind = type(value)
    if kind in (set, frozenset):
        return kind.__name__ + "(" + ", ".join(sorted(map(show, value))) + ")"
    if kind in (list, tuple) and depth < 4:
        return kind.__name__[0] + "[" + ", ".join(show(x, depth + 1) for x in value) + "]"
    if kind is dict and depth < 4:
        return "{" + ", ".join(show(k, 4) + ": " + show(x, depth + 1) for k, x in value.items()) + "}"
    if hasattr(kind, "__next__"):
        return kind.__name__ + " " + show(list(itertools.islice(value, 20)), depth + 1)
    return f"{kind.__name__} {value!r}"
def case(number, function):
    try:
        print(number, "=", show(function()))
    except BaseException as error:
        print(number, "!", type(error).__name__, error.args if isinstance(error, KeyError) else str(error))
'''

OPERATORS = ["+", "-", "*", "/", "//", "%", "**", "@", "&", "|", "^", "<<", ">>", "==", "!=", "<", "<=", ">", ">=", "in", "not in", "and", "or", "is not"]
BUILTINS = {"abs": 1, "all": "i", "any": "i", "ascii": 1, "bin": 1, "bool": 1, "bytes": 1, "bytearray": 1, "callable": 1, "chr": 1, "dict": 1, "divmod": 2, "enumerate": "is", "filter": "fi", "float": 1,
            "format": "vs", "frozenset": "i", "getattr": "vt", "hasattr": "vt", "hex": 1, "int": 1, "isinstance": 2, "issubclass": 2, "iter": 1, "len": 1, "list": "i", "map": "fi", "max": "i", "min": "i", "next": 1,
            "oct": 1, "ord": 1, "pow": 3, "range": 3, "repr": 1, "reversed": 1, "round": 2, "set": "i", "slice": 3, "sorted": "i", "str": 1, "sum": "i", "tuple": "i", "type": 1, "zip": "ii", "hash": "n",
            "vars": 1}
SKIPPED = {"__sizeof__", "__reduce__", "__reduce_ex__", "__getstate__", "__dir__", "__doc__", "__init_subclass__", "__subclasshook__", "__class__", "__dict__", "__new__", "__init__", "__weakref__", "__hash__", "__module__",
           "__setstate__", "__getnewargs__", "__alloc__", "__slots__", "__getformat__", "__format__", "now", "today", "utcnow", "__annotations__", "__dataclass_fields__", "__match_args__", "__getattribute__", "__setattr__",
           "__delattr__", "__buffer__", "__text_signature__", "__signature__", "__class_getitem__", "__abstractmethods__", "_make", "__getnewargs_ex__", "__subclasses__", "__orig_bases__", "__call__", "mro", "__mro__",
           "cwd", "home", "owner", "group", "__fspath__", "__bytes__", "__set_name__", "__repr__", "__str__", "node", "bytes_le", "__self__", "__copy__", "__deepcopy__", "__builtins__", "__objclass__", "__dataclass_params__",
           "__init__", "__members__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"}
MODULES = ["math", "operator", "itertools", "functools", "statistics", "textwrap", "string", "html", "base64", "binascii", "bisect", "heapq", "copy", "json", "re", "calendar", "urllib.parse", "ipaddress", "struct", "decimal"]
# Calls with holes, filled by `Expressions.hole`.
TEMPLATES = [
    "decimal.Context(prec={s}).{dm}({m}, {m})", "({m}).quantize({m}, rounding={r})", "({m}).{dm}({m})", "round({m}, {s})", "pow({m}, {s}, {s})", "decimal.Decimal({v}, decimal.Context(prec={s}))",
    "random.Random({v}).choices({i}, k={s})", "random.Random(1).sample({i}, {s})", "random.Random(1).randrange({s}, {s}, {s})", "random.Random({s}).choices({i}, weights={i}, k={s})", "random.Random({t}).getrandbits({s})", "random.Random({v}).uniform({n}, {n})",
    "struct.pack({sf}, {v}, {s})", "struct.unpack({sf}, {b})", "struct.calcsize({sf})", "struct.unpack_from({sf}, {b}, {s})", "list(struct.iter_unpack({sf}, {b}))",
    "base64.b64encode({b}, altchars={b})", "base64.b64decode({t}, validate={s})", "base64.a85encode({b}, wrapcol={s}, pad={s})", "base64.b85decode({t})", "base64.b32decode({t}, casefold={s}, map01={b})", "binascii.hexlify({b}, {t}, {s})",
    "textwrap.wrap({t}, width={s}, max_lines={s}, placeholder={t})", "textwrap.fill({t}, width={s}, initial_indent={t})", "textwrap.shorten({t}, {s})", "string.Template({t}).safe_substitute({d})", "string.capwords({t}, {t})", "string.Formatter().format({t}, {v})",
    "PurePosixPath({t}).match({t})", "PurePosixPath({t}, {t}).relative_to({t})", "PurePosixPath({t}).with_name({t})", "PurePosixPath({t}).parents[{s}]", "PurePosixPath({t}) / {t}",
    "io.StringIO({t}).read({s})", "(lambda x: (x.seek({s}, {s}), x.read(), x.write({v}), x.getvalue()))(io.StringIO({t}))", "(lambda x: (x.seek({s}, {s}), x.read(), x.write({v}), x.getvalue()))(io.BytesIO({b}))", "io.StringIO({t}, newline={t}).readlines()", "io.BytesIO({b}).readline({s})",
    "json.loads({t}, parse_int={f})", "json.dumps({v}, indent={x}, sort_keys={s})", "json.dumps({d}, separators={v})", "json.loads({b})", "json.JSONDecoder().raw_decode({t}, {s})", "json.dumps({v}, skipkeys=True, ensure_ascii=False)",
    "re.sub({p}, {t}, {t}, count={s})", "re.compile({p}, re.X | re.I).findall({t})", "re.split({p}, {t}, {s})", "re.compile({p}).search({t}, {s}, {s})", "re.compile({p}).groupindex", "re.fullmatch({p}, {t}, re.S | re.A)", "re.escape({t})", "re.search({p}, {t})[{s}]",
    "datetime({s} + 2000, {s}, {s}) + {td}", "datetime({s} + 2000, {s}, {s}, tzinfo=timezone({td}))", "datetime(2024, 2, 29, 23, 59).replace({k}={s})", "date(2024, 12, {s} + 20).isocalendar()", "timedelta({k2}={n}) / {n}", "timedelta({k2}={n}) // {td}", "divmod({td}, {td})", "datetime.strptime({t}, {t})",
    "datetime(2024, 2, 29, 1, 2, 3, 4).strftime({df})", "date(999, 1, 2).strftime({df})", "clock(1, 2, 3).isoformat({t})", "datetime.combine({v}, {v})", "datetime.fromisoformat({t})", "time.fromisoformat({t})", "datetime(2024, 1, 31).astimezone(timezone({td})).isoformat({t})", "format(datetime(2024, 1, 2), {df})", "date.fromisocalendar(2024, {s}, {s})",
    "functools.reduce({f}, {i}, {v})", "functools.partial({f}, {v})({v})", "functools.cmp_to_key({f})({v}) < functools.cmp_to_key({f})({v})", "copy.copy({v})", "copy.deepcopy({v})", "sorted({i}, key=functools.cmp_to_key({f}))", "functools.lru_cache({v})({f})",
    "int({t}, {s})", "str({b}, {en}, {er})", "({t}).encode({en}, {er})", "({b}).decode({en}, {er})", "list(memoryview({b})[{sl}])", "bytes.fromhex({t})", "sorted({i}, key={f}, reverse={v})", "list(zip({i}, {i}, strict=True))", "sum({i}, {v})", "max({i}, default={v}, key={f})", "min({v}, {v}, key={f})",
    "({t})[{sl}]", "({l})[{sl}]", "range({s}, {s}, {s})[{sl}]", "({b})[{sl}]", "({l}).index({v}, {x}, {x})", "({t}).find({t}, {x}, {x})", "({t}).replace({t}, {t}, {s})", "({t}).split({x}, {s})", "({t}).rsplit({t}, {s})", "({t}).count({t}, {x}, {x})", "({t}).translate({d})", "({t}).startswith(({t}, {t}), {x})", "({t}).splitlines({s})",
    "(lambda x: (x.__setitem__(slice({x}, {x}, {x}), {i}), x))({l})", "(lambda x: (x.__delitem__(slice({x}, {x}, {x})), x))({l})", "int.from_bytes({b}, {or}, signed={s})", "({z}).to_bytes({s}, {or}, signed={s})", "slice({x}, {x}, {x}).indices({s})",
    "list(itertools.islice({i}, {x}, {x}, {x}))", "list(itertools.accumulate({i}, {f}, initial={x}))", "list(itertools.product({i}, {i}, repeat={s}))[:9]", "list(itertools.permutations({i}, {x}))[:9]", "list(itertools.combinations({i}, {s}))[:9]", "[(k, list(g)) for k, g in itertools.groupby({i}, {f})]", "list(itertools.zip_longest({i}, {i}, fillvalue={v}))", "list(itertools.starmap({f}, {i}))",
    "Counter({v}).most_common({x})", "Counter({i}) {co} Counter({i})", "Counter({i}) < {v}", "deque({i}, {x}).rotate({s})", "(lambda x: (x.rotate({s}), x.extendleft({i}), x))(deque({i}, maxlen={x}))", "deque({i}).index({v}, {s})", "OrderedDict({v}) | {d}", "(lambda x: (x.move_to_end({t}, last={s}), x))(OrderedDict(a=1, b=2))", "defaultdict({f}, {d})[{t}]", "ChainMap({d}, {d})[{t}]", "namedtuple({t}, {i})", "Point._make({i})", "Point(1, 2)._replace({k}={v})",
    "heapq.nlargest({s}, {i}, key={f})", "list(heapq.merge({i}, {i}, key={f}))", "bisect.bisect({l}, {v}, {s}, {s})", "statistics.quantiles({l}, n={s})", "statistics.harmonic_mean({l}, weights={l})", "statistics.linear_regression({l}, {l})", "math.{ma}({n}, {n})", "math.{mo}({n})", "math.isclose({n}, {n}, rel_tol={n})",
    "operator.itemgetter({v}, {v})({v})", "operator.methodcaller({t}, {v})({v})", "UUID({t})", "UUID(int={z})", "UUID(bytes={b})", "ipaddress.ip_network({t}, strict={s})", "Fraction({v}, {v})", "Fraction({n}).limit_denominator({s})", "complex({v}, {v})", "Perm({s})", "Color({v})", "Level({v}) + {v}", "HTTPStatus({s} + 200)",
    "isinstance({v}, ({v}, int))", "issubclass({v}, {v})", "getattr({v}, {t}, {v})", "dict({v}, a={v})", "dict(zip({i}, {i}))", "set({i}) {so} set({i})", "frozenset({i}).union({v})", "({d}).setdefault({v}, {v})", "({d}) | ({v})", "[*{i}, *{v}]", "{{**{d}, **{v}}}", "(lambda a, *b, c=1: (a, b, c))(*{v})", "html.escape({t}, {v})", "urllib.parse.urlencode({v}, doseq={s})", "urllib.parse.quote({t}, safe={t})",
]
HOLES = {
    "dm": ["next_toward", "compare", "max", "min", "remainder_near", "copy_sign", "scaleb", "rotate", "shift", "compare_total", "logical_and", "max_mag", "same_quantum", "compare_signal", "logical_xor", "min_mag"], "r": ["decimal.ROUND_HALF_UP", "'ROUND_DOWN'", "None", "'x'", "decimal.ROUND_05UP"],
    "sf": ["'<I'", "'>hB'", "'4s'", "'b'", "'<d'", "'z'", "'3p'", "'?c'", "'!Q'", "''", "'<2h'", "'x'", "'e'"], "x": ["None", "0", "1", "-1", "10**20", "-10**20", "2", "-3", "True", "''"], "sl": ["::-1", "-10**20:10**20", "None:None:2", "1:-1", ":", "5:1:-2", "::0", "10**20:", "-1:-3:-1", "'a':", "1:2:None", "True:", "1.5:"],
    "k": ["month", "day", "hour", "year", "fold", "x", "y", "minute"], "k2": ["days", "hours", "weeks", "microseconds", "seconds", "minutes"], "df": ["'%Y-%m-%d'", "'%A %j %U'", "'%%%f'", "'%I:%M %p'", "'%G-W%V-%u'", "''", "'%c|%x|%X'", "'%y %e %-d'"],
    "en": ["'utf-8'", "'ascii'", "'latin-1'", "'utf-16'", "'UTF8'", "'cp1252'", "'no'", "'utf-8-sig'", "'utf-16-le'"], "er": ["'strict'", "'ignore'", "'replace'", "'backslashreplace'", "'xmlcharrefreplace'", "'surrogateescape'", "'surrogatepass'", "'namereplace'", "'no'"], "or": ["'big'", "'little'", "'x'"],
    "co": ["+", "-", "&", "|", "==", "<=", "<", ">"], "so": ["|", "&", "-", "^", "<=", "<", "=="], "ma": ["atan2", "fmod", "gcd", "hypot", "log", "pow", "remainder", "copysign", "ldexp", "nextafter", "dist", "lcm", "comb", "perm"], "mo": ["sqrt", "floor", "gamma", "log2", "factorial", "isqrt", "modf", "frexp", "trunc", "ulp", "erf", "cbrt", "exp2"],
}
UNSAFE = {"setattr", "delattr", "getpass", "urlretrieve", "prcal", "prmonth", "main", "test", "b64_main", "prmonth", "load", "dump", "setfirstweekday", "repeat", "cycle", "count", "perm", "comb", "factorial", "clear_cache", "purge",
          "compile_command", "encode", "decode", "template", "urlencode_to", "namedtuple", "total_ordering", "wraps", "update_wrapper", "cached_property", "singledispatch", "singledispatchmethod", "partialmethod", "lru_cache",
          "cache", "call", "unquote_to_bytes_", "tee", "clear_caches", "c", "calendar", "main", "NormalDist", "TextCalendar", "HTMLCalendar", "LocaleTextCalendar", "LocaleHTMLCalendar", "Calendar", "week", "month_abbr", "day_abbr", "a2b_hqx",
          "b2a_uu", "a2b_uu", "crc_hqx", "a2b_qp", "b2a_qp", "get_mixed_type_key"}


class Expressions:
    """Makes expressions from one random source."""

    REPLACEMENTS = ["'-'", r"r'[\g<0>]'", r"r'\1'", "lambda m: m[0].upper()", r"r'\n\g<n>'", r"r'\9'"]
    DOCUMENTS = ["[1, 2", "{}", '{"a": 1e5, "b": [true, null]}', "nul", "[1,]", '"\\u00e9\\ud83d\\udc36"', "-0", "01", "1 2", " NaN", '{"a" 1}', '"\n"', ""]

    def __init__(self, source: random.Random, names: dict):
        self.random, self.names = source, names

    def one(self, of):
        return self.random.choice(of)

    def value(self) -> str:
        return self.one(self.one(v.POOLS))

    def fitting(self, kind: str) -> str:
        return {"i": lambda: self.one(v.ITERABLES), "s": lambda: self.one(v.SMALL), "f": lambda: self.one(v.FUNCTIONS), "v": self.value, "t": lambda: self.one(v.TEXTS), "n": lambda: self.one(v.INTEGERS + v.FLOATS)}[kind]()

    def argument(self) -> str:
        pick = self.random.random()
        if pick < 0.3:
            return self.one(v.TEXTS)
        if pick < 0.5:
            return self.one(v.SMALL)
        if pick < 0.6:
            return self.one(v.ITERABLES)
        return self.value()

    def expression(self) -> str:
        maker = self.one([self.template] * 5 + [self.method] * 5 + [self.operation] * 3 + [self.builtin, self.formatted, self.percent, self.item, self.of_module, self.of_module, self.regex, self.comprehension, self.chained, self.constructor, self.jsonish])
        return maker()

    def method(self) -> str:
        value = self.value()
        try:
            kind = type(eval(value, self.names))
        except Exception:
            return value
        names = [n for n in dir(kind) if n not in SKIPPED and not (n.startswith("_") and not n.startswith("__"))]
        if not names:
            return value
        name = self.one(names)
        if not callable(getattr(kind, name, None)):
            return f"({value}).{name}"
        same = self.one([value, self.value(), self.argument()])
        count = self.one([0, 1, 1, 1, 2, 2, 3])
        arguments = [same if n == 0 and self.random.random() < 0.5 else self.argument() for n in range(count)]
        call = f"({value}).{name}({', '.join(arguments)})"
        if self.random.random() < 0.25 and kind in (list, dict, set, bytearray, collections_of("deque"), collections_of("Counter"), collections_of("OrderedDict")):
            return f"(lambda x: (x.{name}({', '.join(arguments)}), x))({value})"
        return call

    def template(self) -> str:
        return re.sub(r"(?<!\{)\{(\w+)\}(?!\})", lambda found: self.hole(found[1]), self.one(TEMPLATES)).replace("{{", "{").replace("}}", "}")

    def hole(self, name: str) -> str:
        if self.random.random() < 0.08 and name not in ("dm", "k", "k2", "sl", "co", "so", "ma", "mo"):
            value = self.value()  # No big integer where a size may be wanted: CPython would fill the memory.
            return self.one(v.SMALL) if value in v.INTEGERS else value
        if name in HOLES:
            return self.one(HOLES[name])
        if name == "v":
            return self.value()
        return self.one({"s": v.SMALL, "t": v.TEXTS, "i": v.ITERABLES, "f": v.FUNCTIONS, "b": v.BYTES, "l": v.LISTS, "d": v.DICTS, "n": v.SMALL + v.FLOATS, "m": v.DECIMALS, "p": v.PATTERNS, "z": v.INTEGERS,
                         "td": [c for c in v.CALENDAR if c.startswith("timedelta")]}[name])

    def operation(self) -> str:
        left = self.value()
        pool = next(pool for pool in v.POOLS if left in pool)
        right = self.one(pool) if self.random.random() < 0.6 else self.value()
        operator = self.one(OPERATORS)
        if operator in ("**", "<<") and (left in v.INTEGERS or right in v.INTEGERS):
            right = self.one(v.SMALL)
        if operator == "*" and not (left in v.FLOATS and right in v.FLOATS):
            right = self.one(v.SMALL + v.FLOATS)
        if self.random.random() < 0.1:
            return f"{self.one(['-', '+', '~', 'not '])}({left})"
        return f"({left}) {operator} ({right})"

    def builtin(self) -> str:
        name = self.one(list(BUILTINS))
        shape = BUILTINS[name]
        if isinstance(shape, int):
            arguments = [self.value() if n == 0 else self.argument() for n in range(self.random.randint(min(1, shape), shape))]
        else:
            arguments = [self.fitting(kind) for kind in shape[:self.random.randint(1, len(shape))]]
        if name in ("max", "min", "sorted") and self.random.random() < 0.4:
            arguments.append(f"key={self.one(v.FUNCTIONS)}")
        if name in ("bytes", "bytearray", "range", "pow") and arguments:
            arguments = [a if a not in v.INTEGERS else self.one(v.SMALL) for a in arguments]
        return f"{name}({', '.join(arguments)})"

    def formatted(self) -> str:
        value, spec = self.value(), self.one(v.SPECS)
        if self.random.random() < 0.4:
            return f"format({value}, {spec!r})"
        if "{" in spec or "}" in spec or "!" in spec:
            return f"'{{:{spec}}}'.format({value})"
        conversion = self.one(["", "", "!r", "!s", "!a"])
        return f"(lambda q: f'{{q{self.one(['', '', ' = '])}{conversion}:{spec}}}')({value})"

    def percent(self) -> str:
        spec = self.one(v.PERCENTS)
        right = self.one([self.value(), f"({self.value()},)", "{'a': 1, 'b': 2.5}", f"({self.value()}, {self.value()})"])
        return f"{spec!r} % ({right})" if self.random.random() < 0.85 else f"b{spec!r} % ({right})"

    def item(self) -> str:
        value = self.one(self.one([v.TEXTS, v.LISTS, v.TUPLES, v.BYTES, v.DICTS, v.OTHERS, v.CONTAINERS]))
        parts = [self.one(["", *v.SMALL]) for _ in range(self.one([1, 2, 2, 3, 3]))]
        key = ":".join(parts) if len(parts) > 1 else parts[0] or self.argument()
        if self.random.random() < 0.25 and value in v.LISTS + v.BYTES:
            statement = self.one([f"x.__setitem__(slice({', '.join(p or 'None' for p in (parts + ['', '', ''])[:3])}), {self.one(v.ITERABLES)})", f"x.__delitem__(slice({', '.join(p or 'None' for p in (parts + ['', '', ''])[:3])}))"])
            return f"(lambda x: ({statement}, x))({value})"
        return f"({value})[{key}]"

    def of_module(self) -> str:
        module = self.one(MODULES)
        names = [n for n in dir(eval(module, self.names)) if not n.startswith("_") and n not in UNSAFE and getattr(getattr(eval(module, self.names), n), "__module__", module) not in ("typing", "enum")]
        if not names:
            return "0"
        name = self.one(names)
        found = getattr(eval(module, self.names), name)
        if not callable(found):
            return f"{module}.{name}" if isinstance(found, (int, str, float, tuple)) else "0"
        pool = {"math": v.INTEGERS + v.FLOATS, "base64": v.BYTES + v.TEXTS, "binascii": v.BYTES, "html": v.TEXTS, "textwrap": v.TEXTS, "statistics": v.LISTS + ["[1, 2, 2, 5]", "[0.5, 1.5]", "[Decimal(1), Decimal(3)]"],
                "urllib.parse": v.TEXTS + ["'http://u:p@h.example:80/a/b;c?q=1&q=2#f'", "'a b&c=d'", "'/x/../y'", "{'a': 'b c', 'd': [1, 2]}"], "json": [*v.DICTS, *v.LISTS, *v.TEXTS, "'[1, 2.5e3, null, true]'", "'{\"a\": [1]}'"],
                "ipaddress": ["'10.0.0.1'", "'10.0.0.0/8'", "'::1'", "'2001:db8::/32'", "'300.1.1.1'", "5"]}.get(module)
        count = self.one([1, 1, 2, 2, 3])
        arguments = [self.one(pool) if pool and self.random.random() < 0.85 else self.argument() for _ in range(count)]
        if module == "itertools":
            arguments = [self.one([self.one(v.ITERABLES), self.one(v.FUNCTIONS), self.one(v.SMALL)]) for _ in range(count)]
        if module == "math" and name in ("ldexp", "gcd", "lcm", "isqrt", "prod"):
            arguments = [self.one(v.SMALL + v.FLOATS[:6]) for _ in range(count)]
        return f"{module}.{name}({', '.join(arguments)})"

    def regex(self) -> str:
        pattern, text = self.one(v.PATTERNS), self.one(v.TEXTS)
        name = self.one(["search", "match", "fullmatch", "findall", "split", "sub", "subn", "finditer"])
        if name in ("sub", "subn"):
            return f"re.{name}({pattern}, {self.one(self.REPLACEMENTS)}, {text})"
        if name in ("search", "match", "fullmatch"):
            return f"(lambda m: m and (m.span(), m.groups(), m.groupdict(), m.lastindex))(re.{name}({pattern}, {text}{self.one(['', '', ', re.I', ', re.M | re.S', ', re.X'])}))"
        if name == "finditer":
            return f"[m.span() for m in re.finditer({pattern}, {text})]"
        return f"re.{name}({pattern}, {text})"

    def comprehension(self) -> str:
        source = self.one(v.ITERABLES)
        body = self.one(["x", "(x, x)", "str(x)", "x * 2", "[x for y in range(2)]", "x if x else None", "f'{x!r:>4}'", "(y := x)", "lambda: x"])
        if self.random.random() < 0.3:
            return f"{{x: {body} for x in {source}}}"
        condition = self.one(["", "", " if x", " if str(x) > '1'", " if x for x in [x, x]"])
        return self.one([f"[{body} for x in {source}{condition}]", f"list({body} for x in {source}{condition})", f"[*{source}, *{self.one(v.ITERABLES)}]", f"{{**{self.one(v.DICTS)}, **{self.one(v.DICTS)}}}", f"(lambda a, *b, c=1, **d: (a, b, c, d))(*{source})"])

    def chained(self) -> str:
        return f"({self.value()}) {self.one(['<', '==', 'in', '!='])} ({self.value()}) {self.one(['<=', 'is', '=='])} ({self.value()})"

    def constructor(self) -> str:
        name = self.one(["int", "float", "str", "bytes", "Decimal", "Fraction", "UUID", "date", "datetime", "time", "timedelta", "Color", "Level", "Item", "Point", "date.fromisoformat", "datetime.fromisoformat", "time.fromisoformat",
                         "Counter", "deque", "OrderedDict", "HTTPStatus", "PurePosixPath", "timezone", "Perm", "datetime.strptime", "parsedate_to_datetime", "datetime.fromtimestamp", "Frozen", "copy.deepcopy", "copy.copy"])
        texts = ["'2024-02-29'", "'2024-02-29T10:00:00+01:00'", "'20240229'", "'2024-W09-4'", "'10:20:30.5'", "'1e5'", "' 12 '", "'1_000'", "'0x10'", "'1/3'", "'nan'", "'Tue, 02 Jan 2024 10:00:00 GMT'", "'\\u0663'"]
        if name == "datetime.strptime":
            moments, forms = ["2024-02-29 10:11", "29/02/24", "Thu Feb 29"], ["%Y-%m-%d %H:%M", "%d/%m/%y", "%a %b %d", "%Q"]
            return f"datetime.strptime({self.one(moments)!r}, {self.one(forms)!r})"
        if name == "datetime.fromtimestamp":
            return f"datetime.fromtimestamp({self.one(v.SMALL + v.FLOATS[:6])}, timezone.utc)"
        count = self.one([0, 1, 1, 1, 2, 3])
        arguments = [self.one([self.one(texts), self.one(v.SMALL), self.value()]) for _ in range(count)]
        if name in ("bytes", "deque"):
            arguments = [a for a in arguments if a not in v.INTEGERS]
        return f"{name}({', '.join(arguments)})"

    def jsonish(self) -> str:
        options = [o for o in ("indent=2", "sort_keys=True", "separators=(',', ':')", "ensure_ascii=False", "default=str", "skipkeys=True", "allow_nan=False", "indent='--'") if self.random.random() < 0.25]
        value = self.one([self.value(), f"[{self.value()}, {self.value()}]", f"{{'k': {self.value()}}}"])
        if self.random.random() < 0.4:
            return f"json.loads({self.one(self.DOCUMENTS)!r})"
        return f"json.dumps({', '.join([value, *options])})"


def collections_of(name):
    import collections
    return getattr(collections, name)


ARITY = re.compile(r"takes|takes no|expected .* arguments?|missing|at most|at least|unexpected keyword|descriptor '|not callable")


def is_worth_it(text: str, names: dict, source: random.Random) -> bool:
    """Whether CPython takes the expression, other than to complain about the number of arguments, most of the time."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            eval(compile(text, "<case>", "eval"), names)
    except SyntaxError:
        return False
    except TypeError as error:
        return not ARITY.search(str(error)) or source.random() < 0.05
    except BaseException:
        return True
    return True


def program(seed: str, count: int = 60) -> list[str]:
    """The prelude, then one block for each expression."""
    names: dict = {}
    exec(compile(PRELUDE, "<prelude>", "exec"), names)
    source = random.Random(seed)
    maker = Expressions(source, names)
    blocks = [PRELUDE]
    while len(blocks) <= count:
        text = maker.expression()
        if is_worth_it(text, names, source):
            blocks.append(f"case({len(blocks)}, lambda: ({text}))")
    return blocks

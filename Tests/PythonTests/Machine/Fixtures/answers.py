#% pathlib
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for text in ["/a/b/c.tar.gz", "a", ".", "", "/", "a/../b", "//x/y", "///x", "a/./b//c/", ".hidden", "a."]:
    p = PurePosixPath(text)
    for name in ["name", "stem", "suffix", "suffixes", "parent", "parts", "anchor", "root", "drive"]: print(repr(getattr(p, name)), end=" ")
    print([str(x) for x in p.parents], bytes(p), p.is_absolute(), p / "k" / "/abs", p.is_relative_to("/a"))
    for f in (lambda: p.with_name("n"), lambda: p.with_suffix(".z"), lambda: p.with_stem("q"), lambda: p.as_uri(), lambda: p.relative_to("a"), lambda: p.match("*.gz")): t(f)
p = PurePosixPath("/a/b")
for f in (lambda: PurePosixPath(5), lambda: p.with_name(""), lambda: p.with_name("a/b"), lambda: p.with_suffix("x"), lambda: p.with_suffix(p), lambda: p.relative_to("/x"), lambda: p.parents[9], lambda: p.parents[-1], lambda: p.parents, lambda: p.match(""), lambda: p < 5, lambda: p / 5, lambda: "x" / p): t(f)
w = PureWindowsPath(r"c:\a\b.txt"); print(w, repr(w), w.name, w.parts, w.drive, w / "d:/x", w.as_uri(), PureWindowsPath("//host/share/x").parts, w == PureWindowsPath("C:/A/B.TXT"), PurePosixPath("a/b/c.py").match("b/*.py"))
print(type(PurePath("a")).__name__, type(Path("a") / "b").__name__, isinstance(Path("a"), PurePosixPath), {p: 1}[PurePosixPath("/a/b")], sorted([PurePosixPath("b"), PurePosixPath("a")]))
#% counter and its kin
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: Counter(a=9) > Counter(a=1), lambda: Counter(a=1) < Counter(a=1, b=0), lambda: Counter(a=1) == Counter(a=1, b=0), lambda: Counter(a=1) <= 5, lambda: Counter.fromkeys("ab"), lambda: Counter(a="x", b=1), lambda: Counter(a="x").most_common()): t(f)
for f in (lambda: OrderedDict(a=1) | {"b": 2}, lambda: {"b": 2} | OrderedDict(a=1), lambda: defaultdict(list, a=[1]) | {"z": 1}, lambda: {"z": 1} | defaultdict(int), lambda: OrderedDict(a=1).keys(), lambda: OrderedDict(a=1).items(), lambda: OrderedDict(a=1).values()): t(f)
c = ChainMap({"a": 1}, {"b": 2})
for f in (lambda: c.pop("b"), lambda: c.pop("b", 5), lambda: {"k": 1} | c, lambda: ChainMap.fromkeys("ab"), lambda: c.popitem(), lambda: c.popitem(), lambda: c.clear()): t(f)
q = deque([1, 2, 3, 2])
def grows():
    for x in q: q.append(x)
for f in (grows, lambda: q[0:1], lambda: deque(maxlen="x"), lambda: q.index(2, 2), lambda: q.index(1, 1), lambda: reversed(q).__length_hint__()): t(f)
#% views of mappings
from collections.abc import Generator, Mapping, MutableMapping, __all__
class M(MutableMapping):
    def __init__(self, **kw): self.d = kw
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def __repr__(self): return f"M({self.d})"
m = M(a=1, b=2); keys, items, values = m.keys(), m.items(), m.values(); m["c"] = 3
print(keys, items, values, len(keys), list(keys), list(items), list(values), "c" in keys, ("a", 1) in items, ("a", 2) in items, 3 in values, keys & {"a"}, sorted(keys | {"z"}), len(__all__))
class G(Generator):
    def send(self, v): return v
    def throw(self, *a): raise StopIteration
g = G(); print(next(g), g.send(5), g.close(), iter(g) is g)
#% itertools
import itertools
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: itertools.count(1, 2), lambda: itertools.count(1), lambda: itertools.count(2.5, -1), lambda: itertools.count("a"), lambda: itertools.repeat(5), lambda: itertools.repeat(5, 3), lambda: itertools.repeat(1, 3).__length_hint__(), lambda: itertools.product(repeat=-1), lambda: itertools.tee([], -1), lambda: itertools.zip_longest(a=1), lambda: itertools.cycle(), lambda: itertools.cycle(1, 2)): t(f)
#% copies by what classes say
import copy
class State:
    def __init__(self): self.secret, self.shown = 1, [2]
    def __getstate__(self): return {"shown": self.shown}
    def __setstate__(self, state): self.__dict__.update(state, restored=True)
class Reduced:
    def __init__(self, n): self.n = n
    def __reduce__(self): return Reduced, (self.n + 1,), {"extra": [self.n]}
class Both(list):
    def __reduce_ex__(self, version): return Both, (), None, iter(self), None
s = State(); a, b = copy.copy(s), copy.deepcopy(s); print(vars(a), a.shown is s.shown, vars(b), b.shown is s.shown)
r = copy.deepcopy(Reduced(1)); print(r.n, r.extra, copy.copy(Both([1, 2])))
try: copy.copy(x for x in [])
except TypeError as e: print(e)
#% operator
import operator as o
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: o.concat(1, 2), lambda: o.concat([1], [2]), lambda: o.concat({1}, {2}), lambda: o.indexOf(5, 1), lambda: o.countOf(5, 1), lambda: o.itemgetter(), lambda: o.attrgetter(5), lambda: o.methodcaller(), lambda: o.methodcaller("a", 1, b=2), lambda: o.attrgetter("a", "b.c")): t(f)
#% io
import io
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
b = io.BytesIO(b"abc\ndef"); into = bytearray(2); print(b.readinto(into), into, b.getbuffer()[0], b.read1(1), b.readline(1), b.seek(-2, 2), b.read())
for f in (lambda: io.StringIO("a").seek(1, 1), lambda: io.StringIO("a").seek(-1), lambda: io.BytesIO().seek(-1), lambda: io.BytesIO().seek(0, 5), lambda: io.StringIO("a\r\nb", newline=None).read(), lambda: io.StringIO("a\r\nb\rc", newline="").readlines(), lambda: io.StringIO("a\nb", newline="\r\n").getvalue(), lambda: io.StringIO("a\r\nb").readlines(), lambda: io.StringIO().fileno(), lambda: io.BytesIO().truncate(-1)): t(f)
w = io.TextIOWrapper(io.BytesIO("é\nz".encode()), "utf-8"); print(w.readline(), w.read(), issubclass(io.UnsupportedOperation, (OSError, ValueError)), isinstance(io.StringIO(), io.TextIOBase), isinstance(io.BytesIO(), io.IOBase))
#% templates
import string
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
T = string.Template("$who likes ${what} $$5")
for f in (lambda: T.get_identifiers(), lambda: T.is_valid(), lambda: string.Template("$é").is_valid(), lambda: T.delimiter, lambda: T.substitute([]), lambda: T.substitute({"who": 1}, what=2), lambda: string.Template("a\nb $ c").substitute()): t(f)
class Percent(string.Template): delimiter = "%"; idpattern = "[a-z]+_[a-z]+"
for f in (lambda: Percent("%a_b %c %%").safe_substitute(a_b=1), lambda: Percent("%a_b %c %%").substitute(a_b=1)): t(f)
#% base64 and binascii
import base64, binascii, hmac
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: base64.b64encode(b"\xff\xfe", b"-_"), lambda: base64.b64encode(b"\xff\xfe", b"-"), lambda: base64.b64decode("__4=", b"-_"), lambda: base64.b64decode("x", "-"), lambda: base64.b32decode("M1======", map01="I"), lambda: base64.b32encode("x"), lambda: base64.b16decode("6g"), lambda: base64.b16decode("ab", casefold=True)): t(f)
for f in (lambda: base64.a85encode(b"abcd" * 5, wrapcol=10, adobe=True), lambda: base64.a85encode(b"    \0\0\0\0", foldspaces=True), lambda: base64.a85decode("<~@:E~>"), lambda: base64.a85decode("zz!"), lambda: base64.a85decode("@:E_W"), lambda: base64.b85encode(b"ab", pad=True), lambda: base64.b85decode("Vé"), lambda: base64.encodebytes("x")): t(f)
for f in (lambda: binascii.hexlify(b"abcd", "-", 2), lambda: binascii.crc_hqx(b"abc", 0), lambda: hmac.compare_digest("a", b"a"), lambda: hmac.compare_digest(1, 2), lambda: hmac.new(b"k", b"m")): t(f)
#% seeded numbers
import random
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
random.seed(3)
for f in (lambda: random.vonmisesvariate(0, 4), lambda: random.vonmisesvariate(1, 0), lambda: random.choices([], k=1), lambda: random.choices([], [], k=1), lambda: random.choices([], k=0), lambda: random.sample(["a", "b"], counts=[3, 2], k=4), lambda: random.random()): t(f)
#% runtime typing
from typing import *
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
T, P = TypeVar("T"), ParamSpec("P")
for f in (lambda: List[int, str], lambda: Dict[int], lambda: Generator[int], lambda: Callable[P, T], lambda: P.args, lambda: T.args, lambda: TypeVar("C", covariant=True), lambda: TypeVar("D", contravariant=True), lambda: IO[str], lambda: Generic[T, T], lambda: Generic[()], lambda: AnyStr.__constraints__, lambda: overload(len)(1), lambda: runtime_checkable(int), lambda: get_type_hints(len)): t(f)
@runtime_checkable
class Named(Protocol):
    name: str
    def go(self, x): ...
@runtime_checkable
class Goes(Protocol):
    def go(self): ...
class Quiet(Protocol):
    def q(self): ...
class Real:
    name = "n"
    def go(self, x): return x
class Child(Quiet): pass
for f in (lambda: isinstance(Real(), Named), lambda: issubclass(Real, Named), lambda: issubclass(Real, Goes), lambda: issubclass(int, Goes), lambda: isinstance(Real(), Quiet), lambda: issubclass(Real, Quiet), lambda: Named(), lambda: Quiet(), lambda: type(Child()).__name__): t(f)
try:
    class Wrong(Protocol, int): pass
except TypeError as e: print(e)
class Box(Generic[T]):
    def __init__(self, x): self.x = x
print(Box[int](5).__orig_class__, hasattr(Box(5), "__orig_class__"))
class Film(TypedDict): title: str
t(lambda: isinstance({}, Film))
#% contexts of variables
import contextvars, contextlib
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
v = contextvars.ContextVar("v"); token = v.set(1); print(contextvars.Token.MISSING, token.old_value)
for f in (lambda: v.reset(5), lambda: contextvars.copy_context().run(), lambda: contextlib.ExitStack().enter_context(5)): t(f)
#% lay-outs
class A: __slots__ = ("a",)
class B(A): __slots__ = ()
class C(A): __slots__ = ()
class D(B, C): __slots__ = ("d",)
x = D(); x.a, x.d = 1, 2; print(x.a, x.d)
for bases in [(int, str), (A, type("E", (), {"__slots__": ("e",)})), (dict, list), (A, int)]:
    try: print(type("T", bases, {}).__name__)
    except TypeError as e: print(e)
#% dataclasses made of names
from dataclasses import *
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for names in (["a", "a"], ["1a"], ["class"], [("a",)], [5]): t(lambda: make_dataclass("M", names))
print(InitVar[int], make_dataclass("M", ["a", ("b", int, field(default=2))])(1))
#% statistics
import statistics as s
from decimal import Decimal as D
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: s.harmonic_mean([1]), lambda: s.stdev([D(1), D(2)]), lambda: s.pstdev([D(1), D(2)]), lambda: s.mean([float("nan"), 1]), lambda: s.mean([float("inf"), 1]), lambda: s.pvariance([float("nan"), 1]), lambda: s.variance([1, 2, 3], xbar=2), lambda: s.median_grouped(["a", "b"])): t(f)
#% what has no dictionary
import logging, sys, textwrap
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
def steps(): yield 1
for f in (lambda: vars(object()), lambda: object().__dict__, lambda: vars(5), lambda: next(steps()) and steps().throw(5), lambda: textwrap.wrap(5), lambda: sys.stderr.name): t(f)
for args in [("nothing",), ("{x", None, "{"), ("{x:q}", None, "{"), ("$", None, "$"), ("plain", None, "$"), ("%(message)s", None, "q")]: t(lambda: logging.Formatter(*args))
#% decimal neighbours and digits
from decimal import *
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
D = Decimal
for a, b in [("1.1", "2.2"), ("-7", "2"), ("1e3", "7"), ("0", "5"), ("NaN", "1"), ("sNaN", "1"), ("Infinity", "2"), ("-Infinity", "-2"), ("123456789012345678901234567890", "3")]:
    x, y = D(a), D(b)
    for name in ["next_toward", "max_mag", "min_mag", "compare_signal", "compare_total_mag", "rotate", "shift"]: t(lambda: getattr(x, name)(y))
    for name in ["next_plus", "next_minus", "radix", "is_subnormal"]: t(lambda: getattr(x, name)())
for name, a, b in [("logical_and", "101", "110"), ("logical_or", "101", "110"), ("logical_xor", "101", "110"), ("logical_and", "2", "1"), ("rotate", "12345", "-2"), ("shift", "12345", "2"), ("shift", "12345", "-2"), ("rotate", "1", "99")]: t(lambda: getattr(D(a), name)(D(b)))
c = Context(prec=5)
for f in (lambda: D("101").logical_invert(c), lambda: D("123456").rotate(2, c), lambda: c.next_plus(D("1.5")), lambda: c.logical_invert(0), lambda: c.divide_int(7, 2), lambda: c.divmod(7, 2), lambda: c.remainder(7, 2), lambda: c.minus(D("1.234567")), lambda: c.abs(D("-1.234567")), lambda: c.add("1", 2), lambda: c.to_sci_string(D("1e10")), lambda: (c.Etiny(), c.Etop()), lambda: c.create_decimal_from_float(1.1), lambda: c.is_nan(D("NaN")), lambda: setcontext(5), lambda: BasicContext): t(f)
#% user lists and texts
from collections import UserList, UserString
import json
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
u = UserList([3, 1, 2]); u.sort(); print(u, u.data, u[1:], type(u[1:]).__name__, u + [1], [1] + u, u * 2, u == [1, 2, 3], isinstance(u, list), u.index(2), list(reversed(u)))
s = UserString("Hello"); print(s, s.upper(), type(s.upper()).__name__, s + "x", "x" + s, s[0], s == "Hello", "ell" in s, s.split("l"), s.find("l"), isinstance(s, str), s.center(11, "*"), UserString(5))
for f in (lambda: json.dumps(u), lambda: json.dumps(s), lambda: hash(u), lambda: u[99], lambda: ",".join([s]), lambda: vars(s)): t(f)
#% places before the start, and zones asked for nothing
import json, statistics
from datetime import timezone
from decimal import Decimal
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: json.JSONDecoder().raw_decode("[1]", -1), lambda: json.JSONDecoder().raw_decode(" [1] x", 1), lambda: timezone.utc.utcoffset("x"), lambda: timezone.utc.tzname(5), lambda: timezone.utc.dst(5), lambda: timezone.utc.fromutc(b""), lambda: timezone.utc.tzname(None), lambda: -Decimal("NaN"), lambda: -Decimal("-NaN")): t(f)
for f in (lambda: statistics.harmonic_mean([0, 1, 2], weights=[0, 1, 1]), lambda: statistics.harmonic_mean([0, 1, 2], weights=[1, 1, 1]), lambda: statistics.harmonic_mean([0, 5])): t(f)

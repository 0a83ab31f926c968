#% queue
import queue
q = queue.Queue(2); q.put(1); q.put(2); print(q.full(), q.qsize(), q.get(), q.empty())
try: q.put_nowait(3); q.put_nowait(4)
except queue.Full as e: print(repr(e))
p = queue.PriorityQueue(); [p.put(x) for x in (3, 1, 2)]; print([p.get() for _ in range(3)]); l = queue.LifoQueue(); l.put(1); l.put(2); print(l.get())
try: p.get_nowait()
except queue.Empty as e: print(repr(e), type(e).__module__)
try: p.get(timeout=-1)
except ValueError as e: print(e)
#% struct
import struct
for f, v in [("<I", (1,)), (">hB", (-2, 255)), ("!4s2x?", (b"ab", True)), ("<dfe", (1.5, 2.25, 0.1)), ("bhiq", (1, 2, 3, 4)), ("5p", (b"abc",)), ("3c", (b"a", b"b", b"c")), ("<Q", (2**64-1,))]:
    b = struct.pack(f, *v); print(f, b, struct.calcsize(f), struct.unpack(f, b))
for f, v in [("B", (256,)), ("b", ("x",)), ("z", ()), ("<i", (1, 2)), ("f", ("x",)), ("4s", ("s",)), ("h", (70000,)), ("<q", (2**63,))]:
    try: print(struct.pack(f, *v))
    except (struct.error, OverflowError) as e: print(type(e).__name__, e)
try: struct.unpack("<I", b"abc")
except struct.error as e: print(e)
s = struct.Struct("<HH"); print(s.size, s.pack(1, 2), s.unpack(b"\1\0\2\0"), list(s.iter_unpack(b"\1\0\2\0" * 2)), s.format)
ba = bytearray(8); struct.pack_into("<I", ba, 2, 77); print(ba, struct.unpack_from("<I", ba, 2))
#% unicodedata
import unicodedata as u
for c in "aÄß½5²Ⅷ中한 \n٣€ﬁ→🐶́_(": print(repr(c), u.category(c), u.name(c, "?"), u.combining(c), u.numeric(c, None), u.decimal(c, None), u.digit(c, None), u.mirrored(c))
for f in ("NFC", "NFD", "NFKC", "NFKD"):
    for s in ("Ångström café", "ﬁ ½ ① Ａ", "한국어", "e\u0301\u0323", "\u1e9b\u0323", "q\u0307\u0323", "\u2126\u212b", "\uac01", "\u1100\u1161\u11a8", "x²"): print(f, ascii(u.normalize(f, s)), u.is_normalized(f, s))
print(u.lookup("GREEK SMALL LETTER ALPHA"), u.normalize("NFKD", "Héllo Wörld Ñ").encode("ascii", "ignore").decode())
try: u.lookup("nope")
except KeyError as e: print(e)
try: u.name("\x00")
except ValueError as e: print(e)
try: u.normalize("X", "a")
except ValueError as e: print(e)
#% mimetypes
import mimetypes as m
for n in ["a.txt", "b.html", "c.tar.gz", "d.JPG", "e", "f.unknown", "g.json", "h.js", "i.css", "x/y.png", "http://h/a.pdf?x=1", "data:text/html,abc", "a.tgz", "w.woff2", "v.mp4", "s.svg", "m.md", "c.csv", "x.xml", "z.zip", "d.docx", "i.webp", "r.rtf", "p.py"]: print(n, m.guess_type(n))
print(m.guess_extension("text/html"), m.guess_extension("image/png"), m.guess_extension("application/json"), m.guess_extension("no/no"), m.guess_extension("text/plain"))
m.add_type("text/x-foo", ".foo"); print(m.guess_type("a.foo"), m.guess_extension("text/x-foo"), m.types_map[".png"])
#% weakref
import weakref
class O:
    def __init__(s, n): s.n = n
    def m(s): return s.n
    def __repr__(s): return f"O({s.n})"
o = O(1); r = weakref.ref(o); print(r() is o, r() == o); p = weakref.proxy(o); print(p.n, p.m(), str(p))
d = weakref.WeakValueDictionary(); d["a"] = o; k = weakref.WeakKeyDictionary(); k[o] = 5; s = weakref.WeakSet([o]); print(dict(d), len(d), k[o], len(s), o in s, "a" in d, d.get("zz"), list(k.items()))
wm = weakref.WeakMethod(o.m); print(wm()())
del o; print(r(), len(d), len(k), len(s), "a" in d, wm())
try: p.n
except ReferenceError as e: print(e)
try: weakref.ref(5)
except TypeError as e: print(e)
class S: __slots__ = ("a",)
try: weakref.ref(S())
except TypeError as e: print(e)
class W: __slots__ = ("a", "__weakref__")
w = W(); print(weakref.ref(w)() is w)
try: d["zz"]
except KeyError as e: print(repr(e))
#% complex
z = 3 + 4j
print(z, z * 2, z / 2, z ** 2, abs(z), z.real, z.imag, z.conjugate(), -z, z == 3+4j, z != 1, hash(complex(5)) == hash(5), complex("1+2j"), complex(1, 2), 1j * 1j, repr(complex(0, -0.0)), (-8) ** 0.5, bool(0j), z - 1, 1 - z, 2 / z, complex("nan"), complex(" ( 1-2j ) "), [1j], f"{z:.2f}", str(1j), complex(), 0j, z ** 0.5, z ** -1, isinstance(z, complex), sum([1j, 2]), complex("j"), complex(-0.0, 1), 2 ** 1j)
for f in (lambda: z < 1, lambda: int(z), lambda: float(z), lambda: z // 1, lambda: z % 2, lambda: complex("x"), lambda: complex("1", 2), lambda: z / 0, lambda: complex([]), lambda: 0j ** -1, lambda: divmod(z, 1), lambda: round(z), lambda: complex(1, "2")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
#% memoryview
m = memoryview(b"hello"); print(m[0], bytes(m[1:3]), m.tobytes(), m.tolist(), len(m), m == b"hello", m.nbytes, m.readonly, m.format, m.shape, m[::-1].tobytes(), list(m), 104 in m, m.hex(), m[1:][1], hash(m) == hash(b"hello"), m.obj, b"x" + m[:2], b"".join([m, b"!"]))
b = bytearray(b"abc"); v = memoryview(b); v[0] = 122; v[1:] = b"yx"; print(b, v.readonly)
for f in (lambda: m.__setitem__(0, 1), lambda: v.__setitem__(0, 300), lambda: v.__setitem__(slice(0, 2), b"a"), lambda: m[9], lambda: memoryview("s"), lambda: m["a"], lambda: hash(v)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
with memoryview(b"x") as mm: pass
try: mm[0]
except ValueError as e: print(e)
print(isinstance(m, memoryview), "<memory at" in repr(m), bytes(m), bytearray(m), int.from_bytes(m[:2], "big"), m.strides, m.itemsize, m.ndim, m.contiguous)
#% traceback objects
import traceback, sys
def a(): b()
def b(): raise ValueError("deep")
try: a()
except ValueError as e:
    tb = e.__traceback__; n = []
    while tb: n.append((tb.tb_lineno, tb.tb_frame.f_code.co_name)); tb = tb.tb_next
    print(n)
    t, v, x = sys.exc_info(); print(t, v, type(x).__name__)
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e), [(f.lineno, f.name) for f in traceback.extract_tb(e.__traceback__)])
    te = traceback.TracebackException.from_exception(e); print(str(te), te.exc_type, list(te.format_exception_only()))
    try: raise KeyError("k") from e
    except KeyError as k: print(traceback.format_exception(k)[-1], len(traceback.format_exception(k)), traceback.format_exc().count("Traceback"))
    e2 = ValueError("n").with_traceback(e.__traceback__); print(e2.__traceback__ is not None)
print(traceback.format_exc())
e = ValueError("x"); e.add_note("note1\nnote2"); print(traceback.format_exception_only(e))
print("".join(traceback.format_exception(ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [KeyError("k")]), TypeError("t")]))))
class C(Exception): pass
print(traceback.format_exception_only(C("a", 1)), traceback.format_exception_only(C()))
#% warnings
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); warnings.warn("a"); warnings.warn("b", DeprecationWarning); print(len(w), w[0].category, w[1].message, str(w[0].message))
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: warnings.warn("boom", RuntimeWarning)
    except RuntimeWarning as e: print("caught", e)
with warnings.catch_warnings(record=True) as w:
    warnings.filterwarnings("ignore", message="skip"); warnings.filterwarnings("always", category=UserWarning); warnings.warn("skip me"); warnings.warn("not"); print([str(x.message) for x in w])
try: warnings.warn("x", int)
except TypeError as e: print(e)
#% logging
import logging, io, sys
s = io.StringIO()
h = logging.StreamHandler(s); h.setFormatter(logging.Formatter("%(levelname)-8s|%(name)s|%(message)s|%(funcName)s|%(lineno)d"))
log = logging.getLogger("app.sub"); log.addHandler(h); log.setLevel(logging.DEBUG); log.propagate = False
class F(logging.Filter):
    def filter(self, r): r.extra = "E"; return "secret" not in r.getMessage()
h.addFilter(F())
def go(): log.info("hi %s %d", "x", 3); log.debug("d"); log.warning("secret"); log.error("%(a)s", {"a": 5})
go(); print(s.getvalue())
print(log.level, log.getEffectiveLevel(), log.isEnabledFor(10), log.name, log.parent, log.handlers == [h], repr(log), repr(h), logging.getLevelName(30), logging.getLevelName("INFO"), logging.getLogger("app") is log.parent, log.hasHandlers())
class L(logging.Handler):
    def __init__(s): super().__init__(); s.rec = []
    def emit(s, r): s.rec.append((r.levelname, r.getMessage(), r.name, getattr(r, "user", None)))
l = L(); root = logging.getLogger(); root.addHandler(l); root.setLevel(logging.INFO)
logging.getLogger("x").info("one", extra={"user": "u"}); logging.info("two"); logging.getLogger("x").debug("no"); logging.getLogger("y.z").critical("three"); print(l.rec)
try: log.info("x", extra={"message": 1})
except KeyError as e: print(e)
a = logging.LoggerAdapter(logging.getLogger("ad"), {"user": "adapter"}); a.warning("w"); print(l.rec[-1])
class A2(logging.LoggerAdapter):
    def process(self, msg, kw): return f"[{self.extra['id']}] {msg}", kw
A2(logging.getLogger("ad"), {"id": 7}).error("e"); print(l.rec[-1])
s2 = io.StringIO(); h2 = logging.StreamHandler(s2); h2.setFormatter(logging.Formatter("{levelname} {message}", style="{")); log.addHandler(h2)
try: 1/0
except ZeroDivisionError: log.exception("failed")
print(s2.getvalue().splitlines()[0], s2.getvalue().splitlines()[-1])
h3 = logging.StreamHandler(s2); h3.setLevel("ERROR"); h3.setFormatter(logging.Formatter("$message", style="$"))
for bad in (lambda: log.setLevel("NOPE"), lambda: log.log("x", "m"), lambda: logging.getLogger(5), lambda: logging.Formatter("x", style="?"), lambda: logging.basicConfig(zz=1, force=True)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
logging.disable(logging.CRITICAL); root.error("no"); logging.disable(logging.NOTSET)
import logging.config
logging.config.dictConfig({"version": 1, "disable_existing_loggers": False, "formatters": {"f": {"format": "CFG %(message)s"}}, "handlers": {"c": {"class": "logging.StreamHandler", "formatter": "f", "level": "INFO", "stream": "ext://sys.stdout"}}, "loggers": {"cfg": {"handlers": ["c"], "level": "DEBUG", "propagate": False}}})
logging.getLogger("cfg").info("configured"); logging.getLogger("cfg").debug("hidden")
logging.addLevelName(25, "NOTICE"); print(logging.getLevelName(25)); r = logging.makeLogRecord({"msg": "m %s", "args": ("a",), "levelname": "X"}); print(r.getMessage(), r.levelname)
#% contextlib more
from contextlib import *
import asyncio
class P:
    def __init__(s, n): s.n = n
    def __enter__(s): print("+", s.n); return s.n
    def __exit__(s, *e): print("-", s.n, e[0] and e[0].__name__)
with ExitStack() as st:
    print([st.enter_context(P(i)) for i in range(3)])
try:
    with ExitStack() as st:
        st.enter_context(P("a")); st.callback(lambda: print("cb")); raise KeyError("x")
except KeyError as e: print(repr(e))
with ExitStack() as st:
    @st.callback
    def f(): print("decorated")
    st.push(lambda *a: True); raise ValueError
@contextmanager
def cm():
    try: yield 1
    except ValueError: yield 2
try:
    with cm(): raise ValueError("q")
except RuntimeError as e: print(e)
@asynccontextmanager
async def acm(): print("in"); yield "v"; print("out")
async def start():
    async with acm() as v: print(v)
    async with AsyncExitStack() as s:
        await s.enter_async_context(acm()); s.enter_context(P("s"))
    @acm()
    async def dec(): print("body")
    await dec()
asyncio.run(start())
with suppress(Exception) as s: print(s)
@contextmanager
def ret():
    yield
with ret() as x: print(x)
import sys, io
with redirect_stdout(io.StringIO()) as f, redirect_stderr(io.StringIO()) as g:
    print("to f"); print("to g", file=sys.stderr)
print([f.getvalue(), g.getvalue()])
#% contextvars
import contextvars, asyncio
v = contextvars.ContextVar("v", default=0); t = v.set(5); print(v.get(), t.old_value is contextvars.Token.MISSING, v.name); v.reset(t); print(v.get())
try: v.reset(t)
except RuntimeError as e: print("used" in str(e))
n = contextvars.ContextVar("n")
try: n.get()
except LookupError as e: print("LookupError")
print(n.get("d"))
ctx = contextvars.copy_context()
def f(): v.set(9); return v.get()
print(ctx.run(f), v.get(), ctx[v], v in ctx, len(ctx), list(ctx.values()))
async def task(i): v.set(i); await asyncio.sleep(0); return v.get()
async def start():
    v.set(100); print(await asyncio.gather(task(1), task(2)), v.get())
    async def child(): return v.get()
    print(await asyncio.create_task(child()))
asyncio.run(start()); print(v.get())
#% inspect
import inspect, dataclasses
def f(a, /, b: int, c=3, *args, d, e: str = "x", **kw) -> bool: "doc"
s = inspect.signature(f); print(s, list(s.parameters), s.parameters["b"].annotation, s.parameters["c"].default, s.return_annotation, s.parameters["a"].kind, s.parameters["d"].kind.name)
b = s.bind(1, 2, 4, 5, d=6, z=7); b.apply_defaults(); print(b.arguments, b.args, b.kwargs, b)
for c in (lambda: s.bind(), lambda: s.bind(1, 2), lambda: s.bind(1, 2, d=1, b=3)):
    try: c()
    except TypeError as e: print(e)
print(inspect.getfullargspec(f), inspect.iscoroutinefunction(f), inspect.isfunction(f), inspect.isclass(int), inspect.getdoc(f), inspect.getmro(bool))
class K:
    def m(self, x, y=1): pass
    @classmethod
    def c(cls, z): pass
    @staticmethod
    def s(q): pass
print(inspect.signature(K.m), inspect.signature(K().m), inspect.signature(K.c), inspect.signature(K.s), inspect.signature(lambda x, *y: 0), [n for n, _ in inspect.getmembers(K, inspect.isfunction)])
@dataclasses.dataclass
class D: a: int; b: str = "z"; c: list = dataclasses.field(default_factory=list)
print(inspect.signature(D)); print(s.replace(return_annotation=int), s.parameters["c"].replace(default=9), s == inspect.signature(f), inspect.Parameter("p", inspect.Parameter.KEYWORD_ONLY, default=1))
async def co(): pass
async def ag(): yield
def g(): yield
print(inspect.iscoroutinefunction(co), inspect.isasyncgenfunction(ag), inspect.isgeneratorfunction(g), inspect.isgenerator(g()), inspect.isawaitable(5), inspect.get_annotations(f), inspect.cleandoc("  a\n    b\n    c"))
x = g(); print(inspect.getgeneratorstate(x)); next(x); print(inspect.getgeneratorstate(x)); x.close(); print(inspect.getgeneratorstate(x))
print(inspect.Parameter.empty, inspect._empty, inspect.signature(K), inspect.unwrap(f) is f, inspect.isbuiltin(len), inspect.isroutine(len), inspect.isabstract(K), inspect.ismethod(K().m))
#% typing
from typing import *
import typing
T = TypeVar("T"); K = TypeVar("K", bound=int); P = ParamSpec("P")
class G(Generic[T]):
    def __init__(s, x: T): s.x = x
print(G[int], G[int](3).x, G.__parameters__, Optional[int], Union[int, str, None], List[Dict[str, int]], Callable[[int], str], Callable[..., Any], Literal["a", 1], Tuple[int, ...], get_origin(List[int]), get_args(Dict[str, int]), T, K.__bound__)
class TD(TypedDict, total=False): a: Required[int]; b: str
print(TD(a=1), TD.__required_keys__, TD.__optional_keys__, TD.__total__, TD.__annotations__)
class NT(NamedTuple):
    x: int
    y: str = "d"
    def m(self): return self.x * 2
n = NT(1); print(n, n.m(), n._asdict(), n._replace(x=5), NT._fields, NT._field_defaults, n == (1, "d"))
UserId = NewType("UserId", int); print(UserId(5), UserId, UserId.__name__, UserId.__supertype__)
@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...
print(isinstance([], HasLen), isinstance(5, HasLen))
class Prot(Protocol):
    def m(self): ...
try: isinstance(5, Prot)
except TypeError as e: print(e)
def fn(a: int, b: "str" = "x", *c: float) -> Optional[int]: ...
print(get_type_hints(fn), cast(int, "x"), Annotated[int, "meta"].__metadata__, get_type_hints(lambda: 0), TYPE_CHECKING, Any, ClassVar[int], Final[int])
@overload
def o(x: int): ...
def o(x): return x
print(o(3), no_type_check(o) is o, final(o) is o, NoReturn, Never, Self, LiteralString, assert_type(5, int), reveal_type if False else "")
try: assert_never(5)
except AssertionError as e: print(e)
print(is_typeddict(TD), Concatenate[int, P], TypeGuard[int], int | None, (int | str).__args__, Type[int], Iterable[int], Sequence, Mapping[str, int], AsyncIterator[int], Deque, DefaultDict[str, int], Counter, Pattern, Unpack)
for c in (lambda: Optional[int, str], lambda: G[int, str], lambda: List[int](), lambda: Union[()], lambda: TypeVar("X", int), lambda: Literal[1][2], lambda: isinstance(5, List[int]), lambda: Generic[int], lambda: NewType("A", int)("x")):
    try: print(c())
    except TypeError as e: print(e)
class Base(Generic[T, K]): pass
class Sub(Base[str, bool]): pass
print(Sub.__orig_bases__, Sub.__mro__, get_args(Sub.__orig_bases__[0]), Base[int, bool].__args__, G["fwd"], ForwardRef("x"), typing.get_overloads(o) if False else "")
#% functools/itertools
from itertools import *
import operator
print(list(accumulate([1,2,3], operator.mul)), list(chain.from_iterable([[1],[2,3]])), list(compress("abc", [1,0,1])), list(dropwhile(lambda x: x<2, [1,2,1])), list(takewhile(lambda x: x<2, [1,2,1])), [(k, list(g)) for k, g in groupby("aabbc")], list(islice(count(5, 2), 3)), list(pairwise([1,2,3])), list(starmap(pow, [(2,3)])), list(zip_longest([1],[2,3], fillvalue=0)), list(product("ab", repeat=2))[:3], list(permutations([1,2,3], 2))[:3], list(combinations("abc", 2)), list(combinations_with_replacement("ab", 2)), list(repeat(1, 2)), [list(x) for x in tee([1,2])], list(filterfalse(None, [0,1])), list(islice(cycle("ab"), 5)), list(accumulate([1,2], initial=10)), list(batched([1], 1)) if False else "")
print(operator.itemgetter(1, 2)([1,2,3]), operator.attrgetter("real", "imag")(5), operator.methodcaller("upper")("a"), operator.itemgetter("k")({"k": 1}))
#% other modules
import graphlib, shlex, fnmatch, keyword, reprlib, colorsys, http.client, zlib, codecs, gc, builtins, atexit, textwrap, string, html, secrets, errno, base64
print(list(graphlib.TopologicalSorter({"d": {"b", "c"}, "b": {"a"}, "c": {"a"}}).static_order())[0], shlex.split("a 'b c' \"d e\" f\\ g"), shlex.quote("a b"), shlex.join(["a", "b c"]), fnmatch.filter(["a.py", "b.txt"], "*.py"), fnmatch.fnmatch("abc", "a[!x]?"), keyword.iskeyword("for"), keyword.kwlist[:3], reprlib.repr(list(range(100))), reprlib.repr("x" * 100), colorsys.rgb_to_hsv(.2, .4, .6), colorsys.hls_to_rgb(.5, .5, .5))
try: list(graphlib.TopologicalSorter({1: [2], 2: [1]}).static_order())
except graphlib.CycleError as e: print(e.args[0], sorted(e.args[1]))
print(http.client.responses[404], zlib.crc32(b"hello"), zlib.adler32(b"hello"), codecs.encode("abc", "rot13"), codecs.BOM_UTF8, gc.collect() >= 0, builtins.len([1]), builtins.print is print, errno.ENOENT, base64.b85encode(b"hello!"), base64.a85encode(b"hello"), base64.b85decode(base64.b85encode(b"xyz")), base64.encodebytes(b"a" * 60), base64.b32hexencode(b"hi"))
print(textwrap.shorten("hello big world", 12), textwrap.indent("a\nb", "> "), textwrap.dedent("  a\n   b"), textwrap.fill("the quick brown fox " * 3, 20), string.Template("$a ${b} $$").substitute(a=1, b=2), string.Template("$a $z").safe_substitute(a=1), string.capwords("a bc"), html.escape("<a href='x'>&"), html.unescape("&lt;&eacute;&#39;"))
w = textwrap.TextWrapper(width=15, initial_indent="* ", subsequent_indent="  "); print(w.wrap("hello world this is text"), w.width)
class Fm(string.Formatter):
    def get_value(self, k, a, kw): return kw.get(k, f"<{k}>") if isinstance(k, str) else a[k]
print(Fm().format("{x} {y} {0}", 5, x=1), list(string.Formatter().parse("a{b!r:>{w}}c")))
import statistics
nd = statistics.NormalDist(100, 15); print(nd, nd.cdf(115), nd.inv_cdf(.975), nd.pdf(100), nd + 5, nd.quantiles(), statistics.linear_regression([1,2,3],[2,4,6]), statistics.covariance([1,2,3],[1,5,7]), statistics.correlation([1,2,3],[1,5,7]), statistics.median_grouped([1,2,2,3]), statistics.fmean([1,2], weights=[1,3]))
from concurrent.futures import ThreadPoolExecutor, as_completed
with ThreadPoolExecutor(2) as ex: print(list(ex.map(lambda x: x*2, [1,2])), ex.submit(pow, 2, 3).result(), sorted(f.result() for f in as_completed([ex.submit(abs, -1), ex.submit(abs, -2)])))
#% fractions decimal rest
from fractions import Fraction as F
from decimal import *
print(F(1, 3) + F(1, 6), F("0.25"), F(1.5), F(3, 6), F(7, 2) // 1, F(7, 2) % 1, -F(1, 2), F(1, 2) ** 2, F(4) ** F(1, 2), float(F(1, 3)), F(1, 2) == 0.5, hash(F(1, 2)) == hash(0.5), F(5, 2).limit_denominator(1), str(F(1, 2)), round(F(7, 2)), F(22, 7).numerator, F.from_float(0.5), F.from_decimal(Decimal("0.1")), sorted([F(1, 2), 0.3, 1]), F(1, 3) < 0.5, int(F(7, 2)), F("3/4") * 2, F(3, 4) / F(3, 8))
try: F(1, 0)
except ZeroDivisionError as e: print(e)
with localcontext() as c: c.prec = 5; print(Decimal(1) / 3, getcontext().prec)
print(getcontext().prec, Decimal("1.2345").quantize(Decimal("1.00"), rounding=ROUND_UP), Decimal("12345.678").to_eng_string(), Decimal("1E+5"), Decimal("-1.5").copy_abs(), Decimal("1.5").is_signed(), Decimal("0.00").is_zero(), Decimal("7").fma(2, 3), Decimal("1.25").as_integer_ratio(), Decimal("10").log10(), Decimal("2").exp(), Decimal("1e3").normalize(), Decimal("100").normalize(), Decimal("1.10").compare_total(Decimal("1.1")), Decimal(3).remainder_near(2), Decimal("1.7").to_integral(), Decimal("12").scaleb(2), Decimal("5").number_class(), format(Decimal("1234567.891"), ",.1f"), format(Decimal("0.5"), ".0%"), f"{Decimal('1e-8')}", f"{Decimal('3.14159'):.3}", f"{Decimal('42'):>10}", Decimal("Infinity") > 5)
for f in (lambda: Decimal("x"), lambda: Decimal(1) / 0, lambda: Decimal("1") + 1.5, lambda: Decimal("sNaN") + 1, lambda: Decimal("1e1000000") * Decimal("1e1000000"), lambda: int(Decimal("NaN"))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
#% in place repetition
from collections import deque
class L(list): pass
class C: pass
class R:
    def __rmul__(self, o): return f"rmul {o}"
for a in ([1], (1,), "a", b"a", bytearray(b"a"), {1}, {1: 2}, deque([1]), L([1]), 3, None):
    for b in ([2], "b", 1.5, None, L([2]), R(), C(), deque([2]), 2, True):
        x = a
        try: x *= b; print(type(x).__name__, x if not isinstance(x, set) else "set")
        except TypeError as e: print(e)
#% asyncio edge
import asyncio
async def job(n, d=0):
    try:
        await asyncio.sleep(d); return n
    except asyncio.CancelledError: print("cancelled", n); raise
async def start():
    t = asyncio.create_task(job("a", 10)); await asyncio.sleep(0); t.cancel("why")
    try: await t
    except asyncio.CancelledError as e: print("ce", t.cancelled(), t.done())
    outer = asyncio.create_task(asyncio.wait_for(job("b", 10), 10)); await asyncio.sleep(0.01); outer.cancel()
    try: await outer
    except asyncio.CancelledError: print("outer cancelled")
    inner = asyncio.create_task(job("c", 0.02)); sh = asyncio.shield(inner)
    try: await asyncio.wait_for(sh, 0.01)
    except asyncio.TimeoutError: print("shielded", inner.cancelled())
    print(await inner)
    g = asyncio.gather(job("d", 10), job("e", 10)); await asyncio.sleep(0); g.cancel()
    try: await g
    except asyncio.CancelledError: print("gather cancelled")
    res = await asyncio.gather(job(1), job(2), return_exceptions=True); print(res)
    async with asyncio.timeout(None): print("no limit")
    async with asyncio.timeout(5) as tm: pass
    print(tm.expired())
    async with asyncio.TaskGroup() as tg:
        t1 = tg.create_task(job("x", 0.01)); t2 = tg.create_task(job("y"))
    print(t1.result(), t2.result())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(job("slow", 10))
            await asyncio.sleep(0)
            raise ValueError("body")
    except* ValueError as eg: print(eg.exceptions)
    f = asyncio.get_running_loop().create_future(); f.add_done_callback(lambda fu: print("done cb", fu.result())); f.set_result(5); await asyncio.sleep(0)
    try: f.set_result(6)
    except asyncio.InvalidStateError as e: print(e)
    print(f.done(), f.result(), f.exception())
    f2 = asyncio.get_running_loop().create_future(); f2.set_exception(KeyError("k"))
    try: await f2
    except KeyError as e: print(repr(e))
    done, pending = await asyncio.wait([asyncio.create_task(job(i, i / 100)) for i in range(3)], timeout=0.015); print(len(done), len(pending)); [p.cancel() for p in pending]
    await asyncio.gather(*pending, return_exceptions=True)
    order = []
    async def step(n):
        for i in range(3): order.append((n, i)); await asyncio.sleep(0)
    await asyncio.gather(step("p"), step("q")); print(order)
    lock = asyncio.Lock(); log = []
    async def crit(n):
        async with lock: log.append(("in", n)); await asyncio.sleep(0); log.append(("out", n))
    await asyncio.gather(crit(1), crit(2)); print(log)
    try: lock.release()
    except RuntimeError as e: print(e)
    b = asyncio.Barrier(2); print(sorted(await asyncio.gather(b.wait(), b.wait())))
    try: asyncio.run(job(1))
    except RuntimeError as e: print(e)
    ev = asyncio.Event(); print(ev.is_set()); ev.set(); print(await ev.wait())
    s = asyncio.BoundedSemaphore(1)
    try: s.release()
    except ValueError as e: print(e)
    async def agen():
        for i in range(3): yield i
    print([i async for i in agen() if i], await asyncio.to_thread(sum, [1, 2]))
asyncio.run(start())
try: asyncio.get_running_loop()
except RuntimeError as e: print(e)
try: asyncio.run(5)
except ValueError as e: print(e)

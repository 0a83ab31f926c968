#% inheritance
class A:
    def __init__(self, **kw): super().__init__(**kw); self.a = 1
    def who(self): return "A"
    def __repr__(self): return f"{type(self).__name__}"
class B(A):
    def who(self): return "B>" + super().who()
class C(A):
    def who(self): return "C>" + super().who()
class D(B, C):
    def who(self): return "D>" + super().who()
print(D().who(), [c.__name__ for c in D.__mro__], D(), isinstance(D(), A), issubclass(D, C), D.__bases__, super(B, D()).who(), A.__subclasses__())
try:
    class X(A, D): pass
except TypeError as e: print(e)
try:
    class Y(A, A): pass
except TypeError as e: print(e)
try: A(z=1)
except TypeError as e: print(e)
try: object(1)
except TypeError as e: print(e)
class N:
    def __new__(cls, *a): print("new", a); return super().__new__(cls)
    def __init__(self, *a): print("init", a)
N(1)
class Sing:
    _i = None
    def __new__(cls): 
        if not cls._i: cls._i = super().__new__(cls)
        return cls._i
print(Sing() is Sing())
from abc import ABC, abstractmethod, abstractproperty
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
    def desc(self): return f"{self.name} {self.area()}"
try: Shape()
except TypeError as e: print(e)
class Sq(Shape):
    def area(self): return 4
    name = "sq"
try: Sq()
except TypeError as e: print(e)
class Sq2(Sq):
    @classmethod
    def make(cls): return cls()
print(Sq2.make().desc(), Shape.__abstractmethods__ == frozenset({"area", "name", "make"}))
Shape.register(int); print(isinstance(5, Shape), issubclass(bool, Shape))
class Hook(ABC):
    @classmethod
    def __subclasshook__(cls, c): return hasattr(c, "quack") or NotImplemented
class Duck: quack = 1
print(isinstance(Duck(), Hook), isinstance(5, Hook))
class Attr:
    def __getattr__(self, n):
        if n.startswith("dyn_"): return n[4:]
        raise AttributeError(f"no {n}")
    def __setattr__(self, n, v): object.__setattr__(self, n, v * 2)
    def __delattr__(self, n): print("del", n); object.__delattr__(self, n)
    def __dir__(self): return ["z", "a"]
a = Attr(); a.x = 5; print(a.x, a.dyn_foo, dir(a), hasattr(a, "q"), getattr(a, "q", "dflt")); del a.x
try: a.q
except AttributeError as e: print(e)
class GA:
    def __getattribute__(self, n): return f"got {n}" if n != "real" else object.__getattribute__(self, "__dict__")
print(GA().anything, GA().real)
T = type("T", (A,), {"z": 5, "m": lambda self: self.z}); print(T().m(), T.__name__, T.__module__ in ("__main__", "main"), type(T), T.__dict__["z"])
class Meta(type):
    def __call__(cls, *a): print("meta call", a); return super().__call__(*a)
class M(metaclass=Meta):
    def __init__(self, v): self.v = v
print(M(3).v, type(M).__name__)
class Cmp:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
print(Cmp(1) == Cmp(1), Cmp(1) != Cmp(2))
try: hash(Cmp(1))
except TypeError as e: print(e)
try: Cmp(1) < Cmp(2)
except TypeError as e: print(e)
class It:
    def __init__(s, n): s.n = n
    def __getitem__(s, i):
        if i >= s.n: raise IndexError
        return i * i
print(list(It(4)), 4 in It(4), [*It(3)])
class Call:
    def __call__(self, *a, **k): return a, k
print(Call()(1, b=2), callable(Call()), callable(5))
class Num:
    def __init__(s, v): s.v = v
    def __add__(s, o): return NotImplemented
    def __radd__(s, o): return f"radd {o}"
    def __iadd__(s, o): s.v += o; return s
    def __bool__(s): return False
    def __len__(s): return 3
    def __int__(s): return 9
    def __str__(s): return "str"
    def __bytes__(s): return b"by"
    def __hash__(s): return 1
    def __sizeof__(s): return 5
n = Num(1); n += 5; print(n.v, 5 + n, bool(n), len(n), int(n), str(n), bytes(n), hash(n), f"{n}", f"{n!s:>5}", [n] == [n], not n)
try: n + 5
except TypeError as e: print(e)
try: f"{n:d}"
except TypeError as e: print(e)
class Bad:
    def __len__(s): return -1
    def __bool__(s): return 5
    def __str__(s): return 5
    def __repr__(s): return 5
    def __hash__(s): return "x"
    def __iter__(s): return 5
    def __index__(s): return "x"
    def __contains__(s, x): return 5
    def __int__(s): return "x"
    def __float__(s): return 5
for f in (len, bool, str, repr, hash, iter, lambda b: [1][b], lambda b: 1 in b, int, float, list):
    try: print(f(Bad()))
    except Exception as e: print(type(e).__name__, e)
class WithDoc:
    """The doc."""
    x: int = 1
    def m(self): "mdoc"
print(WithDoc.__doc__, WithDoc.m.__doc__, WithDoc.__annotations__, WithDoc.__name__, WithDoc.__qualname__, WithDoc().__class__.__name__, vars(WithDoc())), 
class Outer:
    class Inner:
        def f(self): return type(self).__qualname__
print(Outer.Inner().f(), Outer.Inner, Outer.Inner.f.__qualname__)
class P1:
    @property
    def v(self): raise AttributeError("inner")
    def __getattr__(self, n): return f"fallback {n}"
print(P1().v)
class CG:
    def __class_getitem__(cls, k): return f"cg {k}"
print(CG[5])
class Eq:
    def __eq__(self, o): return True
print([1] == [Eq()], Eq() in [2], {"a": Eq()} == {"a": 5}, (1, Eq()) == (1, 2))
print(type(None), type(...), type(NotImplemented), type(print), type(len.__call__) if False else "", type((lambda: 0)), type(A.who), type(A().who), type(type), type([].append).__name__, type(range(1)), type(x for x in []))
#% json re datetime
import json, re, datetime, decimal, uuid, base64, hashlib, hmac, secrets, time, string, random, html, urllib.parse as up, itertools, functools
print(json.dumps({"a": [1, 2.5, None, True], "é": "ü\n", 1: 2, None: 3, True: 4, 1.5: 6}), json.dumps({"b": 1, "a": 2}, sort_keys=True, indent=2), json.dumps([1, 2], separators=(",", ":")), json.dumps("é", ensure_ascii=False), json.dumps(float("nan")), json.loads('{"a": [1, 2.0, "x", null, true], "b": {"c": -1e5}}'), json.dumps((1, 2)), json.dumps({"d": datetime.date(2024, 1, 2)}, default=str), json.loads("[1]", parse_int=float), json.loads('{"a":1}', object_hook=lambda d: list(d.items())), json.dumps([], indent=1), json.dumps({}), json.dumps({"a": {}, "b": []}, indent=1))
for bad in ("{", "[1,]", "{'a':1}", "nul", '"\n"', "[1] x", "", '{"a" 1}', "01", "[1 2]", '{"a":1,}'):
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(repr(bad), e, e.pos, e.lineno, e.colno)
for bad in (object, {1, 2}, b"x", {(1, 2): 3}, 1j):
    try: print(json.dumps(bad))
    except TypeError as e: print(e)
class Enc(json.JSONEncoder):
    def default(self, o): return f"<{type(o).__name__}>" if not isinstance(o, set) else sorted(o)
print(json.dumps({"s": {3, 1}, "o": 1j}, cls=Enc), json.JSONEncoder(indent=None).encode([1]))
m = re.match(r"(?P<y>\d{4})-(?P<m>\d\d)", "2024-05-06"); print(m, m.group(), m.group("y", "m"), m.groupdict(), m.span("m"), m.start(), m[1], m.lastgroup, m.re.pattern, m.string, m.expand(r"\g<m>/\1"))
print(re.findall(r"(\w)(\d)", "a1 b2"), re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub("a", lambda m: m[0].upper(), "banana", count=2), re.split(r"[,;]\s*", "a, b;c"), re.split(r"(,)", "a,b"), re.fullmatch(r"\d+", "12a"), re.search(r"(?i)WORLD", "hello world").start(), [m.group() for m in re.finditer(r"\d+", "1 22 333")], re.compile(r"x", re.I | re.M).flags, re.escape("a.b*c"), re.subn("a", "b", "aa"), re.compile("(a)(b)?").match("a").groups("d"), re.sub(r"(?<=a)b", "X", "ab cb"), re.match(r"^\s*$", ""), bool(re.search(r"\bfoo\b", "a foo b")), re.findall(r"(?m)^\w", "a\nb"), re.sub(r"\s+", " ", "a  b\n c"), re.compile(r"(?x) a  b # c").match("ab") is not None, re.sub(r"[^\w\s-]", "", "Héllo, Wörld!"), re.findall("a|b", "cab"))
try: re.compile("(")
except re.error as e: print(e, e.pos)
d = datetime.datetime(2024, 2, 29, 13, 5, tzinfo=datetime.timezone.utc); td = datetime.timedelta(days=1, hours=2, seconds=30)
print(d, d.isoformat(), d + td, d - td, (d - datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc)), d.strftime("%Y/%m/%d %H:%M:%S %Z %z %a %b %d"), d.timestamp(), d.date(), d.time(), d.weekday(), d.isocalendar(), d.replace(year=2023, day=1), td, td.total_seconds(), str(-td), repr(td), td * 2, td / 2, td // datetime.timedelta(hours=1), datetime.date(2024, 1, 31).toordinal(), datetime.datetime.strptime("03/04/2024 15:30", "%d/%m/%Y %H:%M"), datetime.datetime.fromisoformat("2024-01-02T03:04:05+02:00"), datetime.date.fromisoformat("2024-01-02"), d.astimezone(datetime.timezone(datetime.timedelta(hours=5, minutes=30))), datetime.timezone(datetime.timedelta(hours=-3)), d > datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc), d.ctime(), d.utctimetuple().tm_yday, datetime.time(1, 2, 3).isoformat(), datetime.datetime.min, repr(d), datetime.datetime.fromtimestamp(0, datetime.timezone.utc), datetime.UTC)
for f in (lambda: datetime.date(2024, 2, 30), lambda: datetime.datetime.fromisoformat("x"), lambda: d - datetime.datetime(2024, 1, 1), lambda: datetime.datetime.strptime("a", "%Y"), lambda: d < datetime.datetime(2024, 1, 1), lambda: datetime.timedelta(days=10**10), lambda: datetime.date(2024, 1, 1) + 5, lambda: datetime.time(25)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
D = decimal.Decimal; print(D("1.10") + D("2.2"), D(1) / D(3), D("2.675").quantize(D("0.01")), D("2.675").quantize(D("0.01"), decimal.ROUND_HALF_UP), D("1E+3"), D("0.1") * 3, D(5) // D(2), D(-5) % D(3), D("1.0") == 1, round(D("2.5")), int(D("3.9")), float(D("0.1")), str(D("1.500").normalize()), D("NaN"), D("Infinity"), D("123.456").as_tuple(), f"{D('1234.5'):,.2f}", D("2").sqrt(), sum([D("0.1")] * 3), D("1.23e-10"), abs(D("-1")), max(D(1), D(2)), hash(D(1)) == hash(1), D("10").ln(), D(0.1), -D("0"), D("3.14").to_integral_value(), D("1").compare(D("2")), D("5").is_zero(), D("100").adjusted())
u = uuid.UUID("12345678123456781234567812345678"); print(u, u.hex, u.int, u.version, u.bytes[:2], uuid.uuid5(uuid.NAMESPACE_DNS, "x"), repr(u), u.urn, u == uuid.UUID(str(u)), uuid.uuid4().version)
print(base64.b64encode(b"hi there"), base64.urlsafe_b64encode(b"\xff\xfe"), base64.b64decode("aGk="), hashlib.sha256(b"x").hexdigest()[:16], hashlib.md5(b"x").hexdigest(), hmac.new(b"k", b"m", "sha256").hexdigest()[:16], hmac.compare_digest("a", "a"), len(secrets.token_hex(8)), len(secrets.token_urlsafe(16)), hashlib.new("sha1", b"a").hexdigest()[:8], hashlib.blake2b(b"x", digest_size=8).hexdigest(), base64.b32encode(b"a"), base64.b16encode(b"az"))
print(up.quote("a b/ü?"), up.quote_plus("a b&c"), up.unquote("%C3%BC+x"), up.unquote_plus("a+b%20c"), up.urlencode({"a": 1, "b": ["x", "y"], "c": "ü &"}, doseq=True), up.urlparse("https://u:p@h.com:8080/p/a;x?q=1&r=2#f"), up.urlsplit("//h/p?q").netloc, up.urljoin("http://a/b/c", "../d"), up.parse_qs("a=1&a=2&b="), up.parse_qsl("a=1&b=2"), up.urlunparse(("http", "h", "/p", "", "q=1", "f")), up.urlparse("http://h:80/x").port, up.quote("é", safe=""), up.urldefrag("http://a#b"), up.urlsplit("http://[::1]:80/").hostname, up.parse_qs("a=1;b=2"), up.quote(b"\xff"))
random.seed(42); print(random.random(), random.randint(1, 10), random.choice("abc"), random.sample(range(10), 3), random.shuffle(x := [1, 2, 3]) or x, random.uniform(1, 2), random.gauss(0, 1), random.choices("ab", k=3), random.randrange(0, 10, 2), random.getrandbits(8), random.Random(1).random())
print(html.escape('<a href="x">\'&'), html.unescape("&lt;&amp;&#x41;&nbsp;&hellip;"), string.ascii_letters[:5], string.digits, string.punctuation, functools.reduce(lambda a, b: a + b, [1, 2, 3]), time.strftime("%Y", time.gmtime(0)), time.gmtime(0)[:3])

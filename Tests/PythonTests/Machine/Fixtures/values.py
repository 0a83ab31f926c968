#% f-strings
x, y, name, d, w = 3.14159, 42, "wörld", {"k": [1, 2]}, 10
print(f"{x:.2f} {y:05d} {name!r} {d['k'][0]} {y=} {x = :.1f} {name:>{w}} {name:*^{w}s} {{}} {'nested'} {y:#x} {y:b} {y:,} {1e6:,.2f} {x:e} {y:+} {-y: } {True:d} {None} {x!s:>10}")
print(f"{'a' if y else 'b'} {[i for i in range(3)]} {(lambda: 5)()} {y!r:^{w}} {'%'}" f"{y}" "plain" rf"\n{y}")
print(f"""multi
{y
}
line""", f"{y:{'>'}{w}}", f"{x:{w}.{2}f}", f"{ {'a': 1}['a'] }", f"{'q'!r}", f"{name!a}")
import datetime
t = datetime.datetime(2024, 2, 3, 4, 5, 6, 7); print(f"{t:%Y-%m-%d %H:%M:%S.%f} {t:%A %B %j %U %p %I %y %b %a %%} {t!s} {t.date()} {t:%d/%m/%Y}")
print("{0} {1} {0}".format(1, 2), "{} {}".format(1, 2), "{a.real} {b[k]} {c[0]}".format(a=5, b={"k": 1}, c=[9]), "{:>{w}}".format("x", w=5), "{!r:>5}".format("a"), "%s %r %d %5.2f %-5s| %05d %x %% %c" % ("s", "r", 5, 2.5, "l", 42, 255, "c"), "%(a)s %(b)03d" % {"a": 1, "b": 2}, "%*d" % (5, 3))
for s in ("{", "}", "{0.}", "{a", "{!x}", "{:d}", "{} {1}", "{0} {}"):
    try: print(s.format("v", 1))
    except Exception as e: print(s, type(e).__name__, e)
print(f"{1_000_000:_} {255:08b} {255:#o} {0.1+0.2} {1/3:.3%} {12345.678:g} {1e-7} {1e22} {float('inf')} {-0.0} {1e16} {123456789012345678} {2**100} {100000000000000000000000.0}")
print(f"{'abc':.2} {'abc':5}| {5:<4}| {5:^5}| {5.0} {5.5:.0f} {6.5:.0f} {0.5:.0f} {1.005:.2f} {2.675:.2f} {1234567.891:,.1f} {0:g} {1e5:g} {1e-5:g} {100:e} {3:.2f}")
#% strings
s = "Hello, World"
print(s.lower(), s.upper(), s.title(), s.swapcase(), s.capitalize(), s.casefold(), s.center(20, "*"), s.ljust(15, "."), s.rjust(15), s.zfill(15), "-5".zfill(4), s.count("l"), s.find("o"), s.rfind("o"), s.index("W"), s.replace("l", "L", 2), s.split(", "), s.rsplit("o", 1), s.partition(","), s.rpartition("x"), s.startswith(("He", "x")), s.endswith("d"), s.isalpha(), "abc".isalpha(), "12".isdigit(), "½".isnumeric(), " ".isspace(), "Ab".istitle(), "a1".isalnum(), "a_1".isidentifier(), "é".isascii(), "\n".isprintable())
print("a,b,,c".split(","), " a  b ".split(), "a\nb\r\nc".splitlines(), "a\nb".splitlines(True), "x".join("abc"), "  x ".strip(), "xxaxx".strip("x"), "abc"[::-1], "abcdef"[1:5:2], "abc"[-2:], "abc" * 2, "b" in "abc", "a" < "b", "ab".encode(), "é".encode("latin-1"), b"ab".decode(), "ß".upper(), "ǆ".title(), "İ".lower(), "abc".translate(str.maketrans("ab", "xy", "c")), "tab\tx".expandtabs(4), "abc".removeprefix("a").removesuffix("c"), ord("a"), chr(8364), "a\tb\\'\"".__repr__(), repr("it's"), repr('say "hi"'), repr("\x00\x7f\u200b\U0001f600é"), ascii("é"), "%s" % "x", str(b"x"), str(b"x", "utf-8"), "a-b_c".replace("-", "").split("_", maxsplit=1), "{}".format("é"), len("👍🏽"), "ab" "cd", r"\n", "\u0041\x41\101\N{LATIN SMALL LETTER A}")
print("Straße".casefold() == "strasse", "ﬁ".upper(), sorted(["b", "A", "a", "B"], key=str.lower), max("abc", "abd"), "abc".find("z"), "".join(reversed("abc")), "a" == 'a', "x".__class__, hash("a") == hash("a"), "a%%b" % (), "abc".__contains__("b"), "a".__add__("b"), "hello world".title(), "they're bill's".title(), "1.5".replace(".", ","), "abcabc".rindex("b"), "a b c".split(" ", 1), "   ".split(), "".split(","), "abc".startswith("b", 1), "abc".endswith("b", 0, 2))
#% ints floats
print(7 // 2, -7 // 2, 7 % -3, -7 % 3, divmod(-7, 3), 2 ** -1, 2 ** 10, pow(3, 5, 7), 5 / 2, 6 / 2, 1e3, int(3.9), int(-3.9), int("ff", 16), int("0b11", 0), int(" 12 "), int("1_000"), float("1e3"), float(" inf "), round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(5.5), abs(-3), 0.1 + 0.2, 1e100, 1.0, 1e16, 1e-5, 123456.789e3, (5).bit_length(), (255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "little"), (3.5).is_integer(), (0.5).as_integer_ratio(), float.fromhex("0x1p3"), (1.5).hex(), 10 ** 20, -5 >> 1, 5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 70, True + True, 3 == 3.0, hash(3) == hash(3.0), 1 < 2 < 3, 5 if 0 else 6, 0x1F, 0o17, 0b11, 1_000, bool(0.0), int(True), 3 .real, (2).__add__(3), complex, float("nan") != float("nan"), min(1, 2.0), sum([0.1] * 10), 1e308 * 10, -1e308 * 10, 5 // 0.3, 5 % 0.3, 2 ** 0.5, 9 ** 0.5, 10 ** -2, (-2) ** 3, -2 ** 2, 7 // 2.0, bin(-5), oct(8), hex(-255), 3.0 // 1, int(1e20), 12345678901234567890 % 97, 5 .__rsub__(3))
for f in (lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 0 ** -1, lambda: int("1.5"), lambda: int(None), lambda: float("x"), lambda: int(float("inf")), lambda: int(float("nan")), lambda: 10.0 ** 400, lambda: "5" + 5, lambda: 5 + "5", lambda: [] + (), lambda: -"a", lambda: 1 << -1, lambda: int("12", 50), lambda: round("a"), lambda: (5).foo, lambda: 5(), lambda: 5[0], lambda: len(5), lambda: 1 in 5, lambda: 2.5 & 1, lambda: pow(2, 3, 0), lambda: (300).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: int([]), lambda: divmod(5, 0)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
import math
print(math.pi, math.floor(-2.5), math.ceil(2.1), math.gcd(12, 18), math.lcm(4, 6), math.isclose(0.1 + 0.2, 0.3), math.hypot(3, 4), math.comb(5, 2), math.perm(5, 2), math.prod([1, 2, 3]), math.fsum([0.1] * 10), math.trunc(-2.5), math.copysign(1, -0.0), math.log2(8), math.log10(1000), math.log(8, 2), math.exp(1), math.degrees(math.pi), math.isqrt(17), math.modf(2.5), math.frexp(8), math.dist((0, 0), (3, 4)), math.inf, math.nan, math.fmod(-7, 3), math.remainder(7, 4), math.cbrt(27), math.e, math.tau)
#% collections ops
l = [3, 1, 2]; l.sort(reverse=True); print(l, sorted(l), l[::-1], l[-1:], l[5:], l.index(1), l.count(1)); l[1:2] = [7, 8, 9]; print(l); del l[::2]; print(l); l.insert(1, "x"); l.extend("ab"); l += [1]; l *= 2; print(l, l.pop(), l.pop(0)); l.remove("x"); l.reverse(); print(l, [1, 2] < [1, 3], [1] == [1.0], [[1] * 2] * 2, list(range(10, 0, -3)), [*range(3), *"ab"], l.copy() == l)
l = list(range(10)); l[::2] = [0] * 5; print(l, l[8:2:-2], l[-3:-1], l[:-8], l[slice(1, 3)])
for c in ("l[::2] = [1]", ):
    try: l[::2] = [1]
    except ValueError as e: print(e)
d = {"a": 1, "b": 2}; d.update(c=3, **{"d": 4}); print(d, d.get("z"), d.get("z", 0), d.pop("a"), d.pop("zz", None), d.setdefault("e", []), list(d), list(d.items()), "b" in d, d | {"x": 1}, {**d, "b": 9}, dict(zip("ab", [1, 2])), dict([("k", "v")]), dict.fromkeys("ab", 0), {k: v for k, v in d.items() if v}, d.popitem(), len(d), list(reversed(d)), d == {"d": 4, "c": 3, "b": 2}, sorted(d, key=d.get), max(d, key=d.get))
d |= {"new": 1}; print(d, d.keys() & {"b"}, sorted(d.keys() - {"b"}), d.items() >= {("b", 2)}, d.values(), d.keys(), d.items())
for k in list(d):
    if k == "b": del d[k]
try:
    for k in d: d[k + "x"] = 1
except RuntimeError as e: print(e)
s = {1, 2, 3}; t = frozenset([3, 4]); print(s | t, s & t, s - t, s ^ t, s <= {1, 2, 3, 4}, s.isdisjoint({9}), s.issuperset({1}), {1} < s, t | s, type(t | s), len(s), sorted(s.union([5], (6,))), s.intersection([1, 2]), s.symmetric_difference([1]), 2 in s, s == {3, 2, 1}, {x % 2 for x in range(5)}, set(), frozenset(), {t: 1})
s.add(9); s.discard(100); s.remove(9); s.update([7]); s.difference_update([7]); s &= {1, 2}; print(s, s.pop() in (1, 2))
try: s.remove(99)
except KeyError as e: print(repr(e))
t = (1, 2, 3); a, *b = t; *c, e = t; f, (g, h), *i = 1, (2, 3), 4, 5; print(a, b, c, e, f, g, h, i, t + (4,), t * 2, t.index(2), t.count(1), t[::-1], (1,), (), tuple("ab"), t < (1, 2, 4), hash(t) == hash((1, 2, 3)), 1, )
for c in (lambda: (lambda x, y: 0)(*[1]), ):
    try: c()
    except TypeError as e: print(e)
try: a, b = 1, 2, 3
except ValueError as e: print(e)
try: a, b, c = 1, 2
except ValueError as e: print(e)
try: a, *b = ()
except ValueError as e: print(e)
try: a, b = 5
except TypeError as e: print(e)
print(sorted([(2, "b"), (1, "z"), (2, "a")]), sorted("bca", reverse=True), sorted([1, -3, 2], key=abs), min([3, 1], default=0), max([], default="none"), min("abc", key=lambda c: -ord(c)), any([0, 1]), all([]), sum([[1], [2]], []), list(enumerate("ab", 1)), list(zip([1, 2], "ab", strict=True)), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "a"])), list(reversed([1, 2])), next(iter([]), "d"), [i for i in range(3) for j in range(i)], {i: j for i, j in [(1, 2)]}, [[j for j in range(i)] for i in range(3)], list(iter(iter([1, 2, 0, 3]).__next__, 0)))
try: list(zip([1], [1, 2], strict=True))
except ValueError as e: print(e)
#% collections module
from collections import *
c = Counter("abracadabra"); print(c, c.most_common(2), c["z"], c + Counter(a=1), c - Counter(a=10), c & Counter(a=2), c | Counter(z=1), sorted(c.elements())[:3], c.total(), Counter(a=1) == Counter(a=1, b=0), +Counter(a=-1, b=2), dict(c)); c.update("aa"); c.subtract("b"); print(c["a"], c["b"])
dd = defaultdict(list); dd["a"].append(1); print(dd, dd["x"], dict(dd), "q" in dd); print(defaultdict(int, a=1)["zz"], defaultdict(lambda: 5)["k"])
od = OrderedDict(a=1, b=2); od.move_to_end("a"); print(od, od.popitem(last=False), list(od)); 
dq = deque([1, 2, 3], maxlen=3); dq.append(4); dq.appendleft(0); dq.rotate(1); print(dq, dq[0], dq.maxlen, dq.pop(), dq.popleft(), len(dq)); dq.extend([7, 8, 9]); dq.extendleft([1]); print(dq, 8 in dq, list(reversed(dq)), dq.index(7), dq.count(7))
P = namedtuple("P", "x y", defaults=[0]); p = P(1); print(p, p.x, p._asdict(), p._replace(y=5), P._fields, P._make([1, 2]), p == (1, 0), *p, P.__doc__, P._field_defaults)
cm = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(cm["a"], cm["b"], dict(cm), cm.maps, cm.new_child({"c": 1})["c"], len(cm), cm.parents, sorted(cm))
try: P()
except TypeError as e: print(e)
try: P(1, 2, 3)
except TypeError as e: print(e)
try: p.x = 1
except AttributeError as e: print(e)
class UD(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
u = UD(a=1); u["b"] = 2; print(u, dict(u), "A" in u, len(u), u.get("A"))
class D2(dict):
    def __missing__(self, k): return k * 2
print(D2()["ab"], D2(a=1), type(D2().copy()))
class L2(list):
    def sum(self): return sum(self)
print(L2([1, 2]).sum(), L2([1]) + [2], type(L2([1])[:]), isinstance(L2(), list), L2("ab"))
class S2(str):
    def shout(self): return self.upper() + "!"
print(S2("a").shout(), S2("a") + "b", type(S2("a").upper()), S2("a") == "a", {S2("a"): 1}["a"], f"{S2('x'):>3}")
class I2(int):
    def __repr__(self): return f"I2({int(self)})"
print(I2(5) + 1, I2(5), [I2(3)], str(I2(4)), f"{I2(4)}", I2(7) == 7)
#% scopes
x = "global"
def outer():
    x = "enc"
    def inner():
        nonlocal x; x = "changed"; y = [x for x in range(3)]; return x, y
    r = inner(); return r, x
def g(): global x; x = "g2"; return x
print(outer(), g(), x)
def f(a, b=[], *c, d, e=5, **k): b.append(a); return a, b, c, d, e, k
print(f(1, d=1), f(2, d=2), f(1, [9], 3, 4, d=5, z=6))
def pos(a, b, /, c, *, d): return a, b, c, d
print(pos(1, 2, c=3, d=4), pos(1, 2, 3, d=4))
for c in (lambda: pos(1, b=2, c=3, d=4), lambda: pos(1, 2, 3, 4), lambda: f(), lambda: f(1), lambda: f(1, a=2, d=1), lambda: pos(1, 2, 3), lambda: (lambda: 0)(1, 2), lambda: f(**{"a": 1, 5: 2}), lambda: f(*5), lambda: f(**5), lambda: outer(1), lambda: print(sep=5), lambda: f(1, d=2, **{"d": 3})):
    try: print(c())
    except TypeError as e: print(e)
fs = [lambda: i for i in range(3)]; print([f() for f in fs]); fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs])
def counter():
    n = 0
    def inc(by=1): nonlocal n; n += by; return n
    return inc
c = counter(); print(c(), c(5), counter()())
def unb():
    try: print(zz)
    except UnboundLocalError as e: print(e)
    zz = 1
unb()
if (n := len("abc")) > 2: print(n)
print([y := 1, y + 1], (z := 5) + z, [last := v for v in range(3)], last)
class K:
    a = 1; b = [a for _ in range(2)] if False else a + 1
    def m(self): return __class__.__name__
print(K.b, K().m(), (lambda *a, **k: (a, k))(1, x=2), (lambda a, b=2: a + b)(1))
def gen():
    received = yield 1
    while received: received = yield received * 2
it = gen(); print(next(it), it.send(5), it.send(6))
def deco(*args):
    def w(fn): fn.tags = args; return fn
    return w
@deco(1, 2)
@deco(3)
def tagged(): pass
print(tagged.tags, tagged.__name__, f.__defaults__, f.__kwdefaults__, f.__code__.co_argcount, f.__code__.co_varnames[:3], outer.__qualname__, counter().__qualname__)
print("a", "b", sep="-", end="!\n"); print(); print(1, None, True, [1, "a"], {"k": 'v'}, sep=", "); print("x", end=""); print("y", flush=True)
del x
try: x
except NameError as e: print(e)
for i in range(3):
    if i == 5: break
else: print("for else")
while True:
    break
else: print("no")
try: pass
except: pass
else: print("else")
finally: print("finally")
def annotated(a: "int", *args: str, b: list[int] = None) -> dict[str, int]: pass
print(annotated.__annotations__); v: int = 5; w: str; print(__annotations__, __name__ in ("__main__", "main"))
assert (1, 2) == (1, 2), "no"; print(1 if not [] else 2, not 1, 1 and 0, 0 or "x", None is None, 1 is not None, [] == [], [] is [], "a" "b")
#% percent formatting: widths count characters, named items, what is missing, words of bytes
def show(template, values):
    try:
        print(ascii(template % values))
    except Exception as error:
        print(type(error).__name__, ascii(str(error)))


inf, nan = float("inf"), float("nan")
for template in ("%5s|", "%-5s|", "%.1s|", "%05s|", "%5.2r|", "%a", "%c%c" , "é%s€%d", "%(a)s", "%(a)*d", "%(a)s %s", "%s %s"):
    for values in ("é€", ("é€",), {"a": 5}, (1, 2), 65, ("x", 66), ()):
        show(template, values)
for template in ("%f", "%.2f", "%08.3f", "%+.0f", "% f", "%#.0f", "%-9.1f|", "%e", "%G", "%.9f", "%12.10f", "%.*f"):
    for value in (0, -0.0, 1.5, -2.5, 0.125, 999999999.9999999, 1e9, 1e22, inf, -inf, nan, True, 10**20, "x", None):
        show(template, value if "*" not in template else (3, value))
for template in ("%d", "%5d|", "%-5d|", "%05d", "%+d", "% d", "%.3d", "%08.3d", "%x", "%#X", "%#o", "%08x", "%i", "%u"):
    for value in (0, 7, -7, 2**63, -(2**70), 3.99, True, "x", None):
        show(template, value)
for template in (b"%s", b"%b", b"%5s|", b"%.1s|", b"%r", b"%a", b"%c", b"%d", b"%i", b"%u", b"%x", b"%f", b"%g", b"%(a)s", b"%y", b"%\xe9"):
    for values in (b"\xe9x", "é", 65, 1.5, (b"a", b"b"), {b"a": b"b"}, None):
        show(template, values)
for template, values in (("%", 1), ("%5", 1), ("%.", 1), ("%(a", {}), ("%(a)s", 1), ("%(a)s", {}), ("%y", 1), ("é%€", 1), ("%*d", ("x", 1)),
                         ("%*d", (-6, 1)), ("%.*f", (10**19, 1.0)), ("%*d", (10**19, 1)), ("%%%s%%", 1), ("%ld%hi%Lx", (1, 2, 255)), ("%d %d", 1)):
    show(template, values)

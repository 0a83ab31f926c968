#% arithmetic
print(1 + 2, 7 // 2, -7 // 2, 7 % 3, -7 % 3, 2 ** 10, 7 / 2, 1 - 5, 3 * 4, ~5, -(3), +4, not 1)
print(1 << 5, 1024 >> 3, 6 & 3, 6 | 3, 6 ^ 3, 2 ** 100, 2 ** -1, 10 ** 20 - 1)
print(9223372036854775807 + 1, -9223372036854775808 - 1, 9223372036854775807 * 2, 1.5 + 2, 3 * 0.5)
print(True + True, 5 == 5.0, 0.1 + 0.2, 1e100, 1_000_000, 0xff, 0b101, 0o17)
#% comparison
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1 == 1, 3 > 2 > 1, "a" < "b", [1, 2] < [1, 3], (1,) < (1, 2))
print(1 is 1, None is None, 1 in [1, 2], 3 not in [1, 2], "b" in "abc", None is not None)
def side(x):
    print("side", x)
    return x
print(side(1) < side(2) < side(0) < side(5))
#% boolean operators
print(1 and 2, 0 and 2, 0 or 3, 1 or 3, not 0, not [], [] or "x", None or 0 or "", 1 and 2 and 3)
def t(x): print("t", x); return True
def f(x): print("f", x); return False
if t(1) or f(2): print("yes")
if f(1) and t(2): print("no")
if not (f(1) or f(2)): print("neither")
if (t(1) and f(2)) or t(3): print("mixed")
while not f(9):
    break
print("x" if t(5) and not f(6) else "y")
#% unsupported operands
def attempt(code):
    try:
        print(eval_(code))
    except Exception as e:
        print(type(e).__name__, e)
def eval_(f): return f()
for f in [
    lambda: 1 + "a", lambda: "a" + 1, lambda: [] + (), lambda: {} + {}, lambda: None + 1, lambda: "a" - "b", lambda: 1 < "a",
    lambda: [] < {}, lambda: -"a", lambda: +[], lambda: ~1.5, lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0,
    lambda: None[0], lambda: 5[0], lambda: (1, 2)[5], lambda: [1][3], lambda: {}["k"], lambda: {1: 2}[3], lambda: "abc"[10],
    lambda: (1).foo, lambda: None.x, lambda: "a".zzz, lambda: len(5), lambda: 5(), lambda: None(), lambda: [1]["a"], lambda: 1 in 5,
    lambda: [][1.5], lambda: {[]: 1}, lambda: {1, []}, lambda: hash([]), lambda: object() < object(), lambda: 2 ** "x", lambda: [1] * "a",
    lambda: "a" * 1.5, lambda: 1 @ 2, lambda: [] @ [], lambda: iter(5), lambda: next(5), lambda: int("x"), lambda: object() + 1,
    lambda: print.foo, lambda: abs("x"), lambda: [1, 2].index(9), lambda: undefined_name, lambda: range(5)[9], lambda: "%d" % "x",
]:
    attempt(f)
#% in place
x = 5
x += 3; print(x)
x -= 1; print(x)
x *= 2; print(x)
x //= 3; print(x)
x **= 2; print(x)
x %= 7; print(x)
x <<= 2; print(x)
x |= 1; print(x)
l = [1]
m = l
l += [2]
print(m, l is m)
l *= 2
print(m)
s = "a"
s += "b"
print(s)
d = {"a": 1}
d["a"] += 5
d["b"] = d.get("b", 0) + 1
print(d)
class P:
    v = 1
p = P()
p.v += 10
print(p.v, P.v)
try:
    x += "s"
except TypeError as e:
    print(e)
try:
    t = (1,)
    t[0] += 1
except TypeError as e:
    print(e)
#% slices
l = list(range(10))
print(l[2:5], l[:3], l[7:], l[::2], l[::-1], l[-3:], l[1:8:3], l[5:2], "hello"[1:3], (1, 2, 3)[::-1])
l[2:4] = ["a", "b", "c"]
print(l)
del l[0], l[-1]
print(l)
del l[1:3]
print(l)
l[::2] = [0] * len(l[::2])
print(l)
#% f-strings
name, n, pi = "Tom", 42, 3.14159
print(f"{name} {n:5d}|{n:<5}|{n:^7}|{n:05}|{pi:.2f}|{name!r}|{name:>6}|{name!s:*^9}|{n:x}|{n:,}|{1234567.891:,.1f}")
w = 8
print(f"{n:{w}}|{pi:{w}.{2}f}|{n=}|{n = }|{name=!s}|{'nested ' + f'{n}'}|{{}}|{[x for x in range(3)]}")
print(f"{n!a} {'é'!a} {None} {True} {[1, 'a']} {dict(a=1)}")
print(f"" + f"{''}" + "tail" f"{1}" "x")
#% conditional and walrus
if (n := 10) > 5:
    print(n)
print([y := 5, y ** 2], y)
print([last := x for x in range(3)], last)
print("a" if 0 else "b" if 0 else "c")
def g():
    total = 0
    vals = [total := total + v for v in [1, 2, 3]]
    return vals, total
print(g())
#% displays
print([1, *[2, 3], *(4, 5)], (*[1], 2), {*[1, 2], 3}, {**{"a": 1}, "b": 2, **{"a": 3}}, [], (), {}, (1,))
print({1: "a", True: "b", 1.0: "c"}, {"x": 1, "y": {"z": [1, (2,), {3}]}})
print({**{}}, [*"abc"], {*()})
try:
    [*5]
except TypeError as e:
    print(e)
try:
    {**5}
except TypeError as e:
    print(e)
#% comprehensions
print([x for x in range(5)], [x * y for x in range(3) for y in range(3) if x != y], {x % 3 for x in range(10)}, {x: x ** 2 for x in range(4)})
print(list(x for x in "abc"), sum(x for x in range(101)), [[y for y in range(x)] for x in range(4)])
x = "outer"
print([x for x in range(2)], x)
class K:
    items = [1, 2, 3]
    doubled = [i * 2 for i in items]
    n = 2
print(K.doubled)
def h():
    k = 3
    return [k * i for i in range(3)], [lambda: i for i in range(3)][0]()
print(h())
print([(a, b) for a, b in {"x": 1, "y": 2}.items()], [a for a, *b in [(1, 2, 3)]])
try:
    print([undefined for _ in range(2)])
except NameError as e:
    print(e)
#% unpacking
a, b = 1, 2
a, b = b, a
(c, d), e = (1, 2), 3
f, *g = "hello"
*h, i = [1, 2, 3]
j, *k, l = 1, 2
[m, n] = {1: 2, 3: 4}
print(a, b, c, d, e, f, g, h, i, j, k, l, m, n)
for bad in [lambda: unpack2([1]), lambda: unpack2([1, 2, 3]), lambda: unpack2(5), lambda: unpackstar([1]), lambda: unpack2("abc"), lambda: unpack2(None)]:
    try:
        bad()
    except Exception as x:
        print(type(x).__name__, x)
    def unpack2(v): p, q = v
    def unpackstar(v): p, q, *r = v
x = y = z = []
print(x is y is z)
a = [0, 0]
i = 0
i, a[i] = 1, 9
print(i, a)
#% del
x = 1
del x
try:
    x
except NameError as e:
    print(e)
def f():
    y = 1
    del y
    try:
        y
    except UnboundLocalError as e:
        print(e)
    try:
        del y
    except UnboundLocalError as e:
        print(e)
f()
d = {"a": 1, "b": 2}
del d["a"]
print(d)
try:
    del d["zz"]
except KeyError as e:
    print(repr(e))
class A: pass
a = A()
a.x = 1
del a.x
try:
    del a.x
except AttributeError as e:
    print(e)
#% big numbers survive
x = 1
for i in range(1, 30):
    x *= i
print(x, x // 10 ** 20, x % 1000007, -x // 3, x > 10 ** 30, x == x + 0, str(x)[:5], hash(2 ** 61 - 1))
print(2 ** 63, -2 ** 63, 2 ** 64 - 1, (2 ** 64) >> 60, int("9" * 25), 10 ** 18 * 10 ** 18)

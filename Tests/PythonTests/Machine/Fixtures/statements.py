#% loops
for i in range(3): print(i, end=" ")
else: print("else")
for i in []: pass
else: print("empty else", i)
n = 5
while n:
    n -= 1
    if n == 3: continue
    if n == 1: break
    print(n, end=" ")
else: print("no")
print(n)
for a, (b, *c) in [(1, (2, 3, 4)), (5, (6,))]: print(a, b, c)
for x in "ab":
    for y in [1, 2]:
        if y == 2: break
        print(x, y)
d = {}
for d["k"] in range(3): pass
print(d)
for i in range(10 ** 20, 10 ** 20 + 2): print(i)
l = [1, 2, 3]
for v in l:
    if v == 1: l.append(9)
    print(v, end=",")
print()
for k in {"a": 1, "b": 2}: print(k)
for k, v in {"a": 1}.items(): print(k, v)
try:
    dd = {1: 1}
    for k in dd: dd[k + 1] = 1
except RuntimeError as e: print(e)
try:
    for x in 5: pass
except TypeError as e: print(e)
#% match values
def m(x):
    match x:
        case 0 | 1: return "small"
        case -5: return "minus five"
        case "a" | "b": return "letter"
        case None: return "none"
        case True: return "true"
        case 3.5: return "float"
        case [] | (): return "empty"
        case [1]: return "one"
        case [a, b]: return f"two {a} {b}"
        case [1, *rest]: return f"starts {rest}"
        case [*_, "end"]: return "ends"
        case {"type": "x", "v": v}: return f"x {v}"
        case {"only": 1, **rest}: return f"rest {rest}"
        case {}: return "mapping"
        case str(s): return f"str {s}"
        case int() as i if i > 100: return f"big {i}"
        case float(f): return f"float {f}"
        case (int(), str()) | {"never": _}: return "pair"
        case _: return "other"
for x in [0, 1, -5, "a", "zzz", None, True, 3.5, [], (), [1], [1, 2], [1, 2, 3], ["x", "y", "end"], {"type": "x", "v": 5}, {"only": 1, "b": 2}, {"q": 1}, 500, 50, 2.5, {1}, b"ab", range(2), (1, 2, 3, 4)]:
    print(repr(x), m(x))
#% match classes
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Other: pass
def m(p):
    match p:
        case Point(0, 0): return "origin"
        case Point(x=0, y=y): return f"on y {y}"
        case Point(x, 0): return f"on x {x}"
        case Point(x, y) if x == y: return f"diagonal {x}"
        case Point(x=px): return f"point {px}"
        case Other(z=1): return "z"
        case Other(): return "other"
        case [Point(a, b), Point(c, d)]: return a + b + c + d
        case {"p": Point(x=q) as whole}: return q, whole.y
for p in [Point(0, 0), Point(0, 3), Point(4, 0), Point(2, 2), Point(1, 2), Other(), [Point(1, 2), Point(3, 4)], {"p": Point(7, 8)}, 5]: print(m(p))
try:
    match Point(1, 2):
        case Point(1, 2, 3): pass
except TypeError as e: print(e)
try:
    match 5:
        case m(): pass
except TypeError as e: print(e)
class C: K = 5
match 5:
    case C.K: print("dotted")
match [1, [2, [3, 4]]]:
    case [a, [b, [*c]]]: print(a, b, c)
match (1, 2):
    case (x, y) as both: print(x, y, both)
x = "kept"
match [1, 2]:
    case [x, 3]: print("no")
    case _: print(x)
#% global statements
__name__ == "__main__" and print("main")
if __name__ == "__main__": print("main")
print(__name__, __debug__)
pass
...
"string statement"
x: int = 5
y: str
print(x, __annotations__)
try: y
except NameError as e: print(e)
a = b = c = 3; print(a, b, c)
if 0: pass
elif 1: print("elif")
else: pass
#% imports
try:
    import nonexistent_module
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    from nonexistent.sub import x
except ImportError as e:
    print(type(e).__name__, e)
try:
    from . import x
except ImportError as e:
    print(e)
#% shadowing builtins
print(len([1]))
def f():
    len = lambda x: "shadow"
    return len([])
print(f())
len = 5
print(len)
del len
print(len([1, 2]))
#% scoping of loops and comprehension
x = 1
def f():
    for x in range(3): pass
    return x
print(f(), x)
funcs = []
for n in range(3):
    def g(n=n): return n
    funcs.append(g)
print([g() for g in funcs])
print([[i, j] for i in range(2) for j in range(i)], [i for i in [j for j in range(3)]])
#% augmented on attributes and items
class A: pass
a = A()
a.x = [1]
a.x += [2]
a.d = {"k": [1]}
a.d["k"] += [2]
a.d["k"][0] *= 10
print(a.x, a.d)
def f(): print("once"); return a
f().x += [3]
def idx(): print("idx"); return 0
a.x[idx()] += 5
print(a.x)
#% exec order of assignment
def t(n):
    print("t", n)
    return {}
def v():
    print("v")
    return 1
t(1)["a"] = t(2)["b"] = v()
class X:
    def __setattr__(self, k, v): print("set", k, v)
x = X()
x.a, x.b = 1, 2
x.c = x.d = 3
#% long program pieces
data = [{"name": n, "age": a} for n, a in [("Tom", 3), ("Kit", 5), ("Felix", 3)]]
groups = {}
for item in data:
    groups.setdefault(item["age"], []).append(item["name"])
print(groups, sorted(groups), {k: len(v) for k, v in groups.items()})
def fizz(n): return ["FizzBuzz" if i % 15 == 0 else "Fizz" if i % 3 == 0 else "Buzz" if i % 5 == 0 else i for i in range(1, n + 1)]
print(fizz(15))
def quick(l):
    if len(l) <= 1: return l
    p, *rest = l
    return quick([x for x in rest if x < p]) + [p] + quick([x for x in rest if x >= p])
print(quick([3, 6, 1, 8, 2, 9, 2]))
def hanoi(n, a="A", b="B", c="C"): return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
print(len(hanoi(6)), hanoi(2))
matrix = [[1, 2], [3, 4]]
print([list(r) for r in zip(*matrix)], sum(map(sum, matrix)))
words = "the quick brown the lazy the".split()
print({w: words.count(w) for w in set(words) if w == "the"}, " ".join(w.capitalize() for w in words))

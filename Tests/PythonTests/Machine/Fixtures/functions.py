#% parameters
def f(a, b=2, *args, c, d=4, **kw): return (a, b, args, c, d, kw)
print(f(1, c=3), f(1, 2, 3, 4, c=5, z=6), f(*[1, 2], **{"c": 3}), f(1, *(2,), *[3], c=0, **{"q": 1}, **{"w": 2}))
def g(a, /, b, *, c): return a, b, c
print(g(1, 2, c=3), g(1, b=2, c=3))
def h(a, /, **kw): return a, kw
print(h(1, a=2))
print((lambda *a, **k: (a, k))(1, x=2), (lambda x, y=5: x + y)(1), (lambda: None)())
#% wrong arguments
def f(a, b, c=3): pass
def g(*, k, m): pass
def h(): pass
def p(a, /, b): pass
def d(a, b=1): pass
def v(a, *r): pass
class C:
    def m(self, x): pass
    def __init__(self, q): pass
for call in [
    lambda: f(), lambda: f(1), lambda: f(1, 2, 3, 4), lambda: f(1, 2, z=1), lambda: f(1, a=2), lambda: g(), lambda: g(k=1), lambda: g(1, k=1, m=2),
    lambda: h(1), lambda: h(x=1), lambda: p(a=1, b=2), lambda: p(1), lambda: d(), lambda: d(1, 2, 3), lambda: C(), lambda: C(1, 2), lambda: C(1).m(),
    lambda: C(1).m(1, 2), lambda: f(*5), lambda: f(**5), lambda: f(**{1: 2}), lambda: f(1, **{"a": 2}), lambda: f(b=1, **{"b": 2}), lambda: v(), lambda: g(1, 2, k=1, m=1),
    lambda: h(1, 2), lambda: f(1, 2, 3, 4, 5), lambda: len(), lambda: len(1, 2), lambda: object(1), lambda: (lambda a: a)(),
]:
    try:
        call()
    except TypeError as e:
        print(e)
#% defaults once
def f(x, acc=[]):
    acc.append(x)
    return acc
f(1)
print(f(2), f.__defaults__, f(3, []))
n = 10
def g(v=n): return v
n = 20
print(g())
#% closures
def counter():
    count = 0
    def up(by=1):
        nonlocal count
        count += by
        return count
    def get(): return count
    return up, get
up, get = counter()
up(); up(5)
print(get())
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
gs = []
for i in range(3):
    gs.append(lambda: i)
print([g() for g in gs])
def outer(a):
    def middle():
        def inner(): return a
        return inner
    return middle()()
print(outer(7))
def late():
    def use(): return later
    later = 5
    return use()
print(late())
def unset():
    def use(): return later
    try:
        use()
    except NameError as e:
        print(type(e).__name__, e)
    later = 1
unset()
def deleted():
    x = 1
    def f(): return x
    del x
    try:
        f()
    except NameError as e:
        print(e)
deleted()
#% globals
g = 1
def set_it():
    global g, fresh
    g = 2
    fresh = 3
set_it()
print(g, fresh)
def local():
    print(g2)
    g2 = 1
try:
    local()
except UnboundLocalError as e:
    print(e)
def only_read(): return g
print(only_read())
#% decorators
def deco(tag):
    print("make", tag)
    def wrap(f):
        print("wrap", tag, f.__name__)
        def inner(*a, **k):
            return f"<{tag}>" + f(*a, **k)
        return inner
    return wrap
@deco("a")
@deco("b")
def hello(x): return "hi " + x
print(hello("Tom"))
@lambda c: c.__name__
class Named: pass
print(Named)
#% function attributes
def f(a: int, b: "str" = "x", *args: float, c: list[int] = None, **kw) -> bool:
    """Doc."""
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__annotations__)
f.extra = 1
print(f.extra, f.__dict__, callable(f))
class A:
    def m(self): pass
    class B:
        def n(self):
            def inner(): pass
            return inner
print(A.m.__qualname__, A.B.n.__qualname__, A.B().n().__qualname__, A().m.__name__, (lambda: 0).__name__, A().m.__func__ is A.m)
#% recursion limit
def deep(n): return deep(n + 1)
try:
    deep(0)
except RecursionError as e:
    print(e)
def down(n): return 0 if n == 0 else 1 + down(n - 1)
print(down(900))
#% keyword evaluation order
def p(x):
    print(x, end=" ")
    return x
def f(*a, **k): return a, k
print(f(p(1), x=p(2), y=p(3)))
print(f(*[p(1)], p(2), k=p(3), **{"z": p(4)}))
d = {p("k"): p("v")}
p(1) + p(2) * p(3)
#% positional methods of builtins
l = []
l.append(1)
add = l.append
add(2)
print(l, "a,b".split(","), [3, 1, 2].sort(), str.upper("x"), list.append(l, 3), l, "x".join(["1", "2"]))
print(sorted([3, 1, 2], reverse=True), max(3, 1), min([4, 2]), sorted("bca", key=lambda c: -ord(c)), list(map(lambda x: x + 1, [1, 2])))
print(list(filter(None, [0, 1, 2])), dict(zip("ab", [1, 2])), list(enumerate("ab", 1)), any([0, 1]), all([]), list(reversed([1, 2])))
#% nested functions and names
x = "global"
def f():
    x = "f"
    class C:
        y = x
        x = "class"
        def m(self): return x
        z = [x for _ in range(1)]
    return C.y, C.x, C().m(), C.z
try:
    print(f())
except NameError as e:
    print(type(e).__name__, e)
def g():
    x = "g"
    class D:
        def m(self): return x
        z = [x for _ in range(1)]
        w = x
    return D().m(), D.z, D.w
print(g())
#% future annotations
from __future__ import annotations
def f(x: Undefined, y: list[int] = 3) -> Nope: pass
class A:
    x: Missing
    y: int = 3
print(f.__annotations__, A.__annotations__)
v: Whatever = 3
print(__annotations__)
#% star arguments order
def f(a, b, c): return a, b, c
print(f(*(1, 2), c=3), f(1, *(2,), **{"c": 3}), f(c=1, *(2, 3)))
#% return from everywhere
def f(n):
    for i in range(10):
        while True:
            with_ = [i]
            if n == 1: return "loop"
            break
        if i == 3: return i
def g(): return
def h(): pass
def t(): return 1, 2
print(f(1), f(2), g(), h(), t())

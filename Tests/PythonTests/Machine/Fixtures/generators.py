#% basics
def g(n):
    for i in range(n):
        got = yield i
        if got: print("got", got)
    return "done"
x = g(3)
print(next(x), x.send("a"), next(x))
try:
    next(x)
except StopIteration as e:
    print(e.value)
try:
    next(x)
except StopIteration as e:
    print(repr(e))
print(list(g(3)), next(g(0), "default"), sum(i * i for i in range(5)), iter(x) is x)
#% send errors
def g(): yield 1
x = g()
try:
    x.send(5)
except TypeError as e:
    print(e)
def r():
    yield next(me)
me = r()
try:
    next(me)
except ValueError as e:
    print(e)
def stop():
    yield 1
    raise StopIteration("x")
try:
    list(stop())
except RuntimeError as e:
    print(e, repr(e.__cause__))
#% throw and close
def g():
    while True:
        try:
            x = yield "ready"
            print("x", x)
        except ValueError as e:
            print("caught", e)
            yield "handled"
        finally:
            print("fin")
x = g()
print(next(x))
print(x.throw(ValueError("v")))
print(next(x))
x.close()
x.close()
try:
    x.throw(KeyError("after"))
except KeyError as e:
    print("out", e)
y = g()
try:
    y.throw(TypeError, "early")
except TypeError as e:
    print(e)
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
z = stubborn()
next(z)
try:
    z.close()
except RuntimeError as e:
    print(e)
#% yield from
def inner():
    try:
        a = yield 1
        print("inner got", a)
        b = yield 2
        return "inner result"
    except ValueError as e:
        print("inner caught", e)
        return "from error"
def outer():
    r = yield from inner()
    print("r", r)
    yield from [10, 20]
    r = yield from (i for i in range(2))
    return r
o = outer()
print(next(o), o.send("A"), o.send("B"), next(o), next(o), next(o))
print(list(o))
o = outer()
next(o)
print(o.throw(ValueError("thrown")))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2:
            s = StopIteration()
            s.value = None
            raise StopIteration("value")
        return self.n
    def send(self, v): print("send", v); return next(self)
    def throw(self, t, *a): print("throw", t); return 99
def d():
    r = yield from It()
    print("r", r)
e = d()
print(next(e), e.send(4))
print(e.throw(KeyError("k")))
print(list(e))
def deep(n):
    if n == 0: yield "bottom"
    else: yield from deep(n - 1)
print(list(deep(100)))
try:
    def bad(): yield from 5
    list(bad())
except TypeError as e:
    print(e)
#% close runs finally through delegation
def inner():
    try: yield 1
    finally: print("inner closed")
def outer():
    try: yield from inner()
    finally: print("outer closed")
o = outer()
next(o)
o.close()
#% generator expressions
x = 5
g = (x * i for i in range(3))
x = 10
print(list(g))
def f():
    y = 2
    return list(y * i for i in range(3) if i != 1)
print(f(), max(len(w) for w in ["a", "bbb"]), list(zip((i for i in "ab"), (j for j in "cd"))))
try:
    (i for i in 5)
except TypeError as e:
    print(e)
#% exceptions in for over generator
def g():
    yield 1
    raise ValueError("inside")
try:
    for v in g(): print(v)
except ValueError as e:
    print(e)
def h():
    for i in range(3):
        try:
            yield i
        except ValueError:
            print("never")
for v in h():
    try:
        if v == 1: raise ValueError("outside")
    except ValueError as e:
        print("caught outside", e)
#% many alive
def counter(n):
    while True:
        n += 1
        yield n
cs = [counter(i * 10) for i in range(5)]
print([next(c) for c in cs], [next(c) for c in cs], next(cs[0]))
def primes():
    def from_(n):
        while True:
            yield n
            n += 1
    def sieve(s):
        p = next(s)
        yield p
        yield from sieve(i for i in s if i % p)
    return sieve(from_(2))
p = primes()
print([next(p) for _ in range(10)])
#% iter with sentinel and in
it = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(it), 0)), 3 in (i for i in range(5)), [*(c for c in "xy")])
a, *b = (i for i in range(4))
print(a, b)
#% dropped in the middle
def g(name):
    try:
        yield 1
        yield 2
    finally:
        print("closed", name)
for x in g("loop"): break
print("behind the loop")
kept = g("variable")
next(kept)
kept = None
print("behind the variable")
def first(): return next(g("expression"))
print(first())
def outer(): yield from g("delegated")
next(outer())
print("behind the delegation")
class Manager:
    def __enter__(self): return self
    def __exit__(self, *details): print("exit", details[0].__name__)
def h():
    with Manager(): yield
next(h())
print("behind the with")
def stubborn():
    try: yield
    finally: raise ValueError
next(stubborn())
never = g("never started")
never = None
print("end")

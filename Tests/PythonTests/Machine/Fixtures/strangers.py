#% every operator
class V:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f"V({self.x}, {self.y})"
    def __add__(self, o): return V(self.x+o.x, self.y+o.y) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __mul__(self, k): return V(self.x*k, self.y*k)
    __rmul__ = __mul__
    def __neg__(self): return V(-self.x, -self.y)
    def __pos__(self): return self
    def __invert__(self): return V(self.y, self.x)
    def __abs__(self): return (self.x**2+self.y**2)**.5
    def __bool__(self): return bool(self.x or self.y)
    def __eq__(self, o): return isinstance(o, V) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __lt__(self, o): return abs(self) < abs(o)
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __iter__(self): yield self.x; yield self.y
    def __len__(self): return 2
    def __contains__(self, v): return v in (self.x, self.y)
    def __matmul__(self, o): return self.x*o.x+self.y*o.y
    def __divmod__(self, k): return divmod(self.x, k), divmod(self.y, k)
    def __round__(self, n=None): return V(round(self.x, n), round(self.y, n))
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __trunc__(self): return "trunc"
    def __format__(self, spec): return f"<{self.x:{spec}}|{self.y:{spec}}>"
    def __index__(self): return self.x
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __complex__(self): return 1j
    def __call__(self, *a, **k): return a, k
    def __reversed__(self): return iter([self.y, self.x])
import math
a, b = V(1, 2), V(3, 4)
print(a+b, sum([a, b]), 3*a, a*2, -a, +a, ~a, abs(b), bool(V(0,0)), a == V(1, 2), hash(a) == hash(V(1,2)), sorted([b, a]), a[0], list(a), len(a), 2 in a, a@b)
print(divmod(b, 2), round(V(1.26, 2.34), 1), math.floor(a), math.ceil(a), math.trunc(a), f"{a:03d}", [10, 20][a], int(a), float(a), a(1, k=2), list(reversed(a)), hex(V(255,0)))
try: a.z = 1
except AttributeError as e: print(e)
try: a.__dict__
except AttributeError as e: print(e)
try: print(a + 1)
except TypeError as e: print(e)
try: print(1 + a)
except TypeError as e: print(e)
try: a -= 1
except TypeError as e: print(e)
del a.x
try: a.x
except AttributeError as e: print(e)
print(V.x, type(V.x).__name__, V.__slots__)
#% slots rules
class A:
    __slots__ = ("a",)
class B(A): pass
class C(A): __slots__ = ("c", "__dict__")
class D(A): __slots__ = ()
b = B(); b.z = 1; b.a = 2; print(b.__dict__)
c = C(); c.q = 1; c.c = 3; print(c.__dict__, vars(c))
d = D()
for n in ("z", "a"):
    try: setattr(d, n, 1); print("ok", n)
    except AttributeError as e: print(e)
try: vars(d)
except TypeError as e: print(e)
print(hasattr(d, "__dict__"))
try:
    class E: 
        __slots__ = ("a",); a = 1
except ValueError as e: print(e)
class P:
    __slots__ = "name"
p = P(); p.name = 1; print(p.name)
class Q:
    __slots__ = {"x": "the doc"}
print(Q().__slots__)
try: Q().x
except AttributeError as e: print(e)
try: del Q().x
except AttributeError as e: print(e)
class Priv:
    __slots__ = ("__secret",)
    def __init__(self): self.__secret = 5
    def get(self): return self.__secret
print(Priv().get(), dir(Priv)[0])
#% metaclass
class Registry(type):
    items = {}
    def __new__(m, name, bases, ns, **kw):
        ns["created_by"] = m.__name__
        cls = super().__new__(m, name, bases, ns)
        m.items[name] = kw
        return cls
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.kw = kw
    def __call__(cls, *a, **k):
        inst = super().__call__(*a, **k)
        inst.made = True
        return inst
    @classmethod
    def __prepare__(m, name, bases, **kw):
        print("prepare", name, bases, kw)
        return {}
    def __iter__(cls): return iter([1, 2])
    def __len__(cls): return 42
    def __getattr__(cls, n): return f"meta {n}"
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, c): return c is int
    def __contains__(cls, x): return x == "in"
    def __getitem__(cls, k): return ("item", k)
    def __repr__(cls): return f"<reg {cls.__name__}>"
class A(metaclass=Registry, flag=True): 
    def __init__(self, v): self.v = v
class B(A, other=2): pass
print(A, Registry.items, A.kw, B.kw, A.created_by, list(A), len(A), A.foo, isinstance(5, A), issubclass(int, A), "in" in A, A["k"], A(3).made)
print(type(A), type(type(A)), A.__class__, B.__mro__, B.__bases__)
try: print(A(1).nope)
except AttributeError as e: print(e)
#% init_subclass
class Plugin:
    registry = []
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.name = name or cls.__name__.lower()
        Plugin.registry.append(cls)
class X(Plugin): pass
class Y(Plugin, name="why"): pass
print([(c.__name__, c.name) for c in Plugin.registry])
try:
    class Z(Plugin, bad=1): pass
except TypeError as e: print(e)
class Field:
    def __set_name__(self, owner, name): self.name = name; print("set", owner.__name__, name)
    def __get__(self, o, t=None): return self if o is None else o.__dict__.get(self.name, "unset")
    def __set__(self, o, v):
        if not isinstance(v, int): raise TypeError(f"{self.name} must be int")
        o.__dict__[self.name] = v
    def __delete__(self, o): o.__dict__.pop(self.name)
class M:
    a = Field(); b = Field()
m = M(); print(m.a); m.a = 3; print(m.a, M.a.name); del m.a; print(m.a)
try: m.b = "x"
except TypeError as e: print(e)
class NonData:
    def __get__(self, o, t): return "nd"
class N: x = NonData()
n = N(); print(n.x); n.__dict__["x"] = 5; print(n.x)
#% property
class T:
    def __init__(self): self._t = 0
    @property
    def t(self):
        "doc of t"
        return self._t
    @t.setter
    def t(self, v):
        if v < -273: raise ValueError("too cold")
        self._t = v
    @t.deleter
    def t(self): print("del"); self._t = 0
    ro = property(lambda s: 1)
    wo = property(None, lambda s, v: print("wo", v))
    @classmethod
    def make(cls, v): o = cls(); o.t = v; return o
    @staticmethod
    def add(a, b): return a+b
t = T.make(4); print(t.t, T.t.__doc__, T.add(1, 2), t.add(3, 4)); t.t = 9; del t.t; print(t.t)
try: t.t = -300
except ValueError as e: print(e)
try: t.ro = 1
except AttributeError as e: print(e)
try: del t.ro
except AttributeError as e: print(e)
try: t.wo
except AttributeError as e: print(e)
t.wo = 3
try: T.make()
except TypeError as e: print(e)
try: T.add(1)
except TypeError as e: print(e)
print(T.make, T.add.__name__, t.t, type(T.__dict__["make"]), type(T.t))
#% decorators
import functools
def retry(times, *, exceptions=(Exception,)):
    def deco(fn):
        @functools.wraps(fn)
        def wrapper(*a, **k):
            for i in range(times):
                try: return fn(*a, **k)
                except exceptions as e:
                    print("attempt", i, type(e).__name__, e)
                    last = e
            raise RuntimeError("gave up") from last
        wrapper.times = times
        return wrapper
    return deco
@retry(2, exceptions=(ValueError,))
def f(x: int, y="z") -> str:
    "does f"
    raise ValueError(x)
print(f.__name__, f.__doc__, f.times, f.__wrapped__.__name__, f.__annotations__, f.__qualname__, f.__module__)
try: f(3)
except RuntimeError as e: print(repr(e), repr(e.__cause__), e.__suppress_context__, repr(e.__context__))
class CountCalls:
    def __init__(self, fn): functools.update_wrapper(self, fn); self.fn = fn; self.n = 0
    def __call__(self, *a): self.n += 1; return self.fn(*a)
    def __get__(self, o, t=None): return functools.partial(self, o)
class K:
    @CountCalls
    def m(self, a): return a*2
k = K(); print(k.m(2), k.m(3), K.__dict__["m"].n, K.__dict__["m"].__name__)
@functools.lru_cache(maxsize=2)
def sq(x): print("calc", x); return x*x
print(sq(1), sq(1), sq(2), sq(3), sq(1), sq.cache_info(), sq.cache_parameters()); sq.cache_clear(); print(sq.cache_info())
@functools.singledispatch
def show(x): return f"obj {x}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
@show.register(tuple)
def _(x): return f"seq {x}"
print(show(1), show("s"), show([1]), show((1,)), show(True), show.dispatch(int).__name__, sorted(c.__name__ for c in show.registry))
class Disp:
    @functools.singledispatchmethod
    def go(self, x): return "base"
    @go.register
    def _(self, x: str): return "str "+x
    @go.register(int)
    def _(self, x): return "int"
print(Disp().go(1.5), Disp().go("a"), Disp().go(3))
class CP:
    @functools.cached_property
    def v(self): print("computing"); return 5
c = CP(); print(c.v, c.v, c.__dict__); del c.v; print(c.v)
@functools.total_ordering
class O:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
print(O(1) <= O(1), O(2) > O(1), O(2) >= O(3), O(1) != O(1))
p = functools.partial(int, base=2); print(p("101"), p.func, p.args, p.keywords, p)
print(functools.reduce(lambda a, b: a*b, [1,2,3,4], 1))
class PM:
    def s(self, a, b): return a, b
    one = functools.partialmethod(s, 1)
print(PM().one(2))
print(functools.cmp_to_key(lambda a, b: b-a)(3) < functools.cmp_to_key(lambda a, b: b-a)(2), sorted([1,3,2], key=functools.cmp_to_key(lambda a,b: b-a)))
#% generators
def g():
    try:
        while True:
            try:
                x = yield "ready"
                print("got", x)
            except ValueError as e:
                print("caught", e); yield "handled"
    finally: print("cleanup")
it = g(); print(next(it), it.send(1), it.throw(ValueError("v")), next(it)); it.close()
print(list(it))
def inner():
    r = yield 1
    print("inner got", r)
    try: yield 2
    except KeyError: print("key"); 
    return "result"
def outer():
    v = yield from inner()
    print("v", v)
    yield from [3, 4]
    return 9
o = outer(); print(next(o), o.send("s")); print(o.throw(KeyError("k"))); print(next(o))
try: next(o)
except StopIteration as e: print("stop", e.value, e.args)
def bad():
    yield 1
    raise StopIteration(5)
try: list(bad())
except RuntimeError as e: print(e, repr(e.__cause__))
def gg():
    try: yield 1
    except GeneratorExit: print("exit"); raise
x = gg(); next(x); x.close()
def ign():
    try: yield 1
    except GeneratorExit: yield 2
y = ign(); next(y)
try: y.close()
except RuntimeError as e: print(e)
z = g()
try: z.send(3)
except TypeError as e: print(e)
def rec():
    yield next(me)
me = rec()
try: next(me)
except ValueError as e: print(e)
print(me.gi_running, g.__name__, (i for i in []).__name__, type(me).__name__)
h = g()
try: h.throw(KeyError, "kk")
except KeyError as e: print(repr(e))
h = g(); next(h)
try: h.throw(TypeError("t"))
except TypeError as e: print(repr(e))
print(h.gi_frame, h.gi_code.co_name)
def f2():
    yield
    yield
print(list(f2()), [*f2()], dict(zip("ab", f2())), max((len(w), w) for w in ["a", "bbb"]))
#% dropped gens
def g(n):
    try: yield 1; yield 2
    finally: print("closed", n)
for x in g("for"): break
print("after for")
def use():
    it = g("local"); next(it)
    print("in use")
use(); print("after use")
it = g("del"); next(it); del it; print("after del")
next(g("temp")); print("after temp")
it = g("reassign"); next(it); it = None; print("after reassign")
class D:
    def __init__(s, n): s.n = n
    def __del__(s): print("del", s.n)
d = D(1); d = None; print("x")
d = D(2); del d; print("y")
D(3); print("z")
def loc(): d = D(4); print("in")
loc(); print("out")
l = [D(5), D(6)]; l.pop(); print("popped"); l.clear(); print("cleared")
#% context managers
from contextlib import *
class CM:
    def __init__(s, n, sup=False): s.n, s.sup = n, sup
    def __enter__(s): print("enter", s.n); return s
    def __exit__(s, t, v, tb): print("exit", s.n, t and t.__name__, v, tb is not None); return s.sup
with CM(1) as a, CM(2, True) as b: raise ValueError("x")
with (CM(3) as c, CM(4)): print(c.n)
try:
    with CM(5): 1/0
except ZeroDivisionError as e: print(e)
def f():
    for i in range(3):
        with CM(i):
            if i == 1: return "ret"
            continue
print(f())
@contextmanager
def tag(n):
    print("<", n)
    try: yield n.upper()
    except ValueError as e: print("sw", e)
    finally: print(">", n)
with tag("p") as p: print(p); raise ValueError(1)
@tag("deco")
def deco(): return 3
print(deco())
try:
    with tag("k"): raise KeyError("kk")
except KeyError as e: print(repr(e))
with suppress(KeyError, ZeroDivisionError): {}["a"]
with ExitStack() as s:
    s.enter_context(CM("es")); s.callback(print, "cb", 1); s.push(lambda *a: print("pushed", a[0]))
    s2 = s.pop_all(); print("popped")
s2.close()
with nullcontext(4) as n: print(n)
class Cl:
    def close(s): print("closed")
with closing(Cl()): pass
import io
buf = io.StringIO()
with redirect_stdout(buf): print("hidden")
print(repr(buf.getvalue()))
@contextmanager
def once(): yield
c = once()
with c: pass
try:
    with c: pass
except Exception as e: print(type(e).__name__, e)
@contextmanager
def noy():
    if False: yield
try:
    with noy(): pass
except RuntimeError as e: print(e)
@contextmanager
def two(): yield 1; yield 2
try:
    with two(): pass
except RuntimeError as e: print(e)
try:
    with 5: pass
except TypeError as e: print(e)
class NoExit:
    def __enter__(s): pass
try:
    with NoExit(): pass
except TypeError as e: print(e)
class CD(ContextDecorator):
    def __enter__(s): print("cd in"); return s
    def __exit__(s, *a): print("cd out")
@CD()
def h(): print("h")
h()
print(isinstance(CM(1), AbstractContextManager))
#% async
import asyncio
async def w(n, d):
    await asyncio.sleep(d); print("w", n); return n
async def start():
    print(await asyncio.gather(w(1, .02), w(2, .01)))
    print(await asyncio.gather(w(1, .01), boom(), return_exceptions=True))
    t = asyncio.create_task(w(3, .01), name="tt"); print(t.get_name(), t.done()); print(await t, t.done(), t.result())
    try: await asyncio.wait_for(w(4, 1), timeout=.01)
    except asyncio.TimeoutError as e: print("timeout", type(e).__name__, e)
    try:
        async with asyncio.timeout(.01): await asyncio.sleep(1)
    except TimeoutError as e: print("to", repr(e))
    for c in asyncio.as_completed([w(5, .02), w(6, .01)]): print("c", await c)
    d, p = await asyncio.wait([asyncio.create_task(w(i, i/100)) for i in (1, 5)], return_when=asyncio.FIRST_COMPLETED)
    print(len(d), len(p)); [x.cancel() for x in p]
    try: await list(p)[0]
    except asyncio.CancelledError as e: print("cancelled", repr(e), list(p)[0].cancelled())
    try:
        async with asyncio.TaskGroup() as tg:
            a = tg.create_task(w(7, .01)); b = tg.create_task(boom())
    except* ValueError as eg: print(eg, eg.exceptions)
    q = asyncio.Queue(maxsize=2)
    async def prod():
        for i in range(4): await q.put(i); print("put", i)
        await q.put(None)
    async def cons():
        while (x := await q.get()) is not None: print("get", x); q.task_done()
    await asyncio.gather(prod(), cons()); print(q.empty(), q.qsize(), q.full())
    try: q.get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e))
    ev = asyncio.Event()
    async def waiter(): await ev.wait(); print("event"); 
    ts = asyncio.create_task(waiter()); await asyncio.sleep(0); print("set"); ev.set(); await ts
    sem = asyncio.Semaphore(2)
    async def lim(i):
        async with sem: print("in", i); await asyncio.sleep(.01); print("out", i)
    await asyncio.gather(*[lim(i) for i in range(3)])
    lock = asyncio.Lock(); print(lock.locked(), repr(lock)[-10:])
    async with lock: print(lock.locked())
    cond = asyncio.Condition()
    async def cw():
        async with cond: await cond.wait(); print("cond")
    ts = asyncio.create_task(cw()); await asyncio.sleep(0)
    async with cond: cond.notify_all()
    await ts
    print(type(asyncio.current_task()).__name__, len(asyncio.all_tasks()))
    fut = asyncio.get_running_loop().create_future(); asyncio.get_running_loop().call_soon(fut.set_result, 9); print(await fut)
    print(await asyncio.shield(w(8, 0)), await asyncio.to_thread(lambda a: a+1, 4))
    loop = asyncio.get_running_loop(); loop.call_later(.01, print, "later"); await asyncio.sleep(.02)
    print(await loop.run_in_executor(None, lambda: 5))
async def boom(): raise ValueError("boom")
asyncio.run(start())
#% async gens
import asyncio
from contextlib import asynccontextmanager, AsyncExitStack, aclosing
async def ag(n):
    try:
        for i in range(n):
            x = yield i
            if x: print("sent", x)
    finally: print("ag done")
class AI:
    def __init__(s): s.i = 0
    def __aiter__(s): return s
    async def __anext__(s):
        s.i += 1
        if s.i > 3: raise StopAsyncIteration
        return s.i
class AC:
    async def __aenter__(s): print("ae"); return s
    async def __aexit__(s, t, v, tb): print("ax", t and t.__name__); return True
@asynccontextmanager
async def acm(n):
    print("in", n)
    try: yield n
    finally: print("out", n)
async def start():
    print([x async for x in ag(3)], {x: 1 async for x in AI()}, [x async for x in AI() if x % 2])
    a = ag(3); print(await a.__anext__(), await a.asend("S")); await a.aclose()
    async with AC() as z, acm(4) as n: print(n); raise ValueError
    async with AsyncExitStack() as st:
        await st.enter_async_context(acm(1)); st.push_async_callback(asyncio.sleep, 0); st.callback(print, "cb")
    async with aclosing(ag(2)) as g:
        async for x in g: print(x); break
    async for i in ag(1): pass
    else: print("else")
    a = ag(5); await a.__anext__()
    try: await a.athrow(KeyError("t"))
    except KeyError as e: print(repr(e))
    print(await anext(AI()), await anext(aiter(ag(0)), "dflt"))
    try:
        async for x in 5: pass
    except TypeError as e: print(e)
    try:
        async with 5: pass
    except TypeError as e: print(e)
    try: await 5
    except TypeError as e: print(e)
    class Aw:
        def __await__(s): yield from asyncio.sleep(0).__await__(); return "aw"
    print(await Aw())
asyncio.run(start())
async def co(): return 1
c = co(); print(type(c).__name__, co.__name__); 
try: c.send(None)
except StopIteration as e: print(e.value)
try: c.send(None)
except RuntimeError as e: print(e)
try: next(ag(1))
except TypeError as e: print(e)
try:
    for x in ag(1): pass
except TypeError as e: print(e)
#% match
from dataclasses import dataclass
from enum import Enum
class C(Enum): R = 1; G = 2
@dataclass
class P: x: int; y: int = 0
class K:
    __match_args__ = ("a", "b")
    def __init__(s, a, b): s.a, s.b = a, b
def m(v):
    match v:
        case 0 | 1: return "small"
        case -5: return "neg"
        case 1.5: return "float"
        case "s" "t": return "st"
        case None: return "none"
        case True: return "true"
        case b"x": return "bytes"
        case C.R: return "red"
        case []: return "empty"
        case [x]: return f"one {x}"
        case [1, *rest]: return f"one+ {rest}"
        case (x, y) if x == y: return f"same {x}"
        case [P(x=1) as p, _]: return f"P {p}"
        case [*_, "last"]: return "last"
        case {"k": v, **rest} if rest: return f"k {v} {rest}"
        case {"k": int(v)}: return f"int k {v}"
        case {"t": [a, {"n": n}]}: return f"nested {a} {n}"
        case {}: return "dict"
        case P(0, 0): return "origin"
        case P(x, y=yy): return f"P {x} {yy}"
        case K(1, b=B): return f"K {B}"
        case K(a, b): return f"K2 {a} {b}"
        case str() as s: return f"str {s}"
        case int(n) | float(n): return f"num {n}"
        case tuple(): return "tuple"
        case _: return "other"
for v in [0, 1, True, -5, 1.5, "st", None, b"x", C.R, C.G, [], [7], (1, 2, 3), [2, 2], [P(1), 0], [9, 8, "last"], {"k": 1, "z": 2}, {"k": 5}, {"k": "s"}, {"t": [1, {"n": 2}]}, {}, P(0), P(3, 4), K(1, 2), K(3, 4), "zz", 99, 2.5, (3, 4), {1}, range(2), object, "ab"]:
    print(repr(v) if not isinstance(v, K) else "K", "->", m(v))
try:
    match P(1, 2):
        case P(1, 2, 3): pass
except TypeError as e: print(e)
try:
    match 5:
        case int(1, 2): pass
except TypeError as e: print(e)
class No: pass
try:
    match No():
        case No(1): pass
except TypeError as e: print(e)
match {"a": 1}:
    case {"a": 1, "b": _}: print("no")
    case {"a": x}: print("yes", x)
match 5:
    case x if x > 10: print("big")
    case x: print("x", x)
#% dataclasses
from dataclasses import *
import dataclasses
@dataclass(order=True)
class A:
    sort: int = field(init=False, repr=False)
    n: str
    v: int = 3
    tags: list = field(default_factory=list, compare=False)
    def __post_init__(self): self.sort = -self.v
print(A("a"), A("a", 5) < A("b", 4), A("x") == A("x"), fields(A)[1].name, asdict(A("q")), astuple(A("q")), replace(A("z"), v=9))
@dataclass(frozen=True, slots=True)
class F:
    a: int
    b: int = 2
f = F(1)
for c in ("f.a = 3", "del f.a", "f.z = 1"):
    try:
        if c == "f.a = 3": f.a = 3
        elif c == "del f.a": del f.a
        else: f.z = 1
    except Exception as e: print(type(e).__name__, e)
print(hash(f) == hash(F(1)), {f: 1}, F.__slots__, hasattr(f, "__dict__"))
@dataclass(kw_only=True)
class K: a: int; b: int = 0
try: K(1)
except TypeError as e: print(e)
print(K(a=1))
@dataclass
class I:
    x: InitVar[int]
    y: int = 0
    _: KW_ONLY
    z: int = 5
    def __post_init__(self, x): self.y = x * 2
print(I(3), I(3, z=1))
@dataclass
class Base: a: int = 1
@dataclass
class Sub(Base): b: int = 2; a: int = 10
print(Sub(), Sub.__match_args__, is_dataclass(Sub), is_dataclass(5), [f.name for f in fields(Sub())])
try:
    @dataclass
    class Bad: a: int = 0; b: int
except TypeError as e: print(e)
try:
    @dataclass
    class Bad2: a: list = []
except ValueError as e: print(e)
try: A()
except TypeError as e: print(e)
try: A(1, 2, 3, 4)
except TypeError as e: print(e)
try: A("a") < 5
except TypeError as e: print(e)
@dataclass(repr=False, eq=False)
class N: a: int
print(N(1) == N(1), "N object" in repr(N(1)))
@dataclass(unsafe_hash=True)
class H: a: int; b: int = field(default=0, hash=False)
print(hash(H(1, 2)) == hash(H(1, 3)))
@dataclass
class U: a: int
try: hash(U(1))
except TypeError as e: print(e)
M = make_dataclass("M", [("x", int), "y", ("z", int, field(default=4))], namespace={"s": lambda self: self.x})
print(M(1, 2), M(1, 2).s())
@dataclass
class Nest: f: F; d: dict; l: list
print(asdict(Nest(F(1), {"k": F(2)}, [F(3)])), asdict(Nest(F(1), {}, []), dict_factory=lambda kv: [k for k, _ in kv]))
print(F.__doc__, A.__doc__, fields(A)[3].default_factory, fields(A)[2].default, repr(field(default=1))[:41])
@dataclass(match_args=False)
class MA: a: int
print(hasattr(MA, "__match_args__"))
from typing import ClassVar
@dataclass
class CV: a: ClassVar[int] = 1; b: int = 2
print(CV(), [f.name for f in fields(CV)])
#% enums
from enum import *
class C(Enum):
    RED = 1; GREEN = auto(); BLUE = "b"; ALIAS = 1
    @property
    def low(self): return self.name.lower()
    @classmethod
    def default(cls): return cls.RED
    def __str__(self): return f"C:{self.name}"
print(C.RED, repr(C.GREEN), C.ALIAS is C.RED, C(1), C["BLUE"], list(C), C.__members__, len(C), C.RED.low, C.default(), C.RED in C, f"{C.RED}", f"{C.RED!r:>20}")
for c in (lambda: C(9), lambda: C["NO"], lambda: C.NO, lambda: setattr(C, "RED", 2), lambda: setattr(C.RED, "value", 2), lambda: 1 in C, lambda: C.RED < C.GREEN, lambda: C()):
    try: print(c())
    except Exception as e: print(type(e).__name__, e)
class I(IntEnum): A = 1; B = 2
print(I.A + 1, I.A < I.B, str(I.A), f"{I.A}", repr(I.A), I.A == 1, [1,2,3][I.A], "%d" % I.B, I(2), sorted(I, reverse=True), hash(I.A) == hash(1))
class S(StrEnum): X = auto(); Y = "why"
print(S.X, repr(S.Y), S.X == "x", S.Y.upper(), f"{S.Y:>6}", "-".join(S))
class F(Flag): R = auto(); W = auto(); X = auto(); RW = R | W
print(F.R | F.W, F.R | F.X, ~F.R, F.RW & F.R, F(0), F(5), bool(F(0)), F.R in F.RW, list(F.RW), F.RW.value, repr(F.R ^ F.RW), F.RW.name, (F.R|F.X).name, len(F.RW))
try: F(99)
except ValueError as e: print(e)
class IF(IntFlag): A = 1; B = 2
print(IF.A | 4, IF(7), IF.A | IF.B, ~IF.A, IF.A & 1, int(IF.B), f"{IF.A}")
class SM(str, Enum): A = "a"; B = "b"
print(SM.A, str(SM.A), f"{SM.A}", SM.A == "a", SM.A.value, SM("b"), repr(SM.A), SM.A + "x", "{}".format(SM.B), "%s" % SM.B)
class IM(int, Enum): A = 1
print(f"{IM.A}", str(IM.A), IM.A + 1, "%d" % IM.A)
@unique
class U(Enum): A = 1; B = 2
try:
    @unique
    class U2(Enum): A = 1; B = 1
except ValueError as e: print(e)
class T(Enum):
    E = (1, 2.5); M = (3, 4.5)
    def __init__(self, mass, r): self.mass, self.r = mass, r
print(T.E.mass, T.E.value, T((1, 2.5)))
class N(Enum):
    def __new__(cls, v, label): o = object.__new__(cls); o._value_ = v; o.label = label; return o
    A = 1, "first"
print(N.A.value, N.A.label, N(1))
class Miss(Enum):
    A = "a"
    @classmethod
    def _missing_(cls, v): return cls.A if v == "zz" else None
print(Miss("zz"))
try: Miss("y")
except ValueError as e: print(e)
class G(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()+str(count)
    A = auto(); B = auto()
print([x.value for x in G])
Func = Enum("Func", "A B C"); print(list(Func), Func.B.value); F2 = Enum("F2", {"X": 10, "Y": 20}); print(F2.Y, F2.X.value); print(IntEnum("F3", ["P", "Q"], start=5).Q.value)
try:
    class Ext(C): D = 4
except TypeError as e: print(e)
print(C.RED.__class__, type(C), C.__name__, C.RED.__hash__() == hash("RED"), {C.RED: 1})
class nm(Enum): A = nonmember(5) if False else 5; 
class WithM(Enum):
    A = 1
    x = nonmember(7)
    @member
    def f(): return 3
print(WithM.x, WithM.f, len(list(WithM)))
class Bd(Flag, boundary=CONFORM): A = 1
print(Bd(5))
class Kp(Flag, boundary=KEEP): A = 1
print(Kp(5))
print(verify(UNIQUE)(U))
#% exceptions
class MyErr(Exception):
    def __init__(self, code, msg="dflt"): super().__init__(code, msg); self.code = code
    def __str__(self): return f"[{self.code}] {self.args[1]}"
e = MyErr(5); print(e, repr(e), e.args)
try:
    try: 1/0
    except ZeroDivisionError as z: raise MyErr(1) from z
except MyErr as e: print(repr(e.__cause__), e.__suppress_context__)
try:
    try: {}["a"]
    except KeyError: raise ValueError("v")
except ValueError as e: print(repr(e.__context__), e.__cause__)
try: raise ValueError("v") from None
except ValueError as e: print(e.__suppress_context__, e.__context__)
e = ValueError("x"); e.add_note("n1"); e.add_note("n2"); print(e.__notes__)
try: e.add_note(5)
except TypeError as t: print(t)
def f():
    try: return "try"
    finally: print("fin")
def g():
    try: raise ValueError
    except ValueError: return "exc"
    else: return "else"
    finally: return "finally"
def h():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
        finally: print("f", i)
    else: print("no")
print(f(), g(), h())
try:
    raise ExceptionGroup("eg", [ValueError(1), TypeError("t"), ExceptionGroup("n", [KeyError("k"), ValueError(2)])])
except* ValueError as eg: print("V", eg, eg.exceptions)
except* (TypeError, KeyError) as eg: print("T", repr(eg))
eg = ExceptionGroup("m", [ValueError(1), OSError(2)])
print(eg.message, eg.split(ValueError), eg.subgroup(lambda e: isinstance(e, OSError)), eg.derive([KeyError()]))
try: ExceptionGroup("m", [])
except ValueError as e: print(e)
try: ExceptionGroup("m", [1])
except ValueError as e: print(e)
try:
    try: raise TypeError("a")
    except* ValueError: print("no")
except TypeError as e: print("plain", repr(e))
except ExceptionGroup as e: print("grp", repr(e))
try: raise int
except TypeError as e: print(e)
try: raise 5
except TypeError as e: print(e)
for c in (lambda: [][1], lambda: {}["k"], lambda: None.x, lambda: int("z"), lambda: "a"+1, lambda: len(5), lambda: undefined, lambda: (1).foo, lambda: [1,2].index(5), lambda: next(iter([])), lambda: float("q"), lambda: chr(-1), lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: (lambda a: 0)(), lambda: (lambda: 0)(1), lambda: dict([1]), lambda: set([[]]), lambda: [].pop(), lambda: {}.popitem(), lambda: "x" * "y", lambda: range(0, 1, 0), lambda: int("5", 99), lambda: iter(5), lambda: a, lambda: print(x=1), lambda: sorted(5), lambda: max([]), lambda: sum(["a"]), lambda: 1 < "a", lambda: [1] < (1,), lambda: {} | 5, lambda: "abc"["x"], lambda: [1]["x"], lambda: (1,)[1.0], lambda: "a".join([1]), lambda: isinstance(1, 5), lambda: abs("x"), lambda: round("x"), lambda: pow(2, -1, 4), lambda: ord("ab"), lambda: bytes([256]), lambda: "%d" % "x", lambda: "%s %s" % 1, lambda: "{} {}".format(1), lambda: "{a}".format(), lambda: f"{5:q}", lambda: int.from_bytes("x"), lambda: super().x, lambda: "a".foo(), lambda: object().x, lambda: object.x, lambda: "a".x):
    try: print("ok", c())
    except BaseException as e: print(type(e).__name__, e.args if isinstance(e, KeyError) else e)
try:
    assert 1 == 2, ("msg", 1)
except AssertionError as e: print(e, e.args)
try: assert False
except AssertionError as e: print(repr(e))
class Ctx(Exception): pass
try:
    try: raise Ctx("a")
    finally: raise Ctx("b")
except Ctx as e: print(e, repr(e.__context__))
e = OSError(2, "No such file", "fn"); print(e, e.errno, e.strerror, e.filename, type(e).__name__, repr(e))
print(repr(SystemExit(3)), SystemExit(3).code, KeyError("k"), repr(StopIteration(5)), UnicodeDecodeError("utf-8", b"a", 0, 1, "r"))
print(issubclass(TimeoutError, OSError), ConnectionError.__mro__)
try:
    e = None
    try: raise ValueError
    except ValueError as e: pass
    print(e)
except NameError as n: print(type(n).__name__, n)

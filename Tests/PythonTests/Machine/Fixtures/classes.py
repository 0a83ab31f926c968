#% basics
class A:
    """Doc of A."""
    kind = "a"
    def __init__(self, x): self.x = x
    def get(self): return self.x
    @property
    def double(self): return self.x * 2
    @double.setter
    def double(self, v): self.x = v // 2
    @double.deleter
    def double(self): print("deleted")
    @staticmethod
    def s(v): return v
    @classmethod
    def c(cls, v): return cls(v)
class B(A):
    def get(self): return super().get() + 1
b = B(3)
print(b.get(), b.double, B.s(4), B.c(5).x, b.kind, A.__doc__, B.__doc__, B.__mro__ == (B, A, object), B.__bases__, A.__name__, B.__qualname__, B.__module__)
b.double = 20
del b.double
print(b.x, b.__dict__, isinstance(b, A), issubclass(B, A), isinstance(b, (int, A)), type(b) is B, isinstance(1, int | str))
try:
    A(1).double.nope
except AttributeError as e:
    print(e)
class R:
    @property
    def r(self): return 1
for bad in [lambda: setattr(R(), "r", 2), lambda: delattr(R(), "r"), lambda: R().zip, lambda: R.zap, lambda: setattr(5, "x", 1), lambda: setattr("a", "upper", 1), lambda: setattr(int, "x", 1)]:
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
#% dunder arithmetic
class V:
    def __init__(self, x, y): self.x, self.y = x, y
    def __add__(self, o): return V(self.x + o.x, self.y + o.y) if isinstance(o, V) else NotImplemented
    def __mul__(self, k): return V(self.x * k, self.y * k)
    def __rmul__(self, k): return self * k
    def __neg__(self): return V(-self.x, -self.y)
    def __eq__(self, o): return isinstance(o, V) and (self.x, self.y) == (o.x, o.y)
    def __repr__(self): return f"V({self.x}, {self.y})"
    def __bool__(self): return bool(self.x or self.y)
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __iter__(self): return iter((self.x, self.y))
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __len__(self): return 2
    def __contains__(self, v): return v in (self.x, self.y)
    def __call__(self, z): return z + self.x
    def __iadd__(self, o): self.x += o.x; return self
    def __matmul__(self, o): return self.x * o.x
    def __lt__(self, o): return self.x < o.x
    def __format__(self, spec): return f"<{spec}>"
    def __str__(self): return "str of V"
    def __index__(self): return self.x
    def __hash__(self): return hash((self.x, self.y))
a, b = V(1, 2), V(3, 4)
print([a + b, a * 2, 2 * a, -a, a == V(1, 2), a != b, bool(V(0, 0)), abs(b), list(a), a[1], len(a), 2 in a, a(10), a @ b, a < b, a > b])
print(f"{a:xyz}", str(a), f"{a!r}", [10, 20, 30][a], {a: 1}[V(1, 2)], sorted([b, a]), max([a, b]))
x, y = a
a += b
print(repr(a), x, y)
for bad in [lambda: a + 1, lambda: 1 + a, lambda: a - b, lambda: a <= b]:
    try:
        bad()
    except TypeError as e:
        print(e)
#% reflected
class L:
    def __add__(self, o): return NotImplemented
    def __sub__(self, o): return "L.sub"
class R:
    def __radd__(self, o): return "R.radd"
    def __rsub__(self, o): return "R.rsub"
    def __rtruediv__(self, o): return "R.rtruediv"
class S(L):
    def __rsub__(self, o): return "S.rsub"
print(L() + R(), L() - R(), L() - S(), 1 / R(), 1 - R(), [] + R())
try:
    L() + L()
except TypeError as e:
    print(e)
#% comparisons and hash
class E:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
try:
    hash(E(1))
except TypeError as e:
    print(e)
try:
    {E(1): 2}
except TypeError as e:
    print(e)
print(E(1) == E(1), E(1) != E(1), E(1) in [E(1)], [E(1)] == [E(1)], E.__hash__)
class N:
    pass
n = N()
print(n == n, n != N(), n == 1, len({n, n}))
class O:
    def __lt__(self, o): return "lt"
    def __ge__(self, o): return "ge"
print(O() < 1, O() > O(), O() >= 1, 5 > O(), 5 <= O())
#% attribute hooks
class H:
    def __init__(self): object.__setattr__(self, "log", [])
    def __getattr__(self, name):
        if name.startswith("x"): return "got " + name
        raise AttributeError(name)
    def __setattr__(self, name, value):
        self.log.append(name)
        super().__setattr__(name, value)
    def __delattr__(self, name): self.log.append("del " + name)
h = H()
h.a = 1
print(h.xy, h.a, h.log, getattr(h, "nope", "default"), hasattr(h, "nope"), hasattr(h, "xx"))
del h.zzz
print(h.log)
class G:
    def __getattribute__(self, name):
        if name == "magic": return 42
        return super().__getattribute__(name)
g = G()
g.y = 1
print(g.magic, g.y)
try:
    g.z
except AttributeError as e:
    print(e)
#% descriptors
class D:
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, obj, owner): return self if obj is None else obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, value): obj.__dict__[self.name] = value * 2
    def __delete__(self, obj): del obj.__dict__[self.name]
class U:
    d = D()
u = U()
print(u.d, isinstance(U.d, D))
u.d = 4
print(u.d, u.__dict__)
del u.d
print(u.d)
class NonData:
    def __get__(self, obj, owner): return "class " + owner.__name__
class W:
    n = NonData()
w = W()
print(w.n, W.n)
w.n = 5
print(w.n)
#% class creation
class Base:
    subs = []
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.subs.append((cls.__name__, tag))
class One(Base, tag="x"): pass
class Two(One): pass
print(Base.subs)
class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        ns["added"] = name.lower()
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.kw = kw
    def __call__(cls, *a):
        print("calling", cls.__name__)
        return super().__call__(*a)
    def __len__(cls): return 7
    def __iter__(cls): return iter("ab")
    def __getitem__(cls, k): return k * 2
    def __contains__(cls, k): return k == "in"
    def __instancecheck__(cls, o): return o == "instance"
    @property
    def prop(cls): return "meta prop"
class M(metaclass=Meta, opt=1): pass
class Sub(M): pass
print(M.added, M.kw, type(Sub) is Meta, len(M), list(M), M[4], "in" in M, isinstance("instance", M), M.prop, Sub.added)
M()
T = type("T", (Base,), {"x": 5, "f": lambda self: self.x})
print(T.__name__, T().f(), T.__mro__[1].__name__, Base.subs[-1])
try:
    Base.__init_subclass__(bad=1)
except TypeError as e:
    print(e)
try:
    class Bad(One, bogus=1): pass
except TypeError as e:
    print(e)
try:
    class X(int, bogus=1): pass
except TypeError as e:
    print(e)
#% multiple inheritance
class A:
    def f(self): return ["A"]
class B(A):
    def f(self): return ["B"] + super().f()
class C(A):
    def f(self): return ["C"] + super().f()
class D(B, C):
    def f(self): return ["D"] + super().f()
print(D().f(), [c.__name__ for c in D.__mro__])
try:
    class E(A, B): pass
except TypeError as e:
    print(e)
try:
    class F(A, A): pass
except TypeError as e:
    print(e)
try:
    class G(bool): pass
except TypeError as e:
    print(e)
#% subclassing builtins
class MyInt(int):
    def __add__(self, o): return MyInt(int(self) + o)
    def __repr__(self): return f"MyInt({int(self)})"
class MyList(list):
    def __init__(self, *a):
        super().__init__(a)
        self.extra = 1
    def first(self): return self[0]
class MyDict(dict):
    def __missing__(self, k): return k * 2
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
class MyStr(str):
    def shout(self): return self.upper() + "!"
class MyTuple(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
class MyErr(ValueError):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code
i = MyInt(5)
l = MyList(1, 2, 3)
l.append(4)
d = MyDict(a=1)
d["b"] = 5
s = MyStr("hey")
t = MyTuple(1, 2)
print(i + 1, i * 2, i == 5, isinstance(i, int), hash(i) == hash(5), l, l.first(), len(l), l.extra, l + [9], d, d["zz"], d["b"], s.shout(), s + "x", len(s), t, t[1], t == (1, 2))
print(sorted([MyInt(3), MyInt(1)]), [x for x in l], "y" in MyStr("xyz"), {MyStr("k"): 1}["k"], bool(MyList()), bool(MyInt(0)), f"{s:>5}", f"{i:03}", str(i), repr(s))
try:
    raise MyErr(7)
except ValueError as e:
    print(e, e.code, e.args, repr(e))
#% new and init
class P:
    def __new__(cls, *a, **k):
        print("new", a, k)
        return super().__new__(cls)
    def __init__(self, x, k=0): print("init", x, k)
P(1, k=2)
class Q:
    def __new__(cls): return "not a Q"
    def __init__(self): print("never")
print(Q())
class S:
    _one = None
    def __new__(cls):
        if cls._one is None: cls._one = super().__new__(cls)
        return cls._one
print(S() is S())
class Z:
    def __init__(self): return 5
for bad in [lambda: Z(), lambda: object.__new__(5), lambda: object.__new__(int, 1), lambda: S(1), lambda: type("x")]:
    try:
        bad()
    except TypeError as e:
        print(e)
#% class scope
x = 1
class A:
    x = 2
    y = x
    def f(self): return x
    for i in range(3): pass
    if True:
        z = i
    del i
    __private = 5
    def g(self): return self.__private
print(A.y, A().f(), A.z, hasattr(A, "i"), A().g(), A._A__private)
class B:
    a: int
    b: str = "x"
    c: "Later"
    def m(self): return __class__
print(B.__annotations__, B().m() is B)
#% class getitem and calls
class G:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
class H(G): pass
print(G[int], H["x"])
try:
    class N: pass
    N[int]
except TypeError as e:
    print(e)
#% containers by protocol
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError(i)
        return i * 10
print(list(Seq()), 20 in Seq(), 5 in Seq(), [x for x in Seq()], max(Seq()))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), sum(It()), 2 in It(), [*It()], dict.fromkeys(It()))
class Len:
    def __len__(self): return 0
print(bool(Len()), "falsy" if not Len() else "truthy")
class Map:
    def keys(self): return ["a", "b"]
    def __getitem__(self, k): return k * 2
print({**Map()}, dict(Map()))
def f(**k): return k
print(f(**Map()))
class Bad:
    def __iter__(self): return 5
    def __len__(self): return -1
    def __bool__(self): return "x"
    def __repr__(self): return 5
    def __hash__(self): return "x"
for bad in [lambda: list(Bad()), lambda: len(Bad()), lambda: bool(Bad()), lambda: repr(Bad()), lambda: hash(Bad())]:
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
class It2:
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
i = It2()
i[1:2, ...] = 5
i["a"] = 1
del i[3]
#% super forms
class A:
    @classmethod
    def make(cls): return ["A", cls.__name__]
    def hi(self): return "hi A"
    @property
    def p(self): return "prop A"
class B(A):
    @classmethod
    def make(cls): return super().make() + ["B"]
    def hi(self): return super(B, self).hi() + " via B"
    @property
    def p(self): return super().p + " B"
    def inner(self):
        def f(): return super(B, self).hi()
        return f()
print(B.make(), B().hi(), B().p, B().inner(), super(B, B()).hi())
try:
    super(B, 5)
except TypeError as e:
    print(e)
try:
    B().hi.nope
except AttributeError as e:
    print(e)
try:
    class C(A):
        def z(self): return super().nope
    C().z()
except AttributeError as e:
    print(e)
#% reprs
class A:
    pass
def strip(s): return s.split(" at ")[0]
print(A, strip(repr(A())), strip(repr(A.__init__)), type, int, type(None), strip(repr(lambda: 0)), strip(repr((i for i in []))), len, [].append.__name__)
class B:
    def m(self): pass
    def __repr__(self): return "<b>"
print(B().m, strip(repr(B.m)), type(B.m), type(B().m), type(len), type([].append), type(i for i in []), type(NotImplemented), NotImplemented, ..., type(...))
print(ValueError("x"), repr(ValueError("x", 1)), str(ValueError("x", 1)), str(KeyError("k")), repr(KeyError("k")), str(ValueError()), ValueError)
#% instance dict
class A: pass
a = A()
a.__dict__["x"] = 1
print(a.x, vars(a), getattr(a, "x"))
setattr(a, "y z", 2)
print(a.__dict__)
a.__class__ = type("Other", (), {"hi": lambda self: "hi"})
print(a.hi(), a.x)
A.late = lambda self: "late"
print(A().late())
#% bool and index
class B:
    def __bool__(self): print("bool"); return False
if B(): pass
print(B() or "or", not B(), (B() and 1) is None, [1] if B() else [2])

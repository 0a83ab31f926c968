#% one place that sees many classes
class A:
    kind = "a"

    def __init__(self, n):
        self.n = n

    def name(self):
        return f"A{self.n}"


class B(A):
    kind = "b"

    def name(self):
        return "B" + super().name()


class C:
    n = 5

    @property
    def kind(self):
        return "property"

    def name(self):
        return "C"


class D(C):
    def __getattr__(self, name):
        return f"missing {name}"


for round in range(3):
    for thing in [A(1), B(2), C(), D(), A(3), D(), B(4)]:
        print(thing.kind, thing.n, thing.name(), getattr(thing, "other", "-"), end="; ")
    print()
print(D().other)

#% a class that changes between two calls
class Base:
    def who(self):
        return "base"


class Middle(Base):
    pass


class Leaf(Middle):
    def who(self):
        return "leaf of " + super().who()


leaf = Leaf()
print(leaf.who(), leaf.who())
Middle.who = lambda self: "middle"
print(leaf.who())
del Middle.who
print(leaf.who())
Base.who = lambda self: "new base"
print(leaf.who(), Leaf.who(leaf))
leaf.who = lambda: "own"
print(leaf.who())
del leaf.who
print(leaf.who())

#% one code for two classes of one order
def mixin(base, label):
    class Mixin(base):
        def path(self):
            return label + "/" + super().path()

    return Mixin


class Root:
    def path(self):
        return "root"


Inner = mixin(Root, "inner")
Outer = mixin(Inner, "outer")
for thing in [Outer(), Inner(), Outer(), Outer(), Inner()]:
    print(thing.path())

#% super in class methods and with arguments
class P:
    made = 0

    @classmethod
    def make(cls, n):
        cls.made += n
        return cls.__name__, cls.made

    def get(self):
        return "P"


class Q(P):
    @classmethod
    def make(cls, n):
        return ("Q",) + super().make(n)

    def get(self):
        return super(Q, self).get() + super().get()


class R(Q):
    pass


for cls in [Q, R, Q, R]:
    print(cls.make(1), cls().get())

#% super without a class or an instance
def outside():
    return super().x()


class K:
    def fine(self):
        return "K"


class L(K):
    def fine(self):
        self = K()
        return super().fine()

    def __new__(cls):
        return super().__new__(cls)

    def kept(self):
        f = lambda: self
        return super().fine(), f() is self

    @staticmethod
    def lost():
        return super().fine()

    def missing(self):
        return super().missing()


for attempt in (outside, L().fine, L().kept, L.lost, L().missing, lambda: L.kept(5)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
super_ = super
super = lambda: K()


class M(K):
    def fine(self):
        return "M" + super().fine()


print(M().fine())
super = super_
print(M().fine())

#% attributes in other orders
class Point:
    def __init__(self, swapped):
        if swapped:
            self.y = 1
            self.x = 2
        else:
            self.x = 1
            self.y = 2


for n in range(6):
    point = Point(n % 2)
    point.z = n
    if n == 3:
        del point.x
        point.x = "again"
    print(vars(point), list(point.__dict__))

#% displays with the same keys
rows = [{"id": n, "name": f"item {n}"} for n in range(4)]
rows[1]["extra"] = True
del rows[2]["id"]
rows[2]["id"] = "last"
rows[3].pop("name")
print(rows, [len(row) for row in rows])
print({"a": 1, "b": 2, "a": 3}, {**rows[0], "id": 9}, {"x": {"y": {"z": 1}}})
big = [{"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6, "g": 7, "h": 8, "i": 9, "j": n} for n in range(3)]
big[1]["k"] = 0
print(big[0].get("k"), big[1].get("k"), "j" in big[2], big[2]["j"], list(big[1])[-2:])
print([{"é": 1, "ü": 2}[key] for key in ("é", "ü")])

#% texts around the limits of what is kept in place
for n in (0, 1, 14, 15, 16, 17, 18, 31, 33):
    text = "x" * n
    other = "".join(["x" for _ in range(n)])
    print(n, text == other, hash(text) == hash(other), {text: 1}.get(other), len(text + "é"), (text + "é")[-1], text[:8] + text[8:] == text)
print("a,b;c".split(","), "a--b--c".split("--"), "abc".split("x"), "".split(","), ",".split(","), "aXbX".split("X"))
print("key: value: more".partition(": "), "none".partition(":"), ":".partition(":"), "ab".partition("ab"))
print("aaa".replace("a", "bb"), "aaa".replace("aa", ""), "abc".replace("x", "y"), "abc".replace("b", ""), "abc".replace("c", "ü"), "äbc".replace("b", "-"))
print("  pad \t\n".strip(), "".strip(), " \u00a0x\u00a0".strip(), "\x1cx\x1f".strip() == "x", "MiXeD".lower(), "MiXeD".upper(), "ß".upper())
print("prefix".startswith("pre"), "prefix".startswith(""), "".startswith("x"), "prefix".endswith("fix"), "fix".endswith("prefix"), "é".endswith("é"))
print(str(-5), str("same"), str(True), str(None), str(1.0), str(10 ** 20), str(), f"{-9223372036854775808}|{9223372036854775807}")
print(len([1, 2]), len((1,)), len({"a": 1}), len("éa"), len({1, 2}), len(range(5)))
print(",".join(["a"]), ",".join([]), "é".join(["a", "b"]), ", ".join(("x", "y")), "-".join(c for c in "abc"))
for bad in (lambda: ",".join(["a", 1]), lambda: "a".split(""), lambda: "a".partition(""), lambda: "a".startswith(1), lambda: [].append(), lambda: len(5), lambda: "a".replace("b"), lambda: {}.get()):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)

#% the words of a subclass of str are its own
class Shout(str):
    def upper(self):
        return "LOUD " + str.upper(self)


word = Shout("hi")
print(word.upper(), word.lower(), word.split("i"), word.strip() == "hi", len(word), ",".join([word, "x"]), type(str(word)).__name__)

#% long chains are let go of
deep = None
for n in range(200000):
    deep = [deep]
deep = None
for n in range(100000):
    deep = {"next": deep, "n": n}
deep = None
for n in range(100000):
    deep = (n, deep)
deep = 0


class Node:
    def __init__(self, next):
        self.next = next


node = None
for n in range(100000):
    node = Node(node)
node = None
function = None
for n in range(20000):
    def function(inner=function):
        return inner
function = None
print("done")

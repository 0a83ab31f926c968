#% subclasses of int keep their arithmetic
class Celsius(int):
    def __repr__(self):
        return f"Celsius({int(self)})"

    def warmer(self):
        return Celsius(self + 1)


c = Celsius(20)
print(c, repr(c), c + 1, type(c + 1), c.warmer(), c == 20, hash(c) == hash(20), c < 21, 21 > c, -c, c * 2.5)
print(f"{c:05d}", f"{c}", "%d" % c, format(c, ""), str(c), [1, 2, 3][Celsius(1)], "ab" * Celsius(2), {20: "x"}[c])
print(isinstance(c, int), int(c), float(c), c.bit_length(), divmod(c, 3), abs(Celsius(-3)), round(c), bool(Celsius(0)), c.real)
#% subclasses of str and of float
class Name(str):
    def __new__(cls, value, suffix=""):
        made = super().__new__(cls, value.strip())
        made.suffix = suffix
        return made

    def shout(self):
        return self.upper() + "!"


n = Name("  tom ", suffix="x")
print(n, repr(n), n.shout(), n.suffix, len(n), n[0], n + "my", type(n + "my"), n == "tom", {"tom": 1}[n], {n: 2}["tom"])
print(f"{n:>5}|{n!r}", "%s" % n, ",".join([n, n]), n in "tommy", "o" in n, sorted([n, "a"]), n.__class__.__name__, isinstance(n, str))


class Price(float):
    def __str__(self):
        return "EUR " + format(float(self), ".2f")


p = Price(2.5)
print(p, repr(p), f"{p}", f"{p:.3f}", format(p), "%s" % p, "%.1f" % p, p + 1, str([p]), p == 2.5, round(p), p.hex())
#% subclasses of list and dict
class Stack(list):
    def push(self, value):
        self.append(value)
        return self

    def __repr__(self):
        return "Stack" + super().__repr__()


s = Stack([1, 2])
print(s.push(3), len(s), s[0], s[-1:], s == [1, 2, 3], [0] + s, type(s + [1]), 2 in s, list(reversed(s)), sum(s), sorted(s, reverse=True))
s += [4]
s[0] = 9
del s[1]
print(s, type(s), s.index(4), bool(Stack()), Stack("ab"))


class Defaults(dict):
    def __missing__(self, key):
        self[key] = value = key * 2
        return value


d = Defaults(a=1)
print(d["a"], d["b"], d, d.get("zz"), len(d), list(d), d == {"a": 1, "b": "bb"}, "b" in d, {**d}, dict(d), d | {"c": 3})


class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.upper())


u = Upper()
u["a"] = 1
print(u, u["A"], u["a"], list(u.items()), u.get("A"))
try:
    u["q"]
except KeyError as error:
    print("missing", error, error.args)
#% subclasses of tuple and set
class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]


p = Point(1, 2)
x, y = p
print(p, p.x, x, y, p == (1, 2), hash(p) == hash((1, 2)), len(p), p + (3,), "%s-%s" % p, {p: 1}[(1, 2)], sorted([Point(2, 1), p]))


class Tags(set):
    def add(self, value):
        super().add(value.lower())


t = Tags()
t.add("A")
t.add("a")
print(len(t), "a" in t, t | {"b"} == {"a", "b"}, isinstance(t, set), list(t))
#% classes with their own protocol
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __eq__(self, other):
        return isinstance(other, Version) and self.parts == other.parts

    def __hash__(self):
        return hash(self.parts)

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))

    def __bool__(self):
        return any(self.parts)

    def __len__(self):
        return len(self.parts)

    def __getitem__(self, index):
        return self.parts[index]

    def __format__(self, spec):
        return f"<{spec}|{self!r}>"

    def __add__(self, other):
        if isinstance(other, int):
            return Version(*self.parts, other)
        return NotImplemented

    __radd__ = __add__

    def __contains__(self, part):
        return part in self.parts

    def __abs__(self):
        return "abs"

    def __round__(self, digits=None):
        return ("round", digits)

    def __index__(self):
        return self.parts[0]

    def __float__(self):
        return 1.5

    def __int__(self):
        return 7

    def __divmod__(self, other):
        return ("divmod", other)

    def __rdivmod__(self, other):
        return ("rdivmod", other)

    def __call__(self, *args):
        return args

    def __reversed__(self):
        return iter("reversed")

    def __bytes__(self):
        return b"bytes"


a, b, c = Version(1, 2), Version(1, 0, 5), Version(0)
print(sorted([a, b, c]), min(a, b), max([a, b]), sorted([a, b, c], reverse=True), a == Version(1, 2), {a: 1}[Version(1, 2)], a in [Version(1, 2)])
print(bool(c), len(b), list(b), a[0], f"{a:x}", format(a), "{:>3}".format(a), a + 5, 5 + a, 2 in a, abs(a), round(a), round(a, 2))
print([10, 20, 30][a], range(10)[a], "ab" * a, hex(a), float(a), int(a), "%d" % a, divmod(a, 3), divmod(3, a), a(1, 2), list(reversed(a)), bytes(a))
print(callable(a), any([c, a]), all([c, a]), list(filter(None, [c, a])), sum([a], 1), list(map(len, [a, b])), list(enumerate(a)), list(zip(a, b)))
for attempt in (lambda: a + "x", lambda: "x" + a, lambda: a < 5, lambda: sorted([a, 5]), lambda: [] + a, lambda: a @ a, lambda: -a):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
#% sorting is stable and survives what raises
pairs = [("b", 2), ("a", 2), ("c", 1), ("a", 1)] * 10
print(sorted(pairs, key=lambda pair: pair[1])[:12])
print(sorted(pairs, key=lambda pair: pair[1], reverse=True)[:12])
values = [5, 3, "x", 1]
try:
    values.sort()
except TypeError as error:
    print(error, sorted(map(str, values)))
values = [3, 1, 2]
try:
    values.sort(key=lambda v: 1 / (v - 1))
except ZeroDivisionError as error:
    print(error, values)
values = [3, 1, 2]
try:
    values.sort(key=lambda v: values.append(v) or v)
except ValueError as error:
    print(error, values)


class Loud:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        if self.value == 4 or other.value == 4:
            raise RuntimeError("four")
        return self.value < other.value


try:
    sorted([Loud(n) for n in (3, 1, 4, 2)])
except RuntimeError as error:
    print(error)
print([loud.value for loud in sorted([Loud(n) for n in (3, 1, 2)])])
#% iterators and generators through built-in functions
class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        self.now = self.start
        return self

    def __next__(self):
        if self.now == 0:
            raise StopIteration
        self.now -= 1
        return self.now


def numbers():
    yield 3
    yield 1
    yield 2


print(list(Countdown(3)), sum(Countdown(4)), max(numbers()), sorted(numbers()), tuple(numbers()), set(numbers()), dict(enumerate(numbers())))
print(list(zip(Countdown(2), numbers())), list(map(str, numbers())), list(filter(lambda v: v > 1, numbers())), ",".join(map(str, numbers())))
print(2 in numbers(), 9 in numbers(), next(numbers()), next(iter(Countdown(1)), "end"), [*numbers(), *Countdown(1)], bytes(numbers()))
first, *rest = numbers()
print(first, rest, any(v == 1 for v in numbers()), all(numbers()), list(reversed(list(numbers()))))
iterator = iter([1, 2, 3])
print(next(iterator), list(iterator), next(iterator, None), list(iterator))
lines = iter(["a", "b", "", "c"])
print(list(iter(lambda: next(lines), "")))
z = zip([1, 2, 3], [1, 2])
print(list(z), list(z))
e = enumerate("ab", 1)
print(next(e), list(e), iter(e) is e)


class Old:
    def __getitem__(self, index):
        if index > 2:
            raise IndexError(index)
        return index * 10


print(list(Old()), 20 in Old(), sum(Old()), list(zip(Old(), "ab")))


class Broken:
    def __iter__(self):
        return 5


for attempt in (lambda: list(Broken()), lambda: list(map(None, [1])), lambda: next(Broken()), lambda: list(zip([1], 5)), lambda: [x for x in 5]):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
#% dictionaries keep their order and notice changes
d = {}
for word in "the cat and the dog and the bird".split():
    d[word] = d.get(word, 0) + 1
print(d, list(d), d.popitem(), d)
del d["cat"]
d["cat"] = 9
d["and"] += 1
print(d, list(reversed(d)), sorted(d.items(), key=lambda item: (-item[1], item[0])))
keys, values, items = d.keys(), d.values(), d.items()
d["new"] = 0
print(keys, values, items, len(keys), "new" in keys, ("new", 0) in items)
for action in (lambda: d.update(x=1) or [d.pop(k) for k in d], lambda: [d.__setitem__(k + "!", 1) for k in d]):
    try:
        action()
    except RuntimeError as error:
        print(error)
print({k: v for k, v in d.items() if v}, dict([("a", 1)], b=2), {**{"a": 1}, "a": 2}, dict.fromkeys("ab", []))
grouped = {}
for n in range(6):
    grouped.setdefault(n % 3, []).append(n)
print(grouped, {1: "int", 1.0: "float", True: "bool"}, {(1, 2): 3}[1, 2])
big = {n: n * n for n in range(500)}
for n in range(0, 500, 2):
    del big[n]
print(len(big), sum(big), big[499], 498 in big, list(big)[:3], next(iter(big)))
#% printing
print()
print(1, "a", None, 2.0, [1], sep="-", end="!\n")
print("a", "b", sep="")
print("x", end="")
print("y", sep=None, end=None)
print(*[1, 2, 3], sep="\n")
print("tab\there", "é", "日本", b"bytes", repr("q'"), {"k": (1,)}, {1}, ..., NotImplemented, int, print)
print("a\nb\n", end="")
#% attributes by name
class Box:
    kind = "box"

    def __init__(self):
        self.size = 3

    def __getattr__(self, name):
        if name.startswith("dyn_"):
            return name
        raise AttributeError(name)


b = Box()
setattr(b, "colour", "red")
print(getattr(b, "size"), getattr(b, "none", "default"), hasattr(b, "kind"), hasattr(b, "nope"), b.colour, b.dyn_x, getattr(Box, "kind"))
delattr(b, "colour")
print(hasattr(b, "colour"), vars(b), sorted(k for k in b.__dict__), callable(b.__init__), isinstance(b, (int, Box)), issubclass(Box, object))
#% numbers as programs use them
total = 0
for price, count in [(19.99, 3), (5, 2), (0.1, 3)]:
    total += price * count
print(total, round(total, 2), f"{total:,.2f}", f"{total:>12.1f}|", f"{total:e}", int(total), total // 1, total % 1)
factorial = 1
for n in range(1, 31):
    factorial *= n
print(factorial, factorial // 10**20, factorial % 97, len(str(factorial)), f"{factorial:,}", hex(factorial), float(factorial), factorial / 3)
fibonacci = [0, 1]
while len(fibonacci) < 120:
    fibonacci.append(fibonacci[-1] + fibonacci[-2])
print(fibonacci[-1], sum(fibonacci), max(fibonacci).bit_length(), -fibonacci[-1] // 7, ~fibonacci[-1], fibonacci[-1] >> 20, fibonacci[-1] & 0xFFFF)
print(sum([0.1] * 10), 0.1 + 0.2, 1e16, 1e-5, 3.0, 2**53 + 1.0, 7 / 2, -7 // 2, -7 % 3, 2**-2, 10**18 * 10, 1_000_000, 0xFF, 0b11, 1e3)
print([round(v) for v in (0.5, 1.5, 2.5, -0.5)], [round(v, 1) for v in (0.25, 0.35, 2.675)], int("42"), float("1e3"), int(3.99), str(10**20), divmod(-7, 2))
#% texts as programs use them
csv = "name,age\r\nTom,3\nÉva,4\n"
rows = [line.split(",") for line in csv.splitlines()]
print(rows, [dict(zip(rows[0], row)) for row in rows[1:]])
print("-".join("Hello World".lower().split()), "a=1; b=2".partition("; "), "  pad ".strip().center(9, "*"), "x".rjust(3) + "|", "é".encode(), b"\xc3\xa9".decode())
print("%s is %d years and %.1f%% done" % ("Tom", 3, 99.5), "{0!r:>6} {name:<4}|".format("a", name="b"), f"{'nested'!r:^12}", f"{3:{'0'}{4}}", f"{{}}", f"{1 + 1=}")
print("straße".upper(), "ΑΣ".lower(), "ǆ".title(), "don't".title(), "x" in "xyz", "abc"[::-1], "日本語"[1:], len("日本語"), ord("é"), chr(233))
print("tic tac".replace("t", "b", 1), "a,b,,c".split(","), " a b ".split(), "abc".find("z"), "banana".count("an"), "banana".rfind("an"), "Ab".swapcase(), "x1".isalnum())
table = str.maketrans({"a": "1", "b": None})
print("abc".translate(table), "abc".isidentifier(), "tab\tx".expandtabs(4), "42".zfill(5), "prefix-x".removeprefix("prefix-"), "a" < "b" < "c", max("hello"), sorted("hello"))
print(repr("it's"), repr('"'), repr("a\\b\n\t\x00\x7f\u200b"), ascii("é日"), str(b"x"), "a" "b", "é" == "e\u0301", len("e\u0301"))
for attempt in (lambda: "a" + 1, lambda: "abc".index("z"), lambda: int("x"), lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: "{}".format(), lambda: "%d" % "x", lambda: "a"[5]):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
#% unicode errors carry their parts
try:
    "aé€".encode("ascii")
except UnicodeEncodeError as error:
    print(error.encoding, error.object, error.start, error.end, error.reason, isinstance(error, ValueError), error.args)
try:
    b"ok\xff\xfe".decode("utf-8")
except UnicodeDecodeError as error:
    print(error.encoding, error.object, error.start, error.end, error.reason, isinstance(error, UnicodeError), str(error))
#% classes named like built-in types
class str2(str):
    pass


class int2(int):
    pass


print(str2("a") + str2("b"), int2(3) // int2(2), str2("x") == "x", str2(5), int2("7"), int2("ff", 16), type(int2(3) + 0).__name__, str2("{}").format(1), str2("a,b").split(","))
print(int2.from_bytes(b"\x01\x00", "big"), type(int2.from_bytes(b"\x01", "big")).__name__, dict.fromkeys("ab"), int.__add__(2, 3), str.upper("x"), list.__len__([1]), dict.get({1: 2}, 1))

#% integer keys beside equal keys of other types
from decimal import Decimal
from fractions import Fraction


class Same:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return hash(self.number)

    def __eq__(self, other):
        print("asked about", other)
        return self.number == other


for table in [{}, {n: n for n in range(100, 120)}]:
    table[True] = "true"
    print(table[1], table.get(1), 1 in table, table[1.0])
    table[2.0] = "two"
    table[2] = "2"
    print(table[2.0], [key for key in table if key == 2])
    table[Decimal(3)] = "three"
    print(table[3], 3 in table, Fraction(3, 1) in table)
    table[Same(4)] = "four"
    print(table[4], 4 in table)
    table[4] = "4"
    print(len([key for key in table if isinstance(key, Same)]), table[4])
    for number in [-1, -2, 2**61 - 1, 2**61, 2**62, -(2**61), 2**63 - 1, -(2**63)]:
        table[number] = number
    print([table[number] for number in [-1, -2, 2**61 - 1, 2**61, 2**62, -(2**61), 2**63 - 1, -(2**63)]])
    print(0 in table, table.get(0, "none"))
    table[0] = "zero"
    del table[0]
    print(0 in table)
    try:
        table[0]
    except KeyError as error:
        print(repr(error))
#% sets of integers and texts
s = set()
for value in [1, True, 1.0, 2, "a", "a", "b", 2.0, False, 0]:
    s.add(value)
print(len(s), 1 in s, 1.0 in s, "a" in s, "c" in s, 3 in s, 0 in s)
print(sorted(s, key=str))
print({1, 2} == {True, 2.0}, 5 in {5.0}, "x" in frozenset("xyz"))
#% pairs in loops
d = {"a": 1, "b": 2, "c": 3}
for key, value in d.items():
    print(key, value)
for key, value in reversed(d.items()):
    print(key, value)
for number, (key, value) in enumerate(d.items(), 10):
    print(number, key, value)
for a, b in zip([1, 2, 3], "ab"):
    print(a, b)
for a, b in zip([1, 2, 3], "abc", strict=True):
    print(a, b)
try:
    for a, b in zip([1, 2, 3], "ab", strict=True):
        print(a, b)
except ValueError as error:
    print(error)
try:
    for a, b in zip([1], [2], [3]):
        print(a, b)
except ValueError as error:
    print(error)
try:
    for key, value in d:
        print(key, value)
except ValueError as error:
    print(error)
try:
    for key, value in d.items():
        d[key + "x"] = value
except RuntimeError as error:
    print(error)
pairs = iter(zip("abc", "def"))
for a, b in pairs:
    print(a, b)
    break
print(list(pairs))
print({k: v for k, v in zip("ab", range(9))}, [a + b for a, b in enumerate([5, 6])])
#% exchanging variables
a, b = 1, 2
a, b = b, a
print(a, b)
a, b, c = 1, 2, 3
a, b, c = c, a, b
print(a, b, c)
values = [3, 1, 2]
i = 0
i, values[i] = 2, 9
print(i, values)
values[0], values[2] = values[2], values[0]
print(values)


def note(value):
    print("evaluated", value)
    return value


x, y = note(1), note(2)
(x, y), z = (note(3), note(4)), note(5)
print(x, y, z)
x, y = [note(6), note(7)]
print(x, y)
x, *y = 1, 2
print(x, y)
try:
    x, y = 1, undefined
except NameError as error:
    print(error, x, y)
#% keyword-only and variadic parameters
def f(a, b=2, *args, c, d=4, **rest):
    return a, b, args, c, d, rest


print(f(1, c=3))
print(f(1, 5, 6, 7, c=3, e=8, f=9))
print(f(c=1, a=2, x=3))
print(f(1, c=3, b=7, d=8))


def g(a, /, b, *, c=3):
    return a, b, c


print(g(1, 2), g(1, b=2), g(1, 2, c=5))
print((lambda *a, **k: (a, k))(1, 2, x=3))


class Point:
    def __init__(self, x, *, y=0, **more):
        self.x, self.y, self.more = x, y, more

    def moved(self, *by, scale=1):
        return [self.x + number * scale for number in by], self.more


print(Point(1, y=2, z=3).moved(1, 2, scale=10), Point(5).moved())
for call in [
    lambda: f(1),
    lambda: f(c=3),
    lambda: f(1, a=2, c=3),
    lambda: g(1),
    lambda: g(a=1, b=2),
    lambda: g(1, 2, 3),
    lambda: g(1, 2, d=3),
    lambda: Point(),
    lambda: Point(1, 2),
]:
    try:
        call()
    except TypeError as error:
        print(error)


def counter(*, start=0, step=1):
    count = start

    def following():
        nonlocal count, step
        count += step
        return count

    return following


following = counter(step=5)
print(following(), following(), counter.__kwdefaults__)
counter.__kwdefaults__ = {"start": 100, "step": 7}
print(counter()())


def many(a=1, b=2, c=3, d=4, e=5, f=6, g=7, h=8, i=9, j=10, k=11, l=12, m=13, n=14, o=15, p=16, *, q=17):
    return a, p, q


print(many(), many(p=0), many(0, q=5), many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, q=0))
#% variables beside constants
def which(value):
    if value == "a":
        return "the text"
    if value == 1:
        return "one"
    if value != 2:
        return "not two"
    return "two"


print([which(value) for value in ["a", "b", 1, 1.0, True, 2, 2.0, None, [], "ä"]])


def limits(value):
    found = []
    if value < 5:
        found.append("<5")
    if value <= 5:
        found.append("<=5")
    if value > 5:
        found.append(">5")
    if value >= 5:
        found.append(">=5")
    return found


print([limits(value) for value in [4, 5, 6, 4.5, 5.0, False]])
try:
    limits("5")
except TypeError as error:
    print(error)


def unbound():
    if late == "x":
        print("never")
    late = 1


try:
    unbound()
except UnboundLocalError as error:
    print(error)


class Strange:
    def __eq__(self, other):
        return "true" if other == "a" else ""


print(which(Strange()))
#% slices and characters
text, values = "abcdefgh", list(range(8))
for start, stop in [(None, None), (1, None), (None, 3), (2, 5), (-3, None), (None, -2), (5, 2), (0, 0), (-99, 99), (99, 3), (3, 4)]:
    print(text[start:stop], values[start:stop], text[start:stop:2], text[start:stop:-1])
print(text[:], values[:] is values, "äöü"[1:], "äöü"[::-1], [c for c in "aä"], text[True:3])
for broken in ["x", 1.5]:
    try:
        text[broken:]
    except TypeError as error:
        print(error)
print([ord(c) for c in "aé€😀"], chr(97), chr(233), [chr(n) for n in (0, 127, 128)])
for call in [lambda: ord("ab"), lambda: ord(1), lambda: chr(-1), lambda: chr(0x110000), lambda: chr("a")]:
    try:
        call()
    except (TypeError, ValueError) as error:
        print(error)
#% exceptions and their arguments
class Plain(Exception):
    pass


class Counted(ValueError):
    count = 0

    def __init__(self, *parts):
        super().__init__(*parts)
        Counted.count += 1


for make in [ValueError, KeyError, Plain, Counted, StopIteration, OSError, SystemExit, UnicodeError]:
    for parts in [(), ("x",), ("x", 1)]:
        try:
            raise make(*parts)
        except BaseException as error:
            print(type(error).__name__, error.args, str(error), repr(error))
print(Counted.count)
try:
    Plain("x", y=1)
except TypeError as error:
    print(error)
#% isinstance
from abc import ABC
from collections.abc import Iterable, Sized
from enum import Enum


class Base:
    pass


class Derived(Base):
    pass


class Pretender:
    @property
    def __class__(self):
        return int


class Abstract(ABC):
    pass


Abstract.register(str)
for value in [1, True, "a", None, [], Derived(), Base, Pretender(), 1.5]:
    print(
        isinstance(value, int), isinstance(value, Base), isinstance(value, (str, Base)), isinstance(value, int | None),
        isinstance(value, Abstract), isinstance(value, Sized), isinstance(value, Iterable), isinstance(value, object),
        isinstance(value, type),
    )
for cls in [1, "int", [int], (int, 5)]:
    try:
        print(isinstance("a", cls))
    except TypeError as error:
        print(error)
#% widths and digits
for spec in ["", "5", "05", "<5", ">5", "^5", "5d", "05d", "00", "<", "12", "0", "^6d", "1", "=5", "+5", " 5", ",", "x", "#x", "_", "*^7"]:
    print([format(number, spec) for number in [0, 7, -7, 12345, -12345, 2**63 - 1, -(2**63), 10**20]])
for spec in ["", "5", "<5", ">5", "^5", "5s", "05", "<05", ".2", "*>6", "s", "^"]:
    print([format(text, spec) for text in ["", "ab", "äöü", "abcdefgh"]])
for value, spec in [(1, "5s"), (1, "s"), ("a", "5d"), ("a", "=5"), (1, "5.2"), (1, "99999999999999999999")]:
    try:
        print(format(value, spec))
    except ValueError as error:
        print(error)
print("%s|%d|%5d|%-5s|%05.1f|%x|%%|%c|%r" % ("ä", 7, -7, "ab", 2.25, 255, "z", "q"))
print("%(a)s %(b)d" % {"a": 1, "b": 2}, "%s" % None, "%s" % [1], "%d" % 2.9, "%s %s" % ("a", "ä"))
for template, values in [("%s", ()), ("%s", (1, 2)), ("%d", "x"), ("%", 1), ("%z", 1), ("%(a)s", 1)]:
    try:
        print(template % values)
    except (TypeError, ValueError) as error:
        print(error)
#% the words and places of texts
for text in ["", "  a  bc\td\n", "a b", "ä  ö", "\x1fa\x1cb"]:
    print(text.split(), text.find("b"), text.find("z"), text.find(""), text.find("ö"))
for text in ["", "1", "12", "1a", "a", "aB", "ä", "²", "٣", " "]:
    print(text.isdigit(), text.isalpha(), text.isalnum())
print(min(2, 1), max(2, 1), min(1, True), max(True, 1), abs(-5), abs(-2.5), abs(-(2**63)), min(1, 2.0), max("a", "b"))
print(sorted(["b", "a", "ab", "a\0", "", "abcdefghi", "abcdefgh", "abcdefghj", "é", "z"]))
print(sorted(["b", "a", "abcdefghi", "abcdefghj"], reverse=True))
values = [1, 2]
print(values.pop(), values.pop(), values)
try:
    values.pop()
except IndexError as error:
    print(error)
#% dictionaries that inherit
from collections import Counter, OrderedDict, defaultdict


class Loud(dict):
    def __getitem__(self, key):
        return "loud " + str(super().__getitem__(key))


class Quiet(dict):
    def __missing__(self, key):
        return f"no {key}"


print(Loud(a=1)["a"], Quiet({1: 2})[1], Quiet()[5], Counter("aab")["a"], Counter()["z"], OrderedDict(a=1)["a"])
d = defaultdict(list)
d[1].append(2)
d["x"].append(3)
print(d, d[1], d["x"], d[True])
#% dataclasses
from dataclasses import InitVar, dataclass, field


@dataclass
class Item:
    name: str
    price: float = 1.0
    tags: list = field(default_factory=list)
    factor: InitVar[int] = 2
    total: float = field(init=False)

    def __post_init__(self, factor):
        self.total = self.price * factor


print(Item("a"), Item("b", 2.0, ["x"], 5), Item(name="c", factor=1).total)


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0


print(sorted([Version(2), Version(1, 5), Version(1)]), Version(1) == Version(1, 0), hash(Version(1)) == hash(Version(1)))
for call in [lambda: Item(), lambda: Item("a", nothing=1), lambda: Item("a", name="b"), lambda: Version(1, 2, 3)]:
    try:
        call()
    except TypeError as error:
        print(error)
try:
    Version(1).major = 2
except Exception as error:
    print(type(error).__name__, error)


@dataclass
class Loaded(Item):
    extra: int = 0

    def __setattr__(self, name, value):
        print("set", name)
        super().__setattr__(name, value)


print(Loaded("z", extra=4))
#% the case of texts and their bytes
for text in ["", "content-type", "hello WORLD 1st o'clock", "ß", "straße ÄÖ", "ǆ", "x"]:
    print(text.title(), text.capitalize(), text.swapcase(), text.casefold(), text.lower(), text.upper())
for text in ["", "abc", "wörld", "€", "\ud7ff", "\ue000", "😀"]:
    data = text.encode()
    print(data, data.decode() == text, text.encode("utf-8-sig"), data.decode("latin-1").encode("latin-1") == data)
for text in ["a\ud800", "\udfff", "ä"]:
    for codec in ["utf-8", "ascii", "latin-1"]:
        try:
            print(text.encode(codec))
        except UnicodeEncodeError as error:
            print(error)
print(b"ab\xff".decode("utf-8", "replace"), b"abc".decode("ascii"), "a" in "cab", "z" in "cab", "" in "", "ö" in "wörld")
#% numbers with a point
for value in [0.0, -0.0, 0.5, 1.5, 2.5, 0.125, 2.675, 1e-4, 0.00009999, 1e15, 999999999999999.9, 1e16, 123456.789, -0.001, 1e22, 5e-324, 1 / 3]:
    print(value, -value, [f"{value:.{places}f}" for places in range(4)], f"{value:.9f}", "%.2f" % value)
for value in [float("inf"), float("nan"), 1e9, 999999999.9999999, 123456789.987654321, 1e300]:
    print(f"{value:.0f}", f"{value:.2f}", f"{value:.9f}")
#% caches that forget
from functools import cache, lru_cache


@lru_cache(maxsize=2)
def double(x):
    print("computing", x)
    return x * 2


print([double(x) for x in [1, 2, 1, 3, 2, 1, 1.0, True]], double.cache_info())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())

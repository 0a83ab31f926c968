#% Methods of texts where they are called
def attempt(call, *args, **kwargs):
    try:
        return repr(call(*args, **kwargs))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


PLAIN = [
    lambda t: t.strip(), lambda t: t.lstrip(), lambda t: t.rstrip(), lambda t: t.split(), lambda t: t.rsplit(), lambda t: t.title(),
    lambda t: t.capitalize(), lambda t: t.casefold(), lambda t: t.encode(), lambda t: t.center(9), lambda t: t.ljust(5), lambda t: t.rjust(5),
]
MARKED = [
    lambda t, m: t.strip(m), lambda t, m: t.lstrip(m), lambda t, m: t.rstrip(m), lambda t, m: t.removeprefix(m),
    lambda t, m: t.removesuffix(m), lambda t, m: t.count(m), lambda t, m: t.find(m), lambda t, m: t.index(m), lambda t, m: t.rsplit(m),
    lambda t, m: t.split(m, 1), lambda t, m: t.rsplit(m, 1), lambda t, m: t.split(m, 0), lambda t, m: t.rsplit(m, True),
    lambda t, m: t.rsplit(m, -1), lambda t, m: t.center(8, m), lambda t, m: t.rjust(7, m), lambda t, m: t.ljust(-1, m),
    lambda t, m: t.split(m, None), lambda t, m: t.partition(m), lambda t, m: t.rpartition(m),
]
for text in ["", " a b ", "--x--y--", "aXbXXc", "\u00e4-\u00f6", "\t\x1c\x85tab\u2003", "0123456789" * 4, "ISN'T it?"]:
    print(repr(text), *[attempt(call, text) for call in PLAIN])
    for mark in ["-", "X", "--", "\u00e9", "", "0123456789012345678", None]:
        print(repr(mark), *[attempt(call, text, mark) for call in MARKED])


class Text(str):
    def upper(self):
        return "own " + super().upper()


own = Text(" x-y ")
print(own.strip(), type(own.strip()), own.upper(), own.split("-"), type(own.removeprefix("q")), attempt(lambda: "a".strip("b", "c")))
#% Methods of dictionaries where they are called
def attempt(call, *args, **kwargs):
    try:
        return repr(call(*args, **kwargs))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


numbers = {"a": 1, "b": 2}
print([k for k in numbers.keys()], [v for v in numbers.values()], dict(numbers.items()), "a" in numbers.keys(), ("b", 2) in numbers.items())
print(2 in numbers.values(), list(reversed(numbers.items())), numbers.setdefault("a", 9), numbers.setdefault("c", []), numbers.setdefault("d"))
print(attempt(lambda: numbers.setdefault([], 1)), attempt(lambda: numbers.items(1)), attempt(lambda: numbers.setdefault()))
print(numbers.setdefault(key, 4) if (key := "z") in numbers else "none", numbers)


def changing():
    table = {1: 1}
    for key in table.keys():
        table[key + 1] = 1


print(attempt(changing))


def pairs():
    parts = tuple("ab")
    first, second = parts
    return first, second, parts, [x + y for x, y in [("a", "b"), ("c", "d")]]


print(pairs())


#% Calls with keywords
from datetime import datetime, timezone


def attempt(call, *args, **kwargs):
    try:
        return repr(call(*args, **kwargs))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Point:
    scale = 1

    def __init__(self, x, /, y=2, *rest, z=3, **others):
        self.values = (x, y, rest, z, others)

    def move(self, by, *, times=1):
        return self.values[0] + by * times

    @classmethod
    def make(cls, **others):
        return cls(0, **others).values

    @staticmethod
    def plain(a, b=2):
        return a, b


class Child(Point):
    def __init__(self, *, x=1):
        super().__init__(x, y=x + 1, w=5)

    def move(self, by, times=2):
        return super().move(by, times=times)


class Failure(Exception):
    def __init__(self, code, detail=None):
        super().__init__(code, detail)
        self.code = code


print(Point(1).values, Point(1, z=4).values, Point(1, y=5, w=6).values, Point(1, 2, 3, 4, z=5, q=6).values)
print(Point(1).move(2, times=3), Point(1).move(by=2), Point.make(z=1), Point(5).make(y=0), Point.plain(a=1), Point(1).plain(1, b=3))
print(Child().values, Child(x=7).values, Child().move(1), Child().move(by=1, times=9))
print(attempt(Point, x=1), attempt(Point), attempt(Point, 1, 2, y=3), attempt(Child, 1), attempt(Child, y=1))
print(attempt(Point(1).move, times=1), attempt(Point(1).move, 1, by=2), attempt(Point(1).move, 1, other=2), attempt(Point(1).move, 1, 2))
print(repr(Failure(1, detail="x")), Failure(code=2).code, attempt(Failure, detail=1), Failure(3, detail=4).args)
bound = Point(3).move
print(bound(1, times=2), bound(by=4), (lambda a, *, b: (a, b))(1, b=2))
print("{}-{x}-{}-{y!r:>5}".format(1, 2, x=2, y="z"), attempt("{x}".format, y=1), attempt("{}".format, x=1), "{a[0]}{a[1]}".format(a=[1, 2]))
print(sorted([3, 1, 2], reverse=True), sorted("bA", key=str.lower), [3, 1].sort(reverse=True), max([1, -5], key=abs), max([], default=4))
print(dict(a=1, b=2), dict({"a": 0}, a=1), {}.update(x=1), datetime(2024, 1, 2, tzinfo=timezone.utc), datetime(2024, month=2, day=3, hour=4))
print("a,b,c".split(",", maxsplit=1), "a b".split(maxsplit=0), "a b c".rsplit(maxsplit=1), "aba".split(sep="b"), b"a,b".split(sep=b","))
print(attempt("a".split, sep=","), attempt("a".split, what=1), attempt("a".split, ",", sep=","), attempt("a".strip, chars="a"))
print(int("ff", base=16), attempt(int, "x", base=16), "ab".encode(encoding="utf-16-le"), attempt("é".encode, encoding="ascii"))
print(attempt(print, sep=1), attempt(len, obj=[]), attempt(sum, [1], start=2), attempt([].append, x=1))
print(datetime.fromtimestamp(0, tz=timezone.utc).replace(year=2000, hour=5).isoformat(sep=" ", timespec="minutes"))
print(attempt(datetime, 2024, 13, day=1))
#% Calls that unpack
import math


def attempt(call, *args, **kwargs):
    try:
        return repr(call(*args, **kwargs))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def show(*args, **kwargs):
    args and kwargs.setdefault("count", len(args))
    return args, kwargs


def three(a, b=2, *, c=3):
    return a, b, c


class Pair:
    def __init__(self, first, second=None):
        self.first, self.second = first, second

    def both(self, *more, **named):
        return self.first, self.second, more, named


class Wider(Pair):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)

    def both(self, *more, **named):
        return super().both(*more, **named)


class Mapping:
    def keys(self):
        return ["a", "c"]

    def __getitem__(self, key):
        return key * 2


class Name(str):
    pass


given = {"x": 1}
print(show(**given), given, show(*"ab"), show(*()), show(**{}), show(*[], **{}), show(*range(20)), show(*(1, 2), *[3], k=1, **{"z": 2}))
print(three(*(1,)), three(*[1, 2]), three(**{"a": 1, "c": 2}), three(*(1,), **{"b": 5}), three(**Mapping()), three(1, **{"b": 2, "c": 4}))
print(attempt(lambda: three(*(1, 2, 3))), attempt(lambda: three(*(1,), **{"a": 2})), attempt(lambda: three(**{"q": 2})), attempt(lambda: three(*())))
print(attempt(lambda: three(*1)), attempt(lambda: three(**1)), attempt(lambda: three(**{1: 2})), attempt(lambda: three(a=1, **{"a": 2})))
print(attempt(lambda: show(**[("a", 1)])), attempt(lambda: len(*1)), attempt(lambda: Pair(**3)), attempt(lambda: dict(**3)), attempt(lambda: math.floor(*3)), attempt(lambda: (3)(*(), **{})))
print(show(**{Name("n"): 1}), show(**{c: i for i, c in enumerate("abcdefghijklmnop")}))
print(Wider(1, second=2).both(3, k=4), Wider(*(1, 2)).both(*(3, 4), **{"k": 5}), Pair(*"ab").both(), attempt(lambda: Wider(*"abc")))
print("{}{}{k}".format(*"ab", **{"k": 3}), max(*[1, 5, 2]), dict(**{"a": 1}, **{"b": 2}), sorted(*[[2, 1]], **{"reverse": True}), [].append(*[1]))


def many(a, b, c, d, e, f, g=7, h=8, i=9, j=10, k=11, l=12, m=13):
    return [a, b, c, d, e, f, g, h, i, j, k, l, m]


def nested(depth, *args, **kwargs):
    return many(*args, **kwargs) if depth == 0 else nested(depth - 1, *args, **kwargs)


print(nested(3, *range(6)), nested(2, *range(12)), nested(2, *range(13)), nested(1, *range(5), **{"f": 0, "m": 1}), sep="\n")
print(attempt(lambda: nested(5, *range(14))), attempt(lambda: nested(5, 1, a=1)))


class Stubborn:
    def __iter__(self):
        yield 1
        raise ValueError("no more")


print(attempt(lambda: show(*Stubborn())), attempt(lambda: show(**given, **given)))

import logging
import random
import time
import traceback
import warnings
from collections import ChainMap, Counter, defaultdict, deque
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum, auto
from functools import lru_cache, partial, reduce
from itertools import chain, groupby, product
from typing import Generic, NamedTuple, TypeVar
import json
import re
import abc

T = TypeVar("T")


class Status(str, Enum):
    OPEN = "open"
    DONE = "done"


@dataclass(order=True)
class Task:
    priority: int
    title: str = field(compare=False)
    status: Status = field(default=Status.OPEN, compare=False)
    tags: list[str] = field(default_factory=list, compare=False)


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self) -> float: ...

    @property
    @abc.abstractmethod
    def name(self) -> str: ...


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2

    @property
    def name(self):
        return "square"


class Point(NamedTuple):
    x: float
    y: float = 0.0

    def norm(self):
        return (self.x**2 + self.y**2) ** 0.5


tasks = [Task(3, "c"), Task(1, "a", tags=["x"]), Task(2, "b", Status.DONE)]
print(sorted(tasks))
print(max(tasks).title, [t.status.value for t in tasks])
print(json.dumps({"tasks": [t.__dict__ for t in tasks]}, default=str, sort_keys=True))
by = defaultdict(list)
for t in tasks:
    by[t.status].append(t.title)
print(dict(by))
stack: Stack[int] = Stack()
stack.push(1)
print(stack.pop(), Stack[int])
try:
    Shape()
except TypeError as e:
    print(e)
square = Square(3)
print(square.area(), square.name, isinstance(square, Shape))
print(Point(3, 4).norm(), Point(1), Point(1) == (1, 0.0))
match Point(1, 2):
    case Point(x, y):
        print("point", x, y)
match tasks[0]:
    case Task(priority=p, title=title):
        print("task", p, title)
match Status.OPEN:
    case Status.DONE:
        print("done")
    case Status.OPEN:
        print("open")
words = re.findall(r"[a-z]+", "The cat and the hat and the bat".lower())
print(Counter(words).most_common(2))
print([(k, len(list(g))) for k, g in groupby(sorted(words, key=len), key=len)])
print([f"{a}{b}" for a, b in product("ab", range(2))])
start = datetime(2024, 2, 28, 22, 0, tzinfo=timezone.utc)
print([(start + timedelta(hours=h)).isoformat() for h in (0, 3, 26)])
print((date(2024, 3, 1) - date(2024, 2, 1)).days, f"{start:%A %d %B %Y}")
print(sum((Decimal(p) for p in ("0.10", "0.20", "0.30")), Decimal()))
random.seed(7)
print(random.random(), random.choice("abc"), random.sample(range(10), 3))
double = partial(lambda a, b: a * b, 2)
print(list(map(double, [1, 2])), reduce(lambda a, b: a + b, chain([1], [2, 3])))
d = deque(maxlen=2)
d.extend([1, 2, 3])
print(d, ChainMap({"a": 1}, {"b": 2})["b"])


class Color(Enum):
    RED = auto()
    BLUE = auto()

    def describe(self):
        return f"{self.name.title()}={self.value}"


print([c.describe() for c in Color], Color.RED in Color, Color(2))
try:
    Color("pink")
except ValueError as e:
    print(e)


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(20), fib.cache_info())
try:
    json.loads('{"a": }')
except json.JSONDecodeError as e:
    print(e)
print(re.sub(r"(\w+)@(\w+)", lambda m: f"{m[2]} at {m[1]}", "me@home"))

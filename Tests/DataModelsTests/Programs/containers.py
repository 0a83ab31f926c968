from pydantic import TypeAdapter, ValidationError


def show(label, thunk):
    try:
        print(label, "=", repr(thunk()))
    except ValidationError as error:
        for e in error.errors(include_url=False):
            print(label, "!", e["type"], e["loc"], e["msg"], repr(e["input"]), e.get("ctx"))
    except Exception as error:
        print(label, "!!", type(error).__name__, error)


def table(name, annotation, inputs, strict=False):
    adapter = TypeAdapter(annotation)
    for value in inputs:
        show(f"{name} {value!r}", lambda: adapter.validate_python(value, strict=strict))

from collections import Counter, OrderedDict, defaultdict, deque
from collections import abc
from typing import (
    Annotated, Any, Callable, Collection, Deque, Dict, FrozenSet, Generator, Iterable, List, Mapping, MutableMapping, MutableSequence,
    NamedTuple, NewType, Optional, Sequence, Set, Tuple, Type, Union, Hashable,
)
from typing_extensions import NotRequired, Required, TypedDict
from pydantic import Field, conlist, conset, confrozenset


def gen():
    yield 1
    yield "2"


def fresh():
    return [
        [1, "2"], (1, "2"), {1, 2}, frozenset([3]), deque([1, 2]), {"a": 1}, {1: "2"}, {"1": "2"}, {1: 2}.keys(), {1: 2}.values(), {1: 2}.items(), "12", b"12", 12, None, [1, "x", "y"], [[1]], [],
        range(3), [None], OrderedDict(a="1"), (1,), (1, 2, 3),
    ]


table("list", list[int], fresh())
show("list gen", lambda: TypeAdapter(List[int]).validate_python(gen()))
table("bare list", list, fresh()[:6])
table("strict list", list[int], [[1], ["1"], (1,), {1}], strict=True)
table("tuple...", tuple[int, ...], fresh())
table("tuple2", tuple[int, str], [(1, "a"), ["1", "b"], (1,), (1, "a", 3), "ab", ("x", 1), ()])
table("tuple1", Tuple[int], [(1,), (), (1, 2)])
table("tuple0", tuple[()], [(), (1,)])
table("bare tuple", tuple, [[1], "a"])
table("strict tuple", tuple[int, ...], [[1], (1,), ("1",)], strict=True)
table("set", set[int], fresh())
table("frozenset", FrozenSet[int], fresh()[:8])
table("set str", Set[str], [["a", "a", 1]])
table("dict", dict[str, int], [{"a": 1}, {"a": "1", 2: 3}, {1: "x"}, {b"a": 1}, {None: 1}, [("a", 1)], OrderedDict(a="1"), None, {("t", 1): "x"}])
table("dict int", Dict[int, Any], [{"1": 2}, {"x": None, 3.5: 1}])
table("bare dict", dict, [{1: 2}, []])
table("strict dict", dict[str, int], [{"a": "1"}, {"a": 1}], strict=True)
table("deque", deque[int], [[1, "2"], (1,), {1}, deque([1], maxlen=3), "1", None])
table("Deque", Deque[str], [["a"], [1]])
table("Sequence", Sequence[int], [[1, "2"], (1, "2"), {1}, deque([1]), "12", b"12", range(2), {"a": 1}, None])
table("Sequence str", Sequence[str], ["ab", ["a"], ("b", 1)])
table("MutableSequence", MutableSequence[int], [["1"], (1,)])
table("Mapping", Mapping[str, int], [{"a": "1"}, OrderedDict(a="1"), defaultdict(int, a=1), [], None])
table("MutableMapping", MutableMapping[str, int], [{"a": "1"}])
table("defaultdict", defaultdict[str, int], [{"a": "1"}, defaultdict(int, a=1)])
table("defaultdict list", defaultdict[str, list[int]], [{"a": ["1"]}])
table("OrderedDict", OrderedDict[str, int], [{"a": "1"}, OrderedDict(b=1), []])
table("Counter", Counter[str], [{"a": "1"}, {"a": "x"}])
table("Iterable", Iterable[Any], [12])
table("Callable", Callable[[int], str], [len, print, int, 1, None])
table("bare Callable", Callable, [len, 1])
table("Type", Type[int], [int, bool, str, 1])
table("type", type, [int, 1])
table("Type Any", Type[Any], [int, 1])
table("Type union", Type[Union[int, str]], [int, str, float])
table("Hashable", Hashable, [1, [], "a"])
table("None", None, [None, 0, ""])
table("Any", Any, [None, 0, [1]])
table("object", object, [None, 0])
table("Optional", Optional[int], [None, "1", "x", 1])
table("NewType", NewType("UserId", int), ["3", "x"])
table("length", Annotated[list[int], Field(min_length=1, max_length=2)], [[], [1], [1, 2, 3], ["x", 1, 2]])
table("set length", Annotated[set[int], Field(min_length=2, max_length=2)], [[1, 1], [1, 2, 2], [1, 2, 3]])
table("dict length", Annotated[dict[str, int], Field(min_length=1, max_length=1)], [{}, {"a": 1}, {"a": 1, "b": 2}])
table("tuple length", Annotated[tuple[int, ...], Field(max_length=1)], [[1, 2], [1]])
table("conlist", conlist(int, min_length=2), [[1], ["1", "2"]])
table("conset", conset(int, max_length=1), [[1, 1], [1, 2]])
table("confrozenset", confrozenset(str, min_length=1), [[], ["a"]])
table("frozen length", Annotated[frozenset[int], Field(min_length=1)], [[], [1]])
table("nested", dict[str, list[tuple[int, str]]], [{"a": [(1, "x"), ("2", "y")]}, {"a": [(1,)], "b": 3}, {"a": [["q", 1]]}])


class Movie(TypedDict):
    name: str
    year: int


class Partial(TypedDict, total=False):
    name: Required[str]
    year: int


class More(Movie):
    stars: NotRequired[float]


class Point(NamedTuple):
    x: int
    y: int = 5
    label: str = "p"


table("TypedDict", Movie, [{"name": "a", "year": "1"}, {"name": 1}, {"name": "a", "year": 1, "x": 2}, [], None])
table("Partial", Partial, [{"name": "a"}, {"year": 1}])
table("More", More, [{"name": "a", "year": 1, "stars": "2"}, {"name": "a", "year": 1}, {"year": "x"}])
table("NamedTuple", Point, [Point(1, 2), (1, "2"), ["1"], {"x": "3"}, {"y": 1}, (1, 2, "a", 4), ("x",), None, {"x": 1, "z": 2}])

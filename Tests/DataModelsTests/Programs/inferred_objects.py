from dataclasses import InitVar, dataclass, field
from typing import Any, ClassVar

from pydantic import BaseModel, TypeAdapter
from pydantic_core import to_jsonable_python


@dataclass
class Plain:
    a: int
    b: "Nowhere | None" = None
    c: ClassVar[int] = 3
    d: InitVar[int] = 4
    e: list = field(default_factory=list, init=False)
    f: Any = field(default=None, repr=False)

    def __post_init__(self, d):
        self.z = d

    @property
    def p(self):
        return 1


@dataclass
class Wider(Plain):
    g: float = 1.5


class Derived(Plain):
    pass


class Holder(BaseModel):
    x: Any


def show(thunk):
    try:
        print(repr(thunk()))
    except Exception as error:
        print(type(error).__name__, str(error)[:90])


anything = TypeAdapter(Any)
nested = lambda: Plain(1, Wider("x", f={"n": Plain(None)}))
options = [
    {}, {"exclude_none": True}, {"exclude_defaults": True, "exclude_unset": True}, {"include": {"a"}}, {"exclude": {"b": {"g"}}},
    {"mode": "json"}, {"mode": "json", "exclude_none": True},
]
for make in [
    nested, lambda: {"k": [nested()]}, lambda: Holder(x=nested()), lambda: Derived(2), lambda: map(str, [1]), lambda: iter([1]),
    lambda: zip("a", [Plain(1)]), lambda: filter(None, [0, 1]), lambda: enumerate("a"), lambda: reversed([1, 2]), lambda: {1: 2}.keys(),
    lambda: range(2),
]:
    for option in options:
        show(lambda: [anything.dump_python(make(), **option)] if not hasattr(make(), "__next__") else "an iterator")
    show(lambda: anything.dump_json(make()))
    show(lambda: anything.dump_json(make(), exclude_none=True, exclude={"b"}))
    show(lambda: to_jsonable_python(make()))

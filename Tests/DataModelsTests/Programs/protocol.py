from pydantic import BaseModel, ValidationError


def show(label, thunk):
    try:
        print(label, "=", repr(thunk()))
    except ValidationError as error:
        for e in error.errors(include_url=False):
            print(label, "!", e["type"], e["loc"], e["msg"], repr(e["input"]), e.get("ctx"))
    except Exception as error:
        print(label, "!!", type(error).__name__, error)

import copy
from typing import Any, ClassVar, Final, Optional
from pydantic import Field, PrivateAttr, ConfigDict


class Point(BaseModel):
    """A point."""

    x: int
    y: int = 2
    tags: list[str] = Field(default_factory=list, description="tags", repr=False)


p = Point(x="1")
print(p, repr(p), str(p))
print(p == Point(x=1), p == Point(x=2), p == {"x": 1}, p != Point(x=1), p == Point(x=1, y=2))
print(list(p), dict(p))
print(p.model_fields_set, p.model_extra, p.model_computed_fields if False else "")
print(Point.model_fields)
print(list(Point.model_fields), Point.model_fields["y"].default, Point.model_fields["x"].is_required(), Point.model_fields["tags"].default_factory, Point.model_fields["x"].annotation)
print(repr(Point.model_fields["tags"]))
show("copy", lambda: (p.model_copy(), p.model_copy(update={"x": "raw"}), p.model_copy(update={"x": 5}).model_fields_set))
deep = Point(x=1, tags=["a"])
show("deep", lambda: (deep.model_copy().tags is deep.tags, deep.model_copy(deep=True).tags is deep.tags, copy.copy(deep).tags is deep.tags, copy.deepcopy(deep).tags is deep.tags, copy.copy(deep) == deep))
show("positional", lambda: Point(1))
show("missing", lambda: Point())
show("construct", lambda: (Point.model_construct(x="raw"), Point.model_construct(x=1, z=3), Point.model_construct({"y"}, x=1).model_fields_set))
show("attr", lambda: p.nope)
show("class attr", lambda: Point.x)
show("validate instance", lambda: Point.model_validate(p) is p)
show("validate json", lambda: Point.model_validate_json('{"x": "3", "tags": ["q"]}'))
show("validate bytes", lambda: Point.model_validate_json(b'{"x": 3}'))
for text in ["{", "", '{"x": 1,}', '{"x" 1}', "[1, 2", "nul", '{"x": NaN}', '"abc', '{"x": 01}', '{"x": 1} x', '{"x": "\\q"}', "[1 2]", "tru", '{"x": "\n"}', "{'x': 1}", '{"x": 1e999}', '{"a": [1, {"b": }]}', "-", "1.", '"\\ud800"']:
    show(f"bad json {text!r}", lambda: Point.model_validate_json(text))
show("json list", lambda: Point.model_validate_json("[1]"))
show("strings", lambda: Point.model_validate_strings({"x": "1", "y": "2"}))
show("strings bad", lambda: Point.model_validate_strings({"x": "q"}))
show("dict()", lambda: (p.dict(), p.json()))
show("doc", lambda: (Point.__name__, Point.__doc__, Point.__module__, Point.__qualname__, Point.__fields_set__ if False else ""))


class Private(BaseModel):
    a: int = 1
    _b: int = PrivateAttr(default=5)
    _c: list = PrivateAttr(default_factory=list)
    _d: str
    _e = "bare"
    K: ClassVar[int] = 7
    F: Final[int] = 3

    def model_post_init(self, context: Any) -> None:
        self._d = f"post {self.a}"


q = Private(a=2, _b=9)
show("private", lambda: (q, q._b, q._c, q._d, q._e, q.K, Private.K, q.model_dump(), list(Private.model_fields), q.__pydantic_private__))
show("private missing", lambda: q._zz)


def set_attr(obj, name, value):
    setattr(obj, name, value)
    return obj


show("private set", lambda: set_attr(q, "_b", 10)._b)
show("private eq", lambda: (q == Private(a=2), Private(a=2) == Private(a=2)))
show("classvar set", lambda: set_attr(q, "K", 1))


class Factory(BaseModel):
    a: int = 1
    b: int = Field(default_factory=lambda data: data["a"] + 1)
    c: list[int] = [1]
    d: dict[str, list[int]] = {"a": [1]}


f1, f2 = Factory(a=5), Factory()
f1.c.append(2)
f1.d["a"].append(2)
show("factory", lambda: (f1, f2))
show("factory bad", lambda: Factory(a="x"))


class Node(BaseModel):
    value: int
    next: Optional["Node"] = None
    children: list["Node"] = []


show("recursive", lambda: Node(value=1, next={"value": "2", "next": None}, children=[{"value": 3, "children": [{"value": 4}]}]))
show("recursive bad", lambda: Node(value=1, next={"value": 2, "next": {"value": "q"}}, children=[{"value": 3, "children": [{}]}]))
n = Node(value=1)
n.next = n
show("cycle repr", lambda: repr(n).replace(str(id(n)), "ID"))
show("cycle dump", lambda: n.model_dump())


class Parent(BaseModel):
    a: int
    b: str = "p"


class Child(Parent):
    b: str = "c"
    c: float = 0.5
    a: str


show("child", lambda: (Child(a="x"), isinstance(Child(a="x"), Parent), list(Child.model_fields)))
show("eq classes", lambda: Parent(a=1, b="c") == Child(a="1"))


class Mixin:
    def hello(self):
        return f"hello {self.a}"


class Mixed(Mixin, Parent):
    @property
    def prop(self):
        return self.a * 2

    @prop.setter
    def prop(self, v):
        self.a = v

    @staticmethod
    def stat():
        return 1

    def __len__(self):
        return 3

    def __str__(self):
        return "custom"


m = Mixed(a=1)
m.prop = 50
show("mixed", lambda: (m.hello(), m.prop, m.stat(), len(m), str(m), m))


class Init(BaseModel):
    a: int

    def __init__(self, a, **kw):
        super().__init__(a=a + 1, **kw)


show("init", lambda: (Init(1), Init(a=2), Init.model_validate({"a": 3})))
show("del", lambda: (delattr(p, "y"), p))
show("fields on instance", lambda: hasattr(p, "model_fields_set"))
match Point(x=1, y=5):
    case Point(x=1, y=v):
        print("matched", v)
show("signature", lambda: Point.model_validate(None))


class Sliced(BaseModel):
    long: str = "x" * 200


try:
    Node(value="x" * 100)
except ValidationError as e:
    print(e)
    print(repr(e) == str(e), e.error_count(), e.title, len(e.errors()))
    print(e.json())
    print(e.json(indent=2, include_url=False, include_input=False))
    print(e.errors())
    print(e.errors(include_url=False, include_context=False, include_input=False))
try:
    Node(value=[list(range(100))], next={"value": {"k": "v" * 60}}, children=7)
except ValidationError as e:
    print(e)
show("from_exception", lambda: ValidationError.from_exception_data("T", [{"type": "greater_than", "loc": ("a", 1), "input": 4, "ctx": {"gt": 5}}]))
show("raise", lambda: isinstance(ValidationError.from_exception_data("T", []), ValueError))

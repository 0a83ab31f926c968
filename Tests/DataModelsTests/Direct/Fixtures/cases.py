"""Values on their way through response models: how they go (directly, or the ordinary way), the annotation, the value, the options."""
from datetime import date, datetime, timedelta, timezone
from enum import Enum
from typing import Any, Literal, Optional
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, RootModel, computed_field, field_serializer, field_validator, model_validator


class Kind(str, Enum):
    CAT = "cat"
    DOG = "dog"


class Shade(Enum):
    RED = "red"
    ONE = 1


class Tag(BaseModel):
    label: str


class Item(BaseModel):
    name: str
    price: float
    count: int = 3
    note: Optional[str] = None
    tags: list[Tag] = []


class Aliased(BaseModel):
    model_config = ConfigDict(populate_by_name=True)
    item_id: int = Field(alias="itemId")
    full_name: str = Field(default="Tom", serialization_alias="fullName")
    secret: str = Field(default="x", exclude=True)


class ByAlias(BaseModel):
    item_id: int = Field(alias="itemId")


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")
    a: int
    b: int = 1


class Open(BaseModel):
    model_config = ConfigDict(extra="allow")
    a: int


class Bounded(BaseModel):
    low: int = Field(gt=0, le=10)
    ratio: float = Field(ge=0.5, lt=2)
    word: str = Field(min_length=2, max_length=4)
    many: list[int] = Field(default=[1], min_length=1, max_length=3)


class Node(BaseModel):
    value: int
    next: Optional["Node"] = None


class Sub(Item):
    extra_field: int = 9


class Moments(BaseModel):
    day: date
    at: datetime
    key: UUID


class Choices(BaseModel):
    kind: Kind
    shade: Shade = Shade.RED
    word: Literal["a", "b"] = "a"


class Kinds(BaseModel):
    kind: Kind


class Anything(BaseModel):
    value: Any
    table: dict[str, float] = {}


class Checked(BaseModel):
    a: int

    @field_validator("a")
    @classmethod
    def double(cls, value):
        return value * 2


class Whole(BaseModel):
    a: int

    @model_validator(mode="after")
    def raise_it(self):
        self.a += 1
        return self


class Written(BaseModel):
    a: int

    @field_serializer("a")
    def write(self, value):
        return f"<{value}>"


class Computed(BaseModel):
    a: int

    @computed_field
    @property
    def b(self) -> int:
        return self.a + 1


class Stripped(BaseModel):
    model_config = ConfigDict(str_strip_whitespace=True)
    a: str


class Factory(BaseModel):
    a: list[int] = Field(default_factory=list)


class Called(BaseModel):
    a: list[int] = Field(default_factory=lambda: [1])


class Defaults(BaseModel):
    ratio: float = 1
    kind: Kind = Kind.CAT
    tag: Tag = Tag(label="t")
    tags: list[Tag] = [Tag(label="u")]
    table: dict[str, int] = {"a": 1}
    nothing: Optional[int] = None


class Names(RootModel[list[str]]):
    pass


ITEM = {"name": "Foo", "price": 35.4, "secret": "x"}
UNICODE = "h\u00e9 \U0001f600 \"q\" \\ / \n\t\r\b\f\x01\x1f\x7f"
WRONG = Item.model_construct(name=5, price=2, count=1, note=None, tags=[])
CHANGED = Item(name="a", price=1)
CHANGED.tags = [{"label": "raw", "more": 1}]
CASES = [
    ("direct", Item, ITEM, {}),
    ("direct", list[Item], [ITEM, {"name": "Bar", "price": 0.1 + 0.2, "count": -7, "note": "n", "tags": [{"label": "t", "x": 1}]}], {}),
    ("direct", list[Item], [], {}),
    ("direct", Item, {"price": 1, "name": UNICODE}, {}),
    ("direct", Item, Item(name="Foo", price=1.5, note="x"), {}),
    ("direct", Item, Sub(name="Foo", price=1.5), {}),
    ("direct", list[Item], [Item(name="a", price=1), ITEM, Item(name="b", price=2, tags=[Tag(label="l")])], {}),
    ("direct", Item, ITEM, {"exclude_unset": True}),
    ("direct", Item, Item(name="a", price=1), {"exclude_unset": True}),
    ("direct", Item, ITEM, {"exclude_none": True}),
    ("direct", Item, {"name": "a", "price": 2.0, "note": None}, {"exclude_none": True, "exclude_unset": True}),
    ("ordinary", Item, {"name": "a", "price": 2.0, "count": 3}, {"exclude_defaults": True}),
    ("ordinary", Item, ITEM, {"include": {"name"}}),
    ("ordinary", Item, ITEM, {"exclude": {"name"}}),
    ("ordinary", Item, {"name": "a", "price": "2.50"}, {}),
    ("ordinary", Item, {"name": "a"}, {}),
    ("ordinary", Item, {"name": 1, "price": "x", "tags": [{"label": "ok"}, {}, 5]}, {}),
    ("ordinary", list[Item], [ITEM, ITEM, {"name": "a", "price": None}], {}),
    ("ordinary", list[Item], ITEM, {}),
    ("ordinary", list[Item], (ITEM,), {}),
    ("direct", Aliased, {"itemId": 1, "item_id": 2, "full_name": "A"}, {}),
    ("direct", Aliased, {"item_id": 2, "secret": "s"}, {}),
    ("direct", Aliased, {"item_id": 2}, {"by_alias": False}),
    ("ordinary", Aliased, {"item_id": 2, "secret": 5}, {}),
    ("direct", ByAlias, {"itemId": 1}, {}),
    ("ordinary", ByAlias, {"item_id": 1}, {}),
    ("direct", Strict, {"a": 1}, {}),
    ("ordinary", Strict, {"a": 1, "c": 2}, {}),
    ("ordinary", Open, {"a": 1, "c": 2}, {}),
    ("direct", Bounded, {"low": 10, "ratio": 0.5, "word": "\u00e9\u00e9", "many": [1, 2, 3]}, {}),
    ("ordinary", Bounded, {"low": 0, "ratio": 2.0, "word": "\u00e9", "many": []}, {}),
    ("ordinary", Bounded, {"low": 11, "ratio": 0.4, "word": "abcde", "many": [1, 2, 3, 4]}, {}),
    ("direct", Node, {"value": 1, "next": {"value": 2, "next": {"value": 3}}}, {}),
    ("direct", Node, Node(value=1, next=Node(value=2)), {"exclude_none": True}),
    ("ordinary", Item, WRONG, {}),
    ("direct", Moments, {"day": date(2024, 2, 29), "at": datetime(2024, 1, 2, 3, 4, 5, 600), "key": UUID(int=7)}, {}),
    ("direct", Moments, {"day": date(1, 1, 1), "at": datetime(2024, 1, 2, tzinfo=timezone.utc), "key": UUID(int=2**127)}, {}),
    ("direct", Moments,
     {"day": date(2024, 1, 1), "at": datetime(2024, 1, 2, tzinfo=timezone(timedelta(hours=5, minutes=30))), "key": UUID(int=0)}, {}),
    ("ordinary", Moments, {"day": datetime(2024, 1, 1), "at": "2024-01-02T03:04:05Z", "key": str(UUID(int=7))}, {}),
    ("direct", Kinds, {"kind": Kind.DOG}, {}),
    ("direct", Kinds, {"kind": "cat"}, {}),
    ("ordinary", Kinds, {"kind": "cow"}, {}),
    ("ordinary", Choices, {"kind": "cat", "shade": 1, "word": "c"}, {}),
    ("ordinary", Choices, {"kind": Kind.CAT, "shade": Shade.ONE, "word": "b"}, {}),
    ("direct", Anything, {"value": {"a": [1, (2.5, None), {"b": True}], "": "x"}, "table": {"x": 1, "y": 2.25}}, {}),
    ("direct", Anything, {"value": Item(name="a", price=1)}, {"exclude_none": True}),
    ("ordinary", Anything, {"value": {1: 2, None: 3, 1.5: True}}, {}),
    ("ordinary", Anything, {"value": {1, }}, {}),
    ("ordinary", Anything, {"value": 10**30}, {}),
    ("ordinary", Checked, {"a": 2}, {}),
    ("ordinary", Whole, {"a": 2}, {}),
    ("ordinary", Written, {"a": 2}, {}),
    ("ordinary", Computed, {"a": 2}, {}),
    ("ordinary", Stripped, {"a": " x "}, {}),
    ("direct", Factory, {}, {}),
    ("ordinary", Called, {}, {}),
    ("direct", Factory, {"a": [1]}, {}),
    ("direct", Defaults, {}, {}),
    ("direct", Defaults, {}, {"exclude_none": True}),
    ("direct", Defaults, {"ratio": 2, "kind": "dog"}, {"exclude_unset": True}),
    ("direct", Defaults, Defaults(), {}),
    ("ordinary", Names, ["a", "b"], {}),
    ("direct", Optional[Item], None, {}),
    ("direct", dict[str, Tag], {"a": {"label": "x"}, "b": Tag(label="y")}, {}),
    ("ordinary", dict[int, Tag], {1: {"label": "x"}}, {}),
    ("direct", list[float], [
        0.0, -0.0, 1.0, -1.0, 0.1, 1e-4, 0.00012345, 1e-5, 1.5e-7, 123456.789, 999999999.0, 1e9, 1e15, 1e16, 1.7976931348623157e308, 5e-324,
        1 / 3, 2 / 3, 100.0, 1234567.000001, 0.000001, 0.123456, 0.1234567, 35.4, 9007199254740993.0, float("inf"), float("nan"), 3,
    ], {}),
    ("direct", list[int], [0, 9, 10, -1, -10, 99, 100, 12345678901234567, 2**63 - 1, -2**63], {}),
    ("direct", list[bool], [True, False], {}),
    ("direct", int, 5, {}),
    ("ordinary", int, True, {}),
    ("ordinary", int, "5", {}),
    ("ordinary", str, 5, {}),
    ("ordinary", bool, 1, {}),
]

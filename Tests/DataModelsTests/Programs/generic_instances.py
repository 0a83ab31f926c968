from typing import Any, Generic, Optional, TypeVar, Union

from pydantic import BaseModel, ConfigDict, Field, RootModel, TypeAdapter, ValidationError

T = TypeVar("T")


class Item(BaseModel):
    id: int
    name: Optional[str] = None


class Page(BaseModel, Generic[T]):
    model_config = ConfigDict(extra="allow")
    items: list[T]
    total: int = 0


class Pages(RootModel[T], Generic[T]):
    pass


class ItemPage(Page[Item]):
    pass


class WiderPage(Page):
    z: int = 5


class Aliased(BaseModel, Generic[T]):
    x: T = Field(alias="ex", default=None)


class Named(BaseModel, Generic[T]):
    model_config = ConfigDict(populate_by_name=True)
    x: T = Field(alias="ex", default=None)


class Revalidated(BaseModel):
    model_config = ConfigDict(revalidate_instances="always", extra="allow")
    a: int = 1
    b: list = []


class Holder(BaseModel):
    page: Page[Item]


def show(adapter, value, from_attributes=None):
    try:
        made = adapter.validate_python(value, from_attributes=from_attributes)
    except ValidationError as error:
        return print(error.errors(include_url=False))
    print(repr(made), sorted(made.model_fields_set), made is value, made.model_extra, adapter.dump_python(made, exclude_unset=True))


for adapter in (TypeAdapter(Page[Item]), TypeAdapter(Page[Any]), TypeAdapter(Page)):
    for value in [
        Page(items=[Item(id=1)]), Page(items=[Item(id=1)], total=0), Page(items=[{"id": "1"}], q=1), Page[int](items=[1]),
        Page[Any](items=[{"id": 2}]), ItemPage(items=[Item(id=1)]), WiderPage(items=[Item(id=2)]), Page.model_construct(total=1),
        Page.model_construct(items=[Item(id=1)]), Aliased(ex=1),
    ]:
        show(adapter, value)
        show(adapter, value, True)
for wanted, value in [
    (Pages[int], Pages("3")), (Pages[int], Pages[str]("x")), (Aliased[int], Aliased(ex="3")), (Named[int], Named(ex="3")),
    (Aliased[int], Aliased()), (Revalidated, Revalidated(b=[1])), (Revalidated, Revalidated(q=1)),
]:
    show(TypeAdapter(wanted), value)
print(repr(TypeAdapter(Union[Page[int], Page[Item]]).validate_python(Page(items=[Item(id=1)]))))
print(repr(Holder(page=Page(items=[{"id": 1}]))), Holder(page=Page(items=[{"id": 1}])).model_dump_json(exclude_unset=True))

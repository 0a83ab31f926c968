from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Body, Cookie, FastAPI, Header, HTTPException, Path, Query
from pydantic import BaseModel, Field

app = FastAPI()


class Kind(str, Enum):
    cat = "cat"
    dog = "dog"


class Owner(BaseModel):
    name: str


class Animal(BaseModel):
    name: str = Field(min_length=2)
    age: int = 3
    weight: float | None = None
    kind: Kind = Kind.cat
    owner: Owner | None = None
    born: date | None = None


@app.post("/animals", response_model=Animal, response_model_exclude_unset=True)
def create(animal: Animal):
    return animal


@app.get("/filtered", response_model=Animal)
def filtered():
    return {"name": "Tom", "age": "4", "weight": 2, "secret": "x"}


@app.get("/list")
def many() -> list[Animal]:
    return [Animal(name="Tom"), Animal(name="Rex", kind="dog", owner=Owner(name="Ann"))]


@app.get("/wrong", response_model=Animal)
def wrong():
    return {"name": 5}


@app.get("/plain")
def plain():
    return {"when": datetime(2032, 1, 2, 3, 4, 5), "for": timedelta(hours=1), "kind": Kind.dog, "float": 1e16, "set": {1}}


@app.get("/query")
def query(
    n: int, ratio: float = 0.5, flag: bool = False, tags: Annotated[list[str], Query()] = [], kind: Literal["a", "b"] = "a",
    short: Annotated[str, Query(max_length=3)] = "abc", big: Annotated[int, Query(gt=3, le=10)] = 5,
):
    return [n, ratio, flag, tags, kind, short, big]


@app.get("/items/{item_id}/{rest:path}")
def item(item_id: UUID, rest: str, user_agent: Annotated[str | None, Header()] = None, session: Annotated[str, Cookie()] = "none"):
    return [item_id, rest, user_agent, session]


@app.put("/both/{number}")
def both(number: Annotated[int, Path(ge=1)], owner: Owner, size: Annotated[int, Body()]):
    if number == 7:
        raise HTTPException(status_code=418, detail={"no": number}, headers={"X-Why": "seven"})
    return {"number": number, "owner": owner, "size": size}


class Price(BaseModel):
    amount: Decimal
    parts: list[Decimal] = [Decimal("0.10")]


@app.get("/price", response_model=Price)
def price():
    return {"amount": "1.50"}


@app.get("/price/plain")
def plain_price():
    return {"amount": Decimal("1.50"), "count": Decimal("3"), "price": Price(amount=2)}

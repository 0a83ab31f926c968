from datetime import date, datetime, timezone
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Optional, Sequence, Union

from pydantic import BaseModel, ConfigDict, Field, SecretStr, Tag, TypeAdapter, ValidationError, field_serializer


def show(thunk):
    try:
        print("=", repr(thunk()))
    except ValidationError as error:
        for e in error.errors(include_url=False):
            print("!", error.title, e["type"], e["loc"], e["msg"], repr(e["input"]), e.get("ctx"))
    except Exception as error:
        print("!!", type(error).__name__, error)

class E(Enum):
    a = 1
class Money(BaseModel):
    c: int
class M(BaseModel):
    model_config = ConfigDict(json_encoders={datetime: lambda d: int(d.timestamp()), Decimal: str, E: lambda e: e.name, Money: lambda m: f"${m.c}", date: lambda d: "D" + d.isoformat(), list[int]: lambda l: "L", set: sorted, str: str.upper, type(None): lambda n: "null!"})
    dt: Annotated[datetime, Field(gt=datetime(2000,1,1))] = datetime(2024,1,1,tzinfo=timezone.utc)
    od: Optional[datetime] = None
    d: date = date(2024,1,1)
    x: Decimal = Decimal("1.50")
    e: E = E.a
    m: Money = Money(c=3)
    ms: list[Money] = [Money(c=1)]
    li: list[int] = [1]
    s: set[int] = {3,1}
    st: dict[str, datetime] = {"k": datetime(2024,1,1,tzinfo=timezone.utc)}
    u: Union[int, datetime] = datetime(2024,1,1,tzinfo=timezone.utc)
    a: Any = date(2024,1,1)
    @field_serializer("x")
    def sx(self, v): return "field"
show(lambda: M().model_dump_json())
show(lambda: M().model_dump())
show(lambda: M().model_dump(mode="json"))
show(lambda: M(dt="1999-01-01"))
class Sub(M):
    model_config = ConfigDict(json_encoders={bytes: lambda b: b.hex()})
    by: bytes = b"a"
    n: Optional[M] = None
show(lambda: Sub(n=M()).model_dump_json())
class C(BaseModel):
    x: datetime = datetime(2024,1,1)
    class Config:
        json_encoders = {datetime: lambda v: v.strftime("%Y")}
show(lambda: C().model_dump_json())
show(lambda: C(x="q"))
class S(BaseModel):
    model_config = ConfigDict(str_strip_whitespace=True, str_max_length=3)
    s: SecretStr = SecretStr("")
    q: Sequence[C] = []
show(lambda: S(s=" a ").s.get_secret_value())
show(lambda: S(s=" abcd "))
show(lambda: S(q=[{},{}]).model_dump(exclude={"q": {0: {"x"}}}))
show(lambda: TypeAdapter(Union[Annotated[int, Tag("i")], Annotated[C, Tag("cc")]]).validate_python("x"))
show(lambda: S(q=[{},{}]).model_dump_json(exclude={"q": {"__all__": {"x"}}}))
show(lambda: S(q=[{},{}]).model_dump_json(include={"q": {1}}))

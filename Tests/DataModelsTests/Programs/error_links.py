import re
from ipaddress import IPv4Address
from pathlib import Path
from collections.abc import Sequence, Hashable
from fractions import Fraction
from typing import Annotated, Pattern
from annotated_types import Predicate, Not
from pydantic import Base64Str, ByteSize, EmailStr, Field, IPvAnyAddress, NameEmail, SecretStr, TypeAdapter, ValidationError, Tag, Discriminator, BaseModel, UUID4, AwareDatetime, PastDate
for name, kind, value in [("ip", IPv4Address, "x"), ("any", IPvAnyAddress, "x"), ("path", Path, 3), ("seq", Sequence[int], "abc"), ("pattern", Pattern, "("), ("pattern3", Pattern, 3), ("patstr", Pattern[str], b"x"), ("patbytes", Pattern[bytes], "x"), ("frac", Fraction, "x"), ("pred", Annotated[int, Predicate(lambda v: v > 3)], 1), ("not", Annotated[int, Not(lambda v: v < 3)], 1),
    ("b64", Base64Str, "€"), ("b64b", Base64Str, "a"), ("size", ByteSize, "x"), ("size2", ByteSize, "3 qq"), ("email", EmailStr, "x"), ("name", NameEmail, "x"), ("hash", Hashable, []), ("uuid", UUID4, "x"), ("aware", AwareDatetime, "2020-01-01"), ("past", PastDate, "2999-01-01"), ("secret", SecretStr, 3), ("type", type, 3), ("sub", type[int], str)]:
    try:
        print(name, TypeAdapter(kind).validate_python(value))
    except ValidationError as e:
        print(name, [(d["type"], d.get("url"), d.get("ctx")) for d in e.errors()], str(e))

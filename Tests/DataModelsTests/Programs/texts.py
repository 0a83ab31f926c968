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

from enum import Enum
from typing import Annotated, Pattern
from pathlib import Path, PurePosixPath
from uuid import UUID
import re
import ipaddress
from pydantic import Field, StringConstraints, constr, conbytes


class Kind(str, Enum):
    CAT = "cat"


class Plain(Enum):
    CAT = "cat"


class Text(str):
    pass


BASIC = ["", "abc", " é ", b"abc", b"\xff\xfe", bytearray(b"xy"), 1, 1.5, True, None, [], {}, Kind.CAT, Plain.CAT, Text("t")]
table("str", str, BASIC)
table("strict str", str, BASIC, strict=True)
table("bytes", bytes, BASIC)
table("strict bytes", bytes, BASIC, strict=True)
table("min", Annotated[str, Field(min_length=2, max_length=4)], ["a", "ab", "abcde", "日本語", b"abc", 3])
table("min1", Annotated[str, Field(min_length=1)], [""])
table("max1", Annotated[str, Field(max_length=1)], ["ab"])
table("pattern", Annotated[str, Field(pattern=r"^\d+$")], ["12", "a", "1a", "12\n", ""])
table("compiled", Annotated[str, Field(pattern=re.compile("^a"))], ["abc", "b"])
table("strip", Annotated[str, StringConstraints(strip_whitespace=True, to_upper=True, min_length=2)], [" ab ", " a ", "x"])
table("lower", constr(to_lower=True, max_length=3), ["ABC", "ABCD"])
table("strict constr", constr(strict=True), ["a", b"a", 1])
table("bytes length", Annotated[bytes, Field(min_length=2, max_length=3)], [b"a", "ab", b"abcd", "é"])
table("conbytes", conbytes(min_length=1), [b"", b"a"])
U = "12345678-1234-5678-1234-567812345678"
UUIDS = [
    UUID(U), U, U.upper(), U.replace("-", ""), "{" + U + "}", "urn:uuid:" + U, U.encode(), UUID(U).bytes, "x", "", U[:-1], U + "0", "1234", U.replace("-", "", 1),
    "g" + U[1:], 1, None, 1.5, U.replace("4-5", "45-"), "{" + U, "12345678_1234-5678-1234-567812345678", "é2345678-1234-5678-1234-567812345678",
]
table("uuid", UUID, UUIDS)
table("strict uuid", UUID, UUIDS[:4], strict=True)
table("path", Path, ["/a/b", "a/../b", "", Path("x"), PurePosixPath("y"), 1, None, b"x"])
table("pure path", PurePosixPath, ["/a/b", Path("x"), 1])
table("ipv4", ipaddress.IPv4Address, ["127.0.0.1", "256.1.1.1", 1, b"\x7f\x00\x00\x01", "::1", None, ipaddress.IPv4Address("1.2.3.4"), "1.2.3"])
table("ipv6", ipaddress.IPv6Address, ["::1", "127.0.0.1", "2001:DB8::1", 1, "x"])
table("ipv4network", ipaddress.IPv4Network, ["10.0.0.0/8", "10.0.0.1/8", "x"])
table("ipv6network", ipaddress.IPv6Network, ["2001:db8::/32", "x"])
table("pattern type", Pattern, ["a+", "(", 1, b"x", re.compile("x")])
table("pattern str", re.Pattern[str], ["a+", b"x", re.compile("x")])

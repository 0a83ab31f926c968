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

from typing import Annotated, Any
from pydantic import (
    Base64Bytes, Base64Str, Base64UrlStr, BaseModel, ByteSize, EmailStr, FiniteFloat, ImportString, InstanceOf, IPvAnyAddress, IPvAnyInterface, IPvAnyNetwork, Json, JsonValue, NameEmail, NegativeFloat,
    NegativeInt, NonNegativeFloat, NonNegativeInt, NonPositiveFloat, NonPositiveInt, PositiveFloat, PositiveInt, Secret, SecretBytes, SecretStr, SkipValidation, UUID1, UUID4, conint, confloat, condecimal, OnErrorOmit, FailFast, condate,
)
from decimal import Decimal

table("EmailStr", EmailStr, [
    "a@b.co", "A.B@Example.COM", " a@b.co ", "a@b", "a", "@b.co", "a@", "a@@b.co", "a b@c.de", "a@b..co", "a.@b.co", ".a@b.co", "a..b@c.de", "a@-b.co", "a@b.c", "a@b.co.", "a+tag@b.co", "é@b.co", "a@bücher.de", "Name <a@b.co>", "\"q\"@b.co",
    "a@[127.0.0.1]", "a@localhost", "a@b.local", "a@b.test", "a@example.invalid", "x" * 65 + "@b.co", "a@" + "b" * 64 + ".co", 1, None, b"a@b.co", "", "a@b_c.de", "a@b.123", "a,b@c.de", "a(b)@c.de", "o'x@b.co", "a@b.co>",
])
table("NameEmail", NameEmail, ["Ann <a@b.co>", "a@b.co", "x", "'Q' <a@B.co>", "Ann Lee a@b.co"])
table("SecretStr", SecretStr, ["x", "", SecretStr("y"), 1, b"z", None])
table("SecretBytes", SecretBytes, [b"x", "y", SecretBytes(b"q"), 1])
table("Secret int", Secret[int], ["1", "x", Secret(2)])
table("PositiveInt", PositiveInt, [1, 0, "-1"])
table("NegativeInt", NegativeInt, [-1, 0])
table("NonNegativeInt", NonNegativeInt, [0, -1])
table("NonPositiveInt", NonPositiveInt, [0, 1])
table("PositiveFloat", PositiveFloat, [0.1, 0])
table("NegativeFloat", NegativeFloat, [-0.1, 0])
table("NonNegativeFloat", NonNegativeFloat, [0, -0.1])
table("NonPositiveFloat", NonPositiveFloat, [0, 0.1])
table("FiniteFloat", FiniteFloat, [1, float("inf"), float("nan")])
table("conint", conint(gt=1, le=3, strict=True), [1, 2, "2", 4])
table("confloat", confloat(ge=0.5, multiple_of=0.25), [0.25, 0.75, 0.8])
table("condecimal", condecimal(max_digits=3, decimal_places=1, gt=Decimal(0)), ["1.2", "1.23", "123.4", "-1"])
table("Json", Json, ['{"a": 1}', "[1, 2", "1", 1, None, b"[true]"])
table("Json list", Json[list[int]], ['[1, "2"]', '["x"]', "{", [1]])
table("JsonValue", JsonValue, [1, "a", None, [1, {"a": True}], {"a": object}, {1: 2}, (1,), 1.5])
table("Base64Str", Base64Str, ["aGk=", "!!", b"aGk=", "aGk"])
table("Base64Bytes", Base64Bytes, [b"aGk=", "aGk="])
table("Base64UrlStr", Base64UrlStr, ["8J-Yig=="])
table("ByteSize", ByteSize, [100, "1kb", "1.5 MiB", "3GB", "x", "1 xb", -1, 1.5, "10", None, "1 KB", "2b", "5 t", "1e3"])
show("human", lambda: (ByteSize(1536).human_readable(), ByteSize(10**9).human_readable(decimal=True), ByteSize(2048).to("kib"), ByteSize(5) + 1))
table("UUID4", UUID4, ["12345678-1234-4678-9234-567812345678", "12345678-1234-1678-9234-567812345678", "x"])
table("UUID1", UUID1, ["12345678-1234-4678-9234-567812345678"])
table("IPvAnyAddress", IPvAnyAddress, ["1.2.3.4", "::1", "x", 5])
table("IPvAnyNetwork", IPvAnyNetwork, ["1.2.3.0/24", "1.2.3.4/24"])
table("InstanceOf", InstanceOf[dict], [{}, []])
table("SkipValidation", SkipValidation[int], ["x", 1])
table("OnErrorOmit", list[OnErrorOmit[int]], [[1, "x", "3"]])
table("FailFast", Annotated[list[int], FailFast()], [[1, "x", "y"]])
show("secret", lambda: (str(SecretStr("x")), repr(SecretStr("x")), SecretStr("abc").get_secret_value(), len(SecretStr("abc")), SecretStr("a") == SecretStr("a"), SecretStr("a") == "a", str(SecretStr("")), repr(SecretBytes(b"x")), str(SecretBytes(b"x")), hash(SecretStr("a")) == hash(SecretStr("a")), repr(Secret(3)), str(Secret(3))))


class Account(BaseModel):
    email: EmailStr
    password: SecretStr
    key: SecretBytes = SecretBytes(b"k")
    data: Json[dict[str, int]] = "{}"
    size: ByteSize = 1


account = Account(email="A@B.co", password="hunter2", data='{"a": "1"}', size="1kb")
show("account", lambda: account)
show("dump", lambda: account.model_dump())
show("json", lambda: account.model_dump_json())
show("round trip", lambda: account.model_dump_json(round_trip=True))

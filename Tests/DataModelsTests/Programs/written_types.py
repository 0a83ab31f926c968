from typing import Annotated, Any

from pydantic import BaseModel, DirectoryPath, EncodedBytes, EncodedStr, EncoderProtocol, FilePath, ImportString, IPvAnyAddress, NameEmail, NewPath, PaymentCardNumber, TypeAdapter, ValidationError


def show(label, thunk):
    try:
        print(label, "=", repr(thunk()))
    except ValidationError as error:
        for e in error.errors(include_url=False):
            print(label, "!", e["type"], e["loc"], e["msg"], repr(e["input"]), e.get("ctx"))
    except Exception as error:
        print(label, "!!", type(error).__name__, error)


class Reverse(EncoderProtocol):
    @classmethod
    def decode(cls, data: bytes) -> bytes:
        if data == b"bad":
            raise ValueError("cannot")
        return data[::-1]

    @classmethod
    def encode(cls, value: bytes) -> bytes:
        return value[::-1]

    @classmethod
    def get_json_format(cls) -> str:
        return "reverse"


class M(BaseModel):
    text: Annotated[str, EncodedStr(encoder=Reverse)] = ""
    data: Annotated[bytes, EncodedBytes(encoder=Reverse)] = b""
    card: PaymentCardNumber = None
    found: ImportString = None
    number: ImportString[float] = 0.0
    address: IPvAnyAddress = None
    mail: NameEmail = None


for field, values in {
    "text": ["abc", "bad", 3], "data": ["abc", b"bad", 3],
    "card": ["4000000000000002", "4000000000000003", "400000000000000x", "4000", "5555555555554444", "555555555555555557", "371449635398431", "123456789015"],
    "found": ["math:pi", "math.pi", "nope", "math:nope", "a:b:c", ":x", 3], "number": ["math.e", 2],
}.items():
    for value in values:
        show(f"{field} {value!r}", lambda: getattr(M(**{field: value}), field))
made = M(text="abc", data=b"xyz", card="4000000000000002", found="math", number="math.pi")
print(made.card.bin, made.card.last4, made.card.masked, made.card.brand, repr(made.card.brand))
print(made.model_dump(exclude={"found"}), made.model_dump_json())
for name, kind in [("file", FilePath), ("folder", DirectoryPath), ("new", NewPath)]:
    show(name, lambda: TypeAdapter(kind).validate_python("/no/such/place"))
    show(name, lambda: TypeAdapter(kind).validate_python(3))

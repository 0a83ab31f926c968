import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Generic, Optional, TypeVar, Union, get_args

from pydantic import BaseModel, GetCoreSchemaHandler, TypeAdapter, ValidationError
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __repr__(self):
        return f"Money({self.cents})"

    def __str__(self):
        return f"{self.cents / 100:.2f}"

    @classmethod
    def parse(cls, value):
        whole, _, rest = value.partition(".")
        if not whole.isdigit():
            raise ValueError("not an amount")
        return cls(int(whole) * 100 + int(rest or 0))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.chain_schema([core_schema.str_schema(), core_schema.no_info_plain_validator_function(cls.parse)])
        return core_schema.json_or_python_schema(
            json_schema=text,
            python_schema=core_schema.union_schema([core_schema.is_instance_schema(cls), text]),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda m: str(m)),
        )


class Slug(str):
    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        return core_schema.no_info_after_validator_function(cls, handler(str))


class Even(int):
    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        def check(value, info):
            if value % 2:
                raise PydanticCustomError("odd", "{value} is odd in {field}", {"value": value, "field": info.field_name})
            return cls(value)

        return core_schema.with_info_after_validator_function(check, core_schema.int_schema(ge=0, le=100))


class Wrapped:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"Wrapped({self.value!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        def wrap(value, inner):
            if isinstance(value, cls):
                return value
            return cls(inner(value))

        return core_schema.no_info_wrap_validator_function(
            wrap, core_schema.list_schema(core_schema.int_schema(), max_length=3),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda w, info: [info.mode, *w.value], info_arg=True),
        )


T = TypeVar("T")


class Box(Generic[T]):
    def __init__(self, content):
        self.content = content

    def __repr__(self):
        return f"Box({self.content!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        args = get_args(source)
        inner = handler.generate_schema(args[0]) if args else core_schema.any_schema()
        return core_schema.no_info_after_validator_function(
            cls, inner, serialization=core_schema.plain_serializer_function_ser_schema(lambda b: b.content, when_used="json"))


class Doubled:
    def __get_pydantic_core_schema__(self, source, handler):
        return core_schema.no_info_before_validator_function(lambda v: v * 2, handler(source))


class ThirdParty:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"ThirdParty({self.x})"


class ThirdPartyAnnotation:
    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        from_int = core_schema.chain_schema([core_schema.int_schema(), core_schema.no_info_plain_validator_function(source)])
        return core_schema.json_or_python_schema(
            json_schema=from_int, python_schema=core_schema.union_schema([core_schema.is_instance_schema(source), from_int]),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda v: v.x))


@dataclass(frozen=True)
class MaxSize:
    limit: int

    def __get_pydantic_core_schema__(self, source, handler):
        schema = handler(source)
        return core_schema.no_info_after_validator_function(self.check, schema)

    def check(self, value):
        assert len(value) <= self.limit, f"longer than {self.limit}"
        return value


class Choice:
    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        return core_schema.custom_error_schema(
            core_schema.literal_schema(["a", "b"]), "bad_choice", custom_error_message="choose {what}", custom_error_context={"what": "a or b"})


class Shown:
    def __init__(self, v):
        self.v = v

    def __str__(self):
        return f"<{self.v}>"

    def __repr__(self):
        return f"Shown({self.v})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        return core_schema.no_info_plain_validator_function(cls, serialization=core_schema.to_string_ser_schema())


class Mode:
    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        return core_schema.lax_or_strict_schema(core_schema.int_schema(), core_schema.str_schema())


class Options:
    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        return core_schema.typed_dict_schema({
            "a": core_schema.typed_dict_field(core_schema.int_schema()),
            "b": core_schema.typed_dict_field(core_schema.nullable_schema(core_schema.str_schema(to_upper=True)), required=False),
            "c": core_schema.typed_dict_field(core_schema.with_default_schema(core_schema.bool_schema(), default=True), required=False),
        })


class Priced(BaseModel):
    price: Money
    slug: Slug = Slug("x")
    even: Even = 2
    box: Optional[Box[int]] = None
    sizes: Wrapped = None
    other: Annotated[ThirdParty, ThirdPartyAnnotation] = None


TYPES = {
    "money": Money, "slug": Slug, "even": Even, "wrapped": Wrapped, "box": Box, "box_int": Box[int], "doubled": Annotated[int, Doubled()],
    "doubled_list": Annotated[list[int], Doubled(), MaxSize(4)], "third": Annotated[ThirdParty, ThirdPartyAnnotation], "sized": Annotated[str, MaxSize(2)], "choice": Choice, "shown": Shown,
    "mode": Mode, "options": Options, "list_money": list[Money], "dict_even": dict[str, Even], "either": Union[Money, Even], "optional": Optional[Slug], "model": Priced,
}
INPUTS = [
    "1.50", "x", 2, 3, 101, -2, [1, "2"], [1, 2, 3, 4], {"a": "1", "b": "q", "c": "no"}, {"a": 1}, None, True, "abc", ["1.2", "z"], {"k": 5, "l": 6},
    {"price": "2.05", "slug": "s", "even": "4", "box": "7", "sizes": [1], "other": "5"}, {"price": "free", "even": 5, "box": "x", "sizes": "no", "other": "t"},
    Money(5), ThirdParty(8), Wrapped([1]),
]


def clean(text):
    return re.sub(r"\s+For further information visit \S+", "", re.sub(r"0x[0-9a-f]+", "#", text))


for name, kind in TYPES.items():
    try:
        adapter = TypeAdapter(kind)
    except Exception as error:
        print(name, "declared", type(error).__name__, clean(str(error)))
        continue
    for value in INPUTS:
        for strict in (False, True):
            try:
                made = adapter.validate_python(value, strict=strict)
                print(name, clean(repr(value)), strict, "=", clean(repr(made)))
                print("   ", clean(repr(adapter.dump_python(made))), clean(repr(adapter.dump_python(made, mode="json"))), adapter.dump_json(made))
            except ValidationError as error:
                print(name, clean(repr(value)), strict, "!", clean(str(error)).replace("\n", " / "))
            except Exception as error:
                print(name, clean(repr(value)), strict, "!!", type(error).__name__, clean(str(error)))
for text in ['"1.50"', "2", "[1, 2]", '{"a": 1}', "null", '"x"', '{"price": "2.05", "box": 3, "sizes": [1, 2], "other": 4}']:
    for name, kind in TYPES.items():
        adapter = TypeAdapter(kind)
        try:
            made = adapter.validate_json(text)
            print(name, text, "=", clean(repr(made)), adapter.dump_json(made))
        except ValidationError as error:
            print(name, text, "!", clean(str(error)).replace("\n", " / "))
        except Exception as error:
            print(name, text, "!!", type(error).__name__, clean(str(error)))

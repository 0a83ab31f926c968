from pydantic import BaseModel, ValidationError


def show(label, thunk):
    try:
        print(label, "=", repr(thunk()))
    except ValidationError as error:
        for e in error.errors(include_url=False):
            print(label, "!", e["type"], e["loc"], e["msg"], repr(e["input"]), e.get("ctx"))
    except Exception as error:
        print(label, "!!", type(error).__name__, error)

from pydantic import AliasChoices, AliasGenerator, AliasPath, ConfigDict, Field
from pydantic.alias_generators import to_camel, to_pascal, to_snake


class A(BaseModel):
    one: int = Field(alias="uno")
    two: int = Field(2, validation_alias="dos")
    three: int = Field(3, serialization_alias="tres")
    four: int = Field(4, validation_alias=AliasChoices("quatro", "cuatro", AliasPath("deep", "a", 0)))
    five: str = Field("5", validation_alias=AliasPath("deep", "b"))


show("alias", lambda: A(uno="1", dos=3, tres=9, cuatro="8", deep={"b": "x"}))
show("by name", lambda: A(one=1))
show("path", lambda: A(uno=1, deep={"a": ["7"], "b": 3}))
show("path bad", lambda: A(uno=1, deep={"a": ["x"]}))
show("choice bad", lambda: A(uno="q", quatro="z"))
a = A(uno=1)
show("dump", lambda: a.model_dump())
show("dump alias", lambda: a.model_dump(by_alias=True))
show("json alias", lambda: a.model_dump_json(by_alias=True))
show("fields", lambda: [(n, f.alias, f.validation_alias, f.serialization_alias) for n, f in A.model_fields.items()])
show("by_name arg", lambda: A.model_validate({"one": 1}, by_name=True))
show("by_alias false", lambda: A.model_validate({"one": 1}, by_alias=False, by_name=True))
show("both false", lambda: A.model_validate({"one": 1}, by_alias=False, by_name=False))


class P(BaseModel):
    model_config = ConfigDict(populate_by_name=True, alias_generator=to_camel)
    first_name: str
    last_name: str = Field(alias="surname")
    a1_b2: int = 0


show("camel", lambda: P(firstName="a", surname="b"))
show("camel name", lambda: P(first_name="a", last_name="b", a1B2="4"))
show("camel missing", lambda: P())
show("camel dump", lambda: P(firstName="a", surname="b").model_dump(by_alias=True))


class V(BaseModel):
    model_config = ConfigDict(validate_by_name=True, validate_by_alias=False, serialize_by_alias=True)
    x: int = Field(alias="ex")


show("validate_by_name", lambda: V(x=1))
show("not alias", lambda: V(ex=1))
show("serialize_by_alias", lambda: (V(x=1).model_dump(), V(x=1).model_dump_json(), V(x=1).model_dump(by_alias=False)))


class G(BaseModel):
    model_config = ConfigDict(alias_generator=AliasGenerator(validation_alias=to_pascal, serialization_alias=lambda n: n.upper()))
    some_thing: int
    other: int = Field(3, alias="o", alias_priority=1)


show("generator", lambda: G(SomeThing=1, Other=2))
show("generator dump", lambda: G(SomeThing=1, Other=2).model_dump(by_alias=True))


class L(BaseModel):
    model_config = ConfigDict(loc_by_alias=False)
    x: int = Field(alias="ex")


show("loc", lambda: L(ex="q"))
show("loc missing", lambda: L())
for name in ["snake_case", "camelCase", "PascalCase", "kebab-case", "a", "_lead", "HTTPServer", "with1number", "number_1", "a__b", "ABC", "aB1c", "trail_", "x_y_z1a"]:
    print(name, to_camel(name), to_pascal(name), to_snake(name))
show("AliasChoices", lambda: (AliasChoices("a", AliasPath("b", 1)), AliasPath("x", 0, "y")))


class N(BaseModel):
    a: A
    rest: list[A] = []


show("nested", lambda: N(a={"uno": "x"}, rest=[{"uno": 1}, {}]))
show("nested dump", lambda: N(a={"uno": "1"}, rest=[{"uno": 1}]).model_dump(by_alias=True, exclude_unset=True))

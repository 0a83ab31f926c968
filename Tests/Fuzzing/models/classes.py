"""One random class of any sort, guarded, and remembered for the classes and cases after it."""
from definitions import config, functions, given, given_json, guarded, member, members, nested
from kinds import Kind, any_kind, scalar


class Class:
    """A class of the program: its fields, and how it is used."""

    def __init__(self, name, fields, kind, is_model=True, make=None):
        self.name, self.fields, self.kind, self.is_model, self.make = name, fields, kind, is_model, make


def any_class(maker, name: str) -> str:
    return maker.random.choices([model, root, generic, dataclass, typed_dictionary, named_tuple, tagged, recursive, heir], [9, 1.2, 1.2, 2, 1, 0.7, 1.2, 1, 2])[0](maker, name)


def indented(lines) -> str:
    return "\n".join("    " + line for line in lines)


def remember(maker, made: Class):
    maker.classes.append(made)
    maker.named.append(made.kind)


def model(maker, name: str, base: str = "BaseModel", inherited=(), fields=None) -> str:
    fields = fields or members(maker)
    settings = config(maker)
    keywords, lines = "", []
    if settings and maker.chance(0.2):
        keywords = ", " + ", ".join(settings)
    elif settings:
        lines.append(f"model_config = ConfigDict({', '.join(settings)})")
    for field in fields:
        lines.append(field.line)
        if maker.chance(0.05):
            lines.append(f"'''About {field.name}.'''")
    everything = [*[each for each in inherited if each.name not in {field.name for field in fields}], *fields]
    lines += functions(maker, everything)
    remember(maker, Class(name, everything, nested(maker, name, everything)))
    return guarded(name, f"class {name}({base}{keywords}):\n{indented(lines)}")


def heir(maker, name: str) -> str:
    models = [each for each in maker.classes if each.is_model and each.make is None]
    if not models:
        return model(maker, name)
    base = maker.one(models)
    return model(maker, name, base.name, base.fields)


def recursive(maker, name: str) -> str:
    fields = members(maker)[:2]
    text = maker.one(["Optional['{0}']", "list['{0}']", "'dict[str, {0}] | None'", "'{0} | int | None'"]).format(name)
    inner = nested(maker, name, fields)
    values = {"O": (lambda m: inner.value(m), lambda m: inner.data(m)), "l": (lambda m: f"[{inner.value(m)}]", lambda m: [inner.data(m)])}
    python, data = values.get(text[0], (lambda m: m.one([inner.value(m), f"{{'k': {inner.value(m)}}}"]), lambda m: m.one([inner.data(m), {"k": inner.data(m)}])))
    again = member(maker, "again", Kind(text, python, data), True)
    again.line = f"again: {text} = " + ("[]" if text[0] == "l" else "None")
    again.keys = ["again"]
    return model(maker, name, fields=[*fields, again])


def root(maker, name: str) -> str:
    inner = any_kind(maker)
    lines = maker.one([["pass"], [f"root: {inner.text} = {inner.value(maker)}"], [f"root: {inner.text}"]])
    if maker.chance(0.2):
        lines = [f"model_config = ConfigDict({', '.join(each for each in config(maker) if not each.startswith('extra')) or 'strict=False'})", *lines]
    kind = Kind(name, lambda m: m.one(["{1}", "{1}", "make({0}, {1})"]).format(name, inner.value(m)), inner.data)
    remember(maker, Class(name, [member(maker, "root", inner, False, without_field=True)], kind, make="root"))
    return guarded(name, f"class {name}(RootModel[{inner.text}]):\n{indented(lines)}")


def generic(maker, name: str) -> str:
    inner = any_kind(maker, 1)
    fields = members(maker)[:2]
    variable = Kind("T", inner.value, inner.data)
    wrapped = maker.one(["T", "list[T]", "dict[str, T]", "Optional[T]"])
    python = {"T": inner.value, "l": lambda m: f"[{inner.value(m)}]", "d": lambda m: f"{{'k': {inner.value(m)}}}", "O": inner.value}[wrapped[0]]
    data = {"T": inner.data, "l": lambda m: [inner.data(m)], "d": lambda m: {"k": inner.data(m)}, "O": inner.data}[wrapped[0]]
    variable = Kind(wrapped, python, data)
    fields.append(member(maker, "held", variable, False))
    if " = " in fields[-1].line and "Field" not in fields[-1].line:
        fields[-1].line = f"held: {wrapped}"
    text = f"{name}[{inner.text}]"
    lines = [field.line for field in fields] + functions(maker, fields)
    source = guarded(name, f"class {name}(BaseModel, Generic[T]):\n{indented(lines)}")
    kind = nested(maker, text, fields)
    remember(maker, Class(text, fields, kind))
    return source


def dataclass(maker, name: str) -> str:
    sort = maker.one(["@dataclass", "@dataclass", "@pydantic_dataclass", "@pydantic_dataclass", "@pydantic_dataclass"])
    is_plain = sort == "@dataclass"
    arguments = [option for option in ["kw_only=True", "frozen=True", "order=True", "slots=True", "repr=False", "eq=False"] if maker.chance(0.08)]
    if not is_plain and maker.chance(0.3):
        arguments.append(f"config=ConfigDict({', '.join(config(maker))})")
    fields = members(maker, without_field=is_plain or maker.chance(0.5))
    fields.sort(key=lambda field: field.optional)
    lines = [field.line for field in fields]
    if not is_plain and maker.chance(0.4):
        lines += functions(maker, fields, in_dataclass=True)
    if maker.chance(0.1):
        lines += ["def __post_init__(self):", "    log('post')"]
    remember(maker, Class(name, fields, nested(maker, name, fields), is_model=False))
    return guarded(name, f"{sort}({', '.join(arguments)})\nclass {name}:\n{indented(lines)}".replace("()\n", "\n", 1))


def typed_dictionary(maker, name: str) -> str:
    fields = members(maker, without_field=True)
    for field in fields:
        text = field.kind.text
        field.line = f"{field.name}: " + maker.one([text, text, f"NotRequired[{text}]", f"Required[{text}]", f"Annotated[{text}, Field(alias='A{field.name}')]"])
        field.keys = [field.name, f"A{field.name}"] if "alias=" in field.line else [field.name]
        field.optional = "NotRequired" in field.line
    total = maker.one(["", "", ", total=False"])
    settings = config(maker)
    lines = [field.line for field in fields]
    if settings and maker.chance(0.3):
        lines.insert(0, f"__pydantic_config__ = ConfigDict({', '.join(settings)})")
    remember(maker, Class(name, fields, Kind(name, lambda m: given(m, fields), lambda m: given_json(m, fields)), is_model=False))
    return guarded(name, f"class {name}(TypedDict{total}):\n{indented(lines)}")


def named_tuple(maker, name: str) -> str:
    fields = members(maker, without_field=True)
    fields.sort(key=lambda field: field.optional)
    for field in fields:
        field.line = field.line.replace("field(default_factory=lambda: ", "(")
    remember(maker, Class(name, fields, Kind(name, lambda m: m.one([given(m, fields), "(" + "".join(field.kind.value(m) + ", " for field in fields) + ")"]),
                                             lambda m: m.one([given_json(m, fields), [field.kind.data(m) for field in fields]])), is_model=False))
    return guarded(name, f"class {name}(NamedTuple):\n{indented(field.line for field in fields)}")


def tagged(maker, name: str) -> str:
    """Two or three models with a tag, and a model with a union of them."""
    parts, kinds = [], []
    tags = maker.one([["'cat'", "'dog'", "'cow'"], ["1", "2", "3"], ["'a', 'b'", "'c'", "'d'"], ["Color.red", "Color.blue", "'x'"]])
    for index in range(2 + maker.chance(0.3)):
        tag = tags[index]
        first = tag.split(", ")[0]
        fields = members(maker)[:2]
        pet = member(maker, "pet", Kind(f"Literal[{tag}]", lambda m, first=first: first, lambda m, first=first: {"Color.red": "red", "Color.blue": "blue"}.get(first) or eval(first)), False, without_field=True)
        pet.line, pet.optional = f"pet: Literal[{tag}]" + maker.one(["", "", f" = {first}"]), False
        if maker.chance(0.2):
            pet.line = f"pet: Literal[{tag}] = Field(alias='kind')"
            pet.keys = ["pet", "kind"]
        fields = [field for field in fields if field.name != "pet"] + [pet]
        parts.append(guarded(f"{name}P{index}", f"class {name}P{index}(BaseModel):\n{indented(field.line for field in fields)}"))
        kinds.append(nested(maker, f"{name}P{index}", fields))
    text = f"Annotated[Union[{', '.join(kind.text for kind in kinds)}], Field(discriminator='pet')]"
    if maker.chance(0.25):
        names = ", ".join(f"Annotated[{kind.text}, Tag('t{index}')]" for index, kind in enumerate(kinds))
        text = f"Annotated[Union[{names}], Discriminator(tag_of)]"
    kind = Kind(text, lambda m: m.one(kinds).value(m), lambda m: m.one(kinds).data(m))
    if maker.chance(0.3):
        kind = Kind(f"list[{text}]", lambda m, inner=kind: f"[{inner.value(m)}, {inner.value(m)}]", lambda m, inner=kind: [inner.data(m)])
    one = member(maker, "pet", kind, False)
    return "\n".join(parts) + "\n" + model(maker, name, fields=[one, *members(maker)[:2]])

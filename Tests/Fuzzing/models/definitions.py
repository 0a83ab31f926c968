"""Random classes: models, root models, generics, dataclasses, typed dictionaries, named tuples, and unions of them told apart by a tag."""
from kinds import ODD, ODD_JSON, Kind, any_kind, scalar

NAMES = ["a", "b", "c", "name", "item_id", "first_name", "camelCase", "x1", "URLValue", "class_", "data"]
ALIASES = ["A", "itemId", "x-y", "b", "Name", "_under", "alias"]
CONFIG = {
    "extra": ["'allow'", "'forbid'", "'ignore'", "'allow'", "'forbid'"],
    "populate_by_name": ["True"],
    "validate_by_name": ["True"],
    "validate_by_alias": ["True"],
    "serialize_by_alias": ["True"],
    "str_strip_whitespace": ["True"],
    "str_to_lower": ["True"],
    "str_to_upper": ["True"],
    "str_min_length": ["2"],
    "str_max_length": ["4"],
    "use_enum_values": ["True"],
    "from_attributes": ["True"],
    "frozen": ["True"],
    "validate_assignment": ["True"],
    "validate_default": ["True"],
    "alias_generator": ["to_camel", "to_pascal", "str.upper", "AliasGenerator(serialization_alias=to_camel)", "AliasGenerator(validation_alias=str.upper)", "lambda name: name + '_'"],
    "ser_json_bytes": ["'base64'", "'hex'", "'utf8'"],
    "val_json_bytes": ["'base64'", "'hex'"],
    "ser_json_timedelta": ["'float'", "'iso8601'"],
    "ser_json_temporal": ["'seconds'", "'milliseconds'", "'iso8601'"],
    "val_temporal_unit": ["'milliseconds'", "'seconds'", "'infer'"],
    "ser_json_inf_nan": ["'null'", "'constants'", "'strings'"],
    "revalidate_instances": ["'always'", "'never'", "'subclass-instances'"],
    "strict": ["True"],
    "coerce_numbers_to_str": ["True"],
    "hide_input_in_errors": ["True"],
    "allow_inf_nan": ["False"],
    "loc_by_alias": ["False"],
    "title": ["'Titled'"],
    "arbitrary_types_allowed": ["True"],
    "use_attribute_docstrings": ["True"],
    "regex_engine": ["'python-re'"],
    "cache_strings": ["'none'"],
    "validation_error_cause": ["True"],
    "json_encoders": ["{date: str}", "{int: lambda v: v + 1}"],
}


class Member:
    """One field: its line, what it takes, and the keys it may be given by."""

    def __init__(self, name: str, kind: Kind, line: str, keys, optional: bool):
        self.name, self.kind, self.line, self.keys, self.optional = name, kind, line, keys, optional


def config(maker, most: int = 3) -> list[str]:
    names = maker.random.sample(list(CONFIG), maker.random.randrange(most + 1))
    return [f"{name}={maker.one(CONFIG[name])}" for name in names]


def field_options(maker, name: str):
    """Arguments of `Field`, and the keys by which the value is looked up: texts, or paths."""
    options, keys = [], [name]
    if maker.chance(0.35):
        alias = maker.one(ALIASES) + maker.one(["", name])
        options.append(f"alias={alias!r}")
        keys.append(alias)
    if maker.chance(0.2):
        alias = maker.one(ALIASES) + maker.one(["", name])
        options.append(maker.one([f"validation_alias={alias!r}", f"validation_alias=AliasPath({alias!r}, 0)",
                                  f"validation_alias=AliasChoices({alias!r}, AliasPath('deep', {name!r}), 'z')", f"validation_alias=AliasChoices('q', {alias!r})",
                                  f"validation_alias=AliasPath({alias!r}, 'k', -1)"]))
        keys += [alias, "deep"]
    if maker.chance(0.2):
        options.append(f"serialization_alias={maker.one(['out', 'OUT' + name, 'x y'])!r}")
    if maker.chance(0.1):
        options.append(maker.one(["exclude=True", "exclude=False", "exclude_if=lambda v: not v"]))
    if maker.chance(0.1):
        options.append("repr=False")
    if maker.chance(0.08):
        options.append("frozen=True")
    if maker.chance(0.08):
        options.append(maker.one(["strict=True", "strict=False"]))
    if maker.chance(0.15):
        options.append("validate_default=True")
    if maker.chance(0.1):
        options.append("alias_priority=1")
    if maker.chance(0.1):
        options.append(maker.one(["title='T'", "description='d'", "examples=[1]", "deprecated=True", "json_schema_extra={'k': 1}"]))
    return options, keys


def member(maker, name: str, kind: Kind, must: bool, without_field: bool = False) -> Member:
    """A field; `must` says that one without a default may no longer come, so it needs one."""
    default = kind.value(maker)
    if maker.chance(0.12):
        factory = maker.one([f"lambda: {default}", "list", "dict", f"lambda data: {default}", "lambda data: sorted(data)"])
        given = f"default_factory={factory}"
    else:
        given = f"default={default}"
    has = must or maker.chance(0.4)
    if without_field or maker.chance(0.5):
        simple = "[" in default or "{" in default
        if has and simple and without_field:
            return Member(name, kind, f"{name}: {kind.text} = field(default_factory=lambda: {default})", [name], True)
        return Member(name, kind, f"{name}: {kind.text}" + (f" = {default}" if has else ""), [name], has)
    options, keys = field_options(maker, name)
    if maker.chance(0.3):
        return Member(name, kind, f"{name}: Annotated[{kind.text}, Field({', '.join(options)})]" + (f" = {default}" if has else ""), keys, has)
    options = ([given] if has else []) + options
    return Member(name, kind, f"{name}: {kind.text} = Field({', '.join(options)})", keys, has)


def members(maker, least: int = 1, **how) -> list[Member]:
    names = maker.random.sample(NAMES, least + maker.random.randrange(4))
    return [member(maker, name, any_kind(maker), False, **how) for name in names]


def functions(maker, fields: list[Member], in_dataclass: bool = False) -> list[str]:
    """Validators, serializers, computed fields and hooks of a class."""
    lines, names = [], [field.name for field in fields]
    pick = lambda: maker.one(names) if maker.chance(0.9) else "*"
    quote = lambda: ", ".join(f"'{name}'" for name in {pick(), pick() if maker.chance(0.2) else pick()}) if maker.chance(0.2) else f"'{pick()}'"
    count = maker.random.choice([0, 0, 0, 1, 1, 2])
    for index in range(count):
        lines += maker.one([
            lambda: [f"@field_validator({quote()})", "@classmethod", f"def check{index}(cls, value):", f"    return {maker.one(['value', 'same(value)', 'refuse(value)', 'picky(value)'])}"],
            lambda: [f"@field_validator({quote()}, mode='before')", "@classmethod", f"def before{index}(cls, value, info):", f"    return {maker.one(['value', 'trimmed(value)', 'told(value, info)', 'picky(value)'])}"],
            lambda: [f"@field_validator({quote()}, mode='wrap')", "@classmethod", f"def around{index}(cls, value, handler, info: ValidationInfo):", f"    return {maker.one(['handler(value)', 'forgiving(value, handler)', 'handler(trimmed(value))'])}"],
            lambda: [f"@field_validator({quote()}, mode='plain')", "@classmethod", f"def plainly{index}(cls, value):", f"    return {maker.one(['value', 'picky(value)'])}"],
            lambda: ["@model_validator(mode='before')", "@classmethod", f"def ahead{index}(cls, values):", f"    return {maker.one(['values', 'picky(values)', 'renamed(values)'])}"],
            lambda: ["@model_validator(mode='after')", f"def after{index}(self):", f"    {maker.one(['pass', 'picky(self)', 'log(self)'])}", "    return self"],
            lambda: ["@model_validator(mode='wrap')", "@classmethod", f"def whole{index}(cls, values, handler):", f"    {maker.one(['pass', 'picky(values)'])}", "    return handler(values)"],
            lambda: [f"@field_serializer({quote()}{maker.one(['', ', when_used=' + repr(maker.one(['json', 'unless-none', 'json-unless-none', 'always']))])})", f"def out{index}(self, value):", f"    return {maker.one(['value', 'str(value)', '[value]', 'tagged(value)'])}"],
            lambda: [f"@field_serializer({quote()}, mode='wrap')", f"def wrapped{index}(self, value, handler, info):", f"    return {maker.one(['handler(value)', 'framed(value, handler)', '(info.mode, handler(value))', '[info.by_alias, info.exclude_none, handler(value)]'])}"],
            lambda: ["@model_serializer(mode='wrap')", f"def dumped{index}(self, handler, info):", f"    return {maker.one(['handler(self)', 'framed(self, handler)', 'dict(handler(self), mode=info.mode)'])}"],
            lambda: ["@model_serializer", f"def plain{index}(self):", f"    return {{'is': [{', '.join('self.' + name for name in names[:2])}]}}"],
            lambda: [f"@computed_field{maker.one(['', '(alias=' + repr('computedAlias') + ')', '(repr=False)', '(return_type=str)', '(exclude_if=lambda v: True)'])}", "@property",
                     f"def computed{index}(self){maker.one([' -> str', ' -> int | None', ' -> Any', ' -> list[Any]'])}:", f"    return {maker.one(['str(self.' + names[0] + ')', 'None', '[1]', 'self.' + names[-1]])}"],
            lambda: [] if in_dataclass else ["def model_post_init(self, context):", f"    {maker.one(['log(context)', 'log(sorted(self.__dict__))', 'picky(self)'])}"],
        ])()
    if not in_dataclass and maker.chance(0.12):
        lines += maker.one([["_secret: int = 3"], ["_secret: list = PrivateAttr(default_factory=list)"], ["_secret: str"], ["limit: ClassVar[int] = 3"]])
    return lines


def guarded(name: str, text: str) -> str:
    """A class whose refusal is shown."""
    body = "\n".join("    " + line for line in text.split("\n"))
    return f"try:\n{body}\nexcept Exception as error:\n    {name} = refused({name!r}, error)"


def given(maker, fields: list[Member], by_name: bool = False) -> str:
    """A dictionary for the fields as source text."""
    parts = []
    for field in fields:
        if maker.chance(0.08) or (field.optional and maker.chance(0.3)):
            continue
        key = field.keys[0] if by_name else maker.one(field.keys[-2:] if maker.chance(0.8) else field.keys)
        value = field.kind.value(maker)
        if not by_name and ("AliasPath" in field.line) and maker.chance(0.6):
            value = maker.one([f"[{value}]", f"{{'k': [{value}]}}", f"{{{field.name!r}: {value}}}", value])
        parts.append(f"{key!r}: {value}")
    if maker.chance(0.12):
        parts.append(f"'{maker.one(['extra', 'zz', 'a', 'model_x'])}': {maker.one(ODD)}")
    if maker.chance(0.03):
        parts.append("5: 6")
    return "{" + ", ".join(parts) + "}"


def given_json(maker, fields: list[Member]):
    found = {}
    for field in fields:
        if maker.chance(0.08) or (field.optional and maker.chance(0.3)):
            continue
        value = field.kind.data(maker)
        if "AliasPath" in field.line and maker.chance(0.6):
            value = maker.one([[value], {"k": [value]}, {field.name: value}, value])
        found[maker.one(field.keys[-2:] if maker.chance(0.8) else field.keys)] = value
    if maker.chance(0.12):
        found[maker.one(["extra", "zz", "a"])] = maker.one(ODD_JSON)
    return found


def nested(maker, name: str, fields: list[Member]) -> Kind:
    """The kind of a class with fields, for use as an annotation."""
    return Kind(name, lambda m: m.one(["{1}", "{1}", "make({0}, {1})", "Loose({1})"]).format(name, given(m, fields)) if m.chance(0.97) else "None",
                lambda m: given_json(m, fields))

"""Random programs with models, what is validated by them, and what is shown of the results."""
import json
import pathlib
import random

import classes
from definitions import given, given_json
from kinds import ODD, ODD_JSON, any_kind, strings_of

PREAMBLE = (pathlib.Path(__file__).parents[2] / "DataModelsTests" / "Programs" / "common.py").read_text()

DUMPS = ["by_alias=True", "by_alias=False", "exclude_unset=True", "exclude_defaults=True", "exclude_none=True", "round_trip=True", "exclude_computed_fields=True",
         "serialize_as_any=True", "warnings=False", "context={'k': 1}"]


class Maker:
    """Makes one program from one random source."""

    def __init__(self, seed: str):
        self.random = random.Random(seed)
        self.named = []
        self.classes = []

    def one(self, of):
        return self.random.choice(of)

    def chance(self, p: float) -> bool:
        return self.random.random() < p

    def program(self) -> list[str]:
        blocks = [PREAMBLE]
        for index in range(2 + self.random.randrange(3)):
            blocks.append(classes.any_class(self, f"M{index}"))
        for index in range(10):
            blocks.append(case(self, index))
        return blocks


def dump_options(maker, names, in_json: bool) -> str:
    options = maker.random.sample(DUMPS, maker.random.randrange(3))
    if maker.chance(0.35):
        options.append(f"{maker.one(['include', 'exclude'])}={selection(maker, names)}")
    if in_json:
        options += maker.one([[], [], ["indent=2"], ["ensure_ascii=True"]])
    elif maker.chance(0.5):
        options.append("mode='json'")
    by_name = {option.split("=")[0]: option for option in options}
    return ", ".join(by_name.values())


def selection(maker, names) -> str:
    name = maker.one(names or ["a"])
    return maker.one([f"{{{name!r}}}", f"{{{name!r}: True}}", f"{{{name!r}: {{0}}}}", f"{{{name!r}: {{'__all__': {{'a'}}}}}}", f"{{{name!r}: {{-1: True}}}}", f"{{{name!r}: {{'a': ...}}}}",
                      "set()", f"{{{name!r}: {{'a', 'b', 'name'}}}}", "{'__all__'}", f"{{{name!r}: False}}"])


def uses(maker, model) -> list[str]:
    """What is shown of a validated value `m`."""
    found = []
    names = [field.name for field in model.fields] if model else []
    if model is None or not model.is_model:
        adapter = "TypeAdapter(T)" if model is None else f"TypeAdapter({model.name})"
        for _ in range(2):
            found.append(maker.one([f"{adapter}.dump_python(m, {dump_options(maker, names, False)})", f"{adapter}.dump_json(m, {dump_options(maker, names, True)})"]))
        return found
    for _ in range(1 + maker.random.randrange(4)):
        name = maker.one(names)
        kind = next(field.kind for field in model.fields if field.name == name)
        found.append(maker.one([
            lambda: f"m.model_dump({dump_options(maker, names, False)})",
            lambda: f"m.model_dump({dump_options(maker, names, False)})",
            lambda: f"m.model_dump_json({dump_options(maker, names, True)})",
            lambda: f"m.model_dump_json({dump_options(maker, names, True)})",
            lambda: "sorted(m.model_fields_set)",
            lambda: "(m.model_extra, m.__pydantic_private__)",
            lambda: "str(m)",
            lambda: f"m.model_copy(update={{{name!r}: {kind.value(maker)}}}, deep={maker.chance(0.5)})",
            lambda: "(m.model_copy() == m, m.model_copy(update={'zz': 1}) == m)",
            lambda: f"assign(m, {name!r}, {kind.value(maker)})",
            lambda: f"assign(m, {maker.one(['zz', '_secret', name])!r}, {maker.one(ODD)})",
            lambda: "dict(m)",
            lambda: "list(m.__dict__)",
            lambda: f"delete(m, {name!r})" if model.make is None else "m",
            lambda: f"same_again({model.name}, m)",
            lambda: "hash(m) == hash(m.model_copy())",
            lambda: "copy.deepcopy(m)",
            lambda: f"{model.name}.model_construct(**{given(maker, model.fields, by_name=True)})",
            lambda: f"sorted({model.name}.model_fields)",
            lambda: f"{model.name}.model_fields[{name!r}]",
            lambda: "TypeAdapter(list[Any]).dump_json([m, {'m': m}])",
        ])())
    return found


def validation_options(maker) -> str:
    options = [option for option in ["strict=True", "strict=False", "from_attributes=True", "context={'k': 1}", "by_name=True", "by_alias=True", "extra='forbid'", "extra='allow'"] if maker.chance(0.05)]
    options = {option.split("=")[0]: option for option in options}.values()
    return "".join(", " + option for option in options)


def case(maker, index: int) -> str:
    label = f"c{index}"
    options = validation_options(maker)
    without = ", ".join(part for part in options.split(", ") if part and not part.startswith("from_attributes"))
    without = ", " + without if without else ""
    if maker.classes and maker.chance(0.8):
        model = maker.one(maker.classes)
        name = model.name
        if model.is_model and model.make is None:
            source = f"{name}" if maker.chance(0.1) else given(maker, model.fields)
            called = given(maker, model.fields)
            made = maker.one([
                lambda: f"{name}.model_validate({source}{options})",
                lambda: f"{name}.model_validate({source}{options})",
                lambda: f"{name}.model_validate(Loose({called}){options})",
                lambda: f"{name}(**{called})",
                lambda: f"{name}.model_validate_json({json.dumps(given_json(maker, model.fields))!r}{without})",
                lambda: f"{name}.model_validate_json({json.dumps(given_json(maker, model.fields))!r}{without})",
                lambda: f"{name}.model_validate_strings({strings_of(given_json(maker, model.fields))!r})" if maker.chance(0.3) else f"{name}(**{called})",
                lambda: f"TypeAdapter(list[{name}]).validate_python([{source}, {maker.one(ODD)}]{options})[0]",
            ])()
        else:
            kind = model.kind
            made = maker.one([
                lambda: f"TypeAdapter({kind.text}).validate_python({kind.value(maker)}{options})",
                lambda: f"TypeAdapter({kind.text}).validate_json({json.dumps(kind.data(maker))!r}{without})",
                lambda: f"TypeAdapter({kind.text}).validate_python({kind.value(maker)})",
            ])()
        shown = uses(maker, model)
        return f"case({label!r}, lambda: {made}" + "".join(f",\n     lambda m: {use}" for use in shown) + ")"
    kind = any_kind(maker, 3)
    made = maker.one([
        lambda: f"TypeAdapter({kind.text}).validate_python({kind.value(maker)}{options})",
        lambda: f"TypeAdapter({kind.text}).validate_json({json.dumps(kind.data(maker))!r}{without})",
        lambda: f"TypeAdapter({kind.text}).validate_strings({strings_of(kind.data(maker))!r})",
    ])()
    shown = [use.replace("TypeAdapter(T)", f"TypeAdapter({kind.text})") for use in uses(maker, None)]
    return f"case({label!r}, lambda: {made}" + "".join(f",\n     lambda m: {use}" for use in shown) + ")"

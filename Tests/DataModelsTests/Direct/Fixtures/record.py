#!/usr/bin/env python3
"""Writes cases.expected: for each of cases.py the JSON that Pydantic gives, or its errors.

Run it with a Python that has the reference's Pydantic installed.
"""
import pathlib, runpy, warnings

from pydantic import TypeAdapter, ValidationError

here = pathlib.Path(__file__).parent
warnings.simplefilter("ignore")


def answer(annotation, value, options):
    adapter = TypeAdapter(annotation)
    try:
        made = adapter.validate_python(value, from_attributes=True)
    except ValidationError as error:
        return "; ".join(f"{e['type']} {'.'.join(map(str, e['loc']))}" for e in error.errors())
    return adapter.dump_json(made, **{"by_alias": True, **options}).decode()


cases = runpy.run_path(str(here / "cases.py"))["CASES"]
(here / "cases.expected").write_text("".join(answer(*case[1:]) + "\n" for case in cases))

#!/usr/bin/env python3
"""Writes ../Fixtures/declarations.jsonl: what real FastAPI raises while it imports a wrongly declared program, and at which line.

Run it with a Python that has the reference's FastAPI installed.
"""
import json, linecache, pathlib, traceback, warnings

from cases import CASES, HEAD

here = pathlib.Path(__file__).parent


def raised(source: str) -> dict | None:
    linecache.clearcache()
    try:
        exec(compile(source, "main.py", "exec"), {"__name__": "main"})
    except Exception as error:
        line = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "main.py"][-1]
        return {"source": source, "line": line, "words": f"{type(error).__name__}: {error}".split("\n")[0]}
    return None


def main() -> None:
    warnings.simplefilter("ignore")
    with open(here.parent / "Fixtures" / "declarations.jsonl", "w") as out:
        for case in CASES.split("---\n"):
            found = raised(HEAD + case)
            if found is None:
                raise SystemExit("FastAPI takes this:\n" + case)
            out.write(json.dumps(found) + "\n")


main()

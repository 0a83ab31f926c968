"""Records what CPython 3.11 answers for each expression of the *.cases files beside this script.

A file has statements, a line `---`, and then one expression a line; `#` begins a comment line. The answers go to
*.expected, one a line: the repr, or `!Type: message` for what it raises.
"""
import pathlib
import sys
import warnings

assert sys.version_info[:2] == (3, 11), "record with CPython 3.11"
warnings.simplefilter("ignore")
here = pathlib.Path(__file__).parent
wanted = sys.argv[1:]
for path in sorted(here.glob("*.cases")):
    if wanted and path.stem not in wanted:
        continue
    setup, cases = path.read_text().split("\n---\n", 1)
    scope = {"__name__": "__main__"}
    import types
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    scope = module.__dict__
    exec(setup, scope)
    lines = []
    for case in cases.split("\n"):
        if not case or case.startswith("#"):
            continue
        try:
            answer = repr(eval(case, scope))
        except BaseException as error:
            answer = f"!{type(error).__name__}: {error}"
        lines.append(answer.replace("\n", "\\n"))
    path.with_suffix(".expected").write_text("\n".join(lines) + "\n")
    print(path.stem, len(lines))

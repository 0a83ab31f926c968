"""Records what CPython 3.11 prints for each program beside this script, to NAME.out."""
import contextlib
import io
import pathlib
import runpy
import sys

assert sys.version_info[:2] == (3, 11), "record with CPython 3.11"
here = pathlib.Path(__file__).parent
for path in sorted(here.glob("*.py")):
    if path.name == "record.py":
        continue
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        runpy.run_path(str(path), {"recording": True}, "__main__")
    path.with_suffix(".out").write_text(out.getvalue())
    print(path.stem, out.getvalue().count("\n"))

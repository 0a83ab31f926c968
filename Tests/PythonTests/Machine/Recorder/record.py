"""Records what CPython 3.11 prints for the programs in ../Fixtures/*.py into *.expected beside them.

A fixture holds many programs, each behind a line `#% title`. A program's own `async def main()` is awaited at the end.
The last line is `! Type: message` where an exception ends the program.
"""

import asyncio
import contextlib
import contextvars
import io
import pathlib
import sys

assert sys.version_info[:2] == (3, 11), "the reference is Python 3.11"
sys.setrecursionlimit(1000)


def run(source: str) -> str:
    output = io.StringIO()
    names = {"__name__": "main"}
    with contextlib.redirect_stdout(output):
        try:
            exec(compile(source, "main", "exec", dont_inherit=True), names)
            if asyncio.iscoroutinefunction(names.get("main")):
                asyncio.run(names["main"]())
        except BaseException as error:
            print(f"! {type(error).__name__}: {error}")
    text = output.getvalue()
    return text if text.endswith("\n") or not text else text + "\n"


for path in sorted((pathlib.Path(__file__).parent.parent / "Fixtures").glob("*.py")):
    parts = path.read_text().split("#% ")[1:]
    recorded = []
    for part in parts:
        title, _, source = part.partition("\n")
        # In a context of its own, since modules leave variables in it.
        recorded.append(f"#% {title}\n{contextvars.Context().run(run, source)}")
    path.with_suffix(".expected").write_text("".join(recorded))

"""Records what CPython 3.11 says of expressions over the built-in types.

Run with python3 (3.11) in this folder: it writes ../Fixtures/<topic>.tsv, one expression a line: the source, a tab, and
`= repr` of the value or `! Type: message` of the exception. The generated ones come from a fixed seed.
../Fixtures/programs.py holds whole programs, each behind a line `#% title`; what they print goes into programs.expected.
"""

import contextlib
import io
import itertools
import pathlib
import random
import sys
import warnings

import topics

warnings.simplefilter("ignore")
assert sys.version_info[:2] == (3, 11), "the reference is CPython 3.11"


def outcome(source: str) -> str:
    try:
        return "= " + repr(eval(source, {"__builtins__": __builtins__}))
    except RecursionError:
        raise
    except Exception as error:
        return f"! {type(error).__name__}: {error}"


def printed(source: str) -> str:
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(source, "main", "exec", dont_inherit=True), {"__name__": "main"})
    return output.getvalue()


def main() -> None:
    folder = pathlib.Path(__file__).parent.parent / "Fixtures"
    folder.mkdir(exist_ok=True)
    for name, sources in topics.all_topics(random.Random(20_250_101)).items():
        lines = []
        for source in dict.fromkeys(sources):
            result = outcome(source)
            if " at 0x" in result or any(ord(c) < 32 for c in source + result):
                continue
            lines.append(f"{source}\t{result}\n")
        (folder / f"{name}.tsv").write_text("".join(lines), encoding="utf-8", errors="surrogatepass")
        print(name, len(lines))
    programs = [part.partition("\n") for part in (folder / "programs.py").read_text().split("#% ")[1:]]
    (folder / "programs.expected").write_text("".join(f"#% {title}\n{printed(source)}" for title, _, source in programs))


main()

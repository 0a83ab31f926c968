#!/usr/bin/env python3.11
"""Differential fuzzer of models: random classes and what is validated and serialized by them, real Pydantic as the judge.

  fuzz.py --runner BIN [--seconds N] [--seed S] [--shrink N] [--keep DIR] [--go-on]

Run it with an interpreter that has the pinned Pydantic. BIN is the build of the target `python-runner`. Each program's seed is
`S/NUMBER`; `--seed S/NUMBER` runs that one program alone. A difference is shrunk and printed with its program, and ends the run
unless `--go-on` is given. Differences that are known and left as they are stand in `known.txt`, one regular expression a line, for
the two lines that differ.
Exit status: 0 no difference, 1 a difference.
"""
import argparse
import ast
import itertools
import pathlib
import random
import re
import sys
import time

import judge
import programs

sys.path.append(str(pathlib.Path(__file__).parent.parent / "python"))
import machines  # noqa: E402

ADDRESS = re.compile(r"0x[0-9a-f]{4,}")
KNOWN = [re.compile(line) for line in (pathlib.Path(__file__).parent / "known.txt").read_text().splitlines() if line and not line.startswith("#")]


def by_label(text: str) -> dict[str, list[str]]:
    """The lines of each case and class, so that one line more does not hide what comes after."""
    found: dict[str, list[str]] = {}
    for line in ADDRESS.sub("0xADDRESS", text).splitlines():
        found.setdefault(line.split(" ")[0], []).append(line)
    return found


def differences(blocks: list[str], ours) -> list[tuple[str, str]]:
    """The first lines of each case that differ, as Pydantic and our machine print them; none where the judge cannot tell."""
    source = "\n\n".join(blocks) + "\n"
    want = judge.judged(source)
    if want is None:
        return []
    try:
        got = ours.run(source)
    except machines.Died as death:
        return [("lives", f"dies: {death}")]
    if want == got:
        return []
    wanted, given = by_label(want), by_label(got)
    found: list[tuple[str, str]] = []
    for label in {**wanted, **given}:
        # What comes of a class or a value that differs already says nothing more.
        if any(each[0].startswith("M") for each in found) or any(each[0].split(" ")[0] == label.split(".")[0] for each in found):
            continue
        for pair in itertools.zip_longest(wanted.get(label, []), given.get(label, []), fillvalue=f"{label} <end>"):
            if pair[0] != pair[1] and not any(known.search(f"{pair[0]} <> {pair[1]}") for known in KNOWN):
                found.append(pair)
                break
    return found


def kind_of(found: tuple[str, str]) -> str:
    """What makes two differences the same one: the words around where the lines part, without their numbers."""
    want, got = (re.sub(r"\d+", "_", line) for line in found)
    at = next((index for index, (a, b) in enumerate(zip(want, got)) if a != b), min(len(want), len(got)))
    return " <> ".join(line[max(0, at - 8):at + 16] for line in (want, got))


def parses(block: str) -> bool:
    try:
        ast.parse(block)
    except SyntaxError:
        return False
    return True


def shrink(blocks: list[str], found, ours, seconds: float):
    """The fewest blocks, then the fewest lines of each, that still show a difference of the same kind."""
    label = found[0].split(" ")[0].split(".")[0]
    end, wanted = time.monotonic() + seconds, kind_of(found)

    def shows(candidate) -> bool:
        return time.monotonic() < end and any(kind_of(each) == wanted for each in differences(candidate, ours))

    alone = [block for block in blocks[1:] if not block.startswith("case(") or block.startswith(f"case('{label}',")]
    if shows([blocks[0], *alone]):
        blocks = [blocks[0], *alone]
    for index in reversed(range(1, len(blocks))):
        if shows(blocks[:index] + blocks[index + 1:]):
            blocks = blocks[:index] + blocks[index + 1:]
    for index in range(1, len(blocks)):
        lines, at = blocks[index].split("\n"), len(blocks[index].split("\n")) - 1
        while at > 0:
            for upto in (at + 4, at + 3, at + 2, at + 1):
                text = "\n".join(lines[:at] + lines[upto:])
                if at < len(lines) and parses(text) and shows([*blocks[:index], text, *blocks[index + 1:]]):
                    lines = text.split("\n")
            at -= 1
        blocks = [*blocks[:index], "\n".join(lines), *blocks[index + 1:]]
    return blocks, next((each for each in differences(blocks, ours) if kind_of(each) == wanted), found)


def show(seed: str, blocks, found):
    print(f"\n=== difference, seed {seed}")
    print("\n".join("    | " + line for line in "\n".join(blocks[1:]).split("\n")))
    print(f"  Pydantic {found[0]}\n  headroom {found[1]}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runner", required=True)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed")
    parser.add_argument("--go-on", action="store_true")
    parser.add_argument("--shrink", type=float, default=20, help="seconds for making one difference small")
    parser.add_argument("--keep", type=pathlib.Path)
    args = parser.parse_args()
    seed = args.seed or str(random.SystemRandom().randrange(10 ** 9))
    alone = "/" in seed
    print(f"seed {seed}", flush=True)
    ours = machines.Ours(args.runner, patience=20)
    end, count, seen = time.monotonic() + args.seconds, 0, set()
    while alone or time.monotonic() < end:
        number = seed if alone else f"{seed}/{count}"
        blocks = programs.Maker(number).program()
        count += 1
        for found in differences(blocks, ours):
            if kind_of(found) in seen:
                continue
            seen.add(kind_of(found))
            least, shown = shrink(blocks, found, ours, args.shrink)
            show(number, least, shown)
            if args.keep:
                args.keep.mkdir(parents=True, exist_ok=True)
                (args.keep / f"{number.replace('/', '_')}.py").write_text("\n\n".join(least))
        if seen and not args.go_on:
            break
        if alone:
            break
    ours.close()
    print(f"{count} programs, {len(seen)} differences (seed {seed})")
    return 1 if seen else 0


if __name__ == "__main__":
    sys.exit(main())

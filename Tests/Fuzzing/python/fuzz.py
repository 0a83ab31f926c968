#!/usr/bin/env python3.11
"""Differential fuzzer of the language and its library: random programs, CPython 3.11 as the judge.

  fuzz.py --runner BIN [--seconds N] [--seed S] [--kind expressions|statements|texts] [--keep DIR] [--go-on]

BIN is the build of the target `python-runner`. Each program's seed is `KIND/S/NUMBER`; `--seed` with such a one runs that program
alone. A difference is shrunk and printed with its program, and ends the run unless `--go-on` is given. Differences that are known and
left as they are stand in `known.txt`, one regular expression a line, for the two lines that differ.
Exit status: 0 no difference, 1 a difference.
"""
import argparse
import pathlib
import random
import re
import resource
import sys
import time
import warnings

import expressions
import machines
import statements
import texts

MAKERS = {"expressions": expressions.program, "statements": statements.program, "texts": texts.program}
ADDRESS = re.compile(r"0x[0-9a-f]{6,}")
REFUSED = re.compile(r"\n! (SyntaxError|IndentationError|TabError): ")
KNOWN = [re.compile(line) for line in (pathlib.Path(__file__).parent / "known.txt").read_text().splitlines() if line and not line.startswith("#")]


def first_difference(blocks: list[str], ours) -> tuple[str, str] | None:
    """The first line that differs, as CPython and our machine print it; None where there is none, or CPython cannot judge."""
    source = "\n".join(blocks) + "\n"
    want = machines.judged(source)
    if want is None:
        return None
    try:
        got = ours.run(source)
    except machines.Died as death:
        return "lives", f"dies: {death}"
    if "! instructions(" in got or "! memory(" in got:
        return None
    if blocks[0] == texts.MUTATED and all(REFUSED.match(text) for text in (want, got)):
        return None
    wanted, given = (ADDRESS.sub("0xADDRESS", text).splitlines() for text in (want, got))
    pairs = list(zip(wanted + ["<end>"] * max(1, len(given) - len(wanted)), given + ["<end>"] * max(1, len(wanted) - len(given))))
    for pair in pairs:
        if pair[0] != pair[1] and not any(known.search(f"{pair[0]} <> {pair[1]}") for known in KNOWN):
            return pair
    return None


def kind_of(found: tuple[str, str]) -> str:
    """What makes two differences the same one: the lines without their numbers and texts."""
    return re.sub(r"'[^']*'|\"[^\"]*\"|\d+", "_", " <> ".join(line[:70] for line in found))


def compiles(block: str) -> bool:
    try:
        compile(block, "<block>", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True


def shrink(blocks: list[str], found, ours):
    """The fewest blocks, then the fewest lines of each, that still show the difference."""
    wanted = kind_of(found)

    def shows(candidate) -> bool:
        again = first_difference(candidate, ours)
        return again is not None and kind_of(again) == wanted

    alone = [block for block in blocks[1:] if block.startswith(f"case({found[0].split(' ')[0]},")]
    if alone and shows([blocks[0], *alone]):
        return [blocks[0], *alone], first_difference([blocks[0], *alone], ours)
    for index in reversed(range(1, len(blocks))):
        fewer = blocks[:index] + blocks[index + 1:]
        if shows(fewer):
            blocks = fewer
    for index in range(1, len(blocks)):
        lines = blocks[index].split("\n")
        for at in reversed(range(1, len(lines))):
            fewer = lines[:at] + lines[at + 1:]
            if compiles("\n".join(fewer)) and shows([*blocks[:index], "\n".join(fewer), *blocks[index + 1:]]):
                lines = fewer
        blocks = [*blocks[:index], "\n".join(lines), *blocks[index + 1:]]
    return blocks, first_difference(blocks, ours) or found


def show(seed: str, blocks, found):
    print(f"\n=== difference, seed {seed}")
    print("\n".join("    | " + line for line in "\n".join(blocks[1:]).split("\n")))
    print(f"  CPython  {found[0]}\n  headroom {found[1]}", flush=True)


def main() -> int:
    warnings.simplefilter("ignore")
    parser = argparse.ArgumentParser()
    parser.add_argument("--runner", required=True)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed")
    parser.add_argument("--kind", choices=MAKERS)
    parser.add_argument("--go-on", action="store_true")
    parser.add_argument("--keep", type=pathlib.Path)
    args = parser.parse_args()
    # A MemoryError under CPython, not the end of the machine, where a program asks for too much.
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    seed = args.seed or str(random.SystemRandom().randrange(10 ** 9))
    alone = "/" in seed
    kinds = [args.kind] if args.kind else list(MAKERS)
    print(f"seed {seed}", flush=True)
    ours = machines.Ours(args.runner)
    end, count, seen = time.monotonic() + args.seconds, 0, set()
    while alone or time.monotonic() < end:
        number = seed if alone else f"{kinds[count % len(kinds)]}/{seed}/{count}"
        blocks = MAKERS[number.split("/")[0]](number)
        if not number.startswith("texts"):
            blocks = [blocks[0], *(block for block in blocks[1:] if compiles(block))]
        count += 1
        found = first_difference(blocks, ours)
        if found and kind_of(found) not in seen:
            seen.add(kind_of(found))
            blocks, least = (blocks, found) if number.startswith("texts") else shrink(blocks, found, ours)
            show(number, blocks, least)
            if args.keep:
                args.keep.mkdir(parents=True, exist_ok=True)
                (args.keep / f"{number.replace('/', '_')}.py").write_text("\n".join(blocks))
            if not args.go_on:
                break
        if alone:
            break
    ours.close()
    print(f"{count} programs, {len(seen)} differences (seed {seed})")
    return 1 if seen else 0


if __name__ == "__main__":
    sys.exit(main())

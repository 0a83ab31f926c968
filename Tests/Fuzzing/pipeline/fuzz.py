#!/usr/bin/env python3
"""Differential fuzzer of the response pipeline: random FastAPI programs, real FastAPI as the judge.

  fuzz.py --headroom BIN [--seconds N] [--seed S] [--keep DIR] [--go-on]

Run it with an interpreter that has the pinned FastAPI. Each program's seed is `S/NUMBER`; `--seed S/NUMBER` runs that
one program alone. A difference is shrunk and printed with its program, and ends the run unless `--go-on` is given.
Exit status: 0 no difference, 1 a difference, 2 a server that could not be started at all.
"""
import argparse
import ast
import pathlib
import random
import sys
import tempfile
import time

import programs
import servers


def differences(binary: str, folder: pathlib.Path, blocks: list[str], requests: list[dict]):
    """Requests with unequal answers, as (request, real, headroom); the class of an import error where both refuse; None where real cannot judge."""
    path = folder / "main.py"
    text = programs.text_of(blocks)
    ast.parse(text)
    path.write_text(text)
    try:
        real = servers.real_answers(path, requests)
    except (Exception, SystemExit) as error:  # a program may raise anything while it is imported, and uvicorn exits
        real, refusal = None, f"{type(error).__name__}: {error}"
    findings: list[str] = []
    try:
        ours = servers.headroom_answers(binary, path, requests, findings)
    except servers.CannotStart as error:
        if real is None:
            return []
        return [({"method": "", "target": "(load)", "headers": []}, "loads", str(error))]
    except servers.Dead as error:
        return [({"method": "", "target": "(dead)", "headers": []}, "answers", str(error))]
    if real is None:
        # A program that real FastAPI refuses keeps what works in it, and says the same words.
        words = refusal.split(" (main.py")[0].split("\n")[0].split("<class")[0].rstrip()
        if any(words in line for line in findings):
            return []
        return [({"method": "", "target": "(load)", "headers": []}, refusal, f"loads and says {findings}")]
    return [(request, want, got) for request, want, got in zip(requests, real, ours) if want != got]


def kind_of(found) -> tuple:
    """What makes two differences the same one while shrinking."""
    request, want, got = found
    if isinstance(want, str):
        return (request["target"], want[:20], got[:40])
    return (request["target"], want[0], got[0], want[1] != got[1], want[2] != got[2])


def shrink(binary, folder, blocks, found):
    """The fewest blocks, then the fewest lines of each, that still show the difference."""
    request, wanted = found[0], kind_of(found)
    requests = [request] if request["method"] else [{"method": "GET", "target": "/", "headers": [], "body": None}]

    def shows(candidate) -> bool:
        try:
            again = differences(binary, folder, candidate, requests)
        except SyntaxError:
            return False
        return any(kind_of(each)[:3] == wanted[:3] for each in again)

    index = len(blocks) - 1
    while index >= 0:
        fewer = blocks[:index] + blocks[index + 1:]
        if shows(fewer):
            blocks = fewer
        index -= 1
    for index in range(len(blocks)):
        lines = blocks[index].split("\n")
        at = len(lines) - 1
        while at > 0:
            fewer = lines[:at] + lines[at + 1:]
            if lines[at].strip() and shows([*blocks[:index], "\n".join(fewer), *blocks[index + 1:]]):
                lines = fewer
            at -= 1
        blocks = [*blocks[:index], "\n".join(lines), *blocks[index + 1:]]
    again = [each for each in differences(binary, folder, blocks, requests) if kind_of(each)[:3] == wanted[:3]]
    return blocks, again[0] if again else found


def show(number_seed: str, blocks, found):
    request, want, got = found
    print(f"\n=== difference, seed {number_seed}: {request['method']} {request['target']}")
    for name, value in request["headers"]:
        print(f"    {name}: {value}")
    if request.get("body") is not None:
        print(f"    body {request['body']}")
    print("\n".join("    | " + line for line in "\n\n".join(blocks).split("\n")))
    print(f"  real     {want}\n  headroom {got}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--headroom", required=True)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed")
    parser.add_argument("--go-on", action="store_true")
    parser.add_argument("--keep", type=pathlib.Path)
    args = parser.parse_args()
    seed = args.seed or str(random.SystemRandom().randrange(10 ** 9))
    alone = "/" in seed
    print(f"seed {seed}", flush=True)
    end, count, sent, bad = time.monotonic() + args.seconds, 0, 0, 0
    seen = set()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        while time.monotonic() < end or alone:
            number = seed if alone else f"{seed}/{count}"
            blocks, requests = programs.Maker(number).make()
            found = differences(args.headroom, folder, blocks, requests)
            count, sent = count + 1, sent + len(requests)
            fresh = [each for each in found if kind_of(each)[1:] not in seen]
            if fresh:
                bad += 1
                seen.add(kind_of(fresh[0])[1:])
                blocks, least = shrink(args.headroom, folder, blocks, fresh[0])
                show(number, blocks, least)
                if args.keep:
                    args.keep.mkdir(parents=True, exist_ok=True)
                    (args.keep / f"{number.replace('/', '_')}.py").write_text(programs.text_of(blocks))
                if not args.go_on:
                    break
            if alone:
                break
    print(f"{count} programs, {sent} requests, {bad} differences (seed {seed})")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

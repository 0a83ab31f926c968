#!/usr/bin/env python3
"""Differential fuzzer of the wire: random bytes to `program.py` under real uvicorn with httptools and under `headroom serve`.

  fuzz.py --headroom BIN [--seconds N] [--seed S] [--go-on]

Run it with an interpreter that has the pinned FastAPI. The seed of each case is `S/NUMBER`; `--seed S/NUMBER` sends that one alone.
Exit status: 0 no difference, 1 a difference, 2 a server that could not be started.
"""
import argparse
import contextlib
import pathlib
import random
import re
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import requests

IDLE_S = 0.25  # an answer is whole when nothing more comes for so long
PAUSE_S = 0.02  # between the pieces of a request
PROGRAM = pathlib.Path(__file__).with_name("program.py")


def start(command: list[str], said: re.Pattern) -> tuple[subprocess.Popen, int]:
    process = subprocess.Popen(command, cwd=PROGRAM.parent, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, text=True, errors="backslashreplace")
    lines = []
    for line in process.stdout:
        lines.append(line)
        if found := said.search(line):
            ThreadPoolExecutor(1).submit(process.stdout.read)
            return process, int(found[1])
    raise SystemExit(f"{command[0]} did not start:\n{''.join(lines)}")


def start_both(headroom: str):
    address = re.compile(r"http://127\.0\.0\.1:(\d+)")
    real = start([sys.executable, "-m", "uvicorn", "program:app", "--port", "0", "--http", "httptools", "--no-access-log"], address)
    try:
        return real, start([headroom, "serve", str(PROGRAM), "--port", "0"], address)
    except BaseException:
        real[0].kill()
        raise


def answer(port: int, pieces: list[bytes]) -> bytes:
    """All that is answered, with a mark at its end that says how it ended."""
    data = b""
    with socket.create_connection(("127.0.0.1", port), timeout=IDLE_S) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # what was answered before can still be read
            for number, piece in enumerate(pieces):
                if number:
                    time.sleep(PAUSE_S)
                connection.sendall(piece)
        try:
            while chunk := connection.recv(65536):
                data += chunk
            return data + b"<closed>"
        except TimeoutError:
            return data + b"<open>"
        except ConnectionResetError:
            return data + b"<closed>"


def steady(data: bytes, port: int) -> bytes:
    """The answer without what differs between two runs of one server."""
    data = data.replace(b"127.0.0.1:%d" % port, b"127.0.0.1:1")
    data = re.sub(rb"\r\n(?i:server|date): [^\r\n]*", b"", data)
    return re.sub(rb"\r\n(?i:allow): ([^\r\n]*)", lambda found: b"\r\nallow: " + b", ".join(sorted(found[1].split(b", "))), data)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--headroom", required=True)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed")
    parser.add_argument("--go-on", action="store_true")
    args = parser.parse_args()
    seed = args.seed or str(random.SystemRandom().randrange(10 ** 9))
    print(f"seed {seed}", flush=True)
    (real, real_port), (ours, our_port) = start_both(args.headroom)
    end, count, bad = time.monotonic() + args.seconds, 0, 0

    def both(number: str):
        pieces = requests.Maker(number).pieces()
        found = [steady(answer(port, pieces), port) for port in (real_port, our_port)]
        if found[0] != found[1]:  # a pause of this machine is not the server's
            found = [steady(answer(port, pieces), port) for port in (real_port, our_port)]
        return number, pieces, found

    try:
        with ThreadPoolExecutor(8) as pool:
            while time.monotonic() < end:
                numbers = [seed] if "/" in seed else [f"{seed}/{count + step}" for step in range(64)]
                for number, pieces, (want, got) in pool.map(both, numbers):
                    if want != got:
                        bad += 1
                        print(f"\n=== difference, seed {number}\n  sent     {pieces}\n  real     {want}\n  headroom {got}", flush=True)
                count += len(numbers)
                if "/" in seed or bad and not args.go_on:
                    break
        if ours.poll() is not None:
            print(f"headroom ended with {ours.returncode}")
            bad += 1
    finally:
        for process in (real, ours):
            process.kill()
            process.wait()
    print(f"{count} connections, {bad} differences (seed {seed})")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

"""Sends mutated requests to real uvicorn and to a server that runs the scripted application, and prints differences.

    python fuzz.py PORT SEED COUNT
"""
import random
import sys
from concurrent.futures import ThreadPoolExecutor

from cases import CASES, body, script, start
from record import exchange, start_uvicorn

# Requests whose script is short, so that mutations fall on what the server parses.
SEEDS = [b"".join(value) if isinstance(value, list) else value for name, value in CASES.items() if name.startswith("parsed")]
SEEDS = [data for data in SEEDS if b"start" not in data]

SPLICES = [
    b"\r\n", b"\n", b"\r", b" ", b"\t", b":", b",", b";", b"/", b"?", b"#", b"@", b"[", b"]", b"%", b"\0", b"\x7f", b"\xff", b"close",
    b"chunked", b"connection: ", b"transfer-encoding: ", b"content-length: ", b"upgrade: x\r\n", b"0\r\n\r\n", b"5\r\n", b"HTTP/1.1",
    b"HTTP/1.0", b"http://", b"keep-alive", b"GET ", b"HEAD ", b"expect: 100-continue\r\n", b"-", b"1", b"a",
]


def mutated(random_source):
    data = bytearray(random_source.choice(SEEDS))
    for _ in range(random_source.choice([1, 1, 1, 2, 3])):
        at = random_source.randrange(len(data) + 1)
        kind = random_source.randrange(4)
        if kind == 0:
            data[at:at] = random_source.choice(SPLICES)
        elif kind == 1:
            del data[at:at + random_source.choice([1, 1, 2, 5])]
        elif kind == 2 and at < len(data):
            data[at] = random_source.randrange(256)
        else:
            other = random_source.choice(SEEDS)
            start = random_source.randrange(len(other))
            data[at:at] = other[start:start + random_source.randrange(30)]
    return bytes(data) or b"x"


def scripted(random_source):
    """A request whose script sends random events."""
    values = {
        "content-length": ["0", "1", "3", "6", "x", "-1", "+3", "3, 3"], "transfer-encoding": ["chunked", "Chunked", "gzip", ""],
        "connection": ["close", "keep-alive", "Close", "a, close", ""], "X-a": ["1", "a\tb", "a\nb", "\xe9", " "], "x a": ["1"],
        "date": ["x"], "Content-Type": ["text/plain"],
    }
    steps = []
    for _ in range(random_source.randrange(1, 6)):
        kind = random_source.choice(["start", "start", "body", "body", "body", "raise", "return", "read"])
        if kind == "start" and (not steps or random_source.random() < 0.1):
            names = random_source.choices(list(values), k=random_source.randrange(4))
            pairs = [(name, random_source.choice(values[name])) for name in names]
            steps.append(start(random_source.choice([200, 200, 200, 204, 304, 404, 500, 100, 99, 600]), *pairs))
        elif kind in ("start", "body"):
            steps.append(body(random_source.choice(["", "a", "abc", "abcdef"]), random_source.random() < 0.5))
        elif random_source.random() < 0.3:
            steps.append(kind)
    headers = random_source.choice([[], [], [("connection", "close")], [("connection", "keep-alive")]])
    method, version = random_source.choice(["GET", "GET", "GET", "HEAD", "POST"]), random_source.choice(["1.1", "1.1", "1.0"])
    return script(*steps, method=method, version=version, headers=headers)


def fuzz(port, seed, count):
    random_source = random.Random(seed)
    inputs = [random_source.choice([mutated, scripted])(random_source) for _ in range(count)]
    process, reference = start_uvicorn()
    wrong = 0

    def both(data):
        return exchange(reference, [data], 0.15), exchange(port, [data], 0.15)

    try:
        with ThreadPoolExecutor(16) as pool:
            for data, (expected, (answer, *rest)) in zip(inputs, pool.map(both, inputs)):
                answer = answer.replace(b"\r\nserver: headroom\r\n", b"\r\nserver: uvicorn\r\n")
                if (answer, *rest) != expected:
                    wrong += 1
                    print(f"{data}\n  expected {expected}\n  got      {(answer, *rest)}")
    finally:
        process.kill()
        process.wait()
    print(f"{count} cases, {wrong} differences")


if __name__ == "__main__":
    fuzz(*map(int, sys.argv[1:4]))

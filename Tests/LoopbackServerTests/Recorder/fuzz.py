"""Sends mutated requests to real uvicorn and to a server that runs the scripted application, and prints differences.

    python fuzz.py PORT SEED COUNT
"""
import random
import sys
from concurrent.futures import ThreadPoolExecutor

from cases import CASES
from record import exchange, start_uvicorn

SPLICES = [
    b"\r\n", b"\n", b"\r", b" ", b"\t", b":", b",", b";", b"/", b"?", b"#", b"@", b"[", b"]", b"%", b"\0", b"\x7f", b"\xff", b"close",
    b"chunked", b"connection: ", b"transfer-encoding: ", b"content-length: ", b"upgrade: x\r\n", b"0\r\n\r\n", b"5\r\n", b"HTTP/1.1",
    b"HTTP/1.0", b"http://", b"keep-alive", b"GET ", b"HEAD ", b"expect: 100-continue\r\n", b"-", b"1", b"a",
]


def mutated(random_source):
    value = random_source.choice(list(CASES.values()))
    data = bytearray(b"".join(value) if isinstance(value, list) else value)
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
            other = random_source.choice(list(CASES.values()))
            other = b"".join(other) if isinstance(other, list) else other
            start = random_source.randrange(len(other))
            data[at:at] = other[start:start + random_source.randrange(30)]
    return bytes(data) or b"x"


def fuzz(port, seed, count):
    random_source = random.Random(seed)
    inputs = [mutated(random_source) for _ in range(count)]
    process, reference = start_uvicorn()
    wrong = 0

    def both(data):
        return exchange(reference, [data], 0.15), exchange(port, [data], 0.15)

    try:
        with ThreadPoolExecutor(16) as pool:
            for data, (expected, (answer, closed)) in zip(inputs, pool.map(both, inputs)):
                answer = answer.replace(b"\r\nserver: headroom\r\n", b"\r\nserver: uvicorn\r\n")
                if (answer, closed) != expected:
                    wrong += 1
                    print(f"{data}\n  expected {expected}\n  got      {(answer, closed)}")
    finally:
        process.terminate()
        process.wait()
    print(f"{count} cases, {wrong} differences")


if __name__ == "__main__":
    fuzz(*map(int, sys.argv[1:4]))

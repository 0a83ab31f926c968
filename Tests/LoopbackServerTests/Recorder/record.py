"""Records what real uvicorn (httptools) answers and writes `UvicornRecordings.swift`.

    python record.py OUTPUT.swift       with uvicorn 0.54.0 and httptools 0.9.0 installed
    python record.py --compare PORT     sends the same to a server that runs the scripted application, prints differences
"""
import os
import re
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from cases import CASES

HERE = os.path.dirname(os.path.abspath(__file__))
PROBE = b"GET /probe HTTP/1.1\r\n\r\n"


def receive(connection, quiet):
    """What comes until nothing came for `quiet` seconds, and whether the server has closed."""
    data = b""
    connection.settimeout(quiet)
    while True:
        try:
            part = connection.recv(1 << 20)
        except TimeoutError:
            return data, False
        except ConnectionResetError:
            return data, True
        if not part:
            return data, True
        data += part


def exchange(port, pieces, quiet=0.25):
    """What came back with its dates masked, whether the server closed, and what was sent: the pieces and, if it stayed open, a probe."""
    with socket.create_connection(("127.0.0.1", port), timeout=3) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        data, closed, sent = b"", False, []
        for piece in [*pieces, PROBE]:
            if closed:
                break
            sent.append(piece)
            connection.sendall(piece)
            part, closed = receive(connection, quiet)
            data += part
        return re.sub(rb"\r\ndate: [^\r]{29}\r", b"\r\ndate: D\r", data), closed, sent


def pieces_of(value):
    return value if isinstance(value, list) else [value]


def literal(data):
    out = []
    for byte in data:
        special = {0x0D: "\\r", 0x0A: "\\n", 0x09: "\\t", 0x22: '\\"', 0x5C: "\\\\", 0: "\\0"}
        out.append(special.get(byte) or (chr(byte) if 0x20 <= byte < 0x7F else f"\\u{{{byte:X}}}"))
    return '"' + "".join(out) + '"'


def start_uvicorn():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", "scripted_app:app", "--http", "httptools", "--ws", "none", "--lifespan", "off",
               "--host", "127.0.0.1", "--port", str(port), "--log-level", "critical"]
    process = subprocess.Popen(command, cwd=HERE, env=dict(os.environ, PYTHONDONTWRITEBYTECODE="1"))
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return process, port
        except OSError:
            time.sleep(0.05)


def all_exchanges(port):
    with ThreadPoolExecutor(8) as pool:
        return dict(zip(CASES, pool.map(lambda value: exchange(port, pieces_of(value)), CASES.values())))


def swift_case(name, data, closed, sent):
    sent = ", ".join(literal(piece) for piece in sent)
    return f"        .init(\n            {literal(name.encode())}, [{sent}],\n            {literal(data)}, isClosed: {str(closed).lower()}),\n"


def record(path):
    process, port = start_uvicorn()
    try:
        rows = "".join(swift_case(name, *answer) for name, answer in all_exchanges(port).items())
    finally:
        process.kill()
        process.wait()
    with open(path, "w", encoding="ascii") as file:
        file.write("// Written by Recorder/record.py from uvicorn 0.54.0 with httptools 0.9.0 and `--ws none`. Do not edit.\n"
                   "// swift-format-ignore-file\n\nextension UvicornRecording {\n"
                   f"    static let all: [UvicornRecording] = [\n{rows}    ]\n}}\n")


def compare(port):
    process, reference = start_uvicorn()
    try:
        expected, got = all_exchanges(reference), all_exchanges(port)
    finally:
        process.kill()
        process.wait()
    wrong = 0
    for name, (data, closed, sent) in got.items():
        data = data.replace(b"\r\nserver: headroom\r\n", b"\r\nserver: uvicorn\r\n")
        if (data, closed, sent) != expected[name]:
            wrong += 1
            print(f"{name}\n  expected {str(expected[name])[:600]}\n  got      {str((data, closed, sent))[:600]}")
    print(f"{len(CASES)} cases, {wrong} differences")


if __name__ == "__main__":
    compare(int(sys.argv[2])) if sys.argv[1] == "--compare" else record(sys.argv[1])

"""The two servers that answer the same request: real FastAPI under uvicorn with httptools, and `headroom serve`.

Both are given a program's file; both answer over loopback, and the bytes of an answer are compared after
`steady` has removed what differs between two runs of real FastAPI itself (date, server, expiry dates, the order of `allow`).
"""
import asyncio
import contextlib
import importlib.util
import io
import logging
import pathlib
import re
import socket
import subprocess
import sys
import threading
from email.utils import parsedate_to_datetime

REAL_LIMIT_S = 60  # a program may never start or end
ANSWER_LIMIT_S = 5.0
START_LIMIT_S = 15.0
EXPIRES = re.compile(rb"(?i)(expires=)([^;]+)")


class CannotStart(Exception):
    """A server that ended, or said nothing, before it accepted a connection."""


class Dead(Exception):
    """A server that ended while it should have answered."""


def head_and_body(request: dict) -> bytes:
    body = request.get("body")
    data = body.encode() if body is not None else b""
    lines = [f"{request['method']} {request['target']} HTTP/1.1", "host: playground.test"]
    lines += [f"{name}: {value}" for name, value in request["headers"]]
    if body is not None:
        lines.append(f"content-length: {len(data)}")
    lines.append("connection: close")
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + data


def exchange(port: int, request: dict) -> bytes:
    """The whole answer until the server closes; a mark at its end where it never does."""
    data = b""
    with socket.create_connection(("127.0.0.1", port), timeout=ANSWER_LIMIT_S) as connection:
        connection.sendall(head_and_body(request))
        try:
            while chunk := connection.recv(65536):
                data += chunk
        except (TimeoutError, ConnectionResetError) as error:
            data += f"\r\n<<{type(error).__name__}>>".encode()
    return data


def unchunk(body: bytes) -> bytes:
    out = b""
    while body:
        size, _, rest = body.partition(b"\r\n")
        try:
            count = int(size.split(b";")[0], 16)
        except ValueError:
            return out + b"<<no chunk>>" + body
        if count == 0:
            return out
        out, body = out + rest[:count], rest[count + 2:]
    return out + b"<<no last chunk>>"


def expiry(found: re.Match, date: bytes) -> bytes:
    try:
        away = (parsedate_to_datetime(found[2].decode()) - parsedate_to_datetime(date.decode())).total_seconds()
    except (ValueError, TypeError, UnicodeDecodeError):
        return found[0]
    return found[0] if abs(away) > 400 * 86400 else found[1] + b"<now%+d>" % (round(away / 10) * 10)


def steady(answer: bytes) -> tuple[str, list[tuple[str, str]], str]:
    """Status line, headers in order, body: without what two runs of the same server do not share."""
    head, _, body = answer.partition(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    pairs = [line.partition(b": ")[::2] for line in lines[1:]]
    date = next((value for name, value in pairs if name.lower() == b"date"), b"")
    headers = []
    for name, value in pairs:
        low = name.lower()
        if low in (b"date", b"server"):
            value = b"*"
        elif low == b"set-cookie":
            value = EXPIRES.sub(lambda found: expiry(found, date), value)
        elif low == b"allow":
            value = b", ".join(sorted(value.split(b", ")))
        elif low == b"transfer-encoding" and value.lower() == b"chunked":
            body = unchunk(body)
        headers.append((name.decode("latin-1"), value.decode("latin-1")))
    return lines[0].decode("latin-1"), headers, body.decode("utf-8", "backslashreplace")


def load(program: pathlib.Path):
    name = "fuzzed_" + re.sub(r"\W", "_", str(program))
    spec = importlib.util.spec_from_file_location(name, program)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            spec.loader.exec_module(module)
        return module.app
    finally:
        sys.modules.pop(name, None)


def real_answers(program: pathlib.Path, requests: list[dict]) -> list[tuple]:
    """What real FastAPI answers. Raises whatever the program raises while it is imported."""
    import uvicorn

    sys.modules.pop("fuzzed", None)
    app = load(program)
    config = uvicorn.Config(app, host="127.0.0.1", port=0, http="httptools", loop="asyncio",
                            log_level="critical", access_log=False, lifespan="on",
                            timeout_graceful_shutdown=1)  # an application may wait for ever
    server = uvicorn.Server(config)
    answers: list[tuple] = []

    async def main():
        task = asyncio.create_task(server.serve())
        while not server.started:
            if task.done():
                raise CannotStart("uvicorn ended while it started")
            await asyncio.sleep(0.002)
        port = server.servers[0].sockets[0].getsockname()[1]
        await asyncio.to_thread(lambda: answers.extend(steady(exchange(port, request)) for request in requests))
        server.should_exit = True
        await task

    logging.disable(logging.CRITICAL)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        asyncio.run(asyncio.wait_for(main(), REAL_LIMIT_S))
    return answers


def headroom_answers(binary: str, program: pathlib.Path, requests: list[dict], findings: list[str] | None = None) -> list[tuple]:
    """What `headroom serve` answers; what it found in the program goes into `findings`. Raises `CannotStart` with what it said, or `Dead`."""
    process = subprocess.Popen([binary, "serve", str(program), "--port", "0"], stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="backslashreplace")
    timer = threading.Timer(START_LIMIT_S, process.kill)
    timer.start()
    try:
        said, port = [], None
        for line in process.stdout:
            said.append(line)
            if found := re.search(r"http://127\.0\.0\.1:(\d+)", line):
                port = int(found.group(1))
                break
        timer.cancel()
        if port is None:
            raise CannotStart("".join(said)[:2000])
        if findings is not None:
            findings += said[:-1]
        threading.Thread(target=process.stdout.read, daemon=True).start()
        answers = []
        for request in requests:
            try:
                answers.append(steady(exchange(port, request)))
            except OSError as error:
                if process.poll() is not None:
                    raise Dead(f"exit {process.returncode} at {request['method']} {request['target']}") from error
                answers.append((f"<<{error}>>", [], ""))
        return answers
    finally:
        timer.cancel()
        process.terminate()
        try:
            process.wait(3)
        except subprocess.TimeoutExpired:
            process.kill()

"""Runs programs under CPython 3.11 and under our machine, and gives what each printed."""
import contextlib
import io
import os
import select
import signal
import subprocess
import sys
import time

LIMIT = "! PlaygroundLimit"


class Died(Exception):
    """Our machine crashed, or did not answer in time."""


class Ours:
    """One process of `python-runner`, which runs many programs."""

    def __init__(self, binary: str, *options: str, patience: float = 60):
        self.command, self.patience, self.process = [binary, *options], patience, None

    def run(self, source: str) -> str:
        if self.process is None:
            self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        data = source.encode("utf-8", "surrogatepass")
        try:
            self.process.stdin.write(b"%d\n" % len(data) + data)
            self.process.stdin.flush()
            head = self.line()
            self.length, self.instructions, self.bytes = map(int, head.split())
            return self.read(self.length).decode("utf-8", "replace")
        except (OSError, ValueError) as error:
            self.process.kill()
            status = self.process.wait()
            self.process = None
            raise Died(f"status {status} ({error})") from None

    def line(self) -> bytes:
        found = b""
        while not found.endswith(b"\n"):
            found += self.read(1)
        return found

    def read(self, count: int) -> bytes:
        found, end = b"", time.monotonic() + self.patience
        while len(found) < count:
            ready, _, _ = select.select([self.process.stdout], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise OSError("no answer in time")
            more = os.read(self.process.stdout.fileno(), count - len(found))
            if not more:
                raise OSError("end of output")
            found += more
        return found

    def close(self):
        if self.process is not None:
            self.process.stdin.close()
            self.process.wait()
            self.process = None


def cpython(source: str) -> str:
    """What CPython prints for a program, in the form of `python-runner`."""
    output = io.StringIO()
    names = {"__name__": "__main__", "__builtins__": __builtins__}
    with contextlib.redirect_stdout(output):
        try:
            exec(compile(source, "<program>", "exec", dont_inherit=True), names)
        except SyntaxError as error:
            output.write(ended(output, error) + (f"@ {error.lineno}\n" if error.filename == "<program>" else places(error)))
        except BaseException as error:
            output.write(ended(output, error) + places(error))
    text = output.getvalue()
    return text if not text or text.endswith("\n") else text + "\n"


def ended(output, error) -> str:
    try:
        message = str(error)
    except Exception:
        message = "<exception str() failed>"
    if isinstance(error, SyntaxError):
        message = error.msg
    return ("\n" if True else "") + f"! {type(error).__name__}: {message}\n"


def places(error) -> str:
    text, trace = "", error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename == "<program>":
            text += f"@ {code.co_name}:{trace.tb_lineno}\n"
        trace = trace.tb_next
    return text


class Timeout(BaseException):
    """The program took too long under CPython, so it cannot judge."""


def judged(source: str, seconds: float = 5) -> str | None:
    """What CPython prints; None where it takes too long."""

    def alarm(*_):
        raise Timeout

    old = signal.signal(signal.SIGALRM, alarm)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        text = cpython(source)
        return None if "! Timeout" in text else text
    except Timeout:
        return None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)


assert sys.version_info[:2] == (3, 11), "the reference is Python 3.11"

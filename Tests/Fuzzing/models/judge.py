"""What real Pydantic prints for a program, in the form of `python-runner`: each program runs in a process of its own."""
import contextlib
import io
import os
import signal
import sys
import types
import warnings

import email_validator  # noqa: F401
import pydantic
import pydantic.alias_generators  # noqa: F401
import pydantic.dataclasses  # noqa: F401
import pydantic.networks  # noqa: F401
import pydantic.types  # noqa: F401

assert pydantic.VERSION == "2.14.3" and sys.version_info[:2] == (3, 11), "the reference is Pydantic 2.14.3 on Python 3.11"


def judged(source: str, seconds: int = 10) -> str | None:
    """What the program prints; None where it takes too long, or ends the interpreter."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        signal.alarm(seconds)
        text = printed(source).encode("utf-8", "backslashreplace")
        with os.fdopen(writing, "wb") as output:
            output.write(text)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as output:
        text = output.read()
    _, status = os.waitpid(child, 0)
    return text.decode("utf-8") if status == 0 else None


def printed(source: str) -> str:
    warnings.simplefilter("ignore")
    output = io.StringIO()
    module = types.ModuleType("__main__")
    # Forward references are looked up in the module by its name.
    sys.modules["__main__"] = module
    with contextlib.redirect_stdout(output):
        try:
            exec(compile(source, "<program>", "exec", dont_inherit=True), module.__dict__)
        except BaseException as error:
            print(f"\n! {type(error).__name__}: {error}")
    return output.getvalue()

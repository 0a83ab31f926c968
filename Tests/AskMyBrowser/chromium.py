"""Drives a headless Chromium by the DevTools protocol over a pair of pipes; the standard library only."""

import fcntl
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

FLAGS = [
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-proxy-server",
]


class Failure(Exception):
    """The browser did not do what it was told."""


class Chromium:
    """One browser with one page."""

    profile_name = "chromium"

    def __init__(self, binary):
        self.profile = tempfile.mkdtemp(prefix="ask-my-browser-")
        from_us, self.writer = os.pipe()
        self.reader, to_us = os.pipe()
        # Chromium reads commands from descriptor 3 and writes to 4; both are first moved out of the way of these numbers.
        commands, answers = (fcntl.fcntl(end, fcntl.F_DUPFD, 20) for end in (from_us, to_us))

        def place():
            os.dup2(commands, 3)
            os.dup2(answers, 4)

        log = open(os.path.join(self.profile, "log"), "wb")
        self.process = subprocess.Popen(
            [binary, *FLAGS, f"--user-data-dir={self.profile}/data", "about:blank"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            preexec_fn=place,
            pass_fds=(3, 4),
        )
        for end in (from_us, to_us, commands, answers):
            os.close(end)
        self.number = 0
        self.buffer = b""
        self.version = self.command("Browser.getVersion")["product"]
        target = self.command("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.command("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.command("Page.enable", page=True)

    def command(self, method, page=False, **parameters):
        """Sends a command, to the page if said so, and gives its result."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if page:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.writer, data) :]
        deadline = time.monotonic() + 60
        while True:
            answer = self._read(deadline)
            if answer.get("id") != self.number:
                continue
            if "error" in answer:
                raise Failure(f"{method}: {answer['error']}")
            return answer["result"]

    def _read(self, deadline):
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.reader], [], [], max(0, deadline - time.monotonic()))
            if not ready:
                raise Failure("Chromium does not answer")
            data = os.read(self.reader, 1 << 16)
            if not data:
                raise Failure("Chromium has gone")
            self.buffer += data
        line, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(line)

    def clear_cookies(self):
        self.command("Storage.clearCookies")

    def evaluate(self, *statements):
        """The value of the last of some JavaScript expressions in the page."""
        script = ";".join(statements)
        result = self.command("Runtime.evaluate", page=True, expression=script, returnByValue=True)
        if "exceptionDetails" in result:
            raise Failure(f"{script}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def wait(self, expression):
        """Waits until the expression is something true, and gives that."""
        deadline = time.monotonic() + 40
        while time.monotonic() < deadline:
            value = self.evaluate(expression)
            if value:
                return value
            time.sleep(0.01)
        raise Failure(f"never came true: {expression}")

    def navigate(self, url):
        result = self.command("Page.navigate", page=True, url=url)
        if result.get("errorText"):
            raise Failure(f"{url}: {result['errorText']}")

    def close(self):
        try:
            self.command("Browser.close")
            self.process.wait(10)
        except (Failure, OSError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

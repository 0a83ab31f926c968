"""Drives a headless Firefox by its Marionette protocol (a length, a colon, a JSON list); the standard library only."""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time

from chromium import Failure

# Nothing is fetched from outside, and no page but ours is opened.
SETTINGS = {
    "app.normandy.enabled": False,
    "app.update.auto": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.security.https_first": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.proxy.type": 0,
    "services.settings.server": "data:,",
}


class Firefox:
    """One browser with one page."""

    profile_name = "firefox"

    def __init__(self, binary):
        self.folder = tempfile.mkdtemp(prefix="ask-my-browser-")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        with open(os.path.join(self.folder, "user.js"), "w") as file:
            for name, value in {**SETTINGS, "marionette.port": port}.items():
                file.write(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n")
        log = open(os.path.join(self.folder, "log"), "wb")
        self.process = subprocess.Popen(
            [
                binary,
                "--headless",
                "--marionette",
                "--remote-allow-system-access",
                "--no-remote",
                "--profile",
                self.folder,
                "about:blank",
            ],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env={**os.environ, "HOME": self.folder, "MOZ_HEADLESS": "1", "MOZ_CRASHREPORTER_DISABLE": "1"},
        )
        self.socket = self._connect(port)
        self.number = 0
        self.buffer = b""
        self._read()
        session = self.command("WebDriver:NewSession", capabilities={"alwaysMatch": {}})
        self.version = "Firefox/" + session["capabilities"]["browserVersion"]

    def _connect(self, port):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise Failure("Firefox has gone")
            try:
                connection = socket.create_connection(("127.0.0.1", port), timeout=1)
                connection.settimeout(60)
                return connection
            except OSError:
                time.sleep(0.05)
        raise Failure("Firefox does not listen")

    def command(self, method, **parameters):
        """Sends a command and gives its result."""
        self.number += 1
        data = json.dumps([0, self.number, method, parameters]).encode()
        self.socket.sendall(str(len(data)).encode() + b":" + data)
        while True:
            answer = self._read()
            if not isinstance(answer, list) or answer[1] != self.number:
                continue
            if answer[2]:
                raise Failure(f"{method}: {answer[2]}")
            return answer[3]

    def _take(self, enough):
        while not enough(self.buffer):
            data = self.socket.recv(1 << 16)
            if not data:
                raise Failure("Firefox has gone")
            self.buffer += data

    def _read(self):
        self._take(lambda buffer: b":" in buffer)
        length, self.buffer = self.buffer.split(b":", 1)
        self._take(lambda buffer: len(buffer) >= int(length))
        text, self.buffer = self.buffer[: int(length)], self.buffer[int(length) :]
        return json.loads(text)

    def clear_cookies(self):
        self.command("Marionette:SetContext", value="chrome")
        self.command("WebDriver:ExecuteScript", script="Services.cookies.removeAll();", args=[])
        self.command("Marionette:SetContext", value="content")

    def evaluate(self, *statements):
        """The value of the last of some JavaScript expressions in the page."""
        *first, last = statements
        script = "".join(statement + ";" for statement in first) + f"return ({last});"
        return self.command("WebDriver:ExecuteScript", script=script, args=[])["value"]

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
        self.command("WebDriver:Navigate", url=url)

    def close(self):
        try:
            self.command("Marionette:Quit", flags=["eForceQuit"])
            self.process.wait(10)
        except (Failure, OSError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        self.socket.close()
        shutil.rmtree(self.folder, ignore_errors=True)

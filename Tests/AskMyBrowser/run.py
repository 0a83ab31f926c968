"""Runs *ask my browser* for real: programs and origins, a headless Chromium or Firefox, and the page as people use it.

Fails where model and browser differ in anything, and where less was asked than should have been.

    python3 Tests/AskMyBrowser/run.py --headroom .build/release/headroom [--firefox /usr/bin/firefox]
"""

import argparse
import collections
import json
import os
import queue
import shutil
import subprocess
import sys
import threading
import time

import chromium
import firefox
from questions import QUESTIONS

HERE = os.path.dirname(os.path.abspath(__file__))
# What must have been seen at least, so that a page that asks nothing cannot pass.
LEAST = {"combinations": 100, "resolved": 60, "rejected": 40, "preflights": 15, "redirected": 10, "exposed": 20}
ORIGINS = {"same-site": "http://127.0.0.1:", "cross-site": "http://localhost:", "opaque": "null"}
SAFELISTED = {
    "cache-control",
    "content-language",
    "content-length",
    "content-type",
    "expires",
    "last-modified",
    "pragma",
}


class Program:
    """`headroom serve --ask` of one program."""

    def __init__(self, headroom, name):
        path = os.path.join(HERE, "programs", name + ".py")
        self.process = subprocess.Popen(
            [headroom, "serve", path, "--port", "0", "--ask", "--json"],
            stdout=subprocess.PIPE,
            text=True,
        )
        self.lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self.address = self._line("headroom: ask on ")

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))
        self.lines.put(None)

    def _line(self, start):
        deadline = time.monotonic() + 60
        while True:
            line = self.lines.get(timeout=max(0.01, deadline - time.monotonic()))
            if line is None:
                raise SystemExit(f"headroom ended without a line that begins with {start!r}")
            if line.startswith(start):
                return line[len(start) :]

    def comparison(self):
        return json.loads("{" + self._line("{"))

    def close(self):
        self.process.kill()
        self.process.wait()


def ask(browser, program, question):
    """Fills in the page's form, presses its button, and gives what headroom and the page say."""
    browser.clear_cookies()
    fill = [f"document.getElementById({json.dumps(name)}).value = {json.dumps(value)}" for name, value in question.items()]
    browser.evaluate(*fill, "document.getElementById('run').click()", "document.body.dataset.state")
    state = browser.wait("['done', 'failed'].includes(document.body.dataset.state) && document.body.dataset.state")
    status = browser.evaluate("document.getElementById('status').textContent")
    if state != "done":
        raise SystemExit(f"{question}: {status}")
    rows = browser.evaluate("[...document.querySelectorAll('#compared tr')].map((row) => row.className)")
    return program.comparison(), status, rows


def problems(comparison, status, rows, origin, profile):
    """What is wrong with one answer."""
    found = [
        f"{row['name']}: model {row['model']!r}, browser {row['browser']!r}"
        for row in comparison["rows"]
        if row["state"] != "same"
    ]
    if comparison["modelHeaders"] != comparison["browser"]["headers"]:
        found.append(f"headers: model {comparison['modelHeaders']}, browser {comparison['browser']['headers']}")
    if not comparison["page"].startswith(ORIGINS[origin]):
        found.append(f"the page was of {comparison['page']}, not {ORIGINS[origin]}")
    if comparison["profile"] != profile:
        found.append(f"the profile was {comparison['profile']}")
    if rows != [row["state"] for row in comparison["rows"]] or ("agree" in status) != (not found):
        found.append(f"the page says otherwise: {status} {rows}")
    return found


def count(seen, comparison):
    browser = comparison["browser"]
    seen["combinations"] += 1
    seen[browser["outcome"]] += 1
    seen["preflights"] += any(row["browser"].startswith("OPTIONS") for row in comparison["rows"])
    seen["redirected"] += bool(browser.get("redirected"))
    seen["exposed"] += any(name not in SAFELISTED for name, _ in browser["headers"])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--headroom", required=True)
    parser.add_argument("--chromium", default=shutil.which("chromium") or "chromium")
    parser.add_argument("--firefox", help="the Firefox to ask, in place of Chromium")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    began = time.monotonic()
    browser = firefox.Firefox(options.firefox) if options.firefox else chromium.Chromium(options.chromium)
    seen, failures = collections.Counter(), 0
    try:
        for name, questions in QUESTIONS.items():
            program = Program(options.headroom, name)
            try:
                link = program.address
                for origin in ORIGINS:
                    browser.navigate(link)
                    browser.wait("document.body?.dataset.state === 'ready'")
                    browser.navigate(browser.evaluate(f"document.getElementById({json.dumps(origin)}).href"))
                    page = json.dumps(ORIGINS[origin])
                    browser.wait(f"document.body?.dataset.state === 'ready' && self.origin.startsWith({page})")
                    for question in questions:
                        comparison, status, rows = ask(browser, program, question)
                        count(seen, comparison)
                        found = problems(comparison, status, rows, origin, browser.profile_name)
                        title = f"{name} {origin} {question['method']} {question['target']} {question['credentials']}"
                        if options.verbose or found:
                            print(("FAIL " if found else "ok   ") + title)
                        for problem in found:
                            print("     " + problem)
                        failures += bool(found)
                    link = browser.evaluate("document.getElementById('same-site').href")
            finally:
                program.close()
    finally:
        browser.close()
    print(f"{browser.version}: {dict(seen)}, {failures} differ, {time.monotonic() - began:.1f} s")
    missing = {key: (seen[key], least) for key, least in LEAST.items() if seen[key] < least}
    if missing:
        print(f"too little was seen (what, least): {missing}")
    return 1 if failures or missing else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Compares `headroom cors` with what a real browser did.

  judge.py --headroom BINARY --profile chromium|firefox [--block-third-party-cookies] TRUTH.json.gz COMPARE_FOLDER

TRUTH is a table of CORS scenarios, compared by compare.py of COMPARE_FOLDER, or one of cookie scenarios, compared by the cookies
stored, sent and visible to document.cookie in every step. The console's messages and the errors' texts are compared too.
Exit status 1 if anything differs; the first differences are printed (all with --all).
"""
import argparse, collections, gzip, json, re, subprocess, sys, tempfile, time

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--headroom", required=True)
parser.add_argument("--profile", required=True, choices=["chromium", "firefox"])
parser.add_argument("--block-third-party-cookies", action="store_true")
parser.add_argument("--all", action="store_true")
parser.add_argument("truth")
parser.add_argument("compare")
args = parser.parse_args()
sys.path.insert(0, args.compare)
from compare import diff, verdicts

rows = json.load(gzip.open(args.truth))
variant = args.profile + ("_3pc_blocked" if args.block_third_party_cookies else "")
is_about_cookies = "summary" in rows[0]
command = [args.headroom, "cors", "--profile", args.profile, "--json"]
if args.block_third_party_cookies:
    command.append("--block-third-party-cookies")
with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
    json.dump([{**row["scenario"], "id": row["id"]} for row in rows], file)
    file.flush()
    started = time.monotonic()
    said = subprocess.run([*command, file.name], stdout=subprocess.PIPE)
    seconds = time.monotonic() - started
if said.returncode != 0:
    sys.exit(f"headroom cors ended with {said.returncode}")
results = json.loads(said.stdout)
if [result["id"] for result in results] != [row["id"] for row in rows]:
    sys.exit("the results are not aligned with the scenarios")


def steps(result):
    return [result, *result.get("then", [])]


def arrived(step):
    """The requests of a step without the repeats that Firefox makes of one that got no answer."""
    kept = []
    for request in step["reached"]:
        last = kept[-1] if kept else None
        if last is None or last["answered"] is not None or any(request[k] != last[k] for k in ("kind", "method", "url")):
            kept.append(request)
    return kept


def settle_lifetimes(row, real, ours):
    """Makes lifetimes equal that differ only by when a table was recorded, or by the seconds that a slow recording takes.

    The model begins every scenario on 2026-11-23, the day of the truth tables; dates of Expires are nearer for a table made later.
    """
    if "recorded" not in row:
        return
    shift = row["recorded"] - 1795392000
    for a, b in zip(steps(real), steps(ours)):
        for x, y in zip(a.get("cookies_stored") or [], b.get("cookies_stored") or []):
            if x["lifetime_s"] is not None and y.get("lifetime_s") is not None:
                if min(abs(x["lifetime_s"] - y["lifetime_s"] + d) for d in (0, shift)) <= 900:
                    x["lifetime_s"] = y["lifetime_s"]


def cookies(result):
    found = []
    for step in steps(result):
        sent = [[v for n, v in request["headers"] if n.lower() == "cookie"] for request in arrived(step)]
        stored = step.get("cookies_stored")
        found.append({
            "document_cookie": step["document_cookie"], "sent": sent,
            "stored": None if stored is None else [
                [c.get(k) for k in ("name", "value", "domain", "path", "httpOnly", "secure", "sameSite", "lifetime_s")] for c in stored],
        })
    return found


ADDRESS = re.compile(r"https?://[a-z0-9.]+\.example(?::\d+)?/(?:[a-z]+/)*([A-Za-z0-9_-]+)(?:\.\d+)?(\?\w+)?")
NAMELESS = re.compile(r"\{[0-9a-f-]{36}\}")
FIELD = re.compile(r"(Request header field )\S+( is not allowed)")


def belongs(message, key):
    """Whether the recorder could tell that Firefox's message is about this scenario: it goes by the first address in the text."""
    match = ADDRESS.search(message[1])
    return match is None or match.group(1) + (match.group(2) or "") == key


def chromium_attributed(messages, result, key):
    """What the recorder could tell to be about this scenario: it goes by the last part of the address."""
    def is_elsewhere(address):
        name, _, query = address.rsplit("/", 1)[-1].partition("?")
        return name.partition(".")[0] + (query and "?" + query) != key

    address = result.get("url") or (result["reached"][-1]["url"] if result["reached"] else None)
    kept, elsewhere = [], address is not None and is_elsewhere(address)
    for message in messages:
        addresses = [a for a in re.findall(r"'(http[^' ]*)'", message) if "/__" not in a and a.count("/") >= 3]
        if addresses:
            elsewhere = is_elsewhere(addresses[0])
        if not elsewhere:
            kept.append(message)
    return kept


def console(result, row, ours):
    """Messages by step, where the recorder could attribute them.

    The identity of opaque pages is left out, and so is the header field that Chromium names: of several that are not allowed it is
    the first in a hash table.
    """
    found = []
    queries = ["", *[step.get("query", "") for step in row["scenario"].get("then", [])]]
    for step, query in zip(steps(result), queries):
        messages = (step.get("devtools") or {}).get("console", [])
        if args.profile == "firefox":
            messages = [[m[0], NAMELESS.sub("{}", m[1])] for m in messages if not ours or belongs(m, row["id"] + query)]
            # Those about cookies come from another process, sooner or later than the others.
            messages.sort(key=lambda m: m[0].startswith("cookie"), reverse=True)
        else:
            messages = [FIELD.sub(r"\1…\2", m) for m in messages]
            if ours:
                messages = chromium_attributed(messages, step, row["id"] + query)
        found.append(messages)
    return found


def reasons(result):
    """Chromium's reasons for cookies that it did not store or send."""
    found = []
    for step in steps(result):
        tools = step.get("devtools") or {}
        found.append([[b["reasons"] for b in tools.get("set_cookie_blocked", [])],
                      [[c["hop"], c["name"], c["blocked"]] for c in tools.get("request_cookies", [])]])
    return found


differing = collections.defaultdict(list)
for row, result in zip(rows, results):
    real = row[variant]
    if is_about_cookies:
        settle_lifetimes(row, real, result)
        a, b = cookies(real), cookies(result)
        if a != b:
            fields = [f"{i}.{k}" for i, (x, y) in enumerate(zip(a, b)) for k in x if x[k] != y[k]]
            differing["cookies"].append((row["id"], fields, a, b))
        if args.profile == "chromium" and reasons(real) != reasons(result):
            differing["cookie reasons"].append((row["id"], "", reasons(real), reasons(result)))
    fields = diff(verdicts(real), verdicts(result))
    if fields:
        differing["verdicts"].append((row["id"], fields, "", ""))
    a, b = console(real, row, False), console(result, row, True)
    if a != b:
        differing["console"].append((row["id"], "", a, b))
    a, b = ([step.get("error") for step in steps(r)] for r in (real, result))
    if a != b:
        differing["errors"].append((row["id"], "", a, b))

for kind in ["verdicts", "errors", "console"] + (["cookies"] if is_about_cookies else []) + (
        ["cookie reasons"] if is_about_cookies and args.profile == "chromium" else []):
    print(f"{variant}: {kind} of {len(rows) - len(differing[kind])} of {len(rows)} scenarios equal")
    for identifier, fields, real, ours in differing[kind][: None if args.all else 5]:
        print("  differs:", identifier, fields, *([f"\n    real {real}\n    ours {ours}"] if real or ours else []))
print(f"{len(rows)} scenarios in {seconds:.2f} s")
sys.exit(1 if any(differing.values()) else 0)

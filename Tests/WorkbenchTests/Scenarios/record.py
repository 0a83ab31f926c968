#!/usr/bin/env python3
"""Writes Fixtures/browsers.jsonl and Fixtures/cookies.jsonl: what real Chromium and Firefox did, for the tests beside this file.

  record.py CORS-TABLE.json.gz COOKIE-TABLE.json.gz COMPARE_FOLDER

The tables hold scenarios and results; COMPARE_FOLDER holds compare.py, which reduces a result to its comparable core.
Of each family of CORS scenarios at most 9 are kept, those first in which an engine departs from the standard. Of the cookie scenarios
those are kept that only differ in page, scheme, cookies before and cookies set: a row names these and what came of them, for a browser
that is not named the same as in Chromium.
"""
import gzip, json, pathlib, sys

cors_table, cookie_table, folder = sys.argv[1:4]
sys.path.insert(0, folder)
from compare import verdicts

here = pathlib.Path(__file__).parent / "Fixtures"


def lean(value):
    """Leaves out what the scenario's and the core's readers take for granted."""
    if isinstance(value, dict):
        return {k: lean(v) for k, v in value.items() if v not in (None, []) and (v != "" or k == "method")}
    return [lean(v) for v in value] if isinstance(value, list) else value


def leaves(scenario):
    """Whether a redirect leads to a URL by which the recorder could not tell the scenario: it missed messages about it."""
    headers = (scenario["server"]["actual"] or {}).get("headers", [])
    return any(n.lower() == "location" and v in ("/x", "?q") for n, v in headers)


def console(result):
    """Messages of all steps, but those that name an opaque page by its identity, which is new each time."""
    kept = []
    for step in [result, *result.get("then", [])]:
        for message in (step.get("devtools") or {}).get("console", []):
            text = message[1] if isinstance(message, list) else message
            if "nullprincipal" not in text:
                kept.append(message if isinstance(message, list) else ["", message])
    return kept


def write(name, rows):
    with open(here / name, "w") as out:
        for row in rows:
            out.write(json.dumps(row, separators=(",", ":"), ensure_ascii=False) + "\n")


families = {}
for row in json.load(gzip.open(cors_table)):
    families.setdefault(row["id"].rsplit("-", 1)[0], []).append(row)
rows = []
for family in sorted(families):
    for row in sorted(families[family], key=lambda r: not any(r["deviations"].values()))[:9]:
        line = {"scenario": lean({**row["scenario"], "id": row["id"]})}
        for engine in ("chromium", "firefox"):
            line[engine] = {"steps": lean(verdicts(row[engine]))}
            if not leaves(row["scenario"]):
                line[engine]["console"] = console(row[engine])
        rows.append(line)
write("browsers.jsonl", rows)


def template(scenario):
    """The scenario made of page, scheme, prefix, jar and Set-Cookie lines alone, as CookieScenarioTests makes it."""
    lines = [["Set-Cookie", v] for n, v in scenario["server"]["actual"]["headers"] if n == "Set-Cookie"]
    allowed = [["Access-Control-Allow-Origin", scenario["origin"]], ["Access-Control-Allow-Credentials", "true"]]
    request = {"method": "GET", "headers": [], "mode": "cors", "credentials": "include", "redirect": "follow", "body": None}
    probe = {"preflight": None, "actual": {"status": 200, "headers": allowed, "body": "probe"}}
    return {
        **{k: scenario[k] for k in ("page", "scheme", "page_scheme", "path_prefix", "jar", "url", "origin") if k in scenario},
        "request": request,
        "server": {"preflight": scenario["server"]["preflight"], "actual": {"status": 200, "headers": allowed + lines, "body": "hello"}},
        "then": [{"query": "?back", "request": request, "server": probe},
                 {"query": "?first", "page": "same-origin", "page_scheme": scenario["scheme"], "request": request, "server": probe}],
    }


def facts(result):
    steps = [result, *result["then"]]
    return lean({
        "stored": [[c["name"], c["value"], c["domain"], c["path"], c["sameSite"] or "", c["lifetime_s"] or 0]
                   for c in result["cookies_stored"]],
        "sent": [[v for q in step["reached"] for n, v in q["headers"] if n.lower() == "cookie"] for step in steps],
        "document": [step["document_cookie"] or "" for step in steps],
        "console": console(result),
    })


rows, kept = [], {}
for row in json.load(gzip.open(cookie_table)):
    scenario = row["scenario"]
    family = row["id"].rsplit("-", 1)[0]
    if template(scenario) != scenario or len(json.dumps(scenario)) > 3500 or kept.get(family, 0) >= 36:
        continue
    kept[family] = kept.get(family, 0) + 1
    lines = [v for n, v in scenario["server"]["actual"]["headers"] if n == "Set-Cookie"]
    found = {name: facts(row[key]) for name, key in
             [("chromium", "chromium"), ("blocked", "chromium_3pc_blocked"), ("firefox", "firefox")]}
    found = {name: fact for name, fact in found.items() if name == "chromium" or fact != found["chromium"]}
    shown = {k: scenario[k] for k in ("page", "scheme", "page_scheme", "path_prefix", "jar") if scenario.get(k)}
    rows.append({"id": row["id"], **shown, "set": lines, **found})
write("cookies.jsonl", rows)

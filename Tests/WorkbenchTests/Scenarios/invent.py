#!/usr/bin/env python3
"""Invents scenarios of the kinds of a truth table, and records what real browsers do in them, for judge.py.

  invent.py --oracle FOLDER --seed N --count N [--ip 127.77.0.9] TRUTH.json.gz OUT.json.gz

FOLDER has oracle.py and what it imports. Each new scenario is one of the table's with a few things changed: page, schemes, mode,
credentials, redirect mode, method, headers of the request, and lines, values and statuses of the answers. Needs root, Chromium
and Firefox, as oracle.py does.
"""
import argparse, asyncio, copy, json, random, sys, time

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--oracle", required=True)
parser.add_argument("--seed", type=int, required=True)
parser.add_argument("--count", type=int, required=True)
parser.add_argument("--ip", default="127.77.0.9")
parser.add_argument("truth")
parser.add_argument("out")
args = parser.parse_args()
sys.dont_write_bytecode = True
sys.path.insert(0, args.oracle)
import oracle, topology

rng = random.Random(args.seed)
rows = oracle.load(args.truth)
ABOUT_COOKIES = "summary" in rows[0]
PAGES = list(topology.PAGES)
PIECES = [",", ", ", ";", " ", "\t", "*", '"', "x", "X-One", "null", "true", "/", ":", "=", "%20", "\u00e9", "0", "-", "http", "'", "a,b"]


def family(row):
    return row["id"].rsplit("-", 1)[0]


def servers(scenario):
    """Every server of a scenario, those of further steps too."""
    found = list(topology.hops(scenario))
    for step in scenario.get("then", []):
        if step.get("server"):
            found += topology.hops(step)
    return found


def replies(scenario):
    return [reply for server in servers(scenario) for reply in (server.get("preflight"), server.get("actual")) if reply]


def symbolic(row):
    """The scenario of a row with its literal origins and addresses made placeholders again."""
    scenario = copy.deepcopy(row["scenario"])
    scenario.pop("url", None)
    origin = scenario.pop("origin", None)
    page = topology.page_origin(scenario["page"], topology.schemes(scenario)[0])
    for owner in [scenario, *[step for step in scenario.get("then", []) if step.get("server")]]:
        for position, server in enumerate(topology.hops(owner)):
            for reply in (server.get("preflight"), server.get("actual")):
                for line in (reply or {}).get("headers", []):
                    if line[0].lower() == "location" and f"/{row['id']}.{position + 1}" in line[1]:
                        line[1] = "{{next}}" if "://" in line[1] else line[1]
                    elif line[1] == origin:
                        line[1] = "{{origin}}"
                    elif page in line[1] and line[0].lower() != "set-cookie":
                        line[1] = line[1].replace(page, "{{page_origin}}")
    return scenario


pool = {}
request_pool, method_pool, status_pool = [], [], []
for row in rows:
    shape = symbolic(row)
    request_pool += shape["request"].get("headers") or []
    method_pool.append(shape["request"]["method"])
    for reply in replies(shape):
        status_pool.append(reply.get("status", 200))
        for name, value in reply.get("headers", []):
            if name.lower() != "location":
                pool.setdefault(name.lower(), []).append([name, value])
method_pool, status_pool = sorted(set(method_pool)), sorted(set(status_pool))


def fuzzed(text):
    """A text with one small change."""
    place = rng.randint(0, len(text))
    choice = rng.randrange(7)
    if choice == 0:
        return text[:place] + rng.choice(PIECES) + text[place:]
    if choice == 1:
        return text[:place] + text[place + 1:]
    if choice == 2:
        return text.swapcase()
    if choice == 3:
        return text + rng.choice([",", ";", ", "]) + rng.choice(PIECES)
    if choice == 4:
        return rng.choice([" ", "\t", ""]) + text + rng.choice([" ", "\t", ""])
    if choice == 5:
        return text[:place] + rng.choice(PIECES) + text[place + 1:]
    return text * 2 if len(text) < 60 else text[: len(text) // 2]


def change_page(scenario):
    scenario["page"] = rng.choice(PAGES)


def change_scheme(scenario):
    scenario["scheme"] = rng.choice(["http", "https"])
    scenario.pop("page_scheme", None)
    if rng.random() < 0.4:
        scenario["page_scheme"] = rng.choice(["http", "https"])


def change_mode(scenario):
    scenario["request"]["mode"] = rng.choice(["cors", "cors", "no-cors", "same-origin"])


def change_credentials(scenario):
    scenario["request"]["credentials"] = rng.choice(["omit", "same-origin", "include"])


def change_redirect(scenario):
    scenario["request"]["redirect"] = rng.choice(["follow", "error", "manual"])


def change_method(scenario):
    request = scenario["request"]
    request["method"] = rng.choice(method_pool)
    if request["method"].upper() in ("GET", "HEAD"):
        request["body"] = None


def change_body(scenario):
    request = scenario["request"]
    if request["method"].upper() not in ("GET", "HEAD"):
        request["body"] = rng.choice([None, "", "a=1", "{}"])


def change_request_header(scenario):
    lines = scenario["request"].setdefault("headers", [])
    choice = rng.randrange(4)
    if lines and choice == 0:
        lines.pop(rng.randrange(len(lines)))
    elif lines and choice == 1:
        line = rng.choice(lines)
        lines.append([rng.choice([line[0], line[0].swapcase()]), fuzzed(line[1])])
    elif lines and choice == 2:
        line = rng.choice(lines)
        line[1] = fuzzed(line[1])
    else:
        lines.append(list(rng.choice(request_pool)))


def change_status(scenario):
    reply = rng.choice(replies(scenario) or [None])
    if reply and not (300 <= reply.get("status", 200) < 400 and scenario["server"].get("next") and rng.random() < 0.7):
        reply["status"] = rng.choice(status_pool + [200, 204, 301, 302, 303, 307, 308])


def change_reply_line(scenario):
    answers = [reply for reply in replies(scenario) if reply.get("headers")]
    if not answers:
        return
    lines = rng.choice(answers)["headers"]
    line = rng.choice(lines)
    name, choice = line[0].lower(), rng.randrange(6)
    if choice == 0:
        lines.remove(line)
    elif choice == 1 and name in pool:
        lines.insert(rng.randint(0, len(lines)), list(rng.choice(pool[name])))
    elif choice == 2 and name in pool:
        line[:] = rng.choice(pool[name])
    elif choice == 3:
        lines.append(list(rng.choice(pool[rng.choice(sorted(pool))])))
    else:
        line[1] = fuzzed(line[1])


def change_place(scenario):
    chain = [server for server in servers(scenario) if "at" in server]
    if chain:
        server = rng.choice(chain)
        server["at"] = rng.choice(list(topology.NEXT_HOSTS))
        if rng.random() < 0.2:
            server["scheme"] = rng.choice(["http", "https"])


def drop_answer(scenario):
    if rng.random() < 0.1:
        rng.choice(servers(scenario))[rng.choice(["preflight", "actual"])] = None


def allow_more(scenario):
    """Makes the answers generous, so that more scenarios get past the first check."""
    for reply in replies(scenario):
        names = {name.lower() for name, _ in reply.get("headers", [])}
        if "access-control-allow-origin" not in names:
            reply.setdefault("headers", []).append(["Access-Control-Allow-Origin", rng.choice(["{{origin}}", "*", "null"])])
        if "access-control-allow-credentials" not in names and rng.random() < 0.6:
            reply["headers"].append(["Access-Control-Allow-Credentials", "true"])


# Cookies

NAMES = ["c", "c", "d", "C", "", "__Host-c", "__Secure-c", "__Http-c", "__Host-Http-c", "__host-c", "c d", "\u00e9", "__Secure-", "c.x"]
VALUES = ["1", "1", "2", "", "a b", '"q"', "a=b", "a,b", "\u00e9", "x" * 60, "x" * 4095, "x" * 4096, "%20", "{}", "a\tb", "__Host-x=1"]
ATTRIBUTES = {
    "Secure": [None, None, None, "false", ""],
    "HttpOnly": [None, None, "0"],
    "Partitioned": [None, None, "x"],
    "SameSite": ["Lax", "Strict", "None", "None", "none", "LAX", "bogus", "", None, '"Lax"', " Lax ", "Lax,None"],
    "Path": ["/", "/", "/a", "/a/b", "/a/", "/b", "relative", "", None, " /", "/A", '"/"', "//", "/a%2Fb", "/\u00e9", "/a?b", "/a,b"],
    "Domain": ["shop.example", ".shop.example", "api.shop.example", "app.shop.example", "example", "other.example", "", None, "SHOP.example",
               "shop.example.", "..shop.example", "localhost", "127.77.0.1", "shop.example:80", " shop.example", "xshop.example", "p.example",
               "third.example", "cdn.third.example", "\u00e9.example", "%61pi.shop.example", "api.shop.example/", "sh op.example", "."],
    "Max-Age": ["0", "60", "-1", "+5", "", None, "1.5", "abc", " 60", "60 ", "3600s", "0x10", "99999999999", "9" * 25, "-", "00060", "6 0"],
    "Expires": ["Wed, 09 Jun 2100 10:18:14 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", "Wed, 09-Jun-2100 10:18:14", "09 Jun 2100 10:18:14",
                "Wed, 09 Jun 2027 10:18 GMT", "Jun 9 10:18:14 2027", "2027-06-09T10:18:14Z", "Sat, 31 Feb 2027 10:00:00 GMT", "",
                "Wed, 09 Jun 27 10:18:14 GMT", "Wed, 09 Jun 2027 24:00:00 GMT", "Wed, 09 Jun 2027 10:18:14 PST", "9 June 2027 1:2:3",
                "Wed, 9 Jun 2027 10:18:14 +0100", "Wed 09 Jun 2027 10:18:14", "09/06/2027 10:18:14", "tomorrow", "Wed, 09 Jun 1600 1:1:1",
                "Wed,09Jun2027 10:18:14", "Wed, 32 Jun 2027 10:18:14 GMT", "Wed, 09 Jun 2027 10:60:14 GMT", "Wed, 009 Jun 2027 1:1:1"],
    "Unknown": ["1", None],
}


def cookie_line():
    text = rng.choice(["", "", "", " "]) + rng.choice(NAMES) + rng.choice(["=", "=", "=", "=", "=", " = ", ""]) + rng.choice(VALUES)
    for name in rng.sample(sorted(ATTRIBUTES), rng.choice([0, 1, 1, 2, 2, 3, 4])):
        value = rng.choice(ATTRIBUTES[name])
        name = rng.choice([name, name, name, name.lower(), name.upper()])
        text += rng.choice(["; ", "; ", "; ", ";", " ;  "]) + name + ("" if value is None else rng.choice(["=", "=", "=", " = "]) + value)
    if rng.random() < 0.15:
        text = fuzzed(text)
    return text.replace("\r", "").replace("\n", "")


def change_cookie_line(scenario):
    setting = [line for reply in replies(scenario) for line in reply.get("headers", []) if line[0].lower() == "set-cookie"]
    if setting and rng.random() < 0.7:
        rng.choice(setting)[1] = cookie_line()
    else:
        answers = [reply for reply in replies(scenario) if "headers" in reply]
        if answers:
            rng.choice(answers)["headers"].append(["Set-Cookie", cookie_line()])


def change_jar(scenario):
    jar = scenario["jar"] = dict(scenario.get("jar") or {})
    scheme = rng.choice(["http", "https"])
    jar[scheme] = [*jar.get(scheme, []), cookie_line()]


def change_prefix(scenario):
    scenario["path_prefix"] = rng.choice(["", "/a", "/a/b", "/A", "/b"])


OPERATIONS = [change_page, change_scheme, change_mode, change_credentials, change_redirect, change_method, change_body,
              change_request_header, change_request_header, change_status, change_reply_line, change_reply_line, change_reply_line,
              change_reply_line, change_place, drop_answer, allow_more, allow_more]
COOKIE_OPERATIONS = [change_page, change_scheme, change_credentials, change_method, change_redirect, change_mode, change_place, change_status,
                     change_cookie_line, change_cookie_line, change_cookie_line, change_cookie_line, change_cookie_line, change_jar,
                     change_prefix]


def is_sendable(scenario):
    """Whether the recorder can play it: header lines must be sendable as they stand."""
    for reply in replies(scenario):
        for name, value in reply.get("headers", []):
            if any(c in name + value for c in "\r\n\0") or any(ord(c) > 255 for c in value):
                return False
    return all(ord(c) < 256 and c not in "\r\n\0" for lines in (scenario.get("jar") or {}).values() for line in lines for c in line)


families = sorted({family(row) for row in rows})
by_family = {name: [row for row in rows if family(row) == name] for name in families}
scenarios = []
while len(scenarios) < args.count:
    name = families[len(scenarios) % len(families)]
    if name == "maxage-wait":
        name = "random"  # it takes seconds
    scenario = symbolic(rng.choice(by_family[name]))
    scenario["id"] = f"{name}-{args.seed:04x}{len(scenarios):06x}"
    for operation in rng.choices(COOKIE_OPERATIONS if ABOUT_COOKIES else OPERATIONS, k=rng.choice([1, 2, 2, 3, 4])):
        operation(scenario)
    if is_sendable(scenario):
        scenarios.append(scenario)


def literal(scenario):
    """The scenario as truth tables hold it."""
    page_scheme, scheme = topology.schemes(scenario)
    return {**topology.expand(scenario), "url": topology.hop_url(scenario, 0),
            "origin": topology.serialized_origin(scenario["page"], page_scheme)}


async def record(browser, **options):
    results, info = await oracle.run(browser, scenarios, ip=args.ip, **options)
    print(json.dumps(info), file=sys.stderr)
    return results


recorded = int(time.time())
found = {"chromium": asyncio.run(record("chromium")), "firefox": asyncio.run(record("firefox"))}
if ABOUT_COOKIES:
    found["chromium_3pc_blocked"] = asyncio.run(record("chromium", third_party_cookies=False))
table = []
for position, scenario in enumerate(scenarios):
    row = {"id": scenario["id"], "recorded": recorded, "scenario": literal(scenario), **{variant: results[position] for variant, results in found.items()}}
    table.append({**row, "summary": {}} if ABOUT_COOKIES else row)
oracle.dump(table, args.out)

#!/usr/bin/env python3
"""Compares `headroom cors` with what a real browser did.

  judge.py --headroom BINARY --profile chromium|firefox TRUTH.json.gz COMPARE_FOLDER

Exit status 1 if a scenario differs among those that ask for readable header names on plain requests without redirects;
differences in the others are counted and printed.
"""
import argparse, collections, gzip, json, subprocess, sys, tempfile

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--headroom", required=True)
parser.add_argument("--profile", required=True, choices=["chromium", "firefox"])
parser.add_argument("truth")
parser.add_argument("compare")
args = parser.parse_args()
sys.path.insert(0, args.compare)
from compare import diff, verdicts

rows = json.load(gzip.open(args.truth))
with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
    json.dump([{**row["scenario"], "id": row["id"]} for row in rows], file)
    file.flush()
    said = subprocess.run([args.headroom, "cors", file.name, "--profile", args.profile, "--json"], stdout=subprocess.PIPE)
if said.returncode != 0:
    sys.exit(f"headroom cors ended with {said.returncode}")
results = {result["id"]: result for result in json.loads(said.stdout)}


def is_plain(scenario):
    hops = [scenario["server"]] + [step["server"] for step in scenario.get("then", []) if step.get("server")]
    return not any(hop.get("next") for hop in hops) and not any(
        300 <= (hop.get("actual") or {}).get("status", 200) < 400 for hop in hops)


plain = plain_bad = 0
families = collections.Counter()
for row in rows:
    found = diff(verdicts(row[args.profile]), verdicts(results[row["id"]]))
    plain += is_plain(row["scenario"])
    if found:
        families[row["id"].rsplit("-", 1)[0]] += 1
        if is_plain(row["scenario"]):
            plain_bad += 1
            print("differs:", row["id"], found)
print(f"{args.profile}: {len(rows) - sum(families.values())} of {len(rows)} scenarios equal; "
      f"without redirects {plain - plain_bad} of {plain}; differing families {dict(families)}")
sys.exit(1 if plain_bad else 0)

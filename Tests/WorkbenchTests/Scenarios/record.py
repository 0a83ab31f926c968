#!/usr/bin/env python3
"""Writes Fixtures/browsers.jsonl: scenarios with what real Chromium and Firefox did, for ScenarioRunnerTests.

  record.py TRUTH.json.gz COMPARE_FOLDER

TRUTH is a table of scenarios and results; COMPARE_FOLDER holds compare.py, which reduces a result to its comparable core.
At most 14 scenarios of each family are kept, those first in which an engine departs from the standard.
"""
import gzip, json, pathlib, sys

table, folder = sys.argv[1:3]
sys.path.insert(0, folder)
from compare import verdicts

families = {}
for row in json.load(gzip.open(table)):
    families.setdefault(row["id"].rsplit("-", 1)[0], []).append(row)
here = pathlib.Path(__file__).parent / "Fixtures"
with open(here / "browsers.jsonl", "w") as out:
    for family in sorted(families):
        rows = sorted(families[family], key=lambda r: not any(r["deviations"].values()))[:14]
        for row in rows:
            line = {"scenario": {**row["scenario"], "id": row["id"]}}
            for engine in ("chromium", "firefox"):
                line[engine] = verdicts(row[engine])
            out.write(json.dumps(line, separators=(",", ":")) + "\n")

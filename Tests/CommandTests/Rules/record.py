#!/usr/bin/env python3
"""Writes Programs/ and exchanges.jsonl: recorded answers of real FastAPI under uvicorn with httptools, one row an exchange.

  record.py EXPERIMENTS_FOLDER

The folder holds the experiments' modules (expNN_*.py) and what a real server sent for them (results/*.json). Their routes
that are made from text at run time are written out here as ordinary source, since a program has no `exec`.
"""
import ast
import json
import pathlib
import re
import sys
import textwrap

here = pathlib.Path(__file__).parent
LIMIT = 6000
# What makes routes out of text in each module; their cases are written out instead.
BUILDERS = {"exp02_cookies": {"ck"}, "exp05_returned": {"fcase"}, "exp06_serialization": {"v"}, "exp07_response_model": {"add"},
            "exp08_validation": {"cons"}, "exp09_exceptions": {"exc"}}
# Not part of the playground: security helpers, server-sent events, GZip, mounts, the generated pages, files on disk,
# limits of the size of bodies, infinities as JSON constants. Nor can a row
# stand that depends on the day (g18), on a file (g65), on where FastAPI is installed (dbg) or on the seed of str hashes.
OUTSIDE = re.compile(r"^(sec|gz|cors_gzip|gzip_cors|par|dbg|g18|g65)$")
SKIPPED_NAMES = re.compile(r"^(head_openapi|head_docs|sse|f_|openapi|docs|up_|gen_sse|allow_seed|set_seed|set_str|set_list|mount_|limit_|ser_config)")
OUTSIDE_NAMES = {"GZipMiddleware", "EventSourceResponse", "ServerSentEvent", "HTTPBearer", "HTTPBasic", "HTTPDigest", "APIKeyHeader",
                 "OAuth2PasswordBearer", "StaticFiles", "UploadFile", "add_gzip", "os", "D"}
MODULES = ["exp01_temporal", "exp02_cookies", "exp03_status", "exp04_dependencies", "exp05_returned", "exp06_serialization",
           "exp07_response_model", "exp08_validation", "exp09_exceptions", "exp10_cors", "exp12_gotchas", "exp13_misc"]


def path_of(case):
    return case["request"][0].split(" ")[1].split("?")[0].split("#")[0]


def identifier(name):
    return "route_" + re.sub(r"\W", "_", name)


def written_out(module, case, app):
    """The source of a route that its module makes from text; None where the module's own source has it."""
    code, name, path = case["code"] or "", case["name"], path_of(case)
    if module == "exp02_cookies":
        return f'@app.get("{path}")\nasync def {identifier(name)}(response: Response):\n' + textwrap.indent(code, "    ") + "\n    return None\n"
    if module == "exp06_serialization" and not code.startswith("@"):
        kind = re.search(r"\[(.*)\] path (\w)$", case["note"][case["note"].rfind("  [") :], re.S)
        if kind is None:
            return None
        model = {"n": "", "a": f", response_model={kind[1]}", "j": f", response_model={kind[1]}, response_class=JSONResponse",
                 "y": ", response_model=Any"}[kind[2]]
        return f'@app.get("{path}"{model})\nasync def {identifier(name)}():\n    return {code}\n'
    if module == "exp07_response_model" and re.match(r"@app\.get\('", code):
        return code
    if module == "exp08_validation" and path.startswith("/c/"):
        return f'@app.get("{path}")\n{code}\n'
    if module == "exp09_exceptions" and re.match(r"async def \w+\(response: Response\):\n    response.headers\['x-a'\]", code):
        return f'@app.get("{path}", dependencies=[Depends(dep)])\n{code}'
    return None


def names_in(node):
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}


def is_scaffold(node, module):
    """Statements that only build the list of cases, or routes from text, and those that use what is not part of the playground."""
    builders = BUILDERS.get(module, set())
    if names_in(node) & OUTSIDE_NAMES:
        return True
    if isinstance(node, ast.ImportFrom) and node.module in ("harness", "fastapi.sse", "fastapi.security", "fastapi.middleware.gzip"):
        return True
    if isinstance(node, ast.FunctionDef) and (node.name in builders | {"case"}):
        return True
    if isinstance(node, (ast.Assign, ast.AnnAssign, ast.For, ast.Expr)) and names_in(node) & {"CASES", "VALUES", "NS", "SRC"}:
        return True
    if isinstance(node, ast.If) and "__name__" in ast.unparse(node.test):
        return True
    calls = {n.func.id for n in ast.walk(node) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
    if isinstance(node, ast.Expr) and calls & (builders | {"case"}):
        return True
    if isinstance(node, ast.For):
        if calls & builders - {"case"}:
            return True
        body = [n for n in node.body if not is_scaffold(n, module)]
        return not body
    return isinstance(node, ast.FunctionDef) and node.name == "rawcase"


def source(folder, module):
    """The module without its scaffold."""
    text = (folder / f"{module}.py").read_text()
    lines = text.split("\n")
    keep = []
    tree = ast.parse(text)
    for node in tree.body:
        start = min([node.lineno] + [d.lineno for d in getattr(node, "decorator_list", [])])
        if is_scaffold(node, module):
            continue
        if isinstance(node, ast.ImportFrom):
            names = [a for a in node.names if a.name not in ("EventSourceResponse",)]
            keep.append(f"from {node.module} import " + ", ".join(a.name + (f" as {a.asname}" if a.asname else "") for a in names))
        elif isinstance(node, ast.For):
            body = [n for n in node.body if not is_scaffold(n, module)]
            head = "\n".join(lines[start - 1 : node.body[0].lineno - 1])
            keep.append(head + "\n" + textwrap.indent("\n".join(ast.unparse(n) for n in body), "    "))
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        else:
            keep.append("\n".join(lines[start - 1 : node.end_lineno]))
    text = "\n".join(keep) + "\n"
    used = {name for name in ("case", "req", "js") if re.search(rf"\b{name}\(", text)}
    stubs = "".join(f'def {name}(*arguments, **options):\n    return b""\n\n\n' for name in sorted(used))
    return stubs + text


def programs(folder, module, cases):
    """Pairs of a program's name and text, with its cases."""
    if module == "exp12_gotchas":
        imports = re.search(r'IMPORTS = """(.*?)"""', (folder / f"{module}.py").read_text(), re.S)[1]
        groups = {}
        for case in cases:
            groups.setdefault(case["app"], []).append(case)
        for app, rows in groups.items():
            code = rows[0]["code"].strip("\n")
            yield f"gotcha_{app}", imports + ("" if "app = FastAPI(" in code else "app = FastAPI()\n") + code + "\n", rows
        return
    base = source(folder, module)
    if module == "exp06_serialization":
        base += "D = decimal.Decimal\n\n\n"  # a name of the expressions that stand in the cases
    extra, seen = [], set()
    for case in cases:
        made = written_out(module, case, case["app"]) if "import-time error" not in (case["note"] or "") else None
        if made and path_of(case) not in seen:
            seen.add(path_of(case))
            extra.append(made)
    groups = {}
    for case in cases:
        groups.setdefault(case["app"], []).append(case)
    for app, rows in groups.items():
        # The test serves another application of the same text under the name `app`.
        yield module[6:], base + "\n".join(extra), rows


def main():
    folder = pathlib.Path(sys.argv[1])
    (here / "Programs").mkdir(exist_ok=True)
    rows = []
    for module in MODULES:
        cases = json.loads((folder / "results" / f"{module}.json").read_text())["cases"]
        cases = [c for c in cases if not c["args"] and c["result"].get("httptools") and not OUTSIDE.match(c["app"])]
        for name, text, group in programs(folder, module, cases):
            kept = []
            for case in group:
                answer = case["result"]["httptools"]
                if SKIPPED_NAMES.match(case["name"]) or "import-time error" in (case["note"] or "") or '"startup"' in answer["raw"]:
                    continue
                if len("".join(case["request"])) > LIMIT or len(answer["raw"]) > LIMIT or "bytes>" in "".join(case["request"]):
                    continue
                kept.append({"program": name, "app": "app" if name.startswith("gotcha_") else case["app"], "name": case["name"], "note": case["note"] or "", "request": case["request"],
                             "answer": answer["raw"], "closed": answer["closed"]})
            if kept:
                (here / "Programs" / f"{name}.py").write_text(text)
                rows += kept
    with open(here / "exchanges.jsonl", "w") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=True, separators=(",", ":")) + "\n")
    print(len(rows), "exchanges")


main()

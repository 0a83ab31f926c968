#!/usr/bin/env python3
"""Writes Rules/*.py and Fixtures/rules.jsonl from recorded experiments: `record-rules.py FOLDER`, where FOLDER holds expNN_*.py and results/.

An experiment defines applications and cases; what is left here is the applications as plain programs, without `exec`, and for each
case the request and what uvicorn with httptools sent. Cases that are about the server alone are in LoopbackServerTests.
"""
import ast, builtins, json, pathlib, re, sys, textwrap, types, warnings

warnings.simplefilter("ignore")
here = pathlib.Path(__file__).parent
folder = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(folder))
import fastapi

MODULES = ["exp01_temporal", "exp02_cookies", "exp03_status", "exp04_dependencies", "exp05_returned", "exp08_validation",
           "exp09_exceptions", "exp10_cors", "exp12_gotchas", "exp13_misc"]
# Not part of the playground, or no rule of FastAPI's: a reason for each.
LEFT_OUT = {
    r"exp08_validation/\w+/(up_|mount_)": "uploads and mounts",
    r"exp08_validation/\w+/b_surr": "lone surrogates",
    r"exp09_exceptions/(dbg|gz|limit)/": "debug pages, GZip and limits of the body",
    r"exp10_cors/(cors_gzip|gzip_cors)/": "GZip",
    r"exp13_misc/\w+/(set_seed|head_|sec|mount)": "the order of a set, OpenAPI, security helpers and mounts",
    r"exp05_returned/\w+/gen_sse": "server-sent events",
    r"exp05_returned/\w+/(f_stat|f_range_multi|bare_memoryview)": "os.stat, a random boundary, memoryview",
    r"exp03_status/\w+/(unknown_method|lower_get)": "refused by the server",
    r"exp08_validation/\w+/q_str_frag": "a fragment, which the server takes off",
    r"exp08_validation/\w+/q_date(time)?_0[45]$": "dates of numbers, which are DataModels' own",
    r"exp12_gotchas/g65/": "a file that the program writes",
}
STUB = "CASES = []\ndef case(*a, **k): pass\ndef req(*a, **k): return b''\ndef js(*a, **k): return b''\n"
def names(statement):
    return {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}


def endpoint(name, code, methods):
    function = "c_" + re.sub(r"\W", "_", name)
    body = textwrap.indent(code, "    ")
    return f'async def {function}(response: Response):\n{body}\n    return None\napp.add_api_route("/{name}", {function}{methods})'


class Run:
    """An experiment that is run statement by statement, with what it compiled and which routes it added meanwhile."""

    def __init__(self, name):
        self.path = str(folder / f"{name}.py")
        module = types.ModuleType(name)
        module.__file__ = self.path
        sys.modules[name] = module
        self.space = module.__dict__
        self.space["exec"], self.space["compile"] = self.exec, self.compile
        self.texts, self.compiled, self.routes = [], {}, []

    def compile(self, text, *rest, **options):
        code = builtins.compile(text, *rest, **options)
        if isinstance(text, str):
            self.compiled[id(code)] = (text, code)
        return code

    def exec(self, code, *spaces):
        text = code if isinstance(code, str) else self.compiled.get(id(code), (None,))[0]
        if text is not None:
            self.texts.append(text)
        builtins.exec(code, *(spaces or (self.space,)))

    def step(self, statement):
        self.texts, self.routes = [], []
        original = fastapi.FastAPI.add_api_route

        def add_api_route(app, path, function, **options):
            self.routes.append((app, path, function, options))
            return original(app, path, function, **options)
        fastapi.FastAPI.add_api_route = add_api_route
        try:
            builtins.exec(builtins.compile(ast.Module([statement], []), self.path, "exec"), self.space)
        finally:
            fastapi.FastAPI.add_api_route = original


def flatten(name):
    """The source of an experiment without harness and cases; text that it compiled stands in it as code."""
    run = Run(name)
    source = (folder / f"{name}.py").read_text()
    lines = source.split("\n")
    out, helpers = [], {"case"}
    for statement in ast.parse(source).body:
        if isinstance(statement, ast.If) and "__name__" in ast.unparse(statement.test):
            continue
        before = len(run.space.get("CASES", []))
        run.step(statement)
        first = min([statement.lineno] + [d.lineno for d in getattr(statement, "decorator_list", [])])
        text = "\n".join(lines[first - 1:statement.end_lineno])
        used = names(statement)
        bookkeeping = used & (helpers | {"CASES", "req", "js"})
        if used & {"ck", "fcase"} and not isinstance(statement, ast.FunctionDef):
            methods = ', methods=["GET", "HEAD", "POST"]' if "fcase" in used else ""
            out += [endpoint(c["name"], c["code"], methods) for c in run.space["CASES"][before:]]
        elif run.texts and run.routes:
            for code, (app, path, function, options) in zip(run.texts, run.routes):
                owner = next(n for n, value in run.space.items() if value is app)
                extra = ", dependencies=[Depends(dep)]" if "dependencies" in options else ""
                out.append(f"{code}\n{owner}.add_api_route({path!r}, {function.__name__}{extra})")
        elif run.texts:
            out += run.texts
        elif isinstance(statement, ast.ImportFrom) and statement.module == "harness":
            continue
        elif isinstance(statement, ast.FunctionDef) and used & {"CASES", "exec", "compile", "req", "js"}:
            helpers.add(statement.name)
        elif bookkeeping and isinstance(statement, (ast.Expr, ast.Assign, ast.AugAssign, ast.AnnAssign)):
            continue
        elif bookkeeping and isinstance(statement, ast.For) and not run.routes and not re.search(r"\.(get|post|put|add_\w+|api_route)\(", text):
            continue
        else:
            out.append(text)
    return "\n".join(out) + "\n"


def gotcha(source, code):
    imports = re.search(r'IMPORTS = """(.*?)"""', source, re.S)[1]
    imports = imports.replace(
        "from fastapi import *",
        "from fastapi import (APIRouter, BackgroundTasks, Body, Cookie, Depends, FastAPI, File, Form, Header, HTTPException, Path, "
        "Query, Request, Response, Security, UploadFile, status)")
    imports = imports.replace(
        "from fastapi.responses import *",
        "from fastapi.responses import (FileResponse, HTMLResponse, JSONResponse, ORJSONResponse, PlainTextResponse, "
        "RedirectResponse, Response, StreamingResponse, UJSONResponse)")
    return imports + ("" if "app = FastAPI(" in code else "app = FastAPI()\n") + code + "\n"


def unchunk(body):
    out = ""
    while body:
        size, _, rest = body.partition("\r\n")
        count = int(size, 16)
        if count == 0:
            break
        out, body = out + rest[:count], rest[count + 2:]
    return out


def answer(raw):
    head, _, body = raw.partition("\r\n\r\n")
    lines = head.split("\r\n")
    headers = [line.partition(": ")[::2] for line in lines[1:]]
    if ("transfer-encoding", "chunked") in headers:
        body = unchunk(body)
    own = [list(h) for h in headers[2:] if h not in (("transfer-encoding", "chunked"), ("connection", "close"))]
    return {"status": int(lines[0].split(" ")[1]), "headers": own, "body": body}


def main():
    with open(here / "Fixtures" / "rules.jsonl", "w") as out:
        for name in MODULES:
            source = (folder / f"{name}.py").read_text()
            is_gotcha = name == "exp12_gotchas"
            if not is_gotcha:
                flat = re.sub(r"(?s)D = str\(__import__.*?\n(?=def )", 'D = "files"\n', flatten(name))
                (here / "Rules" / f"{name}.py").write_text(STUB + flat)
            for case in json.loads((folder / "results" / f"{name}.json").read_text())["cases"]:
                title = f"{name}/{case['app']}/{case['name']}"
                seen = case["result"].get("httptools", {})
                raw = seen.get("raw", "")
                whole = len(case["request"]) == 1 and "...<" not in case["request"][0]
                if case["args"] or not whole or not raw.startswith("HTTP/1.1 ") or raw.startswith("HTTP/1.1 100"):
                    continue
                if raw.count("HTTP/1.1 ") > 1 or any(re.match(pattern, title) for pattern in LEFT_OUT):
                    continue
                row = {"case": title, "program": name, "app": case["app"], "request": case["request"][0], "isCut": seen["closed"]}
                if is_gotcha:
                    row["source"] = gotcha(source, case["code"])
                out.write(json.dumps({**row, **answer(raw)}) + "\n")


main()

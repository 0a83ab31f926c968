#!/usr/bin/env python3
"""Writes Fixtures/*.jsonl: what real FastAPI sends for the programs in Programs/, by calling them as ASGI applications.

The requests of a program stand here, or beside it in NAME.requests.json, or are made of its routes: each method of each path, with
several values in the place of a path's parameter.

Run it with a Python that has the reference's FastAPI installed.
"""
import asyncio, contextlib, importlib.util, json, os, pathlib, re, sys, types, warnings

from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

here = pathlib.Path(__file__).parent
ORIGIN = ["origin", "https://app.example"]
PREFLIGHT = [ORIGIN, ["access-control-request-method", "PUT"]]
JSON = [["content-type", "application/json"]]
REQUESTS = {
    "temporal": [
        ["GET", t] for t in
        ["/merge", "/direct", "/late", "/status", "/status?code=503", "/status?code=204", "/nobody", "/html", "/text", "/away", "/stream",
         "/removed", "/nothing", "/merge/"]
    ] + [["POST", "/merge"], ["HEAD", "/merge"]],
    "models": [
        ["POST", "/animals", JSON, '{"name": "Tom", "weight": "2.5", "owner": {"name": "Ann"}, "x": 1}'],
        ["POST", "/animals", JSON, '{"name": "T", "age": "x", "kind": "cow", "owner": {}, "born": "2024-02-30"}'],
        ["POST", "/animals", JSON, '{"name": "Tom"'], ["POST", "/animals", JSON, "[]"], ["POST", "/animals"],
        ["POST", "/animals", [["content-type", "text/plain"]], '{"name": "Tom"}'],
        ["GET", "/filtered"], ["GET", "/list"], ["GET", "/wrong"], ["GET", "/plain"], ["GET", "/price"],
        ["GET", "/price/plain"],
        ["GET", "/query?n=4&ratio=1e3&flag=yes&tags=a&tags=b&kind=b&short=ab&big=10"],
        ["GET", "/query?n=1.5&ratio=x&flag=perhaps&kind=c&short=abcd&big=3"], ["GET", "/query"], ["GET", "/query?n=%2B1_0"],
        ["GET", "/items/066de609-b04a-4b30-b46c-32537c7f1f6e/a/b%20c", [["user-agent", "me"], ["cookie", 'session="a\\\\054b"; x=1']]],
        ["GET", "/items/zzz/"], ["PUT", "/both/1", JSON, '{"owner": {"name": "A"}, "size": 3}'],
        ["PUT", "/both/0", JSON, '{"owner": {}}'], ["PUT", "/both/7", JSON, '{"owner": {"name": "A"}, "size": 3}'],
    ],
    "middleware": [
        [m, t, h] for t in ["/fine", "/hungry", "/gone", "/broken", "/slash"] for m, h in [("GET", []), ("GET", [ORIGIN])]
    ] + [
        ["OPTIONS", "/fine", PREFLIGHT], ["OPTIONS", "/fine", PREFLIGHT + [["access-control-request-headers", "x-token, x-bad"]]],
        ["OPTIONS", "/fine", [["origin", "https://evil.example"], ["access-control-request-method", "DELETE"]]],
        ["OPTIONS", "/fine", [["origin", "https://my.dev"], ["access-control-request-method", "GET"],
                              ["access-control-request-headers", "X-TOKEN"]]],
        ["GET", "/fine", [["origin", "https://my.dev"]]], ["GET", "/fine", [["origin", "https://evil.example"]]],
    ],
}


VALUES = ["foo", "bar", "baz", "3", "plumbus", "portal-gun", "yolo", "item1", "item2"]


def derived(app):
    from fastapi.routing import iter_route_contexts
    for route in iter_route_contexts(app.router.routes):
        if not route.path or route.path.startswith(("/docs", "/openapi", "/redoc")):
            continue
        for method in sorted(route.methods or []):
            for value in VALUES if "{" in route.path else VALUES[:1]:
                yield [method, re.sub(r"{.*?}", value, route.path)]
        yield ["PATCH", re.sub(r"{.*?}", "foo", route.path)]
        yield ["GET", re.sub(r"{.*?}", "foo", route.path) + "/", [ORIGIN]]
    yield ["GET", "/no/such/path"]


def requests_of(name, app):
    beside = here / "Programs" / f"{name}.requests.json"
    if name in REQUESTS:
        return REQUESTS[name]
    return json.loads(beside.read_text()) if beside.exists() else list(derived(app))


def load(name):
    spec = importlib.util.spec_from_file_location(name, here / "Programs" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module.app


def server_for(scope):
    """The server's side of one request, with nowhere to write to: it refuses what it cannot send."""
    nowhere = types.SimpleNamespace(write=lambda data: None, close=lambda: None, is_closing=lambda: False, write_paused=False)
    return RequestResponseCycle(
        scope=scope, transport=nowhere, flow=nowhere, logger=None, access_logger=None, access_log=False, default_headers=[],
        message_event=asyncio.Event(), expect_100_continue=False, keep_alive=True, on_response=lambda: None)


def is_pair(header):
    return isinstance(header, (tuple, list)) and len(header) == 2 and all(isinstance(part, bytes) for part in header)


async def ask(app, state_of_lifespan, method, target, headers, body):
    path, _, query = target.partition("?")
    from urllib.parse import unquote
    scope = {
        "type": "http", "asgi": {"version": "3.0", "spec_version": "2.3"}, "http_version": "1.1", "server": ("127.0.0.1", 8000),
        "client": ("127.0.0.1", 5), "scheme": "http", "method": method, "root_path": "", "path": unquote(path), "raw_path": path.encode(),
        "query_string": query.encode(), "headers": [(n.lower().encode(), v.encode()) for n, v in headers],
        "state": dict(state_of_lifespan),
    }
    sent = []
    state = {"done": False}

    async def receive():
        if state["done"]:
            if not server.response_complete:
                await server.message_event.wait()
            return {"type": "http.disconnect"}
        state["done"] = True
        return {"type": "http.request", "body": body.encode(), "more_body": False}

    server = server_for(scope)

    async def send(message):
        sent.append(dict(message))
        await server.send(message)

    raised = None
    try:
        await app(scope, receive, send)
    except BaseException as error:
        raised = type(error).__name__
    if not sent:
        return {"status": 0, "headers": [], "body": "", "raised": raised}
    start = sent[0]
    if not all(map(is_pair, start.get("headers", []))):
        # A head that the server cannot take apart: it stands with the status for which there is no status line.
        start = {"status": 0, "headers": list(filter(is_pair, start["headers"]))}
    text = re.search(rb"boundary=(\w+)", dict(start.get("headers", [])).get(b"content-type", b""))
    known = lambda data: data.replace(text[1], b"b" * 26) if text else data
    return {
        "status": start["status"], "headers": [[n.decode("latin-1"), known(v).decode("latin-1")] for n, v in start.get("headers", [])],
        "body": known(b"".join(m.get("body", b"") for m in sent[1:])).decode("latin-1"), "raised": raised,
    }


async def record(name, out):
    app = load(name)
    async with app.router.lifespan_context(app) as state:
        for request in requests_of(name, app):
            method, target, headers, body = request + [[], ""][len(request) - 2:]
            headers = [["host", "playground.test"]] + headers
            answer = await ask(app, state or {}, method, target, headers, body)
            # Under a server the next request comes later; tasks that were left go on until then.
            await asyncio.sleep(0.005)
            line = {"program": name, "method": method, "target": target, "headers": headers, "body": body, "answer": answer}
            out.write(json.dumps(line) + "\n")


def files():
    """The files of the programs' folder, changed at a known time."""
    for path in (here / "Files").rglob("*"):
        os.utime(path, (1_700_000_000.25, 1_700_000_000.25))
    os.chdir(here / "Files")


async def main():
    files()
    warnings.simplefilter("ignore")
    with open(here / "Fixtures" / "answers.jsonl", "w") as out, contextlib.redirect_stdout(sys.stderr):
        for path in sorted((here / "Programs").glob("*.py")):
            await record(path.stem, out)


asyncio.run(main())

"""Ways to use FastAPI that one path operation alone shows: the Request object, callables, parameter models, nested routers, bodies."""
import json

from structures import ask


def add(maker) -> None:
    for kind in (request, callables, group, nested, bodies, streams, cookies, errors, schema, routes, texts, wrapped, sending):
        if maker.chance(0.16):
            kind(maker)


REQUEST = [
    "str(request.url)", "request.url.path", "[request.url.scheme, request.url.netloc, request.url.query, request.url.port]", "request.method", "str(request.base_url)",
    "request.headers.items()", "request.headers.getlist('x-a')", "request.headers.get('X-A', 'none')", "[k.decode() for k, _ in request.headers.raw]", "request.headers.keys()",
    "request.cookies", "request.query_params.multi_items()", "dict(request.query_params)", "str(request.query_params)", "request.query_params.getlist('q')",
    "request.query_params.get('q', default='none')", "request.path_params", "(await request.body()).decode('latin-1')", "await request.json()", "(await request.form()).multi_items()",
    "[len(c) async for c in request.stream()]", "request.client.host", "hasattr(request.state, 'shared')", "sorted(k for k in request.scope if k in ('method', 'path', 'headers', 'query_string'))",
    "request.scope['route'].path", "request.scope['endpoint'].__name__", "str(request.url_for('used', item='x y'))", "app.url_path_for('used', item='é')",
    "str(request.url.include_query_params(q=1, z='é'))", "str(request.url.replace(path='/other', port=1))", "str(request.url.remove_query_params('q'))", "repr(request.query_params)",
    "request.app is app", "request['type']", "'path' in request", "len(request.headers)", "'x-a' in request.headers", "repr(request.headers)[:40]", "request.url == str(request.url)",
    "await request.is_disconnected()", "bool(request.cookies)", "request.url.hostname", "request.url.is_secure", "request.state._state.get('layer')",
]


def request(maker) -> None:
    shown = ", ".join(maker.one(REQUEST) for _ in range(maker.random.randint(1, 4)))
    before = maker.one(["", "", "    await request.body()\n", "    request.state.own = 1\n", "    async for _ in request.stream():\n        pass\n"])
    maker.blocks.append(f"@app.api_route('/used/{{item:path}}', methods=['GET', 'POST', 'PUT'], name='used')\nasync def used(request: Request, item: str):\n{before}    try:\n        return [{shown}]\n"
                        "    except (RuntimeError, ValueError, KeyError, LookupError) as error:\n        return repr(error)\n")
    for _ in range(3):
        body = maker.one([None, "", '{"a": [1]}', "a=1&b=2&a=%41", "{bad", "caf\u00e9"])
        headers = [[name, maker.one(["1", "", "a, b", "caf"])] for name in ("x-a", "X-A", "accept") if maker.chance(0.4)]
        if body is not None:
            headers.append(["content-type", maker.one(["application/json", "application/x-www-form-urlencoded", "text/plain"])])
        if maker.chance(0.5):
            headers.append(["cookie", maker.one(['a=1; b="2 3"; a=4', "x", "=y; z=", 'k="a\\"b\\054"', "a=b=c;d=e"])])
        ask(maker, maker.one(["GET", "POST", "PUT", "HEAD"]), "/used/" + maker.one(["a", "a/b", "%C3%A9", "a%2Fb", "", "a b".replace(" ", "%20")]) + maker.one(["", "?q=1", "?q=1&q=2&r=", "?%C3%A9=%FF&q=a+b", "?&&=1&q"]), headers, body)


def callables(maker) -> None:
    step = maker.one(["step: int = 1", "step: Annotated[int, Query(ge=1)] = 2", "step: int = Header(3)"])
    frozen = maker.one(["@dataclass", "@dataclass(frozen=True)", "@dataclass(eq=False)"])
    uses = ["Depends(counted)", "Depends(counted, use_cache=False)", "Depends(holder.method)", "Depends(holder.method)", "Depends(Holder.make)", "Depends(Holder.fixed)", "Depends(Holder(5))",
            "Depends(functools.partial(counted, step=9))", "Depends(lambda: 4)", "Depends(Holder)", "Depends(agen)", "Depends(holder.gen)"]
    arguments = ", ".join(f"p{number}=" + maker.one(uses) for number in range(maker.random.randint(1, 4)))
    names = ", ".join(f"show(p{number})" for number in range(arguments.count("=Depends")))
    maker.blocks.append(f"""\
import functools

count = []


def counted({step}):
    count.append(step)
    return len(count)


{frozen}
class Holder:
    size: int = 1

    def __call__(self, response: Response):
        response.headers["x-holder"] = str(self.size)
        return self

    def method(self, request: Request):
        count.append("method")
        return len(count)

    def gen(self):
        yield self.size

    @classmethod
    def make(cls, size: int = 2):
        return cls(size)

    @staticmethod
    def fixed(q: str = "q"):
        return q


async def agen(response: Response):
    yield "agen"
    response.headers["x-agen"] = "late"


holder = Holder(3)


def show(value):
    return value.size if isinstance(value, Holder) else value


@app.get("/callables")
{maker.one(['def', 'async def'])} read_callables({arguments}):
    seen = len(count)
    count.clear()
    return [seen, {names}]
""")
    for target in ("/callables", "/callables?step=4&size=7&q=z", "/callables?step=0"):
        ask(maker, "GET", target)


def group(maker) -> None:
    place = maker.one(["Query", "Header", "Cookie"])
    config = maker.one(["", '    model_config = ConfigDict(extra="forbid")\n', '    model_config = ConfigDict(extra="allow")\n', "    model_config = ConfigDict(populate_by_name=True)\n"])
    fields = maker.random.sample(["limit: int = 3", "limit_to: int | None = None", "tags: list[str] = []", "color: Color", "since: date | None = None", 'other: str = Field("o", alias="other-name")',
                                  "flag: bool = False", "ratio: float = Field(1.0, gt=0)"], maker.random.randint(1, 4))
    fields.sort(key=lambda text: "=" in text)
    call = maker.one([f"Annotated[Group, {place}()]", f"Annotated[Group | None, {place}()]" + " = None", f"Annotated[Group, {place}(convert_underscores=False)]" if place == "Header" else f"Annotated[Group, {place}()]"])
    maker.blocks.append(f"class Group(BaseModel):\n{config}" + "".join(f"    {field}\n" for field in fields) + f"\n\n@app.get('/group')\ndef read_group(group: {call}):\n    return group\n")
    for _ in range(3):
        names = ["limit", "limit_to", "limit-to", "tags", "color", "since", "other", "other-name", "flag", "ratio", "more"]
        pairs = [(maker.one(names), maker.one(["1", "x", "red", "true", "2026-01-02", "", "0"])) for _ in range(maker.random.randint(0, 4))]
        if place == "Query":
            ask(maker, "GET", "/group" + ("?" + "&".join(f"{name}={value}" for name, value in pairs) if pairs else ""))
        elif place == "Header":
            ask(maker, "GET", "/group", pairs)
        else:
            ask(maker, "GET", "/group", [("cookie", "; ".join(f"{name}={value}" for name, value in pairs))] if pairs else [])


def nested(maker) -> None:
    depends = lambda: maker.one(["", "", f"dependencies=[Depends({maker.one(maker.dependencies)})]" if maker.dependencies else ""])
    classes = lambda: maker.one(["", "", f"default_response_class={maker.one(['PlainTextResponse', 'JSONResponse', 'Loud', 'HTMLResponse'])}"])
    settings = lambda *more: ", ".join(filter(None, [*more, depends(), classes(), maker.one(["", "", 'responses={404: {"description": "none"}}', "redirect_slashes=False", "deprecated=True"])]))
    maker.blocks.append(f"""\
deep = APIRouter({settings(maker.one(['', 'prefix="/deep"']))})
middle = APIRouter({settings(maker.one(['', 'prefix="/middle"']))})


@deep.get("/leaf", response_class={maker.one(['JSONResponse', 'HTMLResponse', 'PlainTextResponse'])})
@deep.get("/leaf/{{n}}")
def leaf(request: Request, response: Response, n: int = 1):
    {maker.touch()}
    return {maker.one(['[request.url.path, n]', '"text"', 'n', 'str(request.url_for("leaf"))', maker.direct()])}


@deep.{maker.one(['post', 'put'])}("/leaf", status_code={maker.one([201, 204, 202])})
async def change():
    return {maker.one(['None', '{"changed": True}', "'x'"])}


middle.include_router(deep{maker.one(['', ', prefix="/one"'])})
{maker.one(['', 'middle.include_router(deep, prefix="/two")'])}
app.include_router(middle{maker.one(['', ', prefix="/top"', ', tags=["x"], include_in_schema=False'])})
app.include_router(deep, prefix="/alone")
""")
    for _ in range(5):
        target = maker.one(["", "/top"]) + maker.one(["", "/middle"]) + maker.one(["", "/one", "/two"]) + maker.one(["", "/deep"]) + maker.one(["/leaf", "/leaf/3", "/leaf/x", "/leaf/"])
        ask(maker, maker.one(["GET", "GET", "POST", "PUT", "HEAD"]), target)
    ask(maker, "GET", "/alone/leaf")
    ask(maker, "GET", "/alone/deep/leaf/4/")


def bodies(maker) -> None:
    parameters = maker.random.sample(["item: Item", "other: Item | None = None", "n: Annotated[int, Body(ge=0)] = 0", "names: Annotated[list[str], Body()] = []", "spot: Spot = None",
                                      "when: datetime = Body(None)", "raw: dict[str, Any] = Body({})", 'alias: Annotated[str, Body(alias="a-b")] = "d"', "level: Level = Body(Level.low)"], maker.random.randint(1, 3))
    parameters.sort(key=lambda text: " = " in text)
    names = [text.split(":")[0] for text in parameters]
    maker.blocks.append(f"@app.post('/bodies')\nasync def read_bodies({', '.join(parameters)}, q: int = 0):\n    return {{" + ", ".join(f'"{name}": {name}' for name in names) + "}\n")
    for _ in range(4):
        value = {"item": {"id": 1, "name": "a"}, "other": {"id": "2", "name": "b", "note": "c"}, "n": 3, "names": ["x"], "spot": {"x": 1, "y": "2"}, "when": "2026-01-02T03:04:05Z", "raw": {"k": [1, None]},
                 "a-b": "z", "alias": "y", "level": 2, "id": 7, "name": "flat"}
        kept = {key: maker.one([item, item, item, None, "x", [], -1]) for key, item in value.items() if maker.chance(0.7)}
        ask(maker, "POST", "/bodies" + maker.one(["", "?q=3", "?q=x"]), [("content-type", maker.one(["application/json"] * 5 + ["text/json", "application/json; charset=utf-8", "application/hal+json"]))],
            maker.one([json.dumps(kept), json.dumps(kept), json.dumps(kept), json.dumps(value["item"]), "[]", "", "null", '{"item": {"id": NaN}}', '{"item": 1e999}', '"\\ud800"', " {} "]))


def streams(maker) -> None:
    pieces = "\n".join("        " + maker.one(["yield 'text'", "yield b'bytes'", "yield ''", "yield str(len(seen))", "seen.append(1)", "raise ValueError('half')" if maker.chance(0.3) else "yield 'x' * 10"])
                       for _ in range(maker.random.randint(1, 4)))
    kind = maker.one(["def", "async def"])
    headers = maker.one(["", ", headers={'x-stream': '1'}", ", headers={'content-length': '4'}", ", media_type='text/csv'", ", status_code=206", ", background=BackgroundTask(seen.append, 2)"])
    maker.blocks.append(f"seen = []\n\n\n@app.get('/streams')\n{maker.one(['def', 'async def'])} read_streams(response: Response):\n    {maker.touch()}\n\n    {kind} pieces():\n{pieces}\n        yield 'end'\n\n"
                        f"    made = StreamingResponse(pieces(){headers})\n    {maker.touch('made')}\n    return made\n")
    for method in ("GET", "HEAD", "GET"):
        ask(maker, method, "/streams")


def cookies(maker) -> None:
    lines = "\n".join("    " + maker.cookie(maker.one(["response", "response", "answer"])) for _ in range(maker.random.randint(1, 4)))
    maker.blocks.append(f"@app.get('/cookies')\ndef read_cookies(response: Response, session: str | None = Cookie(None), q: Annotated[str, Cookie(alias='a.b')] = 'd'):\n    answer = JSONResponse([session, q])\n{lines}\n"
                        f"    return {maker.one(['[session, q]', 'answer', 'response'])}\n")
    for header in ([], [("cookie", "session=1; a.b=2")], [("cookie", 'session="q\\"uo"; session=last; bad')]):
        ask(maker, "GET", "/cookies", header)


def errors(maker) -> None:
    handled = maker.one(["Trouble", "Deep", "LookupError", "OSError", "ArithmeticError"])
    maker.blocks.append(f"""\
class Deep(Trouble):
    status = 409


@app.exception_handler({handled})
{maker.one(['async def', 'def'])} wrong(request: Request, exc):
    {maker.one(['pass', 'if request.method == "PUT": raise exc', 'if request.method == "PUT": raise HTTPException(411) from exc'])}
    return {maker.one(['PlainTextResponse(repr(exc), 444)', 'JSONResponse({"cause": repr(exc.__cause__)}, 445, {"x-wrong": "1"})', 'Response(status_code=204)', maker.direct()])}


@app.api_route("/errors/{{kind}}", methods=["GET", "PUT"])
{maker.one(['def', 'async def'])} read_errors(kind: str, response: Response):
    {maker.touch()}
    try:
        match kind:
            case "deep": raise Deep("d")
            case "key": return {{}}["k"]
            case "zero": return 1 / 0
            case "os": raise FileNotFoundError(2, "No such file")
            case "http": raise HTTPException(402, {{"a": [1]}}, {{"x-http": "1"}})
            case "chain": raise Trouble("t") from KeyError("cause")
    finally:
        response.headers["x-finally"] = "1"
    return kind
""")
    for kind in ("deep", "key", "zero", "os", "http", "chain", "fine"):
        if maker.chance(0.6):
            ask(maker, maker.one(["GET", "GET", "PUT"]), "/errors/" + kind)


def schema(maker) -> None:
    """Settings that change nothing in the answer."""
    maker.blocks.append("@app.get('/schema', tags=['t'], summary='s', description='d', response_description='r', deprecated=True, operation_id='o', include_in_schema=False,\n"
                        "         responses={200: {'description': 'fine'}, 404: {'model': Item}, '4XX': {'description': 'bad'}}, openapi_extra={'x-a': 1}, name='n')\n"
                        "def read_schema(q: Annotated[int, Query(title='t', description='d', deprecated=True, include_in_schema=False, examples=[1], json_schema_extra={'x': 1})] = 1,\n"
                        "                h: Annotated[str | None, Header(alias='X-H', min_length=2, convert_underscores=False)] = None):\n    return [q, h]\n")
    ask(maker, "GET", "/schema?q=2", [("x-h", maker.one(["a", "ab"]))])
    ask(maker, "GET", "/schema?q=x")


def routes(maker) -> None:
    """The router of the application: its list of routes, its fallback, its lifespan, and Starlette's own routes."""
    changes = [
        "app.router.routes.insert(0, Route('/own/{x:int}', own, methods=['GET', 'PUT']))", "app.routes.append(APIRoute('/own/{x}', lambda x: [x], methods=['POST', 'GET']))",
        "app.router.routes.append(Mount('/own', routes=[Route('/{x}', own, name='inner')], name='sub'))", "app.router.routes.reverse()",
        "app.router.routes = [route for route in app.routes if getattr(route, 'path', '') != '/own/3']", "del app.routes[-1]", "app.router.redirect_slashes = False",
        "app.router.dependencies.append(Depends(lambda response: None) if False else Depends(lambda: 1))", "app.router.default_response_class = PlainTextResponse", "app.router.prefix = '/own'",
        "app.include_router(APIRouter(routes=[Route('/own/{x}', own)]))", "app.router.default = fallback", "app.router.lifespan_context = around(app.router.lifespan_context)",
        "app.router.on_startup.append(lambda: started.append('up'))",
    ]
    chosen = "\n".join(maker.one(changes) for _ in range(maker.random.randint(1, 4)))
    maker.blocks.append(f"""\
from starlette.routing import Mount, Route

started = []


{maker.one(['def', 'async def'])} own(request: Request):
    return PlainTextResponse(repr(request.path_params) + request.url.path, headers={{"x-own": request.method}})


async def fallback(scope, receive, send):
    answer = {maker.direct()}
    await answer(scope, receive, send)


def around(inner):
    @contextlib.asynccontextmanager
    async def context(app):
        started.append("around")
        async with inner(app) as state:
            yield {{**(state or {{}}), "around": 1}}

    return context


@app.get("/own/{{x}}/")
def slashed(x: str, request: Request):
    return [x, started, sorted(request.state._state), len(app.routes), type(request.scope["router"]).__name__]


{chosen}


@app.get("/own/3")
def last(request: Request):
    return [[type(route).__name__, getattr(route, "name", None)] for route in app.router.routes[-4:]]
""")
    for _ in range(5):
        ask(maker, maker.one(["GET", "GET", "PUT", "POST", "HEAD"]), maker.one(["/own/3", "/own/x", "/own/3/", "/own/own/3", "/own", "/nowhere/else"]))


def texts(maker) -> None:
    """Annotations that are texts, in a function whose names they cannot see."""
    annotation = maker.one(["Local", "Item", "list[Local]", "int", "Annotated[int, Query(ge=1)]", "Annotated[Local, Body()]", "Optional[Missing]", "date | None", "note(int)", "list['Item']"])
    default = maker.one(["", " = None", " = 3", " = Depends()" if annotation in ("Local", "Item") else ""])
    returns = maker.one(["", " -> 'Local'", " -> 'Item'", " -> 'dict[str, int]'", " -> 'note(list)'", " -> 'JSONResponse'", " -> 'None'"])
    maker.blocks.append(f"""\
noted = []


def note(value):
    noted.append(value.__name__)
    return value


def declare():
    class Local(BaseModel):
        a: int = 1

    @app.{maker.one(['get', 'post'])}("/texts")
    {maker.one(['def', 'async def'])} read_texts(q: 'int', x: {annotation!r}{default}){returns}:
        return {maker.one(['[q]', '{"a": q}', 'Local()', 'None'])}


try:
    declare()
except Exception as error:
    noted.append(type(error).__name__)


@app.get("/noted")
def read_noted():
    return noted
""")
    for target in ("/texts?q=1", "/texts?q=1&x=2", "/texts?x=2026-01-02", "/noted"):
        ask(maker, maker.one(["GET", "POST"]) if "texts" in target else "GET", target, [("content-type", "application/json")], maker.one([None, '{"a": 2}', "[]"]) if "texts" in target else None)


def wrapped(maker) -> None:
    """Path operations behind decorators."""
    keeps = maker.one(["@functools.wraps(function)", "@functools.wraps(function)", ""])
    signature = maker.one(["", "    inner.__signature__ = inspect.signature(function)\n", "    del inner.__wrapped__\n" if keeps else ""])
    maker.blocks.append(f"""\
import functools
import inspect


def decorated(function):
    {keeps}
    async def inner(*args, **kwargs):
        found = function(*args, **kwargs)
        if inspect.isawaitable(found):
            found = await found
        return {maker.one(['found', '{"found": found}', 'JSONResponse(found)', '[found]'])}

{signature}    return inner


@app.get("/wrapped/{{x}}")
@decorated
{maker.one(['def', 'async def'])} read_wrapped(x: int, response: Response, q: Annotated[str, Query(max_length=2)] = "d"){maker.one(['', ' -> dict', ' -> int', ' -> Any'])}:
    {maker.touch()}
    return {maker.one(['x', '{"x": x, "q": q}', 'q'])}
""")
    for target in ("/wrapped/3", "/wrapped/x?q=long", "/wrapped/3?q=a&args=1&kwargs=2"):
        ask(maker, "GET", target)


def sending(maker) -> None:
    """Responses that send themselves in their own way."""
    kind = maker.one(["Response", "PlainTextResponse", "StreamingResponse"])
    content = "iter(['a', 'b'])" if kind == "StreamingResponse" else "'content'"
    change = maker.one(["message = {**message, 'status': 203} if 'status' in message else message", "message['headers'] = [*message['headers'], (b'x-sent', b'1')] if 'headers' in message else None",
                        "message.setdefault('body', b'') if 'status' not in message else None", "message['more_body'] = message.get('more_body', False)", "log.append(sorted(message))",
                        "message['body'] = bytearray(message['body']) if 'body' in message else b''"])
    method = "stream_response(self, send)" if kind == "StreamingResponse" and maker.chance(0.6) else "__call__(self, scope, receive, send)"
    call = "stream_response(changed)" if "stream" in method else "__call__(scope, receive, changed)"
    maker.blocks.append(f"""\
log = []


class Sending({kind}):
    async def {method}:
        async def changed(message):
            {change}
            await send(message)

        {maker.touch('self')}
        await super().{call}


@app.get("/sending")
def read_sending(response: Response):
    {maker.touch()}
    return Sending({content}, {maker.one(['200', '201', '204'])}, headers={{"x-a": "b"}}, background=BackgroundTask(print, "after"))


@app.get("/sent")
def read_sent():
    return log
""")
    for method_, target in (("GET", "/sending"), ("HEAD", "/sending"), ("GET", "/sent")):
        ask(maker, method_, target)

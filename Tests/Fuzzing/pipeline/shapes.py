"""Models in less usual places: chosen by a name, generic, plain dataclasses, markers as defaults; and routes that say what they match."""
import json

from structures import ask

JSON = ("content-type", "application/json")
FORM = ("content-type", "application/x-www-form-urlencoded")


def add(maker) -> None:
    """Adds some of them to a program, with requests that reach them."""
    for kind in (chosen, pages, records, beside, versions, transits):
        if maker.chance(0.12):
            kind(maker)


def chosen(maker) -> None:
    """A union whose members a name tells apart, told in the annotation, in a marker or not at all."""
    kind, options = maker.one([("Body", ""), ("Body", "embed=True"), ("Form", "")])
    named = "Annotated[{}, Field(discriminator='kind')]"
    union = maker.one(["Union[Cat, Dog]", "Optional[Union[Cat, Dog]]", "Union[Cat, Dog, None]"])
    by = maker.one(["discriminator='kind'", ""])
    marker = f"{kind}({', '.join(filter(None, [by, options]))})"
    parameter = maker.one([
        f"pet: {union} = {marker}", f"pet: Annotated[{union}, {marker}]", f"pet: {named.format(union)} = {kind}({options})",
        f"pet: Annotated[{union}, {marker}] = None", f"pet: {named.format(union)}", f"pets: Annotated[list[{named.format('Union[Cat, Dog]')}], Body(max_length=2)]",
    ])
    other = maker.one(["", ", token: str = " + kind + "('t')"])
    returns = maker.one(["", " -> Any", " -> Union[Cat, Dog, list, None]", f" -> {named.format('Union[Cat, Dog]')}"])
    maker.blocks.append(
        "class Cat(BaseModel):\n    kind: Literal['cat']\n    lives: int = 9\n\n\nclass Dog(BaseModel):\n    kind: Literal['dog'] = 'dog'\n    bark: str = Field('wau', max_length=4)\n\n\n"
        f"@app.post('/chosen')\ndef choose({parameter}{other}){returns}:\n    return {parameter.split(':')[0]}\n")
    values = [{"kind": "cat"}, {"kind": "dog", "bark": "woof!"}, {"kind": "cow"}, {"lives": "3"}, {}, {"kind": None}, [{"kind": "cat"}, {"kind": "x"}], []]
    for _ in range(4):
        value = maker.one(values)
        if kind == "Form" and isinstance(value, dict):
            ask(maker, "POST", "/chosen", [FORM], "&".join(f"{name}={text}" for name, text in value.items()))
        else:
            ask(maker, "POST", "/chosen", [JSON], json.dumps(maker.one([value, {"pet": value}, {"pet": value, "token": 1}])))


def pages(maker) -> None:
    """A generic model that is given with other arguments than the route says, or with none."""
    options = maker.one(["", ", response_model_exclude_unset=True", ", response_model_exclude_defaults=True", ", response_model_by_alias=False"])
    wanted = maker.one(["Page[Leaf]", "Page[Any]", "Page", "list[Page[Leaf]]", "Optional[Page[Leaf]]"])
    made = maker.one([
        "Page(items=[Leaf(n=1)])", "Page[int](items=[1])", "Page[Any](items=[{'n': '2'}], total=1)", "Page[Leaf](items=[Leaf(n=3)])",
        "Leaves(items=[Leaf(n=4)])", "Page.model_construct(items=[Leaf(n=5)])", "{'items': [{'n': 6}]}",
    ])
    made = f"[{made}]" if wanted.startswith("list") else made
    extra = maker.one(["ignore", "allow", "forbid"])
    maker.blocks.append(
        f"T = TypeVar('T')\n\n\nclass Leaf(BaseModel):\n    n: int\n    word: Optional[str] = None\n\n\nclass Page(BaseModel, Generic[T]):\n    model_config = ConfigDict(extra='{extra}')\n"
        "    items: list[T]\n    total: int = 0\n\n\nclass Leaves(Page[Leaf]):\n    last: bool = True\n\n\n"
        f"@app.get('/pages', response_model={wanted}{options})\ndef read_pages():\n    return {made}\n")
    ask(maker, "GET", "/pages")


def records(maker) -> None:
    """Plain dataclasses and iterators where nothing says what they are."""
    returns = maker.one(["", " -> Any", " -> object", " -> dict", " -> list"])
    value = maker.one([
        "Row(1)", "Row('x', Row(2), 3)", "{'row': Row(None)}", "[Row(date(2024, 1, 2))]", "map(str, [1])", "iter([Row(1)])", "zip('a', [1])",
        "Wide(1)", "[Wide(2, more={'k': Row(3)})]", "(Row(n) for n in range(2))",
    ])
    maker.blocks.append(
        "@dataclass\nclass Row:\n    n: int\n    next: 'Row | None' = None\n    hidden: Any = field(default=None, repr=False)\n    seen: list = field(default_factory=list, init=False)\n\n\n"
        f"@dataclass\nclass Wide(Row):\n    more: dict = field(default_factory=dict)\n\n\n@app.get('/records')\ndef read_records(){returns}:\n    return {value}\n")
    ask(maker, "GET", "/records")


def beside(maker) -> None:
    """Markers, defaults and what else stands in `Annotated`, in each order."""
    place, name = maker.one([("Query", "q"), ("Header", "q"), ("Cookie", "q")])
    rule = maker.one(["Field(gt=3)", "Field(max_length=2)", "Field(ge=2, le=4)", "Field(alias='other')"])
    kind = maker.one(["int", "str", "float", "Optional[int]", "list[int]"])
    default = maker.one(["", " = 3", " = None", " = ...", " = '7'"])
    given = maker.one(["", "3", "None", "...", "default_factory=lambda: 5"])
    parameter = maker.one([
        f"q: Annotated[{kind}, {rule}, {place}()]{default}", f"q: Annotated[{kind}, {place}(), {rule}]{default}", f"q: Annotated[{kind}, {rule}] = {place}({given})",
        f"q: {kind} = {place}({given})", f"q: Annotated[{kind}, {rule}]{default}",
    ])
    maker.blocks.append(f"@app.get('/beside')\ndef read_beside({parameter}):\n    return repr(q)\n")
    for value in (None, "1", "4", "abc", ""):
        where = {"Query": [], "Header": [("q", value or "")], "Cookie": [("cookie", f"q={value}")]}[place] if value is not None else []
        ask(maker, "GET", f"/beside?{name}={value}" if place == "Query" and value is not None else "/beside", where)


def versions(maker) -> None:
    """Routes of a class that says itself what it matches."""
    verdict = maker.one(["return Match.NONE, {}", "return Match.PARTIAL, child", "return Match.FULL, child"])
    prefix = maker.one(["", "/p/{tenant}"])
    maker.blocks.append(
        "from starlette.routing import Match\n\n\nclass Versioned(APIRoute):\n    def matches(self, scope):\n        match, child = super().matches(scope)\n"
        f"        if match == Match.FULL and dict(scope['headers']).get(b'x-api', b'1').decode() not in self.tags:\n            {verdict}\n        return match, child\n\n\n"
        f"versioned = APIRouter(route_class=Versioned, tags={maker.one(['[]', repr(['1'])])})\n\n\n@versioned.get('/version/{{n}}', tags=['1'])\ndef first(n: int):\n    return ['first', n]\n\n\n"
        f"@versioned.{maker.one(['get', 'get', 'post'])}('/version/{{n}}', tags=['2'])\ndef second(n: int, request: Request):\n    return ['second', n, request.scope['route'].tags]\n\n\n"
        f"app.include_router(versioned, prefix='{prefix}')\n")
    for target in ("/version/3", "/version/x", "/version/3/", "/version"):
        ask(maker, maker.one(["GET", "GET", "POST", "DELETE"]), prefix.replace("{tenant}", "t") + target, [("x-api", maker.one(["1", "2", "3"]))])


def transits(maker) -> None:
    """Layers of messages that note what passes, around each other and around CORS."""
    if any("app.middleware" in block or "BaseHTTPMiddleware" in block or "scope, receive, send" in block for block in maker.blocks):
        return  # what a layer with `dispatch` lets through depends on the turns of the event loop
    layers = "\n".join(f"app.add_middleware(Noting, name='{name}')" for name in maker.one(["a", "ab", "abc"]))
    body = maker.one([
        "return 1", "return StreamingResponse(iter(['a', 'bc']))", "return PlainTextResponse('x', background=BackgroundTask(noted.append, 'task'))",
        "raise HTTPException(418)", "raise ValueError('v')", "return StreamingResponse(failing())", "return [await request.is_disconnected(), len(await request.body())]",
    ])
    maker.blocks.append(
        "from starlette.background import BackgroundTask\n\nnoted = []\n\n\nclass Noting:\n    def __init__(self, app, name):\n        self.app, self.name = app, name\n\n    async def __call__(self, scope, receive, send):\n"
        "        if scope['type'] != 'http' or scope['path'] != '/noted':\n            return await self.app(scope, receive, send)\n\n        async def noting(message):\n            noted.append([self.name, message['type'][14:], message.get('status') or len(message.get('body', b''))])\n"
        f"            {maker.one(['await send(message)', 'await send(dict(message))', 'return await send(message)'])}\n            noted.append(self.name + ' sent')\n\n        async def taking():\n            message = await receive()\n            noted.append([self.name, message['type'][5:]])\n            return message\n\n"
        "        try:\n            await self.app(scope, taking, noting)\n        finally:\n            noted.append(self.name + ' over')\n\n\ndef failing():\n    yield 'a'\n    raise KeyError('late')\n\n\nasync def session():\n    try:\n        yield 1\n    except Exception as error:\n        noted.append(type(error).__name__)\n        raise\n    finally:\n        noted.append('closed')\n\n\n"
        f"{layers}\n\n\n@app.api_route('/noted', methods=['GET', 'POST'])\nasync def pass_through(request: Request, s=Depends(session)):\n    {body}\n\n\n@app.get('/notes')\nasync def read_notes():\n    await asyncio.sleep(0.03)\n    try:\n        return noted[:]\n    finally:\n        noted.clear()\n")
    for method in maker.one([["GET"], ["POST", "GET"], ["DELETE"]]):
        ask(maker, method, "/noted", [("origin", "https://app.example")] if maker.chance(0.5) else [], "four" if method == "POST" else None)
        ask(maker, "GET", "/notes")

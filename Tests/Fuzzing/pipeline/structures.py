"""What a random program may have besides path operations: mounts, security, forms, streams, variables, limits, route classes."""


def add(maker) -> None:
    """Adds some of them to a program, with requests that reach them."""
    for kind in (mount, security, form, stream, variables, limit, plain, route_class, overrides):
        if maker.chance(0.12):
            kind(maker)


def ask(maker, method, target, headers=(), body=None) -> None:
    maker.requests.append({"method": method, "target": target, "headers": [list(each) for each in headers], "body": body})


def mount(maker) -> None:
    name = maker.one(["", ', name="inner"'])
    options = maker.one(["", "openapi_url=None", 'root_path="/forced"', "redirect_slashes=False"])
    lines = "\n".join("    " + maker.touch() for _ in range(2))
    app = f"inner = FastAPI({options})\n"
    if maker.chance(0.5):
        app += maker.cors("inner")
    if maker.chance(0.5):
        app += f"\n\n@inner.middleware('http')\nasync def inside(request: Request, call_next):\n    response = await call_next(request)\n{lines}\n    return response\n"
    if maker.chance(0.4):
        app += "\n\n@inner.exception_handler(ValueError)\nasync def wrong(request: Request, exc):\n    return JSONResponse({'inner': str(exc)}, 409)\n"
    wanted = ", value=Depends(" + maker.one(maker.dependencies) + ")" if maker.dependencies and maker.chance(0.5) else ""
    app += (f"\n\n@inner.get('/in/{{x}}')\ndef inside_route(x: int, request: Request, response: Response{wanted}):\n    {maker.touch()}\n    if x == 4:\n        {maker.raising()}\n"
            "    return [x, request.scope['root_path'], str(request.url), str(request.base_url), request.path_params]\n")
    path = maker.one(["/sub", "/sub/", "/a/{tenant}", ""])
    what = maker.one(["inner", "inner", "Wrapped(inner)"])
    app += ("\n\nclass Wrapped:\n    def __init__(self, app):\n        self.app = app\n\n    async def __call__(self, scope, receive, send):\n        async def more(message):\n"
            "            if message['type'] == 'http.response.start':\n                message['headers'].append((b'x-wrapped', str(message['status']).encode()))\n            await send(message)\n\n"
            "        await self.app(scope, receive, more)\n")
    maker.blocks.append(app + f"\n\napp.mount('{path}', {what}{name})\n")
    base = path.rstrip("/").replace("{tenant}", "t1")
    for target in ("/in/3", "/in/4", "/in/x", "/in/3/", "", "/", "/none"):
        if maker.chance(0.6):
            ask(maker, maker.one(["GET", "GET", "GET", "HEAD", "POST"]), (base + target) or "/", [("origin", "https://app.example")] if maker.chance(0.5) else [])


def security(maker) -> None:
    auto = maker.one(["", ", auto_error=False"])
    scheme, headers = maker.one([
        ("HTTPBasic(" + maker.one(["realm=None", "realm='r'"]) + f"{auto})", [("authorization", maker.one(["Basic YTpi", "basic YTpi", "Basic YQ==", "Basic !", "Bearer x", "Basic"]))]),
        (f"HTTPBearer(description=None{auto})", [("authorization", maker.one(["Bearer t", "bearer  t u ", "Bearer", "Basic t", ""]))]),
        (f'OAuth2PasswordBearer(tokenUrl="t"{auto})', [("authorization", maker.one(["Bearer t", "BEARER t", "Bearer", "Token t"]))]),
        (f'APIKeyHeader(name="X-Key"{auto})', [("x-key", maker.one(["k", ""]))]),
        (f'APIKeyQuery(name="key"{auto})', []),
        (f'APIKeyCookie(name="key"{auto})', [("cookie", maker.one(["key=k", "key=", "other=1"]))]),
    ])
    second = maker.one(["Depends(guarded)", "Security(guarded, scopes=['b'])", "Security(scheme)"])
    maker.blocks.append(
        f"scheme = {scheme}\n\n\nasync def guarded(scopes: SecurityScopes, response: Response, who: Any = Depends(scheme)):\n"
        "    response.headers['x-scopes'] = scopes.scope_str\n    return who\n\n\n"
        f"@app.get('/secure')\ndef secure(a: Any = Security(guarded, scopes=['a', 'b']), b: Any = {second}):\n    return [a, b]\n")
    for given in ([], headers, headers):
        ask(maker, "GET", maker.one(["/secure", "/secure?key=1", "/secure?key="]), given)


def form(maker) -> None:
    fields = maker.one(["name: Annotated[str, Form(min_length=2)], n: int = Form(1)", "data: Annotated[Item, Form()]", "tags: Annotated[list[int], Form()] = []",
                        "name: str | None = Form(None), flag: Annotated[bool, Form()] = False", "form: OAuth2PasswordRequestForm = Depends()"])
    names = [part.split(":")[0] for part in fields.split(", ") if ":" in part]
    shown = ", ".join(name for name in names if name.isidentifier())
    maker.blocks.append(f"@app.post('/form')\nasync def read_form(request: Request, {fields}):\n    return [{shown}]\n" if "OAuth2" not in fields else
                        f"@app.post('/form')\ndef read_form({fields}):\n    return vars(form)\n")
    for _ in range(3):
        body = "&".join(maker.one(["name=tom", "name=t", "name=", "n=4", "n=x", "n=", "id=3", "note=a+b", "tags=1", "tags=2", "flag=on", "username=u", "password=p", "scope=a+b", "grant_type=password", "x", "%zz=1"])
                        for _ in range(maker.random.randint(0, 4)))
        ask(maker, "POST", "/form", [("content-type", maker.one(["application/x-www-form-urlencoded"] * 3 + ["text/plain"]))], body)


def stream(maker) -> None:
    choices = ["Item(id=1, name='a')", "{'id': '2', 'name': 'b'}", "3", "'text'", "None", "float('nan')", "[1, (2,)]"]
    items = "\n".join("    yield " + maker.one(choices) for _ in range(maker.random.randint(1, 3)))
    shape, returns = maker.one([("def", ""), ("async def", ""), ("def", " -> Iterable[Item]"), ("async def", " -> AsyncIterator[Item]")])
    options = maker.one(["", "", ", status_code=206", ", response_model_exclude_none=True", ", response_class=StreamingResponse"])
    if any("default_response_class=Loud" in block for block in maker.blocks) and "response_class=" not in options:
        options += ", response_class=StreamingResponse"  # that class shows the address of the generator
    maker.blocks.append(f"@app.get('/lines'{options})\n{shape} lines(response: Response){returns}:\n    {maker.touch()}\n{items}\n")
    ask(maker, "GET", "/lines")


def variables(maker) -> None:
    sets = lambda name, indent="    ": f"{indent}seen.set(seen.get() + '{name}')"
    shape = maker.one(["def", "async def"])
    inner = maker.one(["def", "async def"])
    ending = maker.one(["    return seen.get()", "    yield seen.get()"])
    maker.blocks.append(
        f"seen = ContextVar('seen', default='-')\n\n\n{shape} watched():\n{sets('d')}\n{ending}\n\n\n"
        f"@app.middleware('http')\nasync def watching(request: Request, call_next):\n{sets('m')}\n    response = await call_next(request)\n    response.headers['x-seen'] = seen.get()\n    return response\n\n\n"
        f"@app.get('/seen')\n{inner} read_seen(value=Depends(watched)):\n{sets('e')}\n    return [value, seen.get()]\n")
    ask(maker, "GET", "/seen")
    ask(maker, "GET", "/seen")


def limit(maker) -> None:
    own, outer = maker.one(["", ", max_body_size=5", ", max_body_size=50"]), maker.one(["", "max_body_size=10"])
    reads = maker.one(["data: dict = Body()", "request: Request", "data: Item"])
    result = "data" if "data" in reads else maker.one(["len(await request.body())", "'unread'"])
    maker.blocks.append(f"small = APIRouter({outer})\n\n\n@small.post('/small'{own})\nasync def read_small({reads}):\n    return {result}\n\n\napp.include_router(small{maker.one(['', ', max_body_size=30'])})\n")
    for body in ('{"id": 1}', '{"id": 1, "name": "a long name that is too much"}', ""):
        ask(maker, "POST", "/small", [("content-type", "application/json")], body)


def plain(maker) -> None:
    maker.blocks.append(f"{maker.one(['def', 'async def'])} simple(request: Request):\n    return PlainTextResponse(request.method + repr(request.path_params), {maker.one([200, 204, 404])})\n\n\n"
                        f"app.add_route('/plain/{{n:int}}', simple" + maker.one(["", ", methods=['POST']"]) + ")\n")
    for method in ("GET", "HEAD", "POST"):
        ask(maker, method, maker.one(["/plain/3", "/plain/3/", "/plain/x"]))


def route_class(maker) -> None:
    maker.blocks.append(
        "class Timed(APIRoute):\n    def get_route_handler(self):\n        original = super().get_route_handler()\n\n        async def handler(request: Request) -> Response:\n            try:\n"
        "                response = await original(request)\n            except HTTPException as error:\n                return PlainTextResponse(repr(error), 299)\n"
        f"            {maker.touch()}\n            response.headers['x-path'] = self.path\n            return response\n\n        return handler\n\n\n"
        f"timed = APIRouter(route_class=Timed)\n\n\n@timed.get('/timed/{{x}}')\ndef read_timed(x: int, response: Response):\n    {maker.touch()}\n    if x == 4:\n        {maker.raising()}\n    return {maker.one(['x', maker.direct()])}\n\n\n"
        f"app.include_router(timed, prefix='{maker.one(['', '/p'])}')\n")
    for target in ("/timed/3", "/timed/4", "/timed/x"):
        ask(maker, "GET", maker.one(["", "/p"]) + target)


def overrides(maker) -> None:
    if not maker.dependencies:
        return
    maker.blocks.append(f"def instead(response: Response, z: int = 3):\n    {maker.touch()}\n    return z\n\n\napp.dependency_overrides[{maker.one(maker.dependencies)}] = instead\n")

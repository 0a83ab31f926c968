"""Layers of middleware beyond those of `programs.py`: applications that speak ASGI, classes with `dispatch`, redirects and hosts."""


def add(maker) -> None:
    """Adds some of them to a program."""
    for index in range(maker.one([0, 0, 0, 1, 1, 2])):
        maker.blocks.append(maker.one([asgi, asgi, dispatch, dispatch, redirect, function])(maker, index))


def asgi(maker, index: int) -> str:
    """A class that changes messages on their way."""
    start = [maker.one([
        'message["headers"] = [(k, v) for k, v in message["headers"] if k != b"x-trace"]',
        'message["headers"].insert(0, (b"X-Raw", b"first"))',
        'message["headers"] = list(message["headers"]) + [[b"x-pair", b"list"]]',
        f'message["status"] = {maker.one([200, 201, 204, 304, 404, 500])}',
        'message = {**message, "headers": sorted(message["headers"])}',
        'MutableHeaders(scope=message).setdefault("x-layer", scope["method"])',
        'del MutableHeaders(raw=message["headers"])["content-type"]',
        'message.pop("headers", None)',
        'seen.append(message["status"])',
    ]) for _ in range(maker.random.randint(1, 2))]
    body = maker.one([
        "pass", "pass", 'message["body"] = message.get("body", b"").upper()', 'message["body"] = b"[" + message.get("body", b"") + b"]"',
        'message = {"type": "http.response.body", "body": message.get("body", b""), "more_body": message.get("more_body", False)}',
        'seen.append(len(message.get("body", b"")))', 'await send({"type": "http.response.body", "body": b"", "more_body": True})',
    ])
    before = maker.one([
        "pass", 'scope["state"]["layer"] = "yes"', 'scope = dict(scope)', 'scope["headers"] = scope["headers"] + [(b"x-added", b"1")]',
        'scope["method"] = "GET" if scope["method"] == "PUT" else scope["method"]', 'scope["query_string"] = scope["query_string"] + b"&limit=9"',
        'scope["path"] = scope["path"].replace("/sub/", "/sub/")',
    ])
    given = maker.one(["receive", "receive", "receive", "once"])
    start_lines = "\n".join("                " + line for line in start)
    answer = maker.one(["", "", f"""
        if any(name == b"x-fail" for name, _ in scope["headers"]):
            response = {maker.direct()}
            return await response(scope, receive, send)
"""])
    return f"""\
class Layer{index}:
    def __init__(self, app, *, name="layer"):
        self.app = app
        self.name = name

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        seen = []
        {before}

        async def once():
            message = await receive()
            seen.append(message["type"])
            return message

        async def changed(message):
            if message["type"] == "http.response.start":
{start_lines}
            else:
                {body}
            await send(message)
{answer}
        try:
            await self.app(scope, {given}, changed)
        finally:
            seen.clear()


app.add_middleware(Layer{index}{maker.one(['', ', name="other"'])})
"""


def dispatch(maker, index: int) -> str:
    """A class below `BaseHTTPMiddleware`."""
    after = "\n".join("        " + maker.touch() for _ in range(maker.random.randint(0, 2)))
    before = maker.one([
        "pass", 'request.state.seen = "yes"', 'await request.body()', 'request.scope["path_params"] = {}', 'body = (await request.body()).decode("latin-1")[:20]',
        'if request.headers.get("x-fail") == "middleware":\n            return ' + maker.direct(), 'request.state.body = [len(c) async for c in request.stream()]',
    ])
    end = maker.one([
        "return response", "return response", "return response",
        'body = b"".join([chunk async for chunk in response.body_iterator])\n        return Response(body.upper(), response.status_code, dict(response.headers))',
        'body = b""\n        async for chunk in response.body_iterator:\n            body += chunk\n        response.headers["x-size"] = str(len(body))\n        return Response(body, response.status_code, headers=response.headers, media_type=response.media_type)',
        "return StreamingResponse(response.body_iterator, response.status_code, response.headers)",
        "response.background = BackgroundTask(print, 'after')\n        return response",
        "response.status_code = 203\n        return response",
        "return PlainTextResponse(str(response.status_code), headers={'x-inner': response.headers.get('content-type', 'none')})",
    ])
    caught = maker.one(["response = await call_next(request)", "response = await call_next(request)", """try:
            response = await call_next(request)
        except Exception as error:
            return PlainTextResponse(repr(error), 599)"""])
    own = maker.one(["", "", f"""
    def __init__(self, app, dispatch=None, word="w{index}"):
        super().__init__(app, dispatch)
        self.word = word
"""])
    return f"""\
class Dispatching{index}(BaseHTTPMiddleware):{own}
    async def dispatch(self, request, call_next):
        {before}
        {caught}
{after or '        pass'}
        {end}


app.add_middleware(Dispatching{index})
"""


def redirect(maker, index: int) -> str:
    return maker.one([
        "app.add_middleware(HTTPSRedirectMiddleware)\n",
        f"app.add_middleware(TrustedHostMiddleware, allowed_hosts={maker.one(['[]', 'None', chr(39) + '*' + chr(39), '[chr(42) + chr(46) + chr(116) + chr(101) + chr(115) + chr(116)]'])}, www_redirect={maker.one(['True', 'False'])})\n",
        maker.cors(),
    ])


def function(maker, index: int) -> str:
    """A function that makes an application of another one."""
    return f"""\
def around{index}(app, word="a"):
    async def wrapped(scope, receive, send):
        async def more(message):
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"x-around", word.encode())]
            await send(message)

        await app(scope, receive, more)

    return wrapped


app.add_middleware(around{index}{maker.one(['', ', "b"', ', word="c"'])})
"""

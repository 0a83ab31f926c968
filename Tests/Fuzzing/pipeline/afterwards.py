"""What happens behind the start of a response: what the server refuses, tasks that are left, dependencies that end; and who matches."""
from structures import ask


def add(maker) -> None:
    """Adds some of it to a program, with requests that look at what happened."""
    for kind in (refusals, leftovers, matching):
        if maker.chance(0.15):
            kind(maker)


HAPPENED = """\
happened = []


@app.get("/happened")
async def read_happened():
    # What comes behind an answer has its time until here.
    await asyncio.sleep(0.03)
    try:
        return happened[:]
    finally:
        happened.clear()
"""


def happened(maker) -> None:
    if HAPPENED not in maker.blocks:
        maker.blocks.append(HAPPENED)


def refusals(maker) -> None:
    """Responses that the server cannot send as they are, with dependencies and layers that see it."""
    happened(maker)
    end = maker.one(["raise", "raise HTTPException(400)", "raise ValueError('ended')", "raise Trouble('t')", "raise KeyError('k') from error"])
    caught = maker.one(["BaseException", "Exception", "RuntimeError", "(TypeError, ValueError)"])
    if any("scope, receive, send" in block for block in maker.blocks):
        return  # what a layer of messages between others still does depends on when they are cancelled
    alone = not any("add_middleware" in block or "app.middleware" in block for block in maker.blocks)
    watch = maker.one(["", "" if not alone else "class Watch:\n    def __init__(self, app):\n        self.app = app\n\n    async def __call__(self, scope, receive, send):\n        try:\n            await self.app(scope, receive, send)\n"
                       "        except BaseException as error:\n            happened.append('watch ' + type(error).__name__)\n            raise\n\n\napp.add_middleware(Watch)\n\n\n"])
    content = maker.one(["iter(['12345', '12345'])", "pieces()", "counted()"])
    response = maker.one([
        "JSONResponse({'a': 1}, 204)", "PlainTextResponse('x', 304)", "Response(b'', 204)", f"StreamingResponse({content}, headers={{'content-length': '7'}})",
        f"StreamingResponse({content}, headers={{'content-length': '20'}})", f"StreamingResponse({content}, 204)", f"StreamingResponse({content}, headers={{'content-length': '10'}})",
        "JSONResponse(1, headers={'X Y': '1'})", "JSONResponse(1, headers={'x': 'a\\nb'})", "Response(b'abc', headers={'content-length': 'x'})", "Response(b'abc', headers={'content-length': '-1'})",
        "Response(b'abc', headers={'content-length': ' 3 '})", "Response(b'abc', 999)", "PlainTextResponse('a', 99)", "Response(b'abc', headers={'transfer-encoding': 'Chunked'})",
        "stray((b'x', b'y', b'z'))", "stray(('x', 'y'))", "stray((b'x', 'y'))", "stray(5)", "stray([b'x', b'y'])", "stray((bytearray(b'x'), b'y'))",
    ])
    maker.blocks.append(f"""\
{watch}def session():
    happened.append("open")
    try:
        yield 1
        happened.append("fine")
    except {caught} as error:
        happened.append(type(error).__name__)
        {end}
    finally:
        happened.append("close")


def counted():
    for number in range(2):
        happened.append(number)
        yield "12345"


async def pieces():
    for piece in counted():
        yield piece


def stray(pair):
    response = Response(b"abc")
    response.raw_headers.append(pair)
    return response


@app.api_route("/refused", methods=["GET", "HEAD"])
{maker.one(['def', 'async def'])} read_refused(tasks: BackgroundTasks, s: Annotated[int, Depends(session{maker.one(['', '', ', scope="function"'])})]):
    tasks.add_task(happened.append, "task")
    {maker.one(['', 'happened.append("endpoint")']) or 'pass'}
    return {response}
""")
    for method in ("GET", "HEAD"):
        ask(maker, method, "/refused", [("origin", "https://app.example")] if maker.chance(0.3) else [])
        ask(maker, "GET", "/happened")


def leftovers(maker) -> None:
    """Tasks that outlive their request."""
    happened(maker)
    pause = maker.one(["await asyncio.sleep(0)", "await asyncio.sleep(0.001)", "await queue.put(number)", "pass"])
    start = maker.one(["kept.add(asyncio.create_task(work(n)))", "kept.add(asyncio.ensure_future(work(n)))", "asyncio.get_running_loop().call_soon(happened.append, n)",
                       "asyncio.get_running_loop().call_later(0.001, happened.append, n)", "kept.add(asyncio.gather(work(n), work(n + 1), return_exceptions=True))",
                       "await queue.put(n)", "task = asyncio.create_task(work(n)); kept.add(task); await asyncio.sleep(0); task.cancel()"])
    ending = maker.one(["happened.append(f'end {number}')", "raise ValueError(number)", "return number"])
    maker.blocks.append(f"""\
queue = asyncio.Queue()
kept = set()


async def work(number):
    try:
        happened.append(f"begin {{number}}")
        {pause}
        {ending}
    except asyncio.CancelledError:
        happened.append(f"cancelled {{number}}")
        raise
    finally:
        happened.append(f"finally {{number}}")


@app.get("/start/{{n}}")
async def start(n: int):
    {start}
    return [len(kept) > 0, queue.qsize() > 0]


@app.get("/drain")
async def drain():
    found = []
    while not queue.empty():
        found.append(queue.get_nowait())
    return found, sorted(task.done() for task in kept)
""")
    for target in ("/start/1", "/happened", "/start/2", "/happened", "/drain"):
        ask(maker, "GET", target)


def matching(maker) -> None:
    """Middleware that asks the routes which of them matches."""
    if any("class Watch" in block for block in maker.blocks):
        return  # what is cancelled between two layers with `dispatch` depends on the turns of the event loop
    shown = maker.one(["getattr(route, 'path', '-')", "getattr(route, 'name', '-')", "type(route).__name__", "getattr(route, 'unique_id', '-').rsplit('_', 1)[0]"])
    maker.blocks.append(f"""\
@app.middleware("http")
async def asking(request: Request, call_next):
    found = []
    for route in request.app.router.routes:
        match, child = route.matches(request.scope)
        if match != Match.NONE:
            found.append(f"{{match.name}} {{{shown}}} {{sorted(child)}} {{child.get('path_params')}}")
    response = await call_next(request)
    response.headers["x-found"] = "; ".join(found).encode("ascii", "backslashreplace").decode()
    return response
""")

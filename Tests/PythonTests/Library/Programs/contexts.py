import asyncio
import contextlib
from contextlib import asynccontextmanager, contextmanager


@contextmanager
def managed(name, swallow=False):
    print("enter", name)
    try:
        yield name.upper()
    except KeyError:
        print("saw KeyError", name)
        if not swallow:
            raise
    finally:
        print("exit", name)


with managed("a") as value:
    print("body", value)
with managed("b", swallow=True):
    raise KeyError("k")
try:
    with managed("c"):
        raise KeyError("k")
except KeyError as e:
    print("out", repr(e))
try:
    with managed("d"):
        raise ValueError("v")
except ValueError as e:
    print("out", e)


@managed("deco")
def decorated(x):
    print("decorated", x)
    return x + 1


print(decorated(1), decorated(2))
print(decorated.__name__, managed.__name__)


@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


for broken in (never, twice):
    try:
        with broken():
            print("in broken")
    except RuntimeError as e:
        print("RuntimeError", e)

with contextlib.suppress(KeyError, IndexError):
    [][1]
print("suppressed")
with contextlib.nullcontext(5) as five:
    print(five)


class Thing:
    def close(self):
        print("closed")


with contextlib.closing(Thing()):
    print("using")

with contextlib.ExitStack() as stack:
    stack.enter_context(managed("s1"))
    stack.callback(print, "callback", sep="|")
    stack.enter_context(managed("s2"))
    print("in stack")
try:
    with contextlib.ExitStack() as stack:
        stack.enter_context(managed("e1"))
        raise ValueError("from stack")
except ValueError as e:
    print(e)
with contextlib.ExitStack() as stack:
    stack.enter_context(managed("e2", swallow=True))
    raise KeyError("x")
print("went on")


class Plain(contextlib.ContextDecorator):
    def __enter__(self):
        print("plain in")
        return self

    def __exit__(self, *exc):
        print("plain out", exc[0])
        return False


@Plain()
def run():
    print("run")


run()


@asynccontextmanager
async def amanaged(name):
    print("aenter", name)
    await asyncio.sleep(0)
    try:
        yield name
    except ValueError as e:
        print("asaw", e)
        raise
    finally:
        await asyncio.sleep(0)
        print("aexit", name)


async def main():
    async with amanaged("x") as v:
        print("abody", v)
    try:
        async with amanaged("y"):
            raise ValueError("bad")
    except ValueError as e:
        print("aout", e)
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(amanaged("s"))
        stack.enter_context(managed("sync"))

        async def late():
            print("late")

        stack.push_async_callback(late)
        print("in astack")
    async with contextlib.aclosing(agen()) as g:
        async for item in g:
            print("item", item)
            break
    async with contextlib.nullcontext(3) as three:
        print(three)


async def agen():
    try:
        yield 1
        yield 2
    finally:
        print("agen closed")


if "recording" in globals():
    asyncio.run(main())

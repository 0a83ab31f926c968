#% coroutines
async def add(a, b): return a + b
async def main():
    print(await add(1, 2))
    x = await add(await add(1, 1), 3)
    print(x, f"{await add(5, 5)}", [await add(i, 1) for i in range(3)])
    c = add(1, 1)
    print(type(c).__name__, await c)
    try:
        await c
    except RuntimeError as e:
        print(e)
    try:
        await 5
    except TypeError as e:
        print(e)
#% exceptions
async def fail(): raise ValueError("async")
async def main():
    try:
        await fail()
    except ValueError as e:
        print("caught", e)
    finally:
        print("fin")
    try:
        async def stop(): raise StopIteration(1)
        await stop()
    except RuntimeError as e:
        print(e)
#% async generators
async def agen(n):
    try:
        for i in range(n):
            x = yield i
            if x: print("x", x)
    finally:
        print("agen fin")
async def main():
    async for v in agen(3): print(v)
    else: print("else")
    print([v async for v in agen(3) if v != 1], {v: v async for v in agen(2)}, {v async for v in agen(1)})
    g = agen(3)
    print(await g.__anext__(), await g.asend("S"), await anext(g))
    try:
        await g.__anext__()
    except StopAsyncIteration as e:
        print("stop", repr(e))
    h = agen(5)
    await h.__anext__()
    await h.aclose()
    k = agen(5)
    await anext(k)
    try:
        await k.athrow(KeyError("in"))
    except KeyError as e:
        print("out", e)
    b = agen(5)
    async for v in b:
        if v == 1: break
        print("loop", v)
    await b.aclose()
    print(await anext(agen(0), "default"))
    l = (v * 2 async for v in agen(2))
    print([v async for v in l])
#% async with
class CM:
    async def __aenter__(self): print("enter"); return 5
    async def __aexit__(self, t, v, tb): print("exit", t.__name__ if t else None); return t is ValueError
async def main():
    async with CM() as x: print(x)
    async with CM(): raise ValueError("swallowed")
    try:
        async with CM() as a, CM() as b: raise KeyError("k")
    except KeyError: print("key")
    async def f():
        async with CM(): return "r"
    print(await f())
    try:
        async with 5: pass
    except TypeError as e: print(e)
#% awaitable objects
class A:
    def __await__(self):
        yield from ()
        return "awaited"
class It:
    def __init__(self): self.n = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.n += 1
        if self.n > 2: raise StopAsyncIteration
        return self.n
async def main():
    print(await A())
    async for v in It(): print(v)
    try:
        async for x in 5: pass
    except TypeError as e: print(e)
    try:
        async for x in [1]: pass
    except TypeError as e: print(e)
#% async comprehension in function
async def val(x): return x * 2
async def gen():
    for i in range(3): yield i
async def main():
    print([await val(x) async for x in gen()], [x for x in [await val(1), await val(2)]], {x: await val(x) for x in range(2)})
    print([[await val(y) for y in range(x)] for x in range(3)])
    print(await val(1) + await val(2), (await val(1), await val(2)), [await val(3)][0], await val(await val(1)))
    async def inner():
        async for x in gen():
            if x == 1: return x
    print(await inner())
#% finally with await
async def val(x): return x
async def main():
    try:
        try:
            raise ValueError("a")
        finally:
            print("f", await val(1))
    except ValueError as e:
        print(await val(e))
    for i in range(2):
        try:
            if await val(i): break
            continue
        finally:
            print("loop", await val(i))
    async def r():
        try: return await val("ret")
        finally: await val(0)
    print(await r())
#% coroutine methods by hand
async def c():
    return 5
x = c()
try:
    x.send(None)
except StopIteration as e:
    print(e.value)
y = c()
y.close()
try:
    y.send(None)
except RuntimeError as e:
    print(e)
#% asyncio.run in a plain program
import asyncio, contextlib
async def numbers():
    try:
        for i in range(5):
            await asyncio.sleep(0)
            yield i
    finally:
        print("numbers done")
@contextlib.asynccontextmanager
async def opened(name):
    print("open", name)
    try: yield name
    finally:
        await asyncio.sleep(0)
        print("close", name)
async def work(n):
    await asyncio.sleep(n / 1000)
    return n * 2
async def go():
    source = numbers()
    async for i in source:
        if i == 2: break
    await source.aclose()
    async with opened("a") as name: print(name)
    print(await asyncio.gather(work(3), work(1)), await asyncio.to_thread(len, "abc"))
    asyncio.create_task(late())
    return "done"
async def late():
    try: await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("cancelled")
        raise
print(asyncio.run(go()))
async def bad():
    await asyncio.sleep(0)
    raise KeyError(1)
try: asyncio.run(bad())
except KeyError as e: print(repr(e))
async def inner():
    c = work(1)
    try: asyncio.run(c)
    except RuntimeError as e: print(e)
    finally: c.close()
asyncio.run(inner())
try: asyncio.get_running_loop()
except RuntimeError as e: print(e)

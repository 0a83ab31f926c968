"""Differences of sequences, values over several lines, and contexts that tasks enter."""
import asyncio
import difflib
import hashlib
import logging.config
import pprint
import random
from collections import Counter, OrderedDict, defaultdict, deque
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, nullcontext
from dataclasses import dataclass

print("\n".join(difflib.unified_diff("a b c d".split(), "a x c d e".split(), "old", "new", lineterm="")))
print("\n".join(difflib.context_diff("a b c d e f g h".split(), "a X c d e f h i".split(), "o", "n", "then", "now", 1, "")))
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("x", ["y"]))
letters = random.Random(3)
for _ in range(12):
    a, b = ("".join(letters.choice("abc ") for _ in range(letters.randint(0, 20))) for _ in "ab")
    matcher = difflib.SequenceMatcher(str.isspace, a, b)
    print(matcher.ratio(), matcher.quick_ratio(), matcher.get_matching_blocks(), matcher.get_opcodes()[:3])
print(difflib.SequenceMatcher(None, "ab" * 150, "ba" * 150 + "c").ratio())


@dataclass
class Part:
    name: str
    items: list
    inner: object = None


wide = {
    "text": "some words " * 12, "numbers": list(range(30)), "pair": ("t" * 40, {3, 1, 2}), 7: None,
    "part": Part("n" * 30, list(range(10)), Part("inner" * 8, ["x" * 20])),
    "ordered": OrderedDict((f"key{i}", i) for i in range(6)), "default": defaultdict(list, {f"k{i}": [i] for i in range(8)}),
    "counter": Counter("abracadabra" * 3), "queue": deque(range(20), maxlen=50),
}
for width in (40, 80):
    pprint.pprint(wide, width=width)
pprint.pprint(list(range(40)), compact=True, width=40)
pprint.pprint([{"id": i, "tags": ["t" * i] * 2} for i in range(3)], width=30, indent=4)
print(pprint.pformat([1, [2, [3, [4]]]], depth=2), pprint.saferepr({2: 1, 1: 2}), pprint.isreadable([print]))
print(hashlib.scrypt(b"password", salt=b"NaCl", n=16, r=8, p=2, dklen=40).hex())
try:
    logging.config.dictConfig({"version": 1, "handlers": {"h": {"class": "nowhere.Handler"}}})
except ValueError as error:
    print(error)

log = []


@asynccontextmanager
async def resource(name):
    log.append(f"+{name}")
    await asyncio.sleep(0)
    try:
        yield name
    except ValueError as error:
        log.append(f"{name}: {error}")
        raise
    finally:
        await asyncio.sleep(0)
        log.append(f"-{name}")


async def use(name, error=None):
    async with resource(name):
        await asyncio.sleep(0)
        if error:
            raise error
    return name


async def stacked(name):
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(resource(name + "1"))
        stack.push_async_callback(asyncio.sleep, 0)
        stack.callback(log.append, "called")
        stack.enter_context(nullcontext())
        return first


async def numbers():
    try:
        for number in range(9):
            yield number
    finally:
        await asyncio.sleep(0)
        log.append("closed")


async def main():
    print(await asyncio.gather(use("a"), use("b", ValueError("bad")), stacked("s"), return_exceptions=True), log)
    log.clear()
    async with aclosing(numbers()) as found:
        async for number in found:
            if number == 2:
                break
    print(log, await anext(numbers(), "none"))
    task = asyncio.create_task(use("t"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True), log)
    try:
        async with AsyncExitStack() as stack:
            stack.callback(lambda: 1 / 0)
            raise KeyError("first")
    except ZeroDivisionError as error:
        print(repr(error.__context__))
    for wrong in (3, nullcontext()):
        try:
            await stack.enter_async_context(wrong)
        except TypeError as error:
            print(error)
    once = resource("once")
    async with once:
        pass
    try:
        await once.__aenter__()
    except AttributeError as error:
        print(error)


if "recording" in globals():
    asyncio.run(main())

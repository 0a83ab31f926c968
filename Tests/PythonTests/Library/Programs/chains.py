"""What stands behind an exception: contexts through tasks, groups and coroutines."""
import asyncio


def show(error):
    found = []
    while error:
        found.append((repr(error), repr(error.__cause__), error.__suppress_context__))
        error = error.__context__
    print(found)


async def fails(error):
    await asyncio.sleep(0)
    raise error


async def fails_while_handling():
    try:
        raise KeyError("inner")
    except KeyError:
        raise ValueError("outer")


def unmatched():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* KeyError:
        pass


def while_handling(call):
    try:
        raise IndexError("handled")
    finally:
        call()


def generator():
    try:
        yield
    except ValueError:
        try:
            yield
        finally:
            print("left")


for call in (unmatched, lambda: asyncio.run(fails_while_handling()), lambda: asyncio.run(fails(TypeError("t")))):
    try:
        while_handling(call)
    except BaseException as error:
        show(error)
steps = generator()
next(steps)
steps.throw(ValueError("first"))
try:
    raise KeyError("raised before")
except KeyError as error:
    kept = error
try:
    steps.throw(kept)
except KeyError as error:
    show(error)
group = ExceptionGroup("g", [ValueError(1), TypeError(2)])
print(group.subgroup(ValueError).__suppress_context__, group.split(KeyError), group.subgroup((ValueError, TypeError)) is group)
for arguments in (("s", ("f", 1, 2, "text")), ("s",), (), ("m", ("/a/b.py", None, 2, None)), ("m", (None, 5, 2, None))):
    error = SyntaxError(*arguments)
    print(error, repr(error), error.msg, error.filename, error.lineno, error.offset, error.text)


async def main():
    for task in (fails(ValueError("v")), fails_while_handling()):
        task = asyncio.create_task(task)
        try:
            raise KeyError("a")
        except KeyError:
            try:
                await task
            except ValueError as error:
                show(error)
    try:
        raise IndexError("c")
    except IndexError:
        try:
            task.result()
        except ValueError as error:
            show(error)
        try:
            await asyncio.gather(fails_while_handling())
        except ValueError as error:
            show(error)
        try:
            async with asyncio.timeout(0.001):
                await asyncio.sleep(1)
        except TimeoutError as error:
            show(error)
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(fails(ValueError("tg")))
        except* ValueError as error:
            show(error)


if "recording" in globals():
    asyncio.run(main())

"""Tasks that wait for each other: turns, cancellation, groups, limits of time."""
import asyncio

log = []


def show(*values):
    print(*values, log)
    log.clear()


async def step(name, count):
    for number in range(count):
        log.append(f"{name}{number}")
        await asyncio.sleep(0)
    return name


async def fails(delay, error):
    await asyncio.sleep(delay)
    raise error


async def numbers(count):
    try:
        for number in range(count):
            yield number
            await asyncio.sleep(0)
    finally:
        log.append("closed")


async def turns():
    other = asyncio.create_task(step("a", 4))
    await asyncio.sleep(0)
    show("one turn each")
    await asyncio.gather(step("b", 2), step("c", 1))
    show("gathered")
    print(await other)
    show("the rest")
    async for number in numbers(5):
        if number == 1:
            break
    log.append("left")
    await asyncio.sleep(0)
    log.append("next")
    await asyncio.sleep(0)
    log.append("later")
    await asyncio.sleep(0)
    show("dropped generator")


async def locks():
    lock = asyncio.Lock()

    async def hold(name):
        async with lock:
            log.append(name)
            await asyncio.sleep(0)

    async with lock:
        waiting = [asyncio.create_task(hold(name)) for name in "xyz"]
        await asyncio.sleep(0)
        waiting[0].cancel()
        await asyncio.sleep(0)
    print(lock.locked())
    await asyncio.gather(*waiting, return_exceptions=True)
    show("a cancelled one gives its turn on", lock.locked())
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    try:
        await asyncio.wait_for(semaphore.acquire(), 0.001)
    except TimeoutError:
        show("no turn in time", semaphore.locked())
    semaphore.release()
    print(await semaphore.acquire(), semaphore.locked())
    event = asyncio.Event()
    waiter = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    event.set()
    event.clear()
    print(await waiter, event.is_set())


async def ends():
    print(await asyncio.gather(fails(0, ValueError("v")), asyncio.sleep(0, 1), return_exceptions=True))
    try:
        await asyncio.gather(fails(0, ValueError("first")), asyncio.sleep(0.001))
    except ValueError as error:
        print(error)
    await asyncio.sleep(0.002)
    task = asyncio.create_task(asyncio.sleep(9))
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
    gathering = asyncio.gather(asyncio.sleep(9), asyncio.sleep(9))
    await asyncio.sleep(0)
    print(gathering.cancel())
    try:
        await gathering
    except asyncio.CancelledError:
        print("all cancelled", gathering.cancelled())

    async def stubborn():
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            await asyncio.sleep(0)
            return "finished all the same"

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())
    for wrong in ([], [step("q", 1)]):
        try:
            await asyncio.wait(wrong)
        except (ValueError, TypeError) as error:
            print(error)
        for coroutine in wrong:
            coroutine.close()
    future = asyncio.get_running_loop().create_future()
    print(future)
    future.set_exception(KeyError("k"))
    print(future)
    try:
        await future
    except KeyError as error:
        print(repr(error))


async def scopes():
    async with asyncio.timeout(None) as limit:
        print(limit.when(), limit.expired(), limit)
    print(limit)
    try:
        async with asyncio.timeout(0.001) as limit:
            await asyncio.sleep(9)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), limit.expired(), limit)
    try:
        limit.reschedule(5)
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.timeout(9):
            async with asyncio.timeout(0):
                await asyncio.sleep(1)
    except TimeoutError:
        print("the inner one")
    group = asyncio.TaskGroup()
    unused = step("n", 1)
    try:
        group.create_task(unused)
    except RuntimeError as error:
        print(error)
    async with group:
        print(group)
        group.create_task(step("g", 1), name="named")
        print(group)
    try:
        group.create_task(unused)
    except RuntimeError as error:
        print(error)
    unused.close()
    show("group")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(0, ValueError("one")))
            group.create_task(fails(0.001, KeyError("never")))
            try:
                await asyncio.sleep(9)
            finally:
                log.append("body cancelled")
    except* ValueError as error:
        show(error.exceptions)


async def main():
    await turns()
    await locks()
    await ends()
    await scopes()


if "recording" in globals():
    asyncio.run(main())

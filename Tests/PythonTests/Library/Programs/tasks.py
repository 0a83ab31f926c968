import asyncio


async def work(name, delay, fail=False):
    print("start", name)
    await asyncio.sleep(delay)
    if fail:
        raise ValueError(name)
    print("end", name)
    return name


async def waiter(event, name):
    print("waiting", name)
    await event.wait()
    print("released", name)


async def locked(lock, name):
    async with lock:
        print("in", name)
        await asyncio.sleep(0.01)
        print("out", name)


async def producer(queue):
    for i in range(3):
        await queue.put(i)
        print("put", i)
    await queue.put(None)


async def consumer(queue):
    while (item := await queue.get()) is not None:
        print("got", item)


async def nested():
    result = await asyncio.gather(work("n1", 0.01), work("n2", 0.005))
    return result


async def main():
    print(await asyncio.gather(work("a", 0.03), work("b", 0.01), work("c", 0.02)))
    try:
        await asyncio.gather(work("d", 0.01, fail=True), work("e", 0.02))
    except ValueError as e:
        print("caught", e)
    print(await asyncio.gather(work("f", 0.01, fail=True), work("g", 0.005), return_exceptions=True))
    task = asyncio.create_task(work("t", 0.01), name="T")
    print(task.get_name(), task.done())
    print(await task, task.done(), task.result())
    event = asyncio.Event()
    waiters = [asyncio.create_task(waiter(event, i)) for i in range(2)]
    await asyncio.sleep(0.001)
    print("set")
    event.set()
    await asyncio.gather(*waiters)
    lock = asyncio.Lock()
    await asyncio.gather(locked(lock, 1), locked(lock, 2))
    queue = asyncio.Queue(maxsize=1)
    await asyncio.gather(producer(queue), consumer(queue))
    try:
        await asyncio.wait_for(work("slow", 10), timeout=0.01)
    except asyncio.TimeoutError:
        print("timeout")
    print(await asyncio.wait_for(work("quick", 0.001), timeout=5))
    print(await nested())
    cancelled = asyncio.create_task(work("x", 5))
    await asyncio.sleep(0)
    cancelled.cancel()
    try:
        await cancelled
    except asyncio.CancelledError:
        print("cancelled", cancelled.cancelled())
    async with asyncio.TaskGroup() as group:
        one = group.create_task(work("g1", 0.02))
        two = group.create_task(work("g2", 0.01))
    print(one.result(), two.result())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("h1", 0.02))
            group.create_task(work("h2", 0.01, fail=True))
    except* ValueError as errors:
        print("group", errors.exceptions)
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(5)
    except TimeoutError:
        print("timed out")
    semaphore = asyncio.Semaphore(2)

    async def limited(i):
        async with semaphore:
            print("sem", i)
            await asyncio.sleep(0.01)

    await asyncio.gather(*(limited(i) for i in range(3)))
    print(await asyncio.to_thread(lambda a: a + 1, 5))
    print(await asyncio.sleep(0, "result"))
    done, pending = await asyncio.wait([asyncio.create_task(work("w", 0.001))])
    print(len(done), len(pending))
    print(asyncio.iscoroutinefunction(work), asyncio.iscoroutine(5))
    future = asyncio.get_running_loop().create_future()
    future.set_result(7)
    print(await future)


if "recording" in globals():
    asyncio.run(main())

/// What `asyncio` has beyond tasks, futures, locks and queues.
enum AsyncExtras {
    /// The rest of the module.
    static let written = WrittenModule(
        #"""
        class Handle:
            def __init__(self, callback, args, when=None):
                self._callback, self._args, self._when, self._cancelled = callback, args, when, False
            def __call__(self):
                if not self._cancelled:
                    self._callback(*self._args)
            def cancel(self):
                self._cancelled = True
            def cancelled(self):
                return self._cancelled

        class TimerHandle(Handle):
            def when(self):
                return self._when

        def _call_soon(self, callback, *args, context=None):
            handle = Handle(callback, args) if context is None else Handle(context.run, (callback, *args))
            self._soon(handle)
            return handle

        def _call_later(self, delay, callback, *args, context=None):
            callback, args = (callback, args) if context is None else (context.run, (callback, *args))
            handle = TimerHandle(callback, args, self.time() + delay)
            self._later(handle, delay)
            return handle

        def _call_at(self, when, callback, *args, context=None):
            return _call_later(self, when - self.time(), callback, *args, context=context)

        async def _carry(awaitable):
            return await awaitable

        async def _end(future):
            waiter = get_running_loop().create_future()
            def ended(_):
                if not waiter.done():
                    waiter.set_result(None)
            future.add_done_callback(ended)
            try:
                future.cancel()
                await waiter
            finally:
                future.remove_done_callback(ended)

        async def wait_for(fut, timeout):
            if timeout is None:
                return await fut
            loop = get_running_loop()
            if timeout <= 0:
                fut = ensure_future(fut)
                if fut.done():
                    return fut.result()
                await _end(fut)
                try:
                    return fut.result()
                except CancelledError as error:
                    raise TimeoutError() from error
            waiter = loop.create_future()
            def wake(*_):
                if not waiter.done():
                    waiter.set_result(None)
            handle = loop.call_later(timeout, wake)
            fut = ensure_future(fut)
            fut.add_done_callback(wake)
            try:
                try:
                    await waiter
                except CancelledError:
                    if fut.done():
                        return fut.result()
                    fut.remove_done_callback(wake)
                    await _end(fut)
                    raise
                if fut.done():
                    return fut.result()
                fut.remove_done_callback(wake)
                await _end(fut)
                try:
                    return fut.result()
                except CancelledError as error:
                    raise TimeoutError() from error
            finally:
                handle.cancel()

        class Condition:
            def __init__(self, lock=None):
                self._lock = Lock() if lock is None else lock
                self._waiters = []
            async def acquire(self):
                return await self._lock.acquire()
            def release(self):
                self._lock.release()
            def locked(self):
                return self._lock.locked()
            async def __aenter__(self):
                await self.acquire()
            async def __aexit__(self, exc_type, exc, tb):
                self.release()
            async def wait(self):
                if not self.locked():
                    raise RuntimeError('cannot wait on un-acquired lock')
                self.release()
                waiter = get_running_loop().create_future()
                self._waiters.append(waiter)
                try:
                    await waiter
                    return True
                finally:
                    if waiter in self._waiters:
                        self._waiters.remove(waiter)
                    await self.acquire()
            async def wait_for(self, predicate):
                while not (answer := predicate()):
                    await self.wait()
                return answer
            def notify(self, n=1):
                if not self.locked():
                    raise RuntimeError('cannot notify on un-acquired lock')
                for waiter in [waiter for waiter in self._waiters if not waiter.done()][:n]:
                    waiter.set_result(False)
            def notify_all(self):
                self.notify(len(self._waiters))

        class BrokenBarrierError(RuntimeError):
            """Barrier is broken by barrier.abort() call."""

        class Barrier:
            def __init__(self, parties):
                if parties < 1:
                    raise ValueError('parties must be > 0')
                self._parties, self._waiting, self._broken = parties, [], False
            parties = property(lambda self: self._parties)
            n_waiting = property(lambda self: len(self._waiting))
            broken = property(lambda self: self._broken)
            async def __aenter__(self):
                return await self.wait()
            async def __aexit__(self, *args):
                pass
            async def wait(self):
                if self._broken:
                    raise BrokenBarrierError('Barrier aborted')
                index = len(self._waiting)
                if index + 1 == self._parties:
                    waiting, self._waiting = self._waiting, []
                    for waiter in waiting:
                        waiter.set_result(None)
                    return index
                waiter = get_running_loop().create_future()
                self._waiting.append(waiter)
                await waiter
                return index
            async def reset(self):
                waiting, self._waiting = self._waiting, []
                for waiter in waiting:
                    waiter.set_exception(BrokenBarrierError('Barrier reset'))
            async def abort(self):
                self._broken = True
                waiting, self._waiting = self._waiting, []
                for waiter in waiting:
                    waiter.set_exception(BrokenBarrierError('Barrier aborted'))

        def as_completed(fs, *, timeout=None):
            if isfuture(fs) or iscoroutine(fs):
                raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
            done, open_ = Queue(), [ensure_future(f) for f in dict.fromkeys(fs)]
            def completed(future):
                if future in open_:
                    open_.remove(future)
                    done.put_nowait(future)
            def expired():
                for _ in open_:
                    done.put_nowait(None)
                open_.clear()
            for future in list(open_):
                future.add_done_callback(completed)
            if open_ and timeout is not None:
                get_running_loop().call_later(timeout, expired)
            async def one():
                future = await done.get()
                if future is None:
                    raise TimeoutError
                return future.result()
            for _ in range(len(open_)):
                yield one()

        def timeout_at(when):
            return timeout(None if when is None else when - get_running_loop().time())

        def run_coroutine_threadsafe(coro, loop):
            return ensure_future(coro)

        def wrap_future(future, *, loop=None):
            return future

        class Runner:
            def __init__(self, *, debug=None, loop_factory=None):
                pass
            def __enter__(self):
                return self
            def __exit__(self, *exc):
                pass
            def close(self):
                pass
            def get_loop(self):
                return get_event_loop()
            def run(self, coro, *, context=None):
                return run(coro)

        class IncompleteReadError(EOFError):
            def __init__(self, partial, expected):
                super().__init__(f'{len(partial)} bytes read on a total of {expected!r} expected bytes')
                self.partial, self.expected = partial, expected

        class LimitOverrunError(Exception):
            def __init__(self, message, consumed):
                super().__init__(message)
                self.consumed = consumed
        """#)

    /// `asyncio.Queue` and its kin.
    static let queues = WrittenModule(
        #"""
        import collections as _collections, heapq as _heapq, types as _types

        class QueueEmpty(Exception):
            """Raised when Queue.get_nowait() is called on an empty Queue."""

        class QueueFull(Exception):
            """Raised when the Queue.put_nowait() method is called on a full Queue."""

        class Queue:
            def __init__(self, maxsize=0):
                self._maxsize, self._unfinished_tasks = maxsize, 0
                self._getters, self._putters, self._joiners = _collections.deque(), _collections.deque(), []
                self._init(maxsize)
            def _init(self, maxsize):
                self._queue = _collections.deque()
            def _get(self):
                return self._queue.popleft()
            def _put(self, item):
                self._queue.append(item)
            def _wake(self, waiters):
                while waiters:
                    waiter = waiters.popleft()
                    if not waiter.done():
                        waiter.set_result(None)
                        break
            async def _wait(self, waiters, has_turn):
                waiter = get_running_loop().create_future()
                waiters.append(waiter)
                try:
                    await waiter
                except BaseException:
                    waiter.cancel()
                    if waiter in waiters:
                        waiters.remove(waiter)
                    if has_turn() and not waiter.cancelled():
                        self._wake(waiters)
                    raise
            def __repr__(self):
                return f'<{type(self).__name__} at {id(self):#x} {self._format()}>'
            def __str__(self):
                return f'<{type(self).__name__} {self._format()}>'
            def _format(self):
                made = f'maxsize={self._maxsize!r}'
                for label, found in (('_queue', list(self._queue)), ('_getters', len(self._getters)), ('_putters', len(self._putters)),
                                     ('tasks', self._unfinished_tasks)):
                    if found:
                        made += f' {label}' + (f'={found!r}' if label in ('_queue', 'tasks') else f'[{found}]')
                return made
            __class_getitem__ = classmethod(_types.GenericAlias)
            def qsize(self):
                return len(self._queue)
            @property
            def maxsize(self):
                return self._maxsize
            def empty(self):
                return not self._queue
            def full(self):
                return 0 < self._maxsize <= self.qsize()
            async def put(self, item):
                while self.full():
                    await self._wait(self._putters, lambda: not self.full())
                return self.put_nowait(item)
            def put_nowait(self, item):
                if self.full():
                    raise QueueFull
                self._put(item)
                self._unfinished_tasks += 1
                self._wake(self._getters)
            async def get(self):
                while self.empty():
                    await self._wait(self._getters, lambda: not self.empty())
                return self.get_nowait()
            def get_nowait(self):
                if self.empty():
                    raise QueueEmpty
                item = self._get()
                self._wake(self._putters)
                return item
            def task_done(self):
                if self._unfinished_tasks <= 0:
                    raise ValueError('task_done() called too many times')
                self._unfinished_tasks -= 1
                if self._unfinished_tasks == 0:
                    joiners, self._joiners = self._joiners, []
                    for joiner in joiners:
                        if not joiner.done():
                            joiner.set_result(None)
            async def join(self):
                if self._unfinished_tasks > 0:
                    joiner = get_running_loop().create_future()
                    self._joiners.append(joiner)
                    await joiner

        class PriorityQueue(Queue):
            def _init(self, maxsize):
                self._queue = []
            def _put(self, item):
                _heapq.heappush(self._queue, item)
            def _get(self):
                return _heapq.heappop(self._queue)

        class LifoQueue(Queue):
            def _init(self, maxsize):
                self._queue = []
            def _get(self):
                return self._queue.pop()
        """#)

    /// The methods of the loop that are written, by the names of the functions that they are.
    static let loopMethods = [
        ("call_soon", "_call_soon"), ("call_soon_threadsafe", "_call_soon"), ("call_later", "_call_later"), ("call_at", "_call_at"),
    ]
}

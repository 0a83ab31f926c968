/// The queues of `asyncio`.
enum AsyncQueues {
    /// `asyncio.Queue` and its kin.
    static let written = WrittenModule(
        #"""
        import collections as _collections, heapq as _heapq, types as _types

        class QueueEmpty(Exception):
            """What `get_nowait` raises where nothing is in the queue."""

        class QueueFull(Exception):
            """What `put_nowait` raises where the queue has no room."""

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
                while waiters and waiters[0].done():
                    waiters.popleft()
                if waiters:
                    waiters.popleft().set_result(None)
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
        """#, origin: "asyncio.queues")
}

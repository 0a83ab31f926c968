/// The module `queue`; nobody else runs while a program waits, so waiting for ever is a limit of the playground.
enum QueueModule {
    /// The whole module.
    static let written = WrittenModule(
        #"""
        import time as _time
        from collections import deque as _deque
        from heapq import heappush as _heappush, heappop as _heappop
        import types as _types

        class Empty(Exception):
            pass

        class Full(Exception):
            pass

        for _type in (Empty, Full):
            _type.__module__ = '_queue' if _type is Empty else 'queue'

        class Queue:
            def __init__(self, maxsize=0):
                self.maxsize = maxsize
                self.unfinished_tasks = 0
                self._init(maxsize)
            def _init(self, maxsize):
                self.queue = _deque()
            def _qsize(self):
                return len(self.queue)
            def _put(self, item):
                self.queue.append(item)
            def _get(self):
                return self.queue.popleft()
            def qsize(self):
                return self._qsize()
            def empty(self):
                return not self._qsize()
            def full(self):
                return 0 < self.maxsize <= self._qsize()
            def put(self, item, block=True, timeout=None):
                if self.full():
                    _wait(block, timeout, Full)
                self._put(item)
                self.unfinished_tasks += 1
            def get(self, block=True, timeout=None):
                if self.empty():
                    _wait(block, timeout, Empty)
                return self._get()
            def put_nowait(self, item):
                return self.put(item, block=False)
            def get_nowait(self):
                return self.get(block=False)
            def task_done(self):
                unfinished = self.unfinished_tasks - 1
                if unfinished < 0:
                    raise ValueError('task_done() called too many times')
                self.unfinished_tasks = unfinished
            def join(self):
                if self.unfinished_tasks:
                    raise PlaygroundLimit('the queue is never emptied: a program here has no other threads')
            __class_getitem__ = classmethod(_types.GenericAlias)

        def _wait(block, timeout, problem):
            if not block:
                raise problem
            if timeout is None:
                raise PlaygroundLimit('nobody ends the waiting: a program here has no other threads')
            if timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            _time.sleep(timeout)
            raise problem

        class PriorityQueue(Queue):
            def _init(self, maxsize):
                self.queue = []
            def _put(self, item):
                _heappush(self.queue, item)
            def _get(self):
                return _heappop(self.queue)

        class LifoQueue(Queue):
            def _init(self, maxsize):
                self.queue = []
            def _get(self):
                return self.queue.pop()

        class SimpleQueue(Queue):
            def __init__(self):
                super().__init__()

        SimpleQueue.__module__ = '_queue'
        """#)
}

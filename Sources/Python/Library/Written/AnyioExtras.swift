/// What of `anyio` and `annotated_doc` is written in Python.
enum AnyioExtras {
    /// Cancel scopes, task groups and limiters (anyio 4, over `asyncio`).
    static let written = WrittenModule(
        #"""
        import asyncio as _asyncio
        import time as _time
        from contextlib import contextmanager as _contextmanager

        class CancelScope:
            def __init__(self, *, deadline=float("inf"), shield=False):
                self.deadline, self.shield = deadline, shield
                self.cancelled_caught = self._is_cancelled = False
                self._timeout = self._tasks = None
            def __enter__(self):
                self._wait(None if self.deadline == float("inf") else self.deadline - _time.monotonic())
                return self
            def __exit__(self, kind, error, traceback):
                self._timeout._leave()
                self.cancelled_caught = self.cancel_called and kind is not None and issubclass(kind, _asyncio.CancelledError)
                return self.cancelled_caught
            def _wait(self, delay):
                self._timeout = _asyncio.timeout(delay)
                self._timeout._enter()
            @property
            def cancel_called(self):
                return self._is_cancelled or self._timeout is not None and self._timeout.expired()
            def cancel(self, reason=None):
                self._is_cancelled = True
                if self._tasks is None:
                    self._wait(0)
                for task in self._tasks or ():
                    task.cancel()

        def move_on_after(delay, shield=False):
            return CancelScope(deadline=float("inf") if delay is None else _time.monotonic() + delay, shield=shield)

        @_contextmanager
        def fail_after(delay, shield=False):
            with move_on_after(delay, shield) as scope:
                yield scope
            if scope.cancelled_caught:
                raise TimeoutError

        class TaskGroup:
            def __init__(self):
                self.cancel_scope = CancelScope()
                self.cancel_scope._tasks = []
            async def __aenter__(self):
                self._tasks = _asyncio.TaskGroup()
                await self._tasks.__aenter__()
                return self
            async def __aexit__(self, *raised):
                return await self._tasks.__aexit__(*raised)
            def start_soon(self, func, *args, name=None):
                self.cancel_scope._tasks.append(self._tasks.create_task(func(*args), name=name))

        def create_task_group():
            return TaskGroup()

        class CapacityLimiter:
            def __init__(self, total_tokens):
                self.total_tokens, self._free = total_tokens, _asyncio.Semaphore(total_tokens)
            async def acquire(self):
                await self._free.acquire()
            def release(self):
                self._free.release()
            async def __aenter__(self):
                await self.acquire()
            async def __aexit__(self, *raised):
                self.release()
        """#)

    /// `annotated_doc`: `Doc`, a note in an annotation.
    static let documentation = WrittenModule("from typing_extensions import Doc")
}

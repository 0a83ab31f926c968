/// What of `anyio` and `annotated_doc` is written in Python.
enum AnyioExtras {
    /// Task groups and limiters (anyio 4, over `asyncio`).
    static let written = WrittenModule(
        #"""
        import asyncio as _asyncio

        class TaskGroup:
            async def __aenter__(self):
                self._tasks = _asyncio.TaskGroup()
                await self._tasks.__aenter__()
                return self
            async def __aexit__(self, *raised):
                return await self._tasks.__aexit__(*raised)
            def start_soon(self, func, *args, name=None):
                self._tasks.create_task(func(*args), name=name)

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

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
            def cancel(self):
                super().cancel()
                self._call_off()
            def when(self):
                return self._when

        def _call_soon(self, callback, *args, context=None):
            handle = Handle(callback, args) if context is None else Handle(context.run, (callback, *args))
            self._soon(handle)
            return handle

        def _call_later(self, delay, callback, *args, context=None):
            callback, args = (callback, args) if context is None else (context.run, (callback, *args))
            handle = TimerHandle(callback, args, self.time() + delay)
            handle._call_off = self._later(handle, delay)
            return handle

        def _call_at(self, when, callback, *args, context=None):
            return _call_later(self, when - self.time(), callback, *args, context=context)

        async def _carry(awaitable):
            return await awaitable

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

    /// The methods of the loop that are written, by the names of the functions that they are.
    static let loopMethods = [
        ("call_soon", "_call_soon"), ("call_soon_threadsafe", "_call_soon"), ("call_later", "_call_later"), ("call_at", "_call_at"),
    ]
}

/// The half of `contextlib` that is entered with `async with`.
enum AsyncContexts {
    /// Classes of the module, and what its other classes are given.
    static let written = WrittenModule(
        #"""
        from functools import wraps as _wraps
        from types import MethodType as _MethodType

        class AsyncContextDecorator:
            def _fresh(self):
                return self
            def __call__(self, func):
                @_wraps(func)
                async def entered(*given, **named):
                    async with self._fresh():
                        return await func(*given, **named)
                return entered

        class _AsyncGeneratorContextManager(AbstractAsyncContextManager, AsyncContextDecorator):
            def __init__(self, func, args, kwds):
                self.gen, self.func, self.args, self.kwds = func(*args, **kwds), func, args, kwds
            def _fresh(self):
                return type(self)(self.func, self.args, self.kwds)
            async def __aenter__(self):
                # It is used once, and lets go of what the generator was made with.
                del self.args, self.kwds, self.func
                try:
                    return await anext(self.gen)
                except StopAsyncIteration:
                    raise RuntimeError("generator didn't yield") from None
            async def __aexit__(self, kind, raised, trace):
                if kind is None:
                    try:
                        await anext(self.gen)
                    except StopAsyncIteration:
                        return False
                    raise RuntimeError("generator didn't stop")
                raised = kind() if raised is None else raised
                try:
                    await self.gen.athrow(raised)
                except StopAsyncIteration as stop:
                    return stop is not raised
                except BaseException as error:
                    wrapped = isinstance(raised, (StopIteration, StopAsyncIteration)) and error.__cause__ is raised
                    if error is raised or wrapped and isinstance(error, RuntimeError):
                        raised.__traceback__ = trace
                        return False
                    raise
                raise RuntimeError("generator didn't stop after athrow()")

        def _protocol(cm, names, words):
            cls = type(cm)
            try:
                return [_MethodType(getattr(cls, name), cm) for name in names]
            except AttributeError:
                raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {words} protocol") from None

        class AsyncExitStack(AbstractAsyncContextManager):
            def __init__(self):
                self._steps = []
            def pop_all(self):
                made = type(self)()
                made._steps, self._steps = self._steps, []
                return made
            def _push(self, exit, name, waits):
                method = getattr(type(exit), name, None)
                self._steps.append((exit if method is None else _MethodType(method, exit), waits))
                return exit
            def push(self, exit):
                return self._push(exit, '__exit__', False)
            def push_async_exit(self, exit):
                return self._push(exit, '__aexit__', True)
            def callback(self, callback, /, *args, **kwds):
                def step(*raised):
                    callback(*args, **kwds)
                self._steps.append((step, False))
                return callback
            def push_async_callback(self, callback, /, *args, **kwds):
                async def step(*raised):
                    await callback(*args, **kwds)
                self._steps.append((step, True))
                return callback
            def enter_context(self, cm):
                enter, leave = _protocol(cm, ('__enter__', '__exit__'), 'context manager')
                entered = enter()
                self._steps.append((leave, False))
                return entered
            async def enter_async_context(self, cm):
                enter, leave = _protocol(cm, ('__aenter__', '__aexit__'), 'asynchronous context manager')
                entered = await enter()
                self._steps.append((leave, True))
                return entered
            async def aclose(self):
                await self.__aexit__(None, None, None)
            async def __aexit__(self, kind, raised, trace):
                pending = raised
                while self._steps:
                    step, waits = self._steps.pop()
                    try:
                        answer = step(*(None, None, None) if pending is None else (type(pending), pending, pending.__traceback__))
                        if waits:
                            answer = await answer
                        if answer:
                            pending = None
                    except BaseException as error:
                        if error is not pending and (error.__context__ is None or error.__context__ is raised):
                            error.__context__ = pending
                        pending = error
                if pending is not None and pending is not raised:
                    context = pending.__context__
                    try:
                        raise pending
                    finally:
                        pending.__context__ = context
                return raised is not None and pending is None

        async def _own(self):
            return self
        async def _null_enter(self):
            return self.enter_result
        async def _null_exit(self, *excinfo):
            pass
        async def _closing_enter(self):
            return self.thing
        async def _closing_exit(self, *exc_info):
            await self.thing.aclose()
        """#)

    /// The methods of other classes that are written here.
    private static let methods = [
        ("AbstractAsyncContextManager", "__aenter__", "_own"), ("nullcontext", "__aenter__", "_null_enter"),
        ("nullcontext", "__aexit__", "_null_exit"), ("aclosing", "__aenter__", "_closing_enter"),
        ("aclosing", "__aexit__", "_closing_exit"),
    ]

    /// Puts its names into the module, and gives other classes of it their methods.
    static func add(to module: PyModule, _ machine: Machine) throws {
        try written.run(in: module, machine)
        for (type, name, function) in methods { module.namespace[type]?.asType?.attributes[name] = module.namespace[function] }
    }
}

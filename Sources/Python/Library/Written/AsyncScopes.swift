/// Limits of time, groups of tasks, and waiting for some of them.
enum AsyncScopes {
    /// The part of `asyncio` that CPython has in `asyncio.timeouts`, `asyncio.taskgroups` and the waiting half of `asyncio.tasks`.
    static let written = WrittenModule(
        #"""
        class Timeout:
            def __init__(self, when, _delay=None):
                self._when, self._delay, self._stage, self._alarm = when, _delay, 'created', None
            def __repr__(self):
                when = self._when
                due = f' when={when if when is None else round(when, 3)}' if self._stage == 'active' else ''
                return f'<Timeout [{self._stage}]{due}>'
            def when(self):
                return self._when
            def expired(self):
                return self._stage in ('expiring', 'expired')
            def reschedule(self, when):
                if self._stage != 'active':
                    problem = 'Timeout has not been entered'
                    raise RuntimeError(problem if self._stage == 'created' else f'Cannot change state of {self._stage} Timeout')
                self._when = when
                self._set(None if when is None else when - get_running_loop().time())
            def _set(self, delay):
                if self._alarm is not None:
                    self._alarm.cancel()
                loop = get_running_loop()
                self._alarm = None if delay is None else loop.call_later(delay, self._ring) if delay > 0 else loop.call_soon(self._ring)
            def _ring(self):
                self._alarm = None
                self._task.cancel()
                self._stage = 'expiring'
            def _enter(self):
                if self._stage != 'created':
                    raise RuntimeError('Timeout has already been entered')
                self._task = current_task()
                if self._task is None:
                    raise RuntimeError('Timeout should be used inside a task')
                self._stage, self._requests = 'active', self._task.cancelling()
                if self._delay is None:
                    self.reschedule(self._when)
                else:
                    self._set(self._delay)
                return self
            def _leave(self):
                # Whether nobody but this limit asked the task to end.
                if self._alarm is not None:
                    self._alarm.cancel()
                    self._alarm = None
                if self._stage == 'active':
                    self._stage = 'finished'
                elif self._stage == 'expiring':
                    self._stage = 'expired'
                    return self._task.uncancel() <= self._requests
                return False
            async def __aenter__(self):
                return self._enter()
            async def __aexit__(self, kind, raised, trace):
                if self._leave() and kind is CancelledError:
                    raise TimeoutError from raised

        def timeout(delay):
            now = get_running_loop().time()
            return Timeout(None if delay is None else now + delay, delay)

        def timeout_at(when):
            return Timeout(when)

        class TaskGroup:
            def __init__(self):
                self._parent, self._open, self._errors, self._fatal = None, {}, [], None
                self._leaving = self._stopping = self._stopped_parent = False
                self._all_ended = None
            def __repr__(self):
                parts = [f'tasks={len(self._open)}'] if self._open else []
                if self._errors:
                    parts.append(f'errors={len(self._errors)}')
                if self._stopping or self._parent is not None:
                    parts.append('cancelling' if self._stopping else 'entered')
                return ' '.join(['<TaskGroup', *parts]) + '>'
            async def __aenter__(self):
                if self._parent is not None:
                    raise RuntimeError(f'TaskGroup {self!r} has already been entered')
                self._parent = current_task()
                return self
            def create_task(self, coro, *, name=None, context=None):
                problem = (
                    'has not been entered' if self._parent is None else
                    'is finished' if self._leaving and not self._open else
                    'is shutting down' if self._stopping else None
                )
                if problem:
                    raise RuntimeError(f'TaskGroup {self!r} {problem}')
                task = get_running_loop().create_task(coro, name=name, context=context)
                self._open[task] = True
                task.add_done_callback(self._ended)
                return task
            def _stop(self):
                self._stopping = True
                for task in list(self._open):
                    task.cancel()
            def _ended(self, task):
                self._open.pop(task, None)
                if not self._open and self._all_ended is not None and not self._all_ended.done():
                    self._all_ended.set_result(None)
                error = None if task.cancelled() else task.exception()
                if error is None:
                    return
                self._errors.append(error)
                self._keep_fatal(error)
                if not (self._stopping or self._stopped_parent or self._parent.done()):
                    self._stop()
                    self._stopped_parent = True
                    self._parent.cancel()
            def _keep_fatal(self, error):
                if self._fatal is None and isinstance(error, (SystemExit, KeyboardInterrupt)):
                    self._fatal = error
            async def __aexit__(self, kind, raised, trace):
                self._leaving = True
                self._keep_fatal(raised)
                cancelled = raised if kind is CancelledError else None
                if self._stopped_parent and self._parent.uncancel() == 0:
                    cancelled = None
                if raised is not None and not self._stopping:
                    self._stop()
                while self._open:
                    self._all_ended = get_running_loop().create_future()
                    try:
                        await self._all_ended
                    except CancelledError as error:
                        if not self._stopping:
                            cancelled = error
                            self._stop()
                    self._all_ended = None
                if self._fatal is not None:
                    raise self._fatal
                if cancelled is not None and not self._errors:
                    raise cancelled
                if kind is not None and kind is not CancelledError:
                    self._errors.append(raised)
                if self._errors:
                    errors, self._errors = self._errors, []
                    raise BaseExceptionGroup('unhandled errors in a TaskGroup', errors) from None

        def _waker(waiter):
            def wake(*_):
                if not waiter.done():
                    waiter.set_result(None)
            return wake

        async def wait(fs, *, timeout=None, return_when='ALL_COMPLETED'):
            if isfuture(fs) or iscoroutine(fs):
                raise TypeError(f'expect a list of futures, not {type(fs).__name__}')
            if not fs:
                raise ValueError('Set of Tasks/Futures is empty.')
            if return_when not in ('FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'):
                raise ValueError(f'Invalid return_when value: {return_when}')
            futures = list(dict.fromkeys(fs))
            if any(map(iscoroutine, futures)):
                raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')
            waiter, left = get_running_loop().create_future(), len(futures)
            wake = _waker(waiter)
            alarm = None if timeout is None else get_running_loop().call_later(timeout, wake)
            def ended(future):
                nonlocal left
                left -= 1
                failed = not future.cancelled() and future.exception() is not None
                if not left or return_when == 'FIRST_COMPLETED' or failed and return_when == 'FIRST_EXCEPTION':
                    if alarm is not None:
                        alarm.cancel()
                    wake()
            for future in futures:
                future.add_done_callback(ended)
            try:
                await waiter
            finally:
                if alarm is not None:
                    alarm.cancel()
                for future in futures:
                    future.remove_done_callback(ended)
            done = {future for future in futures if future.done()}
            return done, set(futures) - done

        async def _end(future):
            waiter = get_running_loop().create_future()
            ended = _waker(waiter)
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
            wake = _waker(waiter)
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
        """#)
}

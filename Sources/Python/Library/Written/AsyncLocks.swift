/// What tasks wait for each other with: locks, events, semaphores, conditions and barriers.
enum AsyncLocks {
    /// The part of `asyncio` that CPython has in `asyncio.locks`.
    static let written = WrittenModule(
        #"""
        import collections as _collections

        class _Waiting:
            """Tasks that wait for their turn, in the order in which they came."""
            def __init__(self):
                self._waiters = _collections.deque()
            def _turn(self):
                turn = get_running_loop().create_future()
                self._waiters.append(turn)
                return turn
            async def _pass(self, turn):
                try:
                    await turn
                finally:
                    self._waiters.remove(turn)
            def __repr__(self):
                state = self._state()
                if self._waiters:
                    state += f', waiters:{len(self._waiters)}'
                return f'<{type(self).__module__}.{type(self).__qualname__} object at {id(self):#x} [{state}]>'

        class _Guard(_Waiting):
            async def __aenter__(self):
                await self.acquire()
            async def __aexit__(self, *raised):
                self.release()

        class Lock(_Guard):
            def __init__(self):
                super().__init__()
                self._locked = False
            def _state(self):
                return 'locked' if self._locked else 'unlocked'
            def locked(self):
                return self._locked
            async def acquire(self):
                if self._locked or not all(turn.cancelled() for turn in self._waiters):
                    try:
                        await self._pass(self._turn())
                    except CancelledError:
                        if not self._locked:
                            self._admit()
                        raise
                self._locked = True
                return True
            def release(self):
                if not self._locked:
                    raise RuntimeError('Lock is not acquired.')
                self._locked = False
                self._admit()
            def _admit(self):
                if self._waiters and not self._waiters[0].done():
                    self._waiters[0].set_result(True)

        class Event(_Waiting):
            def __init__(self):
                super().__init__()
                self._value = False
            def _state(self):
                return 'set' if self._value else 'unset'
            def is_set(self):
                return self._value
            def set(self):
                if not self._value:
                    self._value = True
                    for turn in self._waiters:
                        if not turn.done():
                            turn.set_result(True)
            def clear(self):
                self._value = False
            async def wait(self):
                if not self._value:
                    await self._pass(self._turn())
                return True

        class Semaphore(_Guard):
            def __init__(self, value=1):
                if value < 0:
                    raise ValueError('Semaphore initial value must be >= 0')
                super().__init__()
                self._value = value
            def _state(self):
                return 'locked' if self.locked() else f'unlocked, value:{self._value}'
            def locked(self):
                return not self._value or not all(turn.cancelled() for turn in self._waiters)
            async def acquire(self):
                if not self.locked():
                    self._value -= 1
                    return True
                turn = self._turn()
                try:
                    await self._pass(turn)
                except CancelledError:
                    if not turn.cancelled():
                        self._value += 1
                        self._admit()
                    raise
                if self._value:
                    self._admit()
                return True
            def release(self):
                self._value += 1
                self._admit()
            def _admit(self):
                turn = next((turn for turn in self._waiters if not turn.done()), None)
                if turn is not None:
                    self._value -= 1
                    turn.set_result(True)

        class BoundedSemaphore(Semaphore):
            def __init__(self, value=1):
                super().__init__(value)
                self._most = value
            def release(self):
                if self._value >= self._most:
                    raise ValueError('BoundedSemaphore released too many times')
                super().release()

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
            """What those who wait get where somebody ends the waiting."""

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
        """#, origin: "asyncio.locks")
}

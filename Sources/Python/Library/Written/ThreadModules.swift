/// What `threading` has besides locks, and `concurrent.futures`: there is one thread, so what is handed to another is done at once.
enum ThreadModules {
    /// The rest of `threading`.
    static let threading = WrittenModule(
        #"""
        import time as _time
        TIMEOUT_MAX = 9223372036.0
        class BrokenBarrierError(RuntimeError):
            pass
        def _for_ever():
            raise PlaygroundLimit('nobody ends the waiting: a program here has no other threads')
        class Event:
            def __init__(self):
                self._flag = False
            def is_set(self):
                return self._flag
            isSet = is_set
            def set(self):
                self._flag = True
            def clear(self):
                self._flag = False
            def wait(self, timeout=None):
                if not self._flag:
                    if timeout is None:
                        _for_ever()
                    _time.sleep(max(0, timeout))
                return self._flag
        class Semaphore:
            def __init__(self, value=1):
                if value < 0:
                    raise ValueError('semaphore initial value must be >= 0')
                self._value = self._initial_value = value
            def acquire(self, blocking=True, timeout=None):
                if not blocking and timeout is not None:
                    raise ValueError("can't specify timeout for non-blocking acquire")
                if self._value == 0:
                    if not blocking:
                        return False
                    if timeout is None:
                        _for_ever()
                    _time.sleep(timeout)
                    return False
                self._value -= 1
                return True
            __enter__ = acquire
            def release(self, n=1):
                if n < 1:
                    raise ValueError('n must be one or more')
                self._value += n
            def __exit__(self, t, v, tb):
                self.release()
        class BoundedSemaphore(Semaphore):
            def release(self, n=1):
                if self._value + n > self._initial_value:
                    raise ValueError('Semaphore released too many times')
                super().release(n)
        class Condition:
            def __init__(self, lock=None):
                self._lock = RLock() if lock is None else lock
                self.acquire, self.release = self._lock.acquire, self._lock.release
            def __enter__(self):
                return self._lock.__enter__()
            def __exit__(self, *args):
                return self._lock.__exit__(*args)
            def wait(self, timeout=None):
                if timeout is None:
                    _for_ever()
                _time.sleep(timeout)
                return False
            def wait_for(self, predicate, timeout=None):
                result = predicate()
                if not result:
                    self.wait(timeout)
                    result = predicate()
                return result
            def notify(self, n=1):
                pass
            def notify_all(self):
                pass
        class _MainThread:
            name, ident, native_id, daemon = 'MainThread', 1, 1, False
            def is_alive(self):
                return True
            def getName(self):
                return self.name
            def isDaemon(self):
                return False
            def __repr__(self):
                return '<_MainThread(MainThread, started 1)>'
        _main = _MainThread()
        def current_thread():
            return _main
        main_thread = currentThread = current_thread
        def enumerate():
            return [_main]
        def get_native_id():
            return 1
        """#)

    /// `concurrent.futures`.
    static let futures = WrittenModule(
        #"""
        import collections as _collections
        FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'
        class Error(Exception):
            pass
        class CancelledError(Error):
            pass
        class InvalidStateError(Error):
            pass
        class BrokenExecutor(RuntimeError):
            pass
        TimeoutError = TimeoutError
        class Future:
            def __init__(self):
                self._state, self._result, self._exception, self._callbacks = 'PENDING', None, None, []
            def _finish(self, state, result=None, exception=None):
                if self._state in ('CANCELLED', 'FINISHED'):
                    raise InvalidStateError('{}: {!r}'.format(self._state, self))
                self._state, self._result, self._exception = state, result, exception
                for callback in self._callbacks:
                    callback(self)
            def cancel(self):
                if self._state == 'FINISHED':
                    return False
                if self._state != 'CANCELLED':
                    self._finish('CANCELLED')
                return True
            def cancelled(self):
                return self._state == 'CANCELLED'
            def running(self):
                return False
            def done(self):
                return self._state in ('CANCELLED', 'FINISHED')
            def _wait(self):
                if self._state == 'CANCELLED':
                    raise CancelledError()
                if self._state == 'PENDING':
                    raise PlaygroundLimit('nobody ends the waiting: a program here has no other threads')
            def result(self, timeout=None):
                self._wait()
                if self._exception is not None:
                    raise self._exception
                return self._result
            def exception(self, timeout=None):
                self._wait()
                return self._exception
            def add_done_callback(self, fn):
                if self.done():
                    fn(self)
                else:
                    self._callbacks.append(fn)
            def set_running_or_notify_cancel(self):
                return self._state != 'CANCELLED'
            def set_result(self, result):
                self._finish('FINISHED', result)
            def set_exception(self, exception):
                self._finish('FINISHED', exception=exception)
        class Executor:
            _shut = False
            def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=(), **kwargs):
                if max_workers is not None and max_workers <= 0:
                    raise ValueError('max_workers must be greater than 0')
                self._max_workers = max_workers
                if initializer is not None:
                    initializer(*initargs)
            def submit(self, fn, /, *args, **kwargs):
                if self._shut:
                    raise RuntimeError('cannot schedule new futures after shutdown')
                future = Future()
                try:
                    future.set_result(fn(*args, **kwargs))
                except BaseException as error:
                    future.set_exception(error)
                return future
            def map(self, fn, *iterables, timeout=None, chunksize=1):
                futures = [self.submit(fn, *args) for args in zip(*iterables)]
                def results():
                    for future in futures:
                        yield future.result()
                return results()
            def shutdown(self, wait=True, *, cancel_futures=False):
                self._shut = True
            def __enter__(self):
                return self
            def __exit__(self, exc_type, exc_val, exc_tb):
                self.shutdown(wait=True)
                return False
        class ThreadPoolExecutor(Executor):
            pass
        class ProcessPoolExecutor(Executor):
            def __init__(self, *args, **kwargs):
                raise PlaygroundLimit('processes are outside the playground')
        def as_completed(fs, timeout=None):
            yield from list(dict.fromkeys(fs))
        def wait(fs, timeout=None, return_when=ALL_COMPLETED):
            done = {f for f in fs if f.done()}
            return _collections.namedtuple('DoneAndNotDoneFutures', 'done not_done')(done, set(fs) - done)
        """#)
}

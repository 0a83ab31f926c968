/// The small modules about what a program runs in and on: errors, connections, memory, clocks.
extension SmallModules {
    static let errno = WrittenModule(
        #"""
        errorcode = {1: 'EPERM', 2: 'ENOENT', 3: 'ESRCH', 4: 'EINTR', 5: 'EIO', 9: 'EBADF', 10: 'ECHILD', 11: 'EAGAIN', 12: 'ENOMEM',
                     13: 'EACCES', 16: 'EBUSY', 17: 'EEXIST', 20: 'ENOTDIR', 21: 'EISDIR', 22: 'EINVAL', 28: 'ENOSPC', 32: 'EPIPE',
                     98: 'EADDRINUSE', 103: 'ECONNABORTED', 104: 'ECONNRESET', 110: 'ETIMEDOUT', 111: 'ECONNREFUSED'}
        globals().update({name: number for number, name in errorcode.items()})
        EWOULDBLOCK = EAGAIN
        """#)

    static let urllibError = WrittenModule(
        #"""
        class URLError(OSError):
            def __init__(self, reason, filename=None):
                self.args = reason,
                self.reason = reason
                if filename is not None:
                    self.filename = filename
            def __str__(self):
                return '<urlopen error %s>' % self.reason
        class HTTPError(URLError):
            def __init__(self, url, code, msg, hdrs, fp):
                self.code, self.msg, self.hdrs, self.fp, self.filename = code, msg, hdrs, fp, url
            reason = property(lambda self: self.msg)
            headers = property(lambda self: self.hdrs)
            def __str__(self):
                return 'HTTP Error %s: %s' % (self.code, self.msg)
            def __repr__(self):
                return '<HTTPError %s: %r>' % (self.code, self.msg)
        class ContentTooShortError(URLError):
            def __init__(self, message, content):
                URLError.__init__(self, message)
                self.content = content
        """#)

    static let httpClient = WrittenModule(
        #"""
        from http import HTTPStatus as _Status
        responses = {status: status.phrase for status in _Status}
        globals().update(_Status.__members__)
        HTTP_PORT, HTTPS_PORT = 80, 443
        class HTTPException(Exception):
            pass
        class NotConnected(HTTPException):
            pass
        class InvalidURL(HTTPException):
            pass
        class IncompleteRead(HTTPException):
            pass
        class BadStatusLine(HTTPException):
            pass
        class RemoteDisconnected(ConnectionResetError, BadStatusLine):
            pass
        class HTTPConnection:
            def __init__(self, *args, **kwargs):
                raise PlaygroundLimit('a connection is outside the playground, which has no network')
        class HTTPSConnection(HTTPConnection):
            pass
        """#)

    static let atexit = WrittenModule(
        #"""
        def register(func, /, *args, **kwargs):
            return func
        def unregister(func):
            pass
        """#)

    static let zlib = WrittenModule(
        #"""
        from binascii import crc32
        class error(Exception):
            pass
        def adler32(data, value=1, /):
            a, b = value & 0xFFFF, value >> 16 & 0xFFFF
            for byte in bytes(data):
                a += byte
                b += a
            return (b % 65521) << 16 | a % 65521
        def _outside(*args, **kwargs):
            raise PlaygroundLimit('compression is outside the playground')
        compress = decompress = compressobj = decompressobj = _outside
        MAX_WBITS, DEFLATED, DEF_MEM_LEVEL, Z_BEST_COMPRESSION, Z_BEST_SPEED, Z_DEFAULT_COMPRESSION = 15, 8, 8, 9, 1, -1
        """#)

    static let timeit = WrittenModule(
        #"""
        from time import perf_counter as default_timer
        default_number = 1000000
        def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
            if not callable(stmt):
                raise PlaygroundLimit('timeit() of a text is outside the playground: text is not run as code')
            start = timer()
            for _ in range(number):
                stmt()
            return timer() - start
        """#)

    static let sched = WrittenModule(
        #"""
        import collections as _collections, heapq as _heapq, itertools as _itertools, time as _time
        Event = _collections.namedtuple('Event', 'time, priority, sequence, action, argument, kwargs')
        class scheduler:
            def __init__(self, timefunc=_time.monotonic, delayfunc=_time.sleep):
                self._queue, self._count, self.timefunc, self.delayfunc = [], _itertools.count(), timefunc, delayfunc
            def enterabs(self, time, priority, action, argument=(), kwargs={}):
                event = Event(time, priority, next(self._count), action, argument, kwargs)
                _heapq.heappush(self._queue, event)
                return event
            def enter(self, delay, priority, action, argument=(), kwargs={}):
                return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)
            def cancel(self, event):
                self._queue.remove(event)
                _heapq.heapify(self._queue)
            def empty(self):
                return not self._queue
            def run(self, blocking=True):
                while self._queue:
                    event, now = self._queue[0], self.timefunc()
                    if event.time > now:
                        if not blocking:
                            return event.time - now
                        self.delayfunc(event.time - now)
                    else:
                        _heapq.heappop(self._queue)
                        event.action(*event.argument, **event.kwargs)
                        self.delayfunc(0)
            queue = property(lambda self: sorted(self._queue))
        """#)
}

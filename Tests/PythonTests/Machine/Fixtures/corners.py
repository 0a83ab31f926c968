#% codecs
import codecs
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
for e in ['unicode_escape', 'raw_unicode_escape', 'cp437', 'iso8859-15', 'ISO_8859-2', 'latin2', 'L9', 'cp1252', 'windows-1251', '1250', 'ibm850', 'koi8-r', 'koi8_u', 'mac_roman', 'cp866', 'cyrillic', 'greek', 'hex', 'rot13', 'base64', 'nope']:
    t('aé€\n\\漢'.encode, e, 'replace'); t('é'.encode, e); t(b'a\xe9\\n\x80\\u00e9'.decode, e); t(b'a\xff'.decode, e, 'replace')
    t(lambda: codecs.lookup(e).name.replace('-', ''))
for b in [b'\\', b'\\x4', b'\\x41\\101\\u00', b'\\N{DIGIT ONE}\\N{X}', b'\\N', b'\\U00110000', b'\\t\\\\\\q', b'\\\n', b'\\777']:
    for e in ['unicode_escape', 'raw_unicode_escape']: t(b.decode, e); t(b.decode, e, 'replace')
t('\x00\x7f\t\r\'"\\ÿĀ😀'.encode, 'unicode_escape'); t('\x00\x7f\t\\ÿĀ😀'.encode, 'raw_unicode_escape')
for h in ['namereplace', 'xmlcharrefreplace', 'backslashreplace', 'surrogatepass']: t('aé\ud800b'.encode, 'ascii', h); t(b'a\xff\xe9'.decode, 'utf-8', h); t('aé漢'.encode, 'cp1252', h)
d = codecs.getincrementaldecoder('utf-8')(); print([d.decode(bytes([b])) for b in 'é漢x'.encode()]); t(d.decode, b'\xc3', True)
print(''.join(codecs.iterdecode([b'\xc3', b'\xa9a'], 'utf-8')), list(codecs.iterencode(['é', 'a'], 'utf-8')), codecs.getencoder('ascii')('a'), codecs.utf_8_decode(b'\xc3\xa9'), codecs.decode(b'6162', 'hex'), codecs.encode('abc', 'rot13'))
#% email.utils
import email.utils as E
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
for p in [('Jürgen', 'a@b.c'), ('Jo "x"', 'a@b.c'), ('', 'a@b'), ('J', 'ä@b'), ('漢字', 'a@b'), ('a b ü', 'x@y'), ('J.R.', 'a@b'), ('Jo', 'a@b')]: t(E.formataddr, p)
t(E.formataddr, ('é', 'a@b'), 'iso-8859-1')
for a in ['Jo <a@b.c>', '"Jo, X" <a@b.c>', 'a@b (comment)', 'bad', 'Jo (work) <a@b>', '<a@b>']: t(E.parseaddr, a)
t(E.encode_rfc2231, 'é x', 'utf-8', 'en'); t(E.encode_rfc2231, 'a b'); t(E.decode_rfc2231, "utf-8'en'%C3%A9"); t(E.decode_rfc2231, 'x')
#% calendar
import calendar
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
print(calendar.calendar(2024)); print(calendar.month(2024, 2)); print(calendar.TextCalendar(6).formatmonth(2023, 12, 3, 2)); print(calendar.TextCalendar(2).formatyear(2023, 2, 1, 2, 4))
for m in (1, 2, 12):
    for w in (0, 3, 6):
        c = calendar.Calendar(w); t(lambda: list(c.itermonthdays2(2024, m))[:9]); t(c.monthdayscalendar, 2024, m); t(lambda: [str(d) for d in c.itermonthdates(2024, m)][::9]); t(lambda: list(c.itermonthdays3(2024, m))[-2:]); t(lambda: list(c.itermonthdays4(2024, m))[:2])
t(lambda: [len(r) for r in calendar.Calendar().yeardayscalendar(2024, 5)]); t(lambda: calendar.Calendar().monthdatescalendar(2024, 2)[0][0]); t(lambda: list(calendar.Calendar(9).iterweekdays())); t(calendar.weekheader, 3); t(calendar.week, [(1, 0), (0, 1)], 4)
t(calendar.firstweekday); t(calendar.setfirstweekday, 7); t(calendar.monthrange, 2024, 13); calendar.setfirstweekday(calendar.SUNDAY); t(calendar.monthcalendar, 2024, 2); calendar.prmonth(2024, 3); calendar.setfirstweekday(0)
#% copies of iterators
import copy
for it in [iter([1, 2, 3]), iter((1, 2)), iter('abé'), iter(range(3)), iter(range(2**70, 2**70 + 3)), iter({1: 2, 3: 4}), iter({1: 2, 3: 4}.items()), reversed({1: 2, 3: 4}), reversed([1, 2]), iter(b'ab'), enumerate('abc'), reversed((1, 2, 3))]:
    next(it); c = copy.copy(it); d = copy.deepcopy(it); print(type(c).__name__, list(c), list(d), list(it), list(it))
rows = iter([[1], [2]]); d = copy.deepcopy(rows); next(d).append(5); print(list(rows), list(copy.copy(rows)))
try: copy.copy(i for i in 'a')
except TypeError as e: print(e)
#% sizes of objects
import sys
class A: pass
class B: __slots__ = 'a', 'b'
class C:
    def __sizeof__(self): return 5
for x in [1, 2**30, 2**64, True, 1.5, 1j, 'abc', 'é', '漢', '🙂', '', b'', b'abc', [], [1], [1, 2], [1, 2, 3], [1, 2, 3, 4, 5], (), (1,), {}, {1: 2}, {'a': 1}, {i: i for i in range(20)}, set(), {1}, set(range(20)), frozenset([1]), range(3), None, ..., NotImplemented, int, lambda: 0, bytearray(), bytearray(b'ab'), slice(1), A(), B(), C(), A, Exception(), ValueError(1), iter([]), len, A().__init__ and 1, enumerate([])]: print(sys.getsizeof(x), end=' ')
try: sys.getsizeof()
except TypeError as e: print(e)
#% signals of decimal
from decimal import *
D = Decimal
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
with localcontext() as c:
    c.clear_flags(); print(len(c.flags), c.flags, list(c.traps.items())[:2], [s.__name__ for s, on in c.traps.items() if on], Inexact in c.flags, c.flags == ExtendedContext.flags)
    D(1) / 3; D(1.5); print([s.__name__ for s in c.flags if c.flags[s]], c.flags.copy()[Inexact]); c.clear_flags(); D(1) == 1.0; print([s.__name__ for s in c.flags if c.flags[s]])
    c.traps[FloatOperation] = True
    t(D, 1.5); t(lambda: D(1) == 1.0); t(lambda: D(1) < 1.5); t(D.from_float, 1.5); t(c.create_decimal, 1.5); t(c.create_decimal_from_float, 1.5); t(lambda: c.flags[5]); t(lambda: c.flags.__delitem__(Inexact))
with localcontext(prec=3, rounding=ROUND_UP) as c: print(D('1.2345') + 0, c.prec)
t(localcontext, foo=3); t(lambda: Context(traps=[5])); t(lambda: setattr(getcontext(), 'prec', 'a')); t(round, D(1), 1.5); t(lambda: complex(D('1.5'))); t(lambda: D('1.50').__reduce__())
for s in ['z.1f', '.3e', '+z.2f', 'z,.0f', '.0e', 'z', 'z%']:
    for v in ['0', '0E+3', '0E-5', '1E+3', '-0', '-0.01', '-1234.5']: t(format, D(v), s)
for a, b in [('12.50', 3), ('-1', 'NaN'), ('1', '1.0'), ('Infinity', 2), ('1', 9999999), ('5', -2)]: t(D(a).scaleb, D(b))
#% dictConfig and warnings in the log
import logging, logging.config, io, warnings
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e, repr(e.__cause__))
t(logging.config.dictConfig, {'version': 1, 'loggers': {'q': {'handlers': ['zz']}}}); t(logging.config.dictConfig, {'version': 1, 'formatters': {'q': {'format': '{', 'style': '{'}}}); t(logging.config.dictConfig, {'version': 1, 'root': {'level': 'LOUD'}})
s = io.StringIO(); h = logging.StreamHandler(s); h.setFormatter(logging.Formatter('%(name)s %(levelname)s %(message)s')); w = logging.getLogger('py.warnings'); w.addHandler(h); w.propagate = False
logging.captureWarnings(True); warnings.warn_explicit('hey', UserWarning, 'f.py', 3); logging.captureWarnings(False); print(s.getvalue())
lg = logging.getLogger('named'); lg.setLevel(20); print(logging.LoggerAdapter(lg, {}))
#% strftime of glibc
from datetime import *
d = datetime(2024, 2, 9, 13, 5, 7, tzinfo=timezone.utc)
for f in ['%5Y|%010d|%_5H|%-3d|%08m', '%12A|%^12a|%0b', '%Ey %Od %EY %OH %Ex', '%E %O %EQ', '%s', '%-_5d|%^#p']: print(d.strftime(f), d.date().strftime(f), d.time().strftime(f), sep=' / ')
class Z(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=2)
    def dst(self, dt): return timedelta(hours=1)
class M(datetime): pass
m = M(2024, 1, 1, tzinfo=timezone.utc).astimezone(Z()); print(type(m).__name__, m, type(M(2024, 1, 1, tzinfo=timezone.utc).astimezone(timezone(timedelta(1) / 24))).__name__)
#% statistics, random, uuid, operator, urllib, asyncio
import statistics, random, uuid, operator, urllib.parse, asyncio, inspect, decimal, sys
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
t(statistics.quantiles, [1, 2], n=None); t(statistics.quantiles, [1, 2], method='x'); t(statistics.quantiles, [1], n=0); t(statistics.geometric_mean, [-1, 2]); t(statistics.harmonic_mean, [None], weights=[]); t(statistics.harmonic_mean, [decimal.Decimal('1.5'), 2]); t(statistics.mean, [1.5, decimal.Decimal(1)])
r = random.Random(1)
for s in ['abc', b'abc', '', 5, 'é']: r.seed(s, version=1); print(r.random())
t(random.setstate, (1, 2, 3)); t(r.randbytes, -1); print(uuid.UUID(int=5).is_safe, list(uuid.SafeUUID))
class H:
    def __init__(self, n): self.n = n
    def __length_hint__(self): return self.n
for n in (10, -1, 'x', NotImplemented): t(operator.length_hint, H(n), 3)
t(operator.length_hint, 5, 7); t(operator.length_hint, [1]); t(operator.length_hint, iter([1, 2])); t(urllib.parse.urldefrag, 'HTTP://H/%7E'); t(urllib.parse.urldefrag, 'http://[::1/'); t(urllib.parse.urldefrag, 'HTTP://h#f'); print(inspect.getmodule(decimal.Decimal).__name__); t(inspect.getmodule, 5)
async def one(): return 1
loop = asyncio.new_event_loop(); print(loop.run_until_complete(one()), loop.is_closed()); loop.close(); print(loop.is_closed())
c = one(); t(loop.run_until_complete, c); c.close(); print(asyncio.run(one()))
#% sys.modules
import sys, json
print(sys.modules['json'] is json, sys.modules['sys'] is sys, 'nothing' in sys.modules)
#% times out of range
import time
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
ok = (2024, 2, 3, 4, 5, 6, 5, 34, 0)
for at, values in [(0, (-5, 10000, 2**31)), (1, (0, 13, -1)), (2, (0, 31, 32)), (3, (24,)), (4, (60, -1)), (5, (61, 62)), (6, (-2,)), (7, (367,))]:
    for v in values:
        n = ok[:at] + (v,) + ok[at + 1:]; t(time.strftime, '%H:%M %m', n); t(time.mktime, n)
t(time.asctime, (2024, 13) + (0,) * 7); t(time.strftime, '%Y', (1, 2)); t(time.sleep, 'a'); t(time.mktime, ok); t(time.mktime, 5)
#% addresses
import ipaddress as I
for s in ['::1', '::ffff:1.2.3.4', '::ffff:10.0.0.1', '4000::', '2001:db8::1', '2600::1', '240.0.0.1', '100.64.0.1', '8.8.8.8', 'fe80::1', 'fec0::1']:
    a = I.ip_address(s); print(a, a.is_private, a.is_global, a.is_reserved, a.is_loopback, a.is_link_local, a.is_unspecified, a.is_multicast)
n = I.ip_network('10.0.0.0/29'); print(list(n.address_exclude(I.ip_network('10.0.0.2/31'))), list(n.address_exclude(n)), list(I.ip_network('2001:db8::/32').address_exclude(I.ip_network('2001:db8:8000::/34'))))
for o in (I.ip_network('10.0.0.0/28'), I.ip_network('::/0'), I.ip_address('10.0.0.1'), I.ip_network('11.0.0.0/30')):
    try: print(list(n.address_exclude(o)))
    except (TypeError, ValueError, AttributeError) as e: print(type(e).__name__, e)
#% wrong arguments of types and inspect
import types, inspect
for f in [lambda: types.MethodType(5, 5), lambda: types.MethodType(len, None), lambda: types.MappingProxyType(5), lambda: types.MappingProxyType([]), lambda: types.MappingProxyType({'a': 1}), lambda: inspect.Parameter('a b', inspect.Parameter.KEYWORD_ONLY), lambda: inspect.Parameter(5, inspect.Parameter.KEYWORD_ONLY), lambda: inspect.Parameter('ok', inspect.Parameter.KEYWORD_ONLY)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
#% sequences that say what plus does, and typing's names called
from typing import NamedTuple
import typing
class N(NamedTuple):
    a: int
    def __add__(self, o): return N(self.a + o.a) if isinstance(o, N) else NotImplemented
class L(list):
    def __add__(self, o): return NotImplemented
class S(str):
    def __add__(self, o): return NotImplemented
class I(int):
    def __add__(self, o): return NotImplemented
for f in [lambda: N(1) + N(2), lambda: N(1) + 2, lambda: N(1) + (2,), lambda: (1,) + N(2), lambda: L([1]) + [2], lambda: [1] + L([2]), lambda: S('a') + 'b', lambda: 'a' + S('b'), lambda: I(1) + 2, lambda: sum([N(1)])]:
    try: print(f())
    except TypeError as e: print(e)
for name in ['Counter', 'Deque', 'DefaultDict', 'OrderedDict', 'ChainMap', 'List', 'Dict', 'Set', 'Tuple', 'FrozenSet', 'Iterable', 'Type', 'Mapping']:
    try: print(name, repr(getattr(typing, name)()))
    except TypeError as e: print(name, e)
try: print(typing.List[int](), 1)
except TypeError as e: print(e)
print(typing.Deque[int]([1]), typing.DefaultDict[str, int](int))
#% networks that cover addresses
import ipaddress as I
def t(f, *a):
    try: print([str(x) for x in f(*a)])
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
A, N = I.ip_address, I.ip_network
for a, b in [('1.0.0.0', '1.0.0.5'), ('0.0.0.0', '255.255.255.255'), ('1.2.3.4', '1.2.3.4'), ('10.0.0.7', '10.0.1.9'), ('::', '::ff'), ('2001:db8::5', '2001:db8::1:0'), ('1.0.0.5', '1.0.0.0'), ('::1', '1.2.3.4')]: t(I.summarize_address_range, A(a), A(b))
t(I.summarize_address_range, N('1.0.0.0/8'), A('1.0.0.0')); t(I.collapse_addresses, [N('1.0.0.0/9'), N('1.128.0.0/9'), A('2.0.0.0'), A('2.0.0.1'), N('1.2.0.0/16')]); t(I.collapse_addresses, []); t(I.collapse_addresses, [N('::/1'), N('8000::/1')]); t(I.collapse_addresses, [N('1.0.0.0/8'), N('::/1')])
print(sorted([N('10.0.0.0/8'), A('1.2.3.4'), A('9.9.9.9')], key=lambda x: I.get_mixed_type_key(x)[:2]), I.v4_int_to_packed(5))
#% where an exception of an async generator passes
import asyncio, traceback
async def g():
    yield 1
    raise ValueError('x')
class It:
    def __aiter__(self): return self
    async def __anext__(self): raise KeyError('it')
async def m(): return [x async for x in g()]
async def m2(): return [y for y in [x async for x in g()]]
async def h(x): raise KeyError(x)
async def m3(): return [await h(x) for x in range(3)]
async def m4(): return {x: y async for x in g() for y in [1/0]}
async def m5():
    async for x in g(): pass
async def m6(): return [z async for z in (await h(q) for q in [1])]
async def m7():
    try:
        async for x in It(): pass
    except KeyError: raise
async def m8():
    async for x in g():
        async for y in It(): pass
for f in (m, m2, m3, m4, m5, m6, m7, m8):
    try: asyncio.run(f())
    except Exception as e: print(type(e).__name__, [(x.name, x.lineno) for x in traceback.extract_tb(e.__traceback__) if 'main' in x.filename or x.filename == '<program>'])
#% copies of count and repeat, slices of bytearrays
import copy, itertools as I
for it in [I.count(3), I.count(1.5, -2), I.repeat(1, 3), I.repeat('x')]: next(it); c = copy.copy(it); print(c, list(I.islice(c, 3)), it, list(I.islice(it, 3)))
b = bytearray(b'abc')
for v in (5, 1.5, b'xy', [65], 'a', None):
    try: b[0:1] = v; print(b)
    except (TypeError, ValueError) as e: print(type(e).__name__, e)

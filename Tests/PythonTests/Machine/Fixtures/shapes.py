#% urllib.parse and html
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
import urllib.parse as u, html
print(ascii(u.unquote('é%C3%A9')), u.quote('é',encoding='latin-1'), u.parse_qs('a=%E9&b=x%41',encoding='latin-1'))
for f in (lambda:u.quote(b'a',encoding='x'),lambda:u.quote(5),lambda:u.quote_plus(b'a b',errors='x'),lambda:u.urlencode({b'a':b'\xff'},encoding='latin-1'),lambda:u.urlencode({'é':'é'},encoding='latin-1'),lambda:u.unquote(b'%ff'),lambda:u.quote('a/é',safe='é'),lambda:u.urlencode({'a':'b c'},quote_via=u.quote), lambda:u.urlencode([1]), lambda: u.urlencode(5), lambda: u.urlencode('abc'), lambda: u.urlencode(['ab','cd']), lambda:u.urlencode([('a',)]), lambda:u.urlencode({'a':range(2),'b':5,'c':{1:2}},doseq=True), lambda: u.unquote(5), lambda: u.urlencode({1:None,'x':True}), lambda: u.quote('~a-b_c.d/é ü?'), lambda: u.quote_plus('a b&c=d/'), lambda: u.urlsplit('HTTP://User:Pw@Host.Example:8080/p;x?q=1#f'), lambda: u.urlsplit('http://[::1]:80/').hostname, lambda: u.urlsplit('http://h:99999').port, lambda: u.urlsplit('//a/b').netloc, lambda: u.urljoin('http://a/b/c/d','../g?x#y'), lambda: u.urljoin('http://a/b/c','//g'), lambda: u.urljoin('http://a/b/c',''), lambda: u.urlparse('http://a/b;c?d').params, lambda: u.urlunsplit(('http','a','b','c','d')), lambda: u.parse_qsl('a=1&b&c=&a=2',keep_blank_values=True), lambda: u.parse_qsl('a',strict_parsing=True), lambda: u.urldefrag('http://a/#b'), lambda: u.urlsplit('http://a')._replace(query='x=1').geturl(), lambda: u.unquote_plus('a+b%20c'), lambda: u.unquote('%zz%4'), lambda: u.unquote('%E4', encoding='latin-1'), lambda: u.quote('', safe='')):
    t(f)
for v in (5,None,b'a',['&'],[1],'&lt;&amp;&eacute;&#65;&#x41;&unknown;&notit;'): t(lambda: html.unescape(v))
print('.')
#% sorting and functools
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
import functools, heapq
def cmp(a, b): return (a > b) - (a < b)
print(sorted([3,1,2], key=functools.cmp_to_key(cmp)), sorted('bca', key=functools.cmp_to_key(lambda a,b: -cmp(a,b))))
K = functools.cmp_to_key(cmp)
print(K(1) < K(2), K(1) == K(1), K(3).obj, K(2) != K(2), K(2) >= K(3))
t(lambda: K(1) < 1)
t(lambda: hash(K(1)))
t(lambda: sorted([1,2], key=functools.cmp_to_key(lambda a, b: 'x')))
t(lambda: functools.reduce(cmp, 5))
t(lambda: functools.reduce(cmp, []))
print(list(heapq.merge([1,4,7],[2,4,9],[0])), list(heapq.merge([7,4,1],[9,4,2],reverse=True)), list(heapq.merge(['a','bbb'],['cc'],key=len)), list(heapq.merge()))
m = heapq.merge(iter([1,3]), iter([2]))
print(next(m), type(m).__name__)
def gen():
    print('pulled'); yield 1
    print('more'); yield 5
g = heapq.merge(gen(), [2,3]); print(next(g)); print(next(g)); print(list(g))
print(heapq.nsmallest(2,[3,1,2]), heapq.nlargest(2,'abc',key=ord))
print('.')
#% namedtuple
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
from collections import namedtuple
for a in [('1x','a'),('class','a'),('X','a a'),('X','_a'),('X','a def'),('X','a-b'),('X',['a',1])]: t(lambda: namedtuple(*a))
P = namedtuple('P','x y',defaults=[5])
p = P(1)
print(p, p._asdict(), P._field_defaults, p._replace(x=3), P.__doc__, P.x.__doc__, P._fields, p == (1,5), hash(p) == hash((1,5)))
t(lambda: setattr(p,'x',1)); t(lambda: setattr(p,'z',1)); t(lambda: P()); t(lambda: P(1,2,3)); t(lambda: P(1,q=2)); t(lambda: vars(p)); t(lambda: p._replace(q=1)); t(lambda: P._make([1])); t(lambda: p.zz); t(lambda: hasattr(p,'__dict__'))
class Q(P):
    def total(self): return self.x + self.y
q = Q(1,2); print(q, q.total(), q._replace(x=5), isinstance(q, P)); q.extra = 1; print(vars(q))
import copy; print(copy.copy(q), copy.deepcopy(p), P.__match_args__)
match p:
    case P(x, y=5): print('matched', x)
x, *rest = p; print(x, rest)
print('%s %s' % p, '{0.x} {1}'.format(p, p), f'{p!r:>20}')
print('.')
#% codecs
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
for s in ('é€','a','','\U0001f436x'):
    for e in ('utf-16','utf-16-le','utf-32-be','cp1252','latin-1','ascii','utf-8-sig','windows-1252'):
        t(lambda: s.encode(e)); t(lambda: s.encode(e,'replace')); t(lambda: s.encode(e, 'replace').decode(e))
for b in (b'\x80\x81', b'a\x00', b'\xff\xfea\x00', b'\x00\xd8', b'abc'):
    for e in ('utf-16','utf-16-le','utf-16-be','utf-32','cp1252'):
        for er in ('strict','replace','ignore','backslashreplace','surrogatepass'): t(lambda: ascii(b.decode(e, er)))
print('.')
#% fractions beside infinities, and the pieces of JSON
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
from fractions import Fraction
t(lambda: float('-inf') < Fraction(0)); t(lambda: 1.5 < Fraction(0)); t(lambda: float('nan') == Fraction(0)); t(lambda: Fraction(1) > float('inf')); t(lambda: float('inf') > Fraction(1)); t(lambda: 'a' > Fraction(1)); t(lambda: Fraction(1) < 'a'); t(lambda: Fraction(0) <= 'zz')
import json
print(list(json.JSONEncoder().iterencode([1, {"a": 2, "b": [True, None, "x"]}, [], {}, 1.5])))
print(list(json.JSONEncoder(indent=1, sort_keys=True).iterencode({"b": 1, "a": [1, 2]})))
print('.')
#% generators that are dropped
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
def g(n):
    try: yield 1; yield 2
    finally: print('fin', n)
for x in g(1): break
print('after')
a = g(2); next(a); a = None
print('dropped')
def f():
    b = g(3); next(b)
    return 5
f()
print('local dropped')
c = g(4); next(c); del c
print(list(zip(g(5), [1])))
x, *_ = g(6)
print(next(g(7)))
print('end')
print('.')
#% cookies
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
from http.cookies import SimpleCookie, Morsel, CookieError
c = SimpleCookie(); c['a'] = 'b c;"d"'; c['a']['path'] = '/'; c['a']['httponly'] = True; c['a']['max-age'] = 5; c['é' if False else 'x'] = 'é'
print(c.output()); print(c['a'].OutputString()); print(c['a'].coded_value, c['a'].value, c['a'].key); print(repr(c)); print(str(c['x']))
d = SimpleCookie('a=1; b="x\\"y"; $Path=/; c=d=e; bad cookie; f'); print(sorted((k, m.value) for k, m in d.items()))
d = SimpleCookie(); d.load('k=v; Path=/p; Secure; HttpOnly; expires=Wed, 21 Oct 2015 07:28:00 GMT'); print(d.output(attrs=['path'], header='C:')); print({k: dict(m) for k, m in d.items()})
t(lambda: c.__setitem__('a b', 1)); t(lambda: c['a'].__setitem__('nope', 1)); t(lambda: Morsel().set('path', 'v', 'v')); t(lambda: c['zz'])
m = Morsel(); m.set('k', 'v', 'v'); m['samesite'] = 'Lax'; m['domain'] = 'e.com'; print(m, m.isReservedKey('Path'), m == m.copy(), dict(m), repr(m)); print(c.js_output()[:40]); print(sorted(c.keys()), 'a' in c, len(c))
c2 = SimpleCookie({'n': 5}); print(c2.output(), c2['n'].value); del c2['n']; print(c2.output() == '')
m['max-age'] = -1; m['secure'] = True; print(m.OutputString()); print(m.OutputString(['secure']))
print('.')
#% hashes and base64
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
import hashlib, hmac, base64, json, binascii
b = json.dumps({'a': [1, 2.5, None, True], 'é': 'ü'}, sort_keys=True, separators=(',', ':')).encode(); print(b, hashlib.md5(b).hexdigest(), hashlib.sha1(b, usedforsecurity=False).hexdigest(), hashlib.new('sha256', b).hexdigest()[:16], hashlib.blake2b(b, digest_size=8, key=b'k').hexdigest(), hashlib.sha3_256(b).digest()[:4], hashlib.sha512().block_size, hashlib.sha256().digest_size, hashlib.sha256().name, repr(hashlib.sha256())[:20])
h = hashlib.sha256(); h.update(b'a'); g = h.copy(); g.update(b'b'); print(h.hexdigest()[:8], g.hexdigest()[:8]); print(hmac.new(b'k', b, 'sha256').hexdigest()[:16], hmac.digest(b'k', b'm', hashlib.sha1)[:4], hmac.compare_digest('a', 'a'), hmac.compare_digest(b'a', b'b'))
t(lambda: hmac.compare_digest('é', 'é')); t(lambda: hmac.compare_digest('a', b'a')); t(lambda: hmac.new(b'k', b'm')); t(lambda: hashlib.new('nope')); t(lambda: hashlib.md5('x')); t(lambda: hashlib.sha256('x')); t(lambda: hmac.new('k', b'm', 'sha256')); t(lambda: hashlib.shake_128(b'a').hexdigest(4)); t(lambda: hashlib.pbkdf2_hmac('sha256', b'p', b's', 10).hex()[:16]); t(lambda: base64.urlsafe_b64encode(b'\xff\xfe?')); t(lambda: base64.b64decode('YQ')); t(lambda: base64.b64decode('Y!Q==', validate=True)); t(lambda: base64.b64decode('a')); t(lambda: base64.urlsafe_b64decode('__-_')); t(lambda: base64.b32encode(b'hi')); t(lambda: base64.b16decode('zz')); t(lambda: base64.b85encode(b'hello')); t(lambda: base64.a85encode(b'hello')); t(lambda: base64.b64encode('a')); t(lambda: binascii.hexlify(b'abc', '-')); t(lambda: bytes.fromhex('a g')); t(lambda: binascii.unhexlify('abc')); t(lambda: binascii.crc32(b'a')); t(lambda: sorted(hashlib.algorithms_guaranteed)[:4])
h = hmac.new(b'k', digestmod='sha1'); h.update(b'x'); print(h.name, h.digest_size, h.block_size, h.copy().hexdigest()[:8])
print('.')
#% json
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
import json, datetime, decimal, enum, dataclasses, uuid
class E(enum.Enum): A = 1
class I(enum.IntEnum): A = 1
class S(str, enum.Enum): A = 'x'
class D(dict): pass
class MyInt(int):
    def __repr__(self): return 'my'
class F(float): pass
for v in [I.A, S.A, {I.A: 1, S.A: 2}, D(a=1), MyInt(5), F(1.5), (1,), [float('inf')], {1: 1, None: 2, True: 3, 1.5: 4}, 'é\u2028\x00\x7f"\\/', '\ud800', 1e22, 1e-7, -0.0, 10**30, {'b': 1, 'a': {'d': 1, 'c': 2}}]:
    t(lambda: json.dumps(v)); t(lambda: json.dumps(v, ensure_ascii=False, indent=2, sort_keys=False)); t(lambda: json.dumps(v, separators=(',', ':')))
for v in [E.A, {1, 2}, b'a', object, datetime.date(2020, 1, 1), decimal.Decimal(1), {(1,): 2}, {E.A: 1}, 1j, range(2), lambda: 1]:
    try: json.dumps(v)
    except TypeError as e: print(e)
t(lambda: json.dumps({'b': 1, 1: 2}, sort_keys=True)); a = []; a.append(a); t(lambda: json.dumps(a)); t(lambda: json.dumps({E.A: 1}, skipkeys=True)); t(lambda: json.dumps([1, [2, {'a': []}]], indent='\t')); t(lambda: json.dumps({'a': E.A}, default=lambda o: o.name)); t(lambda: json.dumps([object()], default=lambda o: o)) if False else None
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        if isinstance(o, datetime.datetime): return o.isoformat()
        return super().default(o)
t(lambda: json.dumps({'s': {2, 1}, 'd': datetime.datetime(2020, 1, 2)}, cls=Enc, indent=1)); t(lambda: json.dumps(E.A, cls=Enc)); t(lambda: Enc(sort_keys=True).encode({'b': {1}, 'a': 1}))
for x in ['{"a": 1', '[1,]', '{"a" 1}', '{a: 1}', "{'a': 1}", '', ' ', '[1 2]', '"\t"', '"\\x"', '"\\u12"', 'nul', 'NaN', '-Infinity', '1.', '01', '-', '1e5', '1E400', '[1]x', '{"a":1,}', '{"a":1,"a":2}', '"\\ud83d\\ude00"', '"\\ud83d"', '\ufeff1', '[' * 3, '1.0', '123456789012345678901234567890', '"abc', '{"a":', '{1:2}', 'tru']:
    try: print(ascii(json.loads(x)))
    except json.JSONDecodeError as e: print(e, '|', e.msg, e.pos, e.lineno, e.colno, e.doc == x)
    except Exception as e: print(type(e), e)
t(lambda: json.loads('[1.5, 2, NaN]', parse_float=decimal.Decimal, parse_int=str, parse_constant=repr)); t(lambda: json.loads('{"a": {"b": 1}}', object_hook=lambda d: tuple(d.items()))); t(lambda: json.loads('{"a": 1, "a": 2}', object_pairs_hook=list)); t(lambda: json.loads(b'\xff')); t(lambda: json.loads(b'"\xc3\xa9"')); t(lambda: json.loads(None)); t(lambda: json.loads('"\n"', strict=False)); t(lambda: json.loads('"é"'.encode('utf-16'))); t(lambda: json.JSONDecoder().raw_decode('{} x')); t(lambda: json.loads('[1]', cls=json.JSONDecoder)); t(lambda: json.dumps('x', foo=1))
import io; f = io.StringIO(); json.dump({'a': [1, {}]}, f, indent=1); print(f.getvalue()); print(json.load(io.StringIO('[1]')), json.load(io.BytesIO(b'{"a":2}')))
print('.')
#% dates
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
from datetime import *; from email.utils import format_datetime, formatdate, parsedate_to_datetime, parsedate_tz, mktime_tz
import time
d = datetime(2024, 2, 29, 13, 5, 9, 120, tzinfo=timezone.utc)
print(format_datetime(d), format_datetime(d, usegmt=True), formatdate(0), formatdate(0, usegmt=True), formatdate(1e9, localtime=False), d.strftime('%a, %d %b %Y %H:%M:%S GMT'), d.isoformat(timespec='milliseconds'), d.timestamp(), d.utctimetuple()[:6], d.timetuple().tm_yday)
t(lambda: format_datetime(datetime(2024, 1, 1), usegmt=True)); t(lambda: format_datetime(datetime(2024, 1, 1))); t(lambda: parsedate_to_datetime('Wed, 21 Oct 2015 07:28:00 GMT')); t(lambda: parsedate_to_datetime('Wed, 21 Oct 2015 07:28:00 -0000')); t(lambda: parsedate_to_datetime('21 Oct 2015 07:28 +0200')); t(lambda: parsedate_to_datetime('junk')); t(lambda: parsedate_tz('Wed, 21 Oct 2015 07:28:00 +0130')); t(lambda: mktime_tz(parsedate_tz('Wed, 21 Oct 2015 07:28:00 +0130')))
for f in ['2024-02-29', '2024-02-29T01:02:03', '2024-02-29 01:02:03.5+05:30', '2024-02-29T01:02Z', '20240229T010203', '2024-W09-4', '2024-13-01', 'x', '2024-02-30', '2024-02-29T25:00', '2024-02-29T01:02:03.123456789', '2024-2-9']: t(lambda: datetime.fromisoformat(f)); t(lambda: date.fromisoformat(f))
for s, f in [('2024-01-02', '%Y-%m-%d'), ('02/Jan/2024:10:00:00 +0000', '%d/%b/%Y:%H:%M:%S %z'), ('x', '%Y'), ('2024', '%Y-%m'), ('10:00 PM', '%I:%M %p'), ('2024-366', '%Y-%j'), ('1', '%q'), ('12 extra', '%d'), ('Mon', '%a'), ('1.5', '%S.%f')]: t(lambda: datetime.strptime(s, f))
t(lambda: d - datetime(2024, 1, 1)); t(lambda: d < datetime(2024, 1, 1)); t(lambda: d == datetime(2024, 1, 1)); t(lambda: d + timedelta(days=366)); t(lambda: d + 1); t(lambda: date(2024, 1, 31) - date(2023, 1, 31)); t(lambda: date(2024, 1, 1) < d); t(lambda: timedelta(1.5) * 2 / 3); t(lambda: str(timedelta(-1, 5))); t(lambda: repr(timedelta(days=1, microseconds=5))); t(lambda: timedelta(hours=25).total_seconds()); t(lambda: d.replace(tzinfo=None).astimezone(timezone(timedelta(hours=-3))).tzinfo); t(lambda: d.astimezone(timezone(timedelta(hours=5, minutes=30), 'IST')).strftime('%Z %z')); t(lambda: f'{d:%Y/%m/%d}'); t(lambda: '{:%H:%M}'.format(d.time())); t(lambda: datetime.fromtimestamp(0, timezone.utc)); t(lambda: datetime.fromtimestamp(1e20, timezone.utc)); t(lambda: datetime(2024, 1, 1).replace(month=13)); t(lambda: d.isocalendar()); t(lambda: d.date().weekday()); t(lambda: date.max + timedelta(1)); t(lambda: datetime.max.replace(tzinfo=timezone.utc).astimezone(timezone(timedelta(hours=1)))); t(lambda: timezone(timedelta(hours=24))); t(lambda: timezone.utc.utcoffset(None)); t(lambda: repr(timezone(timedelta(hours=1), 'X'))); t(lambda: str(timezone(timedelta(minutes=-90)))); t(lambda: time.strftime('%Y', time.gmtime(0))); t(lambda: hash(d) == hash(d.astimezone(timezone(timedelta(hours=1)))))
class TZ(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=2)
    def dst(self, dt): return timedelta(0)
    def tzname(self, dt): return 'TZ'
print(datetime(2024, 1, 1, tzinfo=TZ()).isoformat(), datetime(2024, 1, 1, tzinfo=TZ()).astimezone(timezone.utc), d.astimezone(TZ()).strftime('%c %Z'))
print('.')
#% decorators
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
import functools, inspect
def deco(fn=None, *, times=1):
    if fn is None: return functools.partial(deco, times=times)
    @functools.wraps(fn)
    def inner(*a, **k): return [fn(*a, **k) for _ in range(times)]
    return inner
@deco
def f(a, /, b: int = 2, *c, d, **e) -> str:
    "doc"
    return (a, b, c, d, e)
@deco(times=2)
def g(x): return x
print(f(1, d=3), g(5), f.__name__, f.__doc__, f.__wrapped__.__name__, inspect.signature(f), f.__annotations__, f.__qualname__, f.__module__)
t(lambda: f(d=1)); t(lambda: f(1)); t(lambda: g()); t(lambda: g(1, 2)); t(lambda: g(y=1)); t(lambda: f.__wrapped__(1, 2, d=1, a=5))
class Timer:
    def __init__(self, f): functools.update_wrapper(self, f); self.n = 0; self.f = f
    def __call__(self, *a): self.n += 1; return self.f(*a)
    def __get__(self, o, c=None): return self if o is None else functools.partial(self, o)
class K:
    @Timer
    def m(self, x): return (type(self).__name__, x)
    @functools.cached_property
    def cp(self): print('computed'); return 7
    pm = functools.partialmethod(lambda self, a, b: (a, b), 1)
    @staticmethod
    def s(x): return x
    @classmethod
    def c(cls, x): return cls.__name__, x
    @property
    def p(self): "prop doc"; return 1
    @p.setter
    def p(self, v): print('set', v)
    @p.deleter
    def p(self): print('del')
k = K(); print(k.m(1), K.m.n, k.cp, k.cp, k.__dict__, k.pm(2), k.s(1), K.s(2), k.c(3), K.c(4), k.p, K.p.__doc__); k.p = 5; del k.p; del k.cp; print(k.cp)
t(lambda: setattr(K, 'p', 1)); t(lambda: K().pm()); t(lambda: K.cp); t(lambda: K().m()); t(lambda: K.s()); t(lambda: k.nope); t(lambda: K.nope)
class R:
    @property
    def ro(self): return 1
    @property
    def bad(self): return self.missing
t(lambda: setattr(R(), 'ro', 1)); t(lambda: delattr(R(), 'ro')); t(lambda: R().bad); t(lambda: R.ro.fget(R()))
@functools.lru_cache(maxsize=2)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(10), fib.cache_info(), fib.cache_parameters()); fib.cache_clear(); print(fib.cache_info()); t(lambda: fib([]))
@functools.cache
def one(a, b=1): print('run'); return a
one(1); one(1); one(1, b=1); one(a=1)
@functools.singledispatch
def show(x): return 'obj'
@show.register
def _(x: int): return 'int'
@show.register(list)
@show.register(tuple)
def _(x): return 'seq'
@show.register
def _(x: str | bytes): return 'text'
print(show(1), show(True), show([]), show(()), show('a'), show(b''), show(None), show.dispatch(bool) is show.registry[int], sorted(c.__name__ for c in show.registry))
t(lambda: show()); t(lambda: show.register(5)); t(lambda: show.register(lambda x: 1))
p = functools.partial(int, base=2); print(p('101'), p.func, p.args, p.keywords, repr(p)); t(lambda: functools.partial()); t(lambda: functools.partial(5))
@functools.total_ordering
class V:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2)); t(lambda: functools.total_ordering(type('Z', (), {})))
print('.')
#% metaclasses
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
class Reg(type):
    items = {}
    def __new__(m, name, bases, ns, tag=None, **kw):
        c = super().__new__(m, name, bases, ns, **kw); c.tag = tag; m.items[name] = c; return c
    def __init__(c, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __call__(c, *a, **k): print('call', c.__name__); return super().__call__(*a, **k)
    def __getitem__(c, k): return (c.__name__, k)
    def __iter__(c): return iter('xy')
    def __len__(c): return 3
    def __contains__(c, x): return x == 1
    def __instancecheck__(c, o): return o == 5
    def __repr__(c): return f'<Reg {c.__name__}>'
    def __prepare__(name, bases, **kw): return {'pre': 1}
    @property
    def meta_prop(c): return 'mp'
class A(metaclass=Reg, tag='t'): x = 1
class B(A): pass
print(A.tag, B.tag, Reg.items, A() and 1, A['k'], list(A), len(A), 1 in A, isinstance(5, A), A, A.pre, A.meta_prop, type(B), B.__mro__) if not print('') else 0
t(lambda: A().meta_prop); t(lambda: type('X', (A, int), {}, tag=1).__bases__); t(lambda: type('C', (), {}, bad=1)); t(lambda: type('D', (5,), {})); t(lambda: type('E', (A, B), {})); t(lambda: type(1, 2)); 
class M1(type): pass
class M2(type): pass
t(lambda: type('F', (M1('a', (), {}), M2('b', (), {})), {}))
class Base:
    subs = []
    def __init_subclass__(cls, /, key=None, **kw): super().__init_subclass__(**kw); cls.subs.append((cls.__name__, key))
class S1(Base, key=1): pass
class S2(S1): pass
print(Base.subs)
try:
    class S3(Base, nokey=2): pass
except TypeError as e: print(e)
class Named:
    def __set_name__(s, o, n): s.n = n; print('named', o.__name__, n)
    def __get__(s, i, o=None): return s if i is None else i.__dict__.get(s.n, 'unset')
    def __set__(s, i, v):
        if v is None: raise ValueError(f'{s.n} none')
        i.__dict__[s.n] = v
class H:
    a = Named(); b = Named()
h = H(); print(h.a); h.a = 3; print(h.a, vars(h), H.a.n); t(lambda: setattr(h, 'b', None)); t(lambda: delattr(h, 'a'))
class G:
    def __class_getitem__(cls, k): return f'{cls.__name__}[{k}]'
    def __getattr__(s, n):
        if n.startswith('x'): return n
        raise AttributeError(n)
    def __setattr__(s, n, v): object.__setattr__(s, n, v * 2)
    def __delattr__(s, n): print('del', n); super().__delattr__(n)
    def __getattribute__(s, n): return super().__getattribute__(n)
    def __dir__(s): return ['z', 'a']
g = G(); g.v = 2; print(G[int], g.xa, g.v, dir(g)); t(lambda: g.nope); del g.v; t(lambda: delattr(g, 'v')); t(lambda: hasattr(g, 'q'))
class Sl:
    __slots__ = ('a', '__weakref__')
s = Sl(); t(lambda: s.a); s.a = 1; t(lambda: setattr(s, 'b', 1)); print(s.a); t(lambda: s.__dict__); del s.a; t(lambda: s.a)
class Ord:
    def __lt__(s, o): return NotImplemented
    def __eq__(s, o): return NotImplemented
    def __add__(s, o): return NotImplemented
    def __radd__(s, o): return ('radd', o)
    def __iadd__(s, o): return 'iadd'
    def __bool__(s): return 5
    def __len__(s): return -1
    def __hash__(s): return 'x'
    def __index__(s): return 3
    def __call__(s, *a): return a
    def __format__(s, spec): return f'<{spec}>'
    def __contains__(s, x): return 'yes'
    def __repr__(s): return 5
o = Ord(); t(lambda: o < o); t(lambda: o == o); t(lambda: 1 + o); t(lambda: o + 1); t(lambda: bool(o)); t(lambda: len(o)); t(lambda: hash(o)); t(lambda: [1, 2, 3, 4][o]); t(lambda: f'{o:>5}'); t(lambda: 3 in o); t(lambda: repr(o)); t(lambda: o(1)); t(lambda: range(o)); t(lambda: o @ 1); t(lambda: -o); t(lambda: o > 1); t(lambda: sorted([o, o]))
o += 1; print(o)
print('.')
#% contexts
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
import contextlib, asyncio
class CM:
    def __init__(s, n, sup=False): s.n, s.sup = n, sup
    def __enter__(s): print('enter', s.n); return s.n
    def __exit__(s, *e): print('exit', s.n, e[0] and e[0].__name__, e[1]); return s.sup
with CM(1) as a, CM(2) as b: print(a, b)
with (CM(3, True) as c, CM(4)): raise ValueError('x')
@contextlib.contextmanager
def cm(x):
    print('in', x)
    try: yield x
    except KeyError as e: print('caught', e)
    finally: print('out', x)
with cm(1) as v: raise KeyError('k')
t(lambda: cm(2).__enter__()); 
def bad():
    with cm(3): raise ValueError('through')
t(bad)
@cm(4)
def decorated(): return 'd'
print(decorated(), decorated())
with contextlib.ExitStack() as st:
    st.enter_context(CM(5)); st.callback(print, 'cb', 1, sep='-'); st.push(lambda *e: print('push', e[0])); st.enter_context(cm(6)); x = st.pop_all()
x.close()
def e1():
    with contextlib.ExitStack() as s:
        s.enter_context(CM(7, True)); s.callback(lambda: 1 / 0); raise ValueError('first')
t(e1)
def e2():
    with contextlib.ExitStack() as s:
        s.callback(lambda: 1 / 0); raise ValueError('first')
try: e2()
except ZeroDivisionError as e: print(repr(e), repr(e.__context__))
t(lambda: contextlib.ExitStack().enter_context(5)); 
with contextlib.suppress(KeyError, IndexError): {}['a']
print('after')
with contextlib.nullcontext(5) as n: print(n)
class Closing:
    def close(s): print('closed')
with contextlib.closing(Closing()): pass
import io
with contextlib.redirect_stdout(io.StringIO()) as f: print('hidden')
print(repr(f.getvalue()))
@contextlib.contextmanager
def twice(): yield 1; yield 2
@contextlib.contextmanager
def none():
    if False: yield
def run(c):
    with c: pass
t(lambda: run(twice())); t(lambda: run(none())); t(lambda: run(5)); t(lambda: run(CM))
@contextlib.contextmanager
def stop():
    yield
def si():
    with stop(): raise StopIteration('s')
t(si)
@contextlib.asynccontextmanager
async def acm(n):
    print('ain', n)
    try: yield n
    finally: print('aout', n)
class ACM:
    async def __aenter__(s): print('aenter'); return s
    async def __aexit__(s, *e): print('aexit', e[0]); return True
async def work():
    async with acm(1) as a, ACM() as b: print(a, type(b).__name__); raise ValueError('v')
    async with contextlib.AsyncExitStack() as st:
        await st.enter_async_context(acm(2)); st.push_async_callback(asyncio.sleep, 0); st.callback(print, 'sync cb'); await st.enter_async_context(ACM())
    try:
        async with acm(3): raise KeyError('k')
    except KeyError as e: print('k', e)
    @acm(4)
    async def f(): return 'f'
    print(await f())
    try:
        async with 5: pass
    except Exception as e: print(type(e).__name__, e)
    try:
        with acm(1): pass
    except Exception as e: print(type(e).__name__, e)
    async with contextlib.aclosing(agen()) as g:
        async for x in g: print(x); break
async def agen():
    try: yield 1; yield 2
    finally: print('agen closed')
asyncio.run(work())
print('.')
#% tasks and what they wait for
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
import asyncio, time
async def job(n, d=0, fail=None):
    try:
        await asyncio.sleep(d)
        if fail: raise fail
        print('job', n); return n
    except asyncio.CancelledError: print('cancelled', n); raise
async def work():
    print(await asyncio.gather(job(1, .02), job(2, .01), job(3)))
    r = await asyncio.gather(job(1), job(2, fail=ValueError('x')), return_exceptions=True); print(r)
    try: await asyncio.gather(job(1, .01), job(2, fail=ValueError('y')))
    except ValueError as e: print('gather', e)
    await asyncio.sleep(.02)
    q = asyncio.Queue(maxsize=2)
    async def prod():
        for i in range(4): await q.put(i); print('put', i)
        await q.put(None)
    async def cons():
        while (x := await q.get()) is not None: print('got', x); q.task_done()
    await asyncio.gather(prod(), cons()); print(q.qsize(), q.empty())
    try: q.get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e))
    q.put_nowait(1); q.put_nowait(2)
    try: q.put_nowait(3)
    except asyncio.QueueFull as e: print(repr(e))
    ev = asyncio.Event()
    async def waiter(n): await ev.wait(); print('woke', n)
    ts = [asyncio.create_task(waiter(i), name=f'w{i}') for i in range(2)]; await asyncio.sleep(0); ev.set(); await asyncio.gather(*ts); print(ts[0].done(), ts[0].get_name(), ts[0].result(), ts[0].exception())
    sem = asyncio.Semaphore(1)
    async def guarded(n):
        async with sem: print('in', n); await asyncio.sleep(0); print('out', n)
    await asyncio.gather(guarded(1), guarded(2))
    try:
        async with asyncio.TaskGroup() as tg:
            a = tg.create_task(job('a', .05)); tg.create_task(job('b', .01, KeyError('kb'))); tg.create_task(job('c', .01, TypeError('tc')))
    except* KeyError as eg: print('K', eg.exceptions, eg.message)
    except* TypeError as eg: print('T', eg)
    print(a.cancelled())
    try:
        async with asyncio.timeout(.01) as cm: await asyncio.sleep(5)
    except TimeoutError as e: print('timeout', repr(e), cm.expired())
    try: await asyncio.wait_for(job('w', 5), .01)
    except TimeoutError as e: print('wait_for', repr(e))
    print(await asyncio.wait_for(job('w2'), 1))
    tk = asyncio.create_task(job('t', 5)); await asyncio.sleep(0); print(tk.cancel('msg')); 
    try: await tk
    except asyncio.CancelledError as e: print(repr(e), tk.cancelled())
    sh = asyncio.create_task(job('sh', .01))
    try: await asyncio.wait_for(asyncio.shield(sh), .001)
    except TimeoutError: print('shielded', sh.done())
    print(await sh)
    done, pend = await asyncio.wait({asyncio.create_task(job(i, i / 100)) for i in range(3)}, return_when=asyncio.FIRST_COMPLETED); print(len(done), len(pend)); await asyncio.wait(pend)
    for f in asyncio.as_completed([job(5, .02), job(6, .01)]): print('ac', await f)
    loop = asyncio.get_running_loop(); fut = loop.create_future(); loop.call_soon(fut.set_result, 7); print(await fut); loop.call_later(.01, print, 'later'); await asyncio.sleep(.02)
    fut = loop.create_future(); fut.set_exception(ValueError('fe'))
    try: await fut
    except ValueError as e: print(e)
    try: fut.set_result(1)
    except Exception as e: print(type(e).__name__, e)
    print(await asyncio.to_thread(sum, [1, 2]), await loop.run_in_executor(None, max, 1, 2))
    c = asyncio.Condition()
    async def cw():
        async with c: await c.wait_for(lambda: flag); print('cond')
    flag = []; x = asyncio.create_task(cw()); await asyncio.sleep(0)
    async with c: flag.append(1); c.notify_all()
    await x
    b = asyncio.Barrier(2)
    async def bar(n): i = await b.wait(); print('bar', i)
    await asyncio.gather(bar(1), bar(2))
    try: await asyncio.gather(5)
    except Exception as e: print(type(e).__name__, e)
    lk = asyncio.Lock(); print(repr(lk)[:30] != '', lk.locked()); await lk.acquire(); print(lk.locked()); lk.release()
    try: lk.release()
    except RuntimeError as e: print(e)
    pq = asyncio.PriorityQueue(); [pq.put_nowait(i) for i in (3, 1, 2)]; print([pq.get_nowait() for _ in range(3)]); lq = asyncio.LifoQueue(); [lq.put_nowait(i) for i in (3, 1)]; print(lq.get_nowait())
    async def ag():
        for i in range(3): yield i
    print([x async for x in ag() if x], {x: y async for x, y in aenum()}, [i async for i in ag()][-1], sum([x async for x in ag()]))
    print(asyncio.current_task().get_name() != '', len(asyncio.all_tasks()), asyncio.iscoroutine(c2 := job(1))); c2.close()
    print(await anext(ag()), await anext(empty(), 'dflt'))
    try: await anext(empty())
    except StopAsyncIteration as e: print(repr(e))
    return 'ok'
async def empty():
    if False: yield
async def aenum():
    yield 1, 2
    yield 3, 4
print(asyncio.run(work()))
t(lambda: asyncio.run(work)); t(lambda: asyncio.get_running_loop()); t(lambda: asyncio.run(asyncio.sleep(0, 'slept')))
with asyncio.Runner() as r: print(r.run(asyncio.sleep(0, 1)), r.run(asyncio.sleep(0, 2)))
print('.')
#% structural patterns
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
from dataclasses import dataclass
import enum, re
class C(enum.Enum): R = 1; G = 2
@dataclass
class P: x: int; y: int = 0
class M:
    __match_args__ = ('a',)
    def __init__(s, a): s.a = a
def m(v):
    match v:
        case 0 | 1: return 'small'
        case int(n) if n > 100: return f'big {n}'
        case -5: return 'neg'
        case 1.5: return 'f'
        case 2+3j: return 'cx'
        case True: return 'never'
        case None: return 'none'
        case C.R: return 'red'
        case str() as s if s.startswith('a'): return f'a-str {s}'
        case 'exact' "ly": return 'exactly'
        case b'x': return 'bytes'
        case []: return 'empty'
        case [x]: return f'one {x}'
        case [1, 2, *rest]: return f'12 {rest}'
        case [_, [y, *_], *_]: return f'nested {y}'
        case (x, y): return f'pair {x} {y}'
        case {}  if not v: return 'empty map'
        case {'type': 'a', 'v': [v1, *_], **kw}: return f'ta {v1} {kw}'
        case {'type': ('b' | 'c') as ty}: return f'ty {ty}'
        case {1: x, 'k': y}: return f'{x} {y}'
        case P(0, y=y0): return f'P0 {y0}'
        case P(x=x) if x < 0: return 'Pneg'
        case P(): return 'P'
        case M(a=[*_, last]): return f'M {last}'
        case M(z): return f'M1 {z}'
        case list() | set(): return 'ls'
        case str(x) | float(x): return f'sf {x}'
        case dict(d): return f'd {d}'
        case _: return 'other'
for v in [0, 1, True, 200, -5, 1.5, 2+3j, None, C.R, C.G, 'abc', 'exactly', 'zz', b'x', [], (), [1], [1, 2], [1, 2, 3], [0, [5, 6], 7], (8, 9), {}, {'type': 'a', 'v': [1], 'z': 2}, {'type': 'c'}, {1: 'o', 'k': 'p', 'extra': 1}, P(0, 5), P(-1), P(3), M([1, 2]), M(5), {1, 2}, [1, 2, 3, 4], (5, 6, 7), 2.5, {'q': 1}, range(2), range(3), iter([]), bytearray(b'x'), 50]: print(repr(v)[:20], m(v)) if not isinstance(v, (P, M)) and not hasattr(v, '__next__') else print(m(v))
def bad(v):
    match v:
        case P(1, 2, 3): return 1
t(lambda: bad(P(1)))
def bad2(v):
    match v:
        case int(x, y): pass
t(lambda: bad2(1))
def bad3(v):
    match v:
        case P(1, x=1): pass
t(lambda: bad3(P(1)))
class NM: __match_args__ = 5
def bad4(v):
    match v:
        case NM(1): pass
t(lambda: bad4(NM()))
match (1, 2), 3:
    case (a, b), c: print(a, b, c)
match 5:
    case x: pass
print(x)
print('.')
#% groups of exceptions
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
def f():
    try:
        try: raise ExceptionGroup('g', [ValueError('a'), TypeError('b'), ExceptionGroup('h', [ValueError('c'), KeyError('d')])])
        except* ValueError as e: print('V', repr(e), e.exceptions, [type(x).__name__ for x in e.exceptions])
        except* (TypeError, OSError) as e: print('T', e)
    except ExceptionGroup as rest: print('rest', repr(rest)); raise
t(f)
eg = ExceptionGroup('m', [ValueError(1), ExceptionGroup('n', [KeyError(2)])]); print(eg.split(ValueError), eg.subgroup(KeyError), eg.subgroup(lambda e: isinstance(e, KeyError)), eg.derive([ValueError()]), eg.message, str(eg)); t(lambda: ExceptionGroup('x', [])); t(lambda: ExceptionGroup('x', [1])); t(lambda: ExceptionGroup(1, [ValueError()])); t(lambda: ExceptionGroup('x', [KeyboardInterrupt()])); t(lambda: BaseExceptionGroup('x', [KeyboardInterrupt()])); t(lambda: BaseExceptionGroup('x', [ValueError()])); t(lambda: ExceptionGroup('x'))
class MyEG(ExceptionGroup):
    def derive(s, e): return MyEG(s.message, e)
print(repr(MyEG('q', [ValueError(), TypeError()]).subgroup(TypeError)))
try:
    try: 1 / 0
    except* ZeroDivisionError as e: print(repr(e)); raise ValueError('new')
except BaseException as e: print(type(e).__name__, e, repr(e.__context__))
try:
    try: raise ExceptionGroup('g', [ValueError('a'), TypeError('b')])
    except* ValueError: raise
    except* TypeError: raise KeyError('k')
except BaseException as e: print(repr(e), repr(e.__cause__), repr(e.__context__))
def ret():
    for i in range(3):
        try:
            if i == 1: raise ValueError(i)
        except* ValueError as e: print('in', e)
        else: print('else', i)
        finally: print('fin', i)
    return 'r'
print(ret())
try:
    try: raise ValueError('v')
    except* TypeError: print('no')
except ValueError as e: print('plain', repr(e))
e = ValueError('n'); e.add_note('note1'); e.add_note('note2'); print(e.__notes__); t(lambda: e.add_note(5))
try:
    try: raise KeyError('a')
    except KeyError as k: raise ValueError('b') from k
except ValueError as v: print(repr(v.__cause__), v.__suppress_context__)
try:
    try: raise KeyError('a')
    except KeyError as k: raise ValueError('b') from None
except ValueError as v: print(v.__cause__, repr(v.__context__), v.__suppress_context__)
t(lambda: (_ for _ in ()).throw(ValueError('thr')))
import traceback
try:
    try: {}['zz']
    except KeyError as e: raise RuntimeError('outer') from e
except RuntimeError as e: print(traceback.format_exception_only(e), len(traceback.format_exception(e)), e.__traceback__.tb_lineno)
class E(Exception):
    def __init__(s, a, b): super().__init__(a); s.b = b
    def __str__(s): return f'E({s.b})'
t(lambda: (_ for _ in ()).throw(E(1, 2))); print(repr(E(1, 2)), E(1, 2).args); t(lambda: E(1))
print('.')
#% texts and templates
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
import string, textwrap, unicodedata, re
for s in ['Straße', 'İstanbul', 'ǅ', 'ﬁ', 'ΑΣ', 'ς', 'e\u0301', '１２', '²', '½', 'ⅷ', '٣', 'a\u200bb', '\u00a0', 'ß']:
    print([s.casefold(), s.upper(), s.lower(), s.title(), s.swapcase(), s.capitalize(), len(s), s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isidentifier(), s.isspace(), s.isprintable(), s.istitle(), s.isupper(), s.islower(), s.isascii()], ascii(s))
    print([ascii(unicodedata.normalize(f, s)) for f in ('NFC', 'NFD', 'NFKC', 'NFKD')], [unicodedata.category(c) for c in s], unicodedata.name(s[0], 'none'))
t(lambda: unicodedata.lookup('DOG FACE')); t(lambda: unicodedata.numeric('½')); t(lambda: unicodedata.decimal('a')); t(lambda: unicodedata.combining('\u0301')); t(lambda: unicodedata.name('\x00')); t(lambda: unicodedata.is_normalized('NFC', 'é'))
print(textwrap.dedent('''
    a
      b

    c'''), textwrap.indent('a\n\nb', '> '), textwrap.fill('the quick brown fox jumps over the lazy dog-house', 12), textwrap.shorten('hello big world', 11, placeholder='…'), textwrap.wrap('a' * 20 + ' b', 8, break_long_words=False), textwrap.wrap('x y', 3, initial_indent='* ', subsequent_indent='  '), textwrap.wrap('one  two\tthree', 5), textwrap.fill('a-b-c-d', 3), textwrap.wrap('', 5)); t(lambda: textwrap.wrap('a', 0)); t(lambda: textwrap.shorten('hello', 2))
class Fm(string.Formatter):
    def get_value(s, k, a, kw): return kw.get(k, f'<{k}>') if isinstance(k, str) else super().get_value(k, a, kw)
    def convert_field(s, v, c): return v.upper() if c == 'u' else super().convert_field(v, c)
    def format_field(s, v, spec): return super().format_field(v, spec) if spec != 'z' else 'Z'
print(Fm().format('{0} {a!u} {b} {c:z} {0:>4}', 'p', a='x', c=1), list(string.Formatter().parse('a{b!r:>{w}}c{{')), string.Formatter().vformat('{} {x[0]}', [1], {'x': [5]})); t(lambda: string.Formatter().format('{} {1}', 1, 2)); t(lambda: string.Formatter().format('{0', 1)); t(lambda: string.Formatter().format('{a}'))
T = string.Template('$a ${b} $$ $c'); print(T.safe_substitute(a=1, b=2), T.get_identifiers(), T.is_valid()); t(lambda: T.substitute(a=1)); t(lambda: string.Template('$').substitute()); t(lambda: string.Template('a\n$1').substitute())
print('{:>10}|{:<5}|{:^7}|{:*^9}'.format('a', 'b', 'c', 'd'), '{0[k]} {1.real} {2!r:>6} {3!s} {4!a}'.format({'k': 1}, 5, 'x', None, 'é'), '{:{}}'.format('x', '>5'), '{a}{b}'.format_map({'a': 1, 'b': 2}))
for f in ['{', '}', '{0', '{!x}', '{0!}', '{:{:{}}}', '{0[}', '{0.}', '{a b}', '{0[a]}', '{1}', '{} {0}', '{:d}', '{.x}', '{[x]}', '{:>>5}', '{0!r:}', '{:,}', '{:=5}']: t(lambda: f.format('v'))
print('a,b;c'.replace(',', ';').split(';'), 'a  b '.split(), 'a  b '.split(' '), 'abc'.partition('b'), 'abc'.rpartition('z'), 'x'.join(['1']), 'abcabc'.rfind('c', 0, 4), 'abc'.zfill(5), '-5'.zfill(4), 'a\tb'.expandtabs(4), 'aXbX'.strip('X'), 'xxaxx'.lstrip('x'), 'prefix-a'.removeprefix('prefix-'), 'a.txt'.removesuffix('.txt'), 'abc'.translate({97: 'X', 98: None}), 'abc'.translate(str.maketrans('ab', 'yz', 'c')), 'a\nb\r\nc\x0bd\x85e'.splitlines(), 'a\nb'.splitlines(True), 'abc'.center(8, '*'), 'abc' * 0, 'a' in 'abc', 'abc' > 'abd', 'abc'[::-1], 'abc'[-2:], 'é'.encode(), 'abc'.count(''), 'abc'.index('c'), 'aaa'.replace('a', 'b', 2), ''.join(reversed('abc')), 'Hello World'.swapcase(), "it's".title(), 'a.b.c'.rsplit('.', 1))
t(lambda: 'abc'.index('z')); t(lambda: 'a'.split('')); t(lambda: 'a'.join([1])); t(lambda: 'a' + 1); t(lambda: 'a' * 'b'); t(lambda: 'abc'[5]); t(lambda: 'abc'['a']); t(lambda: 'a'.center('5')); t(lambda: 'a'.center(5, 'xx')); t(lambda: 'a'.encode('nope')); t(lambda: 'é'.encode('ascii')); t(lambda: 'éé€'.encode('latin-1')); t(lambda: b'\xff\xfe'.decode()); t(lambda: b'\xc3'.decode()); t(lambda: 'a'.foo); t(lambda: 'a'.replace('a')); t(lambda: 'a'.startswith(5)); t(lambda: 'a'.startswith(('b', 'a'))); t(lambda: str.maketrans('ab', 'c')); t(lambda: 'x'.zfill('a')); t(lambda: 'abc'.translate(5)); t(lambda: 'a' < 1); t(lambda: 'a' in 5); t(lambda: 5 in 'a'); t(lambda: ''.join('a', 'b')); t(lambda: str(b'a', 'ascii')); t(lambda: str(5, 'ascii')); t(lambda: 'a%sb' % (1, 2)); t(lambda: '%d' % '1'); t(lambda: '%(a)s' % {}); t(lambda: '%' % 1); t(lambda: '%z' % 1); t(lambda: '%c' % 'ab'); t(lambda: '%c' % 0x110000); t(lambda: '%5.2f|%-6s|%+d|%x|%#o|%e|%r|%%|%05d|%.3s' % (3.14159, 'a', 5, 255, 8, 12345.678, 'q', 42, 'abcdef'))
print('.')
#% numbers and their formats
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
import math, decimal, fractions
for v in [0, 5, -5, 255, 10**20, -10**25]:
    for spec in ['', 'd', 'b', 'o', 'x', 'X', '#x', '#b', '#o', '+', ' ', ',', '_', '08', '>8', '<8', '^8', '=+8', '*^8', 'c' if 0 <= v < 1000 else 'd', 'e', '.2f', '%', 'n', '_x', ',.2f', '010,', '#_b', 's', '.3', 'q']: t(lambda: format(v, spec))
for v in [0.0, -0.0, 1.5, -2.675, 1e22, 1e-7, 123456789.123456789, float('inf'), float('-inf'), float('nan'), 1/3, 5e-324, 1.7976931348623157e308, 0.1, 100.0, 1e16, 123456.0]:
    for spec in ['', '.0f', '.2f', '.3e', 'g', '.3g', '#.3g', 'G', '%', '.1%', ',', ',.2f', '+.1f', ' f', '010.2f', '>12.3f', '*^12', '=+10.1f', 'n', '.10', '_.2f', 'z.0f', 'd', 'x', 's', '.400f' if abs(v) < 1e3 else 'f']: t(lambda: format(v, spec))
    t(lambda: repr(v)); t(lambda: round(v)); t(lambda: round(v, 2)); t(lambda: int(v)); t(lambda: v.as_integer_ratio()); t(lambda: v.hex()); t(lambda: math.floor(v)); t(lambda: v.is_integer()); t(lambda: divmod(v, 2)); t(lambda: v // -3); t(lambda: v % -3); t(lambda: math.sqrt(v)); t(lambda: v ** 0.5)
t(lambda: (round(2.5)))
t(lambda: (round(-3.5)))
t(lambda: (round(1234, -2)))
t(lambda: (round(1250, -2)))
t(lambda: (round(2.675, 2)))
t(lambda: (round(1e300, -299)))
t(lambda: (round(5, None)))
t(lambda: (7 // -2))
t(lambda: (-7 % 3))
t(lambda: (divmod(-7, 2)))
t(lambda: (2 ** -1))
t(lambda: (2 ** 100))
t(lambda: ((-8) ** (1/3)))
t(lambda: (0 ** 0))
t(lambda: (0.0 ** -1))
t(lambda: (1 / 0))
t(lambda: (1 // 0))
t(lambda: (1 % 0))
t(lambda: (1.0 // 0))
t(lambda: (1 << 65))
t(lambda: (-1 >> 10))
t(lambda: (1 << -1))
t(lambda: (~5))
t(lambda: (5 & -2))
t(lambda: (5 ^ 3))
t(lambda: (int("0x1f", 16)))
t(lambda: (int("0b11", 0)))
t(lambda: (int(" 12_3 ")))
t(lambda: (int("1__2")))
t(lambda: (int("")))
t(lambda: (int("12", 1)))
t(lambda: (int("z", 36)))
t(lambda: (int(1e20)))
t(lambda: (int("é")))
t(lambda: (int("٣")))
t(lambda: (float("1_0.5")))
t(lambda: (float(" inf ")))
t(lambda: (float("nan")))
t(lambda: (float("1e400")))
t(lambda: (float("")))
t(lambda: (float("0x1")))
t(lambda: (complex("1+2j")))
t(lambda: (complex("j")))
t(lambda: (complex(1, 2) * 1j))
t(lambda: (abs(3+4j)))
t(lambda: ((1+2j).conjugate()))
t(lambda: ((1+2j) ** 2))
t(lambda: (1j < 2))
t(lambda: (complex("1 + 2j")))
t(lambda: (int.from_bytes(b"\x01\x00", "big")))
t(lambda: ((258).to_bytes(2, "little")))
t(lambda: ((258).to_bytes(1, "big")))
t(lambda: ((-1).to_bytes(2, "big", signed=True)))
t(lambda: ((5).bit_length()))
t(lambda: ((5).bit_count()))
t(lambda: (True + True))
t(lambda: (True // 2))
t(lambda: (bool("False")))
t(lambda: (sum([0.1] * 10)))
t(lambda: (math.fsum([0.1] * 10)))
t(lambda: (math.isclose(0.1 + 0.2, 0.3)))
t(lambda: (math.gcd(12, 18)))
t(lambda: (math.lcm(4, 6)))
t(lambda: (math.comb(5, 2)))
t(lambda: (math.prod([1, 2, 3])))
t(lambda: (math.log(8, 2)))
t(lambda: (math.log(0)))
t(lambda: (math.factorial(20)))
t(lambda: (math.factorial(-1)))
t(lambda: (math.hypot(3, 4)))
t(lambda: (math.trunc(-1.5)))
t(lambda: (math.ceil(1.2)))
t(lambda: (math.copysign(1, -0.0)))
t(lambda: (math.exp(1000)))
t(lambda: (math.pow(0, -1)))
t(lambda: (math.sqrt(-1)))
t(lambda: (math.acos(2)))
t(lambda: (math.isqrt(10)))
t(lambda: (pow(3, -1, 7)))
t(lambda: (pow(2, 10, 1000)))
t(lambda: (max(1, 2.0, True)))
t(lambda: (min("b", "a")))
t(lambda: (max([], default=0)))
t(lambda: (sum([[1], [2]], [])))
t(lambda: (0.1 + 0.2))
t(lambda: (1e16 + 1))
t(lambda: (10**16 / 3))
t(lambda: (3 == 3.0))
t(lambda: (hash(3) == hash(3.0)))
t(lambda: (1_000))
t(lambda: (0o17))
t(lambda: (0b101))
t(lambda: (1e3))
t(lambda: (5 .real))
t(lambda: ((5).numerator))
t(lambda: (1.5.is_integer()))
t(lambda: (float.fromhex("0x1.8p1")))
t(lambda: (decimal.Decimal("1.10") + decimal.Decimal("2.20")))
t(lambda: (decimal.Decimal("1") / 3))
t(lambda: (decimal.Decimal("2.675").quantize(decimal.Decimal("0.01"))))
t(lambda: (decimal.Decimal("1e5")))
t(lambda: (decimal.Decimal(0.1)))
t(lambda: (decimal.Decimal("x")))
t(lambda: (decimal.Decimal("1") + 1.5))
t(lambda: (decimal.Decimal("1") == 1.0))
t(lambda: (format(decimal.Decimal("1234.5"), ",.2f")))
t(lambda: (decimal.Decimal("-0")))
t(lambda: (decimal.Decimal("1.20").normalize()))
t(lambda: (decimal.Decimal("1.20").as_tuple()))
t(lambda: (str(decimal.Decimal("1E-10"))))
t(lambda: (decimal.Decimal("100").to_eng_string()))
t(lambda: (decimal.Decimal(5) // 2))
t(lambda: (decimal.Decimal(-5) % 3))
t(lambda: (decimal.Decimal(2) ** 10))
t(lambda: (decimal.Decimal(2).sqrt()))
t(lambda: (decimal.Decimal(1) / 0))
t(lambda: (round(decimal.Decimal("2.5"))))
t(lambda: (round(decimal.Decimal("2.567"), 2)))
t(lambda: (int(decimal.Decimal("2.9"))))
t(lambda: (fractions.Fraction("1/3") + 1))
t(lambda: (fractions.Fraction(0.5)))
t(lambda: (fractions.Fraction(1, 0)))
t(lambda: (fractions.Fraction("x")))
t(lambda: (float(fractions.Fraction(1, 3))))
t(lambda: (fractions.Fraction(7, 3) // 1))
t(lambda: (round(fractions.Fraction(7, 3), 1)))
t(lambda: (fractions.Fraction("0.125")))
t(lambda: (fractions.Fraction(3.14).limit_denominator(10)))
t(lambda: (fractions.Fraction(1, 3) * 1.5))
t(lambda: (fractions.Fraction(1,2) == 0.5))
t(lambda: (fractions.Fraction(5) % 3))
t(lambda: (fractions.Fraction(2) ** -2))
t(lambda: (fractions.Fraction(1,3) + decimal.Decimal(1)))
print('.')
#% slices, targets and closures
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
a = list(range(10)); a[2:4] = 'xyz'; print(a); a[::2] = [0] * len(a[::2]); print(a); t(lambda: a.__setitem__(slice(None, None, 2), [1])); a[5:2] = [9]; print(a); del a[1:8:3]; print(a); a[-1:] = []; print(a); a[len(a):] = (1, 2); print(a); a[:0] = iter([7]); print(a); t(lambda: a.__setitem__(slice(0, 1), 5)); t(lambda: a['x']); t(lambda: a[99]); b = bytearray(b'hello'); b[1:3] = b'EY'; print(b); del b[::2]; print(b); t(lambda: b.__setitem__(0, 256)); a, *b, c = range(5); print(a, b, c); (x, [y, *z]), w = (1, 'abc'), 2; print(x, y, z, w); [*p], q = [1, 2], 3; print(p, q); *r, = 'ab'; print(r)

for s in ['a, b = 1', 'a, b = 1, 2, 3', 'a, b = [1]', 'a, *b = []', 'a, b = None', '*a, b = {}', 'a, b = "abc"', '[a, b] = {1: 2}', 'a = *b, = 1, 2', 'for a, b in [(1, 2, 3)]: pass', 'x = [*1]', 'x = {**[1]}', 'f = lambda *a, **k: 0; f(*5)', 'f = lambda **k: 0; f(**5)', 'f = lambda **k: 0; f(**{1: 2})', 'f = lambda a: 0; f(1, **{"a": 2})', '(a := 1)', 'print([y := 5, y ** 2])', 'del zz', 'x: int; x', 'global q; q = 1', 'a.b = 1', 'assert 0, "m"', 'raise 5', 'import nope', 'from math import zz', 'x = 1; x()', '1 + ""', 'None.x', 'x = {}; x["a"]["b"]', 'x = []; x.append(1, 2)', 'for i in 5: pass', 'with 5: pass', 'x = {[]: 1}', 'def f(): yield; return 1\nprint(list(f()))', 'f"{1:{2}}"', 'print(f"{3.14159:.{2}f} {1=} {\'a\'!r:>5} {{}} {1+1 = }")', 'x = 5; print(f"{x=:>4} {x!r} {x:05} {[1,2][0]} {dict(a=1)[\'a\']}")']: pass
print([i for i in range(3) if (j := i) > 0], j); print({k: v for k, v in zip('ab', [1, 2])}, {*[1, 1]}, [x for y in [[1], [2]] for x in y], dict([(1, 2)], a=3), [*range(2), *'ab'], {**{'a': 1}, 'a': 2})
def outer():
    n = 0
    def inc(): nonlocal n; n += 1; return n
    return inc
i = outer(); i(); print(i()); fs = [lambda: k for k in range(3)]; print([f() for f in fs]); fs = [lambda k=k: k for k in range(3)]; print([f() for f in fs])
class Sc:
    v = 1; w = [v for _ in range(2)] if False else [1]; u = v + 1
    def m(self): return v
v = 'global'; print(Sc().m(), Sc.u); 
def ub():
    print(loc); loc = 1
t(ub); t(lambda: i.__closure__[0].cell_contents); print(i.__code__.co_freevars, outer.__code__.co_varnames)
print('.')
#% dataclasses
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
from dataclasses import dataclass, field, fields, replace, asdict, astuple, is_dataclass, make_dataclass, FrozenInstanceError, KW_ONLY, InitVar, MISSING
import typing, copy, enum
@dataclass
class A:
    x: int
    y: list = field(default_factory=list, repr=False)
    z: str = field(default='z', compare=False, metadata={'k': 1})
    _: KW_ONLY
    k: int = 5
    iv: InitVar[int] = 0
    cv: typing.ClassVar[int] = 9
    def __post_init__(self, iv): self.post = iv
a = A(1, k=2, iv=3); print(a, a.post, a == A(1, z='q', k=2), asdict(a), astuple(a), [f.name for f in fields(a)], fields(A)[2].metadata['k'], fields(A)[2].default, fields(A)[1].default is MISSING, replace(a, x=5, iv=1), A.__match_args__, A.__doc__, is_dataclass(A), is_dataclass(a), A.cv)
t(lambda: A()); t(lambda: A(1, [], 'z', 5)); t(lambda: A(1, q=1)); t(lambda: replace(a, q=1)); t(lambda: hash(a)); t(lambda: a < a); t(lambda: fields(5)); t(lambda: asdict(A)); t(lambda: replace(5))
@dataclass(frozen=True, order=True, slots=True)
class F:
    a: int
    b: str = 'x'
f = F(1); print(f, hash(f) == hash(F(1)), F(1) < F(2), F(1) >= F(1, 'a'), F.__slots__, sorted([F(2), F(1)]), {F(1): 2}[F(1)]); t(lambda: setattr(f, 'a', 2)); t(lambda: delattr(f, 'a')); t(lambda: setattr(f, 'q', 1)); t(lambda: F(1) < 5); t(lambda: f.__dict__); t(lambda: F(1) == (1, 'x')); t(lambda: copy.copy(f)); t(lambda: object.__setattr__(f, 'a', 7)); print(f)
@dataclass
class B(A):
    w: int = 7
    x: int = 8
print(B(), [f.name for f in fields(B)])
@dataclass(eq=False)
class NE: v: int
print(NE(1) == NE(1), NE(1).__hash__ is not None); 
@dataclass(repr=False, init=False)
class NI: v: int = 3
print(NI().v, 'object' in repr(NI()))
@dataclass(unsafe_hash=True)
class UH: v: int
print(hash(UH(1)) == hash(UH(1)))
@dataclass(kw_only=True)
class KO: a: int; b: int = 1
t(lambda: KO(1)); print(KO(a=1))
def mk(body): 
    try: body()
    except Exception as e: print(type(e).__name__, e)
def b1():
    @dataclass
    class X: a: int = 1; b: str
def b2():
    @dataclass
    class X: a: list = []
def b3():
    @dataclass(order=True)
    class X:
        a: int
        def __lt__(s, o): pass
def b4():
    @dataclass(frozen=True)
    class X(A): pass
def b5():
    @dataclass
    class X: a: int = field(default=1, default_factory=int)
def b6():
    @dataclass(eq=False, order=True)
    class X: a: int
def b7():
    @dataclass(slots=True)
    class X: a: int; __slots__ = ('b',)
def b8():
    @dataclass
    class X: a = field()
for b in (b1, b2, b3, b4, b5, b6, b7, b8): mk(b)
M = make_dataclass('M', ['a', ('b', int), ('c', int, field(default=3))], namespace={'s': lambda self: self.a}); print(M(1, 2), M(1, 2).s(), M.__module__ != ''); 
@dataclass
class N: l: list; d: dict; t: tuple; n: object = None
n = N([NE(1), F(1)], {'k': F(2)}, (F(3),), N([], {}, ())); print(asdict(n)['d'], astuple(n)[2], asdict(n, dict_factory=list)[3][1] is not None); r = N([1], {}, ()); r.l.append(r); print(r)

match f:
    case F(a=q, b='x'): print('m', q)
print('.')
#% enums
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
import enum; from enum import *
class C(Enum):
    R = 1; G = 'g'; ALIAS = 1
    @property
    def low(self): return self.name.lower()
    @classmethod
    def first(cls): return next(iter(cls))
    def __str__(self): return f'C-{self.value}'
print(list(C), C.R, repr(C.R), C('g'), C['R'], C.ALIAS is C.R, C.R.low, C.first(), C.__members__.keys(), len(C), C.R in C, C.R == 1, isinstance(C.R, C), hash(C.R) == hash('R'), f'{C.R}', f'{C.G!r}', C.R.name, C.R.value, type(C.R), C.__name__, bool(C.R), C.R is C(1), {C.R: 1})
t(lambda: C(9)); t(lambda: C['Z']); t(lambda: C.Z); t(lambda: setattr(C, 'R', 2)); t(lambda: C.R < C.G); t(lambda: setattr(C.R, 'value', 1)); t(lambda: setattr(C.R, 'name', 1)); t(lambda: 1 in C); t(lambda: delattr(C, 'R')); t(lambda: C()); t(lambda: C.R.R); t(lambda: C.R()); t(lambda: C.R.low()); setattr(C.R, 'extra', 5); print(C.R.extra)
class I(IntEnum): A = 1; B = auto(); C = 10; D = auto()
print(I.A + 1, I.A < I.B, I(2), f'{I.A}', str(I.A), repr(I.A), '%d %s' % (I.A, I.A), I.A == 1, sorted(I, reverse=True), I.D.value, [1, 2, 3][I.A], json_like := {I.A: 'x'}[1], int(I.C), I.A | I.B, max(I), format(I.A, '03'), range(I.B))
class S(StrEnum): A = auto(); B = 'bee'; C_D = auto()
print(S.A, repr(S.A), S.B.upper(), S('bee'), f'{S.A:>3}', S.A == 'a', 'x' + S.A, S.C_D.value, ','.join(S), S.A in ('a',), isinstance(S.A, str), str(S.B), S.A.encode())
class SE(str, Enum): A = 'a'
print(SE.A, repr(SE.A), f'{SE.A}', SE.A == 'a', SE.A.value, '%s' % SE.A, SE('a'), SE.A + 'b', str(SE.A), 'a' in [SE.A])
class P(Flag): R = auto(); W = auto(); X = auto(); RW = R | W
print(P.R | P.X, P.RW, ~P.R, P.R in P.RW, list(P.RW), P(0), P(3), P(7), repr(P.R & P.W), bool(P(0)), P.RW.value, P.R ^ P.RW, len(P.RW), [p.name for p in P], P['R'], (P.R | P.X).name, P.R.name, str(P.R | P.W | P.X), P(5) == P.R | P.X, f'{P.R}'); t(lambda: P(8)); t(lambda: P.R | 1); t(lambda: P('x')); t(lambda: P.R < P.W); t(lambda: 1 in P.R)
class IF(IntFlag): A = 1; B = 2
print(IF.A | IF.B, repr(IF(3)), IF(8), repr(IF(9)), IF.A | 8, ~IF.A, IF.A + 1, IF.A & 3, str(IF.A), f'{IF.A}', IF(0), list(IF(3)), IF.A == 1)
class B(Flag, boundary=STRICT): A = 1
class K(Flag, boundary=KEEP): A = 1
class CF(Flag, boundary=CONFORM): A = 1
print(K(5), CF(5), [m for m in K(5)]); t(lambda: B(5))
class Miss(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if v == 'a' else (5 if v == 'bad' else None)
print(Miss('a')); t(lambda: Miss('z')); t(lambda: Miss('bad'))
class Planet(Enum):
    E = (1, 2); M = (3, 4)
    def __init__(self, m, r): self.m = m; self.r = r
    @property
    def g(self): return self.m / self.r
print(Planet.E.g, Planet((3, 4)), Planet.E.value); t(lambda: Planet(1))
class New(str, Enum):
    def __new__(cls, v, label): o = str.__new__(cls, v); o._value_ = v; o.label = label; return o
    A = 'a', 'Label A'
print(New.A.label, New('a'), New.A.value, New.A == 'a')
class G(Enum):
    @staticmethod
    def _generate_next_value_(n, s, c, l): return n.lower() + str(c)
    A = auto(); BB = auto()
print([g.value for g in G])
class NM(Enum):
    A = 1; f = nonmember(5); g = member(7)
    @member
    def m(self): return 1


print([m.name for m in NM], NM.f, NM.g.value)
F = Enum('F', 'A B C', start=5); print(list(F), F.A.value, F.__module__ != ''); F2 = Enum('F2', {'X': 'x', 'Y': 'y'}); print(F2.X, F2('y')); F3 = IntEnum('F3', [('A', 1), ('B', 5)]); print(F3.B + 1); t(lambda: Enum('F4', ['A', 'A']) if False else 1); F5 = StrEnum('F5', ['P', 'Q']); print(list(F5))
def u():
    @unique
    class U(Enum): A = 1; B = 1
t(u); 
class Fl(float, Enum): H = .5
print(Fl.H, Fl.H * 2, repr(Fl.H))
import json; print(json.dumps({'i': I.A, 's': S.A, 'se': SE.A, 'f': Fl.H})); t(lambda: json.dumps(C.R)); print(copy_ok := __import__('copy').deepcopy(C.R) is C.R, C.R.__class__.__name__, C.R.__objclass__ is C, dir(C.R)[:4] if False else '')
match I.B:
    case I.A: print('A')
    case I.B: print('B')
class Sup(Enum):
    def hi(self): return 'hi ' + self.name
class Sub(Sup): A = 1
print(Sub.A.hi(), Sub.__mro__[1:]); print(I.__doc__, repr(I), str(I), repr(P), enum.EnumMeta is enum.EnumType, I.A.real, I.from_bytes(b'\x01', 'big'), I.A.bit_length(), I.A.__class__, pickle_ok := 1)
print('.')
#% classes
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
class V:
    def __init__(s, x): s.x = x
    def __repr__(s): return f'V({s.x})'
    def __eq__(s, o): return isinstance(o, V) and s.x == o.x
    def __add__(s, o): return V(s.x + (o.x if isinstance(o, V) else o))
    __radd__ = __add__
    def __iadd__(s, o): s.x += 1; return s
    def __getitem__(s, i): return (i, type(i).__name__)
    def __len__(s): return s.x
    def __iter__(s): yield from range(s.x)
    def __contains__(s, v): return v == s.x
    def __call__(s, *a, **k): return a, k
    def __enter__(s): return s
    def __exit__(s, *a): return True
    def __bool__(s): return s.x > 0
    def __neg__(s): return V(-s.x)
    def __invert__(s): return 'inv'
    def __divmod__(s, o): return 'dm'
    def __pow__(s, o, m=None): return ('pow', o, m)
    def __matmul__(s, o): return 'mm'
    def __round__(s, n=None): return ('round', n)
    def __int__(s): return s.x
    def __float__(s): return float(s.x)
    def __complex__(s): return complex(s.x)
    def __index__(s): return s.x
    def __bytes__(s): return b'v'
    def __format__(s, f): return f'fmt<{f}>'
    def __reversed__(s): return iter('rev')
    def __missing__(s, k): return k
    def __lt__(s, o): return s.x < o.x
    def __del__(s): pass
    def __sizeof__(s): return 1
    def __length_hint__(s): return 3
v = V(2); w = v; w += 1; print(v, v + 1, 1 + v, sum([V(1), V(2)]), v[1:2], v[1, ...], v[::], len(v), list(v), 3 in v, v(1, a=2), bool(V(0)), -v, ~v, divmod(v, 1), v ** 2, pow(v, 2, 3), v @ 1, round(v), round(v, 1), int(v), float(v), complex(v), [0, 1, 2, 3][v], bytes(v), f'{v:x}', list(reversed(v)), V(1) < V(2), max(V(1), V(3)), V(1) != V(2), hex(v), '%d' % v if False else '', str(v), [*v], range(v), bin(v)); t(lambda: hash(v)); t(lambda: v > 1); t(lambda: v - 1); t(lambda: v & 1); t(lambda: v.nope); t(lambda: V()); t(lambda: V(1, 2)); t(lambda: V.x); t(lambda: 1 - v); t(lambda: v['a']['b']); t(lambda: V(1) <= V(2))
class A: 
    def f(s): return 'A'
class B(A):
    def f(s): return 'B' + super().f()
class C(A):
    def f(s): return 'C' + super().f()
class D(B, C):
    def f(s): return 'D' + super().f()
print(D().f(), [c.__name__ for c in D.__mro__], issubclass(D, A), D.__bases__, super(D, D()).f(), D.f(D()), A.__subclasses__(), type(D()).__name__); t(lambda: super(A, 5).f()); t(lambda: type('Z', (A, B), {})); t(lambda: A().f(1)); t(lambda: A.f()); t(lambda: object().x); t(lambda: object(1)); t(lambda: A(1)); t(lambda: setattr(object(), 'a', 1)); t(lambda: int.foo); t(lambda: setattr(int, 'a', 1)); t(lambda: D.mro()[1])
from abc import ABC, abstractmethod
class Ab(ABC):
    @abstractmethod
    def m(self): ...
    @property
    @abstractmethod
    def p(self): ...
class Im(Ab):
    def m(self): return super().m()
t(lambda: Ab()); t(lambda: Im())
class Im2(Im): p = 1
print(Im2().m(), Im2.__abstractmethods__)
@Ab.register
class Vr: pass
print(isinstance(Vr(), Ab), issubclass(Vr, Ab))
class P:
    def __new__(cls, *a): print('new', a); return super().__new__(cls)
    def __init__(self, *a): print('init', a)
    __slots__ = ()
P(1); class_attr = type('Dyn', (A,), {'z': 1, 'm': lambda self: self.z}); print(class_attr().m(), class_attr.__name__, class_attr().f())
class Cnt:
    n = 0
    def __init__(s): type(s).n += 1
    @classmethod
    def make(cls): return cls()
    @staticmethod
    def st(a, b=2): return a, b
Cnt(); Cnt.make(); print(Cnt.n, Cnt.st(1), Cnt().st(3)); print(callable(Cnt), callable(5), Cnt.make.__self__ is Cnt, Cnt.make.__func__.__name__, Cnt().make.__name__)
class Priv:
    def __init__(s): s.__x = 1; s._y = 2
    def get(s): return s.__x
p = Priv(); print(p.get(), p._Priv__x, vars(p)); t(lambda: p.__x)
print(A.__dict__['f'], A().f, A.f, str(A()).startswith('<__main__.A object'), repr(A), A.__qualname__, (lambda: 1).__name__, t.__name__, (lambda: 1).__qualname__) if False else print(repr(A)[-3:], (lambda: 1).__name__)
print('.')
#% paths and mime
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
import mimetypes, pathlib, posixpath, os
from pathlib import PurePosixPath as P
for x in ['a.html', 'a.json', 'a.tar.gz', 'x.unknown', 'a.JS', 'a', 'http://x/y.png?z', 'a.svg', 'a.webp', 'a.woff2', 'a.csv', 'a.pdf', 'a.mp4', 'a.md', 'a.xml', 'a.ico', 'a.txt.gz']: t(lambda: mimetypes.guess_type(x))
t(lambda: mimetypes.guess_extension('text/html')); t(lambda: mimetypes.guess_all_extensions('image/jpeg')); t(lambda: mimetypes.guess_extension('nope/x'))
p = P('/a/b/c.tar.gz'); print(p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.with_suffix('.x'), p.with_name('q'), p.with_stem('z'), p / '../d', p.is_absolute(), p.relative_to('/a'), p.match('*.gz'), p.as_uri(), P('a') / P('/b'), P('a//b/./c'), P('') == P('.'), str(P('')), P('/a') < P('/b'), list(p.parents), p.joinpath('x', 'y'), hash(P('a')) == hash(P('a')), repr(p), f'{p}', P('a/b').as_posix(), P('..').name, os.fspath(p)); t(lambda: p.relative_to('/z')); t(lambda: P('a').with_suffix('x')); t(lambda: P('/').with_name('a')); t(lambda: p / 5); t(lambda: P(5)); t(lambda: P('a').as_uri())
t(lambda: eval("posixpath." + f)) if False else None
t(lambda: eval("posixpath." + f)) if False else None
t(lambda: eval("posixpath." + f)) if False else None
t(lambda: eval("posixpath." + f)) if False else None
t(lambda: eval("posixpath." + f)) if False else None
t(lambda: eval("posixpath." + f)) if False else None
t(lambda: eval("posixpath." + f)) if False else None
t(lambda: eval("posixpath." + f)) if False else None
t(lambda: eval("posixpath." + f)) if False else None
t(lambda: eval("posixpath." + f)) if False else None
t(lambda: eval("posixpath." + f)) if False else None
print('.')
#% http and headers
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
from http import HTTPStatus, HTTPMethod
print(HTTPStatus.OK, repr(HTTPStatus(404)), HTTPStatus.NOT_FOUND.phrase, HTTPStatus.IM_A_TEAPOT.description, int(HTTPStatus.CREATED), HTTPStatus.OK == 200, f'{HTTPStatus.OK}', HTTPStatus(418).name, HTTPMethod.GET, HTTPMethod('POST').description, str(HTTPStatus.OK), HTTPStatus['OK'], len(HTTPStatus), HTTPStatus.OK.value); t(lambda: HTTPStatus(999)); t(lambda: HTTPStatus.OK.is_success)
print('.')
#% random
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
import random, secrets, uuid, string
r = random.Random(42); print(r.random(), r.randint(1, 10), r.choice('abc'), r.sample(range(10), 3), r.shuffle(x := [1, 2, 3]), x, r.uniform(1, 2), r.gauss(0, 1), r.choices([1, 2], weights=[1, 3], k=4), r.getrandbits(10), r.randrange(0, 10, 3), r.betavariate(1, 2), r.expovariate(1), r.triangular(), r.randbytes(3)); random.seed('x'); print(random.random()); random.seed(1.5); print(random.random()); st = random.getstate(); a = random.random(); random.setstate(st); print(a == random.random()); t(lambda: r.choice([])); t(lambda: r.sample([1], 2)); t(lambda: r.randint(2, 1)); t(lambda: random.randrange(0)); t(lambda: random.choices([], k=1)); t(lambda: random.seed([])); t(lambda: random.sample({1}, 1)); t(lambda: random.randint(1.5, 2)); print(len(secrets.token_hex(4)), len(secrets.token_urlsafe(8)), secrets.compare_digest('a', 'a'), uuid.UUID('12345678123456781234567812345678'), uuid.uuid5(uuid.NAMESPACE_DNS, 'x.y'), uuid.UUID(int=1).hex, uuid.uuid4().version, uuid.UUID(int=5) < uuid.UUID(int=6), repr(uuid.UUID(int=1)), uuid.UUID('{12345678-1234-5678-1234-567812345678}').urn, uuid.uuid3(uuid.NAMESPACE_URL, 'a').variant, uuid.UUID(bytes=b'1' * 16).fields); t(lambda: uuid.UUID('x')); t(lambda: uuid.UUID(int=-1)); t(lambda: uuid.UUID()); t(lambda: uuid.UUID(bytes=b'1')); t(lambda: uuid.UUID(int=1) == '1'); t(lambda: setattr(uuid.UUID(int=1), 'int', 2))
print('.')
#% collections
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
from collections import *
import itertools, operator
c = Counter('abracadabra'); print(c, c.most_common(2), c['z'], c + Counter('ab'), c - Counter('aaaa'), c & Counter('ab'), c | Counter('zz'), sorted(c.elements())[:3], c.total(), +Counter(a=-1), -Counter(a=-1), Counter(a=1) == Counter(a=1, b=0), Counter(a=1) < Counter(a=2), dict(c)); c.update('zz'); c.subtract({'a': 1}); print(c['a'], c['z']); del c['nope']; t(lambda: Counter(5)); t(lambda: Counter.fromkeys('a')); t(lambda: c.most_common('2'))
d = defaultdict(list, a=[1]); d['b'].append(2); print(d, d.get('zz'), 'zz' in d, d.default_factory, d | {'c': 1}, d.copy()); t(lambda: defaultdict(5)); t(lambda: defaultdict()['x']); dd = defaultdict(lambda: defaultdict(int)); dd['a']['b'] += 1; print(dict(dd['a']))
q = deque([1, 2, 3], maxlen=3); q.append(4); q.appendleft(0); print(q, q.maxlen, q[0], q[-1], list(reversed(q)), q.index(2), q.count(2), 2 in q, q == deque([0, 2, 3])); q.rotate(1); print(q); q.extend([7, 8]); q.extendleft([9]); print(q, q.pop(), q.popleft(), q.copy()); q.insert(0, 5); q.remove(5); q.reverse(); q.clear(); t(lambda: q.pop()); t(lambda: q[5]); t(lambda: q.remove(1)); t(lambda: q.index(1)); t(lambda: deque([1])[0:1]); t(lambda: deque(5)); t(lambda: deque([1], -1)); t(lambda: deque([1], 1).insert(0, 1)); t(lambda: q.__iadd__([1]))
def mut():
    z = deque([1, 2])
    for x in z: z.append(x)
t(mut)
def mutd():
    z = {1: 1}
    for x in z: z[x + 1] = 1
t(mutd)
def muts():
    z = {1}
    for x in z: z.add(x + 1)
t(muts)
o = OrderedDict(a=1, b=2); o.move_to_end('a'); print(o, o.popitem(last=False), list(reversed(o)), o == {'a': 1}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), o | {'q': 1}); t(lambda: o.move_to_end('zz')); t(lambda: OrderedDict().popitem())
m = ChainMap({'a': 1}, {'b': 2, 'a': 3}); print(m['a'], m['b'], len(m), list(m), m.new_child({'a': 9})['a'], m.parents, m.maps, 'b' in m, m.get('zz', 5), dict(m)); t(lambda: m['zz']); m['n'] = 1; print(m.maps[0]); t(lambda: m.__delitem__('b'))
class UD(UserDict):
    def __setitem__(s, k, v): super().__setitem__(k.lower(), v)
u = UD(A=1); u['B'] = 2; u.update({'C': 3}); print(u, u['b'], 'c' in u, dict(u), len(u), u.pop('a'), u.setdefault('Z', 1), u.data); t(lambda: u['nope'])
print(list(itertools.chain([1], 'a')), list(itertools.islice(itertools.count(5, 2), 3)), list(itertools.groupby('aab'))[0][0], [(k, list(g)) for k, g in itertools.groupby(sorted('abab'))], list(itertools.accumulate([1, 2, 3], operator.mul)), list(itertools.product('ab', repeat=2))[:2], list(itertools.permutations([1, 2, 3], 2))[:2], list(itertools.combinations('abc', 2)), list(itertools.combinations_with_replacement('ab', 2)), list(itertools.zip_longest([1], [2, 3], fillvalue=0)), list(itertools.pairwise('abc')), list(itertools.takewhile(lambda x: x < 2, [1, 2, 1])), list(itertools.dropwhile(lambda x: x < 2, [1, 2, 1])), list(itertools.filterfalse(None, [0, 1])), list(itertools.compress('abc', [1, 0, 1])), list(itertools.starmap(pow, [(2, 3)])), list(itertools.chain.from_iterable(['ab', 'c'])), list(zip(*itertools.tee([1, 2]))), list(itertools.repeat(1, 2)), list(itertools.islice(itertools.cycle('ab'), 3)), repr(itertools.count(1)), repr(itertools.repeat(1, 2)))
print(operator.itemgetter(1, 'a') if False else operator.itemgetter(1)([5, 6]), operator.attrgetter('real', 'imag')(1j), operator.methodcaller('upper')('a'), sorted([{'a': 2}, {'a': 1}], key=operator.itemgetter('a')), operator.add(1, 2), operator.contains([1], 1), operator.truth([]), operator.index(True), repr(operator.itemgetter(1)), operator.not_(0)); t(lambda: operator.itemgetter(1)({})); t(lambda: operator.attrgetter('a.b')(5))
dct = {'a': 1, 'b': 2}; print(dct.keys() & {'a'}, dct.items() - {('a', 1)}, dct.keys() == {'a', 'b'}, list(reversed(dct)), dct | {'c': 3}, dct.pop('zz', None), dct.setdefault('d', 4), dict.fromkeys('ab', 0), dct.items(), dct.keys().isdisjoint({'z'}), sorted(dct.keys() ^ {'a', 'q'}), max(dct, key=dct.get), dct.popitem(), {**dct}, dct.copy() is dct, type(dct.keys()).__name__, dct.keys().mapping); t(lambda: dct.pop('q')); t(lambda: {}.popitem()); t(lambda: dct['q']); t(lambda: dict([1])); t(lambda: dict([(1, 2, 3)])); t(lambda: dct.update(5)); t(lambda: dict(5)); t(lambda: dct | 5); t(lambda: dct < {}); t(lambda: {[]: 1}); t(lambda: {1, []})
s = {1, 2, 3}; print(s & {2}, s | {9}, s - {1}, s ^ {3, 4}, s <= {1, 2, 3, 4}, s.issuperset([1]), s.isdisjoint([9]), frozenset(s) == s, len(s), s.union([7], [8]), s.intersection([1, 5]), s.copy() == s, hash(frozenset([1])) == hash(frozenset([1])), s > {1}); s.discard(99); s.add(1); s.update('a'); s -= {'a'}; t(lambda: s.remove(99)); t(lambda: s & [1]); t(lambda: set(5)); t(lambda: set().pop()); t(lambda: hash(s)); t(lambda: s < 5); t(lambda: frozenset().add(1)); t(lambda: s.union(5)); t(lambda: {1} | None)
l = [3, 1, 2]; l.sort(reverse=True); print(l, sorted(l, key=lambda x: -x), l.index(1), l.count(3), l * 2, l + [1], l[::-1], l.copy(), [1, 2] < [1, 3], [1] == [1.0], l.pop(0), l.insert(1, 'x'), l); l.extend('ab'); l.remove('x'); l.reverse(); print(l, l[-2:]); l.clear(); t(lambda: l.pop()); t(lambda: [].remove(1)); t(lambda: [1].index(2)); t(lambda: [1, 'a'].sort()); t(lambda: [1] + (1,)); t(lambda: [1] * 'a'); t(lambda: sorted([1, None])); t(lambda: l[0]); t(lambda: [1].pop(5)); t(lambda: [].insert('a', 1)); t(lambda: [1, 2, 3].sort(key=1)); t(lambda: list(5)); t(lambda: [1].extend(5)); t(lambda: (1, 2)[5]); t(lambda: (1,) + [1]); t(lambda: [1][1.0]); t(lambda: [1].append()); t(lambda: (1).append(1)); t(lambda: [[1]] * 2); t(lambda: [1] > 1)
print('.')
#% logging and io
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
import logging, io, sys, traceback, warnings
b = io.StringIO(); h = logging.StreamHandler(b); h.setFormatter(logging.Formatter('%(levelname)-8s|%(name)s|%(message)s|%(funcName)s|%(lineno)d')); lg = logging.getLogger('a.b'); lg.addHandler(h); lg.setLevel('DEBUG'); lg.propagate = False
lg.info('x %s %d', 'y', 5); lg.warning('w %(k)s', {'k': 1}); lg.error('e', extra={'q': 1}); lg.debug('d'); lg.critical('c'); lg.log(22, 'lvl'); lg.setLevel(logging.ERROR); lg.info('no'); lg.exception('exc', exc_info=False); print(b.getvalue()); print(lg.isEnabledFor(10), lg.getEffectiveLevel(), logging.getLevelName(30), logging.getLevelName('INFO'), lg, lg.parent.name, logging.getLogger('a.b') is lg, lg.handlers[0].level, logging.getLogger('a').getChild('b') is lg)
f = logging.Formatter('{asctime} {msg}' if False else '{message}', style='{'); print(f.format(logging.LogRecord('n', 20, 'p', 1, 'm %s', ('a',), None)), logging.LogRecord('n', 20, 'p', 1, 'm', (), None)); t(lambda: lg.setLevel('NOPE')); t(lambda: logging.Formatter('%(x)d', style='!'))
class Flt(logging.Filter):
    def filter(s, r): r.msg = r.msg.upper(); return 'no' not in r.getMessage().lower()
lg.addFilter(Flt()); lg.error('yes'); lg.error('no'); print(b.getvalue().splitlines()[-1]); ad = logging.LoggerAdapter(lg, {'k': 1}); ad.error('adapted'); print(b.getvalue().splitlines()[-1])
s = io.StringIO('a\nb\r\nc'); print(s.readline(), s.read(1), s.tell(), s.seek(0), s.readlines(), s.getvalue(), s.closed, list(io.StringIO('x\ny')), s.writable()); s.close(); t(lambda: s.read()); t(lambda: io.StringIO(5)); t(lambda: io.StringIO().write(5)); y = io.BytesIO(b'abc'); print(y.read(2), y.getbuffer()[0], y.seek(-1, 2), y.read(), y.write(b'zz'), y.getvalue(), y.truncate(2), y.getvalue()); t(lambda: y.write('a')); t(lambda: io.BytesIO('a')); t(lambda: y.seek(-1)); w = io.TextIOWrapper(io.BytesIO(), encoding='utf-8'); w.write('é'); w.flush(); print(w.buffer.getvalue()); print('a', 'b', sep='-', end='!\n', file=sys.stdout); o = io.StringIO(); print(1, 2, file=o); print(repr(o.getvalue())); print(*[1, 2], sep='\n'); print(); t(lambda: print(1, sep=5)); t(lambda: print(1, file=5))
def deep():
    def inner(): raise ValueError('deep')
    inner()
try: deep()
except ValueError as e:
    tb = traceback.extract_tb(e.__traceback__); print([(x.name, x.lineno) for x in tb], len(traceback.format_tb(e.__traceback__)), traceback.format_exc().splitlines()[-1], traceback.format_exception_only(type(e), e))
with warnings.catch_warnings(record=True) as wl:
    warnings.simplefilter('always'); warnings.warn('dep', DeprecationWarning); warnings.warn('u'); print([(str(x.message), x.category.__name__) for x in wl])
with warnings.catch_warnings():
    warnings.simplefilter('error'); t(lambda: warnings.warn('boom'))
print('.')
#% regex
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
import re
for p, s in [(r'(?P<y>\d{4})-(?P<m>\d\d)', 'on 2024-05 and 2023-06'), (r'\b\w+@\w+\.\w+\b', 'a@b.c, x@y.zz'), (r'(a)(b)?', 'ac'), (r'^\s*#', '  # x'), (r'(?i)HELLO', 'hello'), (r'[^\W\d]+', 'ab1é'), (r'(?<!x)y', 'xy y'), (r'(\w)\1', 'aabb'), (r'a*?b', 'aab'), (r'', 'ab'), (r'(?:x|(y))+', 'xyx'), (r'\Aab\Z', 'ab'), (r'[\u4e00-\u9fff]+', 'a漢字b'), (r'(?m)^b$', 'a\nb'), (r'(?s)a.b', 'a\nb'), (r'(?x) a \s b # c', 'a b'), (r'a{2,3}', 'aaaa'), (r'(?P<q>[\'"]).*?(?P=q)', 'x "y" z'), (r'(?>a+)b', 'aab'), (r'a++a', 'aaa'), (r'(?=(\d+))\d', '12')]:
    m = re.search(p, s); print(p, m and (m.group(), m.span(), m.groups(), m.groupdict(), m.lastindex, m.lastgroup, m.regs), re.findall(p, s), re.sub(p, '<>', s), re.split(p, s), [x.start() for x in re.finditer(p, s)], re.match(p, s) and 1, re.fullmatch(p, s) and 1)
m = re.match(r'(?P<a>\d+)-(?P<b>\w*)', '12-x'); print(m['a'], m[2], m.expand(r'\2:\g<a>'), m.start('b'), m.string, m.re.pattern, m.pos, m.endpos, repr(m), m.groups('d'), m.re.groups, m.re.flags); t(lambda: m['z']); t(lambda: m.group(5)); t(lambda: re.compile('(')); t(lambda: re.compile('[a')); t(lambda: re.compile('*a')); t(lambda: re.compile('(?P<1>a)')); t(lambda: re.compile('a**')); t(lambda: re.compile('(?P<a>.)(?P<a>.)')); t(lambda: re.compile(r'\1')); t(lambda: re.compile('[z-a]')); t(lambda: re.compile('(?<=a*)b')); t(lambda: re.sub('a', r'\g<x>', 'a')); t(lambda: re.sub('a', r'\5', 'a')); t(lambda: re.search(b'a', 'a')); t(lambda: re.search('a', b'a')); t(lambda: re.search('a', None)); t(lambda: re.compile(5)); t(lambda: re.compile('a', 'b')); print(re.sub(r'(\w+)', lambda m: m[0].title(), 'ab cd'), re.sub('a', 'b', 'aaa', 2), re.subn('a', 'b', 'aa'), re.split(r'(,)\s*', 'a, b,c', 1), re.escape('a.b*c-d_é'), re.sub(r'\s+', ' ', ' a \t b\n'), re.findall(r'(a)|(b)', 'ab'), re.compile('a', re.I | re.M), re.I | re.M, re.compile('A', re.I) == re.compile('A', re.I), re.purge(), re.sub('', '-', 'abc'), re.sub('x*', '-', 'abxd'), re.findall(r'\d+', '1 22'), re.compile(r'\d').sub('#', 'a1'), re.RegexFlag.A, re.sub(r'(?P<n>a)', r'[\g<n>\g<0>\1]', 'a'), re.sub('a', '\\\\', 'a'), re.sub('a', r'\n', 'a'))
print('.')
#% contextvars
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
import contextvars, asyncio
v = contextvars.ContextVar('v', default='d'); w = contextvars.ContextVar('w')
print(v.get(), v.name, w.get('x')); t(lambda: w.get()); tok = v.set('a'); print(v.get(), tok.old_value is contextvars.Token.MISSING, tok.var is v); v.reset(tok); print(v.get()); t(lambda: v.reset(tok))
async def child(n): v.set(n); await asyncio.sleep(0); return v.get()
async def work():
    v.set('parent'); print(await asyncio.gather(child(1), child(2)), v.get()); await child('same'); print(v.get())
    tk = asyncio.create_task(child('t')); v.set('later'); print(await tk, v.get()); print(await asyncio.to_thread(v.get))
    ctx = contextvars.copy_context(); print(ctx[v], v in ctx, len(ctx) > 0, ctx.get(w, 'none')); ctx.run(v.set, 'inside'); print(ctx[v], v.get()); t(lambda: ctx.run(lambda: ctx.run(print)))
    tk = asyncio.create_task(child2(), context=ctx); await tk; print(ctx[v])
    asyncio.get_running_loop().call_soon(lambda: print('cb', v.get())); await asyncio.sleep(0)
    async def gen():
        v.set('g'); yield v.get(); yield v.get()
    async for x in gen(): print(x, v.get())
async def child2(): v.set('c2')
asyncio.run(work()); print(v.get())
print('.')
#% tracebacks
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
import traceback, sys
def a(): b()
def b(): raise ValueError('x')
def lines(e): return [l.split(' in ')[-1] if 'File' in l else l for l in traceback.format_exception(e)]
try: a()
except ValueError as e: print([f.name for f in traceback.extract_tb(e.__traceback__)], e.__traceback__.tb_frame.f_code.co_name, e.__traceback__.tb_next.tb_lineno)
try:
    try: a()
    except ValueError as e: raise KeyError('k') from e
except KeyError as e: print(sys.exc_info()[0].__name__)
try:
    try: a()
    except ValueError as e: 1 / 0
except ZeroDivisionError as e: print([x for x in lines(e) if 'During' in x])
e = ValueError('a', 1); print(e, repr(e), e.args, str(ValueError()), repr(ValueError('a')), str(KeyError('k')), OSError(2, 'm').errno, str(OSError(2, 'm', 'f')), UnicodeDecodeError('utf-8', b'ab', 0, 1, 'r'), StopIteration(3).value, SystemExit(2).code, isinstance(TimeoutError(), OSError), ConnectionResetError(104, 'x').strerror)
def gen():
    try: yield 1
    except GeneratorExit: print('gexit'); raise
    finally: print('gfin')
g = gen(); next(g); g.close(); g = gen(); next(g); t(lambda: g.throw(ValueError, 'v')); t(lambda: next(g)); t(lambda: g.send(1)); g = gen(); t(lambda: g.send(1))
def rt(): x = yield 1; print('got', x); return 'ret'
def dl(): r = yield from rt(); print(r); yield r
d = dl(); print(next(d), d.send('s')); t(lambda: next(d)); print(list(dl()))
def fin():
    try: return 'try'
    finally: print('cleanup')
def fin2():
    for i in range(2):
        try: continue
        finally: print('f', i)
    try: 1 / 0
    except ZeroDivisionError: return 'exc'
    else: return 'else'
    finally: print('last')
def fin3():
    try: raise ValueError
    finally: return 'swallowed'
print(fin(), fin2(), fin3())
def rec(n): return rec(n + 1)
try: rec(0)
except RecursionError as e: print(e)
t(lambda: assert_it(0))
def assert_it(x): assert x, f'bad {x}'
t(lambda: assert_it(0))
print('.')
#% csv and structures
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
import csv, io, struct, copy, bisect, statistics, calendar
o = io.StringIO(); w = csv.writer(o); w.writerow(['a', 'b,c', 'd"e', None, 1.5, 'x\ny']); w.writerows([[1], []]); print(repr(o.getvalue())); o = io.StringIO(); dw = csv.DictWriter(o, ['x', 'y'], extrasaction='ignore', restval='-', delimiter=';', quoting=csv.QUOTE_ALL, lineterminator='\n'); dw.writeheader(); dw.writerow({'x': 1, 'z': 2}); print(repr(o.getvalue())); t(lambda: csv.DictWriter(o, ['x']).writerow({'q': 1})); print(list(csv.reader(['a,"b ""q""",c', '1, 2,', '"x', 'y"'])), list(csv.DictReader(['a,b', '1,2,3', '4'])), csv.list_dialects()); t(lambda: csv.writer(5)); t(lambda: csv.writer(o).writerow(5)); t(lambda: list(csv.reader(['a\0b']))); t(lambda: csv.writer(o, delimiter='ab')); t(lambda: list(csv.reader([5]))); print(csv.Sniffer().sniff('a;b\n1;2').delimiter if hasattr(csv, 'Sniffer') else ';')
print(struct.pack('>IhB', 1, -2, 3), struct.unpack('<2s?d', struct.pack('<2s?d', b'ab', True, 1.5)), struct.calcsize('iq'), struct.pack('!H', 65535)); t(lambda: struct.pack('B', 256)); t(lambda: struct.pack('I', -1)); t(lambda: struct.pack('<I', -1)); t(lambda: struct.pack('>h', 99999)); t(lambda: struct.pack('h', 99999)); t(lambda: struct.pack('q', 2**63)); t(lambda: struct.unpack('I', b'a')); t(lambda: struct.pack('I')); t(lambda: struct.pack('s', 'a')); t(lambda: struct.pack('z', 1)); t(lambda: struct.pack('I', 1.5))
class N:
    def __init__(s): s.l = [1]; s.me = s
n = copy.deepcopy(x := N()); print(n is not x, n.l is not x.l, n.me is n, copy.copy(x).l is x.l); 
class CC:
    def __copy__(s): return 'copied'
    def __deepcopy__(s, m): return 'deep'
print(copy.copy(CC()), copy.deepcopy([CC()]), copy.deepcopy({'a': (1, [2])}), copy.copy([1]) == [1]); t(lambda: copy.deepcopy((x for x in [1]))); t(lambda: copy.replace) if False else None
print(statistics.mean([1, 2, 3, 4]), statistics.median([3, 1, 2]), statistics.mode('aab'), statistics.stdev([1, 2, 3]), statistics.pvariance([1, 2]), statistics.quantiles([1, 2, 3, 4], n=4), statistics.fmean([1, 2]), statistics.geometric_mean([1, 4]), statistics.harmonic_mean([1, 2]), statistics.multimode('aabb'), statistics.median_low([1, 2]), statistics.correlation([1, 2, 3], [1, 2, 4])); t(lambda: statistics.mean([])); t(lambda: statistics.stdev([1])); t(lambda: statistics.mode([])); t(lambda: statistics.mean(['a']))
print(bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2), bisect.bisect([{'a': 1}], 1, key=lambda d: d['a'])); l = [1, 3]; bisect.insort(l, 2); print(l, calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.month_name[2], calendar.day_abbr[0], calendar.timegm((2024, 1, 1, 0, 0, 0)), calendar.monthcalendar(2024, 2)[0], calendar.weekday(2024, 2, 29), calendar.SUNDAY); t(lambda: calendar.monthrange(2024, 13)); t(lambda: calendar.weekday(2024, 2, 30)); print(calendar.month(2024, 2))
print('.')
#% weak references
import re as _re
def t(f):
    try: r = repr(f())
    except Exception as e: r = f"{type(e).__name__} | {e}"
    print(_re.sub("0x[0-9a-f]{6,}", "0x", r))
import weakref
class A: pass
o = A(); r = weakref.ref(o, lambda r: print('gone', r() is None)); kept = weakref.finalize(o, print, 'fin', 1); w = weakref.WeakValueDictionary(a=o)
print(r() is o, kept.alive, len(w), () is (), datetime_error if False else '')
del o
print(r() is None, kept.alive, len(w))
o = A(); f = weakref.finalize(o, print, 'called'); print(f.peek()[1] is print, f.alive); f(); print(f.alive); f(); del o
o = A(); f = weakref.finalize(o, print, 'never'); print(f.detach()[2], f.alive); del o
o = A(); weakref.ref(o, print); del o; print('a reference that nobody holds tells nobody')
def scope():
    x = A(); s.append(weakref.ref(x, lambda _: print('left')))
s = []; scope(); print(s[0]() is None)
o = A(); p = weakref.proxy(o); o.v = 5; print(p.v); del o; t(lambda: p.v)
import datetime, re, decimal
t(lambda: datetime.datetime('2024-01-01')); t(lambda: datetime.date(2024)); print(re.sub('a', 'b', 'aa', count=-1), pow(decimal.Decimal(3), 5, 7), pow(decimal.Decimal(-3), 3, 5)); t(lambda: pow(decimal.Decimal(3), 1, 0)); t(lambda: pow(decimal.Decimal(3), 1, [])); t(lambda: '{:F}'.format('x'))
print('.')

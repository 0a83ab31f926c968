#% urllib.parse and html
def t(f, *a, **k):
    try: r = f(*a, **k); print(repr(r))
    except Exception as e: print(type(e).__name__, "|", e)
import urllib.parse as u, html
print(ascii(u.unquote('é%C3%A9')), u.quote('é',encoding='latin-1'), u.parse_qs('a=%E9&b=x%41',encoding='latin-1'))
for f in (lambda:u.quote(b'a',encoding='x'),lambda:u.quote(5),lambda:u.quote_plus(b'a b',errors='x'),lambda:u.urlencode({b'a':b'\xff'},encoding='latin-1'),lambda:u.urlencode({'é':'é'},encoding='latin-1'),lambda:u.unquote(b'%ff'),lambda:u.quote('a/é',safe='é'),lambda:u.urlencode({'a':'b c'},quote_via=u.quote), lambda:u.urlencode([1]), lambda: u.urlencode(5), lambda: u.urlencode('abc'), lambda: u.urlencode(['ab','cd']), lambda:u.urlencode([('a',)]), lambda:u.urlencode({'a':range(2),'b':5,'c':{1:2}},doseq=True), lambda: u.unquote(5), lambda: u.urlencode({1:None,'x':True}), lambda: u.quote('~a-b_c.d/é ü?'), lambda: u.quote_plus('a b&c=d/'), lambda: u.urlsplit('HTTP://User:Pw@Host.Example:8080/p;x?q=1#f'), lambda: u.urlsplit('http://[::1]:80/').hostname, lambda: u.urlsplit('http://h:99999').port, lambda: u.urlsplit('//a/b').netloc, lambda: u.urljoin('http://a/b/c/d','../g?x#y'), lambda: u.urljoin('http://a/b/c','//g'), lambda: u.urljoin('http://a/b/c',''), lambda: u.urlparse('http://a/b;c?d').params, lambda: u.urlunsplit(('http','a','b','c','d')), lambda: u.parse_qsl('a=1&b&c=&a=2',keep_blank_values=True), lambda: u.parse_qsl('a',strict_parsing=True), lambda: u.urldefrag('http://a/#b'), lambda: u.urlsplit('http://a')._replace(query='x=1').geturl(), lambda: u.unquote_plus('a+b%20c'), lambda: u.unquote('%zz%4'), lambda: u.unquote('%E4', encoding='latin-1'), lambda: u.quote('', safe='')):
    t(f)
for v in (5,None,b'a',['&'],[1],'&lt;&amp;&eacute;&#65;&#x41;&unknown;&notit;'): t(lambda: html.unescape(v))
#% sorting and functools
def t(f, *a, **k):
    try: r = f(*a, **k); print(repr(r))
    except Exception as e: print(type(e).__name__, "|", e)
import functools, heapq
def cmp(a, b): return (a > b) - (a < b)
print(sorted([3,1,2], key=functools.cmp_to_key(cmp)), sorted('bca', key=functools.cmp_to_key(lambda a,b: -cmp(a,b))))
K = functools.cmp_to_key(cmp)
print(K(1) < K(2), K(1) == K(1), K(3).obj, K(2) != K(2), K(2) >= K(3))
t(lambda: K(1) < 1)
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
#% namedtuple
def t(f, *a, **k):
    try: r = f(*a, **k); print(repr(r))
    except Exception as e: print(type(e).__name__, "|", e)
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
#% codecs
def t(f, *a, **k):
    try: r = f(*a, **k); print(repr(r))
    except Exception as e: print(type(e).__name__, "|", e)
for s in ('é€','a','','\U0001f436x'):
    for e in ('utf-16','utf-16-le','utf-32-be','cp1252','latin-1','ascii','utf-8-sig','windows-1252'):
        t(lambda: s.encode(e)); t(lambda: s.encode(e,'replace')); t(lambda: s.encode(e, 'replace').decode(e))
for b in (b'\x80\x81', b'a\x00', b'\xff\xfea\x00', b'\x00\xd8', b'abc'):
    for e in ('utf-16','utf-16-le','utf-16-be','utf-32','cp1252'):
        for er in ('strict','replace','ignore','backslashreplace','surrogatepass'): t(lambda: ascii(b.decode(e, er)))
#% fractions beside infinities, and the pieces of JSON
def t(f, *a, **k):
    try: r = f(*a, **k); print(repr(r))
    except Exception as e: print(type(e).__name__, "|", e)
from fractions import Fraction
t(lambda: float('-inf') < Fraction(0)); t(lambda: 1.5 < Fraction(0)); t(lambda: float('nan') == Fraction(0)); t(lambda: Fraction(1) > float('inf')); t(lambda: float('inf') > Fraction(1)); t(lambda: 'a' > Fraction(1)); t(lambda: Fraction(1) < 'a'); t(lambda: Fraction(0) <= 'zz')
import json
print(list(json.JSONEncoder().iterencode([1, {"a": 2, "b": [True, None, "x"]}, [], {}, 1.5])))
print(list(json.JSONEncoder(indent=1, sort_keys=True).iterencode({"b": 1, "a": [1, 2]})))
#% generators that are dropped
def t(f, *a, **k):
    try: r = f(*a, **k); print(repr(r))
    except Exception as e: print(type(e).__name__, "|", e)
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
#% cookies
def t(f, *a, **k):
    try: r = f(*a, **k); print(repr(r))
    except Exception as e: print(type(e).__name__, "|", e)
from http.cookies import SimpleCookie, Morsel, CookieError
c = SimpleCookie(); c['a'] = 'b c;"d"'; c['a']['path'] = '/'; c['a']['httponly'] = True; c['a']['max-age'] = 5; c['é' if False else 'x'] = 'é'
print(c.output()); print(c['a'].OutputString()); print(c['a'].coded_value, c['a'].value, c['a'].key); print(repr(c)); print(str(c['x']))
d = SimpleCookie('a=1; b="x\\"y"; $Path=/; c=d=e; bad cookie; f'); print(sorted((k, m.value) for k, m in d.items()))
d = SimpleCookie(); d.load('k=v; Path=/p; Secure; HttpOnly; expires=Wed, 21 Oct 2015 07:28:00 GMT'); print(d.output(attrs=['path'], header='C:')); print({k: dict(m) for k, m in d.items()})
t(lambda: c.__setitem__('a b', 1)); t(lambda: c['a'].__setitem__('nope', 1)); t(lambda: Morsel().set('path', 'v', 'v')); t(lambda: c['zz'])
m = Morsel(); m.set('k', 'v', 'v'); m['samesite'] = 'Lax'; m['domain'] = 'e.com'; print(m, m.isReservedKey('Path'), m == m.copy(), dict(m), repr(m)); print(c.js_output()[:40]); print(sorted(c.keys()), 'a' in c, len(c))
c2 = SimpleCookie({'n': 5}); print(c2.output(), c2['n'].value); del c2['n']; print(c2.output() == '')
m['max-age'] = -1; m['secure'] = True; print(m.OutputString()); print(m.OutputString(['secure']))
#% hashes and base64
def t(f, *a, **k):
    try: r = f(*a, **k); print(repr(r))
    except Exception as e: print(type(e).__name__, "|", e)
import hashlib, hmac, base64, json, binascii
b = json.dumps({'a': [1, 2.5, None, True], 'é': 'ü'}, sort_keys=True, separators=(',', ':')).encode(); print(b, hashlib.md5(b).hexdigest(), hashlib.sha1(b, usedforsecurity=False).hexdigest(), hashlib.new('sha256', b).hexdigest()[:16], hashlib.blake2b(b, digest_size=8, key=b'k').hexdigest(), hashlib.sha3_256(b).digest()[:4], hashlib.sha512().block_size, hashlib.sha256().digest_size, hashlib.sha256().name, repr(hashlib.sha256())[:20])
h = hashlib.sha256(); h.update(b'a'); g = h.copy(); g.update(b'b'); print(h.hexdigest()[:8], g.hexdigest()[:8]); print(hmac.new(b'k', b, 'sha256').hexdigest()[:16], hmac.digest(b'k', b'm', hashlib.sha1)[:4], hmac.compare_digest('a', 'a'), hmac.compare_digest(b'a', b'b'))
t(lambda: hmac.compare_digest('é', 'é')); t(lambda: hmac.compare_digest('a', b'a')); t(lambda: hmac.new(b'k', b'm')); t(lambda: hashlib.new('nope')); t(lambda: hashlib.md5('x')); t(lambda: hashlib.sha256('x')); t(lambda: hmac.new('k', b'm', 'sha256')); t(lambda: hashlib.shake_128(b'a').hexdigest(4)); t(lambda: hashlib.pbkdf2_hmac('sha256', b'p', b's', 10).hex()[:16]); t(lambda: base64.urlsafe_b64encode(b'\xff\xfe?')); t(lambda: base64.b64decode('YQ')); t(lambda: base64.b64decode('Y!Q==', validate=True)); t(lambda: base64.b64decode('a')); t(lambda: base64.urlsafe_b64decode('__-_')); t(lambda: base64.b32encode(b'hi')); t(lambda: base64.b16decode('zz')); t(lambda: base64.b85encode(b'hello')); t(lambda: base64.a85encode(b'hello')); t(lambda: base64.b64encode('a')); t(lambda: binascii.hexlify(b'abc', '-')); t(lambda: bytes.fromhex('a g')); t(lambda: binascii.unhexlify('abc')); t(lambda: binascii.crc32(b'a')); t(lambda: sorted(hashlib.algorithms_guaranteed)[:4])
h = hmac.new(b'k', digestmod='sha1'); h.update(b'x'); print(h.name, h.digest_size, h.block_size, h.copy().hexdigest()[:8])
#% json
def t(f, *a, **k):
    try: r = f(*a, **k); print(repr(r))
    except Exception as e: print(type(e).__name__, "|", e)
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
#% dates
def t(f, *a, **k):
    try: r = f(*a, **k); print(repr(r))
    except Exception as e: print(type(e).__name__, "|", e)
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

"""Where tracebacks point: the lines and the marks under them, for each kind of statement and expression."""
import asyncio
import contextlib
import dataclasses
import datetime
import enum
import functools
import re
import sys
import traceback


def shown(error):
    """What a traceback prints but for the files, their line numbers being kept."""
    return re.sub(r'File "[^"]*"', "File", "".join(x for x in traceback.format_exception(error) if "/lib" not in x))


def show(name, call):
    try:
        call()
    except BaseException as error:
        print(name, shown(error))
    else:
        print(name, "none")


def gen1():
    yield 1
    raise StopIteration('x')
def gen2():
    yield next(iter([]))
class CM:
    def __enter__(self): return self
    def __exit__(self, *a): raise RuntimeError('exit')
def f1(): list(gen1())
def f2():
    for x in gen1(): pass
def f3(): next(gen2())
def f4(): gen2().send(None)
def f5():
    with CM():
        pass
def f6():
    with CM() as a, \
         CM() as b:
        raise ValueError
def f7():
    with CM(): pass
def f8():
    with CM(): 1/0
def f9():
    with (CM() as a,
          CM() as b):
        return 5
def a1():
    assert 1 == 2, ('one'
        'two')
def a2(x=0):
    assert x, 'a' + \
        'b'
def a3(x=0):
    assert not x == 0, 'a' + \
        'b'
def a4(x=0):
    assert x and 1 == 1, ('a',
        'b')
def a5(x=0):
    assert (x ==
            1)
def a6(x=0):
    assert 1 < x < 5, 'm'
def a7(x=0):
    assert x or x == 5
def a8(x=0):
    assert isinstance(x, str), f'{x}'
def a9(x=0):
    assert not x == 0
def a10(x=0):
    assert x == 1 if x else x
async def ag():
    yield 1
    raise StopAsyncIteration
async def agm():
    async for x in ag(): pass

def f10(): asyncio.run(agm())

for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10):
    show(f.__name__, f)
try:
    try: raise ExceptionGroup('a', [ValueError(1), ExceptionGroup('b', [TypeError(2)])])
    except* TypeError as g: raise KeyError('from group') from g
except BaseException as e: print(shown(e))
def grp():
    try: raise ValueError('in')
    except ValueError as e: raise ExceptionGroup('outer', [e, ExceptionGroup('inner', [e, KeyError(3)])])
try: grp()
except ExceptionGroup as e:
    m, r = e.split(KeyError); print(shown(m), shown(r), m.__context__ is e.__context__, m.__cause__)

def g1():
    yield 1
    raise ValueError('x')
def g2():
    yield 1
    raise StopIteration
class It:
    def __iter__(self): return self
    def __next__(self): raise KeyError
def f1():
    for x in g1(): pass
def f2():
    for x in g2(): pass
def f3():
    for x in g2():
        pass
def f4():
    for x in It(): pass
def f5():
    return [x for x in g1()]
def f6():
    return [x for x in g2()]
def f7():
    for x in 5: pass
def f8():
    a, b = g1()
def f9():
    a, b, c = g2()
def f10():
    yield from g2()
def f11():
    for x, y in g1(): pass
def f12():
    for x in (y for y in g2()): pass
def f13():
    with open_nothing() as f: pass
class NE:
    def __enter__(self): raise OSError('enter')
    def __exit__(self, *a): pass
def f14():
    with NE() as x: pass
def f15():
    with 5 as x: pass
def f16():
    with NE() as x, NE() as y:
        pass

for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, lambda: list(f10()), f11, f12, f13, f14, f15, f16):
    show(f.__name__, f)
class O:
    __slots__ = ('a',)
    def __setitem__(self, k, v): raise KeyError(k)
    def __delitem__(self, k): raise KeyError(k)
    def __iadd__(self, o): raise TypeError('iadd')
    def __bool__(self): raise ValueError('bool')
    def __eq__(self, o): raise ValueError('eq')
    def __contains__(self, o): raise ValueError('in')
    def __call__(self, *a, **k): raise ValueError('call')
    def __getattr__(self, n): raise AttributeError(n)
    def __format__(self, s): raise ValueError('fmt')
    def __str__(self): raise ValueError('str')
    def __neg__(self): raise ValueError('neg')
    def __index__(self): raise ValueError('index')
    def __hash__(self): raise ValueError('hash')
    def __iter__(self): raise ValueError('iter')
    def __lt__(self, o): raise ValueError('lt')
o = O(); d = {}; l = []
def bomb(*a, **k): raise RuntimeError('bomb')
def deco(f): raise RuntimeError('deco')
S = []
def s(f): S.append(f); return f
@s
def f(): o.b = 1
@s
def f(): x = o.b = 1
@s
def f(): d['x']['y'] = 1
@s
def f(): o[1] = 2
@s
def f(): del o[1]
@s
def f(): del o.zz
@s
def f(): del l[5], d['q']
@s
def f(): a, b = 1, 2, 3
@s
def f(): (a, b), c = [1], 2
@s
def f(): [a, *b] = 5
@s
def f():
    x = o
    x += 1
@s
def f(): d['n'] += 1
@s
def f(): o.n += 1
@s
def f(): l[0] += 1
@s
def f():
    if o: pass
@s
def f():
    while o: pass
@s
def f():
    if not o: pass
@s
def f(): return 1 if o else 2
@s
def f(): return o and 1
@s
def f(): return 0 or o == 1
@s
def f(): return 1 in o
@s
def f(): return 1 < o < 3
@s
def f(): return o(1, x=2)(3)
@s
def f(): return d.get('x').y
@s
def f(): return o.foo.bar()
@s
def f(): return f'{o:>5}' + 'x'
@s
def f(): return f'{o}'
@s
def f(): return 'a' + f'{o!s:>4} {1/0}'
@s
def f(): return -o
@s
def f(): return [1, 2][o]
@s
def f(): return {o: 1}
@s
def f(): return {1, o}
@s
def f(): return [*o, 1]
@s
def f(): return bomb(*o)
@s
def f(): return bomb(**5)
@s
def f(): return {**1}
@s
def f(): return (lambda: 1 / 0)()
@s
def f(): return bomb(1,
    2).x
@s
def f(): return (1 +
    'a')
@s
def f(): return l[
    0]
@s
def f(): return d \
    ['x']
@s
def f(): return o \
    .foo
@s
def f(): return bomb(
    1 / 0,
    2)
@s
def f():
    return (bomb
            (3))
@s
def f(): raise ValueError(
    'x')
@s
def f(): raise bomb()
@s
def f(): raise ValueError from 5
@s
def f():
    try: 1 / 0
    except o: pass
@s
def f():
    try: 1 / 0
    except (ValueError, bomb()): pass
@s
def f():
    try: pass
    finally: 1 / 0
@s
def f():
    @deco
    def g(): pass
@s
def f():
    @deco
    class G: pass
@s
def f():
    class G(5): pass
@s
def f():
    class G(metaclass=bomb): pass
@s
def f():
    class G:
        x = 1 / 0
@s
def f():
    def g(a=1 / 0): pass
@s
def f():
    def g(a: 1 / 0): pass
@s
def f(): x: 1 / 0 = 5
@s
def f(): import nothing_here
@s
def f(): print(undefined_name)
@s
def f(): global zzz; del zzz
@s
def f():
    match o:
        case 1: pass
@s
def f():
    match 5:
        case int(1, 2): pass
@s
def f():
    match 5:
        case x if 1 / 0: pass
@s
def f():
    match bomb():
        case _: pass
@s
def f(): return [x for x in o]
@s
def f(): return [1 / x for x in (1, 0)]
@s
def f(): return [x for x in (1, 0) if 1 / x]
@s
def f(): return [y for x in [1] for y in o]
@s
def f(): return [a for a, b in [1]]
@s
def f(): return {x: 1 / 0 for x in (1,)}
@s
def f(): return list(1 / x for x in (1, 0))
@s
def f(): return sum(x for x in o)
@s
def f(): return {k: v for k, v in [(1, 2),
    (3,)]}
@s
def f(): return sorted([o, 1])
@s
def f(): return max(l, key=lambda x: x)
@s
def f():
    for x, y in [1]: pass
@s
def f():
    for x.y in [1]: pass
@s
def f():
    for i in o:
        pass
    else:
        pass
@s
def f():
    with bomb() as x, o as y: pass
@s
def f():
    with o: pass
@s
def f():
    x = [
        1,
        1 / 0,
    ]
@s
def f(): return (yield_ := 1 / 0)
@s
def f(): return 1 + 2 * (3 - 'x') // 4
@s
def f(): return 'éß' + 1 + 'é'
@s
def f(): return d['é'] + d['ß']
@s
def f(): x = 1; y = 1 / 0; z = 2
@s
def f(): return bomb(bomb2 := 3, *[1], k=2)
@s
def f(): return o.method(1).other
@s
def f(): assert o, 'm'
@s
def f(): assert bomb(), 'm'
@s
def f(): assert d, bomb()
@s
def f(): return not o
@s
def f(): return slice(1)[1:2]
@s
def f(): return l[1:'a']
@s
def f(): l[0:1] = 5
@s
def f(): return (a for a in 5)
@s
def f(): return 5 @ 3
@s
def f(): return 5 is 5 == o
@s
def f(): return ~1.5 ** 2
@s
def f(): nonexist.attr = 5
@s
def f(): nonexist[0] = 5
@s
def f(): x = y = nonexist
@s
def f(): return super().foo
@s
def f(): return int('abc', base=10)
@s
def f(): d.pop('k').x
for i, f in enumerate(S):
    show(i, f)
S.clear()
@s
def f():
    return (o
        .first(1)
        .second(2))
@s
def f():
    return ({}
        .get('x')
        .second(2))
@s
def f():
    return ({}
        .get(
            'x')
        .y)
@s
def f():
    ({}
        .get(1)
        .zz) = 5
@s
def f():
    if 1 == 1 and o: pass
@s
def f():
    return [x for x in (1,) if x == 1 if o]
@s
def f():
    return [y for x in (1,) if x == 1 for y in 5]
@s
def f():
    if o or 1 == 1:
        pass
@s
def f():
    while 1 == 1 and o:
        pass
@s
def f():
    return f'''{1} a
    {o}'''
@s
def f():
    return ('a'
        f'{o}')
@s
def f():
    from nothing_here import (
        path,
        other)
@s
def f():
    try:
        1 / 0
    except (5,
            6):
        pass
@s
def f():
    return bomb(*[1],
        **{'a': 1})
@s
def f():
    return o.m(*[1],
        2)
@s
def f():
    @bomb(1)
    @deco
    def g(): pass
@s
def f():
    @ deco
    def g(): pass
@s
def f():
    x = {
        'a': 1,
        **5,
    }
@s
def f():
    return any(
        1 / x
        for x in (1, 0)
        if x < 5
    )
@s
def f():
    for x in (
        5
    ): pass
@s
def f():
    d['a'][
        'b'] += 1
@s
def f(): undefined_x += 1
@s
def f():
    return o.attr if 1 else 2
@s
def f():
    o.x.y = 5
@s
def f():
    x: int = 1 / 0
@s
def f():
    return 1 if 2 == o else 3
@s
def f():
    return not (o == 1)
@s
def f():
    print(1, 2, o.bad, 3)
for i, f in enumerate(S):
    show(i, f)

S.clear()


class B:
    def __getattr__(self, n): raise AttributeError(n)
    def __await__(self): raise ValueError('await')
    def __aiter__(self): raise ValueError('aiter')
    async def __aenter__(self): raise ValueError('aenter')
    async def __aexit__(self, *a): raise ValueError('aexit')
class C(B):
    async def __aenter__(self): return self
b = B(); c = C()
async def co(): raise KeyError('co')
def run(c): return asyncio.run(c)
@s
def f():
    async def m(): await co()
    run(m())
@s
def f():
    async def m(): x = await b
    run(m())
@s
def f():
    async def m(): await 5
    run(m())
@s
def f():
    async def m():
        async for x in b: pass
    run(m())
@s
def f():
    async def m():
        async with b as x: pass
    run(m())
@s
def f():
    async def m():
        async with c as x:
            pass
    run(m())
@s
def f():
    async def m():
        async with c as x:
            1 / 0
    run(m())
@s
def f():
    async def m(): return await asyncio.gather(co(), co())
    run(m())
@s
def f():
    async def m(): return (await co()).x + 1
    run(m())
@s
def f():
    async def m():
        return await asyncio.wait_for(
            co(),
            timeout=1)
    run(m())
@s
def f():
    async def m(): await asyncio.create_task(co())
    run(m())
@s
def f():
    class X:
        def __init__(self, a): self.a = a.b
    X(
        5
    )
@s
def f():
    @dataclasses.dataclass
    class D:
        a: int
        b: list = []
@s
def f():
    class E(enum.Enum):
        A = 1
        A = 2
@s
def f():
    x = [1, 2, 3]
    return x[0].foo(
        x[1],
    ).bar
@s
def f():
    data = {'a': {'b': [1]}}
    return data['a']['b'][3]['c']
@s
def f():
    data = {'a': None}
    return data['a']['b']
@s
def f():
    def inner(a, b): return a + b
    return inner(1,
                 b='x')
@s
def f():
    return (lambda x:
            x / 0)(1)
@s
def f():
    return sum([1, 2, 'x'])
@s
def f():
    return ','.join([1])
@s
def f():
    x = 5
    if x > 3 and \
            x.foo:
        pass
@s
def f():
    return functools.reduce(lambda a, b: a / b, [1, 0])
@s
def f():
    with contextlib.suppress(KeyError):
        raise ValueError('not suppressed')
@s
def f():
    @contextlib.contextmanager
    def cm():
        yield
        raise RuntimeError('after')
    with cm():
        pass
@s
def f():
    @contextlib.contextmanager
    def cm():
        try: yield
        finally: print('fin')
    with cm():
        raise ValueError('in')
@s
def f():
    def g():
        x = yield 1
        raise ValueError(x)
    it = g(); next(it); it.send(5)
@s
def f():
    def g(): yield from (1 / x for x in [0])
    for x in g():
        print(x)
@s
def f():
    try:
        raise ValueError('a')
    except ValueError as e:
        raise TypeError('b') from e
@s
def f():
    try:
        int('x')
    except ValueError:
        {}['k']
@s
def f():
    match {'a': 1}:
        case {'a': int(x)} if x.foo:
            pass
@s
def f():
    return [i for i in range(3)
            if i > 1 / (i - 1)]
@s
def f():
    return {'a': 1, 'b': 2 / 0, 'c': 3}
@s
def f():
    return dict(a=1, b=undefined)
@s
def f():
    x = y = z = None
    x, y[0] = 1, 2
@s
def f():
    raise type('Dyn', (Exception,), {})('x')
@s
def f():
    def rec(n):
        if n == 0: raise ValueError('deep')
        return rec(n - 1)
    rec(5)
@s
def f():
    import json.nothing
@s
def f():
    return 1 if True else 2 + 'x' if False else undefined
@s
def f():
    return -'a' + 5
@s
def f():
    return not undefined
@s
def f():
    return 5 < 'a' < 6
@s
def f():
    return 5 in 5
@s
def f():
    return 'x' 'y' % 5 % ()
@s
def f():
    return '%s %s' % (1,)
@s
def f():
    return "{} {}".format(1)
@s
def f():
    return datetime.date(2024, 2, 30)
@s
def f():
    lst = [3, 'a']; lst.sort(); return lst
@s
def f():
    a = 1; b = 'x'; c = a + b; d = 5
@s
def f():
    return (1, 2, 3)[
        5
    ]
@s
def f():
    global G
    G += 1
@s
def f():
    del undefined_local
@s
def f():
    print(undefined_local2)
    undefined_local2 = 1
@s
def f():
    for i in range(2):
        x = 1 / (1 - i)
@s
def f():
    while True:
        raise StopIteration
for i, f in enumerate(S):
    show(i, f)

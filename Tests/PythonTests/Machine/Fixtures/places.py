#% Items of local variables
import traceback

def unbound_first(flag):
    if flag:
        items = [1]
    return items[flag]

def unbound_key(items):
    if not items:
        key = 0
    return items[key]

def unbound_both(flag):
    if flag:
        items = [1]; key = 0
    return items[key + 1]

def unbound_store(flag):
    if flag:
        items = [1]
    items[flag] = 5

def deleted(items):
    del items
    return items[0]

def walrus(items):
    return items[(items := [7, 8, 9])[0] - 6], items

def walrus_store(items):
    items[(items := [0, 5])[1] - 4] = 3
    return items

class Odd:
    def __repr__(self):
        return "Odd()"
    def __getitem__(self, key):
        return f"<{key!r}>"
    def __setitem__(self, key, value):
        print("set", key, value)
    def __missing__(self, key):
        return None

class Angry:
    def __getitem__(self, key):
        raise LookupError(f"no {key}")
    def __setitem__(self, key, value):
        raise KeyError(key)

def read(container, key):
    return container[key]

def write(container, key, value):
    container[key] = value
    return container

def attempt(function, *arguments):
    try:
        print(function.__name__, function(*arguments))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)
        for entry in traceback.extract_tb(error.__traceback__)[1:]:
            print("   ", entry.lineno, entry.name, entry.colno, entry.end_colno)

for case in [(unbound_first, 0), (unbound_key, [1]), (unbound_both, 0), (unbound_store, 0), (deleted, [1]), (walrus, [1, 2, 3]),
             (walrus_store, [1, 2, 3])]:
    attempt(*case)

for container in [[1, 2, 3], (1, 2, 3), "abc", "äbc", b"abc", {"a": 1, 2: 3, True: 4}, {}, Odd(), Angry(), range(5), 5, None]:
    for key in [0, -1, 2, 3, -4, True, "a", None, slice(0, 2), 1.0, (0, 1), 2**70]:
        attempt(read, container, key)

for container in [[1, 2, 3], {"a": 1}, Odd(), Angry(), bytearray(b"abc"), (1,), "abc", None]:
    for key in [0, -1, 5, "a", True, slice(0, 1)]:
        attempt(write, container, key, [9])

def loop(rows):
    total = 0
    for i in range(len(rows)):
        for j in range(len(rows[i])):
            rows[i][j] = rows[i][j] * rows[i - 1][j - 1]
            total += rows[i][j]
    return rows, total
print(loop([[1, 2], [3, 4], [5, 6]]))

def chars(text):
    return [text[i] for i in range(len(text))], [text[-i] for i in range(1, len(text) + 1)], [c for c in text]
print(chars("hello"), chars("hällo"), chars(""))

def generate(items):
    for i in range(3):
        items[i] = yield items[i]
g = generate([1, 2, 3])
print(next(g), g.send(10), g.send(20))

def key_changes(items):
    def rebind():
        nonlocal items
        items = [5]
        return 0
    return items[rebind()]
print(key_changes([1]))

def growing():
    items = [1]
    for item in items:
        if len(items) < 5: items.append(item + 1)
    return items, {i: i * i for i in items}, {k: v for k, v in zip("ab", items)}
print(growing())

class Key:
    def __init__(self, items): self.items = items
    def __index__(self):
        self.items.clear()
        return 0
def clears(items):
    return items[Key(items)]
attempt(clears, [1])
def stores(items):
    items[0] = items[Key(items) and 1]
    return items
attempt(stores, [1, 2])
def released(items):
    class Loud:
        def __del__(self): print("gone", len(items))
    items.append(Loud())
    items[0] = 1
    return items
attempt(released, [])
def releases_twice():
    items = []
    class Loud:
        def __del__(self): items.clear(); print("cleared")
    items += [Loud(), 2]
    items[0] = 3
    return items
attempt(releases_twice)

#% Where assignments fail
import traceback
class A:
    __slots__=()
def f1(c, k, v):
    c[k] = v
def f2(c, k, v):
    c.x = v
def f3(c, k, v):
    c[k], z = v, 1
def f4(c, k, v):
    c[k] += v
def f5(c, k, v):
    del c[k]
def f6(c, k, v):
    c[0][k] = v
def f7(c, k, v):
    for c[k] in [1]: pass
def f8(c, k, v):
    c[k]: int = 5
def f9(c, k, v):
    c.x += 1
def g1(c, k, v):
    a = c[k] = v
for f in [f1,f2,f3,f4,f5,f6,f7,f8,f9,g1]:
    for c in [(1,),A()]:
        try: f(c,0,3)
        except Exception as e:
            t=traceback.extract_tb(e.__traceback__)[-1]
            print(f.__name__,t.colno,t.end_colno,type(e).__name__,e)
def h1(v):
    a, b = v
def h2(v):
    [a, *b], c = v
def h3(v):
    x = y, z = v
def h4(v):
    for a, b in [v]: pass
def h5(v):
    del undefined_name
def h6(v):
    with v as (a, b): pass
def h7(v):
    global undefined_global
    del undefined_global
def h8(v):
    x += 1
def h9(v):
    undefined_name.x = 1
def h10(v):
    undefined_name.x += 1
def h11(v):
    undefined_name[0] += 1
def h12(v):
    v[undefined_name] += 1
def h13(v):
    v.x.y = \
       5
def h14(v):
    v[
      0
    ] = 5
import contextlib
for f in [h1,h2,h3,h4,h5,h6,h7,h8,h9,h10,h11,h12,h13,h14]:
    for v in [1,[1],[1,2,3],contextlib.nullcontext((1,))]:
        try: f(v)
        except Exception as e:
            t=traceback.extract_tb(e.__traceback__)[-1]
            print(f.__name__,t.lineno,t.end_lineno,t.colno,t.end_colno,type(e).__name__,e)

#% Where with statements fail
import traceback, asyncio
class C:
    def __init__(self,w): self.w=w
    def __enter__(self):
        if self.w=='enter': raise ValueError(1)
    def __exit__(self,*a):
        if self.w=='exit': raise ValueError(1)
    async def __aenter__(self): return self.__enter__()
    async def __aexit__(self,*a): self.__exit__(*a)
def show(f,*a):
    try:
        r=f(*a)
        if hasattr(r,'send'): asyncio.run(r)
    except Exception as e:
        for t in traceback.extract_tb(e.__traceback__):
            if t.name in ('s','t','u','a','b'): print(f.__name__,a[0].w if hasattr(a[0],'w') else a,t.lineno,t.end_lineno,t.colno,t.end_colno,type(e).__name__,e)
def s(v):
    with v:
        x = 1
def t(v):
    with C('no') as q, v as (r):
        raise KeyError(2)
def u(v):
    with (
        C('no') as q,
        v as (r)
    ):
        raise KeyError(2)
async def a(v):
    async with v as x:
        pass
async def b(v):
    async with C('no'), v as x:
        raise KeyError(2)
for f in (s,t,u,a,b):
    for v in (C('enter'),C('exit'),C('no'),1): show(f,v)

#% what gc.collect() finds, and what it leaves alone
import gc
import weakref


class Node:
    def __init__(self, name=None):
        self.name = name
        self.me = self


class Loud(Node):
    def __del__(self):
        gone_names.append(self.name)


class Slotted:
    __slots__ = ("me", "__weakref__")


def gone(make):
    reference = make()
    before = reference() is None
    found = gc.collect() > 0
    print(make.__name__, before, found, reference() is None)


def instances():
    a, b = Node(), Node()
    a.other, b.other = b, a
    return weakref.ref(a)


def callback():
    node = Node()
    node.call = node.__init__
    return weakref.ref(node)


def slots():
    one = Slotted()
    one.me = (one, [one])
    return weakref.ref(one)


def keys():
    node = Node()
    table = {node: 1}
    node.table = table
    return weakref.ref(node)


def sets():
    node = Node()
    node.all = {node, frozenset([node])}
    return weakref.ref(node)


def recursion():
    def inner(n):
        return 1 if n == 0 else n * inner(n - 1)

    inner(3)
    return weakref.ref(inner)


def defaults():
    def function(a=[], *, b={}):
        pass

    function.__defaults__[0].append(function)
    return weakref.ref(function)


def classes():
    class A:
        def make(self):
            return A, super().make

    A.instance = A()
    return weakref.ref(A)


def errors():
    error = ValueError("x")
    error.args = (error,)
    error.node = Node()
    error.node.error = error
    return weakref.ref(error.node)


def deque():
    from collections import deque

    node = Node()
    node.queue = deque([node])
    return weakref.ref(node)


for make in (instances, callback, slots, keys, sets, recursion, defaults, classes, errors, deque):
    gone(make)

gone_names = []
Loud("first")
pair = Loud("second"), Loud("third")
pair[0].other, pair[1].other = pair[1], pair[0]
gc.collect()
print("pair is held", gone_names)
del pair
gc.collect()
print(sorted(gone_names))


class Phoenix(Node):
    saved = []

    def __del__(self):
        Phoenix.saved.append(self)


Phoenix("again")
gc.collect()
print(Phoenix.saved[0].name, Phoenix.saved[0].me is Phoenix.saved[0])
Phoenix.saved.clear()
gc.collect()
print(len(Phoenix.saved))


def generator():
    me = yield
    items = [me]
    try:
        yield
    finally:
        print("closed", items[0] is me)


running = generator()
next(running)
running.send(running)
del running
gc.collect()

keep = Node("kept")
keep.items = [keep, {"k": keep}, (keep,), {keep}]
shared = [Node("shared")]
shared[0].first, shared[0].second = list(shared), shared[:]
table = {"a": Node("in a table")}
copied = dict(table)
copied["a"].tables = [copied, table.copy()]
gc.collect()
print(keep.me is keep, len(keep.items), keep.items[1]["k"].name, keep.items[2][0].name)
print(shared[0].first[0] is shared[0].second[0] is shared[0], shared[0].name)
print(table["a"].tables[1]["a"].name, len(table), len(copied))


def local():
    held = Node("a variable")
    parts = [held, [held]]
    gc.collect()
    return parts[1][0].name, [Node("an operand"), gc.collect()][0].name


print(local())
for node in [Node(1), Node(2)]:
    gc.collect()
    print(node.name, node.me is node)

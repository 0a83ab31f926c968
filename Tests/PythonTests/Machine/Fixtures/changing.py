#% Sequences that an index changes while it is asked for
from collections import deque


class Index:
    """Changes a container each time it is asked for its number."""

    def __init__(self, number, change):
        self.number, self.change = number, change

    def __index__(self):
        self.change()
        return self.number

    def __repr__(self):
        return "Index"


def fill(container, index):
    container[index:] = [7, 8]


def fill_steps(container, index):
    container[::index] = [1, 2, 3]


def store(container, index):
    container[index] = 7


def store_number(container, index):
    container[1] = index


def delete(container, index):
    del container[index]


def delete_part(container, index):
    del container[index:]


OPERATIONS = [
    lambda c, i: c[i], lambda c, i: c[i:], lambda c, i: c[:i], lambda c, i: c[::i], lambda c, i: c[i:i:i], fill, fill_steps, store,
    store_number, delete, delete_part, lambda c, i: c.insert(i, 3), lambda c, i: c.pop(i), lambda c, i: c.index(2, i), lambda c, i: c * i,
]
CHANGES = [
    lambda c: c.clear(), lambda c: c.append(9), lambda c: c.pop(), lambda c: c.extend([1] * 20), lambda c: c.reverse(),
]
for make in [lambda: [1, 2, 3, 4, 5, 6], lambda: bytearray(b"\1\2\3\4\5\6"), lambda: deque([1, 2, 3, 4, 5, 6])]:
    for number, operation in enumerate(OPERATIONS):
        if type(make()) is bytearray and number > 4:
            continue  # CPython 3.11 writes into memory that it gave back
        for change in CHANGES:
            for at in (1, -1, 4):
                container = make()
                try:
                    result = operation(container, Index(at, lambda: change(container)))
                except Exception as error:
                    result = f"{type(error).__name__}: {error}"
                print(number, at, result, len(container), list(container)[:8])

#% Methods whose bounds change what they search
class Bound:
    def __init__(self, change):
        self.change = change

    def __index__(self):
        self.change()
        return 2


for name in ["startswith", "endswith", "find", "rfind", "index", "count"]:
    data = bytearray(b"abcabc")
    try:
        print(name, getattr(data, name)(b"c", Bound(data.clear)))
    except ValueError as error:
        print(name, error)
    data = bytearray(b"abcabc")
    try:
        print(name, getattr(data, name)(b"c", 0, Bound(lambda: data.extend(b"cc"))), data)
    except ValueError as error:
        print(name, error)
queue = __import__("collections").deque([1, 2, 3])
queue.rotate(Bound(queue.clear))
print(queue)

#% Heaps whose elements change them
import heapq


class Item:
    def __init__(self, number):
        self.number = number

    def __lt__(self, other):
        act()
        return self.number < other.number


def attempt(name, *arguments):
    try:
        result = getattr(heapq, name)(heap, *arguments)
        print(name, getattr(result, "number", result), [item.number for item in heap])
    except Exception as error:
        print(name, type(error).__name__, error, len(heap))


for change in [lambda: heap.clear(), lambda: heap.pop(), lambda: heap.append(Item(0)), lambda: None, lambda: heap.reverse()]:
    for name, *arguments in [("heappush", Item(0)), ("heappop",), ("heapify",), ("heapreplace", Item(7)), ("heappushpop", Item(7))]:
        heap = [Item(number) for number in (1, 4, 2, 6, 5, 3)]
        left = 1

        def act():
            global left
            if left:
                left -= 1
                change()

        attempt(name, *arguments)

#% A memoryview keeps the size of what it shows
data = bytearray(b"abcdef")
view = memoryview(data)


def part():
    data[:] = b"q"


def grow():
    global data
    data += b"x"


def multiply():
    global data
    data *= 2


def delete():
    del data[0]


def delete_all():
    del data[:]


for change in [
    part, grow, multiply, delete, delete_all, data.clear, data.pop, lambda: data.append(1), lambda: data.extend(b"ab"), lambda: data.insert(0, 1),
    lambda: data.remove(97), data.reverse, lambda: data.extend(b""), lambda: data.__setitem__(slice(0, 2), b"xy"),
]:
    try:
        change()
        print("changed", data, bytes(view))
    except BufferError as error:
        print(error, data)
part_of_view = view[1:3]
view.release()
try:
    data.clear()
except BufferError as error:
    print(error)
del part_of_view
data.clear()
print(data)
with memoryview(data) as view:
    data.clear()
    try:
        data.append(1)
    except BufferError as error:
        print(error)
data.append(1)
print(data)

#% Dictionaries whose keys change them
class Key:
    def __init__(self, name, change, equal):
        self.name, self.change, self.equal = name, change, equal

    def __hash__(self):
        return 1

    def __eq__(self, other):
        global left
        if left:
            left -= 1
            self.change()
        return self.equal


def put(d, key):
    d[key] = "new"


def take(d, key):
    del d[key]


for equal in (True, False):
    for change in [lambda: table.clear(), lambda: table.update({n: n for n in range(20)}), lambda: table.pop(1, None),
                   lambda: (table.pop(3, None), table.update({3: "x"}))]:
        for operation in [put, take, lambda d, k: d.get(k), lambda d, k: d.pop(k, "none"), lambda d, k: d.setdefault(k, "set"), lambda d, k: k in d,
                          lambda d, k: {**d, k: 1}, lambda d, k: d | {k: 2}]:
            for times in (1, 3, 40):
                table, left = {1: "one", 2: "two", 3: "three"}, times
                try:
                    result = operation(table, Key("k", change, equal))
                except KeyError as error:
                    result = "KeyError"
                if isinstance(result, dict):
                    result = len(result)
                print(result, len(table))

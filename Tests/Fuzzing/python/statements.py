"""Random programs: control flow, functions, generators, classes, exceptions, `with`, `match`, coroutines, all tracing what they do."""
import random

PRELUDE = '''\
import asyncio, contextlib, functools
from dataclasses import dataclass, field
class Manager:
    def __init__(self, name, swallows=False):
        self.name, self.swallows = name, swallows
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind and kind.__name__, value)
        return self.swallows
    async def __aenter__(self):
        await asyncio.sleep(0)
        return self.__enter__()
    async def __aexit__(self, *details):
        await asyncio.sleep(0)
        return self.__exit__(*details)
@contextlib.contextmanager
def managed(name):
    print("setup", name)
    try:
        yield name
    except KeyError as error:
        print("managed swallows", error)
    finally:
        print("teardown", name)
SLOTS = {"__dict__", "__weakref__"}  # CPython's storage of instances, which our classes do not show
class Custom(Exception):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code
class Worse(Custom): pass
def chain(error, depth=0):
    while error is not None and depth < 6:
        print("  " * depth + type(error).__name__, error, error.__suppress_context__)
        error, depth = error.__cause__ or error.__context__, depth + 1
class Vector:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f"Vector({self.x!r}, {self.y!r})"
    def __eq__(self, other): return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)
    def __hash__(self): return hash((self.x, self.y))
    def __add__(self, other): return Vector(self.x + other.x, self.y + other.y) if isinstance(other, Vector) else NotImplemented
    def __radd__(self, other): return Vector(other + self.x, self.y)
    def __iadd__(self, other): self.x += 1; return self
    def __bool__(self): return bool(self.x)
    def __len__(self): return 2
    def __getitem__(self, key): return (self.x, self.y)[key]
    def __contains__(self, value): return value == self.x
    def __lt__(self, other): return self.x < other.x
    def __call__(self, *args, **kwargs): return (args, kwargs)
    def __format__(self, spec): return f"<{spec}>"
'''

ERRORS = ["ValueError('v')", "KeyError('k')", "Custom(3)", "Worse(4, 'w')", "TypeError", "IndexError()", "StopIteration(5)", "RuntimeError('r')", "ZeroDivisionError('z')", "ExceptionGroup('g', [ValueError(1), TypeError(2)])",
          "GeneratorExit()", "KeyboardInterrupt()"]
CAUGHT = ["ValueError", "KeyError", "Custom", "(TypeError, IndexError)", "Exception", "LookupError", "RuntimeError", "ArithmeticError", "Worse", "BaseException", "StopIteration", "(Custom, ValueError)"]
PATTERNS = ["0", "1 | 2", "int(n)", "str()", "[a, b]", "[a, *rest]", "(a, [b, *_], *c)", "{'k': v}", "{'k': v, **rest}", "Vector(x=0)", "Vector(a, b)", "None", "True", "'a' | 'b' as s", "[]", "_ as w", "float(f)", "{}",
            "[Vector(x, y), *others]", "(1, n) | [n]", "-1", "1.5", "'x' 'y'", "dict(d)", "[[a, b], c]", "list() | tuple()", "int() | str() as z"]
SUBJECTS = ["0", "2", "7", "'a'", "'zz'", "[1, 2]", "[1, 2, 3]", "(1, [2, 3], 4, 5)", "{'k': 1}", "{'k': 1, 'z': 2}", "Vector(0, 1)", "Vector(2, 3)", "None", "True", "[]", "1.5", "{}", "[Vector(1, 2), 5]", "-1", "b'ab'", "range(2)", "'xy'", "[[1, 2], 3]", "(1,)"]


class Statements:
    """Makes statements from one random source; `depth` bounds nesting, `kind` is what the innermost function is."""

    def __init__(self, source: random.Random):
        self.random, self.label, self.functions = source, 0, []

    def one(self, of):
        return self.random.choice(of)

    def chance(self, p):
        return self.random.random() < p

    def mark(self) -> str:
        self.label += 1
        return str(self.label)

    def expression(self, names) -> str:
        atoms = [*names, *names, "1", "2", "'s'", "[1, 2]", "None", "(3, 4)", "{'a': 1}", "0", "Vector(1, 2)", "2.5", "True", "-3"]
        pick = self.random.random()
        a, b = self.one(atoms), self.one(atoms)
        if pick < 0.4:
            return a
        if pick < 0.6:
            return f"{a} {self.one(['+', '-', '*', '==', '<', 'and', 'or', 'in', 'is', '%', '//', '!=', '|'])} {b}"
        if pick < 0.7 and self.functions:
            name, count = self.one(self.functions)
            return f"{name}({', '.join(self.one(atoms) for _ in range(count if self.chance(0.85) else count + 1))})"
        return self.one([f"[{a}, {b}]", f"({a} if {b} else 0)", f"f'{{{a}}}-{{{b}!r:>3}}'" if "'" not in a + b else a, f"len({a})", f"str({a})", f"[x for x in {a}]", f"{a}[0]", f"(lambda x, y={b}: (x, y))({a})", f"not {a}", f"{a}.x", f"(w := {a})",
                         f"sum({a})", f"sorted({a})", f"{{**{a}}}", f"[*{a}, {b}]", f"{a}[:1]", f"next(iter({a}))", f"isinstance({a}, (int, str))", f"dict(k={a})", f"max({a}, {b})", f"{{x: {b} for x in {a}}}", f"{a}({b})", f"{b!s}"])

    def block(self, depth, kind, names, loop=False) -> list[str]:
        lines, names = [], list(names)
        for _ in range(self.random.randint(1, 3)):
            lines += self.statement(depth, kind, names, loop)
        return lines

    def indented(self, depth, kind, names, loop=False) -> list[str]:
        return ["    " + line for line in self.block(depth - 1, kind, names, loop)]

    def statement(self, depth, kind, names, loop) -> list[str]:
        simple = [self.show, self.show, self.assign, self.assign, self.leave, self.augment, self.unpack, self.delete]
        nested = [self.attempt, self.attempt, self.attempt, self.loop, self.loop, self.condition, self.within, self.match, self.function, self.cls, self.dataclass]
        maker = self.one(simple if depth <= 0 or self.chance(0.4) else nested)
        return maker(depth, kind, names, loop)

    # ------------------------------------------------------------ simple statements
    def show(self, depth, kind, names, loop):
        if kind in ("generator", "agen") and self.chance(0.5):
            return [self.one([f"yield {self.expression(names)}", f"print({self.mark()}, (yield {self.mark()}))"])]
        if kind == "generator" and self.chance(0.2):
            return [f"print({self.mark()}, (yield from {self.one(['[7, 8]', 'iter(())', *(f'{n}(*range({c}))' for n, c in self.functions[-2:])])}))"]
        if kind in ("coroutine", "agen") and self.chance(0.4):
            return [f"await asyncio.sleep(0)", f"print({self.mark()}, await work({self.mark()}))"]
        return [f"print({self.mark()}, {self.expression(names)})"]

    def assign(self, depth, kind, names, loop):
        name = self.one(["a", "b", "c"])
        lines = [f"{name} = {self.expression(names)}"]
        if self.chance(0.15):
            annotation = self.one(["int", "list[int]", "'str'"])
            lines = [f"{name}: {annotation} = {self.expression(names)}"]
        names.append(name)
        return lines

    def augment(self, depth, kind, names, loop):
        name = self.one(["a", "b", "c"])
        return [f"{name} {self.one(['+=', '-=', '*=', '|='])} {self.expression(names)}"]

    def unpack(self, depth, kind, names, loop):
        target = self.one(["a, b", "a, *b", "(a, b), c", "[a]", "*a, b", "a, b, c"])
        names += ["a"]
        return [f"{target} = {self.expression(names)}"]

    def delete(self, depth, kind, names, loop):
        return [f"del {self.one(['a', 'b', 'c'])}"] if self.chance(0.3) else [f"assert {self.expression(names)}, {self.expression(names)}"] if self.chance(0.4) else ["pass"]

    def leave(self, depth, kind, names, loop):
        choices = [f"raise {self.one(ERRORS)}", f"raise {self.one(ERRORS)} from {self.one([*ERRORS, 'None'])}"]
        if kind != "module":
            choices += ["return"] if kind == "agen" else [f"return {self.expression(names)}"] * 2
        if loop:
            choices += ["break", "continue"] * 2
        if self.chance(0.1):
            choices = ["raise"]
        return [self.one(choices)]

    # ------------------------------------------------------------ compound statements
    def attempt(self, depth, kind, names, loop):
        lines = ["try:", *self.indented(depth, kind, names, loop)]
        handlers = self.random.randint(0, 2)
        is_group = self.chance(0.1)
        inner = False if is_group else loop
        for _ in range(handlers):
            caught = self.one(CAUGHT[:9])
            lines += [f"except{'*' if is_group else ''} {caught} as error:", f"    print({self.mark()}, repr(error))", "    chain(error)"]
            if not is_group:
                lines += self.indented(depth, kind, names + ["error"], inner)
        if handlers and not is_group and self.chance(0.2):
            lines += ["except:", *self.indented(depth, kind, names, inner)]
        if handlers and self.chance(0.3):
            lines += ["else:", *self.indented(depth, kind, names, loop)]
        if not handlers or self.chance(0.4):
            lines += ["finally:", f"    print({self.mark()}, 'finally')", *self.indented(depth, kind, names, loop)]
        return lines

    def loop(self, depth, kind, names, loop):
        if self.chance(0.3):
            mark = self.mark()
            lines = [f"n{mark} = 0", f"while n{mark} < 3:", f"    n{mark} += 1", *self.indented(depth, kind, names, True)]
        else:
            is_async = kind in ("coroutine", "agen") and self.chance(0.4)
            source = "numbers(3)" if is_async else self.one(["range(3)", "'ab'", "[(1, 2), (3, 4)]", "{'k': 1}.items()", "enumerate('xy')", *(f"{n}(*range({c}))" for n, c in self.functions[-2:]), *names])
            lines = [f"{'async ' if is_async else ''}for {self.one(['a', 'a, b', 'a', 'c'])} in {source}:", *self.indented(depth, kind, names + ["a"], True)]
        if self.chance(0.3):
            lines += ["else:", *self.indented(depth, kind, names, loop)]
        return lines

    def condition(self, depth, kind, names, loop):
        lines = [f"if {self.expression(names)}:", *self.indented(depth, kind, names, loop)]
        if self.chance(0.4):
            lines += [f"elif {self.expression(names)}:", *self.indented(depth, kind, names, loop)]
        if self.chance(0.4):
            lines += ["else:", *self.indented(depth, kind, names, loop)]
        return lines

    def within(self, depth, kind, names, loop):
        is_async = kind in ("coroutine", "agen") and self.chance(0.5)
        kinds = [f"Manager({self.mark()})", f"Manager({self.mark()}, True)"] + ([] if is_async else [f"managed({self.mark()})", "contextlib.suppress(KeyError)", "contextlib.nullcontext(1)"])
        items = ", ".join(self.one(kinds) + self.one(["", " as a", " as m"]) for _ in range(self.one([1, 1, 2])))
        if self.chance(0.2):
            items = f"({items})"
        return [f"{'async ' if is_async else ''}with {items}:", *self.indented(depth, kind, names, loop)]

    def match(self, depth, kind, names, loop):
        lines = [f"match {self.one([*SUBJECTS, *names])}:"]
        for _ in range(self.random.randint(1, 4)):
            guard = f" if {self.expression(names)}" if self.chance(0.2) else ""
            lines += [f"    case {self.one(PATTERNS)}{guard}:", f"        print({self.mark()}, sorted((k, repr(v)) for k, v in locals().items() if len(k) == 1 and k not in 'abcmw'))" if kind != "module" else f"        print({self.mark()})"]
            lines += ["    " + line for line in self.indented(depth, kind, names, loop)]
        if self.chance(0.4):
            lines += ["    case _:", f"        print({self.mark()}, 'default')"]
        return lines

    def function(self, depth, kind, names, loop):
        name = f"f{self.mark()}"
        form = self.one(["function", "function", "generator", "generator", "coroutine", "agen", "closure"])
        count = self.random.randint(0, 2)
        parameters = ["p", "q"][:count]
        signature = ", ".join(parameters + self.one([[], [], ["r=5"], ["*rest"], ["*, key=1"], ["**options"], ["r=2, /"]]))
        own = parameters + (["a"] if self.chance(0.2) else [])
        if form == "closure":
            lines = [f"def {name}({signature}):", "    count = 0", "    def inner(x=1):", f"        {self.one(['nonlocal count', 'nonlocal count', 'global count'])}", "        count = x", *("    " + line for line in self.indented(depth, "function", own + ["count", "x"])),
                     "    inner()", f"    print({self.mark()}, count, inner(2), count)"]
            form = "function"
        else:
            head = "async def" if form in ("coroutine", "agen") else "def"
            decorator = self.one(["", "", "", "@functools.wraps(print)"]) if form == "function" else ""
            lines = ([decorator] if decorator else []) + [f"{head} {name}({signature}):", *self.indented(depth, form, own)]
            if form in ("generator", "agen"):
                lines.append(f"    yield {self.mark()}")
        arguments = ", ".join(self.expression([n for n in names if kind == "module" or n in "pq"] or ["1"]) for _ in range(count))
        if form in ("coroutine", "agen"):
            if kind == "module":
                lines += [f"print({self.mark()}, asyncio.run({'collect' if form == 'agen' else ''}({name}({arguments}))))"]
            elif kind in ("coroutine", "agen") and form == "coroutine":
                lines += [f"print({self.mark()}, await {name}({arguments}))"]
            return lines
        self.functions.append((name, count))
        if form == "generator":
            mark = self.mark()
            lines += [f"g = {name}({arguments})", f"drive(g, {self.random.randint(0, 5)}, {self.one(['None', 'ValueError(9)', 'KeyError(8)', 'GeneratorExit()'])})"]
        else:
            lines += [f"print({self.mark()}, {name}({arguments}))"]
        return lines

    def cls(self, depth, kind, names, loop):
        name = f"C{self.mark()}"
        bases = self.one(["", "(Vector)", "(Custom)", "(dict)", "(list)", "(int)", "(str)", "(Vector, dict)", "(Exception)", "(object)"])
        lines = [f"class {name}{bases}:", f"    tag = {self.mark()}"]
        if self.chance(0.3):
            lines += [f"    def __init_subclass__(cls, **options): print({self.mark()}, cls.__name__, options)", f"class Sub{name}({name}, extra=1): tag = super"]
        if self.chance(0.5):
            lines += ["    @property", "    def size(self):", f"        return {self.one(['self.tag', '1 / 0', 'self.missing', 'len(self)'])}"]
        if self.chance(0.3):
            lines += ["    @classmethod", "    def made(cls, *a): return (cls.__name__, a)", "    @staticmethod", "    def plain(x=1): return x"]
        if self.chance(0.3):
            lines += [f"    def __getattr__(self, name): print('getattr', name); {self.one(['return name', 'raise AttributeError(name)'])}"]
        if self.chance(0.2):
            lines += ["    def __enter__(self): return 1", "    def __exit__(self, *a): return True", "    def __iter__(self): return iter([1, 2])", f"    def __missing__(self, key): return (key,)"]
        order = [line for line in lines if line.startswith("class Sub")]
        lines = [line for line in lines if line not in order] + order
        probes = [f"{name}.__mro__", f"{name}.tag", f"{name}({self.one(['', '1', '1, 2', '5'])}).size", f"{name}.made(1)", f"{name}().plain()", f"{name}(1, 2) == {name}(1, 2)", f"{name}()['q']", f"{name}.__name__, {name}.__qualname__, {name}.__bases__", f"sorted({{*vars({name})}} - SLOTS)",
                  f"{name}({self.one(['', '3', '1, 2'])}).nothing", f"isinstance({name}(), Vector)", f"{name}() + 1", f"{name}(2, 3) + {name}(4, 5)", f"bool({name}())", f"[*{name}(1, 2)]", f"{name}(7)", f"issubclass({name}, Exception)"]
        for _ in range(self.random.randint(1, 3)):
            lines += ["try:", f"    print({self.mark()}, {self.one(probes)})", "except Exception as error:", f"    print({self.mark()}, type(error).__name__, error)"]
        return lines

    def dataclass(self, depth, kind, names, loop):
        name, options = f"D{self.mark()}", self.one(["", "(order=True)", "(frozen=True)", "(eq=False)", "(repr=False)", "(kw_only=True)", "(slots=True)", "(init=False)", "(unsafe_hash=True)"])
        fields = self.random.sample(["x: int = 1", "y: str = 'y'", "z: list = field(default_factory=list)", "w: int = field(default=2, repr=False)", "v: int = field(default=3, compare=False)", "u: 'int | None' = None", "t: int"], 3)
        lines = [f"@dataclass{options}", f"class {name}:", *("    " + text for text in fields)]
        if self.chance(0.3):
            lines += ["    def __post_init__(self): print('post', sorted(self.__dict__.items(), key=str))" if options != "(slots=True)" else "    def __post_init__(self): print('post')"]
        probes = [f"{name}()", f"{name}(1, 'a')", f"{name}(1, 2, 3)", f"{name}(x=1)", f"{name}() == {name}()", f"{name}() < {name}(2)", f"hash({name}(x=1)) == hash({name}(x=1)) or {name}.__eq__ is object.__eq__", f"setattr({name}(), 'x', 5)", f"{name}.__match_args__", f"{name}(q=1)", f"vars({name}())"]
        lines = ["try:", *("    " + line for line in lines), "except TypeError as error:", "    print(error)", "else:"]
        for _ in range(2):
            lines += ["    try:", f"        print({self.mark()}, {self.one(probes)})", "    except Exception as error:", f"        print({self.mark()}, type(error).__name__, error)"]
        return lines


HELPERS = '''\
def drive(g, count, error):
    try:
        for step in range(count):
            print("got", next(g) if step % 2 == 0 else g.send(step))
        if error is not None:
            print("thrown", g.throw(error))
        g.close()
    except BaseException as raised:
        print("left", type(raised).__name__, raised)
async def work(x):
    await asyncio.sleep(0)
    if x % 5 == 0:
        raise ValueError(x)
    return x * 2
async def numbers(n):
    # Without a `finally`: what closes an async generator that is dropped is the event loop, which ours does not do.
    for i in range(n):
        await asyncio.sleep(0)
        yield i
async def collect(source):
    found = []
    try:
        async for x in source:
            found.append(x)
            if len(found) > 6:
                break
    finally:
        await source.aclose()
    return found
'''


def program(seed: str) -> list[str]:
    """The prelude, then blocks at the top level; each but the last is shielded, so that the others run."""
    maker = Statements(random.Random(seed))
    blocks = [PRELUDE + HELPERS]
    for _ in range(6):
        body = maker.statement(3, "module", ["blocks"], False)
        lines = ["try:", "    blocks = [1, 2]", *("    " + line for line in body), "except BaseException as error:", "    print('ended', type(error).__name__, error)", "    chain(error)"]
        blocks.append("\n".join(lines))
    blocks.append("blocks = 3\n" + "\n".join(maker.statement(3, "module", ["blocks"], False)))
    return blocks

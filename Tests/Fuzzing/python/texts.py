"""Random source texts, right and wrong: whether they parse, and which SyntaxError at which line CPython reports where not.

Each text is a literal that both machines compile with `compile` of their own; the program prints what came of it.
"""
import random

SNIPPETS = [
    "x = 1\n", "x: int\n", "x, *y = z\n", "x = y = 2\n", "x += 1\n", "del x, y[0]\n", "assert x, y\n", "pass\n", "import a.b as c, d\n", "from . import x\n", "from a import (b as c, d,)\n", "from a import *\n", "global q\n", "raise X from Y\n",
    "def f(a, /, b=1, *c, d, e=2, **g) -> int: return a\n", "def f(*, a): pass\n", "async def f():\n    await x\n    async for y in z: pass\n    async with a as b, c: pass\n    return [i async for i in q]\n",
    "class A(B, metaclass=C):\n    x: int = 1\n    def f(self): return super().f()\n", "@a.b(1)\n@(lambda f: f)\ndef f(): yield\n", "if x: y\nelif z: w\nelse: v\n", "for a, *b in c: break\nelse: pass\n", "while x:\n    continue\nelse:\n    pass\n",
    "try:\n    x\nexcept A: y\nexcept (B, C) as e: z\nelse: w\nfinally: v\n", "try: x\nexcept* A as e: y\n", "with a as b, c as (d, e): f\n", "with (a as b, c): d\n", "match x:\n    case [1, *_, {'a': b, **c}] if d: pass\n    case A(1, b=C.d) | None: pass\n    case _: pass\n",
    "x = lambda a, *b, c=1, **d: a\n", "x = [a for b in c if d for e in f]\n", "x = {a: b for c in d}\n", "x = {*a, b}\n", "x = {**a, 'b': 1}\n", "x = (yield)\n", "f(a, *b, c=d, **e)\n", "x = a if b else c\n", "x = not a in b is not c\n", "x = -a ** ~b @ c // d\n",
    "x = a[1:2, ::3, *b]\n", "x = f'{a!r:>{b}} {{}} {c=}'\n", "x = rb'\\d' b'x'\n", "x = 'a' f'b{c}' r'\\d'\n", "x = 0x_ff + 0b1_0 + 0o17 + 1_000.5e-3 + .5\n", "x = a.b.c[d](e)\n", "print((y := 5), [z := 1])\n", "x = (\n    1,\n    2)\n", "x = 1 + \\\n    2\n",
    "é = 'ü'\n", "x = a < b <= c != d\n", "x = '''a\nb'''\n", "return\n", "type = 1; match = 2; case = 3; _ = 4\n", "x = *a, b\n", "for x in *a, b: pass\n", "nonlocal x\n", "x = await y\n", "yield x\n", "x = a or b and not c\n", "lambda: (yield)\n", "if x:\n\ty\n",
    "def f():\n    nonlocal x\n", "def f(a, a): pass\n", "f(a=1, a=2)\n", "x = 1 = 2\n", "f() = 1\n", "x + 1 = 2\n", "def f(a=1, b): pass\n", "f(a=1, b)\n", "f(**a, *b)\n", "x = (1,\n", "x = [1, 2\ny = 3\n", "if x\n    y\n", "for x y: pass\n", "'abc\n", "x = 5a\n", "x = 012\n", "def f(:\n", "else: pass\n",
    "print 1\n", "exec x\n", "x = f'{'\n", "x = f'{}'\n", "x = f'}'\n", "break\n", "continue\n", "None = 1\n", "x = {a, b: c}\n", "import a as b.c\n", "from a import\n", "class A\n    pass\n", "while x\n", "x ==\n", "@\ndef f(): pass\n", "try:\n    x\n", "a, b += 1\n", "(a, b): int = 1\n", "del f()\n", "x = yield = 1\n",
    "with open(x) as f(): pass\n", "a = b if c\n", "def f(*): pass\n", "def f(**a, b): pass\n", "lambda *: 1\n", "if x = 1: pass\n", "f(x for y in z, 1)\n", "True += 1\n", "x = (a b)\n", "a = 1 2\n", "*a = b\n", "*a\n", "x = $\n", "x = a?\n", "x = 'a' b'b'\n", "x = \"\\N{bad}\"\n", "    x = 1\n", "if x:\ny\n",
    "if x:\n    y\n  z\n", "x = 1;; y\n", "class A: return\n", "def f():\n    global x\n    x = 1\n    global x\n", "def f(x):\n    global x\n", "import *\n", "a.b: int\n", "async x\n", "not = 1\n", "x = 0xg\n", "x = 1__0\n", "x = 1e\n", "x = b'é'\n", "for f() in x: pass\n", "[x for 1 in y]\n", "{**a for b in c}\n", "x = a!b\n",
    "f(a.b=1)\n", "f(1=2)\n", "f(True=1)\n", "with a as 1: pass\n", "except X: pass\n", "case 1: pass\n", "match x:\n    pass\n", "x = [*a for b in c]\n", "(x := 1) = 2\n", "x := 1\n", "f(a, b=)\n", "x = ]\n", "x = (]\n", "x = }\n",
]
TOKENS = ["(", ")", "[", "]", "{", "}", ":", ",", "=", "==", "+", "*", "**", "->", ":=", ".", "if", "else", "for", "in", "def", "class", "return", "lambda", "x", "1", "'s'", "\n", "    ", "@", "async", "await", "yield", "not", "is", "import", "from", "as", "with", "try", "except", "match", "case", "_", "f'{x}'", ";", "!", "~", "%="]


def mutated(text: str, source: random.Random) -> str:
    """The text with a few characters or tokens taken out, doubled or put in."""
    for _ in range(source.randint(1, 2)):
        at = source.randrange(len(text) + 1)
        what = source.random()
        if what < 0.4:
            text = text[:at] + text[at + source.randint(1, 3):]
        elif what < 0.8:
            text = text[:at] + source.choice(TOKENS) + text[at:]
        else:
            text = text[:at] + text[at:at + 4] * 2 + text[at + 4:]
    return text


MUTATED = "# mutated: only whether it parses is compared, since two errors may be reported in either order"


def program(seed: str) -> list[str]:
    """One text as a program of its own."""
    source = random.Random(seed)
    if source.random() < 0.3:
        return ["", source.choice(SNIPPETS)]
    return [MUTATED, mutated("".join(source.choice(SNIPPETS) for _ in range(source.choice([1, 1, 2]))), source)]

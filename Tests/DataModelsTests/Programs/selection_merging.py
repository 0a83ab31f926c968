from pydantic import BaseModel
from typing import Any
class I(BaseModel):
    x: int = 1; y: int = 2; z: dict[str, int] = {'p': 1, 'q': 2}
class D(BaseModel):
    d: dict[str, I]; l: list[I]; i: I = I(); w: dict[str, list[I]] = {'a': [I()]}
d = D(d={'a': {}, 'b': {}}, l=[{}, {}])
for kw in [{'d': {'__all__': {'x'}}}, {'d': {'__all__'}}, {'d': {'a': {'x'}, '__all__': {'y'}}}, {'l': {0: {'x'}, '__all__': {'y'}}}, {'l': {0: True, '__all__': {'y'}}}, {'l': {0: {'x'}, '__all__': True}}, {'l': {-1: {'z': {'p'}}, '__all__': {'z': {'q'}}}}, {'i': {'__all__'}}, {'i': {'__all__': True}}, {'__all__': {'x'}}, {'w': {'__all__': {'__all__': {'x'}}}}, {'l': {0: {'x': {'k'}}, '__all__': {'x': True}}}]:
    for n in ('include', 'exclude'):
        try: print(n, kw, d.model_dump(**{n: kw}))
        except Exception as e: print(n, kw, type(e), e)


def show(label, thunk):
    try:
        print(label, "=", repr(thunk()))
    except Exception as error:
        print(label, "!!", type(error).__name__, error)


def local():
    class Outer(BaseModel):
        next: "Outer | None" = None
        others: "list[Late]" = []

    class Late(BaseModel):
        v: int

    show("early", lambda: Outer())
    Outer.model_rebuild()
    return Outer


Outer = local()
show("rebuilt", lambda: Outer(next={"others": [{"v": "1"}]}))
show("wrong", lambda: Outer(others=[{"v": "x"}]))

#% try except else finally
def f(kind):
    log = []
    try:
        log.append("try")
        if kind == 1: raise ValueError("v")
        if kind == 2: raise KeyError("k")
        if kind == 3: return log
    except ValueError as e:
        log.append(f"value {e}")
    except (KeyError, TypeError) as e:
        log.append(repr(e))
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log
for k in range(4): print(f(k))
#% finally overrides
def a():
    try:
        return 1
    finally:
        return 2
def b():
    for i in range(3):
        try:
            continue
        finally:
            if i == 1: break
    return i
def c():
    try:
        raise ValueError
    finally:
        return "swallowed"
def d():
    x = 1
    try:
        return x
    finally:
        x = 2
def e():
    for i in range(5):
        try:
            try:
                if i == 2: return i
            finally:
                print("inner", i)
        finally:
            print("outer", i)
def g():
    while True:
        try:
            return 1
        finally:
            break
    return 2
print(a(), b(), c(), d(), e(), g())
#% nested and reraise
try:
    try:
        raise ValueError("a")
    except ValueError:
        raise
except ValueError as e:
    print("again", e)
try:
    try:
        raise ValueError("a")
    except ValueError as e:
        raise TypeError("b") from e
except TypeError as e:
    print(e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        undefined
except NameError as e:
    print(e, repr(e.__context__), e.__cause__)
try:
    try:
        raise ValueError("a")
    except ValueError:
        raise KeyError("k") from None
except KeyError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        raise ValueError("first")
    finally:
        raise TypeError("second")
except TypeError as e:
    print(e, repr(e.__context__))
try:
    raise
except RuntimeError as e:
    print(e)
def helper(): raise
try:
    try:
        raise ValueError("seen by helper")
    except ValueError:
        helper()
except ValueError as e:
    print(e)
#% names are unbound after except
try:
    raise ValueError(1)
except ValueError as e:
    pass
try:
    e
except NameError as x:
    print(x)
def f():
    e = 5
    try:
        raise ValueError
    except ValueError as e:
        e = 3
    try:
        return e
    except UnboundLocalError as u:
        return str(u)
print(f())
#% raise forms
class MyE(Exception): pass
class Sub(MyE):
    def __init__(self, a, b=2):
        self.a, self.b = a, b
    def __str__(self): return f"Sub {self.a} {self.b}"
for make in [lambda: MyE, lambda: MyE("x"), lambda: MyE("x", "y"), lambda: Sub(1), lambda: Sub(1, b=3)]:
    try:
        raise make()
    except MyE as e:
        print(type(e).__name__, e, e.args, repr(e))
for bad in [5, "x", int, None, object()]:
    try:
        raise bad
    except TypeError as e:
        print(e)
try:
    raise Sub
except TypeError as e:
    print(e)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
try:
    try:
        raise ValueError("v")
    except "notatype":
        pass
except TypeError as e:
    print(e, repr(e.__context__))
#% hierarchy
for cls in [ValueError, KeyError, IndexError, ZeroDivisionError, FileNotFoundError, UnicodeDecodeError, RecursionError, ModuleNotFoundError, StopIteration, KeyboardInterrupt, TimeoutError, NotImplementedError, UnboundLocalError, ExceptionGroup]:
    print([c.__name__ for c in cls.__mro__])
print(issubclass(OSError, Exception), IOError is OSError, EnvironmentError is OSError)
try:
    raise FileNotFoundError(2, "No such file", "x.txt")
except OSError as e:
    print(e, e.errno, e.strerror, e.filename, e.args)
try:
    raise StopIteration(5)
except StopIteration as e:
    print(e.value)
e = ValueError("a")
e.add_note("note 1")
print(e.__notes__, e.with_traceback(None) is e)
e.args = (1, 2)
print(e, e.args)
print(KeyError("a") == KeyError("a"), SystemExit(3).code, AttributeError("m", name="n", obj=1).name, ImportError("m", name="x").name)
try:
    [].foo
except AttributeError as e:
    print(e.name, e.obj)
try:
    nope
except NameError as e:
    print(e.name)
#% assert
assert True, "fine"
try:
    assert 1 == 2, "message"
except AssertionError as e:
    print(e)
try:
    assert []
except AssertionError as e:
    print(repr(e))
#% with
class CM:
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    def __enter__(self): print("enter", self.n); return self.n
    def __exit__(self, t, v, tb):
        print("exit", self.n, t.__name__ if t else None, v)
        return self.swallow
with CM(1) as a, CM(2) as b:
    print(a, b)
with CM(3, True):
    raise ValueError("gone")
try:
    with CM(4), CM(5):
        raise KeyError("k")
except KeyError as e:
    print("out", e)
def f():
    with CM(6):
        return "ret"
print(f())
for i in range(3):
    with CM(i):
        if i == 1: break
        continue
with (CM(7) as x, CM(8) as y):
    print(x + y)
with CM((1, 2)) as (p, q):
    print(p, q)
class NoExit:
    def __enter__(self): pass
for bad in [5, NoExit()]:
    try:
        with bad: pass
    except TypeError as e:
        print(e)
class Raiser:
    def __enter__(self): return self
    def __exit__(self, *a): raise TypeError("from exit")
try:
    with Raiser():
        raise ValueError("inner")
except TypeError as e:
    print(e, repr(e.__context__))
#% exception groups
try:
    raise ExceptionGroup("g", [ValueError("v"), TypeError("t"), ExceptionGroup("inner", [KeyError("k"), ValueError("w")])])
except* ValueError as eg:
    print("value", [str(x) for x in eg.exceptions if not isinstance(x, ExceptionGroup)], len(eg.exceptions))
except* (TypeError, KeyError) as eg:
    print("rest", repr(eg))
try:
    try:
        raise ExceptionGroup("g", [ValueError("v"), OSError("o")])
    except* ValueError:
        print("took v")
except ExceptionGroup as e:
    print(repr(e), str(e), e.message, e.exceptions)
try:
    raise ValueError("plain")
except* ValueError as e:
    print(repr(e))
try:
    pass
except* ValueError:
    print("no")
else:
    print("else")
finally:
    print("finally")
try:
    try:
        raise ExceptionGroup("g", [ValueError("v")])
    except* ValueError:
        raise KeyError("new")
except ExceptionGroup as e:
    print(repr(e))
g = ExceptionGroup("m", [ValueError(1), TypeError(2)])
print(g.split(ValueError), g.subgroup(TypeError), g.args)
for bad in [lambda: ExceptionGroup("m", []), lambda: ExceptionGroup("m", [5]), lambda: ExceptionGroup("m")]:
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
#% uncaught
def inner(): raise KeyError("missing")
inner()
#% uncaught with cause
class Custom(Exception): pass
print("before")
raise Custom("boom", 3)
#% loops and finally
def f():
    out = []
    for i in range(4):
        try:
            if i == 1: continue
            if i == 3: break
            out.append(i)
        except ValueError: pass
        else: out.append("else")
        finally: out.append("f")
    else: out.append("never")
    return out
print(f())
def g():
    for i in range(2):
        try:
            raise ValueError(i)
        except ValueError as e:
            try:
                continue
            finally:
                print("fin", e)
g()
def h():
    try:
        try:
            return "a"
        finally:
            1 / 0
    except ZeroDivisionError:
        return "b"
print(h())
def k():
    for x in [1, 2, 3]:
        try:
            if x == 2:
                return "returned " + str(x)
        except Exception as e:
            return "never"
        finally:
            print("cleanup", x)
print(k())
#% context chains
def chain():
    try:
        try:
            raise ValueError(1)
        except ValueError:
            try:
                raise TypeError(2)
            except TypeError:
                raise KeyError(3)
    except KeyError as e:
        c = e
        names = []
        while c:
            names.append(type(c).__name__)
            c = c.__context__
        return names
print(chain())
#% exceptions in handlers do not leak state
try:
    raise ValueError("x")
except ValueError:
    try:
        raise KeyError("y")
    except KeyError:
        pass
    try:
        raise
    except ValueError as e:
        print("still", e)
def gen():
    try:
        raise ValueError("in gen")
    except ValueError:
        yield 1
        try:
            raise
        except ValueError as e:
            yield str(e)
g = gen()
next(g)
try:
    raise KeyError("outside")
except KeyError:
    print(next(g))
#% what print writes before it fails
class Bad:
    def __str__(self): raise ValueError("bad")
try: print(1, 2, Bad())
except ValueError as e: print(e)
#% names of functions in comprehensions
print([lambda: 1 for x in [1]][0].__qualname__)
def f(): return [(lambda: 1) for x in [1]][0].__qualname__, next(x for x in [lambda: 2]).__qualname__
print(f())
class C: x = 1
print("__qualname__" in vars(C), hasattr(C(), "__qualname__"))

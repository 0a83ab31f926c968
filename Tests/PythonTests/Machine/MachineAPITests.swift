import Testing

@testable import Python

/// What native code does with a program.
@Suite struct MachineAPITests {
    private func machine() -> Machine { Machine(world: ProgramRunner.world) }

    private func run(_ source: String, _ machine: Machine) throws -> PyModule {
        try machine.execute(try machine.load(SourceText(source), named: "main"))
    }

    @Test func functionsTellTheirParameters() throws {
        let machine = machine()
        let module = try run("def f(a, /, b: int = 2, *args: str, c, d: 'X' = 4, **kw) -> bool: 'Doc.'", machine)
        let function = try #require(module.namespace["f"]?.asObject as? PyFunction)
        #expect(function.parameters.map(\.name) == ["a", "b", "args", "c", "d", "kw"])
        let kinds: [PyFunction.Parameter.Kind] = [
            .positionalOnly, .positionalOrKeyword, .varPositional, .keywordOnly, .keywordOnly, .varKeyword,
        ]
        #expect(function.parameters.map(\.kind) == kinds)
        #expect(function.parameters.map { $0.defaultValue?.asInt } == [nil, 2, nil, nil, 4, nil])
        #expect(function.parameters[1].annotation?.asType === machine.types.int)
        #expect(function.parameters[4].annotation?.asString == "X")
        #expect(function.returnAnnotation?.asType === machine.types.bool)
        #expect(function.doc.asString == "Doc.")
    }

    @Test func callsTakePositionsAndKeywords() throws {
        let machine = machine()
        let module = try run("def f(a, b=2, *, c=3): return [a, b, c]", machine)
        let function = try #require(module.namespace["f"])
        #expect(try machine.repr(machine.call(function, 1)) == "[1, 2, 3]")
        #expect(try machine.repr(machine.call(function, Arguments([1], keywords: [("c", 9)]))) == "[1, 2, 9]")
        #expect(throws: PyError.self) { try machine.call(function) }
    }

    @Test func nativeFunctionsBindTheirArguments() throws {
        let machine = machine()
        let module = try run("def go(f): return [f(1), f(1, b='x'), f(1, 2, 3, 4, c=5, z=6)]", machine)
        let native = machine.native("f", "a, b='d', *rest, c=None, **extra") { _, a in
            .list(PyList([a[0], a[1], .int(a.list(2).count), a[3], .int(a.dict(4).count), .bool(a.isGiven(1))]))
        }
        let result = try machine.call(try #require(module.namespace["go"]), native)
        #expect(try machine.repr(result) == "[[1, 'd', 0, None, 0, False], [1, 'x', 0, None, 0, True], [1, 2, 2, 5, 1, True]]")
    }

    @Test func nativeClassesWork() throws {
        let machine = machine()
        let type = try machine.types.make("Box", module: "native")
        type.method("__init__", "self, value=0") { machine, a in
            try machine.setAttribute(a[0], "value", a[1])
            return .none
        }
        type.getter("double") { machine, value in try machine.binary(.multiply, machine.attribute(value, "value"), 2) }
        type.classMethod("make", "cls, value") { machine, a in try machine.call(a[0], a[1]) }
        type.staticMethod("zero", "") { _, _ in 0 }
        machine.builtins["Box"] = .object(type)
        var subclasses: [String] = []
        type.didSubclass = { _, subclass, keywords in subclasses.append(subclass.name + "\(keywords.keywords.count)") }
        let source = """
            class Small(Box, flag=True):
                x: int = 1
                def more(self): return self.double + 1
            b = Small.make(4)
            text = [b.value, b.double, b.more(), Box.zero(), Small.__mro__[1].__name__, isinstance(b, Box)]
            """
        let module = try run(source, machine)
        #expect(try machine.repr(try #require(module.namespace["text"])) == "[4, 8, 9, 0, 'Box', True]")
        #expect(subclasses == ["Small1"])
        let small = try #require(module.namespace["Small"]?.asType)
        #expect(small.definition?.fieldRanges.keys.sorted() == ["x"])
    }

    @Test func errorsCarryTheirPlaces() throws {
        let machine = machine()
        let source = "def f():\n    return 1 / 0\ndef g():\n    f()\ng()\n"
        let error = #expect(throws: PyError.self) { try run(source, machine) }
        #expect(error?.traceback.map(\.function) == ["f", "g", "<module>"])
        #expect(error?.traceback.map(\.line) == [2, 4, 5])
        #expect(error.map { machine.isError($0, "ArithmeticError") } == true)
        #expect(machine.depth == 0 && machine.nativeDepth == 0)
    }

    @Test func callSitesAreExact() throws {
        let machine = machine()
        let text = "def f(x):\n    y = [\n        probe(x)]\n    return y\nf(1)\n"
        var stack: [CallSite] = []
        machine.builtins["probe"] = machine.native("probe", "x") { machine, _ in
            stack = machine.callStack
            return .none
        }
        _ = try run(text, machine)
        let source = SourceText(text)
        #expect(stack.map(\.function) == ["f", "<module>"])
        #expect(stack.map { source.text(of: $0.range) } == ["probe(x)", "f(1)"])
        #expect(machine.callSite == nil)
    }

    @Test func itemAssignmentsAreCallSites() throws {
        let machine = machine()
        let type = try machine.types.make("Headers")
        var sites: [CallSite] = []
        type.method("__setitem__", "self, key, value, /") { machine, a in
            if let site = machine.callSite { sites.append(site) }
            return .none
        }
        machine.builtins["headers"] = .object(PyInstance(type: type))
        let text = "headers['a'] = 1\nfor k in 'xy':\n    headers[k] = k\n"
        _ = try run(text, machine)
        let source = SourceText(text)
        #expect(sites.map { source.text(of: $0.range) } == ["headers['a']", "headers[k]", "headers[k]"])
    }

    @Test func generatorsAreResumedFromSwift() throws {
        let machine = machine()
        let module = try run(
            "def g():\n    x = yield 1\n    try:\n        yield x\n    except ValueError:\n        return 'end'\ng = g()", machine)
        let generator = try #require(module.namespace["g"]?.asObject as? PyGenerator)
        var seen: [String] = []
        for input in [Resumption.send(.none), .send("sent"), .throw(machine.error("ValueError", "v"))] {
            switch try machine.resume(generator, input) {
            case .yielded(let value): seen.append("yielded \(try machine.repr(value))")
            case .returned(let value): seen.append("returned \(try machine.repr(value))")
            case .awaiting: seen.append("awaiting")
            }
        }
        #expect(seen == ["yielded 1", "yielded 'sent'", "returned 'end'"])
    }

    @Test func coroutinesAwaitSwift() async throws {
        let machine = machine()
        machine.builtins["later"] = machine.native("later", "value") { _, a in
            let value = a[0]
            return .object(
                PyNativeAwaitable { machine in
                    machine.context = ExecutionContext()
                    await Task.yield()
                    if value.asInt == 3 { throw machine.error("ValueError", "three") }
                    return value
                })
        }
        let source = """
            async def inner(x): return await later(x) + 1
            async def agen():
                for i in range(2): yield await later(i)
            async def main():
                out = [await inner(1), await inner(5)]
                try: await inner(3)
                except ValueError as e: out.append(str(e))
                out += [v async for v in agen()]
                return out
            """
        let module = try run(source, machine)
        let context = machine.context
        let result = try await machine.callAsync(try #require(module.namespace["main"]), Arguments())
        #expect(try machine.repr(result) == "[2, 6, 'three', 0, 1]")
        #expect(machine.context === context)
    }

    @Test func textsAreEvaluatedAmongGlobals() throws {
        let machine = machine()
        let module = try run("class Later: pass", machine)
        #expect(try machine.evaluate("[Later, 1 + 1]", in: module.namespace).asList?.elements.count == 2)
        #expect(throws: PyError.self) { try machine.evaluate("1 +", in: module.namespace) }
        #expect(throws: PyError.self) { try machine.evaluate("missing", in: module.namespace) }
    }

    @Test func importsThatTouchTheWorldAreRefused() throws {
        let machine = machine()
        machine.modules.register("pkg.sub") { _ in
            let module = PyModule(name: "pkg.sub")
            module.namespace["x"] = 5
            return module
        }
        let module = try run("import pkg.sub\nfrom pkg.sub import x\nfrom pkg import sub\ny = pkg.sub.x + x", machine)
        #expect(module.namespace["y"]?.asInt == 10)
        let error = #expect(throws: PyError.self) { try run("import ctypes", machine) }
        #expect(error?.type.name == "PlaygroundLimit")
    }

    @Test func oneProgramRunsInManyModules() throws {
        let machine = machine()
        let program = try machine.load(SourceText("n = 0\ndef up():\n    global n\n    n += 1\n    return n\nup()"), named: "main")
        let first = try machine.execute(program)
        let second = try machine.execute(program)
        _ = try machine.call(try #require(second.namespace["up"]))
        #expect(first.namespace["n"]?.asInt == 1 && second.namespace["n"]?.asInt == 2)
    }
}

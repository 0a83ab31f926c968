import Testing

@testable import Python

/// Whatever an expression asks for, it ends within its budget: in a limit, never in a crash.
@Suite struct ResourceLimitTests {
    @Test(arguments: [
        "'a' * 10**12", "[0] * 10**12", "b'a' * 10**12", "10 ** 10**9", "1 << 10**12", "'%*d' % (10**12, 1)", "format(1, '999999999999')",
        "'{:>999999999999}'.format(1)", "format(1.5, '.999999999999f')", "'%.999999999999d' % 5", "bytes(10**12)", "list(range(10**12))",
        "'a'.center(10**12)", "'a'.zfill(10**12)", "sum(range(10**12))", "'ab'.replace('', 'x' * 10**6).replace('x', 'y' * 10**6)",
        "[*range(10**10)]", "'\\t'.expandtabs(10**12)", "(1).to_bytes(10**12)", "dict.fromkeys(range(10**10))", "set(range(10**10))",
        "sorted(range(10**10))", "max(range(10**11))", "pow(3, 10**30000, 10**9000 + 1)", "10**5 in map(str, range(10**11))",
        "','.join(map(str, range(10**10)))", "[[0] * 10**5] * 10**9", "tuple(range(10**10))", "'a'.center(2**63 - 1, '\\u00e9')",
    ])
    func hugeDemandsEndInALimit(_ source: String) {
        let evaluator = ExpressionEvaluator()
        evaluator.machine.context = ExecutionContext(budget: Budget(instructions: 200_000, bytes: 64 << 20))
        #expect(throws: MachineLimit.self) { try evaluator.machine.evaluate(source, in: PyDict()) }
    }

    @Test(arguments: [
        ("round(5, -2**63)", "= 0"), ("round(5, -10**30)", "= 0"), ("b'ab'.hex(':', -2**63)", "= '6162'"),
        ("'a'.expandtabs(2**63 - 1)", "= 'a'"),
    ])
    func extremeArgumentsAreNoTrap(_ source: String, _ outcome: String) {
        #expect(ExpressionEvaluator().outcome(of: source) == outcome)
    }

    @Test func nestingPastTheNativeStackRaisesRecursionError() throws {
        let machine = ExpressionEvaluator().machine
        var nested = Value.list(PyList())
        var other = Value.list(PyList())
        for _ in 0..<20_000 {
            nested = .list(PyList([nested]))
            other = .list(PyList([other]))
        }
        for attempt in [{ _ = try machine.repr(nested) }, { _ = try machine.isEqual(nested, other) }] {
            do {
                try attempt()
                Issue.record("nothing was raised")
            } catch let raised as PyError {
                #expect(machine.isError(raised, "RecursionError"))
            }
        }
    }

    @Test func aComparisonThatRaisesLeavesTheListWhole() throws {
        let machine = ExpressionEvaluator().machine
        let list = PyList([3, "a", 1, 2])
        #expect(throws: PyError.self) { try ListSorting.sort(list, key: .none, isReversed: false, machine) }
        #expect(list.elements.count == 4)
    }

    @Test(arguments: [
        "map(str, it)", "filter(None, it)", "zip(it)", "enumerate(it)", "iter([it])", "{0: it}.values()", "slice(it)", "reversed([it])",
    ])
    func longChainsOfIteratorsNeitherRunNorEndInAnOverflow(_ step: String) throws {
        let machine = ExpressionEvaluator().machine
        let program = """
            it = iter([1])
            for _ in range(100_000):
                it = \(step)
            try:
                print(len(list(it)))
            except (RecursionError, TypeError) as error:
                print(type(error).__name__)
            it = None
            """
        _ = try machine.execute(machine.load(SourceText(program), named: "main"))
        #expect(machine.context.log.count == 1)
    }
}

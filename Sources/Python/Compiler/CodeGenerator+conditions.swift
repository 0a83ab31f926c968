/// Conditions, which jump instead of leaving a truth value.
extension CodeGenerator {
    /// Jumps to `label` if the truth of the expression is `jumpsIf`, else goes on; nothing stays on the stack.
    ///
    /// What follows is placed at the last comparison, if there is one, as in CPython 3.11 (`compiler_jump_if`).
    func compileCondition(_ expression: Expression, _ label: Assembler.Label, jumpsIf wanted: Bool) throws {
        switch expression.kind {
        case .unaryOperation(let operation) where operation.operator == .not:
            return try compileCondition(operation.operand, label, jumpsIf: !wanted)
        case .booleanOperation(let operation): return try compileCondition(operation, label, jumpsIf: wanted)
        case .conditional(let choice):
            let (orelse, end) = (assembler.label(), assembler.label())
            try compileCondition(choice.test, orelse, jumpsIf: false)
            try compileCondition(choice.body, label, jumpsIf: wanted)
            assembler.jump(.jump, end)
            assembler.place(orelse)
            try compileCondition(choice.orelse, label, jumpsIf: wanted)
            return assembler.place(end)
        case .compare(let compare) where compare.comparisons.count == 1 && !wanted && compare.comparisons[0].operator.isRich:
            try compile(compare.left)
            try compile(compare.comparisons[0].right)
            assembler.range = expression.range
            assembler.fuseOperands(flag: Int(compare.comparisons[0].operator.number))
            assembler.jump(.compareJumpIfFalse, label, flag: compare.comparisons[0].operator.number)
        default:
            if case .compare = expression.kind { assembler.range = expression.range }
            try compile(expression)
            assembler.jump(wanted ? .jumpIfTrue : .jumpIfFalse, label)
        }
    }

    private func compileCondition(_ operation: Expression.BooleanOperation, _ label: Assembler.Label, jumpsIf wanted: Bool) throws {
        // `a or b` jumps on the first true operand, `a and b` on the first false one; otherwise only the last operand decides.
        let decides = operation.operator == .or
        let end = assembler.label()
        for (index, value) in operation.values.enumerated() {
            if index == operation.values.count - 1 || decides == wanted {
                try compileCondition(value, label, jumpsIf: wanted)
            } else {
                try compileCondition(value, end, jumpsIf: decides)
            }
        }
        assembler.place(end)
    }
}

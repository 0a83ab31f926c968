import Python

/// Reads what a function's statements write to the temporal response and return; functions inside it are not its own.
struct BodyReader {
    private let response: String?
    private(set) var writes: [TemporalWrite] = []
    private(set) var returns: [ReturnOutline] = []

    init(response: String?) { self.response = response }

    mutating func read(_ block: Block, isConditional: Bool) {
        for statement in block.statements { read(statement, isConditional) }
    }

    private mutating func read(_ statement: Statement, _ isConditional: Bool) {
        switch statement.kind {
        case .return(let value): returns.append(ReturnOutline(statement: statement, value: value))
        case .assign(let assign): readAssignment(assign, statement, isConditional)
        case .delete(let targets): readDeletion(targets, statement, isConditional)
        case .expression(let expression): readCall(expression, statement, isConditional)
        default: for block in statement.blocks { read(block, isConditional: true) }
        }
    }

    private mutating func readAssignment(_ assign: Statement.Assign, _ statement: Statement, _ isConditional: Bool) {
        guard assign.targets.count == 1, let target = assign.targets.first else { return }
        if let name = headerName(target) {
            add(.header(name: name, value: assign.value, .set), statement, isConditional)
        } else if isAttribute(target, "status_code") {
            add(.status(assign.value), statement, isConditional)
        }
    }

    private mutating func readDeletion(_ targets: [Expression], _ statement: Statement, _ isConditional: Bool) {
        guard targets.count == 1, let name = headerName(targets[0]) else { return }
        add(.removeHeader(name: name), statement, isConditional)
    }

    private mutating func readCall(_ expression: Expression, _ statement: Statement, _ isConditional: Bool) {
        guard case .call(let call) = expression.kind, case .attribute(let method) = call.function.kind else { return }
        if isAttribute(method.value, "headers") {
            if let mode = TemporalWrite.HeaderMode(rawValue: method.name.text), call.arguments.count == 2, call.keywords.isEmpty {
                add(.header(name: call.arguments[0], value: call.arguments[1], mode), statement, isConditional)
            } else {
                add(.other(expression), statement, isConditional)
            }
        } else if isResponse(method.value) {
            switch method.name.text {
            case "set_cookie": add(.setCookie(call), statement, isConditional)
            case "delete_cookie": add(.deleteCookie(call), statement, isConditional)
            default: break
            }
        }
    }

    private mutating func add(_ kind: TemporalWrite.Kind, _ statement: Statement, _ isConditional: Bool) {
        writes.append(TemporalWrite(kind: kind, statement: statement, isConditional: isConditional))
    }

    private func headerName(_ target: Expression) -> Expression? {
        guard case .subscript(let access) = target.kind, isAttribute(access.value, "headers") else { return nil }
        return access.index
    }

    private func isAttribute(_ expression: Expression, _ name: String) -> Bool {
        guard case .attribute(let attribute) = expression.kind else { return false }
        return attribute.name.text == name && isResponse(attribute.value)
    }

    private func isResponse(_ expression: Expression) -> Bool {
        guard let response, case .name(let name) = expression.kind else { return false }
        return name == response
    }
}

extension Statement {
    /// The blocks of statements inside this one, but not those of functions and classes.
    var blocks: [Block] {
        switch kind {
        case .for(let loop): [loop.body] + (loop.orelse.map { [$0] } ?? [])
        case .while(let loop): [loop.body] + (loop.orelse.map { [$0] } ?? [])
        case .if(let branch): [branch.body] + (branch.orelse.map { [$0] } ?? [])
        case .with(let with): [with.body]
        case .match(let match): match.cases.map(\.body)
        case .try(let attempt):
            [attempt.body] + attempt.handlers.map(\.body) + [attempt.orelse, attempt.finalbody].compactMap { $0 }
        default: []
        }
    }
}

extension Expression {
    /// `x` of the name `x` and of the attribute `a.b.x`; for `x[…]` that of `x`.
    var lastName: String? {
        switch kind {
        case .name(let name): name
        case .attribute(let attribute): attribute.name.text
        case .subscript(let access): access.value.lastName
        default: nil
        }
    }

    /// The text of a plain string literal.
    public var plainText: String? {
        guard case .constant(.string(let bytes)) = kind else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The elements of a list, tuple or set display.
    public var elements: [Expression]? {
        switch kind {
        case .list(let elements), .tuple(let elements), .set(let elements): elements
        default: nil
        }
    }
}

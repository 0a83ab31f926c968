extension CodeGenerator {
    /// Writes statements in order.
    func compile(_ statements: [Statement]) throws {
        for statement in statements { try at(statement.range) { try compile(statement) } }
    }

    private func compile(_ statement: Statement) throws {
        switch statement.kind {
        case .functionDef(let definition): try compile(definition, statement.range)
        case .classDef(let definition): try compile(definition, statement.range)
        case .return(let value): try compileReturn(value)
        case .delete(let targets): try targets.forEach { try compileDelete($0) }
        case .assign(let assignment): try compile(assignment)
        case .augmentedAssign(let assignment): try compile(assignment)
        case .annotatedAssign(let assignment): try compile(assignment)
        case .for(let loop): try compile(loop)
        case .while(let loop): try compile(loop)
        case .if(let choice): try compile(choice)
        case .with(let with): try compileWith(with.items[...], with, statement.range)
        case .match(let match): try compile(match)
        case .raise(let raise): try compile(raise)
        case .try(let attempt): try compile(attempt)
        case .assert(let assertion): try compile(assertion)
        case .import(let aliases): compileImport(aliases)
        case .importFrom(let statement): compileImport(statement)
        case .global, .nonlocal, .pass: break
        case .expression(let value):
            if case .constant = value.kind { return }
            try compile(value)
            assembler.emit(.pop)
        case .break: try compileBreak()
        case .continue: try compileContinue()
        }
    }

    private func compileReturn(_ value: Expression?) throws {
        guard let value else {
            try unwind(to: 0, keepingTop: false) { emitReturnNone() }
            return
        }
        try compile(value)
        try unwind(to: 0, keepingTop: true) { assembler.emit(.returnValue) }
    }

    private func compile(_ choice: Statement.If) throws {
        let orelse = assembler.label()
        let end = assembler.label()
        try compileCondition(choice.test, orelse, jumpsIf: false)
        try compile(choice.body.statements)
        if let other = choice.orelse {
            assembler.jump(.jump, end)
            assembler.place(orelse)
            try compile(other.statements)
            assembler.place(end)
        } else {
            assembler.place(orelse)
        }
    }

    private func compile(_ raise: Statement.Raise) throws {
        guard let exception = raise.exception else { return assembler.emit(.raise, 0) }
        try compile(exception)
        if let cause = raise.cause { try compile(cause) }
        assembler.emit(.raise, raise.cause == nil ? 1 : 2)
    }

    private func compile(_ assertion: Statement.Assert) throws {
        let end = assembler.label()
        try compileCondition(assertion.test, end, jumpsIf: true)
        assembler.emit(.assertionError)
        if let message = assertion.message {
            try compile(message)
            assembler.emit(.call, 1)
        }
        assembler.emit(.raise, 1)
        assembler.place(end)
    }

    // MARK: Imports

    private func compileImport(_ aliases: [Statement.Alias]) {
        for alias in aliases {
            let parts = alias.name.text.split(separator: ".").map(String.init)
            assembler.emit(.importName, assembler.name(alias.name.text), flag: alias.alias == nil ? 0 : 1)
            emitStore(alias.alias?.text ?? parts[0])
        }
    }

    private func compileImport(_ statement: Statement.ImportFrom) {
        let module = statement.module?.text ?? ""
        if module == "__future__" { return }
        assembler.emit(.importName, assembler.name(module), flag: 1, small: min(statement.level, 255))
        for alias in statement.names {
            if alias.name.text == "*" {
                assembler.emit(.importStar)
            } else {
                assembler.emit(.importFrom, assembler.name(alias.name.text))
                emitStore((alias.alias ?? alias.name).text)
            }
        }
        if statement.names.first?.name.text != "*" { assembler.emit(.pop) }
    }
}

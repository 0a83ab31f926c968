import Python

extension Document {
    /// Writes a header of the temporal response of a function, or changes the write that is there.
    public mutating func write(_ form: HeaderForm, function: String, replacing index: Int?) throws(FormProblem) {
        try form.check()
        let outline = try self.function(function)
        guard let index else { return try addWrite({ form.statement(response: $0) }, to: outline, label: "header \(form.name)") }
        let write = try self.write(index, of: outline)
        guard case .header(let name, let value, let mode) = write.kind else { throw .notFound("the header") }
        var patch = SourcePatch(source)
        if mode == form.mode {
            if name.plainText != form.name { patch.replace(name.range, with: PythonText.literal(form.name)) }
            if source.text(of: value.range) != form.value { patch.replace(value.range, with: form.value) }
        } else {
            patch.replace(write.statement.range, with: form.statement(response: outline.responseParameter ?? "response"))
        }
        replace(with: patch.result, label: "header \(form.name)")
    }

    /// Writes a cookie of the temporal response of a function, or changes the call that is there.
    public mutating func write(_ form: CookieForm, function: String, replacing index: Int?) throws(FormProblem) {
        try form.check()
        let outline = try self.function(function)
        guard let index else { return try addWrite({ form.statement(response: $0) }, to: outline, label: "cookie \(form.name)") }
        let write = try self.write(index, of: outline)
        guard case .setCookie = write.kind else { throw .notFound("the cookie") }
        var patch = SourcePatch(source)
        patch.replace(write.statement.range, with: form.statement(response: outline.responseParameter ?? "response"))
        replace(with: patch.result, label: "cookie \(form.name)")
    }

    /// Writes the status of the temporal response of a function.
    public mutating func writeStatus(_ value: String, function: String, replacing index: Int?) throws(FormProblem) {
        try FormCheck.expression(value)
        let outline = try self.function(function)
        guard let index else { return try addWrite({ "\($0).status_code = \(value)" }, to: outline, label: "status \(value)") }
        guard case .status(let present) = try write(index, of: outline).kind else { throw .notFound("the status") }
        var patch = SourcePatch(source)
        patch.replace(present.range, with: value)
        replace(with: patch.result, label: "status \(value)")
    }

    /// Writes the value of a `return`.
    public mutating func writeReturn(_ value: String, function: String, index: Int) throws(FormProblem) {
        try FormCheck.expression(value)
        let returns = try self.function(function).returns
        guard returns.indices.contains(index) else { throw .notFound("the return") }
        var patch = SourcePatch(source)
        if let present = returns[index].value {
            patch.replace(present.range, with: value)
        } else {
            patch.replace(returns[index].statement.range, with: "return \(value)")
        }
        replace(with: patch.result, label: "return value")
    }

    /// Takes a write out of a function.
    public mutating func removeWrite(_ index: Int, of function: String) throws(FormProblem) {
        let outline = try self.function(function)
        let write = try self.write(index, of: outline)
        guard let block = Self.block(holding: write.statement, in: outline.definition.body) else { throw .notFound("the line") }
        var patch = SourcePatch(source)
        patch.remove(write.statement, from: block)
        replace(with: patch.result, label: "remove a line")
    }

    /// Swaps a write with the one that many places on, if both stand in the same block.
    public mutating func moveWrite(_ index: Int, by step: Int, of function: String) throws(FormProblem) {
        let outline = try self.function(function)
        let one = try write(index, of: outline).statement
        guard outline.writes.indices.contains(index + step) else { throw .notFound("a place to move to") }
        let two = outline.writes[index + step].statement
        let block = Self.block(holding: one, in: outline.definition.body)
        guard let block, block.statements.contains(where: { $0.range == two.range }) else { throw .notFound("a place in the same block") }
        var patch = SourcePatch(source)
        patch.replace(one.range, with: source.text(of: two.range))
        patch.replace(two.range, with: source.text(of: one.range))
        replace(with: patch.result, label: "move a line")
    }

    // MARK: Finding

    func function(_ name: String) throws(FormProblem) -> FunctionOutline {
        guard let function = outline.function(named: name) else { throw .notFound(name) }
        return function
    }

    func write(_ index: Int, of function: FunctionOutline) throws(FormProblem) -> TemporalWrite {
        guard function.writes.indices.contains(index) else { throw .notFound("the line") }
        return function.writes[index]
    }

    /// The block, nested or not, that holds a statement.
    static func block(holding statement: Statement, in block: Block) -> Block? {
        if block.statements.contains(where: { $0.range == statement.range }) { return block }
        for inner in block.statements where inner.range.contains(statement.range) {
            for nested in inner.blocks { if let found = self.block(holding: statement, in: nested) { return found } }
        }
        return nil
    }

    // MARK: Adding

    /// Adds a statement on the temporal response: behind the other writes, else before the first `return`, else at the end.
    private mutating func addWrite(
        _ text: (String) -> String, to function: FunctionOutline, label: String
    ) throws(FormProblem) {
        var patch = SourcePatch(source)
        let name = function.responseParameter ?? "response"
        if function.responseParameter == nil {
            patch.addParameter("\(name): Response", to: function.definition.parameters)
            patch.addImport("Response", from: "fastapi", in: module)
        }
        let body = function.definition.body
        let statement = text(name)
        if let last = function.writes.last(where: { !$0.isConditional }), !body.isInline {
            patch.insertLine(statement, after: last.statement.range)
        } else if body.isInline {
            let indent = patch.indentation(at: function.statement.range.start) + "    "
            let rest = source.text(of: body.range)
            let lines = rest == "pass" || rest == "..." ? "" : patch.newline + indent + rest
            patch.replace(body.range, with: patch.newline + indent + statement + lines)
        } else if let only = body.statements.first, body.statements.count == 1, case .pass = only.kind {
            patch.replace(only.range, with: statement)
        } else if let back = body.statements.first(where: { if case .return = $0.kind { true } else { false } }) {
            patch.insertLine(statement, before: back.range.start)
        } else if let last = body.statements.last {
            patch.insertLine(statement, after: last.range)
        }
        replace(with: patch.result, label: label)
    }
}

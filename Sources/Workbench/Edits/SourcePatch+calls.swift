import Python

extension SourcePatch {
    /// Sets a keyword argument of a call: its value is replaced, or it is added behind the last argument; nil removes it.
    mutating func setKeyword(_ name: String, to value: String?, of call: Expression.Call, in source: SourceText) {
        let present = call.keywords.first { $0.name?.text == name }
        switch (present, value) {
        case (let keyword?, let value?):
            if source.text(of: keyword.value.range) != value { replace(keyword.value.range, with: value) }
        case (let keyword?, nil): removeArgument(keyword.range, of: call, in: source)
        case (nil, let value?): addArgument("\(name)=\(value)", to: call, in: source)
        case (nil, nil): break
        }
    }

    private func arguments(_ call: Expression.Call) -> [SourceRange] {
        (call.arguments.map(\.range) + call.keywords.map(\.range)).sorted { $0.start < $1.start }
    }

    /// Adds an argument behind the last one, in the call's style.
    mutating func addArgument(_ text: String, to call: Expression.Call, in source: SourceText) {
        guard let last = arguments(call).last else { return insert(text, at: call.parentheses.start + 1) }
        let tail = source.text(of: SourceRange(last.end, call.parentheses.end - 1))
        let isMultiline = source.line(at: call.parentheses.start) != source.line(at: last.start)
        guard isMultiline else { return insert(", " + text, at: last.end) }
        let line = newline + indentation(at: last.start) + text
        if let comma = tail.utf8.firstIndex(of: UInt8(ascii: ",")) {
            let offset = last.end + tail.utf8.distance(from: tail.utf8.startIndex, to: comma) + 1
            insert(line + ",", at: offset)
        } else {
            insert("," + line, at: last.end)
        }
    }

    /// Removes an argument with its comma.
    private mutating func removeArgument(_ range: SourceRange, of call: Expression.Call, in source: SourceText) {
        let all = arguments(call)
        guard let index = all.firstIndex(of: range) else { return }
        let isOwnLine = source.text(of: SourceRange(source.lineContent(source.line(at: range.start)).start, range.start)).allSatisfy(
            \.isWhitespace)
        if isOwnLine, source.line(at: range.start) != source.line(at: call.parentheses.start) {
            remove(lines(of: range))
        } else if index > 0 {
            remove(SourceRange(all[index - 1].end, range.end))
        } else if all.count > 1 {
            remove(SourceRange(range.start, all[1].start))
        } else {
            remove(range)
        }
    }

    /// Adds a parameter to a `def`: before the first one with a default, or behind the last plain one.
    mutating func addParameter(_ text: String, to parameters: Parameters) {
        let plain = parameters.positionalOnly + parameters.regular
        if let first = plain.first(where: { $0.defaultValue != nil }) {
            insert(text + ", ", at: first.range.start)
        } else if let last = plain.last {
            insert(", " + text, at: last.range.end)
        } else if let other = (parameters.variadic ?? parameters.keywordOnly.first ?? parameters.variadicKeywords) {
            insert(text + ", ", at: parameters.star?.start ?? other.range.start)
        } else {
            insert(text, at: parameters.range.start + 1)
        }
    }

    /// Makes a name of a module known: added to a `from … import`, or in a line of its own behind the last import.
    mutating func addImport(_ name: String, from module: String, in tree: Module) {
        var lastImport: Statement?
        var candidate: Statement.ImportFrom?
        for statement in tree.body {
            switch statement.kind {
            case .import: lastImport = statement
            case .importFrom(let list):
                lastImport = statement
                if list.names.contains(where: { ($0.alias ?? $0.name).text == name || $0.name.text == "*" }) { return }
                if list.module?.text == module, list.level == 0 { candidate = list }
            default: break
            }
        }
        if let candidate, let last = candidate.names.last {
            insert(", " + name, at: last.range.end)
        } else if let lastImport {
            insertLine("from \(module) import \(name)", after: lastImport.range)
        } else if tree.docstring != nil, let first = tree.body.first {
            insert(newline + newline + "from \(module) import \(name)", at: first.range.end)
        } else {
            insert("from \(module) import \(name)" + newline, at: 0)
        }
    }
}

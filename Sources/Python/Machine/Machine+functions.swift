/// Calling functions of the program from native code.
extension Machine {
    /// Calls a function of the program; gives a generator or coroutine for those kinds.
    func callFunction(_ function: PyFunction, _ arguments: Arguments) throws -> Value {
        try charge(instructions: 16)
        if arguments.keywords.isEmpty, arguments.positional.count == function.code.simpleCount {
            return try callPlainly(function, arguments.positional)
        }
        let slots = try bind(arguments, to: function)
        if function.code.kind != .function { return .object(suspended(function, slots)) }
        let frame = try pushFrame(function.code, globals: function.globals, at: stackTop)
        frame.start(function)
        frame.completion = .entry
        for slot in slots { pushSlot(of: frame, slot) }
        return try runEntry()
    }

    /// Calls a function whose parameters these are, one to one.
    private func callPlainly(_ function: PyFunction, _ arguments: [Value]) throws -> Value {
        let code = function.code
        let frame = try pushFrame(code, globals: function.globals, at: stackTop)
        frame.start(function)
        frame.completion = .entry
        var cursor = stack.cursor(at: frame.base)
        for value in arguments { cursor.push(value) }
        fill(&cursor, behind: arguments.count, of: function)
        frame.top = stack.index(of: cursor)
        return try runEntry()
    }

    /// A generator, coroutine or async generator with its variables.
    func suspended(_ function: PyFunction, _ slots: [Value?]) -> PyGenerator {
        let kind: PyGenerator.Kind =
            switch function.code.kind {
            case .coroutine: .coroutine
            case .asyncGenerator: .asyncGenerator
            case .generator, .function, .module, .classBody: .generator
            }
        return PyGenerator(kind: kind, function: function, slots: slots, closer: frames)
    }

    /// Matches arguments to parameters and fills all variables of a new frame; raises TypeError in CPython's words.
    func bind(_ arguments: Arguments, to function: PyFunction) throws -> [Value?] {
        let code = function.code
        let shape = code.parameters
        var slots = [Value?](repeating: nil, count: code.slotCount)
        let used = min(arguments.positional.count, shape.positionalCount)
        for index in 0..<used { slots[index] = arguments.positional[index] }
        let variadicSlot = shape.positionalCount + shape.keywordOnlyCount
        if shape.hasVariadic {
            slots[variadicSlot] = .tuple(PyTuple(Array(arguments.positional[used...])))
        }
        let extra = shape.hasExtra ? PyDict() : nil
        if let extra { slots[variadicSlot + (shape.hasVariadic ? 1 : 0)] = .dict(extra) }
        try bindKeywords(arguments.keywords, function, &slots, extra)
        if arguments.positional.count > used, !shape.hasVariadic {
            throw tooMany(arguments.positional.count, function, slots)
        }
        try fillDefaults(function, &slots)
        fillCells(function, &slots)
        return slots
    }

    private func bindKeywords(
        _ keywords: [(name: String, value: Value)], _ function: PyFunction, _ slots: inout [Value?], _ extra: PyDict?
    ) throws {
        let shape = function.code.parameters
        var positionalOnly: [String] = []
        for (keyword, value) in keywords {
            let name = intern(keyword)
            let named = shape.positionalCount + shape.keywordOnlyCount
            let index = function.code.slotNames[..<named].firstIndex { $0 == name }
            guard let index, index >= shape.positionalOnlyCount else {
                if let extra {
                    extra.setValue(value, forName: name)
                    continue
                }
                if index != nil {
                    positionalOnly.append(keyword)
                    continue
                }
                throw error("TypeError", "\(function.qualifiedName)() got an unexpected keyword argument '\(keyword)'")
            }
            if slots[index] != nil {
                throw error("TypeError", "\(function.qualifiedName)() got multiple values for argument '\(keyword)'")
            }
            slots[index] = value
        }
        if !positionalOnly.isEmpty {
            throw error(
                "TypeError",
                "\(function.qualifiedName)() got some positional-only arguments passed as keyword arguments: "
                    + "'\(positionalOnly.joined(separator: ", "))'")
        }
    }

    private func fillDefaults(_ function: PyFunction, _ slots: inout [Value?]) throws {
        let shape = function.code.parameters
        let firstDefault = shape.positionalCount - function.defaults.count
        var missing: [String] = []
        for index in 0..<shape.positionalCount where slots[index] == nil {
            if index >= firstDefault {
                slots[index] = function.defaults[index - firstDefault]
            } else {
                missing.append(function.code.slotNames[index].string)
            }
        }
        if !missing.isEmpty { throw missingArguments(missing, "positional", function.qualifiedName) }
        for index in shape.positionalCount..<(shape.positionalCount + shape.keywordOnlyCount) where slots[index] == nil {
            let name = function.code.slotNames[index]
            if let value = function.keywordDefaults?.value(forName: name) {
                slots[index] = value
            } else {
                missing.append(name.string)
            }
        }
        if !missing.isEmpty { throw missingArguments(missing, "keyword-only", function.qualifiedName) }
    }

    /// Puts parameters that inner functions share into cells, and the captured cells behind them.
    private func fillCells(_ function: PyFunction, _ slots: inout [Value?]) {
        let code = function.code
        for (index, parameter) in code.cellParameters.enumerated() {
            var value: Value?
            if parameter >= 0 {
                value = slots[parameter]
                slots[parameter] = nil
            }
            slots[code.localCount + index] = .object(PyCell(value))
        }
        for (index, cell) in function.closure.enumerated() { slots[code.localCount + code.cellCount + index] = .object(cell) }
    }

    private func tooMany(_ count: Int, _ function: PyFunction, _ slots: [Value?]) -> PyError {
        let shape = function.code.parameters
        let most = shape.positionalCount
        let least = most - function.defaults.count
        let takes = function.defaults.isEmpty ? "\(most)" : "from \(least) to \(most)"
        let plural = most == 1 && least == most ? "" : "s"
        let keywordOnly = slots[most..<(most + shape.keywordOnlyCount)].count { $0 != nil }
        let verb = count == 1 && keywordOnly == 0 ? "was" : "were"
        let given =
            keywordOnly == 0
            ? "\(count)"
            : "\(count) positional argument\(count == 1 ? "" : "s") (and \(keywordOnly) keyword-only argument"
                + "\(keywordOnly == 1 ? "" : "s"))"
        return error(
            "TypeError", "\(function.qualifiedName)() takes \(takes) positional argument\(plural) but \(given) \(verb) given")
    }
}

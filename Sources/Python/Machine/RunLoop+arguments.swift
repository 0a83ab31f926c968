/// Arguments that lie on the stack, put into the places of their parameters.
extension Machine {
    /// Puts the top operands, positional ones and then one for each keyword, into the places of the parameters.
    ///
    /// False, with nothing changed, where the function is no plain one or the arguments do not fit it: `bind` says then what is wrong.
    func arrange(_ function: PyFunction, _ positional: Int, _ keywords: [Value], _ sp: inout StackCursor) -> Bool {
        let code = function.code
        let used = min(positional, code.parameters.positionalCount)
        guard code.kind == .function, used == positional || code.parameters.hasVariadic,
            let order = KeywordOrder(keywords, code, from: used), isComplete(function, used, order)
        else { return false }
        let values = sp.pop(keywords.count)
        let rest = sp.pop(positional - used)
        for place in used..<code.parameters.namedCount {
            if let number = order.keyword(at: place - used) {
                sp.push(values[number])
            } else if let value = defaultValue(of: function, at: place) {
                sp.push(value)
            }
        }
        if code.parameters.hasVariadic { sp.push(.tuple(PyTuple(rest))) }
        if code.parameters.hasExtra { sp.push(.dict(extra(keywords, values, order))) }
        return true
    }

    /// Whether each parameter behind the positional arguments gets a keyword or has a default.
    private func isComplete(_ function: PyFunction, _ used: Int, _ order: KeywordOrder) -> Bool {
        let positional = function.code.parameters.positionalCount
        for place in used..<function.code.parameters.namedCount where order.keyword(at: place - used) == nil {
            if place < positional - function.defaults.count { return false }
            if place >= positional, defaultValue(of: function, at: place) == nil { return false }
        }
        return true
    }

    /// What a parameter is where the call does not say.
    private func defaultValue(of function: PyFunction, at place: Int) -> Value? {
        let positional = function.code.parameters.positionalCount
        if place < positional { return function.defaults[place - (positional - function.defaults.count)] }
        return function.keywordDefaults?.value(forName: function.code.slotNames[place])
    }

    /// The dictionary of the keywords that are no parameters.
    private func extra(_ keywords: [Value], _ values: [Value], _ order: KeywordOrder) -> PyDict {
        let extra = PyDict()
        for (number, keyword) in keywords.enumerated() where order.isExtra(number) {
            if case .str(let name) = keyword { extra.setValue(values[number], forName: name) }
        }
        return extra
    }
}

/// Which keyword of a call goes to which parameter, in one machine word.
private struct KeywordOrder {
    /// Four bits for each parameter behind the positional arguments: the number of its keyword and one, or 0 for none.
    private var places: UInt64 = 0
    /// One bit for each keyword that is no parameter.
    private var extras: UInt16 = 0

    /// Nil where keywords do not fit the parameters behind the first `used`, or where there are too many.
    init?(_ keywords: [Value], _ code: PyCode, from used: Int) {
        guard keywords.count <= Frame.mostAdded, code.parameters.namedCount - used <= Frame.mostAdded else { return nil }
        for number in keywords.indices {
            guard case .str(let name) = keywords[number] else { return nil }
            if let place = Self.place(of: name, code), place >= code.parameters.positionalOnlyCount {
                guard place >= used, self.keyword(at: place - used) == nil else { return nil }
                places |= UInt64(number + 1) << (UInt64(place - used) * 4)
            } else {
                guard code.parameters.hasExtra else { return nil }
                extras |= 1 << UInt16(number)
            }
        }
    }

    private static func place(of name: PyStr, _ code: PyCode) -> Int? {
        for place in 0..<code.parameters.namedCount where code.slotNames[place] === name { return place }
        for place in 0..<code.parameters.namedCount where code.slotNames[place] == name { return place }
        return nil
    }

    /// The number of the keyword for a parameter, counted behind the positional arguments.
    @inline(__always)
    func keyword(at place: Int) -> Int? {
        let number = Int(places >> (UInt64(place) * 4) & 15)
        return number == 0 ? nil : number - 1
    }

    /// Whether a keyword is no parameter.
    func isExtra(_ number: Int) -> Bool { extras >> UInt16(number) & 1 != 0 }
}

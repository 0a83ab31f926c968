/// Calls from the run loop whose last arguments are keywords.
extension Machine {
    /// Calls what lies below the top `count` operands, the last of which have names; true if a frame was opened, else the result is on top.
    func openCall(_ count: Int, keywords: [Value], _ frame: Frame, _ sp: inout StackCursor) throws -> Bool {
        guard let callee = sp.object(below: count + 1) else { throw notCallable(sp[below: count + 1] ?? .none) }
        return try callee._withUnsafeGuaranteedRef { try openCall(of: $0, count, keywords, frame, &sp) }
    }

    /// The same for what `loadMethod` left below the arguments.
    func openMethodCall(_ count: Int, keywords: [Value], _ frame: Frame, _ sp: inout StackCursor) throws -> Bool {
        if sp.isNil(below: count + 1) {
            _ = sp.remove(below: count)
            return try openCall(count, keywords: keywords, frame, &sp)
        }
        if let number = sp.int(below: count + 2) { sp[below: count + 2] = .object(directMethods.method(number)) }
        return try openCall(count + 1, keywords: keywords, frame, &sp)
    }

    private func openCall(
        of object: PyObject, _ count: Int, _ keywords: [Value], _ frame: Frame, _ sp: inout StackCursor
    ) throws -> Bool {
        if let function = object.exactly(PyFunction.self), arrange(function, count - keywords.count, keywords, &sp) {
            try open(function, function.code.parameters.count, frame, sp, .push)
            return true
        }
        if frames.hasDropped { try closeDropped() }
        if let function = object.exactly(PyNativeFunction.self) {
            if let result = try function.call(self, count, keywords, &sp) {
                sp.drop()
                sp.push(result)
                return false
            }
        } else if let method = object.exactly(PyBoundMethod.self) {
            if case .object(let inner) = method.function, inner.isExactly(PyFunction.self) || inner.isExactly(PyNativeFunction.self) {
                // Overwriting its slot may be the end of the method.
                let (function, receiver) = (method.function, method.receiver)
                sp.insert(receiver, below: count)
                sp[below: count + 2] = function
                return try openCall(count + 1, keywords: keywords, frame, &sp)
            }
        } else if let type = object.exactly(PyType.self) {
            if case .function(let initializer)? = plainConstruction(of: type) {
                return try openInitializer(initializer, type, count, keywords, frame, &sp)
            }
            if let made = try type.make(self, count, keywords, &sp) {
                sp.drop()
                sp.push(made)
                return false
            }
        }
        return try callNatively(object, takeArguments(count, keywords, &sp), frame, &sp)
    }

    /// A call with unpacked arguments: the tuple, and perhaps the dict of keywords, are on top.
    func openUnpackedCall(hasKeywords: Bool, _ frame: Frame, _ sp: inout StackCursor) throws -> Bool {
        let keywords = hasKeywords ? sp.pop().asDict : nil
        guard case .tuple(let positional) = sp.pop() else { return false }
        let count = positional.elements.count + (keywords?.count ?? 0)
        if count <= Frame.mostUnpacked {
            for element in positional.elements { sp.push(element) }
            guard let keywords, keywords.count > 0 else { return try openCall(count, frame, &sp) }
            for value in keywords.values { sp.push(value) }
            return try openCall(count, keywords: keywords.keys, frame, &sp)
        }
        var arguments = Arguments(positional.elements)
        if let keywords { arguments.keywords = keywords.items.map { ($0.key.asString ?? "", $0.value) } }
        guard case .object(let object)? = sp[below: 1] else { throw notCallable(sp[below: 1] ?? .none) }
        return try callNatively(object, arguments, frame, &sp)
    }

    /// Takes off the top `count` operands, the last of which have names.
    func takeArguments(_ count: Int, _ keywords: [Value], _ sp: inout StackCursor) -> Arguments {
        let values = sp.pop(keywords.count)
        var arguments = Arguments(sp.pop(count - keywords.count))
        arguments.keywords.reserveCapacity(values.count)
        for (name, value) in zip(keywords, values) { arguments.keywords.append((name.asStr?.string ?? "", value)) }
        return arguments
    }
}

extension NativeSignature {
    /// Matches the top `count` operands, the last of which have names, and takes them off.
    ///
    /// Nil, with nothing taken, where they do not fit: `bind` says then what is wrong.
    func match(_ count: Int, _ keywords: [Value], _ cursor: inout StackCursor) -> BoundArguments? {
        let positional = count - keywords.count
        let used = min(positional, positionalCount)
        guard used == positional || variadicIndex != nil, parameters.count < 64 else { return nil }
        var values = fill
        var given: UInt64 = (1 << UInt64(used)) &- 1
        var extra: [(name: String, value: Value)] = []
        for number in keywords.indices {
            guard case .str(let name) = keywords[number] else { return nil }
            let value = cursor[below: keywords.count - number] ?? .none
            if let index = index(ofKeyword: name) {
                if given & 1 << UInt64(index) != 0 { return nil }
                values[index] = value
                given |= 1 << UInt64(index)
            } else {
                if extraIndex == nil { return nil }
                extra.append((name.string, value))
            }
        }
        if required & ~given != 0 { return nil }
        for index in 0..<used { values[index] = cursor[below: count - index] ?? .none }
        let rest = (used..<positional).map { cursor[below: count - $0] ?? .none }
        cursor.drop(count)
        return BoundArguments(self, values: values, given: given, rest: rest, extra: extra)
    }

    private func index(ofKeyword name: PyStr) -> Int? { parameters.firstIndex { $0.isKeyword && $0.text == name } }
}

extension ScopeChecker {
    mutating func check(_ item: Statement.Match) {
        check(item.subject)
        for (index, clause) in item.cases.enumerated() {
            let isLast = index + 1 == item.cases.count
            if !isLast, clause.guard == nil, let reason = clause.pattern.irrefutableReason {
                report("\(reason) makes remaining patterns unreachable", clause.pattern.range)
            }
            var names: Set<String> = []
            check(clause.pattern, &names)
            check(clause.guard)
            check(clause.body)
        }
    }

    private mutating func check(_ pattern: Pattern, _ names: inout Set<String>) {
        switch pattern.kind {
        case .value(let value):
            if case .joinedString = value.kind {
                report("patterns may only match literals and attribute lookups", value.range)
            }
            check(value)
        case .singleton: break
        case .sequence(let patterns): checkSequence(patterns, pattern.range, &names)
        case .mapping(let mapping):
            for key in mapping.keys { check(key) }
            for inner in mapping.patterns { check(inner, &names) }
            bind(mapping.rest, &names)
        case .class(let item):
            check(item.type)
            for inner in item.patterns { check(inner, &names) }
            checkAttributes(item.keywords, &names)
        case .star(let name): bind(name, &names)
        case .capture(let inner, let name):
            if let inner { check(inner, &names) }
            bind(name, &names)
        case .or(let alternatives): checkAlternatives(alternatives, pattern.range, &names)
        }
    }

    private mutating func checkSequence(_ patterns: [Pattern], _ range: SourceRange, _ names: inout Set<String>) {
        var stars = 0
        for inner in patterns {
            if case .star = inner.kind { stars += 1 }
            check(inner, &names)
        }
        if stars > 1 { report("multiple starred expressions in sequence pattern", range) }
    }

    private mutating func checkAttributes(_ keywords: [Pattern.Keyword], _ names: inout Set<String>) {
        var attributes: Set<String> = []
        for keyword in keywords {
            if !attributes.insert(keyword.name.text).inserted {
                report("attribute name repeated in class pattern: \(keyword.name.text)", keyword.name.range)
            }
            check(keyword.pattern, &names)
        }
    }

    private mutating func checkAlternatives(_ alternatives: [Pattern], _ range: SourceRange, _ names: inout Set<String>) {
        var common: Set<String>?
        for (index, alternative) in alternatives.enumerated() {
            if index + 1 < alternatives.count, let reason = alternative.irrefutableReason {
                report("\(reason) makes remaining patterns unreachable", alternative.range)
            }
            var inner: Set<String> = []
            check(alternative, &inner)
            if let common, common != inner { report("alternative patterns bind different names", range) }
            common = common ?? inner
        }
        for name in common ?? [] where !names.insert(name).inserted {
            report("multiple assignments to name '\(name)' in pattern", range)
        }
    }

    private mutating func bind(_ name: Identifier?, _ names: inout Set<String>) {
        guard let name else { return }
        if !names.insert(name.text).inserted {
            report("multiple assignments to name '\(name.text)' in pattern", name.range)
        }
        note(name.text, .assigned)
    }
}

extension Pattern {
    /// How CPython calls a pattern that matches everything, or nil for any other.
    fileprivate var irrefutableReason: String? {
        switch kind {
        case .capture(nil, let name): name.map { "name capture '\($0.text)'" } ?? "wildcard"
        case .capture(let inner?, _): inner.irrefutableReason
        case .or(let alternatives): alternatives.last?.irrefutableReason
        default: nil
        }
    }
}

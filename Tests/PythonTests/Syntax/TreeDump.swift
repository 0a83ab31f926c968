@testable import Python

/// Writes a tree in the compact form of `Recorder/record_trees.py`, so that it can be compared with CPython's `ast`.
struct TreeDump {
    /// Whether ranges are written; inside of f-strings they are not, CPython 3.11 has none there.
    private var hasRanges = true

    /// The dump of a whole file.
    static func text(of module: Module) -> String { "[" + module.body.map { TreeDump().dump($0) }.joined(separator: " ") + "]" }

    private func place(_ range: SourceRange) -> String { hasRanges ? " \(range.start):\(range.end)" : "" }

    private func node(_ name: String, _ range: SourceRange, _ fields: String...) -> String {
        "(" + name + place(range) + fields.map { " " + $0 }.joined() + ")"
    }

    /// Bytes in quotes, everything but plain ASCII as `\xNN`.
    static func quote(_ bytes: some Sequence<UInt8>) -> String {
        var text = "\""
        for byte in bytes {
            if byte >= 0x20, byte < 0x7F, byte != 0x22, byte != 0x5C {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let hex = String(byte, radix: 16)
                text += "\\x" + (hex.count < 2 ? "0" : "") + hex
            }
        }
        return text + "\""
    }

    private func quote(_ text: String) -> String { Self.quote(text.utf8) }
    private func name(_ identifier: Identifier?) -> String { identifier.map { quote($0.text) } ?? "-" }
    private func list(_ items: [String]) -> String { "[" + items.joined(separator: " ") + "]" }
    private func dump(_ values: [Expression]) -> String { list(values.map(dump)) }
    private func dump(_ value: Expression?) -> String { value.map(dump) ?? "-" }
    private func dump(_ block: Block?) -> String { list(block?.statements.map(dump) ?? []) }
    private func dump(_ keywords: [Expression.Keyword]) -> String {
        list(keywords.map { node("keyword", $0.range, name($0.name), dump($0.value)) })
    }
}

extension TreeDump {
    private func dump(_ constant: Constant) -> String {
        switch constant {
        case .none: "None"
        case .bool(let value): value ? "True" : "False"
        case .ellipsis: "Ellipsis"
        case .integer(let literal): literal.value.map(String.init) ?? "big"
        case .float(let value): "f" + String(value.bitPattern, radix: 16)
        case .imaginary(let value): "j" + String(value.bitPattern, radix: 16)
        case .string(let bytes): Self.quote(bytes)
        case .bytes(let bytes): "b" + Self.quote(bytes)
        }
    }

    private func dump(_ value: Expression) -> String {
        let range = value.range
        switch value.kind {
        case .constant(let constant): return node("Constant", range, dump(constant))
        case .joinedString(let string): return node("JoinedStr", range, dump(string))
        case .name(let text): return node("Name", range, quote(text))
        case .attribute(let item): return node("Attribute", range, dump(item.value), name(item.name))
        case .subscript(let item): return node("Subscript", range, dump(item.value), dump(item.index))
        case .slice(let slice): return node("Slice", range, dump(slice.lower), dump(slice.upper), dump(slice.step))
        case .starred(let inner): return node("Starred", range, dump(inner))
        case .call(let call): return node("Call", range, dump(call.function), dump(call.arguments), dump(call.keywords))
        case .lambda(let lambda): return node("Lambda", range, dump(lambda.parameters), dump(lambda.body))
        case .conditional(let item): return node("IfExp", range, dump(item.test), dump(item.body), dump(item.orelse))
        case .comprehension(let item): return dump(item, range)
        case .namedExpression(let item):
            return node("NamedExpr", range, node("Name", item.target.range, name(item.target)), dump(item.value))
        case .await(let inner): return node("Await", range, dump(inner))
        case .yield(let inner): return node("Yield", range, dump(inner))
        case .yieldFrom(let inner): return node("YieldFrom", range, dump(inner))
        case .compare(let item):
            return node(
                "Compare", range, dump(item.left), list(item.comparisons.map { quote($0.operator.rawValue) }),
                dump(item.comparisons.map(\.right)))
        case .booleanOperation(let item): return node("BoolOp", range, quote(item.operator.rawValue), dump(item.values))
        case .unaryOperation(let item): return node("UnaryOp", range, quote(item.operator.rawValue), dump(item.operand))
        case .binaryOperation(let item):
            return node("BinOp", range, dump(item.left), quote(item.operator.rawValue), dump(item.right))
        case .tuple(let elements): return node("Tuple", range, dump(elements))
        case .list(let elements): return node("List", range, dump(elements))
        case .set(let elements): return node("Set", range, dump(elements))
        case .dict(let items):
            return node("Dict", range, list(items.map { dump($0.key) }), dump(items.map(\.value)))
        }
    }

    private func dump(_ item: Expression.Comprehension, _ range: SourceRange) -> String {
        let clauses = item.clauses.map {
            "(\($0.isAsync ? "async " : "")\(dump($0.target)) \(dump($0.iterable)) \(dump($0.conditions)))"
        }
        let names: [Expression.Comprehension.Kind: String] = [
            .list: "ListComp", .set: "SetComp", .dict: "DictComp", .generator: "GeneratorExp",
        ]
        let element = dump(item.element) + (item.value.map { " " + dump($0) } ?? "")
        return node(names[item.kind] ?? "", range, element, list(clauses))
    }

    private func dump(_ string: Expression.JoinedString) -> String {
        var inner = self
        inner.hasRanges = false
        return list(
            string.parts.map {
                switch $0 {
                case .literal(let bytes): return Self.quote(bytes)
                case .value(let field):
                    let conversion = field.conversion.map { String(Unicode.Scalar($0.rawValue)) } ?? "-"
                    return "(FormattedValue \(inner.dump(field.value)) \(conversion) \(field.formatSpecification.map(dump) ?? "-"))"
                }
            })
    }

    private func dump(_ parameter: Parameter) -> String {
        let end = parameter.annotation?.range.end ?? parameter.name.range.end
        let range = SourceRange(parameter.name.range.start, end)
        return node("arg", range, name(parameter.name), dump(parameter.annotation))
    }

    private func dump(_ parameters: Parameters) -> String {
        let defaults = (parameters.positionalOnly + parameters.regular).compactMap(\.defaultValue)
        let fields = [
            list(parameters.positionalOnly.map(dump)), list(parameters.regular.map(dump)), parameters.variadic.map(dump) ?? "-",
            list(parameters.keywordOnly.map(dump)), list(parameters.keywordOnly.map { dump($0.defaultValue) }),
            parameters.variadicKeywords.map(dump) ?? "-", dump(defaults),
        ]
        return "(arguments " + fields.joined(separator: " ") + ")"
    }
}

extension TreeDump {
    private func dump(_ statement: Statement) -> String {
        let range = statement.range
        switch statement.kind {
        case .functionDef(let item):
            return node(
                item.isAsync ? "AsyncFunctionDef" : "FunctionDef", range, name(item.name), dump(item.parameters), dump(item.body),
                dump(item.decorators.map(\.expression)), dump(item.returns))
        case .classDef(let item):
            return node(
                "ClassDef", range, name(item.name), dump(item.bases), dump(item.keywords), dump(item.body),
                dump(item.decorators.map(\.expression)))
        case .return(let value): return node("Return", range, dump(value))
        case .delete(let targets): return node("Delete", range, dump(targets))
        case .assign(let item): return node("Assign", range, dump(item.targets), dump(item.value))
        case .augmentedAssign(let item):
            return node("AugAssign", range, dump(item.target), quote(item.operator.rawValue), dump(item.value))
        case .annotatedAssign(let item):
            return node("AnnAssign", range, dump(item.target), dump(item.annotation), dump(item.value), item.isSimple ? "1" : "0")
        case .for(let item):
            return node(
                item.isAsync ? "AsyncFor" : "For", range, dump(item.target), dump(item.iterable), dump(item.body), dump(item.orelse))
        case .while(let item): return node("While", range, dump(item.test), dump(item.body), dump(item.orelse))
        case .if(let item): return node("If", range, dump(item.test), dump(item.body), dump(item.orelse))
        case .with(let item):
            let items = item.items.map { "(\(dump($0.context)) \(dump($0.target)))" }
            return node(item.isAsync ? "AsyncWith" : "With", range, list(items), dump(item.body))
        case .match(let item):
            let cases = item.cases.map { "(\(dump($0.pattern)) \(dump($0.guard)) \(dump($0.body)))" }
            return node("Match", range, dump(item.subject), list(cases))
        case .raise(let item): return node("Raise", range, dump(item.exception), dump(item.cause))
        case .try(let item): return dump(item, range)
        case .assert(let item): return node("Assert", range, dump(item.test), dump(item.message))
        case .import(let aliases): return node("Import", range, dump(aliases))
        case .importFrom(let item): return node("ImportFrom", range, name(item.module), dump(item.names), String(item.level))
        case .global(let names): return node("Global", range, list(names.map(name)))
        case .nonlocal(let names): return node("Nonlocal", range, list(names.map(name)))
        case .expression(let value): return node("Expr", range, dump(value))
        case .pass: return node("Pass", range)
        case .break: return node("Break", range)
        case .continue: return node("Continue", range)
        }
    }

    private func dump(_ item: Statement.Try, _ range: SourceRange) -> String {
        let handlers = item.handlers.map { node("ExceptHandler", $0.range, dump($0.type), name($0.name), dump($0.body)) }
        return node(item.isStar ? "TryStar" : "Try", range, dump(item.body), list(handlers), dump(item.orelse), dump(item.finalbody))
    }

    private func dump(_ aliases: [Statement.Alias]) -> String {
        list(aliases.map { node("alias", $0.range, name($0.name), name($0.alias)) })
    }

    private func dump(_ pattern: Pattern) -> String {
        let range = pattern.range
        switch pattern.kind {
        case .value(let value): return node("MatchValue", range, dump(value))
        case .singleton(let constant): return node("MatchSingleton", range, dump(constant))
        case .sequence(let patterns): return node("MatchSequence", range, list(patterns.map(dump)))
        case .mapping(let item):
            return node("MatchMapping", range, dump(item.keys), list(item.patterns.map(dump)), name(item.rest))
        case .class(let item):
            let keywords = item.keywords
            return node(
                "MatchClass", range, dump(item.type), list(item.patterns.map(dump)), list(keywords.map { name($0.name) }),
                list(keywords.map { dump($0.pattern) }))
        case .star(let identifier): return node("MatchStar", range, name(identifier))
        case .capture(let inner, let identifier): return node("MatchAs", range, inner.map(dump) ?? "-", name(identifier))
        case .or(let patterns): return node("MatchOr", range, list(patterns.map(dump)))
        }
    }
}

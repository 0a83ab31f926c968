/// Colours for source text: a scanner that takes any bytes, so that half-typed programs have colours, too.
public enum Highlighter {
    /// A range of one kind.
    public struct Span: Sendable, Hashable {
        public let range: SourceRange
        public let kind: Kind
    }

    /// What a piece of source is.
    public enum Kind: Sendable, Hashable {
        case keyword, builtinName, string, stringExpression, number, comment, decorator, `operator`, definitionName, plain
    }

    private static let keywords: Set<String> = [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
        "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
        "return", "try", "while", "with", "yield",
    ]

    private static let builtins: Set<String> = [
        "int", "str", "float", "bool", "bytes", "list", "dict", "set", "tuple", "object", "type", "len", "print", "range", "super",
        "isinstance", "property", "staticmethod", "classmethod", "enumerate", "zip", "sorted", "sum", "min", "max", "Exception",
    ]

    /// The coloured ranges in order; what lies between them is plain.
    public static func spans(_ source: SourceText) -> [Span] {
        var scanner = Scanner(bytes: source.bytes)
        scanner.scan()
        return scanner.spans
    }

    private struct Scanner {
        let bytes: [UInt8]
        var spans: [Span] = []
        private var index = 0
        private var previousWord = ""

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func scan() {
            while index < bytes.count {
                let byte = bytes[index]
                switch byte {
                case UInt8(ascii: "#"): take(.comment) { $0 != 0x0A && $0 != 0x0D }
                case UInt8(ascii: "\""), UInt8(ascii: "'"): string(from: index)
                case UInt8(ascii: "@") where isFirstOnLine: take(.decorator) { $0 == 0x40 || $0 == 0x2E || Self.isWord($0) }
                case 0x30...0x39: take(.number) { Self.isWord($0) || $0 == 0x2E }
                case let byte where Self.isWord(byte): word()
                default: index += 1
                }
            }
        }

        private static func isWord(_ byte: UInt8) -> Bool {
            (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A) || byte == 0x5F
                || byte >= 0x80
        }

        private var isFirstOnLine: Bool {
            var before = index - 1
            while before >= 0, bytes[before] == 0x20 || bytes[before] == 0x09 { before -= 1 }
            return before < 0 || bytes[before] == 0x0A || bytes[before] == 0x0D
        }

        private mutating func take(_ kind: Kind, while matches: (UInt8) -> Bool) {
            let start = index
            index += 1
            while index < bytes.count, matches(bytes[index]) { index += 1 }
            spans.append(Span(range: SourceRange(start, index), kind: kind))
        }

        private mutating func word() {
            let start = index
            while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
            let text = String(decoding: bytes[start..<index], as: UTF8.self)
            if index < bytes.count, bytes[index] == 0x22 || bytes[index] == 0x27, text.count <= 2,
                text.lowercased().allSatisfy({ "rbfu".contains($0) })
            {
                return string(from: start)
            }
            let kind: Kind? =
                keywords.contains(text)
                ? .keyword
                : previousWord == "def" || previousWord == "class" ? .definitionName : builtins.contains(text) ? .builtinName : nil
            if let kind { spans.append(Span(range: SourceRange(start, index), kind: kind)) }
            previousWord = text
        }

        /// A string from its prefix on; `index` is at the quote. An unfinished one ends with its line, or with the text if it is triple.
        private mutating func string(from start: Int) {
            let quote = bytes[index]
            let isTriple = index + 2 < bytes.count && bytes[index + 1] == quote && bytes[index + 2] == quote
            index += isTriple ? 3 : 1
            while index < bytes.count {
                if bytes[index] == 0x5C {
                    index += 2
                    continue
                }
                if !isTriple, bytes[index] == 0x0A || bytes[index] == 0x0D { break }
                if bytes[index] == quote {
                    if !isTriple {
                        index += 1
                        break
                    }
                    if index + 2 < bytes.count, bytes[index + 1] == quote, bytes[index + 2] == quote {
                        index += 3
                        break
                    }
                }
                index += 1
            }
            index = min(index, bytes.count)
            spans.append(Span(range: SourceRange(start, index), kind: .string))
        }
    }
}

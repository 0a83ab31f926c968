import HTTPMessages
import Python

/// The header list of a response or request as Starlette holds it: names in lower case and values as bytes, in order, with repeats.
///
/// Starlette 1.10.0 datastructures.py `MutableHeaders`. Where a trace is recorded, each line carries who wrote it.
final class RawHeaders {
    /// One line; `account` is kept only while a trace is recorded.
    struct Line {
        var name: String
        var value: [UInt8]
        var account: Account?
    }

    /// Who wrote a line, and how.
    struct Account {
        var operation: String
        var source: Source
        var rule: Rule?
    }

    private(set) var lines: [Line]
    /// Lines that were replaced or removed, for the trace.
    private(set) var lost: [HeaderAccount] = []

    init(_ lines: [Line] = []) { self.lines = lines }

    /// The lines of a message; names are put in lower case.
    convenience init(_ list: HeaderList) {
        self.init(list.map { Line(name: $0.name.asciiLowercased, value: $0.value, account: nil) })
    }

    /// The value of the first line of that name (given in lower case).
    func first(_ name: String) -> [UInt8]? { lines.first { $0.name == name }?.value }

    /// The text of the first line of that name, as Latin-1.
    func text(_ name: String) -> String? { first(name).map { String(latin1: $0) } }

    func texts(_ name: String) -> [String] { lines.filter { $0.name == name }.map { String(latin1: $0.value) } }

    func contains(_ name: String) -> Bool { lines.contains { $0.name == name } }

    func append(_ name: String, _ value: [UInt8], _ account: Account? = nil) {
        lines.append(Line(name: name, value: value, account: account))
    }

    func append(contentsOf other: RawHeaders) {
        lines += other.lines
        lost += other.lost
    }

    /// `headers[name] = value`: the first line takes the value, the others go.
    func set(_ name: String, _ value: [UInt8], _ account: Account? = nil) {
        guard let first = lines.firstIndex(where: { $0.name == name }) else { return append(name, value, account) }
        if let account {
            for line in lines where line.name == name { lose(line, .replaced(by: account.source)) }
        }
        lines[first] = Line(name: name, value: value, account: account)
        var index = lines.count - 1
        while index > first {
            if lines[index].name == name { lines.remove(at: index) }
            index -= 1
        }
    }

    /// `del headers[name]`.
    func remove(_ name: String, by source: Source? = nil) {
        if let source { for line in lines where line.name == name { lose(line, .removed(by: source)) } }
        lines.removeAll { $0.name == name }
    }

    private func lose(_ line: Line, _ fate: HeaderAccount.Fate) {
        guard let account = line.account else { return }
        lost.append(Self.describe(line, account, fate))
    }

    /// Marks every line as dropped by a rule, for a response that is not used.
    func dropAll(_ rule: Rule) -> [HeaderAccount] {
        lost + lines.compactMap { line in line.account.map { Self.describe(line, $0, .dropped(rule)) } }
    }

    static func describe(_ line: Line, _ account: Account, _ fate: HeaderAccount.Fate) -> HeaderAccount {
        HeaderAccount(
            name: line.name, value: String(latin1: line.value), operation: account.operation, source: account.source, fate: fate,
            rule: account.rule)
    }

    /// The lines as they go out.
    var list: HeaderList { HeaderList(lines.map { Header($0.name, bytes: $0.value) }) }
}

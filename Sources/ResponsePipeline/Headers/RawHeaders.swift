import HTTPMessages
import Python

/// The header list of a response or request as Starlette holds it: names and values as bytes, in order, with repeats.
///
/// Starlette 1.10.0 datastructures.py `MutableHeaders`. Where a trace is recorded, each line carries who wrote it. The Python list
/// that a program may see (`raw`) is made when it is first asked for; from then on it is the truth, and lines follow it.
final class RawHeaders {
    /// One line; `account` is kept only while a trace is recorded.
    struct Line {
        var name: String
        var value: [UInt8]
        var account: Account?
        /// The pair of bytes in the Python list, a tuple or a list, where there is one.
        fileprivate var pair: PyObject?

        init(name: String, value: [UInt8], account: Account?) {
            self.name = name
            self.value = value
            self.account = account
        }
    }

    /// Who wrote a line, and how.
    struct Account {
        var operation: String
        var source: Source
        var rule: Rule?
    }

    private var stored: [Line]
    /// The list that the program sees, once it asked for it.
    private var list: PyList?
    /// Who keeps accounts of the pairs in the list, where a trace is recorded.
    private var recorder: Recorder?
    /// Who is to blame for what the program wrote into the list itself.
    private var blame: (() -> Account?)?
    /// What the program put into the list and is no pair of bytes, which the server cannot write.
    private var strays: [Value] = []
    /// Lines that were replaced or removed, for the trace.
    private(set) var lost: [HeaderAccount] = []

    init(_ lines: [Line] = []) { stored = lines }

    /// The lines of a message; names are put in lower case.
    convenience init(_ list: HeaderList) {
        self.init(list.map { Line(name: $0.name.asciiLowercased, value: $0.value, account: nil) })
    }

    /// The lines of a Python list of pairs of bytes, which stays the program's; lines that were seen before keep their account.
    ///
    /// - Parameter writer: who wrote the others; nil for what runs now.
    convenience init(list: PyList, by writer: Source? = nil, _ machine: Machine) {
        self.init()
        self.list = list
        recorder = machine.recorder
        blame = machine.recorder.map { recorder in
            { Account(operation: "raw", source: writer ?? recorder.source(machine), rule: nil) }
        }
        stored = list.elements.compactMap { Self.pair($0)?.object }.compactMap { machine.recorder?.lines[ObjectIdentifier($0)] }
        follow()
    }

    var lines: [Line] {
        if list != nil { follow() }
        return stored
    }

    // MARK: The program's list

    /// `headers.raw`: a list that may be changed in place.
    func pythonList(_ machine: Machine) -> PyList {
        if list != nil { follow() }
        recorder = machine.recorder
        // What is found in the list later was written by who asked for it last.
        let asked = recorder.map { Account(operation: "raw", source: $0.source(machine), rule: nil) }
        blame = { asked }
        if let list { return list }
        let made = PyList()
        list = made
        show()
        return made
    }

    /// Takes over what the program did to its list.
    private func follow() {
        guard let list else { return }
        let pairs = list.elements.compactMap { Self.pair($0) }
        strays = list.elements.filter { !Self.isWritable($0) }
        // What is in a tuple stays as it is; a list may have changed.
        if pairs.count == stored.count, zip(pairs, stored).allSatisfy({ $0.object === $1.pair && $0.object is PyTuple }) { return }
        var known = stored
        let account = blame?()
        stored = pairs.compactMap { pair in
            guard pair.elements.count == 2, let name = pair.elements[0].asBytes, let value = pair.elements[1].asBytes else { return nil }
            var line = Line(name: String(latin1: name.bytes), value: value.bytes, account: account)
            if let index = known.firstIndex(where: { $0.pair === pair.object && $0.name == line.name && $0.value == line.value }) {
                return known.remove(at: index)
            }
            line.pair = pair.object
            recorder?.lines[ObjectIdentifier(pair.object)] = line
            return line
        }
        guard let account else { return }
        for line in known { lose(line, .removed(by: account.source)) }
    }

    /// A header as the program's list has it.
    private static func pair(_ value: Value) -> (object: PyObject, elements: [Value])? {
        if let tuple = value.asTuple { return (tuple, tuple.elements) }
        return value.asList.map { ($0, $0.elements) }
    }

    /// Whether something in the list is no pair of bytes.
    var hasStrays: Bool { !strays.isEmpty }

    private static func isWritable(_ value: Value) -> Bool {
        pair(value).map { $0.elements.count == 2 && $0.elements.allSatisfy { $0.asBytes != nil } } ?? false
    }

    /// Raises what `for name, value in raw` does where something in the list is no pair.
    func checkPairs(_ machine: Machine) throws {
        if list != nil { follow() }
        for stray in strays { _ = try Self.unpacked(stray, machine) }
    }

    private static func unpacked(_ stray: Value, _ machine: Machine) throws -> [Value] {
        let parts: [Value]
        do { parts = try pair(stray)?.elements ?? machine.array(stray) } catch is PyError {
            throw machine.error("TypeError", "cannot unpack non-iterable \(machine.typeName(stray)) object")
        }
        if parts.count < 2 { throw machine.error("ValueError", "not enough values to unpack (expected 2, got \(parts.count))") }
        if parts.count > 2 { throw machine.error("ValueError", "too many values to unpack (expected 2)") }
        return parts
    }

    /// What the server raises where it takes the list apart (uvicorn 0.54.0 httptools_impl.py `send`).
    func unwritable(_ machine: Machine) throws -> PyError? {
        if list != nil { follow() }
        guard let stray = strays.first else { return nil }
        let parts: [Value]
        do { parts = try Self.unpacked(stray, machine) } catch let raised as PyError { return raised }
        guard let part = parts.first(where: { $0.asBytes == nil }) else { return nil }
        let words = "expected string or bytes-like object, got '\(machine.typeName(part))'"
        return machine.error("TypeError", part.asStr == nil ? words : "cannot use a bytes pattern on a string-like object")
    }

    /// Writes the lines into the program's list.
    private func show() {
        guard let list else { return }
        for index in stored.indices where stored[index].pair == nil {
            let name = PyBytes(stored[index].name.latin1Bytes ?? [])
            let pair = PyTuple([.object(name), .object(PyBytes(stored[index].value))])
            stored[index].pair = pair
            recorder?.lines[ObjectIdentifier(pair)] = stored[index]
        }
        list.elements = stored.map { line in
            if let tuple = line.pair as? PyTuple { return .tuple(tuple) }
            return (line.pair as? PyList).map { .list($0) } ?? .none
        }
        list.elements += strays
    }

    // MARK: Reading

    /// The value of the first line of that name (given in lower case).
    func first(_ name: String) -> [UInt8]? { lines.first { $0.name == name }?.value }

    /// The text of the first line of that name, as Latin-1.
    func text(_ name: String) -> String? { first(name).map { String(latin1: $0) } }

    func texts(_ name: String) -> [String] { lines.filter { $0.name == name }.map { String(latin1: $0.value) } }

    func contains(_ name: String) -> Bool { lines.contains { $0.name == name } }

    // MARK: Writing

    func append(_ name: String, _ value: [UInt8], _ account: Account? = nil) {
        if list != nil { follow() }
        stored.append(Line(name: name, value: value, account: account))
        show()
    }

    func append(contentsOf other: RawHeaders) {
        if list != nil { follow() }
        stored += other.lines
        strays += other.strays
        lost += other.lost
        show()
    }

    /// `headers[name] = value`: the first line takes the value, the others go.
    func set(_ name: String, _ value: [UInt8], _ account: Account? = nil) {
        guard let first = lines.firstIndex(where: { $0.name == name }) else { return append(name, value, account) }
        if let account {
            for line in stored where line.name == name { lose(line, .replaced(by: account.source)) }
        }
        stored[first] = Line(name: name, value: value, account: account)
        var index = stored.count - 1
        while index > first {
            if stored[index].name == name { stored.remove(at: index) }
            index -= 1
        }
        show()
    }

    /// `del headers[name]`.
    func remove(_ name: String, by source: Source? = nil) {
        if list != nil { follow() }
        if let source { for line in stored where line.name == name { lose(line, .removed(by: source)) } }
        stored.removeAll { $0.name == name }
        show()
    }

    private func lose(_ line: Line, _ fate: HeaderAccount.Fate) {
        guard let account = line.account else { return }
        lost.append(Self.describe(line, account, fate))
    }

    // MARK: The trace

    /// Marks every line as dropped by a rule, for a response that is not used.
    func dropAll(_ rule: Rule) -> [HeaderAccount] {
        lost + lines.compactMap { line in line.account.map { Self.describe(line, $0, .dropped(rule)) } }
    }

    static func describe(_ line: Line, _ account: Account, _ fate: HeaderAccount.Fate) -> HeaderAccount {
        HeaderAccount(
            name: line.name, value: String(latin1: line.value), operation: account.operation, source: account.source, fate: fate,
            rule: account.rule)
    }

    /// The lines of these that an earlier list does not have: they came too late.
    func written(after earlier: [Line], _ rule: Rule) -> [HeaderAccount] {
        var rest = earlier
        return lines.compactMap { line in
            if let index = rest.firstIndex(where: { $0.name == line.name && $0.value == line.value }) {
                rest.remove(at: index)
                return nil
            }
            return line.account.map { Self.describe(line, $0, .dropped(rule)) }
        }
    }

    /// What of these lines is not in a later list, as removed by that source.
    func lostOnTheWay(to later: RawHeaders, by source: Source) {
        var rest = later.lines
        for line in lines {
            if let index = rest.firstIndex(where: { $0.name == line.name && $0.value == line.value }) {
                rest.remove(at: index)
            } else {
                later.lose(line, .removed(by: source))
            }
        }
        later.lost += lost
    }
}

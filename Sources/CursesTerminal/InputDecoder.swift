import CellUI

/// Turns the bytes that a terminal sends into events; pure, so that it is tested without a terminal.
public struct InputDecoder: Sendable {
    private var buffer: [UInt8] = []
    private var pasted: [UInt8]?

    public init() {}

    /// Whether a lone escape, or a sequence that is cut off, waits for more: arm a timer and call `timeout`.
    public var isPending: Bool { !buffer.isEmpty && pasted == nil }

    /// Takes bytes and gives the events that are complete.
    public mutating func feed(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
        buffer.append(contentsOf: bytes)
        return drain(isFinal: false)
    }

    /// The timer ran out: what waits is taken for what it is.
    public mutating func timeout() -> [InputEvent] { drain(isFinal: true) }

    private mutating func drain(isFinal: Bool) -> [InputEvent] {
        var events: [InputEvent] = []
        var index = 0
        while index < buffer.count {
            let used = pasted != nil ? pasteByte(at: index, &events) : event(at: index, isFinal: isFinal, &events)
            guard let used else { break }
            index += used
        }
        buffer.removeFirst(index)
        return events
    }

    // MARK: Bracketed paste

    private static let pasteEnd: [UInt8] = Array("\u{1b}[201~".utf8)

    private mutating func pasteByte(at index: Int, _ events: inout [InputEvent]) -> Int? {
        if buffer[index] == 0x1B {
            let rest = buffer[index...].prefix(Self.pasteEnd.count)
            if rest.elementsEqual(Self.pasteEnd) {
                events.append(.paste(String(decoding: pasted ?? [], as: UTF8.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")))
                pasted = nil
                return Self.pasteEnd.count
            }
            if Self.pasteEnd.starts(with: rest) { return nil }
        }
        pasted?.append(buffer[index])
        return 1
    }

    // MARK: Keys and sequences

    /// Reads one event and gives how many bytes it took; nil where more must come first.
    private mutating func event(at index: Int, isFinal: Bool, _ events: inout [InputEvent]) -> Int? {
        guard buffer[index] == 0x1B else { return plain(at: index, isFinal: isFinal, [], &events) }
        guard index + 1 < buffer.count else {
            if isFinal { events.append(.key(.escape)) }
            return isFinal ? 1 : nil
        }
        switch buffer[index + 1] {
        case UInt8(ascii: "["): return controlSequence(at: index, isFinal: isFinal, &events)
        case UInt8(ascii: "O"):
            guard index + 2 < buffer.count else { return isFinal ? altKey("O", &events) : nil }
            finish(parameters: "", final: buffer[index + 2], &events)
            return 3
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"): return stringSequence(at: index, isFinal: isFinal)
        case 0x1B:
            events.append(.key(.escape))
            return 1
        default: return plain(at: index + 1, isFinal: isFinal, .alt, &events).map { $0 + 1 }
        }
    }

    private func altKey(_ character: Character, _ events: inout [InputEvent]) -> Int {
        events.append(.key(.char(character), .alt))
        return 2
    }

    private mutating func controlSequence(at index: Int, isFinal: Bool, _ events: inout [InputEvent]) -> Int? {
        var end = index + 2
        while end < buffer.count, !(0x40...0x7E).contains(buffer[end]) { end += 1 }
        guard end < buffer.count else { return isFinal ? altKey("[", &events) : nil }
        finish(parameters: String(decoding: buffer[(index + 2)..<end], as: UTF8.self), final: buffer[end], &events)
        return end - index + 1
    }

    /// Operating system commands and the like are answers of the terminal that nobody asked for.
    private func stringSequence(at index: Int, isFinal: Bool) -> Int? {
        var end = index + 2
        while end < buffer.count {
            if buffer[end] == 0x07 { return end - index + 1 }
            if buffer[end] == 0x5C, buffer[end - 1] == 0x1B { return end - index + 1 }
            end += 1
        }
        return isFinal ? buffer.count - index : nil
    }

    private func plain(at index: Int, isFinal: Bool, _ modifiers: Modifiers, _ events: inout [InputEvent]) -> Int? {
        let byte = buffer[index]
        switch byte {
        case 0x0D, 0x0A: events.append(.key(.enter, modifiers))
        case 0x09: events.append(.key(.tab, modifiers))
        case 0x7F, 0x08: events.append(.key(.backspace, modifiers))
        case 0x00: events.append(.key(.char(" "), modifiers.union(.ctrl)))
        case 0x01..<0x20:
            let letter = Unicode.Scalar(byte < 0x1B ? byte + 0x60 : byte + 0x40)
            events.append(.key(.char(Character(letter)), modifiers.union(.ctrl)))
        case 0x20..<0x7F: events.append(.key(.char(Character(Unicode.Scalar(byte))), modifiers))
        default:
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
            guard index + length <= buffer.count || isFinal else { return nil }
            let bytes = buffer[index..<min(index + length, buffer.count)]
            for character in String(decoding: bytes, as: UTF8.self) { events.append(.key(.char(character), modifiers)) }
            return bytes.count
        }
        return 1
    }

    private mutating func finish(parameters: String, final: UInt8, _ events: inout [InputEvent]) {
        let name = Character(Unicode.Scalar(final))
        if parameters.hasPrefix("<") { return mouse(parameters.dropFirst(), isPress: name == "M", &events) }
        if parameters.hasPrefix("?") || parameters.hasPrefix(">") { return }
        let fields = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0.prefix { $0 != ":" }) ?? 0 }
        let modifiers = Modifiers(rawValue: UInt8(truncatingIfNeeded: fields.count > 1 ? max(0, fields[1] - 1) : 0) & 7)
        switch name {
        case "A": events.append(.key(.up, modifiers))
        case "B": events.append(.key(.down, modifiers))
        case "C": events.append(.key(.right, modifiers))
        case "D": events.append(.key(.left, modifiers))
        case "H": events.append(.key(.home, modifiers))
        case "F": events.append(.key(.end, modifiers))
        case "Z": events.append(.key(.tab, .shift))
        case "P", "Q", "R", "S": events.append(.key(.function(Int(final) - 0x4F), modifiers))
        case "I": events.append(.focus(true))
        case "O": events.append(.focus(false))
        case "u": events.append(.key(Self.named(fields.first ?? 0), modifiers))
        case "~": tilde(fields, modifiers, &events)
        default: events.append(.key(.unknown, modifiers))
        }
    }

    private mutating func tilde(_ fields: [Int], _ modifiers: Modifiers, _ events: inout [InputEvent]) {
        switch fields.first ?? 0 {
        case 200: pasted = []
        case 1, 7: events.append(.key(.home, modifiers))
        case 2: events.append(.key(.insert, modifiers))
        case 3: events.append(.key(.delete, modifiers))
        case 4, 8: events.append(.key(.end, modifiers))
        case 5: events.append(.key(.pageUp, modifiers))
        case 6: events.append(.key(.pageDown, modifiers))
        case let number where (11...15).contains(number): events.append(.key(.function(number - 10), modifiers))
        case let number where (17...21).contains(number): events.append(.key(.function(number - 11), modifiers))
        case let number where (23...24).contains(number): events.append(.key(.function(number - 12), modifiers))
        case 27 where fields.count >= 3: events.append(.key(Self.named(fields[2]), modifiers))
        default: events.append(.key(.unknown, modifiers))
        }
    }

    private func mouse(_ parameters: Substring, isPress: Bool, _ events: inout [InputEvent]) {
        let values = parameters.split(separator: ";").compactMap { Int($0) }
        guard values.count == 3 else { return }
        events.append(
            .mouse(
                button: values[0] & 0b1100_0011, x: values[1] - 1, y: values[2] - 1, isPress: isPress,
                isMotion: values[0] & 32 != 0))
    }

    private static func named(_ code: Int) -> Key {
        switch code {
        case 27: .escape
        case 13: .enter
        case 9: .tab
        case 127, 8: .backspace
        default: UInt32(exactly: code).flatMap(Unicode.Scalar.init).map { .char(Character($0)) } ?? .unknown
        }
    }
}

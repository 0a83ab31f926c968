import CellUI

/// Turns the bytes that a terminal sends into events; pure, so that it is tested without a terminal.
///
/// Source of truth: XTerm Control Sequences, the kitty keyboard protocol (`CSI u`) and modifyOtherKeys (`CSI 27 ; … ~`).
public struct InputDecoder: Sendable {
    private var buffer: [UInt8] = []
    private var pasted: [UInt8]?

    /// A decoder that has read nothing.
    public init() {}

    /// Whether a lone escape, or a sequence that is cut off, waits for more: arm a timer and call `timeout`.
    public var isPending: Bool { !buffer.isEmpty && pasted == nil }

    /// The milliseconds after which what waits is taken for what it is: few for a lone escape, more inside of a sequence.
    public var patience: Int32 { buffer.count == 1 ? 25 : 100 }

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
                events.append(.paste(Self.unixLines(String(decoding: pasted ?? [], as: UTF8.self))))
                pasted = nil
                return Self.pasteEnd.count
            }
            if Self.pasteEnd.starts(with: rest) { return nil }
        }
        pasted?.append(buffer[index])
        return 1
    }

    /// What follows, up to the closing sequence, is text.
    mutating func beginPaste() { pasted = [] }

    private static func unixLines(_ text: String) -> String {
        var result = ""
        for character in text { result.append(character == "\r\n" || character == "\r" ? "\n" : character) }
        return result
    }

    // MARK: Sequences

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
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"):
            guard index + 2 < buffer.count || !isFinal else {
                return altKey(Character(Unicode.Scalar(buffer[index + 1])), &events)
            }
            return stringSequence(at: index, isFinal: isFinal)
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
        while end < buffer.count, (0x20..<0x40).contains(buffer[end]) { end += 1 }
        guard end < buffer.count else {
            guard isFinal else { return nil }
            if end == index + 2 { return altKey("[", &events) }
            events.append(.key(.unknown))
            return end - index
        }
        // Anything but a final byte means that the sequence was broken off.
        guard (0x40...0x7E).contains(buffer[end]) else {
            events.append(.key(.unknown))
            return end - index
        }
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

    // MARK: Characters

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
        default: return character(at: index, isFinal: isFinal, modifiers, &events)
        }
        return 1
    }

    /// A character of several bytes; bytes that are no UTF-8 say nothing.
    private func character(at index: Int, isFinal: Bool, _ modifiers: Modifiers, _ events: inout [InputEvent]) -> Int? {
        let lead = buffer[index]
        let length = lead >= 0xF8 || lead < 0xC2 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        var end = index + 1
        while end < min(index + length, buffer.count), buffer[end] & 0xC0 == 0x80 { end += 1 }
        if end == buffer.count, end < index + length, !isFinal { return nil }
        if let text = String(validating: buffer[index..<end], as: UTF8.self), let character = text.first {
            events.append(.key(.char(character), modifiers))
        } else {
            events.append(.key(.unknown, modifiers))
        }
        return end - index
    }
}

import CellUI

extension InputDecoder {
    /// Adds the event of a control sequence: `parameters` between `CSI` and the final byte.
    mutating func finish(parameters: String, final: UInt8, _ events: inout [InputEvent]) {
        let name = Character(Unicode.Scalar(final))
        if parameters.hasPrefix("<") { return mouse(parameters.dropFirst(), isPress: name == "M", &events) }
        // Answers about the terminal, which begin with ? or >.
        if parameters.hasPrefix("?") || parameters.hasPrefix(">") { return }
        let fields = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0.prefix { $0 != ":" }) ?? 0 }
        let modifiers = Self.modifiers(fields.count > 1 ? fields[1] : 1)
        switch name {
        case "A": events.append(.key(.up, modifiers))
        case "B": events.append(.key(.down, modifiers))
        case "C": events.append(.key(.right, modifiers))
        case "D": events.append(.key(.left, modifiers))
        case "H": events.append(.key(.home, modifiers))
        case "F": events.append(.key(.end, modifiers))
        case "Z": events.append(.key(.tab, .shift))
        case "P", "Q", "R", "S": events.append(.key(.function(Int(final) - 0x4F), modifiers))
        case "M" where parameters.isEmpty: events.append(.key(.enter))
        case "I": events.append(.focus(true))
        case "O": events.append(.focus(false))
        case "u": events.append(Self.named(fields.first ?? 0, modifiers))
        case "~": tilde(fields, modifiers, &events)
        default: events.append(.key(.unknown, modifiers))
        }
    }

    /// One less than the number is a set of bits: shift, alt, ctrl; others are ours to ignore.
    private static func modifiers(_ number: Int) -> Modifiers { Modifiers(rawValue: UInt8(truncatingIfNeeded: max(0, number - 1)) & 7) }

    private mutating func tilde(_ fields: [Int], _ modifiers: Modifiers, _ events: inout [InputEvent]) {
        switch fields.first ?? 0 {
        case 200: beginPaste()
        case 201: break
        case 1, 7: events.append(.key(.home, modifiers))
        case 2: events.append(.key(.insert, modifiers))
        case 3: events.append(.key(.delete, modifiers))
        case 4, 8: events.append(.key(.end, modifiers))
        case 5: events.append(.key(.pageUp, modifiers))
        case 6: events.append(.key(.pageDown, modifiers))
        case let number where (11...15).contains(number): events.append(.key(.function(number - 10), modifiers))
        case let number where (17...21).contains(number): events.append(.key(.function(number - 11), modifiers))
        case let number where (23...24).contains(number): events.append(.key(.function(number - 12), modifiers))
        case 27 where fields.count >= 3: events.append(Self.named(fields[2], modifiers))
        default: events.append(.key(.unknown, modifiers))
        }
    }

    private func mouse(_ parameters: Substring, isPress: Bool, _ events: inout [InputEvent]) {
        let values = parameters.split(separator: ";").compactMap { Int($0) }
        guard values.count == 3, values[1] > 0, values[2] > 0 else { return }
        events.append(
            .mouse(
                button: values[0] & 0b1100_0011, x: values[1] - 1, y: values[2] - 1, isPress: isPress,
                isMotion: values[0] & 32 != 0))
    }

    /// The key of a code point. Shift is in the character itself, and letters with Ctrl are in lower case.
    private static func named(_ code: Int, _ modifiers: Modifiers) -> InputEvent {
        switch code {
        case 27: return .key(.escape, modifiers)
        case 13: return .key(.enter, modifiers)
        case 9: return .key(.tab, modifiers)
        case 127, 8: return .key(.backspace, modifiers)
        default: break
        }
        // Kitty's keys without a character lie in the private use area.
        guard code >= 0x20, !(0xE000...0xF8FF).contains(code), let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else {
            return .key(.unknown, modifiers)
        }
        let rest = modifiers.subtracting(.shift)
        let character = Character(scalar)
        return .key(.char(rest.contains(.ctrl) ? character.lowercased().first ?? character : character), rest)
    }
}

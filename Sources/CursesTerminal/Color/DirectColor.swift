import CNcurses
import Glibc

/// 24-bit colour through curses on terminals whose description lacks it.
///
/// A compiled terminfo entry is made from the current terminal's capabilities with direct colour and struck-through text added, and handed
/// to ncurses in `TERMINFO` (`hex:…`, ncurses 6.1 and later); no file is written.
enum DirectColor {
    static let name = "headroom-direct"

    /// Runs `body` while ncurses knows the entry, with its name; gives nil where the terminal has no description.
    static func installed<Result>(for type: String, descriptor: Int32, _ body: (String) -> Result?) -> Result? {
        guard headroom_setupterm(type, descriptor) == 1 else { return nil }
        let hex = "hex:" + compiled().map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
        let before = getenv("TERMINFO").map { String(cString: $0) }
        setenv("TERMINFO", hex, 1)
        // Programs that are started from here, such as an editor, must find the usual descriptions.
        defer { if let before { setenv("TERMINFO", before, 1) } else { unsetenv("TERMINFO") } }
        return body(name)
    }

    private static let foreground = "\u{1b}[38;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%dm"
    private static let background = "\u{1b}[48;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%dm"

    /// Attributes for terminals that take colours in this way, all of which follow ECMA-48; "protected" is made to strike through.
    private static let attributes =
        "\u{1b}[0%?%p6%t;1%;%?%p5%t;2%;%?%p2%t;4%;%?%p4%t;5%;%?%p1%p3%|%t;7%;%?%p7%t;8%;%?%p8%t;9%;m"

    /// The entry in the format of term(5): with 32-bit numbers and the extended booleans AX and RGB.
    private static func compiled() -> [UInt8] {
        let booleans = names(headroom_bool_name).map { UInt8(headroom_flag($0) > 0 && $0 != "ccc" ? 1 : 0) }
        let numbers = names(headroom_num_name).map(number)
        let strings = names(headroom_str_name).map(string)
        var table: [UInt8] = [], offsets: [Int16] = []
        for text in strings {
            offsets.append(text == nil ? -1 : Int16(table.count))
            if let text { table += text + [0] }
        }
        var out: [UInt8] = []
        func short(_ value: Int) { out += [UInt8(value & 255), UInt8(value >> 8 & 255)] }
        func align() { if out.count % 2 != 0 { out.append(0) } }
        let title = Array("\(name)|direct colour".utf8) + [0]
        for value in [0o1036, title.count, booleans.count, numbers.count, strings.count, table.count] { short(value) }
        out += title + booleans
        align()
        for value in numbers { for shift in 0..<4 { out.append(UInt8(UInt32(bitPattern: value) >> (8 * UInt32(shift)) & 255)) } }
        for value in offsets { short(Int(value)) }
        out += table
        align()
        let extended = Array("AX".utf8) + [0] + Array("RGB".utf8) + [0]
        for value in [2, 0, 0, 2, extended.count] { short(value) }
        out += [1, 1]
        short(0)
        short(3)
        return out + extended
    }

    private static func names(_ list: (Int32) -> UnsafePointer<CChar>?) -> [String] {
        var result: [String] = []
        while let name = list(Int32(result.count)) { result.append(String(cString: name)) }
        return result
    }

    private static func number(_ name: String) -> Int32 {
        switch name {
        case "colors": 0x100_0000
        case "pairs": 0x1_0000
        case "ncv": -1
        default: max(-1, headroom_number(name))
        }
    }

    private static func string(_ name: String) -> [UInt8]? {
        switch name {
        case "setaf": Array(foreground.utf8)
        case "setab": Array(background.utf8)
        case "sgr": Array(attributes.utf8)
        case "prot": Array("\u{1b}[9m".utf8)
        case "op": Array("\u{1b}[39;49m".utf8)
        case "initc", "initp", "oc", "setf", "setb", "scp": nil
        default: headroom_string(name).map { Array(String(cString: $0).utf8) }
        }
    }
}

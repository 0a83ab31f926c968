extension Grid {
    /// The text of the surface, rows without blanks at their ends.
    public func dump() -> String {
        (0..<rows).map { y in
            var line = row(y).filter { $0.width != 0 }.map { String($0.text) }.joined()
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n") + "\n"
    }

    /// The styles of the surface: a letter per cell, then what each letter means, in the order in which they occur.
    public func styleDump() -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        var order: [Style] = []
        var known: [Style: Character] = [:]
        var lines: [String] = []
        for y in 0..<rows {
            var line = ""
            for cell in row(y) {
                if known[cell.style] == nil {
                    known[cell.style] = order.count < letters.count ? letters[order.count] : "?"
                    order.append(cell.style)
                }
                line.append(known[cell.style] ?? "?")
            }
            lines.append(line)
        }
        return (lines + order.map { "\(known[$0] ?? "?") \($0)" }).joined(separator: "\n") + "\n"
    }
}

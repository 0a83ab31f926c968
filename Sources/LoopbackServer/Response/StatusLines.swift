import HTTPMessages

/// The status lines that uvicorn has ready, for the codes 100 to 599.
enum StatusLines {
    private static let lines: [[UInt8]] = (100..<600).map { Array("HTTP/1.1 \($0) \(StatusPhrase.of($0))\r\n".utf8) }

    /// The line with its line end, or nil for a code outside the table.
    static func line(for status: Int) -> [UInt8]? {
        (100..<600).contains(status) ? lines[status - 100] : nil
    }
}

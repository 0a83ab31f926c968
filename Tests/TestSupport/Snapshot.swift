import Glibc
import Testing

/// Texts that are compared with files beside a test; `RECORD_SNAPSHOTS=1` writes them anew, and that run fails.
public enum Snapshot {
    /// Compares a text with `Snapshots/NAME.txt` in the folder of the test.
    public static func expect(
        _ text: String, named name: String, beside file: StaticString = #filePath, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let folder = "\(file)".split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/Snapshots"
        let path = folder + "/\(name).txt"
        if getenv("RECORD_SNAPSHOTS") != nil {
            mkdir(folder, 0o755)
            if let stream = fopen(path, "w") {
                fputs(text, stream)
                fclose(stream)
            }
            Issue.record("recorded \(path); run again without RECORD_SNAPSHOTS", sourceLocation: sourceLocation)
            return
        }
        guard let known = try? Fixture.text("Snapshots/\(name).txt", beside: file) else {
            Issue.record("there is no \(path); RECORD_SNAPSHOTS=1 records it", sourceLocation: sourceLocation)
            return
        }
        #expect(text == known, "\(name)", sourceLocation: sourceLocation)
    }
}

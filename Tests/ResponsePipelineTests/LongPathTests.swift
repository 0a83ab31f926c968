import Testing

@testable import ResponsePipeline

/// Long paths are matched without backtracking, and give what backtracking gives.
@Suite struct LongPathTests {
    static let patterns = [
        "/p/{x:path}/{y:path}/q", "/{a}-{b}.{c}", "/{a:path}{b:path}", "/{n:int}{m:int}", "/{x:path}/{n:int}", "/{f:float}/{g:float}",
        "/{a}/{b}",
        "/{u:uuid}/{x:path}",
    ]
    static let paths = [
        "/p/a/b/q", "/p//q", "/p///q", "/p/a/q/b/q", "/p/a/b/q\n", "/a-b-c.d.e", "/a-b.c", "/-b.c", "/", "/12", "/1", "/123456", "/a/b/7",
        "/a/b/c",
        "/1.5/2", "/1./2", "/007/1.50", "/a/b", "/a/b/", "//b", "/12345678-1234-5678-1234-567812345678/a/b", "/x\ny/z",
    ]

    @Test(arguments: patterns)
    func everySplitIsTheSameAsBacktrackingFinds(_ text: String) throws {
        let pattern = try PathPattern(text)
        for path in Self.paths {
            let bytes = Array(path.utf8)
            let expected = pattern.match(bytes).map { $0.map { "\($0.name)=\($0.value)" } }
            let found = LongPath(bytes, pattern.pieces).match.map { $0.map { "\($0.name)=\($0.value)" } }
            #expect(found == expected, "\(text) \(path)")
        }
    }

    @Test func aPathWithManySplitsEnds() throws {
        let pattern = try PathPattern("/{x:path}/{y:path}/{z:path}/q")
        #expect(pattern.match(Array(String(repeating: "/a", count: 20_000).utf8)) == nil)
        let found = try #require(pattern.match(Array((String(repeating: "/a", count: 20_000) + "/q").utf8)))
        #expect(found.map(\.value.utf8.count) == [39_995, 1, 1])
    }
}

import HTTPMessages
import Testing

@testable import BrowserModel

/// RFC 9112 §6.3, as Chromium 156 and Firefox 153 were seen to keep it.
@Suite struct ResponseFramingTests {
    @Test(arguments: [
        ([], false), (["5"], false), (["x"], false), (["5", "5"], false), (["5, 5"], false), (["5", "6"], true), (["5,6"], true),
        (["5,"], true),
    ])
    func differentLengthsAreAConflict(_ lengths: [String], _ isConflict: Bool) {
        let headers = HeaderList(lengths.map { Header("content-length", $0) })
        #expect(ResponseFraming.hasConflict(headers) == isConflict)
    }

    @Test(arguments: EngineProfile.allCases)
    func aConflictFailsTheFetch(_ profile: EngineProfile) throws {
        let answer = FetchTests.answer(200, ["Content-Length": "5", "content-length": "6"])
        #expect(try FetchTests.play(profile: profile, answers: [answer]).failure == .contentLengthConflict)
        #expect(try FetchTests.play(FetchInit(method: "PUT"), profile: profile, answers: [answer]).sent.count == 1)
    }
}

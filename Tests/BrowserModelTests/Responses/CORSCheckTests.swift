import HTTPMessages
import Testing

@testable import BrowserModel

/// Fetch §4.9 «CORS check».
@Suite struct CORSCheckTests {
    static let origin = "https://app.example"

    static func failure(
        _ headers: HeaderList, credentials: FetchInit.Credentials = .omit,
        profile: EngineProfile = .standard
    ) -> CORSCheck.Failure? {
        do throws(CORSCheck.Failure) {
            try CORSCheck.check(
                ResponseHeaders(list: headers, profile: EngineRules(profile)), origin: origin, credentials: credentials)
            return nil
        } catch {
            return error
        }
    }

    @Test func noAllowOriginFails() { #expect(Self.failure([:]) == .missingAllowOrigin) }

    @Test func theOriginItselfAndSpaceAroundItPass() {
        #expect(Self.failure(["Access-Control-Allow-Origin": Self.origin]) == nil)
        #expect(Self.failure(["access-control-allow-origin": " \t\(Self.origin) "]) == nil)
    }

    @Test(arguments: [
        "HTTPS://app.example", "https://app.example/", "https://app.example:443", "app.example", "null",
        "**", "",
    ])
    func anythingButTheSameBytesFails(_ value: String) {
        #expect(
            Self.failure(["Access-Control-Allow-Origin": value])
                == .originMismatch(allowed: value, origin: Self.origin))
    }

    @Test func severalValuesFailInOneLineOrMore() {
        let list = "\(Self.origin), https://b.example"
        #expect(
            Self.failure(["Access-Control-Allow-Origin": list]) == .multipleAllowOrigin(list, lines: 1))
        for profile in EngineProfile.allCases {
            let lines: HeaderList = [
                "Access-Control-Allow-Origin": Self.origin, "access-control-allow-origin": "",
            ]
            if case .multipleAllowOrigin(_, lines: 2)? = Self.failure(lines, profile: profile) {
                continue
            }
            Issue.record("two lines pass in \(profile)")
        }
    }

    @Test func theWildcardPassesWithoutCredentialsOnly() {
        let headers: HeaderList = [
            "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Credentials": "true",
        ]
        #expect(Self.failure(headers) == nil)
        #expect(Self.failure(headers, credentials: .sameOrigin) == nil)
        #expect(Self.failure(headers, credentials: .include) == .wildcardWithCredentials)
    }

    @Test(arguments: ["TRUE", "true, true", "1", ""])
    func credentialsNeedExactlyTrue(_ value: String) {
        let headers: HeaderList = [
            "Access-Control-Allow-Origin": Self.origin, "Access-Control-Allow-Credentials": value,
        ]
        #expect(Self.failure(headers, credentials: .include) == .credentialsNotAllowed(value))
        #expect(Self.failure(headers) == nil)
    }

    @Test func credentialsNeedTheHeader() {
        let headers: HeaderList = ["Access-Control-Allow-Origin": Self.origin]
        #expect(Self.failure(headers, credentials: .include) == .credentialsNotAllowed(nil))
    }
}

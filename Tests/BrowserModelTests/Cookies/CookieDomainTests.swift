import Testing

@testable import BrowserModel

/// RFC 6265bis §5.1.3 and §5.1.4.
@Suite struct CookieDomainTests {
    @Test(arguments: [
        ("", CookieDomain.Scope.hostOnly), ("api.shop.example", .domain("api.shop.example")),
        (".api.shop.example", .domain("api.shop.example")),
        ("SHOP.Example", .domain("shop.example")), ("example", .refused), (".", .refused),
        ("..shop.example", .refused),
        ("shop.example.", .refused), ("hop.example", .refused), ("other.example", .refused),
        ("x.api.shop.example", .refused),
        ("127.0.0.1", .refused), ("shop.example:80", .refused),
    ])
    func aDomainAttributeGivesAScope(_ attribute: String, _ scope: CookieDomain.Scope) {
        #expect(CookieDomain.scope(attribute: attribute, host: "api.shop.example") == scope)
    }

    @Test func aPublicSuffixIsNobodysDomain() {
        #expect(CookieDomain.scope(attribute: "co.uk", host: "shop.co.uk") == .refused)
        #expect(CookieDomain.scope(attribute: "github.io", host: "me.github.io") == .refused)
        #expect(CookieDomain.scope(attribute: "localhost", host: "localhost") == .hostOnly)
    }

    @Test func anAddressIsItsOwnDomainOnly() {
        #expect(CookieDomain.scope(attribute: "127.0.0.1", host: "127.0.0.1") == .hostOnly)
        #expect(CookieDomain.scope(attribute: "0.0.1", host: "127.0.0.1") == .refused)
    }

    @Test(arguments: [("/", "/"), ("/a", "/"), ("/a/", "/a"), ("/a/b", "/a"), ("", "/")])
    func theDefaultPathEndsBeforeTheLastSlash(_ path: String, _ expected: String) {
        #expect(CookieDomain.defaultPath(path) == expected)
    }

    @Test(arguments: [
        ("/a", "/a", true), ("/a/b", "/a", true), ("/a/b", "/a/", true), ("/ab", "/a", false),
        ("/a", "/a/", false), ("/A", "/a", false), ("/x", "/", true),
    ])
    func pathsMatchBySegment(_ path: String, _ cookiePath: String, _ matches: Bool) {
        #expect(CookieDomain.path(path, matches: cookiePath) == matches)
    }
}

import Testing

@testable import BrowserModel

/// URL Standard, as far as fetching over HTTP needs it.
@Suite struct WebURLTests {
    @Test(arguments: [
        ("http://A.example:80/x?y#z", "http://a.example/x?y"),
        ("https://a.example", "https://a.example/"),
        ("https://a.example/a/../b/./c", "https://a.example/b/c"),
        ("https://a.example/ü", "https://a.example/%C3%BC"),
        ("https:\\\\a.example\\b", "https://a.example/b"),
        (" https://a.example/ ", "https://a.example/"),
        ("mailto:a@b", "mailto:a@b"), ("http://[::1]:8000/", "http://[::1]:8000/"),
        ("http://127.1/", "http://127.0.0.1/"),
    ])
    func parses(_ text: String, _ expected: String) throws {
        #expect(try #require(WebURL(text)).text == expected)
    }

    @Test(arguments: [
        "http://", "http://[", "http://a.example:99999/", "http://a b/", "/relative", "", "http://[::1",
    ])
    func fails(_ text: String) {
        #expect(WebURL(text) == nil)
    }

    @Test(arguments: [
        ("/x", "https://a.example/x"), ("x", "https://a.example/b/x"), ("../x", "https://a.example/x"),
        ("?q", "https://a.example/b/c?q"),
        ("", "https://a.example/b/c?o"), ("//b.example/x", "https://b.example/x"),
        ("http://b.example", "http://b.example/"),
    ])
    func resolvesAgainstABase(_ text: String, _ expected: String) throws {
        let base = try #require(WebURL("https://a.example/b/c?o"))
        #expect(try #require(WebURL(text, relativeTo: base)).text == expected)
    }
}

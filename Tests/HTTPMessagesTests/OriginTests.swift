import HTTPMessages
import Testing

@Suite struct OriginTests {
    /// What Node 20's `new URL(text).origin` gives; nil is its TypeError.
    @Test(arguments: [
        ("http://a", "http://a"),
        ("HTTP://A.Example", "http://a.example"),
        ("https://a.example:443/x?y#z", "https://a.example"),
        ("https://a.example:8443", "https://a.example:8443"),
        ("http://a:80", "http://a"),
        ("http://a:443", "http://a:443"),
        ("http://a:", "http://a"),
        ("http://a:0080/", "http://a"),
        ("ws://a:80", "ws://a"),
        ("wss://a", "wss://a"),
        ("ftp://a:21/x", "ftp://a"),
        ("http://user:pw@a:8000/", "http://a:8000"),
        ("http://u@b@a/", "http://a"),
        ("http:a", "http://a"),
        ("http:/a", "http://a"),
        ("http:///a", "http://a"),
        ("http:\\\\a\\b", "http://a"),
        ("http://a:65536", nil),
        ("http://a:b", nil),
        ("http://", nil),
        ("http:///", nil),
        ("data:text/plain,x", "null"),
        ("file:///x", "null"),
        ("about:blank", "null"),
        ("javascript:1", "null"),
        ("blob-x:y", "null"),
        ("mailto:a@b", "null"),
        ("example", nil),
        ("/x", nil),
        ("", nil),
        ("//a", nil),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://0x7f.1", "http://127.0.0.1"),
        ("http://127.1", "http://127.0.0.1"),
        ("http://2130706433", "http://127.0.0.1"),
        ("http://256.1.1.1", nil),
        ("http://1.2.3.4.5", nil),
        ("http://1.2.3.256", nil),
        ("http://0300.0.0.1", "http://192.0.0.1"),
        ("http://1.2.3.08", nil),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("http://[0:0:0:0:0:0:0:1]", "http://[::1]"),
        ("http://[2001:DB8:0:0:1:0:0:1]", "http://[2001:db8::1:0:0:1]"),
        ("http://[::ffff:1.2.3.4]", "http://[::ffff:102:304]"),
        ("http://[1:2:3:4:5:6:7:8]", "http://[1:2:3:4:5:6:7:8]"),
        ("http://[1::2::3]", nil),
        ("http://[::g]", nil),
        ("http://[1:2]", nil),
        ("http://[::", nil),
        ("http://a b", nil),
        ("http://a%20b", nil),
        ("http://%61.example", "http://a.example"),
        ("http://a%2Fb", nil),
        ("http://a<b", nil),
        ("http://a_b", "http://a_b"),
        ("http://a.", "http://a."),
        ("http://a..b", "http://a..b"),
        ("http://xn--bcher-kva.example", "http://xn--bcher-kva.example"),
        ("ht\ntp://a\t", "http://a"),
        ("http://a?b@c", "http://a"),
        ("http://1.2.3.4.", "http://1.2.3.4"),
        ("http://foo.0x4", nil),
        ("http://09.1", nil),
        ("http://[::1]x", nil),
        ("http://%zz", nil),
    ])
    func isThatOfTheURL(_ text: String, _ serialized: String?) {
        #expect(Origin(url: text)?.serialized == serialized)
    }

    @Test(arguments: ["null", "http://a", "https://a.example:8443", "http://[::1]:8000", "http://127.0.0.1:8000"])
    func readsWhatItSerializes(_ text: String) {
        #expect(Origin(serialized: text)?.serialized == text)
    }

    @Test(arguments: ["", "NULL", "http://A", "http://a/", "http://a:80", "http://a?x", "a", "file:///", "http://u@a", " http://a"])
    func refusesOtherTextsAsSerializedOrigins(_ text: String) {
        #expect(Origin(serialized: text) == nil)
    }

    @Test func isSameOnlyForEqualTuples() {
        let https = Origin(scheme: "https", host: "a.example", port: 443)
        #expect(https == Origin(url: "https://a.example/x"))
        #expect(https.isSameOrigin(as: Origin(scheme: "https", host: "a.example")))
        #expect(!https.isSameOrigin(as: Origin(scheme: "http", host: "a.example")))
        #expect(!https.isSameOrigin(as: Origin(scheme: "https", host: "a.example", port: 444)))
        #expect(!Origin.opaque.isSameOrigin(as: .opaque))
        #expect(https.effectivePort == 443)
        #expect(Origin.opaque.host == nil)
    }
}

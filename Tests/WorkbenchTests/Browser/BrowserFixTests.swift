import BrowserModel
import HTTPMessages
import Python
import Testing
import Workbench

@Suite struct BrowserFixTests {
    static let withoutCORS = "from fastapi import FastAPI\n\napp = FastAPI()\n"
    static let withCORS = """
        from fastapi import FastAPI, Response
        from fastapi.middleware.cors import CORSMiddleware

        origins = ["https://one.example"]
        app = FastAPI()
        app.add_middleware(CORSMiddleware, allow_origins=origins, expose_headers=["X-One"])


        @app.get("/")
        def read(response: Response):
            response.set_cookie("a", "1", samesite="none")

        """

    /// The lines that a fix adds.
    static func added(_ fix: BrowserFix, to text: String) throws -> [String] {
        var document = Document(name: "a.py", path: nil, bytes: Array(text.utf8))
        try document.apply(fix)
        #expect(document.errors.isEmpty)
        let before = Set(text.split(separator: "\n"))
        return document.source.text.split(separator: "\n").filter { !before.contains($0) }.map(String.init)
    }

    @Test(arguments: [
        (
            BrowserFix.exposeHeader("X-Two"),
            #"app.add_middleware(CORSMiddleware, allow_origins=origins, expose_headers=["X-One", "X-Two"])"#
        ),
        (.allowOrigin("null"), #"origins = ["https://one.example", "null"]"#),
        (
            .allowMethod("PUT"),
            #"app.add_middleware(CORSMiddleware, allow_origins=origins, expose_headers=["X-One"], allow_methods=["GET", "PUT"])"#
        ),
        (
            .allowHeader("x-token"),
            #"app.add_middleware(CORSMiddleware, allow_origins=origins, expose_headers=["X-One"], allow_headers=["x-token"])"#
        ),
        (
            .allowCredentials,
            #"app.add_middleware(CORSMiddleware, allow_origins=origins, expose_headers=["X-One"], allow_credentials=True)"#
        ),
        (.cookie(name: "a", line: 11, sameSiteNone: false), #"    response.set_cookie("a", "1", secure=True, samesite="none")"#),
    ])
    func aFixIsTheSmallestEdit(_ fix: BrowserFix, _ line: String) throws {
        #expect(try Self.added(fix, to: Self.withCORS) == [line])
    }

    @Test func withoutMiddlewareOneIsAdded() throws {
        let fix = BrowserFix.addCORS(
            origin: "https://app.example", methods: ["GET", "PUT"], headers: ["x-token"], exposed: ["X-One"], credentials: true)
        let lines = try Self.added(fix, to: Self.withoutCORS)
        #expect(
            lines == [
                "from fastapi.middleware.cors import CORSMiddleware", "app.add_middleware(", "    CORSMiddleware,",
                #"    allow_origins=["https://app.example"],"#, "    allow_credentials=True,", #"    allow_methods=["GET", "PUT"],"#,
                #"    allow_headers=["x-token"],"#, #"    expose_headers=["X-One"],"#, ")",
            ])
    }

    @Test func aListThatIsComputedIsUnpacked() throws {
        let text = Self.withCORS.replacing("allow_origins=origins", with: "allow_origins=list(origins)")
        let lines = try Self.added(.allowOrigin("null"), to: text)
        #expect(lines == [#"app.add_middleware(CORSMiddleware, allow_origins=[*list(origins), "null"], expose_headers=["X-One"])"#])
    }

    /// The verdict on a fetch whose requests are answered in turn.
    static func verdict(
        _ method: String, _ settings: BrowserSettings, headers: HeaderList = [:], _ answers: [HTTPResponse]
    ) throws -> Verdict {
        var visit = try BrowserVisit(HTTPRequest(method: method, target: "/", headers: headers), settings: settings)
        var step = visit.start(now: 0)
        var rest = answers[...]
        while case .send = step { step = visit.receive(rest.popFirst(), now: 0) }
        guard case .finished(let verdict) = step else { throw Unfinished() }
        return verdict
    }

    struct Unfinished: Error {}

    static let refusedPreflight = HTTPResponse(
        status: 400,
        headers: ["access-control-allow-headers": "Accept, Content-Type", "access-control-allow-origin": "https://app.example"],
        body: Array("Disallowed CORS method, headers".utf8))

    @Test func aRefusalNamesItsFix() throws {
        let document = Document(name: "a.py", path: nil, bytes: Array(Self.withCORS.utf8))
        let settings = BrowserSettings()
        let missing = try Self.verdict("GET", settings, [HTTPResponse()])
        #expect(BrowserFixes(missing, document).failureFix == .allowOrigin("https://app.example"))
        let method = try Self.verdict("PUT", settings, headers: ["X-Token": "t"], [Self.refusedPreflight])
        #expect(BrowserFixes(method, document).failureFix == .allowMethod("PUT"))
        var header = Self.refusedPreflight
        header.body = Array("Disallowed CORS headers".utf8)
        let token = try Self.verdict("PUT", settings, headers: ["X-Token": "t"], [header])
        #expect(BrowserFixes(token, document).failureFix == .allowHeader("x-token"))
        var include = settings
        include.credentials = .include
        let star = try Self.verdict("GET", include, [HTTPResponse(headers: ["access-control-allow-origin": "*"])])
        #expect(BrowserFixes(star, document).failureFix == .allowCredentials)
    }

    @Test func withoutMiddlewareTheFixAllowsThisVeryFetch() throws {
        let document = Document(name: "a.py", path: nil, bytes: Array(Self.withoutCORS.utf8))
        let verdict = try Self.verdict("PUT", BrowserSettings(), headers: ["X-Token": "t"], [HTTPResponse(status: 405)])
        #expect(
            BrowserFixes(verdict, document).failureFix
                == .addCORS(origin: "https://app.example", methods: ["GET", "PUT"], headers: ["x-token"], exposed: [], credentials: false))
    }

    @Test func aFetchThatResolvesHasNothingToFix() throws {
        let document = Document(name: "a.py", path: nil, bytes: Array(Self.withCORS.utf8))
        let verdict = try Self.verdict(
            "GET", BrowserSettings(), [HTTPResponse(headers: ["access-control-allow-origin": "*", "x-one": "1"])])
        let fixes = BrowserFixes(verdict, document)
        #expect(fixes.failureFix == nil)
        #expect(verdict.result?.headers.map(fixes.fix) == [.exposeHeader("access-control-allow-origin"), .exposeHeader("x-one")])
    }
}

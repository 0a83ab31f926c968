import ArgumentParser
import BrowserModel
import FoundationEssentials
import HTTPMessages
import Interface
import LoopbackServer
import ResponsePipeline
import Workbench

extension FetchInit.Mode: ExpressibleByArgument {}
extension FetchInit.Credentials: ExpressibleByArgument {}
extension FetchInit.Redirect: ExpressibleByArgument {}

/// `headroom send FILE METHOD TARGET`.
struct Send: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Send one request to a program and show the answer, where each header came from, and a browser's verdict.")

    @Argument(help: "A FastAPI program whose application is called app.")
    var file: String

    @Argument(help: "The method, such as GET.")
    var method: String

    @Argument(help: "Path and query, such as /items/3?q=a.")
    var target: String

    @Option(name: .customShort("H"), parsing: .singleValue, help: "A request header, 'Name: value'; may be given more than once.")
    var header: [String] = []

    @Option(name: .customShort("d"), help: "The body.")
    var body: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    @Option(name: .customLong("from"), help: "Send as a page of this origin would, and say what its JavaScript can read.")
    var origin: String?

    @Option(name: .customLong("as"), help: "The public origin that the server plays.")
    var serverAs = "https://api.example"

    @Option(help: "The page's credentials mode: omit, same-origin or include.")
    var credentials = FetchInit.Credentials.sameOrigin

    @Option(help: "The page's mode: cors, no-cors or same-origin.")
    var mode = FetchInit.Mode.cors

    @Option(help: "The page's redirect mode: follow, error or manual.")
    var redirect = FetchInit.Redirect.follow

    @Option(help: "Whose behaviour: standard, chromium or firefox.")
    var profile = EngineProfile.chromium

    func run() throws {
        let bytes = try FileAccess.read(file)
        let request = try makeRequest()
        let settings = origin.map {
            BrowserSettings(page: $0, serverAs: serverAs, mode: mode, credentials: credentials, redirect: redirect, profile: profile)
        }
        let path = file
        let report = try waitFor { try await Self.exchange(bytes, path, request, settings) }
        if json { try report.writeJSON() } else { Output.bytes(Array(report.text.utf8)) }
    }

    private func makeRequest() throws -> HTTPRequest {
        guard target.hasPrefix("/") || target == "*" else { throw CommandProblem("the target \"\(target)\" must begin with /") }
        var headers = HeaderList()
        for line in header {
            guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else {
                throw CommandProblem("-H '\(line)' is no header; write 'Name: value'")
            }
            let value = String(line[line.index(after: colon)...].drop { $0 == " " })
            headers.append(Header(String(line[..<colon]), bytes: value.latin1Bytes ?? Array(value.utf8)))
        }
        let data = body.map { Array($0.utf8) } ?? []
        if body != nil, !headers.contains(name: "content-length"), origin == nil { headers.append("content-length", String(data.count)) }
        return HTTPRequest(method: method, target: target, headers: headers, body: data)
    }

    private static func exchange(
        _ bytes: [UInt8], _ path: String, _ request: HTTPRequest, _ settings: BrowserSettings?
    ) async throws -> SendReport {
        let configuration = ServerConfiguration(port: .fixed(0))
        let (server, outcome) = try await EmbeddedServer.start(bytes, name: path, configuration: configuration, isRecording: true)
        guard outcome.isRunning else {
            Serve.report(outcome, file: path)
            throw CommandProblem("\(path) does not load; the lines above say why", status: 1)
        }
        var request = request
        if settings == nil, !request.headers.contains(name: "host") {
            request.headers.insert(Header("host", "127.0.0.1:\(server.listener.port)"), at: 0)
        }
        do {
            if let settings {
                let (verdict, last) = try await server.exchanger.visit(request, settings: settings)
                return SendReport(exchange: last?.exchange, verdict: verdict)
            }
            return SendReport(exchange: try await server.exchanger.send(request).exchange, verdict: nil)
        } catch let problem as CommandProblem {
            throw problem
        } catch {
            throw CommandProblem("\(error)")
        }
    }
}

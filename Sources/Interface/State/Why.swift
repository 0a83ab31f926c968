import BrowserModel
import CellUI
import HTTPMessages
import Workbench

/// Why something in the browser's view is as it is: in our words, what people get wrong, the fix, and the source.
public struct Why: Sendable {
    let title: String
    /// Paragraphs, each one line here.
    let paragraphs: [String]
    let mistake: String?
    /// What the fix does, and the line that it writes.
    let fix: (words: String, line: String?)?
    let source: String

    init(_ subject: BrowserSubject, _ verdict: Verdict, _ record: ExchangeRecord, fix: (words: String, line: String?)?) {
        self.fix = fix
        switch subject {
        case .header(let name):
            let headers = (verdict.result?.headers ?? []).filter { $0.name.asciiLowercased == name }
            let reason = headers.first?.reason ?? .failed
            let isReadable = headers.contains(where: \.isReadable)
            title = isReadable ? "Why can JavaScript read \(name)?" : "Why can JavaScript not read \(name)?"
            paragraphs = [Self.words(reason, verdict)] + HeaderExplanation.lines(name, in: record)
            mistake = Self.mistake(reason)
            source = reason.step
        case .cookie(let index):
            let all = (verdict.result?.cookies ?? []).flatMap(\.received)
            let refusals = all.indices.contains(index) ? all[index].refusals : []
            title = refusals.isEmpty ? "What becomes of the cookie?" : "Why is the cookie not stored?"
            let line = all.indices.contains(index) ? "set-cookie: \(all[index].line.visible)" : ""
            paragraphs =
                [line] + (refusals.isEmpty ? ["The browser puts it into its jar."] : refusals.map { "It is refused: \($0.sentence)." })
            mistake =
                refusals.contains(.withoutCredentials)
                ? "fetch() sends and takes cookies of other origins only with credentials: include."
                : "A failed fetch() can still set a cookie."
            source = refusals.first?.step ?? "RFC 6265bis §5.7 storage model"
        case .outcome, .body, .score, .comparison:
            title = "Why does fetch() come to this?"
            (paragraphs, mistake, source) = Self.outcome(verdict)
        case .preflight:
            let reasons = verdict.result?.preflightReasons ?? []
            title = "Why is there a preflight?"
            paragraphs = [
                reasons.isEmpty
                    ? "The request follows one that needed a preflight."
                    : "The request is not simple: \(reasons.joined(separator: ", ")).",
                "The browser asks first, without cookies and body, whether it may send it. Only a status of 200 to 299 and matching "
                    + "Access-Control-Allow-* headers let it go on.",
            ]
            mistake = "A login or a dependency that refuses requests without a token refuses the preflight, too: it never carries one."
            source = "Fetch §4.8 CORS-preflight fetch"
        }
    }

    private static func outcome(_ verdict: Verdict) -> (paragraphs: [String], mistake: String?, source: String) {
        switch verdict.result?.outcome {
        case .rejected(let failure):
            let told = "JavaScript gets a TypeError that does not say why, so that a page cannot explore other servers by it."
            return (
                ["\(failure.sentence.first?.uppercased() ?? "")\(failure.sentence.dropFirst()).", told], mistake(failure), failure.step
            )
        case .resolved(.opaque, _, _, _):
            return (
                ["Mode no-cors: the response is opaque. Status 0, no headers, no body."],
                "no-cors does not switch CORS off. It only promises not to look at the answer.", "Fetch §2.2.6 opaque filtered response"
            )
        case .resolved(.opaqueRedirect, _, _, _):
            return (
                ["redirect: manual hides where the redirect leads."], nil, "Fetch §2.2.6 opaque-redirect filtered response"
            )
        case .resolved(.basic, _, _, _):
            return (["Page and server are of one origin: all but Set-Cookie can be read."], nil, "Fetch §2.2.6 basic filtered response")
        case .resolved(.cors, _, _, _):
            return (
                [
                    "The answer crossed origins and passed the CORS check. JavaScript sees the status, the body, seven safelisted headers and "
                        + "those that the server exposes."
                ],
                nil, "Fetch §2.2.6 CORS filtered response"
            )
        case nil: return ([verdict.summary], nil, "Fetch §4.4 HTTP-redirect fetch")
        }
    }

    private static func mistake(_ failure: FetchFailure) -> String? {
        switch failure {
        case .notShared:
            "The server did answer, and what the request does was done. Only reading the answer is refused."
        case .preflight: "The request itself was not sent. curl sends no preflight, so that it works there."
        case .mixedContent: "https://localhost is not needed for tests: http://localhost and 127.0.0.1 count as secure."
        default: nil
        }
    }

    private static func words(_ reason: HeaderVerdict.Reason, _ verdict: Verdict) -> String {
        switch reason {
        case .sameOrigin: "Page and server are of one origin: all but Set-Cookie can be read."
        case .safelisted: "It is one of the seven names that every page may read."
        case .exposed: "The answer crossed origins, and the server names it in Access-Control-Expose-Headers."
        case .exposedByWildcard: "Access-Control-Expose-Headers is *, which means every name where the request has no credentials."
        case .notExposed:
            "The answer crossed origins, so that JavaScript sees a CORS filtered response: seven safelisted names and what the server "
                + "exposes. It exposes: \(exposed(verdict))."
        case .wildcardWithCredentials: "With credentials: include, * is only a name. The server must name each header."
        case .exposeHeadersInvalid: "Access-Control-Expose-Headers is no list of names, so that it exposes nothing: \(exposed(verdict))."
        case .forbiddenName: "Set-Cookie is for the browser's jar. No script ever reads it from a response."
        case .opaque: "The response is opaque: mode no-cors gives neither headers nor body nor status."
        case .failed: "fetch() fails, so that there is no response to read from."
        }
    }

    private static func exposed(_ verdict: Verdict) -> String {
        verdict.response?.headers.combined(named: "access-control-expose-headers") ?? "nothing"
    }

    private static func mistake(_ reason: HeaderVerdict.Reason) -> String? {
        switch reason {
        case .notExposed, .exposeHeadersInvalid:
            "curl and the network panel show the header, and so does allow_headers, which is about requests."
        case .wildcardWithCredentials: "expose_headers=[\"*\"] works as long as nobody asks with credentials."
        case .forbiddenName: "The cookie may be stored all the same; document.cookie shows it unless it is HttpOnly."
        case .failed: "The network panel shows the header. The page gets nothing."
        default: nil
        }
    }

    /// The popup's lines, wrapped to a width.
    func rows(width: Int) -> [Row] {
        var rows = paragraphs.flatMap { $0.wrapped(width) }.map { Row($0) }
        if let mistake { rows += [Row("")] + "Often mistaken: \(mistake)".wrapped(width).map { Row($0, .warning) } }
        rows.append(Row(""))
        if let fix {
            rows.append(Row([.init("Fix     ", .dim), .init(fix.words), .init("   f", .accent)]))
            if let line = fix.line { rows.append(Row([.init("        + \(line)", .added)])) }
        }
        rows.append(Row([.init("Source  ", .dim), .init(source)]))
        return rows
    }
}

extension String {
    /// The text in lines of at most that many cells, broken at blanks.
    func wrapped(_ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in split(separator: " ", omittingEmptySubsequences: false) {
            let longer = line.isEmpty ? String(word) : line + " " + word
            if longer.count > width, !line.isEmpty {
                lines.append(line)
                line = String(word)
            } else {
                line = longer
            }
        }
        return lines + [line]
    }
}

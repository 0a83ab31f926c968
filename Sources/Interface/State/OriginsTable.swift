import BrowserModel
import CellUI
import Workbench

/// The same fetch from several pages (rows) and with several credentials modes (columns).
public struct OriginsTable: Sendable {
    /// The verdicts by page and then by credentials mode.
    let verdicts: [Verdict]
    var row = 0
    var column = 1

    static let credentials = FetchInit.Credentials.allCases

    init(_ verdicts: [Verdict]) { self.verdicts = verdicts }

    /// The settings to ask: four pages around the server, each with every credentials mode.
    static func settings(around settings: BrowserSettings) -> [BrowserSettings] {
        pages(around: settings).flatMap { page in
            credentials.map { credentials in
                var one = settings
                one.page = page
                one.credentials = credentials
                return one
            }
        }
    }

    /// A page of the same origin, of the same site, of another site, and a sandboxed one.
    static func pages(around settings: BrowserSettings) -> [String] {
        guard let server = WebOrigin(settings.serverAs), case .tuple(let scheme, let host, let port) = server else {
            return [settings.page]
        }
        let domain = RegistrableDomain.of(host)
        let isName = host.contains(".") && !domain.allSatisfy { $0.isNumber || $0 == "." }
        let sibling: String =
            if !isName {
                WebOrigin.tuple(scheme: scheme, host: host, port: (port ?? 8000) + 1).serialized
            } else {
                WebOrigin.tuple(scheme: scheme, host: host == "www.\(domain)" ? "app.\(domain)" : "www.\(domain)", port: port).serialized
            }
        let isForeign = WebOrigin(settings.page).map { !$0.isSameSite(as: server) && $0 != .opaque } ?? false
        return [server.serialized, sibling, isForeign ? settings.page : "https://other.example", "null"]
    }

    /// The verdict that is selected.
    var selected: Verdict? {
        let index = row * Self.credentials.count + column
        return verdicts.indices.contains(index) ? verdicts[index] : nil
    }

    var rowCount: Int { verdicts.count / Self.credentials.count }

    /// The table, and below it what the selected cell says in full.
    func rows(_ glyphs: Glyphs) -> [Row] {
        let width = 15
        var rows = [Row([.init("page".padded(26), .dim)] + Self.credentials.map { .init($0.rawValue.padded(width), .dim) })]
        for line in 0..<rowCount {
            let settings = verdicts[line * Self.credentials.count].settings
            rows.append(
                Row(
                    [.init(settings.page.padded(26), .accent)]
                        + Self.credentials.indices.map { column in
                            let verdict = verdicts[line * Self.credentials.count + column]
                            let (text, role) = Self.cell(verdict, glyphs)
                            return .init(text.padded(width), role, line == row && column == self.column ? .reverse : [])
                        }))
            rows.append(Row("  " + verdicts[line * Self.credentials.count].relation, .dim))
        }
        rows.append(Row(""))
        if let selected { rows += selected.summary.wrapped(26 + width * 3).map { Row($0) } }
        rows.append(Row("arrows choose   Enter takes page and credentials   Esc leaves", .dim))
        return rows
    }

    private static func cell(_ verdict: Verdict, _ glyphs: Glyphs) -> (String, Role) {
        switch verdict.result?.outcome {
        case .resolved(let type, _, let headers, _):
            let names = headers.count == 1 ? "1 header" : "\(headers.count) headers"
            return type == .opaque || type == .opaqueRedirect
                ? ("\(glyphs.no) \(type.rawValue)", .warning) : ("\(glyphs.yes) \(names)", .good)
        case .rejected: return ("\(glyphs.no) TypeError", .bad)
        case nil: return ("\(glyphs.arrow) elsewhere", .warning)
        }
    }
}

extension CaseIterable where Self: Equatable, AllCases.Index == Int {
    /// The case behind this one; the first behind the last.
    var next: Self {
        let all = Self.allCases
        guard let index = all.firstIndex(of: self) else { return self }
        return all[(index + 1) % all.count]
    }
}

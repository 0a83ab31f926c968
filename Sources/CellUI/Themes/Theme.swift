import FoundationEssentials

/// What things mean on the screen; a theme gives each role a colour.
public enum Role: String, Sendable, CaseIterable, CodingKey {
    case text, dim, accent, border, focus, selection, title, good, bad, warning, added, keyword, string, comment, number
}

/// Colours by role, from a JSON5 file.
public struct Theme: Sendable, Hashable {
    public var name: String
    /// What it is, in a few words.
    public var about: String
    /// Nil where the terminal's own background shows.
    public var background: Color?
    public var colors: [Role: Color]

    /// Why a file is no theme.
    public enum Problem: Error, Equatable, CustomStringConvertible {
        case notJSON5(String)
        case missing(String)
        case notAColor(role: String, value: String)
        case unknown(name: String, known: [String])

        public var description: String {
            switch self {
            case .notJSON5(let reason): "the theme is not JSON5: \(reason)"
            case .missing(let role): "the theme has no \"\(role)\""
            case .notAColor(let role, let value): "\"\(value)\" for \"\(role)\" is no colour; write #rrggbb"
            case .unknown(let name, let known): "there is no theme \"\(name)\"; there are \(known.joined(separator: ", "))"
            }
        }
    }

    private struct File: Decodable {
        var name: String
        var about: String?
        var background: String?
        var colors: [String: String]
    }

    /// Reads a theme; a role may be missing only where `colors` is empty, which makes a theme without colour.
    public init(json5 bytes: [UInt8]) throws(Problem) {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        let file: File
        do {
            file = try decoder.decode(File.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw Self.problem(error)
        } catch {
            throw .notJSON5("\(error)")
        }
        name = file.name
        about = file.about ?? ""
        background = try file.background.map { text throws(Problem) in try Self.color(text, role: "background") }
        colors = [:]
        if file.colors.isEmpty { return }
        for role in Role.allCases {
            guard let text = file.colors[role.rawValue] else { throw .missing(role.rawValue) }
            colors[role] = try Self.color(text, role: role.rawValue)
        }
    }

    private static func problem(_ error: DecodingError) -> Problem {
        switch error {
        case .keyNotFound(let key, _): .missing(key.stringValue)
        case .dataCorrupted(let context), .typeMismatch(_, let context), .valueNotFound(_, let context):
            .notJSON5(context.debugDescription)
        @unknown default: .notJSON5("\(error)")
        }
    }

    private static func color(_ text: String, role: String) throws(Problem) -> Color {
        guard let color = Color(hex: text) else { throw .notAColor(role: role, value: text) }
        return color
    }

    /// The style of a role; where there are no colours, attributes carry the difference.
    public func style(_ role: Role) -> Style {
        var style = Style(colors[role], on: background)
        switch role {
        case .title, .accent, .focus: style.attributes = .bold
        case .bad, .warning: style.attributes = colors.isEmpty ? .bold : []
        case .dim, .comment: style.attributes = colors.isEmpty ? .dim : []
        case .selection: style = selectionStyle
        default: break
        }
        return style
    }

    private var selectionStyle: Style {
        guard let color = colors[.selection] else { return Style(nil, on: background, .reverse) }
        return Style(colors[.text], on: color)
    }

    /// A style as it looks on the selected row.
    public func selected(_ style: Style) -> Style {
        guard let color = colors[.selection] else { return style.with(.reverse) }
        return style.on(color)
    }
}

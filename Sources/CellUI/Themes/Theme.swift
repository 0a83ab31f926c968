/// Colours by role, from a JSON5 file.
public struct Theme: Sendable, Hashable {
    /// What it is called on the command line.
    public var name: String
    /// What it is, in a few words.
    public var about: String
    /// Nil where the terminal's own background shows.
    public var background: Color?
    /// Empty in a theme without colour.
    public var colors: [Role: Color]

    /// A theme from its parts; roles that are missing take the colour of their fallback.
    public init(name: String, about: String = "", background: Color? = nil, colors: [Role: Color]) {
        self.name = name
        self.about = about
        self.background = background
        self.colors = colors
        for role in Role.allCases where self.colors[role] == nil && !colors.isEmpty { self.colors[role] = fallback(role) }
    }

    private func fallback(_ role: Role) -> Color? { role.fallback.flatMap { colors[$0] ?? fallback($0) } }

    private struct File: Decodable {
        var name: String
        var about: String?
        var background: String?
        var colors: [String: String]
    }

    /// Reads a theme; `colors` is empty in a theme without colour, else it has at least the roles without a fallback.
    public init(json5 bytes: [UInt8]) throws(Problem) {
        let file: File
        do throws(JSON5Problem) {
            file = try JSON5File.decode(File.self, from: bytes)
        } catch {
            throw .notJSON5(error.description)
        }
        var colors: [Role: Color] = [:]
        for (key, text) in file.colors.sorted(by: { $0.key < $1.key }) {
            let line = JSON5File.line(ofKey: key, in: bytes)
            guard let role = Role(rawValue: key) else { throw .unknownRole(key, line: line) }
            guard let color = Color(hex: text) else { throw .notAColor(role: key, value: text, line: line) }
            colors[role] = color
        }
        if let missing = Role.allCases.first(where: { $0.fallback == nil && colors[$0] == nil }), !colors.isEmpty {
            throw .missing(missing.rawValue)
        }
        var background: Color?
        if let text = file.background {
            background = Color(hex: text)
            guard background != nil else {
                throw .notAColor(role: "background", value: text, line: JSON5File.line(ofKey: "background", in: bytes))
            }
        }
        self.init(name: file.name, about: file.about ?? "", background: background, colors: colors)
    }
}

extension Theme {
    /// Why a file is no theme.
    public enum Problem: Error, Equatable, CustomStringConvertible {
        /// It cannot be read, with the reason and the place.
        case notJSON5(String)
        /// A role is missing that has no fallback.
        case missing(String)
        /// A value is no colour; the line counts from 1.
        case notAColor(role: String, value: String, line: Int?)
        /// There is no such role.
        case unknownRole(String, line: Int?)
        /// There is no theme of that name.
        case unknown(name: String, known: [String])

        public var description: String {
            switch self {
            case .notJSON5(let reason): "the theme is not a JSON5 theme file: \(reason)"
            case .missing(let role): "the theme's colors have no \"\(role)\"; add \(role): \"#rrggbb\""
            case .notAColor(let role, let value, let line):
                "\(Self.place(line))\"\(value)\" for \"\(role)\" is no colour; write it as \"#rrggbb\""
            case .unknownRole(let role, let line):
                "\(Self.place(line))there is no role \"\(role)\"; there are \(Role.allCases.map(\.rawValue).joined(separator: ", "))"
            case .unknown(let name, let known):
                "there is no theme \"\(name)\"; there are \(known.joined(separator: ", ")), or give the path of a .json5 file"
            }
        }

        private static func place(_ line: Int?) -> String { line.map { "line \($0): " } ?? "" }
    }
}

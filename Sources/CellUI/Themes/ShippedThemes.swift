/// The themes that ship, embedded so that an installed program needs no files; `themes/` holds the same texts.
public enum ShippedThemes {
    /// File texts by name, the default first.
    public static let texts: KeyValuePairs<String, String> = [
        "chalk": chalk, "slate": slate, "paper": paper, "contrast": contrast, "mono": mono,
    ]

    /// The theme that is used where none is asked for.
    public static let defaultName = "chalk"

    /// The names, the default first.
    public static var names: [String] { texts.map(\.key) }

    /// The theme of that name; throws `Theme.Problem.unknown` with the names there are.
    public static func theme(named name: String) throws(Theme.Problem) -> Theme {
        guard let text = texts.first(where: { $0.key == name })?.value else { throw .unknown(name: name, known: names) }
        return try Theme(json5: Array(text.utf8))
    }

    /// What is shown where no file can be read: no colours, only attributes.
    public static let plain = Theme(name: "mono", about: "no colour, as NO_COLOR asks", colors: [:])

    private static let chalk = """
        // Dark: chalk on a slate.
        {
          name: "chalk",
          about: "dark, soft colours",
          background: "#1d2129",
          colors: {
            text: "#d8dee9",
            dim: "#8089a0",
            accent: "#88c0d0",
            border: "#4a5568",
            focus: "#88c0d0",
            selection: "#33405a",
            title: "#eceff4",
            good: "#a3be8c",
            bad: "#e2808a",
            warning: "#ebcb8b",
            added: "#a3be8c",
            removed: "#e2808a",
            keyword: "#b9a1e0",
            string: "#a3be8c",
            comment: "#8089a0",
            number: "#e0a884",
          },
        }

        """

    private static let slate = """
        // Dark: cool blues on slate.
        {
          name: "slate",
          about: "dark, cool blues",
          background: "#12161c",
          colors: {
            text: "#d3dae3",
            dim: "#8a97a8",
            accent: "#7cc4ff",
            border: "#3c4858",
            focus: "#7cc4ff",
            selection: "#24344a",
            title: "#f2f6fa",
            good: "#7fd6a4",
            bad: "#ff8f8f",
            warning: "#f2c46b",
            added: "#7fd6a4",
            removed: "#ff8f8f",
            keyword: "#c3a6ff",
            string: "#a5d6a0",
            comment: "#8a97a8",
            number: "#f2a97e",
          },
        }

        """

    private static let paper = """
        // Light: ink on paper.
        {
          name: "paper",
          about: "light, for bright rooms",
          background: "#faf8f2",
          colors: {
            text: "#2c2a26",
            dim: "#6f6a60",
            accent: "#0b5a8a",
            border: "#b5ad9e",
            focus: "#0b5a8a",
            selection: "#dde7ee",
            title: "#111111",
            good: "#2f6b1f",
            bad: "#a8201a",
            warning: "#8a5a00",
            added: "#2f6b1f",
            removed: "#a8201a",
            keyword: "#6a3a9c",
            string: "#2f6b1f",
            comment: "#6f6a60",
            number: "#9a4a10",
          },
        }

        """

    private static let contrast = """
        // High contrast: every pair of colours differs by at least 7 to 1.
        {
          name: "contrast",
          about: "high contrast",
          background: "#000000",
          colors: {
            text: "#ffffff",
            dim: "#d0d0d0",
            accent: "#00ffff",
            border: "#ffffff",
            focus: "#ffff00",
            selection: "#003a8c",
            title: "#ffffff",
            good: "#00ff66",
            bad: "#ff9090",
            warning: "#ffff00",
            added: "#00ff66",
            removed: "#ff9090",
            keyword: "#ffb3ff",
            string: "#9dff9d",
            comment: "#d0d0d0",
            number: "#ffcc80",
          },
        }

        """

    private static let mono = """
        // Monochrome: no colour at all; bold, dim and reverse carry the differences.
        {
          name: "mono",
          about: "no colour, as NO_COLOR asks",
          colors: {},
        }

        """
}

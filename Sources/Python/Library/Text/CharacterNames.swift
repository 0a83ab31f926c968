/// The names of Unicode characters, for `\N{…}`.
enum CharacterNames {
    /// The character of that name or alias, in any case; nil if there is none.
    static func scalar(named name: String) -> Unicode.Scalar? {
        let wanted = name.uppercased()
        for range in [UInt32(0)...0x33FF, 0xA000...0xABFF, 0xF900...0xFFFD, 0x10000...0x1FFFF, 0xE0000...0xE01EF] {
            for value in range {
                guard let properties = Unicode.Scalar(value)?.properties else { continue }
                if properties.name == wanted || properties.nameAlias == wanted { return Unicode.Scalar(value) }
            }
        }
        return nil
    }
}

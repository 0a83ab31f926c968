extension Machine {
    /// What CPython says when a built-in function written in C gets the wrong number of arguments, or nil where they fit.
    ///
    /// Only for signatures whose parameters are all positional-only (`"self, value, /"`), which is how such functions are declared here;
    /// `name` is qualified (`list.append`). Reference: CPython 3.11 `getargs.c`, `methodobject.c`.
    func cWords(
        count: Int, keywords: [(name: String, value: Value)], _ signature: NativeSignature, name: String
    ) -> String? {
        guard signature.variadicIndex == nil, signature.extraIndex == nil, !signature.parameters.isEmpty,
            signature.parameters.allSatisfy({ $0.isPositional && !$0.isKeyword })
        else { return nil }
        let qualified = name.hasSuffix(".__init__") || name.hasSuffix(".__new__") ? String(name.prefix { $0 != "." }) : name
        if !keywords.isEmpty { return "\(qualified)() takes no keyword arguments" }
        let own = signature.hasReceiver ? 1 : 0
        let given = count - own
        let least = signature.requiredPositional - own, most = signature.positionalCount - own
        if given < 0 || (least...max(least, most)).contains(given) { return nil }
        if most == 0 { return "\(qualified)() takes no arguments (\(given) given)" }
        if least == 1 && most == 1 { return "\(qualified)() takes exactly one argument (\(given) given)" }
        let short = qualified.split(separator: ".").last.map(String.init) ?? qualified
        let bound = given < least ? least : most
        let relation = least == most ? "" : given < least ? "at least " : "at most "
        return "\(short) expected \(relation)\(bound) argument\(bound == 1 ? "" : "s"), got \(given)"
    }
}

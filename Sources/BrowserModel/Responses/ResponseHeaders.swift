import HTTPMessages

/// How a browser reads the header list of a response.
struct ResponseHeaders {
    let list: HeaderList
    let profile: EngineRules

    /// Fetch «get»: the values of that name joined with `, `, or nil; each value without spaces around it.
    func get(_ name: String) -> String? {
        var values = list.values(named: name).map { HTTPToken.trimmed($0) }
        guard !values.isEmpty else { return nil }
        if profile.has(.mergeDropsEmpty) {
            let kept = values.filter { !$0.isEmpty }
            values = kept.isEmpty ? [""] : kept
            if name == "content-type" { return values.joined(separator: ",") }
        }
        return values.joined(separator: ", ")
    }

    /// Fetch «extract header list values» for lists of tokens: nil where there is none, failure where one element is no token.
    func tokens(_ name: String) -> ExtractedTokens {
        guard let text = get(name) else { return .absent }
        return HTTPToken.tokenList(text).map(ExtractedTokens.tokens) ?? .failure
    }

    /// The result of extracting a header's tokens.
    enum ExtractedTokens: Equatable {
        case absent
        case failure
        case tokens([String])

        var list: [String] { if case .tokens(let list) = self { list } else { [] } }
    }

    /// Fetch «sort and combine»: what iterating a Headers object gives; names in lower case, Set-Cookie lines apart.
    static func sortAndCombine(_ list: HeaderList, profile: EngineRules) -> [(name: String, value: String)] {
        let headers = ResponseHeaders(list: list, profile: profile)
        var result: [(name: String, value: String)] = []
        for name in Set(list.map(\.name.asciiLowercased)).sorted() {
            if name == "set-cookie" {
                result += list.values(named: name).map { (name, HTTPToken.trimmed($0)) }
            } else {
                result.append((name, headers.get(name) ?? ""))
            }
        }
        return result
    }
}

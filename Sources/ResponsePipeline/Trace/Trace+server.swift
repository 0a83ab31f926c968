import HTTPMessages

extension Trace {
    /// Accounts for what crossed the wire: the values of the server's headers, those that it added, and those that it did not send.
    ///
    /// Afterwards each header of the response has exactly one account whose fate is `final` at its index.
    public mutating func settle(with response: HTTPResponse) {
        for index in headers.indices where headers[index].source.kind == .server {
            if let value = response.headers[headers[index].name] { headers[index].value = value }
        }
        var waiting = headers.indices.filter { if case .final = headers[$0].fate { true } else { false } }
        var added: [HeaderAccount] = []
        for (position, header) in response.headers.enumerated() {
            let name = header.name.asciiLowercased
            let known = waiting.firstIndex { headers[$0].name.asciiLowercased == name && headers[$0].value == header.text }
            if let known {
                headers[waiting.remove(at: known)].fate = .final(index: position)
            } else {
                added.append(
                    HeaderAccount(
                        name: name, value: header.text, operation: "computed", source: Source(.server, "uvicorn"),
                        fate: .final(index: position), rule: ServerRules.rule(for: name)))
            }
        }
        for index in waiting { headers[index].fate = .dropped(ServerRules.refused) }
        let arrived = (headers + added).compactMap { account -> (Int, HeaderAccount)? in
            if case .final(let index) = account.fate { (index, account) } else { nil }
        }
        headers = arrived.sorted { $0.0 < $1.0 }.map(\.1) + headers.filter { if case .final = $0.fate { false } else { true } }
    }
}

/// Why the server writes a header itself, by the numbers of the reference semantics.
private enum ServerRules {
    static let refused = Rule("11.11", "the server did not send it: it answered in place of the application")

    static func rule(for name: String) -> Rule {
        switch name {
        case "date": Rule("11.1", "uvicorn writes the date of the answer")
        case "server": Rule("11.1", "uvicorn writes the server's name")
        case "connection": Rule("11.3", "the connection ends after this answer")
        case "transfer-encoding": Rule("11.5", "no content-length says where the body ends, so it is sent in chunks")
        default: Rule("11.11", "the application sent no answer, so the server's own page went out")
        }
    }
}

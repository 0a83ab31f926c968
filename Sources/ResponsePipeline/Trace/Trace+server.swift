import HTTPMessages

extension Trace {
    /// Puts the values that the server wrote (`date`, `server`) where the pipeline could only name them.
    public mutating func fillServerValues(from response: HTTPResponse) {
        for index in headers.indices where headers[index].source.kind == .server {
            if let value = response.headers[headers[index].name] { headers[index].value = value }
        }
    }
}

import FoundationEssentials
import HTTPMessages

/// Bytes of a body in JSON: as a text where they are UTF-8, else in base 64, so that nothing is lost.
public struct BodyReport: Codable, Sendable, Hashable {
    public let bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    private enum CodingKeys: String, CodingKey { case base64 }

    public init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            bytes = Array(text.utf8)
        } else {
            let data = try decoder.container(keyedBy: CodingKeys.self).decode(Data.self, forKey: .base64)
            bytes = Array(data)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        if let text = String(validating: bytes, as: UTF8.self) {
            var container = encoder.singleValueContainer()
            try container.encode(text)
        } else {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(Data(bytes), forKey: .base64)
        }
    }
}

/// A request in JSON: `{"method", "target", "headers": [[name, value]…], "body"}`; header values are Latin-1 texts, so every byte survives.
public struct RequestReport: Codable, Sendable, Hashable {
    public var method: String
    public var target: String
    public var headers: [[String]]
    public var body: BodyReport

    public init(_ request: HTTPRequest) {
        method = request.method
        target = request.target
        headers = request.headers.map { [$0.name, $0.text] }
        body = BodyReport(request.body)
    }

    /// The request that this tells of.
    public var request: HTTPRequest {
        HTTPRequest(method: method, target: target, headers: HeaderList(report: headers), body: body.bytes)
    }
}

/// A response in JSON: `{"status", "reason", "headers": [[name, value]…], "body"}`.
public struct ResponseReport: Codable, Sendable, Hashable {
    public var status: Int
    public var reason: String
    public var headers: [[String]]
    public var body: BodyReport

    public init(_ response: HTTPResponse) {
        status = response.status
        reason = response.reason
        headers = response.headers.map { [$0.name, $0.text] }
        body = BodyReport(response.body)
    }

    /// The response that this tells of.
    public var response: HTTPResponse {
        HTTPResponse(status: status, reason: reason, headers: HeaderList(report: headers), body: body.bytes)
    }
}

extension HeaderList {
    init(report pairs: [[String]]) {
        self.init(
            pairs.compactMap { pair in
                guard pair.count == 2 else { return nil }
                return Header(pair[0], bytes: pair[1].latin1Bytes ?? Array(pair[1].utf8))
            })
    }
}

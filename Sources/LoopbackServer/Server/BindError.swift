/// Why a server could not take its address.
public enum BindError: Error, Hashable, Sendable, CustomStringConvertible {
    case addressInUse(host: String, port: Int)
    case noFreePort(host: String, from: Int, to: Int)
    case notPermitted(host: String, port: Int)
    case noSuchPort(Int)
    case unavailable(host: String, port: Int, reason: String)

    public var description: String {
        switch self {
        case .addressInUse(let host, let port):
            "Port \(port) on \(host) is in use by another program. Stop that program, or choose another port (0 takes a free one)."
        case .noFreePort(let host, let from, let to):
            "All ports from \(from) to \(to) on \(host) are in use. Choose another one (0 takes a free one)."
        case .notPermitted(let host, let port):
            "Port \(port) on \(host) needs privileges that this program does not have. Choose one above 1023."
        case .noSuchPort(let port):
            "There is no port \(port). Ports go from 0 to 65535, and 0 takes a free one."
        case .unavailable(let host, let port, let reason):
            "The server cannot listen on \(host) port \(port): \(reason)."
        }
    }
}

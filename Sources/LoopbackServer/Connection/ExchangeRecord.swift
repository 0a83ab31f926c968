import NIOCore

/// What an observer will be told of an exchange, as far as it has come.
struct ExchangeRecord {
    var bytes: [UInt8] = []
    var failure: String?
    private let begin = NIODeadline.now()

    /// Keeps what was written to the buffer since that index.
    mutating func append(_ output: ByteBuffer, from start: Int) {
        bytes += output.getBytes(at: start, length: output.writerIndex - start) ?? []
    }

    /// The time since the head of the request came.
    var elapsed: Duration { .nanoseconds((NIODeadline.now() - begin).nanoseconds) }
}

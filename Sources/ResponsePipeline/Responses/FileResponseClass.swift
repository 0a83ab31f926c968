import HTTPMessages
import Python

/// An instance of Starlette's `FileResponse`.
final class FileResponseObject: ResponseObject {
    var path: Value = .none
    /// Whether the program handed in what the file's date and size are.
    var hasStat = false
}

/// Starlette 1.10.0 responses.py `FileResponse.__init__`.
enum FileResponseClass {
    static func define(_ type: PyType) {
        type.constant("chunk_size", .int(FileSender.chunkSize))
        type.method(
            "__init__",
            "self, path, status_code=200, headers=None, media_type=None, background=None, filename=None, stat_result=None, "
                + "content_disposition_type='attachment'"
        ) { machine, a in
            guard let response = a[0].asObject as? FileResponseObject else { return .none }
            response.path = a[1]
            response.statusCode = a[2]
            response.background = a[5]
            response.maker = machine.recorder?.source(machine)
            response.dictionary["path"] = a[1]
            response.dictionary["filename"] = a[6]
            response.dictionary["stat_result"] = a[7]
            let name = a[6].isNone ? a[1] : a[6]
            if a[4].isNone, name.asString == nil, name.asBytes == nil, try machine.method(name, "__fspath__") == nil {
                let kind = machine.typeName(name)
                throw machine.error("TypeError", "expected str, bytes or os.PathLike object, not \(kind)")
            }
            let named = try machine.str(name)
            let guessed = MediaTypes.type(of: named) ?? "application/octet-stream"
            try machine.setAttribute(a[0], "media_type", a[4].isNone ? .string(guessed) : a[4])
            try ResponseConstruction.startHeaders(a[0], response, a[3], machine)
            addDefault("accept-ranges", "bytes", to: response, machine)
            if !a[6].isNone {
                addDefault("content-disposition", disposition(try machine.str(a[8]), try machine.str(a[6])), to: response, machine)
            }
            return .none
        }
    }

    private static func disposition(_ kind: String, _ name: String) -> String {
        let quoted = URLQuoting.quote(name, safe: "/")
        return quoted == name ? "\(kind); filename=\"\(name)\"" : "\(kind); filename*=utf-8''\(quoted)"
    }

    /// `self.headers.setdefault(…)`.
    static func addDefault(_ name: String, _ value: String, to response: ResponseObject, _ machine: Machine) {
        guard !response.raw.contains(name) else { return }
        let account = machine.recorder.map {
            RawHeaders.Account(
                operation: "computed", source: Source(.responseClass, response.instanceType.name, site: $0.source(machine).site),
                rule: ResponseRules.file)
        }
        response.raw.append(name, value.latin1Bytes ?? Array(value.utf8), account)
    }
}

/// Sends a file of the folder, or the part of it that was asked for (Starlette 1.10.0 responses.py `FileResponse.__call__`).
struct FileSender {
    static let chunkSize = 64 * 1024
    let machine: Machine
    let framework: FrameworkClasses

    func outgoing(
        _ response: FileResponseObject, _ status: Int, _ scope: RequestScope, _ finish: ((PyError?) async throws -> Void)?
    ) throws -> OutgoingResponse {
        let path = try machine.str(response.path)
        guard let file = framework.folder.file(path) else {
            throw machine.error("RuntimeError", "File at path \(path) does not exist.")
        }
        addStat(file, to: response)
        let made = try answer(file, response, status, scope)
        // It waits for the client to leave while it sends the file.
        if made.status < 400 || made.headers === response.raw, scope.method.uppercased() != "HEAD" { scope.listen?() }
        if made.finish == nil { made.finish = finish }
        return made
    }

    /// Size, date and ETag of the file.
    private func addStat(_ file: Folder.File, to response: ResponseObject) {
        let date = HTTPDate.text(secondsSince1970: Int64(file.modified.rounded(.down)))
        let modified = (try? machine.str(.float(file.modified))) ?? ""
        let digest = (try? hash("\(modified)-\(file.bytes.count)")) ?? ""
        FileResponseClass.addDefault("content-length", "\(file.bytes.count)", to: response, machine)
        FileResponseClass.addDefault("last-modified", date, to: response, machine)
        FileResponseClass.addDefault("etag", "\"\(digest)\"", to: response, machine)
    }

    private func hash(_ text: String) throws -> String {
        let made = try machine.call(try machine.imported("hashlib", "md5"), .object(PyBytes(Array(text.utf8))))
        return try machine.str(try machine.call(try machine.attribute(made, "hexdigest")))
    }

    private func answer(
        _ file: Folder.File, _ response: FileResponseObject, _ status: Int, _ scope: RequestScope
    ) throws -> OutgoingResponse {
        let isHead = scope.method.uppercased() == "HEAD"
        let whole = OutgoingResponse(status: status, headers: response.raw, bytes: isHead ? [] : file.bytes)
        guard status == 200, isHead || scope.method.uppercased() == "GET", let wanted = scope.headers.text("range") else { return whole }
        if let condition = scope.headers.text("if-range") {
            let isCurrent = condition == response.raw.text("last-modified") || condition == response.raw.text("etag")
            if condition.hasPrefix("W/") || !isCurrent { return whole }
        }
        switch ByteRanges(wanted, size: file.bytes.count) {
        case .malformed(let words): return try framework.plainText(words, 400, nil, machine)
        case .unsatisfiable:
            let headers = PyDict()
            headers["Content-Range"] = .string("bytes */\(file.bytes.count)")
            return try framework.plainText("", 416, headers, machine)
        case .ranges(let ranges) where ranges.count == 1:
            let headers = RawHeaders(response.raw.lines)
            set("content-range", "bytes \(ranges[0].lowerBound)-\(ranges[0].upperBound - 1)/\(file.bytes.count)", in: headers, response)
            set("content-length", "\(ranges[0].count)", in: headers, response)
            return OutgoingResponse(status: 206, headers: headers, bytes: isHead ? [] : Array(file.bytes[ranges[0]]))
        case .ranges(let ranges) where ranges.count > 1: return try several(ranges, file, response, isHead: isHead)
        case .ranges: return whole
        }
    }

    /// Several ranges as one multipart body.
    private func several(
        _ ranges: [Range<Int>], _ file: Folder.File, _ response: FileResponseObject, isHead: Bool
    ) throws -> OutgoingResponse {
        let boundary = try machine.str(try machine.call(try machine.imported("secrets", "token_hex"), .int(13)))
        let type = response.raw.text("content-type") ?? ""
        var body: [UInt8] = []
        for range in ranges {
            let span = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(file.bytes.count)"
            body += Array("--\(boundary)\r\nContent-Type: \(type)\r\nContent-Range: \(span)\r\n\r\n".utf8)
            body += file.bytes[range] + [0x0D, 0x0A]
        }
        body += Array("--\(boundary)--".utf8)
        let headers = RawHeaders(response.raw.lines)
        set("content-type", "multipart/byteranges; boundary=\(boundary)", in: headers, response)
        set("content-length", "\(body.count)", in: headers, response)
        return OutgoingResponse(status: 206, headers: headers, bytes: isHead ? [] : body)
    }

    private func set(_ name: String, _ value: String, in headers: RawHeaders, _ response: ResponseObject) {
        let account = machine.recorder.map { _ in
            RawHeaders.Account(operation: "computed", source: Source(.responseClass, "FileResponse"), rule: ResponseRules.range)
        }
        headers.set(name, Array(value.utf8), account)
    }
}

/// A Range header, read as Starlette 1.10.0 `FileResponse._parse_range_header` reads it.
enum ByteRanges: Equatable {
    case malformed(String)
    case unsatisfiable
    /// What is to be sent, in order and merged; none where the header asks for too many.
    case ranges([Range<Int>])

    init(_ header: String, size: Int) {
        let parts = header.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            self = .malformed("Malformed range header.")
            return
        }
        guard parts[0].trimmed.lowercased() == "bytes" else {
            self = .malformed("Only support bytes range")
            return
        }
        let pieces = parts[1].split(separator: ",", omittingEmptySubsequences: false)
        guard pieces.count <= 100 else {
            self = .ranges([])
            return
        }
        let bounds = pieces.compactMap { Self.bounds($0.trimmed, size: size) }
        if bounds.isEmpty {
            self = .malformed("Range header: range must be requested")
        } else if bounds.contains(where: { $0.start < 0 || $0.start >= size }) {
            self = .unsatisfiable
        } else if bounds.contains(where: { $0.start >= $0.end }) {
            self = .malformed("Range header: start must be less than end")
        } else {
            self = .ranges(Self.merged(bounds.map { $0.start..<$0.end }))
        }
    }

    private static func bounds(_ piece: Substring, size: Int) -> (start: Int, end: Int)? {
        guard piece != "-", let dash = piece.firstIndex(of: "-") else { return nil }
        let first = piece[..<dash].trimmed, last = piece[piece.index(after: dash)...].trimmed
        if first.isEmpty { return Int(last).map { (max(size - $0, 0), size) } }
        guard let start = Int(first) else { return nil }
        if last.isEmpty { return (start, size) }
        guard let end = Int(last) else { return nil }
        return (start, end < size ? end + 1 : size)
    }

    private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        guard ranges.count > 1 else { return ranges }
        var result: [Range<Int>] = []
        for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if let last = result.last, range.lowerBound <= last.upperBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }
}

extension Substring {
    /// Without white space at both ends.
    fileprivate var trimmed: Substring {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

import HTTPMessages
import Python

/// The attributes of a response that a program reads and writes.
enum ResponseAttributes {
    static func define(_ type: PyType, _ headers: HeadersClass, iterator: PyType) {
        type.property(
            "status_code", get: { machine, value in try ResponseObject.of(value, machine).statusCode },
            set: { machine, value, new in
                try ResponseObject.of(value, machine).statusCode = new
                if let recorder = machine.recorder, let status = new.asInt {
                    recorder.trace.statuses.append(StatusAccount(status: status, source: recorder.source(machine)))
                }
            })
        type.property(
            "body",
            get: { machine, value in
                guard let body = try ResponseObject.of(value, machine).body else {
                    throw machine.error("AttributeError", "'\(machine.typeName(value))' object has no attribute 'body'")
                }
                return .object(PyBytes(body))
            },
            set: { machine, value, new in try ResponseObject.of(value, machine).body = new.asBytes?.bytes ?? [] })
        type.property(
            "background", get: { machine, value in try ResponseObject.of(value, machine).background },
            set: { machine, value, new in try ResponseObject.of(value, machine).background = new })
        type.property(
            "body_iterator", get: { machine, value in try bodyIterator(try ResponseObject.of(value, machine), iterator, machine) },
            set: { machine, value, new in
                let inner = (new.asObject as? BodyIteratorObject)?.stream
                try ResponseObject.of(value, machine).stream = inner.map { .pieces($0) } ?? .iterable(new)
            })
        type.getter("headers") { machine, value in
            .object(headersObject(try ResponseObject.of(value, machine), headers))
        }
        type.property(
            "raw_headers", get: { machine, value in .list(try ResponseObject.of(value, machine).raw.pythonList(machine)) },
            set: { machine, value, new in
                let response = try ResponseObject.of(value, machine)
                let made = RawHeaders(list: try new.asList ?? PyList(machine.array(new)), machine)
                if let recorder = machine.recorder { response.raw.lostOnTheWay(to: made, by: recorder.source(machine)) }
                // `headers` keeps the list that it was made of; on the temporal response FastAPI made it first.
                if response.isTemporal { _ = headersObject(response, headers) }
                response.raw = made
            })
    }

    private static func headersObject(_ response: ResponseObject, _ headers: HeadersClass) -> HeadersObject {
        if let known = response.headersObject { return known }
        let made = HeadersObject(type: headers.mutable, raw: response.raw)
        response.headersObject = made
        return made
    }

    /// An async iterator over the body; iterables that are not asynchronous are wrapped, as `iterate_in_threadpool` does.
    private static func bodyIterator(_ response: ResponseObject, _ type: PyType, _ machine: Machine) throws -> Value {
        guard let content = response.stream else {
            throw machine.error("AttributeError", "'\(response.instanceType.name)' object has no attribute 'body_iterator'")
        }
        if case .iterable(let value) = content, try machine.method(value, "__aiter__") != nil { return value }
        let made = BodyIteratorObject(type: type)
        made.stream = content.stream(charset: "utf-8", machine)
        response.stream = .pieces(made.stream)
        return .object(made)
    }
}

/// `set_cookie` and `delete_cookie`.
enum ResponseCookies {
    static func define(_ type: PyType) {
        let attributes = "domain=None, secure=False, httponly=False, samesite='lax', partitioned=False"
        type.method("set_cookie", "self, key, value='', max_age=None, expires=None, path='/', \(attributes)") { machine, a in
            var cookie = CookieValue(name: a[1], value: a[2])
            cookie.maxAge = a[3]
            cookie.expires = a[4]
            cookie.path = a[5]
            cookie.domain = a[6]
            cookie.secure = try machine.isTrue(a[7])
            cookie.httpOnly = try machine.isTrue(a[8])
            cookie.sameSite = a[9]
            try write(cookie, partitioned: try machine.isTrue(a[10]), to: a[0], "set_cookie", machine)
            return .none
        }
        type.method("delete_cookie", "self, key, path='/', \(attributes)") { machine, a in
            var cookie = CookieValue(name: a[1], value: "")
            cookie.maxAge = 0
            cookie.expires = 0
            cookie.path = a[2]
            cookie.domain = a[3]
            cookie.secure = try machine.isTrue(a[4])
            cookie.httpOnly = try machine.isTrue(a[5])
            cookie.sameSite = a[6]
            try write(cookie, partitioned: try machine.isTrue(a[7]), to: a[0], "delete_cookie", machine)
            return .none
        }
    }

    private static func write(
        _ cookie: CookieValue, partitioned: Bool, to response: Value, _ operation: String, _ machine: Machine
    ) throws {
        let text = try cookie.text(machine)
        if !cookie.sameSite.isNone {
            let chosen = try machine.str(cookie.sameSite).lowercased()
            guard ["strict", "lax", "none"].contains(chosen) else {
                throw machine.error("AssertionError", "samesite must be either 'strict', 'lax' or 'none'")
            }
        }
        if partitioned { throw machine.error("ValueError", "Partitioned cookies are only supported in Python 3.14 and above.") }
        let bytes = try HeaderText.latin1(.string(text), machine)
        try ResponseObject.of(response, machine).raw.append("set-cookie", bytes, HeadersClass.account(machine, operation))
    }
}

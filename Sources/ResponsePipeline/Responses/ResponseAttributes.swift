import HTTPMessages
import Python

/// The attributes of a response that a program reads and writes.
enum ResponseAttributes {
    static func define(_ type: PyType, _ headers: HeadersClass) {
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
            "body_iterator", get: { machine, value in try ResponseObject.of(value, machine).stream ?? .none },
            set: { machine, value, new in try ResponseObject.of(value, machine).stream = new })
        type.getter("headers") { machine, value in
            let response = try ResponseObject.of(value, machine)
            if let known = response.headersObject { return .object(known) }
            let made = HeadersObject(type: headers.mutable, raw: response.raw)
            response.headersObject = made
            return .object(made)
        }
        type.getter("raw_headers") { machine, value in
            .list(
                PyList(
                    try ResponseObject.of(value, machine).raw.lines.map {
                        .tuple(PyTuple([.object(PyBytes($0.name.latin1Bytes ?? [])), .object(PyBytes($0.value))]))
                    }))
        }
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
        if !cookie.sameSite.isNone {
            let text = try machine.str(cookie.sameSite).lowercased()
            guard ["strict", "lax", "none"].contains(text) else {
                throw machine.error("AssertionError", "samesite must be either 'strict', 'lax' or 'none'")
            }
        }
        if partitioned { throw machine.error("ValueError", "Partitioned cookies are only supported in Python 3.14 and above.") }
        let text = try cookie.text(machine)
        let bytes = try HeaderText.latin1(.string(text), machine)
        try ResponseObject.of(response, machine).raw.append("set-cookie", bytes, HeadersClass.account(machine, operation))
    }
}

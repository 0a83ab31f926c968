import HTTPMessages
import Python

/// What `request.form()` gives: something to await, or to enter with `async with` (Starlette 1.10.0 _utils.py `AwaitableOrContextManagerWrapper`).
final class FormOpening: PyInstance {
    /// What reads the form.
    private let reading: PyNativeAwaitable

    private init(type: PyType, _ reading: PyNativeAwaitable) {
        self.reading = reading
        super.init(type: type)
    }

    /// Gives `Request` its `form`.
    static func define(_ framework: FrameworkClasses) {
        let type = framework.formOpening
        type.method("__await__", "self") { machine, a in try machine.call(try machine.attribute(reading(a[0]), "__await__")) }
        type.method("__aenter__", "self") { _, a in reading(a[0]) }
        type.method("__aexit__", "self, *args") { _, _ in .object(PyNativeAwaitable { _ in .none }) }
        framework.request.method("form", "self, *, max_files=1000, max_fields=1000, max_part_size=1048576") { machine, a in
            guard let request = a[0].asObject as? RequestObject else { return .none }
            var reader = FormReader(machine: machine, framework: framework)
            reader.mostFields = a[2].asInt ?? reader.mostFields
            reader.largestField = a[3].asInt ?? reader.largestField
            return .object(FormOpening(type: type, PyNativeAwaitable { [reader] _ in try await form(of: request, reader) }))
        }
    }

    private static func reading(_ value: Value) -> Value { (value.asObject as? FormOpening).map { .object($0.reading) } ?? .none }

    /// The body that is known, or what is left of the stream, which nobody reads again.
    private static func body(of request: RequestObject, _ scope: RequestScope, _ reader: FormReader) async throws -> [UInt8] {
        if let known = request.attributes?["_body"]?.asBytes?.bytes ?? scope.body { return known }
        let source = RequestBodySource(machine: reader.machine, framework: reader.framework)
        var bytes: [UInt8] = []
        while let piece = try await source.next(scope) { bytes += piece }
        return bytes
    }

    /// The form, read once (Starlette 1.10.0 requests.py `Request._get_form`).
    private static func form(of request: RequestObject, _ reader: FormReader) async throws -> Value {
        if let known = request.form { return known }
        let machine = reader.machine, scope = try RequestObject.scope(.object(request), machine)
        let contentType = scope.headers.text("content-type")
        var pairs: [(name: String, value: String)] = []
        if FormReader.isForm(contentType) {
            if request.attributes?["_body"] == nil {
                if request.isConsumed { throw machine.error("RuntimeError", "Stream consumed") }
                request.isConsumed = !scope.isBodyOfRoute
            }
            pairs = try reader.pairs(try await body(of: request, scope, reader), contentType)
        }
        let made = reader.framework.multiDict.form(pairs)
        request.form = made
        return made
    }
}

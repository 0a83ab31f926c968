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
            let own = request.attributes?["_body"]?.asBytes?.bytes
            let bytes =
                if let own { own } else { try await RequestBodySource(machine: machine, framework: reader.framework).body(scope) }
            pairs = try reader.pairs(bytes, contentType)
        }
        let made = reader.framework.multiDict.form(pairs)
        request.form = made
        return made
    }
}

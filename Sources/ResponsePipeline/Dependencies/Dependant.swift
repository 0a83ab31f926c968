import DataModels
import Python

/// A callable with what its signature asks for (FastAPI 0.165.0 dependencies/models.py `Dependant`).
final class Dependant {
    /// One parameter that is read from the request.
    struct Field {
        let name: String
        let alias: String
        let info: ParameterInfo
        let adapter: TypeAdapter
        /// The default, or nil where a value is required.
        var defaultValue: Value? { info.defaultValue }
    }

    let call: Value
    let name: String?
    let usesCache: Bool
    let scope: String?
    var dependencies: [Dependant] = []
    var path: [Field] = []
    var query: [Field] = []
    var header: [Field] = []
    var cookie: [Field] = []
    var body: [Field] = []
    var requestName: String?
    var responseName: String?
    var backgroundName: String?
    var securityScopesName: String?

    init(call: Value, name: String?, usesCache: Bool = true, scope: String? = nil) {
        self.call = call
        self.name = name
        self.usesCache = usesCache
        self.scope = scope
    }

    /// The name for people.
    var title: String {
        switch call.asObject {
        case let function as PyFunction: function.name
        case let type as PyType: type.name
        case let method as PyBoundMethod: (method.function.asObject as? PyFunction)?.name ?? "method"
        default: call.asInstance?.instanceType.name ?? "dependency"
        }
    }

    /// The body parameters of this and of all dependencies, in FastAPI's order.
    var flatBody: [Field] {
        var result: [Field] = []
        var pending = [self]
        while let current = pending.popLast() {
            result += current.body
            pending += current.dependencies.reversed()
        }
        return result
    }
}

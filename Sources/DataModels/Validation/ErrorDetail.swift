import Python

/// One entry of Pydantic's error list.
public struct ErrorDetail {
    /// Pydantic's name of the error, such as `int_parsing`.
    public var type: String
    /// Names and indices from the outermost in.
    public var location: [Value]
    public var message: String
    public var input: Value
    public var context: [(name: String, value: Value)]
    /// Whether a program or a type of `pydantic.types` chose the kind, so that no page explains it.
    var isCustom = false

    public init(_ type: String, _ location: [Value], _ message: String, input: Value, context: [(name: String, value: Value)] = []) {
        self.type = type
        self.location = location
        self.message = message
        self.input = input
        self.context = context
    }

    /// Gives the container of a wrong length another name in the words and the context.
    mutating func rename(container name: String) {
        guard type == "too_short" || type == "too_long", let index = context.firstIndex(where: { $0.name == "field_type" }),
            let old = context[index].value.asString
        else { return }
        context[index].value = .string(name)
        message = name + message.dropFirst(old.count)
    }

    /// The dictionary that `errors()` gives: `type`, `loc`, `msg`, `input`, then `ctx` if there is one.
    public func dictionary(_ machine: Machine) -> PyDict {
        let dict = PyDict()
        dict["type"] = .string(type)
        dict["loc"] = .tuple(PyTuple(location))
        dict["msg"] = .string(message)
        dict["input"] = input
        if !context.isEmpty {
            let inner = PyDict()
            for (name, value) in context { inner[name] = value }
            dict["ctx"] = .dict(inner)
        }
        return dict
    }
}

extension [ErrorDetail] {
    /// Puts a name or an index behind the first `depth` parts of the locations of the errors from position `first` on.
    ///
    /// Containers validate what they hold at their own location and place its errors with this, so that no location is
    /// made where nothing fails.
    mutating func place(under part: Value, depth: Int, from first: Int) {
        for position in first..<count { self[position].location.insert(part, at: depth) }
    }
}

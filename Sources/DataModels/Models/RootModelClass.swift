import Python

/// `RootModel` as a native class.
enum RootModelClass {
    static func make(_ machine: Machine, base: PyType) throws -> PyType {
        let type = try PyType("RootModel", module: "pydantic.root_model", bases: [base])
        type.allocates { ModelInstance(type: $0) }
        type.method("__init__", "self, root?, /, **data") { machine, a in
            var data = a.ifGiven(1)
            if !a.dict(2).isEmpty {
                guard data == nil else {
                    throw machine.error(
                        "ValueError", "\"RootModel.__init__\" accepts either a single positional argument or arbitrary keyword arguments")
                }
                let dict = PyDict()
                for (name, value) in a.dict(2) { dict[name] = value }
                data = dict.count == 1 ? dict["root"] ?? .dict(dict) : .dict(dict)
            }
            try BaseModelClass.initialize(a[0], data ?? PydanticTypes.required(machine).undefined, machine)
            return .none
        }
        type.classMethod("model_construct", "cls, root, _fields_set=None") { machine, a in
            guard let cls = a[0].asType, let definition = ModelDefinition.of(cls) else { return .none }
            return try ModelConstruction.make(cls, definition, a[2].isNone ? nil : machine.array(a[2]), [("root", a[1])], machine)
        }
        type.classMethod("__class_getitem__", "cls, params") { machine, a in
            guard let cls = a[0].asType else { return a[0] }
            if ModelDefinition.of(cls) != nil { return try GenericModel.parameterized(cls, a[1], machine) }
            let name = try TypeDisplay.text(a[1], machine)
            let made = try PyType("RootModel[\(name)]", module: "pydantic.root_model", bases: [cls])
            let annotations = PyDict()
            annotations["root"] = a[1]
            made.attributes["__annotations__"] = .dict(annotations)
            try ModelReader.define(made, Arguments(), machine, subscripts: GenericModel.Subscripts(origin: made, arguments: [a[1]]))
            return .object(made)
        }
        return type
    }
}

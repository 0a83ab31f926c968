import Python

/// `model_dump`, `model_dump_json` and copies.
enum ModelDumping {
    static func define(_ type: PyType) {
        type.method("model_dump", "self, *, mode='python', \(DumpOptions.signature)") { machine, a in
            try dumped(a[0], a, from: 2, isJSON: a[1].asString == "json", machine)
        }
        type.method("dict", "self, *, \(DumpOptions.signature)") { machine, a in try dumped(a[0], a, from: 1, isJSON: false, machine) }
        type.method("model_dump_json", "self, *, indent=None, ensure_ascii=False, \(DumpOptions.signature)") { machine, a in
            let plain = try dumped(a[0], a, from: 3, isJSON: true, isText: true, machine)
            let bytes = try JSONLayout.bytes(plain, indent: a[1].asInt, ensuresASCII: try machine.isTrue(a[2]), machine)
            return .str(PyStr(utf8: bytes))
        }
        type.method("json", "self, *, \(DumpOptions.signature)") { machine, a in
            .str(PyStr(utf8: try JSONText.bytes(try dumped(a[0], a, from: 1, isJSON: true, isText: true, machine), machine)))
        }
        type.method("model_copy", "self, *, update=None, deep=False") { machine, a in
            let model = try BaseModelClass.instance(a[0], machine)
            let made = try copy(model, isDeep: try machine.isTrue(a[2]), machine)
            try update(made, a[1].asDict ?? PyDict(), machine)
            return .object(made)
        }
        type.method("copy", "self, *, include=None, exclude=None, update=None, deep=False") { machine, a in
            let model = try BaseModelClass.instance(a[0], machine)
            let made = try copy(try part(of: model, a[1], a[2], machine), isDeep: try machine.isTrue(a[4]), machine)
            try update(made, a[3].asDict ?? PyDict(), machine)
            return .object(made)
        }
        type.method("__copy__", "self") { machine, a in
            .object(try copy(try BaseModelClass.instance(a[0], machine), isDeep: false, machine))
        }
        type.method("__deepcopy__", "self, memo=None") { machine, a in
            .object(try copy(try BaseModelClass.instance(a[0], machine), isDeep: true, machine))
        }
    }

    private static func dumped(
        _ value: Value, _ a: BoundArguments, from first: Int, isJSON: Bool, isText: Bool = false, _ machine: Machine
    ) throws -> Value {
        let model = try BaseModelClass.instance(value, machine)
        let definition = ModelDefinition.of(model.instanceType)
        var options = try DumpOptions.read(a, from: first, isJSON: isJSON, machine)
        options.isText = isText
        var serializer = Serializer(machine: machine, options: options)
        serializer.outerConfig = definition?.config
        return try serializer.model(
            model, as: definition, include: options.include, exclude: options.exclude)
    }

    /// A model with some of the values of another one (pydantic.deprecated.copy_internals `_iter`).
    private static func part(of model: ModelInstance, _ include: Value, _ exclude: Value, _ machine: Machine) throws -> ModelInstance {
        if include.isNone, exclude.isNone { return model }
        let made = try copy(model, isDeep: false, machine)
        let serializer = Serializer(machine: machine, options: SerializationOptions())
        for (key, value) in model.dictionary.items {
            guard let name = key.asStr, let position = made.dictionary.position(ofName: name) else { continue }
            guard let (inner, outer) = try serializer.selected(key, include, exclude) else {
                made.dictionary.removeEntry(at: position)
                continue
            }
            guard let nested = value.asObject as? ModelInstance else { continue }
            made.dictionary.setValue(.object(try part(of: nested, inner, outer, machine)), forName: name)
        }
        for key in try exclude.isNone ? [] : machine.array(exclude) {
            if let name = key.asStr { made.fieldsSet.remove(name) }
        }
        return made
    }

    private static func copy(_ model: ModelInstance, isDeep: Bool, _ machine: Machine) throws -> ModelInstance {
        let made = model.instanceType.allocate(model.instanceType) as? ModelInstance ?? ModelInstance(type: model.instanceType)
        let deepCopy = isDeep ? try machine.imported("copy", "deepcopy") : .none
        let copied = { (value: Value) throws -> Value in isDeep ? try machine.call(deepCopy, value) : value }
        for (key, value) in model.attributes?.items ?? [] { try made.dictionary.setValue(try copied(value), for: key, machine) }
        made.fieldsSet = model.fieldsSet
        made.extras = try model.extras.flatMap { try copied(.dict($0.copy())).asDict }
        made.privates = try model.privates.flatMap { try copied(.dict($0.copy())).asDict }
        return made
    }

    private static func update(_ made: ModelInstance, _ values: PyDict, _ machine: Machine) throws {
        let definition = ModelDefinition.of(made.instanceType)
        for (key, value) in values.items {
            guard let name = key.asStr else { continue }
            if definition?.config.extra == "allow", definition?.field(name.string) == nil {
                let extras = made.extras ?? PyDict()
                extras.setValue(value, forName: name)
                made.extras = extras
            } else {
                made.dictionary.setValue(value, forName: name)
            }
            made.fieldsSet.insert(name)
        }
    }
}

import Python

/// `create_model`.
enum CreateModel {
    static func function(_ types: PydanticTypes, _ machine: Machine) -> Value {
        let signature =
            "model_name, /, *, __config__=None, __doc__=None, __base__=None, __module__=None, __qualname__=None, __validators__=None, "
            + "__cls_kwargs__=None, **fields"
        return machine.native("create_model", signature) { machine, a in
            let bases = a[3].isNone ? [.object(types.baseModel)] : a[3].asTuple?.elements ?? [a[3]]
            let namespace = PyDict()
            let annotations = PyDict()
            for (name, definition) in a.dict(8) {
                guard let pair = definition.asTuple?.elements else {
                    annotations[name] = definition
                    continue
                }
                guard pair.count == 2 else {
                    let message = "Field definitions should be a `(<type>, <default>)`."
                    throw types.userErrors.error(message, code: "create-model-field-definitions", machine)
                }
                annotations[name] = pair[0]
                if !pair[1].isEllipsis { namespace[name] = pair[1] }
            }
            namespace["__annotations__"] = .dict(annotations)
            namespace["__module__"] = a[4].isNone ? machine.currentGlobals?["__name__"] ?? "__main__" : a[4]
            namespace["__qualname__"] = a[5].isNone ? a[0] : a[5]
            if !a[1].isNone { namespace["model_config"] = a[1] }
            if !a[2].isNone { namespace["__doc__"] = a[2] }
            for (key, value) in a[6].asDict?.items ?? [] { if let name = key.asStr { namespace.setValue(value, forName: name) } }
            let keywords = a[7].asDict?.items.map { ($0.key.asString ?? "", $0.value) } ?? []
            return try machine.call(
                .object(machine.types.type), Arguments([a[0], .tuple(PyTuple(bases)), .dict(namespace)], keywords: keywords))
        }
    }
}

import Python

extension Document {
    private static let responseClasses: Set<String> = [
        "HTMLResponse", "PlainTextResponse", "JSONResponse", "RedirectResponse", "StreamingResponse", "FileResponse",
    ]

    /// Adds a path operation at the end, or changes the one of that name where the form differs.
    public mutating func write(_ form: RouteForm, replacing name: String?) throws(FormProblem) {
        try form.check()
        if form.function != name, outline.function(named: form.function) != nil { throw .nameTaken(form.function) }
        var patch = SourcePatch(source)
        if Self.responseClasses.contains(form.responseClass) { patch.addImport(form.responseClass, from: "fastapi.responses", in: module) }
        guard let name else {
            guard let application = outline.application?.name else { throw .notFound("app = FastAPI()") }
            append(form.definition(application: application, newline: patch.newline), &patch)
            return replace(with: patch.result, label: "path operation \(form.function)")
        }
        guard let function = outline.pathOperations.first(where: { $0.name == name }), let route = function.route else {
            throw .notFound(name)
        }
        change(route, to: form, &patch)
        if function.name != form.function { patch.replace(function.definition.name.range, with: form.function) }
        changeParameters(function, to: form, &patch)
        replace(with: patch.result, label: "path operation \(form.function)")
    }

    private func change(_ route: RouteOutline, to form: RouteForm, _ patch: inout SourcePatch) {
        if route.method != form.method, case .attribute(let attribute) = route.call.function.kind {
            patch.replace(attribute.name.range, with: form.method.lowercased())
        }
        if route.path != form.path, let first = route.call.arguments.first ?? route.keyword("path")?.value {
            patch.replace(first.range, with: PythonText.literal(form.path))
        }
        let keywords = [("response_model", form.responseModel), ("status_code", form.statusCode), ("response_class", form.responseClass)]
        for (name, value) in keywords { patch.setKeyword(name, to: value.isEmpty ? nil : value, of: route.call, in: source) }
    }

    private func changeParameters(_ function: FunctionOutline, to form: RouteForm, _ patch: inout SourcePatch) {
        let present = RouteForm(function, source: source)?.parameters ?? ""
        guard present != form.parameters else { return }
        let own = function.definition.parameters.all.first { $0.name.text == function.responseParameter }
        let response = own.map { source.text(of: $0.range) }
        let pieces = form.parameters.isEmpty ? [] : [form.parameters]
        // The temporal response has no default, so that it goes before parameters that have one.
        let text = ((response.map { [$0] } ?? []) + pieces).joined(separator: ", ")
        let range = function.definition.parameters.range
        patch.replace(SourceRange(range.start + 1, range.end - 1), with: text)
    }

    /// Appends a definition behind the last statement, two blank lines apart.
    private func append(_ definition: String, _ patch: inout SourcePatch) {
        let newline = patch.newline
        let end = module.body.last.map { patch.lines(of: $0.range).end } ?? source.count
        let ending = source.count > 0 && end == source.count && source.bytes.last != 0x0A ? newline : ""
        patch.insert(ending + newline + newline + definition + newline, at: end)
    }

    /// Inserts a definition before the first path operation, or at the end.
    private func insertBeforeRoutes(_ definition: String, _ patch: inout SourcePatch) {
        guard let first = outline.pathOperations.first else { return append(definition, &patch) }
        let start = source.lineRange(source.line(at: first.range.start)).start
        patch.insert(definition + patch.newline + patch.newline + patch.newline, at: start)
    }

    // MARK: Models

    /// Adds a model before the path operations, or changes name and fields of the one that is there.
    public mutating func write(_ form: ModelForm, replacing name: String?) throws(FormProblem) {
        try form.check()
        if form.name != name, outline.models.contains(where: { $0.name == form.name }) { throw .nameTaken(form.name) }
        var patch = SourcePatch(source)
        guard let name else {
            patch.addImport("BaseModel", from: "pydantic", in: module)
            insertBeforeRoutes(form.definition(newline: patch.newline), &patch)
            return replace(with: patch.result, label: "model \(form.name)")
        }
        guard let model = outline.models.first(where: { $0.name == name }) else { throw .notFound(name) }
        if name != form.name { patch.replace(model.definition.name.range, with: form.name) }
        let present = model.fields.map { source.text(of: $0.statement.range) }
        if present != form.fields {
            for (field, text) in zip(model.fields, form.fields) where source.text(of: field.statement.range) != text {
                patch.replace(field.statement.range, with: text)
            }
            for field in model.fields.dropFirst(form.fields.count) { patch.remove(field.statement, from: model.definition.body) }
            let added = form.fields.dropFirst(model.fields.count).joined(separator: "\n")
            if !added.isEmpty { addField(added, to: model, &patch) }
        }
        replace(with: patch.result, label: "model \(form.name)")
    }

    /// Adds a field to a model, or changes the one at that index.
    public mutating func writeField(_ field: String, model name: String, replacing index: Int?) throws(FormProblem) {
        var form = ModelForm()
        form.name = name
        form.fields = [field]
        try form.check()
        guard let model = outline.models.first(where: { $0.name == name }) else { throw .notFound(name) }
        var patch = SourcePatch(source)
        if let index {
            guard model.fields.indices.contains(index) else { throw .notFound("the field") }
            patch.replace(model.fields[index].statement.range, with: field)
        } else {
            addField(field, to: model, &patch)
        }
        replace(with: patch.result, label: "field of \(name)")
    }

    private func addField(_ text: String, to model: ModelOutline, _ patch: inout SourcePatch) {
        let body = model.definition.body
        if let only = body.statements.first, body.statements.count == 1, case .pass = only.kind {
            patch.replace(only.range, with: text)
        } else if let last = model.fields.last?.statement ?? body.statements.last {
            patch.insertLine(text, after: last.range)
        }
    }

    /// Takes a field out of a model.
    public mutating func removeField(_ index: Int, of name: String) throws(FormProblem) {
        guard let model = outline.models.first(where: { $0.name == name }), model.fields.indices.contains(index) else {
            throw .notFound(name)
        }
        var patch = SourcePatch(source)
        patch.remove(model.fields[index].statement, from: model.definition.body)
        replace(with: patch.result, label: "remove a field")
    }

    // MARK: Dependencies

    /// Adds a function for `Depends` before the path operations.
    public mutating func write(_ form: DependencyForm) throws(FormProblem) {
        try form.check()
        guard outline.function(named: form.name) == nil else { throw .nameTaken(form.name) }
        var patch = SourcePatch(source)
        if form.parameters.contains("Response") { patch.addImport("Response", from: "fastapi", in: module) }
        insertBeforeRoutes(form.definition(newline: patch.newline), &patch)
        replace(with: patch.result, label: "dependency \(form.name)")
    }

    /// Makes a path operation depend on a function, in its decorator.
    public mutating func use(dependency: String, in name: String) throws(FormProblem) {
        guard let route = outline.pathOperations.first(where: { $0.name == name })?.route else { throw .notFound(name) }
        var patch = SourcePatch(source)
        patch.addImport("Depends", from: "fastapi", in: module)
        if let list = route.keyword("dependencies")?.value, let elements = list.elements {
            if let last = elements.last {
                patch.insert(", Depends(\(dependency))", at: last.range.end)
            } else {
                patch.replace(list.range, with: "[Depends(\(dependency))]")
            }
        } else {
            patch.addArgument("dependencies=[Depends(\(dependency))]", to: route.call, in: source)
        }
        replace(with: patch.result, label: "depend on \(dependency)")
    }

    // MARK: CORS

    /// Adds `CORSMiddleware`, or changes the keywords that differ.
    public mutating func write(_ form: CORSForm) throws(FormProblem) {
        try form.check()
        var patch = SourcePatch(source)
        if let call = outline.cors?.call {
            for (name, value) in form.keywords { patch.setKeyword(name, to: value, of: call, in: source) }
        } else {
            guard let application = outline.application else { throw .notFound("app = FastAPI()") }
            patch.addImport("CORSMiddleware", from: "fastapi.middleware.cors", in: module)
            let statement = form.statement(application: application.name, newline: "\n")
            patch.insertLine("\n" + statement, after: application.statement.range)
        }
        replace(with: patch.result, label: "CORS")
    }

    // MARK: Removing

    /// Takes a path operation or dependency out, decorators included.
    public mutating func removeFunction(_ name: String) throws(FormProblem) {
        try removeStatement(function(name).range, label: "remove \(name)")
    }

    /// Takes a model out.
    public mutating func removeModel(_ name: String) throws(FormProblem) {
        guard let model = outline.models.first(where: { $0.name == name }) else { throw .notFound(name) }
        let start = model.definition.decorators.first?.range ?? model.statement.range
        try removeStatement(start.union(model.statement.range), label: "remove \(name)")
    }

    /// Takes a middleware out.
    public mutating func removeMiddleware(_ index: Int) throws(FormProblem) {
        guard outline.middleware.indices.contains(index) else { throw .notFound("the middleware") }
        let middleware = outline.middleware[index]
        var range = middleware.statement.range
        if case .functionDef(let definition) = middleware.statement.kind, let first = definition.decorators.first {
            range = first.range.union(range)
        }
        try removeStatement(range, label: "remove \(middleware.name)")
    }

    /// Removes whole lines and the blank lines behind them.
    private mutating func removeStatement(_ range: SourceRange, label: String) throws(FormProblem) {
        var patch = SourcePatch(source)
        let lines = patch.lines(of: range)
        var end = lines.end
        while end < source.count, source.slice(source.lineContent(source.line(at: end))).isEmpty {
            end = source.lineRange(source.line(at: end)).end
        }
        patch.remove(SourceRange(lines.start, end))
        replace(with: patch.result, label: label)
    }
}

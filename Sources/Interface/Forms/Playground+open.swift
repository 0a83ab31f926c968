import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

extension Playground {
    /// Opens a form, filled with what is there.
    mutating func open(_ kind: FormKind) {
        guard let (title, fields) = contents(kind) else {
            notice = "this has no form; v edits it as text"
            return
        }
        var shown = FormPopup(kind: kind, title: title, form: Form(fields), problem: nil)
        shown.preview = preview(shown)
        popup = .form(shown)
    }

    mutating func openRequestForm() {
        guard case .pathOperation(let name) = selected else {
            notice = "select a path operation first"
            return
        }
        open(.request(name))
    }

    private func contents(_ kind: FormKind) -> (String, [Form.Field])? {
        switch kind {
        case .header(let function, let write): return headerFields(function, write).map { ("Temporal header of \(function)", $0) }
        case .cookie(let function, let write): return cookieFields(function, write).map { ("Temporal cookie of \(function)", $0) }
        case .status(let function, let write):
            let current = write.flatMap { self.write($0, of: function) }
            var value = "202"
            if case .status(let expression)? = current?.kind { value = document.source.text(of: expression.range) }
            return ("Temporal status of \(function)", [.text("value", "Status", value, hint: "A number or status.HTTP_202_ACCEPTED.")])
        case .returnValue(let function, let index):
            guard let returned = document.outline.function(named: function)?.returns, returned.indices.contains(index) else { return nil }
            let value = returned[index].value.map { document.source.text(of: $0.range) } ?? "None"
            return ("Return value of \(function)", [.text("value", "Return", value, hint: "A Python expression.")])
        case .route(let name): return routeFields(name)
        default: return otherContents(kind)
        }
    }

    private func otherContents(_ kind: FormKind) -> (String, [Form.Field])? {
        switch kind {
        case .model(let name): return modelFields(name)
        case .field(let model, let index):
            let outline = document.outline.models.first { $0.name == model }
            let text = index.flatMap { outline?.fields[$0] }.map { document.source.text(of: $0.statement.range) } ?? "name: str"
            return ("Field of \(model)", [.text("field", "Field", text, hint: "name: type = default")])
        case .cors: return corsFields.map { ("CORS", $0) }
        case .dependency:
            return (
                "New dependency",
                [
                    .text("name", "Name", "", hint: "The function's name."),
                    .text(
                        "parameters", "Parameters", "response: Response", hint: "As in a def; response: Response is the temporal response."),
                ]
            )
        case .request(let name): return requestFields(name)
        case .browser: return ("Page and server", browserFields)
        case .saveAs:
            return ("Save as", [.text("path", "File", document.path ?? document.name, hint: "A file name; the folder must exist.")])
        case .note: return ("Note", [.text("text", "Note", "", hint: "One line into the recording.")])
        default: return nil
        }
    }

    private func write(_ index: Int, of function: String) -> TemporalWrite? {
        guard let writes = document.outline.function(named: function)?.writes, writes.indices.contains(index) else { return nil }
        return writes[index]
    }

    private func headerFields(_ function: String, _ index: Int?) -> [Form.Field]? {
        var form = HeaderForm()
        if let index {
            guard let write = write(index, of: function), let known = HeaderForm(write, source: document.source) else { return nil }
            form = known
        }
        return [
            .text("name", "Name", form.name, hint: "Letters, digits and hyphens; case does not matter."),
            .text("value", "Value", form.value, hint: "A Python expression, such as \"seen\" or f\"req-{item_id}\"."),
            .choice(
                "mode", "How", TemporalWrite.HeaderMode.allCases.map(\.rawValue), form.mode.rawValue,
                hint: "set replaces, append adds a line, setdefault keeps what is there."),
        ]
    }

    private func cookieFields(_ function: String, _ index: Int?) -> [Form.Field]? {
        var form = CookieForm()
        if let index {
            guard case .setCookie(let call)? = write(index, of: function)?.kind, let known = CookieForm(call, source: document.source)
            else { return nil }
            form = known
        }
        return [
            .text("name", "Name", form.name, hint: "The cookie's name."),
            .text("value", "Value", form.value, hint: "A Python expression."),
            .text("maxAge", "Max-Age", form.maxAge, hint: "Seconds, empty to leave out."),
            .text("expires", "Expires", form.expires, hint: "Seconds from now, a datetime, or a text; empty to leave out."),
            .text("path", "Path", form.path, hint: "\"/\" is the default; empty leaves it out."),
            .text("domain", "Domain", form.domain, hint: "Empty: only the host that set it."),
            .choice(
                "sameSite", "SameSite", CookieForm.SameSite.allCases.map(\.rawValue), form.sameSite.rawValue,
                hint: "lax is Starlette's default."),
            .toggle("secure", "Secure", form.secure, hint: "Only over https."),
            .toggle("httpOnly", "HttpOnly", form.httpOnly, hint: "Hidden from document.cookie."),
            .toggle("partitioned", "Partitioned", form.partitioned, hint: "Needs Python 3.14."),
        ]
    }

    private func routeFields(_ name: String?) -> (String, [Form.Field])? {
        var form = RouteForm()
        if let name {
            guard let function = document.outline.pathOperations.first(where: { $0.name == name }),
                let known = RouteForm(function, source: document.source)
            else { return nil }
            form = known
        }
        let method: Form.Field =
            RouteForm.methods.contains(form.method)
            ? .choice("method", "Method", RouteForm.methods, form.method) : .choice("method", "Method", [form.method], form.method)
        let models = document.outline.models.map(\.name).joined(separator: ", ")
        return (
            name.map { "Path operation \($0)" } ?? "New path operation",
            [
                method, .text("path", "Path", form.path, hint: "Parameters in braces: /items/{item_id}"),
                .text("function", "Function", form.function, hint: "The function's name."),
                .text("parameters", "Parameters", form.parameters, hint: "As in a def: item_id: int, q: str | None = None"),
                .text(
                    "responseModel", "response_model", form.responseModel, hint: models.isEmpty ? "A model's name." : "A model: \(models)"),
                .text("statusCode", "status_code", form.statusCode, hint: "Empty: 200."),
                .text("responseClass", "response_class", form.responseClass, hint: "Empty: JSONResponse."),
            ]
        )
    }

    private func modelFields(_ name: String?) -> (String, [Form.Field])? {
        var form = ModelForm()
        if let name {
            guard let model = document.outline.models.first(where: { $0.name == name }) else { return nil }
            form = ModelForm(model, source: document.source)
        }
        let hint = "name: type = default; more than one field: separate with ;"
        return (
            name.map { "Model \($0)" } ?? "New model",
            [
                .text("name", "Name", form.name, hint: "The class's name."),
                .text("fields", "Fields", form.fields.joined(separator: "; "), hint: hint),
            ]
        )
    }

    private var corsFields: [Form.Field]? {
        var form = CORSForm()
        if let present = document.outline.cors {
            guard let known = CORSForm(present, source: document.source) else { return nil }
            form = known
        }
        let list = { (values: [String]) in values.joined(separator: ", ") }
        return [
            .text("origins", "allow_origins", list(form.origins), hint: "Origins separated by commas, or *"),
            .text("originRegex", "allow_origin_regex", form.originRegex, hint: "A regular expression for the whole origin."),
            .text("methods", "allow_methods", list(form.methods), hint: "GET, POST, … or *; for preflights."),
            .text("headers", "allow_headers", list(form.headers), hint: "Request headers that a page may send, or *"),
            .text("exposed", "expose_headers", list(form.exposed), hint: "Response headers that JavaScript may read."),
            .toggle("credentials", "allow_credentials", form.credentials, hint: "Cookies and Authorization across origins."),
            .text("maxAge", "max_age", form.maxAge, hint: "Seconds that a browser remembers a preflight."),
        ]
    }

    private func requestFields(_ name: String) -> (String, [Form.Field])? {
        guard let draft else { return nil }
        return (
            "Request for \(name)",
            [
                .text("method", "Method", draft.method), .text("target", "Target", draft.target, hint: "Path and query, percent-encoded."),
                .text("headers", "Headers", draft.headers.joined(separator: " | "), hint: "Name: value; more than one: separate with |"),
                .text("body", "Body", draft.body, hint: "As it is sent."),
            ]
        )
    }

    private var browserFields: [Form.Field] {
        [
            .text("page", "Page origin", browser.page, hint: "https://app.example, http://localhost:3000, or null for a sandboxed page."),
            .text("serverAs", "Server plays", browser.serverAs, hint: "The public origin that this server plays."),
            .choice("credentials", "credentials", FetchInit.Credentials.allCases.map(\.rawValue), browser.credentials.rawValue),
            .choice("mode", "mode", ["cors", "no-cors", "same-origin"], browser.mode.rawValue),
            .choice("redirect", "redirect", FetchInit.Redirect.allCases.map(\.rawValue), browser.redirect.rawValue),
            .choice(
                "profile", "engine", EngineProfile.allCases.map(\.rawValue), browser.profile.rawValue,
                hint: "The standard's text, or a browser where it differs."),
        ]
    }
}

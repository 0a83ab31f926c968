import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

extension Playground {
    /// Enter in a form: writes it, or says what is wrong and stays.
    mutating func submit(_ popup: FormPopup) -> [Effect] {
        var popup = popup
        do {
            let effects = try write(popup)
            return effects
        } catch {
            popup.problem = "\(error)"
            self.popup = .form(popup)
            return []
        }
    }

    private mutating func write(_ popup: FormPopup) throws -> [Effect] {
        let form = popup.form
        switch popup.kind {
        case .request(let name):
            var draft = self.draft ?? RequestDraft.empty
            draft.method = form["method"].uppercased()
            draft.target = form["target"].hasPrefix("/") ? form["target"] : "/" + form["target"]
            draft.headers = Self.pieces(form["headers"], separator: "|")
            draft.body = form["body"]
            drafts[name] = draft
            self.popup = nil
            return send()
        case .browser:
            let settings = Self.settings(form)
            _ = try settings.makePage()
            _ = try settings.url(target: "/")
            browser = settings
            self.popup = nil
            return draft == nil ? [] : visit()
        case .saveAs(let thenQuit):
            guard !form["path"].isEmpty else { throw FormProblem.nameMissing(what: "file name") }
            self.popup = nil
            isQuitting = thenQuit
            return [.save(document.bytes, path: form["path"])]
        case .note:
            self.popup = nil
            return form["text"].isEmpty ? [] : [.record(.noted(form["text"]))]
        default:
            var changed = document
            try Self.apply(popup.kind, form, to: &changed)
            self.popup = nil
            document = changed
            let effects = documentChanged()
            selectWritten(popup.kind, form)
            return effects
        }
    }

    /// Writes a form into a document.
    static func apply(_ kind: FormKind, _ form: Form, to document: inout Document) throws(FormProblem) {
        switch kind {
        case .header(let function, let write): try document.write(header(form), function: function, replacing: write)
        case .cookie(let function, let write): try document.write(cookie(form), function: function, replacing: write)
        case .status(let function, let write): try document.writeStatus(form["value"], function: function, replacing: write)
        case .returnValue(let function, let index): try document.writeReturn(form["value"], function: function, index: index)
        case .route(let name): try document.write(route(form), replacing: name)
        case .model(let name): try document.write(model(form), replacing: name)
        case .field(let model, let index): try document.writeField(form["field"], model: model, replacing: index)
        case .cors: try document.write(cors(form))
        case .dependency:
            var dependency = DependencyForm()
            dependency.name = form["name"]
            dependency.parameters = form["parameters"]
            try document.write(dependency)
        case .request, .browser, .saveAs, .note: break
        }
    }

    /// After a form was written, the selection is on what it wrote.
    private mutating func selectWritten(_ kind: FormKind, _ form: Form) {
        switch kind {
        case .route: select(.pathOperation(form["function"]))
        case .model: select(.model(form["name"]))
        case .dependency:
            if items.contains(.dependency(form["name"])) { select(.dependency(form["name"])) }
            notice = "a on a path operation puts \(form["name"]) to use"
        case .header(_, let write), .cookie(_, let write), .status(_, let write):
            let last = editorRows.lastIndex { if case .write = $0.target { true } else { false } }
            editorRow = write.flatMap { index in editorRows.firstIndex { $0.target == .write(index) } } ?? last ?? editorRow
        default: break
        }
        if editorRows.indices.contains(editorRow), let line = editorRows[editorRow].row.line { lightedLine = line }
    }

    // MARK: From fields

    static func pieces(_ text: String, separator: Character) -> [String] {
        text.split(separator: separator).map { piece in
            var trimmed = piece[...]
            while trimmed.first?.isWhitespace == true { trimmed.removeFirst() }
            while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
            return String(trimmed)
        }.filter { !$0.isEmpty }
    }

    static func header(_ form: Form) -> HeaderForm {
        HeaderForm(name: form["name"], value: form["value"], mode: TemporalWrite.HeaderMode(rawValue: form["mode"]) ?? .set)
    }

    static func cookie(_ form: Form) -> CookieForm {
        var cookie = CookieForm()
        cookie.name = form["name"]
        cookie.value = form["value"]
        cookie.maxAge = form["maxAge"]
        cookie.expires = form["expires"]
        cookie.path = form["path"]
        cookie.domain = form["domain"]
        cookie.sameSite = CookieForm.SameSite(rawValue: form["sameSite"]) ?? .lax
        cookie.secure = form.isOn("secure")
        cookie.httpOnly = form.isOn("httpOnly")
        cookie.partitioned = form.isOn("partitioned")
        return cookie
    }

    static func route(_ form: Form) -> RouteForm {
        var route = RouteForm()
        route.method = form["method"]
        route.path = form["path"]
        route.function = form["function"]
        route.parameters = form["parameters"]
        route.responseModel = form["responseModel"]
        route.statusCode = form["statusCode"]
        route.responseClass = form["responseClass"]
        return route
    }

    static func model(_ form: Form) -> ModelForm {
        var model = ModelForm()
        model.name = form["name"]
        model.fields = pieces(form["fields"], separator: ";")
        return model
    }

    static func cors(_ form: Form) -> CORSForm {
        var cors = CORSForm()
        cors.origins = pieces(form["origins"], separator: ",")
        cors.originRegex = form["originRegex"]
        cors.methods = pieces(form["methods"], separator: ",")
        cors.headers = pieces(form["headers"], separator: ",")
        cors.exposed = pieces(form["exposed"], separator: ",")
        cors.credentials = form.isOn("credentials")
        cors.maxAge = form["maxAge"]
        return cors
    }

    static func settings(_ form: Form) -> BrowserSettings {
        BrowserSettings(
            page: form["page"], serverAs: form["serverAs"], mode: FetchInit.Mode(rawValue: form["mode"]) ?? .cors,
            credentials: FetchInit.Credentials(rawValue: form["credentials"]) ?? .sameOrigin,
            redirect: FetchInit.Redirect(rawValue: form["redirect"]) ?? .follow,
            profile: EngineProfile(rawValue: form["profile"]) ?? .chromium)
    }

    // MARK: Preview

    /// The lines that a form will write, and what browsers will say to them.
    func preview(_ popup: FormPopup) -> [Row] {
        switch popup.kind {
        case .request, .browser, .saveAs, .note: return []
        default: break
        }
        var rows: [Row] = []
        var changed = document
        do throws(FormProblem) {
            try Self.apply(popup.kind, popup.form, to: &changed)
            rows += LineDifference.rows(from: document.source, to: changed.source)
        } catch {
            rows.append(Row("\(error)", .dim))
        }
        var warnings: [String] = []
        if case .cookie = popup.kind { warnings = Self.cookie(popup.form).warnings }
        if case .cors = popup.kind { warnings = Self.cors(popup.form).warnings }
        return rows + warnings.map { Row([.init("\(glyphs.warning) \($0)", .warning)]) }
    }
}

extension RequestDraft {
    /// `GET /` with nothing else.
    static var empty: RequestDraft { RequestDraft(method: "GET", target: "/", headers: [], body: "") }

    init(method: String, target: String, headers: [String], body: String) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
    }
}

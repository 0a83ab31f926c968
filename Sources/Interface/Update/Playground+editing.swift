import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

extension Playground {
    /// Changes the document by a form's result; what cannot be written becomes the notice.
    mutating func change(_ edit: (inout Document) throws(FormProblem) -> Void) -> [Effect] {
        do throws(FormProblem) {
            try edit(&document)
            return documentChanged()
        } catch {
            notice = "\(error)"
            return []
        }
    }

    /// What Enter does in the pane that has the focus.
    mutating func activate() -> [Effect] {
        switch focus {
        case .program:
            if case .finding = selected { focusSource() } else { focus = .editor }
            editorRow = editorRows.firstIndex { $0.target != nil } ?? 0
            return []
        case .editor: return editSelected()
        case .answer:
            if reveal() { return [] }
            if answerRows.indices.contains(answerRow), let line = answerRows[answerRow].line {
                lightedLine = line
                focusSource()
            }
            return []
        case .source: return []
        }
    }

    /// Opens the form of what is selected.
    mutating func editSelected() -> [Effect] {
        guard editorRows.indices.contains(editorRow), let target = editorRows[editorRow].target, focus != .program else {
            editWholeItem()
            return []
        }
        switch (target, selectedFunction, selectedModel) {
        case (.route, let function?, _): open(.route(function.name))
        case (.write(let index), let function?, _): openWrite(index, of: function)
        case (.returnValue(let index), let function?, _): open(.returnValue(function: function.name, index: index))
        case (.field(let index), _, let model?): open(.field(model: model.name, index: index))
        case (.model, _, let model?): open(.model(model.name))
        case (.cors, _, _): open(.cors)
        case (.line(let line), _, _):
            lightedLine = line
            focusSource()
        default: break
        }
        return []
    }

    private mutating func editWholeItem() {
        switch selected {
        case .pathOperation(let name): open(.route(name))
        case .model(let name): open(.model(name))
        case .middleware where selectedMiddleware?.name == "CORSMiddleware": open(.cors)
        default: focusSource()
        }
    }

    private mutating func openWrite(_ index: Int, of function: FunctionOutline) {
        let write = function.writes[index]
        switch write.kind {
        case .header(let name, _, _) where name.plainText != nil: open(.header(function: function.name, write: index))
        case .setCookie(let call) where CookieForm(call, source: document.source) != nil:
            open(.cookie(function: function.name, write: index))
        case .status: open(.status(function: function.name, write: index))
        default:
            lightedLine = line(write.statement.range)
            focusSource()
            notice = "this line has no form; edit it as text, Esc leaves"
        }
    }

    // MARK: Removing and moving

    mutating func askDelete() -> [Effect] {
        if focus == .editor, editorRows.indices.contains(editorRow) {
            switch (editorRows[editorRow].target, selectedFunction, selectedModel) {
            case (.write(let index), let function?, _):
                return change { document throws(FormProblem) in try document.removeWrite(index, of: function.name) }
            case (.field(let index), _, let model?):
                return change { document throws(FormProblem) in try document.removeField(index, of: model.name) }
            default: break
            }
        }
        guard let name = deletableName else {
            notice = "nothing here can be removed by a form; v edits the text"
            return []
        }
        popup = .question(
            Popup.Question(
                title: "Remove \(name)?", lines: ["It is taken out of the program. u brings it back."],
                answers: [("y", "remove", .deleteItem), ("n", "keep", .cancel)]))
        return []
    }

    private var deletableName: String? {
        switch selected {
        case .pathOperation(let name), .dependency(let name), .model(let name): name
        case .middleware: selectedMiddleware?.name
        case .finding, nil: nil
        }
    }

    mutating func deleteSelectedItem() -> [Effect] {
        guard let selected else { return [] }
        return change { document throws(FormProblem) in
            switch selected {
            case .pathOperation(let name), .dependency(let name): try document.removeFunction(name)
            case .model(let name): try document.removeModel(name)
            case .middleware(let index): try document.removeMiddleware(index)
            case .finding: break
            }
        }
    }

    mutating func moveWrite(_ step: Int) -> [Effect] {
        guard focus == .editor, editorRows.indices.contains(editorRow), case .write(let index)? = editorRows[editorRow].target,
            let function = selectedFunction
        else { return [] }
        let effects = change { document throws(FormProblem) in try document.moveWrite(index, by: step, of: function.name) }
        if !effects.isEmpty { editorRow = editorRows.firstIndex { $0.target == .write(index + step) } ?? editorRow }
        return effects
    }
}

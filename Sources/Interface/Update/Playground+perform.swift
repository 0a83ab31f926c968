import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

extension Playground {
    /// Carries out an action in the pane that has the focus.
    mutating func perform(_ action: Action) -> [Effect] {
        switch action {
        case .up: move(by: -1)
        case .down: move(by: 1)
        case .pageUp: move(by: -10)
        case .pageDown: move(by: 10)
        case .first: move(by: Int.min / 2)
        case .last: move(by: Int.max / 2)
        case .nextPane: moveFocus(1)
        case .previousPane: moveFocus(-1)
        case .zoom: isZoomed.toggle()
        case .source: focusSource()
        case .tabFinal: show(.final)
        case .tabMerge: show(.merge)
        case .tabBrowser: show(.browser)
        case .tabWire: show(.wire)
        case .tabTrace: show(.trace)
        case .nextTab: moveTab(1)
        case .previousTab: moveTab(-1)
        case .help: popup = .help(scroll: 0)
        default: return performOnProgram(action)
        }
        return []
    }

    private mutating func performOnProgram(_ action: Action) -> [Effect] {
        switch action {
        case .send: return send()
        case .browserView: return visit()
        case .activate: return activate()
        case .add: popup = .menu(addMenu)
        case .edit: return editSelected()
        case .delete: return askDelete()
        case .moveUp: return moveWrite(-1)
        case .moveDown: return moveWrite(1)
        case .editRequest: openRequestForm()
        case .undo: return step(document.undo(), "nothing to undo", "undone")
        case .redo: return step(document.redo(), "nothing to redo", "made again")
        default: return performInBrowser(action)
        }
        return []
    }

    private mutating func performInBrowser(_ action: Action) -> [Effect] {
        switch action {
        case .browserSettings: open(.browser)
        case .origins: return surveyOrigins()
        case .engine: return changeBrowser { $0.profile = $0.profile.next }
        case .credentials: return changeBrowser { $0.credentials = $0.credentials.next }
        case .mode: return changeBrowser { $0.mode = $0.mode == .sameOrigin ? .cors : $0.mode.next }
        case .clearCookies:
            jars.removeAll()
            notice = "the browser has no cookies any more"
        case .fix: return fixSelected()
        case .why: explainSelected()
        case .predict: togglePrediction()
        case .mark: markSelected()
        case .askBrowser: return askBrowser()
        default: return performOutside(action)
        }
        return []
    }

    private mutating func performOutside(_ action: Action) -> [Effect] {
        switch action {
        case .save: return save(thenQuit: false)
        case .saveAs: open(.saveAs(thenQuit: false))
        case .quit: return quit()
        case .record: return [recording == nil ? .startRecording : .stopRecording]
        case .note:
            if recording == nil { notice = "notes go into a recording; r starts one" } else { open(.note) }
        case .history: popup = .menu(historyMenu)
        case .themes: popup = .menu(themeMenu)
        case .palette: popup = .menu(paletteMenu)
        case .copy: return copyAnswer()
        case .suspend: return [.suspend]
        default: break
        }
        return []
    }

    private mutating func step(_ label: String?, _ nothing: String, _ done: String) -> [Effect] {
        guard let label else {
            notice = nothing
            return []
        }
        notice = "\(done): \(label)"
        return documentChanged()
    }

    mutating func save(thenQuit: Bool) -> [Effect] {
        guard let path = document.path else {
            open(.saveAs(thenQuit: thenQuit))
            return []
        }
        isQuitting = thenQuit
        return [.save(document.bytes, path: path)]
    }

    private mutating func quit() -> [Effect] {
        guard document.isModified else { return [.keepRecovery(nil), .quit] }
        popup = .question(
            Popup.Question(
                title: "\(document.name) is not saved", lines: ["What was changed since the last time it was saved would be lost."],
                answers: [("s", "save and quit", .saveAndQuit), ("q", "quit without saving", .quit), ("c", "stay", .cancel)]))
        return []
    }

    private func copyAnswer() -> [Effect] {
        guard let exchange = shown?.exchange else { return [] }
        let response = exchange.response
        let head = ["HTTP/1.1 \(response.status) \(response.reason)"] + response.headers.map { "\($0.name): \($0.text)" }
        return [.copy((head + ["", String(decoding: response.body, as: UTF8.self)]).joined(separator: "\n"))]
    }

    // MARK: Moving

    private mutating func move(by step: Int) {
        let clamp = { (value: Int, count: Int) in max(0, min(value, count - 1)) }
        switch focus {
        case .program:
            let items = items
            guard !items.isEmpty else { return }
            let index = selected.flatMap { items.firstIndex(of: $0) } ?? 0
            select(items[clamp(index &+ step, items.count)])
        case .editor:
            editorRow = nextSelectable(in: editorRows, from: editorRow, by: step)
            lightedLine = editorRows.indices.contains(editorRow) ? editorRows[editorRow].row.line ?? lightedLine : lightedLine
        case .answer:
            let rows = answerRows
            answerRow = clamp(answerRow &+ step, rows.count)
            if rows.indices.contains(answerRow), let line = rows[answerRow].line { lightedLine = line }
        case .source: break
        }
    }

    private func nextSelectable(in rows: [EditorRow], from current: Int, by step: Int) -> Int {
        let selectable = rows.indices.filter { rows[$0].target != nil }
        guard !selectable.isEmpty else { return 0 }
        let position = selectable.firstIndex { $0 >= current } ?? selectable.count - 1
        return selectable[max(0, min(position &+ step, selectable.count - 1))]
    }

    mutating func select(_ item: ProgramItem) {
        guard item != selected else { return }
        selected = item
        editorRow = editorRows.firstIndex { $0.target != nil } ?? 0
        showSelectedInSource()
    }

    private mutating func moveFocus(_ step: Int) {
        let panes = Pane.allCases.filter { $0 != .source }
        let index = panes.firstIndex(of: focus) ?? 0
        focus = panes[(index + step + panes.count) % panes.count]
        if focus == .editor, editorRows.indices.contains(editorRow), editorRows[editorRow].target == nil {
            editorRow = editorRows.firstIndex { $0.target != nil } ?? 0
        }
    }

    private mutating func show(_ tab: AnswerTab) {
        answerTab = tab
        answerRow = 0
    }

    private mutating func moveTab(_ step: Int) {
        let tabs = AnswerTab.allCases
        let index = tabs.firstIndex(of: answerTab) ?? 0
        show(tabs[(index + step + tabs.count) % tabs.count])
    }

    // MARK: Source

    mutating func focusSource() {
        focus = .source
        if let lightedLine { editor.move(to: .init(line: lightedLine - 1, column: 0)) }
    }

    mutating func handleInSource(_ event: InputEvent) -> [Effect] {
        switch event {
        case .key(.escape, _):
            document.endTyping()
            focus = .program
            return []
        case .key(.char("s"), .ctrl): return save(thenQuit: false)
        case .key(.char("u"), .ctrl): return step(document.undo(), "nothing to undo", "undone")
        case .key(.char("y"), .ctrl), .key(.char("r"), .ctrl): return step(document.redo(), "nothing to redo", "made again")
        case .key(.char("c"), .ctrl): return perform(.quit)
        case .key(.char("z"), .ctrl): return [.suspend]
        case .mouse(let button, let x, let y, let isPress, let isMotion):
            return isPress && !isMotion ? mouse(button, x, y) : []
        default: break
        }
        switch editor.handle(event, page: rows) {
        case .edited:
            document.replace(with: Array(editor.text.utf8), label: "typing", isTyping: true)
            let place = editor.cursor
            let effects = documentChanged()
            editor.move(to: place)
            lightedLine = place.line + 1
            return effects
        case .moved:
            document.endTyping()
            lightedLine = editor.cursor.line + 1
        case .ignored: break
        }
        return []
    }

    // MARK: Mouse

    mutating func mouse(_ button: Int, _ x: Int, _ y: Int) -> [Effect] {
        guard let area = ScreenLayout(self).areas.first(where: { $0.rect.contains(x: x, y: y) }) else { return [] }
        if button == 64 || button == 65 {
            let before = focus
            if area.pane != .source {
                focus = area.pane
                move(by: button == 64 ? -3 : 3)
                focus = before == .source ? area.pane : before
            }
            return []
        }
        guard button == 0 else { return [] }
        if area.pane == .source, focus == .source || area.rect.contains(x: x, y: y) {
            focus = .source
            let row = y - area.rect.y - 1 + SourceView.firstLine(self, height: area.rect.height - 2)
            editor.move(to: .init(line: row, column: max(0, x - area.rect.x - 1 - SourceView.gutter(self))))
            return []
        }
        focus = area.pane
        clickRow(y - area.rect.y - 1, area)
        return []
    }

    private mutating func clickRow(_ row: Int, _ area: ScreenLayout.Area) {
        let height = area.rect.height - 2
        switch area.pane {
        case .program:
            let list = ProgramRows.rows(self)
            let index = row + ListWindow.first(selected: list.firstIndex { $0.item == selected } ?? 0, count: list.count, height: height)
            if list.indices.contains(index), let item = list[index].item { select(item) }
        case .editor:
            let index = row + ListWindow.first(selected: editorRow, count: editorRows.count, height: height)
            if editorRows.indices.contains(index), editorRows[index].target != nil { editorRow = index }
        case .answer:
            let index = row + ListWindow.first(selected: answerRow, count: answerRows.count, height: height)
            if answerRows.indices.contains(index) { answerRow = index }
        case .source: break
        }
    }
}

import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

extension Playground {
    /// Takes a message into account and says what the outside is to do.
    public mutating func handle(_ message: Message) -> [Effect] {
        let (width, row, subject) = (answerWidth, answerRow, selectedSubject)
        let effects = take(message)
        // Texts that wrap make other rows of another width.
        if let subject, width != answerWidth, row == answerRow, answerTab == .browser {
            answerRow = answerRows.firstIndex { $0.subject == subject } ?? row
        }
        return effects
    }

    /// What the selected row of the browser's view speaks of.
    private var selectedSubject: BrowserSubject? {
        guard answerTab == .browser else { return nil }
        let rows = answerRows
        return rows.indices.contains(answerRow) ? rows[answerRow].subject : nil
    }

    private mutating func take(_ message: Message) -> [Effect] {
        switch message {
        case .input(let event): return handle(event)
        case .loaded(let outcome, let revision): return loaded(outcome, revision)
        case .answered(let number, let exchange, let microseconds):
            return answered(number, exchange, microseconds: microseconds)
        case .failed(let number, let reason):
            update(number) { $0.failure = reason }
            notice = reason
            return []
        case .judged(let number, let verdict, let exchange, let microseconds):
            return judged(number, verdict, exchange, microseconds: microseconds)
        case .surveyed(let verdicts): popup = .origins(OriginsTable(verdicts))
        case .askAddress(let address): return showAddress(address)
        case .asked(let comparison, let exchange): asked(comparison, exchange)
        case .observed(let exchange, let caller, let microseconds):
            return observed(exchange, caller: caller, microseconds: microseconds)
        case .serving(let url): serverURL = url
        case .saved(let bytes, let path): return saved(bytes, path)
        case .saveFailed(let reason), .recordingFailed(let reason): notice = reason
        case .recordingStarted(let path): recording = (now, path)
        case .recordingStopped(let path):
            recording = nil
            notice = "recorded into \(path); headroom replay \(path) prints it"
        case .changedOnDisk(let bytes): return changedOnDisk(bytes)
        case .recovered(let bytes): askToRecover(bytes)
        case .notice(let text): notice = text
        case .tick(let milliseconds): now = milliseconds
        }
        return []
    }

    private mutating func loaded(_ outcome: LoadOutcome, _ revision: Int) -> [Effect] {
        guard revision == self.revision else { return [] }
        findings = outcome.findings
        isRunning = outcome.isRunning
        return []
    }

    private mutating func handle(_ event: InputEvent) -> [Effect] {
        if case .resize(let columns, let rows) = event {
            self.columns = columns
            self.rows = rows
            return []
        }
        if case .focus = event { return [] }
        notice = nil
        if popup != nil { return handleInPopup(event) }
        if focus == .source { return handleInSource(event) }
        switch event {
        case .key(let key, let modifiers):
            guard let action = ActionTable.bindings.action(for: key, modifiers) else { return [] }
            return perform(action)
        case .mouse(let button, let x, let y, let isPress, let isMotion):
            guard isPress, !isMotion else { return [] }
            return mouse(button, x, y)
        default: return []
        }
    }

    // MARK: The document changed

    /// What follows every change of the text: the panes follow, the engine loads it, the recovery file and the recording learn of it.
    mutating func documentChanged() -> [Effect] {
        editor.replaceText(document.source.text)
        if let selected, !items.contains(selected) { self.selected = items.first }
        if selected == nil { selected = items.first }
        editorRow = min(editorRow, max(0, editorRows.count - 1))
        revision += 1
        var effects: [Effect] = [.load(document.bytes, revision: revision), .keepRecovery(document.isModified ? document.bytes : nil)]
        if recording != nil { effects.append(.recordProgram(document.bytes)) }
        return effects
    }

    private mutating func saved(_ bytes: [UInt8], _ path: String) -> [Effect] {
        document.didSave(bytes, path: path)
        notice = "saved \(path)"
        if isQuitting, !document.isModified { return [.keepRecovery(nil), .quit] }
        isQuitting = false
        return [.keepRecovery(document.isModified ? document.bytes : nil)]
    }

    private mutating func changedOnDisk(_ bytes: [UInt8]) -> [Effect] {
        guard bytes != document.bytes else { return [] }
        if document.isModified {
            popup = .question(
                Popup.Question(
                    title: "\(document.name) changed on disk",
                    lines: ["It is not saved here either. Take the file's text (undo brings yours back), or keep yours?"],
                    answers: [("t", "take the file's", .takeFromDisk(bytes)), ("k", "keep mine", .cancel)]))
            return []
        }
        return takeFromDisk(bytes)
    }

    private mutating func askToRecover(_ bytes: [UInt8]) {
        popup = .question(
            Popup.Question(
                title: "Unsaved work of an earlier session",
                lines: ["It ended before \(document.name) was saved. Bring its text back? (u goes back to the file's)"],
                answers: [("r", "bring it back", .takeRecovered(bytes)), ("d", "drop it", .dropRecovered)]))
    }

    /// Takes over what an earlier session left; it stays unsaved.
    mutating func takeRecovered(_ bytes: [UInt8]) -> [Effect] {
        document.replace(with: bytes, label: "recovered work")
        return documentChanged()
    }

    mutating func takeFromDisk(_ bytes: [UInt8]) -> [Effect] {
        document.replace(with: bytes, label: "change on disk")
        if let path = document.path { document.didSave(bytes, path: path) }
        notice = "\(document.name) changed on disk and was read again; u brings the old text back"
        return documentChanged()
    }
}

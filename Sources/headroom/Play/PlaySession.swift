import BrowserModel
import CellUI
import CursesTerminal
import FoundationEssentials
import Glibc
import HTTPMessages
import Interface
import LoopbackServer
import Python
import ResponsePipeline
import Workbench

/// The playground while it runs: feeds messages to the state, carries out its effects, paints.
final class PlaySession {
    private let terminal: Terminal
    private let loop = EventLoop<Message>()
    private let ports: PortPolicy
    private var state: Playground
    private var recovery: Recovery
    private var recording: RecordingFile?
    private var watcher: FileWatcher?
    private var engine: EngineLink
    private var isDone = false
    private var isDirty = true
    private var farewell: String?

    init(document: Document, theme: Theme, terminal: Terminal, port: PortPolicy) {
        self.terminal = terminal
        ports = port
        let size = terminal.size
        state = Playground(
            document: document, columns: size.columns, rows: size.rows, theme: theme, glyphs: terminal.isUTF8 ? .unicode : .ascii)
        recovery = Recovery(program: document.path, name: document.name)
        watcher = document.path.map { FileWatcher(path: $0, bytes: document.bytes) }
        let loop = loop
        engine = EngineLink(name: document.name) { loop.post($0) }
    }

    /// Runs until the person leaves, gives the terminal back, and returns a last word if there is one.
    func run() -> String? {
        handle(.tick(wallClockMilliseconds()))
        offerRecovery()
        perform(state.start())
        paint()
        engine.start(ports)
        loop.run(
            .init(
                input: { [unowned self] events in for event in events { handle(.input(event)) } },
                message: { [unowned self] in handle($0) },
                redraw: { [unowned self] in redraw() },
                suspend: { [unowned self] in suspend() },
                terminate: { [unowned self] number in terminate(number) },
                turn: { [unowned self] in turn() },
                deadline: { [unowned self] in state.recording != nil || watcher != nil ? 1000 : nil },
                isDone: { [unowned self] in isDone }, continued: { [unowned self] in resume() }))
        if !isDone { keepUnsaved() }
        recording?.close()
        terminal.close()
        return farewell
    }

    private func turn() {
        let now = wallClockMilliseconds()
        if now / 1000 != state.now / 1000 {
            if state.recording != nil { isDirty = true }
            handle(.tick(now), dirty: false)
            if let changed = watcher?.change() { handle(.changedOnDisk(changed)) }
        }
        if isDirty, !isDone { paint() }
    }

    private func paint() {
        isDirty = false
        terminal.present(Screen.draw(state))
    }

    private func handle(_ message: Message, dirty: Bool = true) {
        if dirty { isDirty = true }
        perform(state.handle(message))
    }

    private func perform(_ effects: [Effect]) { for effect in effects { perform(effect) } }

    private func perform(_ effect: Effect) {
        switch effect {
        case .load(let bytes, let revision): engine.load(bytes, revision: revision)
        case .send(let number, let request): engine.send(number, request)
        case .visit(let number, let request, let settings, let jar): engine.visit(number, request, settings, jar)
        case .survey(let request, let settings): engine.survey(request, settings)
        case .ask(let question, let operations): engine.askBrowser(question, among: operations)
        case .openInBrowser(let address): DesktopBrowser.open(address)
        case .save(let bytes, let path): save(bytes, path)
        case .keepRecovery(let bytes): recovery.keep(bytes)
        case .startRecording: startRecording()
        case .record(let content): record { try $0.record(content, now: wallClockMilliseconds()) }
        case .recordProgram(let bytes): record { try $0.record(program: bytes, now: wallClockMilliseconds()) }
        case .stopRecording:
            guard let path = recording?.path else { return }
            recording?.close()
            recording = nil
            handle(.recordingStopped(path: path))
        case .copy(let text):
            terminal.copy(base64: Data(text.utf8).base64EncodedString())
            handle(.notice("copied, if the terminal allows it (OSC 52)"))
        case .setTheme: break
        case .suspend: suspend()
        case .quit: isDone = true
        }
    }

    private func save(_ bytes: [UInt8], _ path: String) {
        do {
            try FileAccess.writeAtomically(bytes, to: path)
            if watcher == nil || state.document.path != path {
                recovery.keep(nil)
                watcher = FileWatcher(path: path, bytes: bytes)
                recovery = Recovery(program: path, name: String(path.split(separator: "/").last ?? Substring(path)))
            } else {
                watcher?.didWrite(bytes)
            }
            handle(.saved(bytes: bytes, path: path))
        } catch {
            let text = (error as? CommandProblem)?.text ?? "\(error)"
            handle(.saveFailed(reason: text))
        }
    }

    // MARK: Recording

    private func startRecording() {
        do {
            let document = state.document
            let file = try RecordingFile(
                beside: document.path, name: document.name, text: document.bytes, now: wallClockMilliseconds())
            recording = file
            handle(.recordingStarted(path: file.path))
        } catch {
            handle(.recordingFailed(reason: "\(error)"))
        }
    }

    private func record(_ write: (inout RecordingFile) throws -> Void) {
        guard recording != nil else { return }
        do {
            guard var file = recording else { return }
            try write(&file)
            recording = file
        } catch {
            recording?.close()
            recording = nil
            handle(.recordingStopped(path: "\(error)"))
        }
    }

    // MARK: The terminal and the end

    private func redraw() {
        if terminal.resize() {
            let size = terminal.size
            handle(.input(.resize(columns: size.columns, rows: size.rows)))
        }
        isDirty = true
    }

    private func suspend() {
        terminal.suspend()
        EventLoopSignals.stopProcess()
        resume()
    }

    private func resume() {
        terminal.resume()
        redraw()
    }

    private func terminate(_ number: Int32) {
        keepUnsaved()
        isDone = true
    }

    private func keepUnsaved() {
        guard state.document.isModified else { return }
        recovery.keep(state.document.bytes)
        farewell = "headroom: unsaved work is kept in \(recovery.path); open the program again to get it back"
    }

    private func offerRecovery() {
        guard let left = recovery.left(), left != state.document.bytes else { return }
        handle(.recovered(left))
    }
}

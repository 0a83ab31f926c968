import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

/// Everything that the interface shows; `handle` changes it, `Screen` draws it.
public struct Playground: Sendable {
    public internal(set) var document: Document
    public internal(set) var columns: Int
    public internal(set) var rows: Int
    public internal(set) var theme: Theme
    public internal(set) var glyphs: Glyphs
    /// Where the server is reached; nil until it accepts.
    public internal(set) var serverURL: String?

    public internal(set) var focus = Pane.program
    public internal(set) var isZoomed = false
    public internal(set) var selected: ProgramItem?
    public internal(set) var editorRow = 0
    public internal(set) var answerTab = AnswerTab.final
    public internal(set) var answerRow = 0
    public internal(set) var editor: TextEditor
    /// The line of the source that something selected speaks of, from 1.
    public internal(set) var lightedLine: Int?

    public internal(set) var drafts: [String: RequestDraft] = [:]
    public internal(set) var history: [ExchangeRecord] = []
    public internal(set) var shownExchange: Int?
    var nextExchange = 1
    public internal(set) var browser = BrowserSettings()
    /// The cookies of each engine's browser; what one fetch stores the next one sends.
    var jars: [EngineProfile: CookieJar] = [:]
    /// Whether verdicts stay hidden until the person has marked what JavaScript can read.
    public internal(set) var isPredicting = false
    var predictions: [Int: Prediction] = [:]
    /// The verdict that the next exchange is to be compared with, after a fix.
    var verdictBeforeFix: Verdict?

    public internal(set) var findings: [LoadOutcome.Finding] = []
    public internal(set) var isRunning = false
    var revision = 0
    public internal(set) var popup: Popup?
    public internal(set) var notice: String?
    /// Since when a recording runs, in milliseconds since 1970, and its file.
    public internal(set) var recording: (since: Int, path: String)?
    public internal(set) var now = 0
    var isQuitting = false

    /// The parts of the screen.
    public enum Pane: Int, Sendable, CaseIterable { case program, editor, source, answer }

    /// The views of an answer.
    public enum AnswerTab: String, Sendable, CaseIterable {
        case final = "Final", merge = "Merge", browser = "Browser", wire = "Wire", trace = "Trace"
    }

    /// A row of the program list, by what it names rather than by its place, so that it survives edits.
    public enum ProgramItem: Sendable, Hashable {
        case pathOperation(String)
        case dependency(String)
        case model(String)
        case middleware(Int)
        case finding(Int)
    }

    public init(document: Document, columns: Int, rows: Int, theme: Theme, glyphs: Glyphs = .unicode) {
        self.document = document
        self.columns = columns
        self.rows = rows
        self.theme = theme
        self.glyphs = glyphs
        editor = TextEditor(text: document.source.text)
        selected = items.first
        showSelectedInSource()
    }

    /// What to do first.
    public mutating func start() -> [Effect] {
        revision += 1
        return [.load(document.bytes, revision: revision)]
    }

    // MARK: Derived

    /// The selectable rows of the program list, in order.
    public var items: [ProgramItem] {
        let outline = document.outline
        return outline.pathOperations.map { .pathOperation($0.name) } + outline.dependencies.map { .dependency($0.name) }
            + outline.models.map { .model($0.name) } + outline.middleware.indices.map { .middleware($0) }
            + allFindings.indices.map { .finding($0) }
    }

    /// Errors of syntax first, then what loading found.
    public var allFindings: [LoadOutcome.Finding] {
        let syntax = document.errors.map {
            LoadOutcome.Finding(line: document.source.line(at: $0.range.start), text: "\($0.kind.rawValue): \($0.message)")
        }
        return syntax.isEmpty ? findings : syntax
    }

    /// The function that the selected item names.
    public var selectedFunction: FunctionOutline? {
        switch selected {
        case .pathOperation(let name): document.outline.pathOperations.first { $0.name == name }
        case .dependency(let name): document.outline.dependencies.first { $0.name == name }
        default: nil
        }
    }

    public var selectedModel: ModelOutline? {
        guard case .model(let name) = selected else { return nil }
        return document.outline.models.first { $0.name == name }
    }

    public var selectedMiddleware: MiddlewareOutline? {
        guard case .middleware(let index) = selected, document.outline.middleware.indices.contains(index) else { return nil }
        return document.outline.middleware[index]
    }

    /// The exchange that the answer pane shows.
    public var shown: ExchangeRecord? { history.first { $0.number == shownExchange } }

    /// The request that would be sent for the selected path operation.
    public var draft: RequestDraft? {
        guard case .pathOperation(let name) = selected, let function = selectedFunction else { return nil }
        return drafts[name] ?? RequestDraft(function, outline: document.outline)
    }

    /// The line of a range's start, from 1.
    func line(_ range: SourceRange) -> Int { document.source.line(at: range.start) }

    /// Scrolls the source to what is selected.
    mutating func showSelectedInSource() {
        let range: SourceRange? =
            switch selected {
            case .pathOperation, .dependency: selectedFunction?.range
            case .model: selectedModel?.statement.range
            case .middleware: selectedMiddleware?.statement.range
            case .finding, nil: nil
            }
        if let range { lightedLine = line(range) }
        if case .finding(let index) = selected, allFindings.indices.contains(index) { lightedLine = allFindings[index].line }
    }
}

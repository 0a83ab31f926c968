import Python

/// The program that is open: its text, what it declares, and the way back through its changes.
///
/// Forms and the source editor are two views of this one text; each change goes through `replace` and can be undone.
public struct Document: Sendable {
    /// The name shown for it: the file's, or that of the built-in program.
    public private(set) var name: String
    /// Where it is saved; nil for the built-in program until it was saved.
    public private(set) var path: String?
    public private(set) var source: SourceText
    public private(set) var module: Module
    /// What does not parse, in source order; statements with errors are missing from `module`.
    public private(set) var errors: [SyntaxError]
    public private(set) var outline: ProgramOutline
    private var saved: [UInt8]
    private var undoStack: [Change] = []
    private var redoStack: [Change] = []

    /// One step of undo.
    private struct Change: Sendable {
        var label: String
        var before: [UInt8]
        var after: [UInt8]
        /// Keystrokes that follow each other become one step.
        var isTyping: Bool
    }

    /// Opens a text; `path` is nil where it has no file yet.
    public init(name: String, path: String?, bytes: [UInt8]) {
        self.name = name
        self.path = path
        saved = bytes
        source = SourceText(bytes: bytes)
        (module, errors) = Parser.parse(source)
        outline = ProgramOutline(module, source: source)
    }

    /// The built-in program.
    public static var builtIn: Document {
        Document(name: BuiltInProgram.name, path: nil, bytes: Array(BuiltInProgram.text.utf8))
    }

    public var bytes: [UInt8] { source.bytes }

    /// Whether the text differs from what was opened or last saved.
    public var isModified: Bool { source.bytes != saved }

    public var canUndo: Bool { !undoStack.isEmpty }
    public var canRedo: Bool { !redoStack.isEmpty }

    /// Puts a new text in place of the old one, as one step of undo with that label; the same text is no step.
    ///
    /// With `isTyping` it joins the step before it, if that was typing too.
    public mutating func replace(with bytes: [UInt8], label: String, isTyping: Bool = false) {
        guard bytes != source.bytes else { return }
        if isTyping, let last = undoStack.last, last.isTyping, redoStack.isEmpty {
            undoStack[undoStack.count - 1].after = bytes
        } else {
            undoStack.append(Change(label: label, before: source.bytes, after: bytes, isTyping: isTyping))
        }
        redoStack.removeAll()
        set(bytes)
    }

    /// Ends a run of typing, so that the next keystroke begins a new step of undo.
    public mutating func endTyping() {
        guard let last = undoStack.indices.last else { return }
        undoStack[last].isTyping = false
    }

    /// Takes the last change back and gives its label, or nil where there is none.
    public mutating func undo() -> String? {
        guard let change = undoStack.popLast() else { return nil }
        redoStack.append(change)
        set(change.before)
        return change.label
    }

    /// Makes the last change that was taken back again.
    public mutating func redo() -> String? {
        guard var change = redoStack.popLast() else { return nil }
        change.isTyping = false
        undoStack.append(change)
        set(change.after)
        return change.label
    }

    /// Notes that these bytes now stand in the file.
    public mutating func didSave(_ bytes: [UInt8], path: String) {
        saved = bytes
        self.path = path
        name = String(path.split(separator: "/").last ?? Substring(path))
    }

    private mutating func set(_ bytes: [UInt8]) {
        source = SourceText(bytes: bytes)
        (module, errors) = Parser.parse(source)
        outline = ProgramOutline(module, source: source)
    }
}

import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

/// Everything that a person can do; keys, palette, footer and help come from `ActionTable`.
public enum Action: String, Sendable, Hashable, CaseIterable {
    case up, down, pageUp, pageDown, first, last
    case nextPane, previousPane, zoom
    case activate, send, editRequest, add, edit, delete, moveUp, moveDown
    case undo, redo, save, saveAs, quit
    case tabFinal, tabMerge, tabBrowser, tabWire, tabTrace, nextTab, previousTab
    case browserView, browserSettings, origins, fix, why
    case engine, credentials, mode, clearCookies, predict, mark, askBrowser
    case record, note, history, copy, themes, palette, help, source, suspend
}

/// The one table of keys.
public enum ActionTable {
    public static let bindings = KeyBindings<Action>([
        KeyBinding(.send, ["s"], "send", "Send the selected path operation over the socket and show the answer.", footer: true),
        KeyBinding(.add, ["a"], "add", "Add a header, cookie, status, dependency, path operation, model or CORS.", footer: true),
        KeyBinding(.edit, ["e"], "edit", "Edit what is selected in a form.", footer: true),
        KeyBinding(.delete, ["d", "Delete"], "delete", "Remove what is selected from the program.", footer: true),
        KeyBinding(.undo, ["u"], "undo", "Take the last change back.", footer: true),
        KeyBinding(.browserView, ["b"], "browser", "Send as a page's fetch() and show what its JavaScript can read.", footer: true),
        KeyBinding(.palette, [":", "ctrl-p"], "palette", "Find any action by name.", footer: true),
        KeyBinding(.help, ["?", "F1"], "help", "Show this help.", footer: true),
        KeyBinding(.quit, ["q", "ctrl-c"], "quit", "Leave; asks if something is not saved.", footer: true),
        KeyBinding(.zoom, ["z"], "zoom", "Give the focused pane the whole screen, or take it back.", footer: true),
        KeyBinding(.record, ["r"], "record", "Start or stop recording into a session file.", footer: true),
        KeyBinding(.save, ["w", "ctrl-s"], "save", "Save the program."),
        KeyBinding(.saveAs, ["W"], "save as", "Save the program under a name."),
        KeyBinding(.redo, ["U", "ctrl-r", "ctrl-y"], "redo", "Make the last change that was taken back again."),
        KeyBinding(.editRequest, ["S"], "request", "Edit method, target, headers and body of the request before it is sent."),
        KeyBinding(.origins, ["o"], "origins", "Same origin, same site, cross-site, null and credentials modes, side by side."),
        KeyBinding(.browserSettings, ["O"], "page", "Choose the page's origin, the server's, credentials, mode and engine."),
        KeyBinding(.engine, ["E"], "engine", "Judge as the next engine: standard, chromium, firefox."),
        KeyBinding(.credentials, ["C"], "credentials", "Fetch with the next credentials mode: omit, same-origin, include."),
        KeyBinding(.mode, ["M"], "mode", "Fetch in the next mode: cors, no-cors, same-origin."),
        KeyBinding(.clearCookies, ["X"], "clear cookies", "Empty the browser's cookie jar."),
        KeyBinding(.fix, ["f"], "fix", "In the browser's view: change the program so that the row works, and send again."),
        KeyBinding(.why, ["i"], "why", "Say why about the selected row."),
        KeyBinding(.predict, ["p"], "predict", "Hide verdicts until you have marked what JavaScript can read; Enter reveals."),
        KeyBinding(.mark, ["x"], "mark", "While predicting: mark the selected row as readable, or not."),
        KeyBinding(.askBrowser, ["B"], "ask browser", "Let your own browser run the fetch, and compare it with the model."),
        KeyBinding(.activate, ["Enter"], "open", "Open what is selected: a form, a request, the line in the source."),
        KeyBinding(.source, ["v"], "source", "Edit the source as text; Esc leaves it."),
        KeyBinding(.nextPane, ["Tab"], "next pane", "Move to the next pane."),
        KeyBinding(.previousPane, ["shift-Tab"], "previous pane", "Move to the previous pane."),
        KeyBinding(.up, ["k", "Up"], "up", "Move up."),
        KeyBinding(.down, ["j", "Down"], "down", "Move down."),
        KeyBinding(.pageUp, ["PageUp"], "page up", "Move up by a page."),
        KeyBinding(.pageDown, ["PageDown"], "page down", "Move down by a page."),
        KeyBinding(.first, ["g", "Home"], "first", "Move to the first row."),
        KeyBinding(.last, ["G", "End"], "last", "Move to the last row."),
        KeyBinding(.moveUp, ["K", "shift-Up"], "move up", "Move the selected header, cookie or status one place up in its function."),
        KeyBinding(.moveDown, ["J", "shift-Down"], "move down", "Move it one place down."),
        KeyBinding(.nextTab, ["l", "Right"], "next view", "Show the next view of the answer."),
        KeyBinding(.previousTab, ["h", "Left"], "previous view", "Show the previous view of the answer."),
        KeyBinding(.tabFinal, ["1"], "Final", "Final headers, each with what set it."),
        KeyBinding(.tabMerge, ["2"], "Merge", "The layers of the response, what won, what was dropped and why."),
        KeyBinding(.tabBrowser, ["3"], "Browser", "The browser's view, without sending again."),
        KeyBinding(.tabWire, ["4"], "Wire", "The exact bytes of request and answer."),
        KeyBinding(.tabTrace, ["5"], "Trace", "What happened, step by step."),
        KeyBinding(.history, ["H"], "history", "Choose among the exchanges so far."),
        KeyBinding(.note, ["n"], "note", "Write a note into the recording."),
        KeyBinding(.copy, ["y"], "copy", "Copy the answer as text (OSC 52)."),
        KeyBinding(.themes, ["t"], "theme", "Choose another theme."),
        KeyBinding(.suspend, ["ctrl-z"], "suspend", "Put Headroom into the background; fg brings it back."),
    ])
}

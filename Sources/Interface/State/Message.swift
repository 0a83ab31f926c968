import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

/// What happened, from the terminal or from an effect that came back.
public enum Message: Sendable {
    case input(InputEvent)
    /// The program was loaded anew, or not; `revision` says for which text.
    case loaded(LoadOutcome, revision: Int)
    /// A request of ours was answered; `exchange` is the number under which it went out.
    case answered(exchange: Int, Exchange, microseconds: Int)
    /// A request of ours could not be sent.
    case failed(exchange: Int, reason: String)
    /// A page's fetch came to its end; the exchange is the last one with the server, if any.
    case judged(exchange: Int, Verdict, Exchange?, microseconds: Int)
    /// Fetches from several pages and with several credentials modes came to their ends, in the order asked for.
    case surveyed([Verdict])
    /// The page that asks a real browser is served; the address is good for one report.
    case askAddress(String)
    /// A real browser was asked; the exchange is the last one that it had with the server.
    case asked(AskComparison, Exchange?)
    /// Somebody else called the server.
    case observed(Exchange, caller: String, microseconds: Int)
    case serving(url: String)
    case saved(bytes: [UInt8], path: String)
    case saveFailed(reason: String)
    case recordingStarted(path: String)
    case recordingStopped(path: String)
    case recordingFailed(reason: String)
    /// The file changed on disk behind us.
    case changedOnDisk([UInt8])
    /// A session before this one left work that was not saved.
    case recovered([UInt8])
    case notice(String)
    /// The clock, in milliseconds since 1970; for the recording's time.
    case tick(Int)
}

/// What came of loading a program.
public struct LoadOutcome: Sendable {
    /// What is wrong, each with its line if it has one; the routes that can run run all the same.
    public var findings: [Finding]
    /// Whether the program's top level ran to its end.
    public var isRunning: Bool

    public init(findings: [Finding], isRunning: Bool) {
        self.findings = findings
        self.isRunning = isRunning
    }

    /// Something to know about a line of the program.
    public struct Finding: Sendable, Hashable {
        public var line: Int?
        public var text: String

        public init(line: Int?, text: String) {
            self.line = line
            self.text = text
        }
    }
}

/// What the outside is asked to do.
public enum Effect: Sendable {
    /// Load this text into the engine.
    case load([UInt8], revision: Int)
    case send(exchange: Int, HTTPRequest)
    case visit(exchange: Int, HTTPRequest, BrowserSettings, CookieJar)
    /// Play the same fetch with each of the settings.
    case survey(HTTPRequest, [BrowserSettings])
    /// Serve the page that asks a real browser, and give its address; it begins with that question.
    case ask(AskQuestion, among: [AskQuestion])
    /// Show an address in the person's browser, if this machine has a screen.
    case openInBrowser(String)
    case save([UInt8], path: String)
    /// Keep unsaved work where a crash does not reach it; nil: there is none.
    case keepRecovery([UInt8]?)
    case startRecording
    case record(SessionEvent.Content)
    case recordProgram([UInt8])
    case stopRecording
    case copy(String)
    case setTheme(String)
    case suspend
    case quit
}

import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

/// What lies over the panes and takes the keys.
public enum Popup: Sendable {
    case form(FormPopup)
    case menu(Menu)
    case question(Question)
    case help(scroll: Int)
    /// A text to read.
    case reading(title: String, lines: [String])
    /// Why something in the browser's view is as it is.
    case why(Why)
    /// Pages and credentials modes side by side.
    case origins(OriginsTable)

    /// A list to choose from; letters choose at once.
    public struct Menu: Sendable {
        public var title: String
        public var items: [Item]
        public var selection = 0
        /// What is typed into a palette to filter it; nil for a plain menu.
        public var filter: TextField?

        public struct Item: Sendable {
            public var label: String
            public var detail: String
            public var choice: Choice
        }

        /// The items that match the filter: its characters in order.
        public var shown: [Item] {
            guard let needle = filter?.text.lowercased(), !needle.isEmpty else { return items }
            return items.filter { item in
                var rest = item.label.lowercased()[...]
                for character in needle {
                    guard let at = rest.firstIndex(of: character) else { return false }
                    rest = rest[rest.index(after: at)...]
                }
                return true
            }
        }
    }

    /// What choosing an item does.
    public enum Choice: Sendable {
        case action(Action)
        case open(FormKind)
        case theme(String)
        case exchange(Int)
        case dependency(String)
    }

    /// A question with answers by key.
    public struct Question: Sendable {
        public var title: String
        public var lines: [String]
        public var answers: [(key: Character, label: String, then: Answer)]
    }

    public enum Answer: Sendable {
        case cancel
        case saveAndQuit
        case quit
        case deleteItem
        case takeFromDisk([UInt8])
        case takeRecovered([UInt8])
        case copy(String)
        case dropRecovered
    }
}

/// Which form, and what it changes.
public enum FormKind: Sendable, Hashable {
    /// A header, cookie or status of a function; the index is that of the write to change, nil adds one.
    case header(function: String, write: Int?)
    case cookie(function: String, write: Int?)
    case status(function: String, write: Int?)
    case returnValue(function: String, index: Int)
    /// A path operation by the name of its function; nil adds one.
    case route(String?)
    case model(String?)
    case field(model: String, index: Int?)
    case cors
    case dependency
    case request(String)
    case browser
    case saveAs(thenQuit: Bool)
    case note
}

/// A form over the panes, with what is wrong with it and what it will write.
public struct FormPopup: Sendable {
    public var kind: FormKind
    public var title: String
    public var form: Form
    public var problem: String?
    /// Lines that the form will write, and warnings; made anew after each key.
    public var preview: [Row] = []
}

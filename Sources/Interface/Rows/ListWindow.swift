import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

/// Which part of a list is seen.
enum ListWindow {
    /// The first row to show, so that the selected one is seen.
    static func first(selected: Int, count: Int, height: Int) -> Int {
        guard height > 0, count > height else { return 0 }
        return max(0, min(selected - height / 2, count - height))
    }
}

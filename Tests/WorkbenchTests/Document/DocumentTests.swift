import Python
import Testing
import Workbench

@Suite struct DocumentTests {
    static func document(_ text: String = "a = 1\n") -> Document {
        Document(name: "a.py", path: "/tmp/a.py", bytes: Array(text.utf8))
    }

    @Test func everyChangeCanBeUndoneAndMadeAgain() {
        var document = Self.document()
        let versions = ["a = 2\n", "a = 3\n", "a = 4\n"]
        for (number, text) in versions.enumerated() { document.replace(with: Array(text.utf8), label: "step \(number)") }
        #expect(document.undo() == "step 2")
        #expect(document.undo() == "step 1")
        #expect(document.source.text == "a = 2\n")
        #expect(document.redo() == "step 1")
        #expect(document.source.text == "a = 3\n")
        document.replace(with: Array("b\n".utf8), label: "other")
        #expect(!document.canRedo)
    }

    @Test func keystrokesInARowAreOneStep() {
        var document = Self.document("")
        for text in ["x", "xy", "xyz"] { document.replace(with: Array(text.utf8), label: "typing", isTyping: true) }
        document.endTyping()
        document.replace(with: Array("xyz!".utf8), label: "typing", isTyping: true)
        #expect(document.undo() == "typing")
        #expect(document.source.text == "xyz")
        #expect(document.undo() == "typing")
        #expect(document.source.text == "")
        #expect(document.undo() == nil)
    }

    @Test func theSameTextIsNoChange() {
        var document = Self.document()
        document.replace(with: document.bytes, label: "nothing")
        #expect(!document.canUndo)
        #expect(!document.isModified)
    }

    @Test func itIsModifiedUntilWhatStandsInTheFileIsBack() {
        var document = Self.document()
        document.replace(with: Array("b\n".utf8), label: "edit")
        #expect(document.isModified)
        _ = document.undo()
        #expect(!document.isModified)
        _ = document.redo()
        document.didSave(document.bytes, path: "/tmp/folder/b.py")
        #expect(!document.isModified)
        #expect(document.name == "b.py")
    }
}

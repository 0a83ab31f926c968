import Testing
import Workbench

@Suite struct TextDifferenceTests {
    @Test(arguments: [
        ("", "a", 0, "", "a"),
        ("abc", "", 0, "abc", ""),
        ("abc", "axc", 1, "b", "x"),
        ("aaa", "aa", 2, "a", ""),
        ("é", "è", 0, "é", "è"),
        ("x🙂y", "x🙃y", 1, "🙂", "🙃"),
        ("ab", "aéb", 1, "", "é"),
    ])
    func theSmallestEditReplacesWholeCharacters(_ old: String, _ new: String, _ offset: Int, _ removed: String, _ inserted: String) {
        let edit = TextDifference.smallestEdit(from: Array(old.utf8), to: Array(new.utf8))
        #expect(edit == SessionEvent.Edit(offset: offset, removed: removed, inserted: inserted))
        #expect(edit.flatMap { TextDifference.apply($0, to: Array(old.utf8)) } == Array(new.utf8))
    }

    @Test func equalTextsHaveNoEdit() {
        #expect(TextDifference.smallestEdit(from: [1, 2], to: [1, 2]) == nil)
    }

    @Test func anEditThatDoesNotFitIsRefused() {
        let edit = SessionEvent.Edit(offset: 1, removed: "b", inserted: "c")
        #expect(TextDifference.apply(edit, to: Array("ax".utf8)) == nil)
        #expect(TextDifference.apply(edit, to: Array("a".utf8)) == nil)
    }
}

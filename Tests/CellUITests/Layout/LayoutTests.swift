import CellUI
import Testing

@Suite struct LayoutTests {
    @Test(arguments: [
        ([Track.fixed(10), .share()], 30, 0, [10, 20]),
        ([.fixed(10), .share(), .share()], 31, 0, [10, 10, 11]),
        ([.share(2), .share(1)], 30, 0, [20, 10]),
        ([.share(1, minimum: 20), .share(1)], 30, 0, [20, 10]),
        ([.share(1, minimum: 20), .share(1, minimum: 20)], 30, 0, [20, 10]),
        ([.fixed(40), .share()], 30, 0, [30, 0]),
        ([.fixed(5), .fixed(5)], 30, 0, [5, 5]),
        ([.share(), .share(), .share()], 10, 1, [2, 3, 3]),
        ([.share()], 0, 0, [0]),
        ([], 10, 1, []),
    ])
    func tracksShareALength(_ tracks: [Track], _ length: Int, _ gap: Int, _ sizes: [Int]) {
        #expect(Track.solve(tracks, length: length, gap: gap) == sizes)
    }

    @Test func sharesFillTheWholeLength() {
        for length in 0...200 {
            let sizes = Track.solve([.fixed(26), .share(3, minimum: 10), .share(2, minimum: 30), .share(1)], length: length)
            #expect(sizes.reduce(0, +) == length)
            #expect(sizes.allSatisfy { $0 >= 0 })
        }
    }

    @Test func rectanglesSplitIntoColumnsAndRows() {
        let rect = Rect(x: 2, y: 1, width: 21, height: 10)
        #expect(
            rect.columns([.fixed(6), .share()], gap: 1) == [
                Rect(x: 2, y: 1, width: 6, height: 10), Rect(x: 9, y: 1, width: 14, height: 10),
            ])
        #expect(rect.rows([.share(), .fixed(3)]) == [Rect(x: 2, y: 1, width: 21, height: 7), Rect(x: 2, y: 8, width: 21, height: 3)])
        #expect(rect.inside == Rect(x: 3, y: 2, width: 19, height: 8))
        #expect(rect.row(9) == Rect(x: 2, y: 10, width: 21, height: 1))
        #expect(rect.row(10).isEmpty)
        #expect(rect.centred(width: 5, height: 40) == Rect(x: 10, y: 1, width: 5, height: 10))
        #expect(rect.intersection(Rect(x: 50, y: 0, width: 2, height: 2)).isEmpty)
        #expect(Rect(x: 0, y: 0, width: -4, height: 1).width == 0)
    }

    @Test func aViewportKeepsTheSelectionInView() {
        var viewport = Viewport()
        #expect(viewport.visible(count: 100, height: 10) == 0..<10)
        viewport.select(9, count: 100, height: 10)
        #expect(viewport.visible(count: 100, height: 10) == 0..<10)
        viewport.move(by: 1, count: 100, height: 10)
        #expect(viewport.visible(count: 100, height: 10) == 1..<11)
        viewport.select(500, count: 100, height: 10)
        #expect((viewport.selection, viewport.top) == (99, 90))
        viewport.move(by: -9, count: 100, height: 10)
        #expect(viewport.visible(count: 100, height: 10) == 90..<100)
        viewport.move(by: -1, count: 100, height: 10)
        #expect(viewport.visible(count: 100, height: 10) == 89..<99)
    }

    @Test func aWheelScrollsAndTakesTheSelectionAlong() {
        var viewport = Viewport()
        viewport.scroll(by: 3, count: 20, height: 5)
        #expect((viewport.top, viewport.selection) == (3, 3))
        viewport.scroll(by: 100, count: 20, height: 5)
        #expect((viewport.top, viewport.selection) == (15, 15))
        viewport.scroll(by: -100, count: 20, height: 5)
        #expect((viewport.top, viewport.selection) == (0, 4))
        viewport.scroll(by: 3, count: 2, height: 5)
        #expect((viewport.top, viewport.selection) == (0, 1))
        viewport.scroll(by: 3, count: 0, height: 5)
        #expect((viewport.top, viewport.selection) == (0, 0))
    }

    @Test func aViewportFollowsListsThatShrink() {
        var viewport = Viewport()
        viewport.select(50, count: 60, height: 10)
        #expect(viewport.visible(count: 5, height: 10) == 0..<5)
        #expect(viewport.visible(count: 0, height: 10).isEmpty)
        #expect(viewport.visible(count: 60, height: 0).isEmpty)
        #expect(viewport.visible(count: 60, height: 3).contains(50))
    }
}

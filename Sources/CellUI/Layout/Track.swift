/// One of the parts into which a width or a height is split.
public struct Track: Sendable, Hashable {
    enum Size: Sendable, Hashable { case fixed(Int), share(Int) }
    let size: Size
    let minimum: Int

    /// So many cells, or what is left.
    public static func fixed(_ cells: Int) -> Track { Track(size: .fixed(max(0, cells)), minimum: 0) }

    /// A share of what the fixed ones leave, by weight, and at least `minimum` cells as far as there are.
    public static func share(_ weight: Int = 1, minimum: Int = 0) -> Track { Track(size: .share(max(1, weight)), minimum: max(0, minimum)) }

    /// The sizes of all tracks; their sum is at most `length`, and exactly that where one is a share.
    ///
    /// Where there is too little for all minimums, the first tracks are served first.
    public static func solve(_ tracks: [Track], length: Int, gap: Int = 0) -> [Int] {
        var left = max(0, length - gap * max(0, tracks.count - 1))
        var sizes = tracks.map { track in
            let wanted = if case .fixed(let cells) = track.size { cells } else { track.minimum }
            let given = min(wanted, left)
            left -= given
            return given
        }
        grow(&sizes, tracks, by: left)
        return sizes
    }

    /// Brings shares nearer to their weights with the cells that are left, smallest first in proportion.
    private static func grow(_ sizes: inout [Int], _ tracks: [Track], by cells: Int) {
        let shares = tracks.indices.compactMap { index -> (index: Int, weight: Int)? in
            if case .share(let weight) = tracks[index].size { (index, weight) } else { nil }
        }
        guard !shares.isEmpty, cells > 0 else { return }
        var open = shares
        var total = shares.reduce(cells) { $0 + sizes[$1.index] }
        // A share whose minimum is more than its part keeps the minimum; the others divide the rest.
        while let over = open.firstIndex(where: { sizes[$0.index] * weight(open) > total * $0.weight }) {
            total -= sizes[open[over].index]
            open.remove(at: over)
        }
        var given = 0, weights = 0
        let sum = weight(open)
        for share in open {
            weights += share.weight
            let end = total * weights / sum
            sizes[share.index] = end - given
            given = end
        }
    }

    private static func weight(_ shares: [(index: Int, weight: Int)]) -> Int { shares.reduce(0) { $0 + $1.weight } }
}

extension Rect {
    /// The rectangle in columns, from left to right, with `gap` cells between them.
    public func columns(_ tracks: [Track], gap: Int = 0) -> [Rect] {
        var at = x
        return Track.solve(tracks, length: width, gap: gap).map { size in
            defer { at += size + gap }
            return Rect(x: at, y: y, width: size, height: height)
        }
    }

    /// The rectangle in rows, from top to bottom, with `gap` cells between them.
    public func rows(_ tracks: [Track], gap: Int = 0) -> [Rect] {
        var at = y
        return Track.solve(tracks, length: height, gap: gap).map { size in
            defer { at += size + gap }
            return Rect(x: x, y: at, width: width, height: size)
        }
    }
}

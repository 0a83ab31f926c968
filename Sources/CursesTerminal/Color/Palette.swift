import CellUI

/// The nearest colours of terminals that have few.
enum Palette {
    private static let cube = [0, 95, 135, 175, 215, 255]
    private static let ansi: [(Int, Int, Int)] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ]

    /// A squared distance that weighs green most.
    private static func distance(_ a: (Int, Int, Int), _ b: (Int, Int, Int)) -> Int {
        let red = a.0 - b.0, green = a.1 - b.1, blue = a.2 - b.2
        return 2 * red * red + 4 * green * green + 3 * blue * blue
    }

    private static func parts(_ color: Color) -> (Int, Int, Int) {
        (Int(color.rgb >> 16 & 255), Int(color.rgb >> 8 & 255), Int(color.rgb & 255))
    }

    /// The index among xterm's 256, from the cube or the greys.
    static func nearest256(_ color: Color) -> Int32 {
        let wanted = parts(color)
        func index(_ value: Int) -> Int { value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40 }
        let (r, g, b) = (index(wanted.0), index(wanted.1), index(wanted.2))
        let grey = max(0, min(23, ((wanted.0 + wanted.1 + wanted.2) / 3 - 3) / 10))
        let level = 8 + 10 * grey
        let isCube = distance((cube[r], cube[g], cube[b]), wanted) <= distance((level, level, level), wanted)
        return isCube ? Int32(16 + 36 * r + 6 * g + b) : Int32(232 + grey)
    }

    /// The index among the 16 of ANSI.
    static func nearest16(_ color: Color) -> Int32 {
        let wanted = parts(color)
        var best = 0
        for index in ansi.indices where distance(ansi[index], wanted) < distance(ansi[best], wanted) { best = index }
        return Int32(best)
    }
}

/// A node of the tree that a pattern is parsed into.
indirect enum RegexNode {
    case empty
    /// One code point, compared as the case says.
    case literal(UInt32, RegexCase)
    /// `.`; with `dotAll` it takes line feeds too.
    case any(dotAll: Bool)
    case set(RegexSet)
    case assertion(RegexAssertion)
    case sequence([RegexNode])
    case alternation([RegexNode])
    case capture(Int, RegexNode)
    case repetition(RegexNode, min: Int, max: Int, RegexGreed)
    case backreference(Int, RegexCase)
    case look(RegexNode, behind: Bool, negative: Bool)
    case atomic(RegexNode)
    /// `(?(group)yes|no)`.
    case conditional(Int, RegexNode, RegexNode)
}

/// How a repetition takes its turns.
enum RegexGreed: Sendable {
    case greedy, lazy, possessive
}

/// A test of a position that takes no text.
enum RegexAssertion: Sendable {
    case textStart, textEnd, lineStart, lineEnd, textEndOrLastLine
    case wordBoundary(ascii: Bool), notWordBoundary(ascii: Bool)
}

extension RegexNode {
    /// The most that a width is counted to, so that sums do not overflow.
    static let widthLimit = 1 << 32

    /// The least and the greatest number of code points that this node matches; `widths` are those of the groups.
    func width(_ widths: [Int: ClosedRange<Int>]) -> ClosedRange<Int> {
        switch self {
        case .empty, .assertion, .look: 0...0
        case .literal, .any, .set: 1...1
        case .sequence(let nodes):
            nodes.reduce(0...0) { total, node in
                let w = node.width(widths)
                return min(total.lowerBound + w.lowerBound, Self.widthLimit)...min(total.upperBound + w.upperBound, Self.widthLimit)
            }
        case .alternation(let nodes):
            nodes.dropFirst().reduce(nodes[0].width(widths)) { Self.hull($0, $1.width(widths)) }
        case .capture(_, let node), .atomic(let node): node.width(widths)
        case .repetition(let node, let least, let most, _): Self.repeated(node.width(widths), least, most)
        case .backreference(let group, _): widths[group] ?? 0...Self.widthLimit
        case .conditional(_, let yes, let no): Self.hull(yes.width(widths), no.width(widths))
        }
    }

    private static func hull(_ a: ClosedRange<Int>, _ b: ClosedRange<Int>) -> ClosedRange<Int> {
        min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
    }

    private static func repeated(_ w: ClosedRange<Int>, _ least: Int, _ most: Int) -> ClosedRange<Int> {
        let low = w.lowerBound.multipliedReportingOverflow(by: least)
        let high = w.upperBound.multipliedReportingOverflow(by: most)
        return min(
            low.overflow ? widthLimit : low.partialValue, widthLimit)...min(high.overflow ? widthLimit : high.partialValue, widthLimit)
    }
}

import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

/// The colours of a source text, line by line.
struct SourceColors {
    private let source: SourceText
    private let theme: Theme
    private let spans: [Highlighter.Span]

    init(_ source: SourceText, theme: Theme) {
        self.source = source
        self.theme = theme
        spans = Highlighter.spans(source)
    }

    /// The line's text in pieces; lines count from 1.
    func pieces(ofLine line: Int) -> [(String, Style)] {
        guard line <= source.lineCount else { return [] }
        let content = source.lineContent(line)
        var pieces: [(String, Style)] = []
        var offset = content.start
        for span in spansTouching(content) {
            let start = max(span.range.start, content.start), end = min(span.range.end, content.end)
            if start > offset { pieces.append((source.text(of: SourceRange(offset, start)), theme.style(.text))) }
            pieces.append((source.text(of: SourceRange(start, end)), theme.style(Self.role(span.kind))))
            offset = max(offset, end)
        }
        if offset < content.end { pieces.append((source.text(of: SourceRange(offset, content.end)), theme.style(.text))) }
        return pieces
    }

    private func spansTouching(_ range: SourceRange) -> ArraySlice<Highlighter.Span> {
        var low = 0, high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].range.end <= range.start { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < spans.count, spans[end].range.start < range.end { end += 1 }
        return spans[low..<end]
    }

    private static func role(_ kind: Highlighter.Kind) -> Role {
        switch kind {
        case .keyword: .keyword
        case .string, .stringExpression: .string
        case .number: .number
        case .comment: .comment
        case .decorator, .definitionName: .accent
        case .builtinName: .warning
        case .operator, .plain: .text
        }
    }
}

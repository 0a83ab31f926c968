extension Form {
    /// The rows that the fields, their problems and the preview take.
    public var height: Int {
        fields.reduce(0) { $0 + ($1.problem == nil ? 1 : 2) } + (preview.isEmpty ? 0 : preview.count + 1)
    }

    /// Draws the fields from the top of a rectangle, then the preview, and gives how many rows they took.
    ///
    /// Where there are too few rows, the focused field is kept in view.
    @discardableResult
    public func draw(into grid: inout Grid, in rect: Rect, theme: Theme, glyphs: Glyphs) -> Int {
        let labelWidth = min((fields.map { CharacterWidth.of($0.label) }.max() ?? 0) + 2, rect.width / 2)
        let rows = rowsOfFields
        let last = rows.indices.contains(focus) ? rows[focus] + (fields[focus].problem == nil ? 0 : 1) : 0
        let scroll = max(0, last - rect.height + 1)
        grid.clipped(to: rect) { grid in
            for (index, field) in fields.enumerated() {
                let area = Rect(x: rect.x, y: rect.y + rows[index] - scroll, width: rect.width, height: 1)
                draw(field, isFocused: index == focus, labelWidth: labelWidth, in: area, &grid, theme, glyphs)
            }
            let end = height - (preview.isEmpty ? 0 : preview.count) - scroll
            for (offset, line) in preview.enumerated() {
                grid.draw(line, x: rect.x, y: rect.y + end + offset, limit: rect.width, theme: theme)
            }
        }
        drawList(into: &grid, x: rect.x + labelWidth, y: rect.y + last - scroll + 1, within: grid.bounds, theme, glyphs)
        return min(height, rect.height)
    }

    private func draw(
        _ field: Field, isFocused: Bool, labelWidth: Int, in rect: Rect, _ grid: inout Grid, _ theme: Theme, _ glyphs: Glyphs
    ) {
        grid.draw(field.label, x: rect.x, y: rect.y, limit: labelWidth - 1, style: theme.style(isFocused ? .accent : .dim))
        let area = rect.splitLeft(labelWidth).1
        let value = theme.style(isFocused ? .accent : .text)
        switch field.control {
        case .text(let text):
            let base = isFocused ? theme.selected(theme.style(.text)) : theme.style(.text)
            // Reverse is the cursor's, so that a theme without colour underlines the field instead.
            let style = isFocused && theme.isMonochrome ? theme.style(.text).with(.underline) : base
            let ghost = isFocused ? field.completion : ""
            text.draw(into: &grid, x: area.x, y: area.y, width: area.width, style: style, isFocused: isFocused, ghost: ghost)
        case .choice(let options, let selected):
            drawChoice(options, selected, isFocused, in: area, &grid, theme, glyphs)
        case .toggle(let isOn): grid.draw(isOn ? glyphs.checkOn : glyphs.checkOff, x: area.x, y: area.y, limit: area.width, style: value)
        case .select:
            grid.draw("\(field.value) \(glyphs.dropDown)", x: area.x, y: area.y, limit: area.width, style: value)
        }
        if let problem = field.problem {
            grid.draw("\(glyphs.no) \(problem)", x: area.x, y: area.y + 1, limit: area.width, style: theme.style(.bad))
        }
    }

    /// Radio buttons side by side; where they do not fit, only the chosen one with its place among them.
    private func drawChoice(
        _ options: [String], _ selected: Int, _ isFocused: Bool, in area: Rect, _ grid: inout Grid, _ theme: Theme, _ glyphs: Glyphs
    ) {
        let pieces = options.enumerated().map { index, option in
            let mark = index == selected ? glyphs.radioOn : glyphs.radioOff
            return ("\(mark) \(option)  ", theme.style(index == selected && isFocused ? .accent : .text))
        }
        let width = pieces.reduce(0) { $0 + CharacterWidth.of($1.0) } - 2
        if width <= area.width {
            for (index, piece) in pieces.enumerated() {
                let before = pieces[..<index].reduce(0) { $0 + CharacterWidth.of($1.0) }
                let text = index == pieces.count - 1 ? String(piece.0.dropLast(2)) : piece.0
                grid.draw(text, x: area.x + before, y: area.y, style: piece.1)
            }
        } else if options.indices.contains(selected) {
            let text = "\(glyphs.radioOn) \(options[selected])  \(selected + 1)/\(options.count)"
            grid.draw(text, x: area.x, y: area.y, limit: area.width, style: theme.style(isFocused ? .accent : .text))
        }
    }

    private func drawList(into grid: inout Grid, x: Int, y: Int, within bounds: Rect, _ theme: Theme, _ glyphs: Glyphs) {
        guard let openRow, fields.indices.contains(focus), case .select(let options, _) = fields[focus].control else { return }
        let width = min((options.map { CharacterWidth.of($0) }.max() ?? 0) + 4, bounds.maxX - x)
        let height = min(options.count + 2, max(3, bounds.maxY - y))
        let rect = Rect(x: x, y: min(y, bounds.maxY - height), width: width, height: height)
        grid.fill(rect, style: theme.style(.text))
        grid.frame(rect, title: [], glyphs: glyphs, style: theme.style(.focus))
        var viewport = Viewport()
        viewport.select(openRow, count: options.count, height: height - 2)
        for (offset, row) in viewport.visible(count: options.count, height: height - 2).enumerated() {
            let style = row == openRow ? theme.selected(theme.style(.text)) : theme.style(.text)
            let line = Rect(x: rect.x + 1, y: rect.y + 1 + offset, width: rect.width - 2, height: 1)
            grid.fill(line, style: style)
            grid.draw(options[row], x: line.x + 1, y: line.y, limit: line.width - 1, style: style)
        }
    }
}

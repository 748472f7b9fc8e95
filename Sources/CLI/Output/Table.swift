import Martlet

/// One piece of a row.
struct Cell {
    let text: String
    let color: Style.Color?

    init(_ text: String?, _ color: Style.Color? = nil) {
        self.text = (text ?? "").printable
        self.color = color
    }

    /// A state in its colour.
    static func status(_ status: String?) -> Cell { Cell(status, status.flatMap(Style.color(ofStatus:))) }
}

/// Rows under titles, aligned; the last column ends where the terminal does.
struct Table {
    let titles: [String]
    let style: Style
    /// Columns of the terminal; nil: rows may be of any length.
    let width: Int?
    private var widths: [Int]
    /// On a terminal one long name does not push all else out of sight.
    private var widest: Int { width == nil ? .max : 40 }

    init(_ titles: [String], style: Style = .output, width: Int? = Terminal.width) {
        self.titles = titles
        self.style = style
        self.width = width
        widths = titles.map(\.count)
    }

    mutating func header() -> String { line(titles.map { Cell($0, .bold) }) }

    /// Lines of rows; columns are as wide as the widest so far.
    mutating func lines(_ rows: [[Cell]]) -> [String] {
        for row in rows {
            for (index, cell) in row.dropLast().enumerated() {
                widths[index] = max(widths[index], min(cell.text.count, widest))
            }
        }
        return rows.map { line($0) }
    }

    private func line(_ row: [Cell]) -> String {
        var line = ""
        var used = 0
        for (index, cell) in row.dropLast().enumerated() {
            let text = cut(cell.text, to: width == nil ? nil : widest)
            let blanks = String(repeating: " ", count: max(0, widths[index] - text.count) + 2)
            line += style.paint(text, cell.color) + blanks
            used += widths[index] + 2
        }
        guard let last = row.last else { return line }
        let text = cut(last.text, to: width.map { max(8, $0 - used) })
        return text.isEmpty ? trimmed(line) : line + style.paint(text, last.color)
    }

    private func cut(_ text: String, to length: Int?) -> String {
        guard let length, text.count > length else { return text }
        return text.prefix(length - 1) + "…"
    }

    private func trimmed(_ line: String) -> String {
        var line = Substring(line)
        while line.last == " " { line.removeLast() }
        return String(line)
    }
}

import ArgumentParser
import JSON
import Martlet

/// How a command tells what it found.
struct OutputOptions: ParsableArguments {
    @Flag(help: "One JSON document, as the API has it; a list is an array.")
    var json = false

    @Flag(help: "JSON, one item a line.")
    var jsonl = false

    func validate() throws {
        if json && jsonl { throw ValidationError("Give --json or --jsonl, not both.") }
    }

    var isForPrograms: Bool { json || jsonl }

    /// Prints one thing: as JSON when asked for, else as lines of names and values.
    func print(_ object: JSONObject, _ details: [(name: String, value: Cell?)]) {
        if isForPrograms { return Output.line(JSON.object(object).text) }
        let shown = details.compactMap { detail in detail.value.map { (detail.name, $0) } }
        let width = shown.map(\.0.count).max() ?? 0
        for (name, value) in shown where !value.text.isEmpty {
            let blanks = String(repeating: " ", count: width - name.count + 2)
            Output.line(Style.output.paint(name, .dim) + blanks + Style.output.paint(value.text, value.color))
        }
    }

    /// Prints what was done: as JSON when asked for, else as a sentence.
    func print(_ object: JSONObject, _ sentence: String) {
        Output.line(isForPrograms ? JSON.object(object).text : sentence.printable)
    }
}

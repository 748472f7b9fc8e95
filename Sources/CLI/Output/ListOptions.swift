import ArgumentParser

/// How many items of a list, and whether to look again.
struct ListOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "At most so many items.")
    var limit = 50

    @Flag(name: .shortAndLong, help: "All items, however many there are.")
    var all = false

    @Flag(name: .shortAndLong, help: "Look again every two seconds, until Ctrl-C.")
    var watch = false

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit must be 1 or more.") }
    }

    var maximum: Int? { all ? nil : limit }
}

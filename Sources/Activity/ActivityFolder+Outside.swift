public import Model

/// What other parts of the server tell.
extension ActivityFolder {
    /// So many staged files are known; at more all are forgotten.
    private static let stagedLimit = 1000

    /// Takes a whole step that no browser can tell of, such as a viewer that came or an invocation that began. It stands where it is told.
    /// - Parameter doer: Who did it; nil is Martlet itself.
    public mutating func tell(_ step: ActivityDraft, by doer: Doer?, page: String?, at now: Timestamp) {
        let index = open(.told, step, page: page, at: now, quiet: 0)
        guard let doer else { return steps[index].actor = .martlet }
        steps[index].isDone(by: Touch(actor: doer.actor, number: number(of: doer), at: now))
    }

    /// A kept file was put into the runtime's workspace. The row of its upload into a page will name it.
    /// - Parameter path: As an agent says it in `DOM.setFileInputFiles`.
    public mutating func staged(file: String, at path: String) {
        if staged.count >= Self.stagedLimit { staged = [:] }
        staged[path] = file
    }

    /// The kept file of an upload, where the agent has put staged files into the field.
    mutating func takeStagedFile(named names: [String], _ page: String) -> String? {
        guard let (asked, paths) = uploading, asked == page || asked.isEmpty else { return nil }
        let found = paths.first { path in names.contains { path.hasSuffix("/\($0)") } && staged[path] != nil }
        guard let found else { return nil }
        uploading = nil
        return staged[found]
    }
}

/// Why a command failed: a sentence for the person at the terminal that says what to do.
struct CommandError: Error, CustomStringConvertible {
    let description: String
    let status: ExitStatus

    init(_ description: String, _ status: ExitStatus = .failure) {
        self.description = description
        self.status = status
    }
}

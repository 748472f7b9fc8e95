/// Why a command failed: a sentence for the person at the terminal that says what to do.
public struct CommandError: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}

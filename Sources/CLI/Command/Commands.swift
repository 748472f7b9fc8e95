public import ArgumentParser

/// The commands that talk to a server.
public enum Commands {
    public static let all: [any ParsableCommand.Type] = [DemoCommand.self, ForwardCommand.self]
}

import CBrowserSpawn
import Glibc

/// The three pipes between the server and one browser, before their owners take them over.
struct BrowserPipes: ~Copyable {
    /// Ends of ours: commands to the browser, messages from it, its standard error.
    private var commands: Int32 = -1
    private var messages: Int32 = -1
    private var errors: Int32 = -1
    /// The child's 0 to 4. Closed on our side when this value ends.
    let childEnds: [Int32]

    init() throws(BrowserError) {
        var ends: [[Int32]] = []
        for _ in 0..<3 {
            var pair: [Int32] = [-1, -1]
            let result = martlet_pipe(&pair)
            guard result == 0 else {
                for descriptor in ends.joined() { close(descriptor) }
                throw .startFailed("No pipe for the browser: \(String(cString: strerror(-result))).")
            }
            ends.append(pair)
        }
        (commands, messages, errors) = (ends[0][1], ends[1][0], ends[2][0])
        childEnds = [-1, ends[2][1], ends[2][1], ends[0][0], ends[1][1]]
    }

    deinit {
        for descriptor in Set(childEnds + [commands, messages, errors]) where descriptor >= 0 { close(descriptor) }
    }

    mutating func takeErrors() -> Int32 {
        defer { errors = -1 }
        return errors
    }

    /// Hands our ends of the DevTools pipe to the event loop and closes the child's.
    consuming func open() async -> DevToolsPipe? {
        let (input, output) = (messages, commands)
        (messages, commands) = (-1, -1)
        return try? await DevToolsPipe.open(input: input, output: output)
    }
}

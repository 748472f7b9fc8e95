import CBrowserSpawn
import Glibc

/// Starts programs in sessions of their own.
package struct ChildProcess: Sendable {
    let executable: String
    let arguments: [String]
    package var environment: [String: String]
    package var folder: String?
    package var user: Identity?
    /// Descriptors that become the child's 0 to 4; -1 is /dev/null for 0 to 2 and closed for 3 and 4.
    package var descriptors: [Int32]
    /// Where the child announces itself before it becomes the program; see `Guard`.
    package var announcement: Int32
    /// Whether the kernel kills the child when the thread that starts it ends, as it does with the server (prctl(2), `PR_SET_PDEATHSIG`).
    package var diesWithThread = false

    /// A user and a group, by their numbers.
    package struct Identity: Sendable, Equatable {
        package let id: UInt32
        package let group: UInt32

        package init(id: UInt32, group: UInt32) {
            self.id = id
            self.group = group
        }
    }

    package struct Failure: Error {
        package enum Stage: Int32, Sendable { case fork = 1, descriptors, user, folder, execute }
        package let stage: Stage
        package let errno: Int32
        package var reason: String { String(cString: strerror(errno)) }

        package init(stage: Stage, errno: Int32) {
            self.stage = stage
            self.errno = errno
        }
    }

    /// - Parameter arguments: with the program's name as the first.
    package init(
        executable: String,
        arguments: [String],
        environment: [String: String] = [:],
        folder: String? = nil,
        user: Identity? = nil,
        descriptors: [Int32] = [-1, -1, -1, -1, -1],
        announcement: Int32 = -1
    ) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
        self.folder = folder
        self.user = user
        self.descriptors = descriptors
        self.announcement = announcement
    }

    /// The process id, which is also that of its session and group.
    package func start() throws(Failure) -> Int32 {
        let texts = CStrings(arguments)
        let variables = CStrings(environment.map { "\($0.key)=\($0.value)" })
        let program = CStrings([executable])
        let place = CStrings(folder.map { [$0] } ?? [])
        var spawn = martlet_spawn()
        spawn.executable = UnsafePointer(program.pointers[0])
        spawn.folder = UnsafePointer(place.pointers[0])
        spawn.announcement = announcement
        spawn.dies_with_thread = diesWithThread ? 1 : 0
        if let user { (spawn.changes_user, spawn.user, spawn.group) = (1, user.id, user.group) }
        spawn.descriptors = (descriptors[0], descriptors[1], descriptors[2], descriptors[3], descriptors[4])
        var stage: Int32 = 0
        let result = withExtendedLifetime((texts, variables, program, place)) {
            texts.pointers.withUnsafeBufferPointer { arguments in
                variables.pointers.withUnsafeBufferPointer { environment in
                    spawn.arguments = arguments.baseAddress
                    spawn.environment = environment.baseAddress
                    return martlet_spawn(&spawn, &stage)
                }
            }
        }
        guard result < 0 else { return result }
        throw Failure(stage: Failure.Stage(rawValue: stage) ?? .fork, errno: -result)
    }

    /// Waits for the end, which must be near. The exit status, or 128 and the signal's number.
    package static func reap(_ process: Int32) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return 0 } }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
    }
}

/// Null-terminated copies of strings, with a null pointer behind the last.
private final class CStrings {
    let pointers: [UnsafeMutablePointer<CChar>?]

    init(_ strings: [String]) { pointers = strings.map { strdup($0) } + [nil] }

    deinit { for pointer in pointers { free(pointer) } }
}

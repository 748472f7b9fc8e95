import CBrowserSpawn
import Glibc

/// Starts programs in sessions of their own.
struct ChildProcess {
    let executable: String
    let arguments: [String]
    var environment: [String: String] = [:]
    var folder: String?
    var user: BrowserUser.Identity?
    /// Descriptors that become the child's 0 to 4; -1 is /dev/null for 0 to 2 and closed for 3 and 4.
    var descriptors: [Int32] = [-1, -1, -1, -1, -1]
    /// Where the child announces itself before it becomes the program; see `Guard`.
    var announcement: Int32 = -1

    struct Failure: Error {
        enum Stage: Int32 { case fork = 1, descriptors, user, folder, execute }
        let stage: Stage
        let errno: Int32
        var reason: String { String(cString: strerror(errno)) }
    }

    /// The process id, which is also that of its session and group.
    func start() throws(Failure) -> pid_t {
        let texts = CStrings(arguments)
        let variables = CStrings(environment.map { "\($0.key)=\($0.value)" })
        let program = CStrings([executable])
        let place = CStrings(folder.map { [$0] } ?? [])
        var spawn = martlet_spawn()
        spawn.executable = UnsafePointer(program.pointers[0])
        spawn.folder = UnsafePointer(place.pointers[0])
        spawn.announcement = announcement
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
    static func reap(_ process: pid_t) -> Int32 {
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

import Foundation
import Martlet

/// Whether this machine gives a server what it needs: a sandbox, disk, memory to share, descriptors.
struct MachineChecks {
    let dataFolder: String

    func findings() -> [Finding] { [sandbox, disk, sharedMemory, descriptors, memory] }

    /// Chromium's sandbox needs user namespaces that an unprivileged user may make.
    private var sandbox: Finding {
        let switches = [
            ("/proc/sys/kernel/unprivileged_userns_clone", "0", "sysctl -w kernel.unprivileged_userns_clone=1"),
            ("/proc/sys/user/max_user_namespaces", "0", "sysctl -w user.max_user_namespaces=10000"),
            (
                "/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1",
                "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, or a profile for the browser"
            ),
        ]
        for (path, bad, cure) in switches where read(path) == bad {
            return .warning(
                "sandbox",
                "this machine forbids user namespaces (\(path) is \(bad))",
                "Browsers run without their sandbox: \(cure)"
            )
        }
        guard let unshare = Tool("unshare") else { return .good("sandbox", "user namespaces are allowed") }
        guard makesNamespace(unshare) else {
            return .warning(
                "sandbox",
                "user namespaces cannot be made here",
                "Browsers run without their sandbox. In a container, allow them: --security-opt seccomp=unconfined, or a profile with clone and unshare."
            )
        }
        return .good("sandbox", "user namespaces can be made")
    }

    /// Root may make what others may not, so there it is tried as the user `nobody`.
    private func makesNamespace(_ unshare: Tool) -> Bool {
        let make = ["--user", "--map-root-user", "/bin/true"]
        guard geteuid() == 0, let setpriv = Tool("setpriv") else { return unshare.output(make) != nil }
        let asNobody = ["--reuid=65534", "--regid=65534", "--clear-groups", unshare.path]
        return setpriv.output(asNobody + make) != nil
    }

    private var disk: Finding {
        let (folder, exists) = existing(dataFolder)
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else {
            return .bad("disk", "\(dataFolder) cannot be looked at", "Name another folder with --data-dir.")
        }
        guard access(folder, W_OK) == 0 else {
            return .bad(
                "disk",
                "\(folder) cannot be written",
                "Name another folder with --data-dir, or run as its owner."
            )
        }
        let free = Int(status.f_bavail) * Int(status.f_frsize)
        let text = "\(TextFormat.size(free)) free for \(dataFolder)\(exists ? "" : ", which the first start makes")"
        if free < 500_000_000 { return .bad("disk", text, "Runs end when the disk is full: make room.") }
        if free < 5_000_000_000 { return .warning("disk", text, "A recording takes 4 to 6 MB a minute: make room.") }
        return .good("disk", text)
    }

    /// The folder, or the nearest above it that is there.
    private func existing(_ folder: String) -> (String, Bool) {
        var url = URL(fileURLWithPath: folder).standardizedFileURL
        let exists = FileManager.default.fileExists(atPath: url.path)
        while !FileManager.default.fileExists(atPath: url.path), url.path != "/" { url.deleteLastPathComponent() }
        return (url.path, exists)
    }

    private var sharedMemory: Finding {
        var status = statvfs()
        guard statvfs("/dev/shm", &status) == 0 else {
            return .warning(
                "shared memory",
                "there is no /dev/shm",
                "Browsers use the disk instead, which is slower: mount a tmpfs there."
            )
        }
        let size = Int(status.f_blocks) * Int(status.f_frsize)
        guard size >= 256_000_000 else {
            return .warning(
                "shared memory",
                "/dev/shm has \(TextFormat.size(size))",
                "Pages may crash: in a container, --shm-size=1g."
            )
        }
        return .good("shared memory", "/dev/shm has \(TextFormat.size(size))")
    }

    private var descriptors: Finding {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
            return .warning("open files", "the limit cannot be read", "See `ulimit -n`.")
        }
        let most = limit.rlim_max > 1_000_000_000 ? "no limit" : "\(limit.rlim_max)"
        guard limit.rlim_max >= 4096 else {
            return .warning(
                "open files",
                "at most \(most)",
                "Many watchers need more: `ulimit -Hn 65536`, LimitNOFILE= of the service."
            )
        }
        return .good("open files", "\(limit.rlim_cur) now, at most \(most)")
    }

    private var memory: Finding {
        let text = (try? String(contentsOfFile: "/proc/meminfo", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("MemAvailable:") }
        guard let kilobytes = line?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            return .warning("memory", "how much is free cannot be read", "See `free -m`.")
        }
        let free = TextFormat.size(kilobytes * 1024)
        guard kilobytes >= 500_000 else {
            return .warning("memory", "\(free) free", "A browser takes 70 to 300 MB.")
        }
        return .good("memory", "\(free) free, room for about \(kilobytes / 200_000) browsers")
    }

    private func read(_ path: String) -> String? {
        (try? String(contentsOfFile: path, encoding: .utf8))?.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

/// The end of what a browser has written to its standard error.
struct LastWords: Sendable {
    static let limit = 8192
    private var kept: [UInt8] = []

    mutating func append(_ bytes: some Collection<UInt8>) {
        kept.append(contentsOf: bytes.suffix(Self.limit))
        if kept.count > 2 * Self.limit { kept.removeFirst(kept.count - Self.limit) }
    }

    /// Without empty lines and those that every healthy browser on a server writes.
    var text: String {
        let lines = String(decoding: kept.suffix(Self.limit), as: UTF8.self).split(whereSeparator: \.isNewline)
        return lines.filter { line in !Self.noise.contains { line.contains($0) } }.joined(separator: "\n")
    }

    private static let noise = [
        "DevTools listening on", ":dbus/", "bluez_dbus_manager", "vaapi_wrapper", "/gcm/", "Created TensorFlow Lite",
        "viz_main_impl", "gl_surface_", "angle_platform_impl",
    ]
}

/// Finds the address that a browser prints once its port is open, in whatever pieces it comes.
struct ListeningLine: Sendable {
    struct Address: Sendable, Equatable {
        let port: Int
        let path: String
    }

    private static let longest = 4096
    private var line: [UInt8] = []

    mutating func read(_ bytes: some Sequence<UInt8>) -> Address? {
        for byte in bytes {
            if byte != UInt8(ascii: "\n") {
                if line.count < Self.longest { line.append(byte) }
                continue
            }
            defer { line.removeAll(keepingCapacity: true) }
            if let address = Self.address(in: String(decoding: line, as: UTF8.self)) { return address }
        }
        return nil
    }

    /// `DevTools listening on ws://127.0.0.1:PORT/devtools/browser/UUID`
    private static func address(in line: String) -> Address? {
        let beginning = "DevTools listening on ws://"
        guard line.hasPrefix(beginning) else { return nil }
        let rest = line.dropFirst(beginning.count)
        guard let slash = rest.firstIndex(of: "/"), let colon = rest[..<slash].lastIndex(of: ":") else { return nil }
        guard let port = Int(rest[rest.index(after: colon)..<slash]), (1...65535).contains(port) else { return nil }
        return Address(port: port, path: String(rest[slash...]))
    }
}

import JSON

/// What happened beside the frames: one line of a recording's journal.
enum JournalRecord: Equatable, Sendable {
    /// The first line, and the second: it stands twice, so that one damaged byte cannot take the recording. The highest version holds.
    case recording(version: Int64, run: String, startedAt: Int64)
    /// A page came, or has another address or title.
    case page(UInt32, id: String, url: String, title: String)
    case gone(UInt32)
    /// A page is in front; nil: none is.
    case front(UInt32?)
    /// From here on pictures are missing.
    case gap(RecordingGap.Cause)
    /// Pictures are taken again.
    case gapEnd
    /// The recorder and the browser were well.
    case alive
    case end
}

extension JournalRecord {
    /// `CHECKSUM {"t":MILLISECONDS,"type":...}` and a line feed. The checksum is the CRC-32C of the JSON in eight hexadecimal digits.
    func line(at milliseconds: Int64) -> [UInt8] {
        var members: [(name: String, value: JSON)] = [("t", .integer(milliseconds)), ("type", .string(type))]
        switch self {
        case .recording(let version, let run, let startedAt):
            members += [("version", .integer(version)), ("runId", .string(run)), ("startedAtMs", .integer(startedAt))]
        case .page(let page, let id, let url, let title):
            members += [("page", .integer(Int64(page))), ("id", .string(id)), ("url", .string(url))]
            members.append(("title", .string(title)))
        case .gone(let page): members.append(("page", .integer(Int64(page))))
        case .front(let page): members.append(("page", page.map { .integer(Int64($0)) } ?? .null))
        case .gap(let cause): members.append(("cause", .string(cause.rawValue)))
        case .gapEnd, .alive, .end: break
        }
        let json = JSON.object(JSONObject(members)).bytes
        return Array(Self.hex(CRC32C.of(json)).utf8) + [UInt8(ascii: " ")] + json + [UInt8(ascii: "\n")]
    }

    private var type: String {
        switch self {
        case .recording: "recording"
        case .page: "page"
        case .gone: "gone"
        case .front: "front"
        case .gap: "gap"
        case .gapEnd: "gapEnd"
        case .alive: "alive"
        case .end: "end"
        }
    }

    private static func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}

extension JournalRecord {
    /// What a line without its line feed says, and when.
    enum Line: Equatable {
        case record(JournalRecord, milliseconds: Int64)
        /// A kind that this version does not know: passed over.
        case unknown
        /// The checksum or the text is wrong.
        case damaged
    }

    static func read(_ line: ArraySlice<UInt8>) -> Line {
        let json = line.dropFirst(9)
        guard line.count > 9, line[line.startIndex + 8] == UInt8(ascii: " "),
            let checksum = UInt32(String(decoding: line.prefix(8), as: UTF8.self), radix: 16),
            checksum == CRC32C.of(Array(json))
        else { return .damaged }
        guard case .success(let value) = Result(catching: { () throws(JSONParseError) in try JSON.parse(json) }),
            let milliseconds = value["t"]?.integerValue
        else { return .damaged }
        return JournalRecord(value).map { .record($0, milliseconds: milliseconds) } ?? .unknown
    }

    private init?(_ json: JSON) {
        let page = json["page"]?.integerValue.flatMap { UInt32(exactly: $0) }
        switch (json["type"]?.stringValue, page) {
        case ("recording", _):
            guard let version = json["version"]?.integerValue else { return nil }
            let startedAt = json["startedAtMs"]?.integerValue ?? 0
            self = .recording(version: version, run: json["runId"]?.stringValue ?? "", startedAt: startedAt)
        case ("page", let page?):
            guard let id = json["id"]?.stringValue else { return nil }
            self = .page(page, id: id, url: json["url"]?.stringValue ?? "", title: json["title"]?.stringValue ?? "")
        case ("gone", let page?): self = .gone(page)
        case ("front", let page): self = .front(page)
        case ("gap", _): self = .gap(json["cause"]?.stringValue.flatMap(RecordingGap.Cause.init) ?? .unknown)
        case ("gapEnd", _): self = .gapEnd
        case ("alive", _): self = .alive
        case ("end", _): self = .end
        default: return nil
        }
    }
}

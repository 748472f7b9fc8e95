import NIOCore

/// The browser's answer to the handshake (RFC 6455, section 4.2.2), read from its first bytes.
struct BrowserReply: Equatable {
    /// The status of the response line, 100 to 599.
    let status: Int
    /// `Sec-WebSocket-Accept`; the client checks it, so it is passed on as it came.
    let accept: String?

    /// A longer head is refused.
    static let maximumHeadLength = 16 * 1024

    enum Outcome: Equatable {
        case needsMore
        case complete(BrowserReply)
        case malformed
    }

    /// Takes the response's head off the front of `buffer`; what follows it stays there.
    static func read(from buffer: inout ByteBuffer) -> Outcome {
        let view = buffer.readableBytesView
        guard let end = endOfHead(view) else {
            return view.count > maximumHeadLength ? .malformed : .needsMore
        }
        let lines = String(decoding: view[..<end], as: UTF8.self).split(
            separator: "\r\n",
            omittingEmptySubsequences: true
        )
        buffer.moveReaderIndex(to: end)
        guard let status = lines.first.flatMap(status(of:)) else { return .malformed }
        return .complete(BrowserReply(status: status, accept: lines.dropFirst().lazy.compactMap(accept(in:)).first))
    }

    private static func endOfHead(_ view: ByteBufferView) -> Int? {
        let mark: [UInt8] = [13, 10, 13, 10]
        guard view.count >= mark.count else { return nil }
        for start in view.startIndex...(view.endIndex - mark.count) where view[start..<(start + 4)].elementsEqual(mark)
        {
            return start + 4
        }
        return nil
    }

    private static func status(of line: Substring) -> Int? {
        let parts = line.split(separator: " ", maxSplits: 2)
        guard parts.count >= 2, parts[0].hasPrefix("HTTP/1."), let status = Int(parts[1]), (100...599).contains(status)
        else { return nil }
        return status
    }

    private static func accept(in line: Substring) -> String? {
        guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == "sec-websocket-accept" else {
            return nil
        }
        return String(line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
    }
}

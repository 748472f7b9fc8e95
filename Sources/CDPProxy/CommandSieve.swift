import NIOCore

/// Sorts one client's messages while its gate is closed. A pure state machine: pieces of the client's bytes in, what to do with them out.
///
/// Messages pass whole and in order, but for commands that are held. At most ``countLimit`` commands and ``sizeLimit`` bytes are held; those
/// beyond are refused. A message in so many fragments that it takes ``sizeLimit`` bytes before its end is dropped: nobody means anything by it.
struct CommandSieve {
    static let countLimit = 1000
    static let sizeLimit = 4 * 1024 * 1024

    enum Action {
        /// Goes on as it is: control frames, messages that are no commands, the rest of a message that has begun to pass.
        case pass(ByteBuffer)
        /// A command whose bytes have passed.
        case passed(ClientCommand)
        /// A whole command that may pass now.
        case send(ClientCommand, ByteBuffer)
        case refuse(ClientCommand, String)
    }

    /// Where in the client's stream the sieve is.
    private enum Place {
        case start
        /// A message's frames so far.
        case gathering(ByteBuffer)
        /// In a message whose beginning has passed.
        case passing
        /// In a message that is refused, before its end.
        case dropping
    }

    private var place = Place.start
    private var held: [(command: ClientCommand, bytes: ByteBuffer)] = []
    private var heldSize = 0

    /// Whether the stream may pass unsorted again.
    var isIdle: Bool {
        if case .start = place { return held.isEmpty }
        return false
    }

    /// The gate has closed while the client was inside of a message, which goes on.
    mutating func beginInsideMessage() {
        if case .start = place { place = .passing }
    }

    mutating func take(_ piece: ClientPiece, _ gate: any CommandGate) -> [Action] {
        if piece.isControl {
            if case .passing = place, piece.endsMessage { place = .start }
            return [.pass(piece.bytes)]
        }
        switch place {
        case .passing:
            if piece.endsMessage { place = .start }
            return [.pass(piece.bytes)] + (piece.command.map { [.passed($0)] } ?? [])
        case .dropping:
            if piece.endsMessage { place = .start }
            return []
        case .start: return gather(piece.bytes, piece, gate)
        case .gathering(var bytes):
            // The only hold on the bytes, or each fragment would copy all before it.
            place = .start
            bytes.writeImmutableBuffer(piece.bytes)
            return gather(bytes, piece, gate)
        }
    }

    /// - Parameter bytes: the message so far, with the piece.
    private mutating func gather(_ bytes: ByteBuffer, _ piece: ClientPiece, _ gate: any CommandGate) -> [Action] {
        if piece.endsMessage {
            place = .start
            return piece.command.map { sort($0, bytes, gate) } ?? [.pass(bytes)]
        }
        if piece.messageSize > CommandReader.maximumMessage { return decideEarly(bytes, piece.partial, gate) }
        place = bytes.readableBytes > Self.sizeLimit ? .dropping : .gathering(bytes)
        return []
    }

    /// A message that is too long to be gathered: what its beginning says decides. It is never held.
    private mutating func decideEarly(_ bytes: ByteBuffer, _ command: ClientCommand?, _ gate: any CommandGate)
        -> [Action]
    {
        let message: String
        switch command.map(gate.verdict) ?? .pass {
        case .pass:
            place = .passing
            return [.pass(bytes)]
        case .refuse(let words): message = words
        case .hold: message = "The command is too long to wait."
        }
        place = .dropping
        return command.map { [.refuse($0, message)] } ?? []
    }

    private mutating func sort(_ command: ClientCommand, _ bytes: ByteBuffer, _ gate: any CommandGate) -> [Action] {
        switch gate.verdict(on: command) {
        case .pass: return [.send(command, bytes)]
        case .refuse(let message): return [.refuse(command, message)]
        case .hold:
            guard held.count < Self.countLimit, heldSize + bytes.readableBytes <= Self.sizeLimit else {
                return [.refuse(command, "Too many commands wait.")]
            }
            held.append((command, bytes))
            heldSize += bytes.readableBytes
            return []
        }
    }

    /// What was held and may go on, in its order. Nothing while a message is passing.
    mutating func open(_ gate: any CommandGate) -> [Action] {
        if case .passing = place { return [] }
        let waiting = held
        (held, heldSize) = ([], 0)
        return waiting.flatMap { sort($0.command, $0.bytes, gate) }
    }
}

/// A part of a client's bytes that ends where a frame ends, or where the bytes do.
struct ClientPiece {
    let bytes: ByteBuffer
    /// The command that ends in it.
    let command: ClientCommand?
    /// What the message that goes on behind it has told so far; only for long ones.
    let partial: ClientCommand?
    /// Bytes of payload of that message that have come so far.
    let messageSize: Int
    let isControl: Bool
    let endsMessage: Bool
}

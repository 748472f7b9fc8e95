import NIOCore

/// Sorts one client's messages while its gate is closed. A pure state machine: pieces of the client's bytes in, what to do with them out.
///
/// Messages pass whole and in order, but for commands that are held. At most ``countLimit`` commands and ``sizeLimit`` bytes are held; those
/// beyond are refused.
struct CommandSieve {
    static let countLimit = 1000
    static let sizeLimit = 4 * 1024 * 1024

    enum Action {
        /// Goes on as it is: control frames, messages that are no commands, the rest of a message that has begun to pass.
        case pass(ByteBuffer)
        /// A command whose bytes have passed.
        case passed(ClientCommand)
        /// A whole command that may pass now.
        case send(ClientCommand, [ByteBuffer])
        case refuse(ClientCommand, String)
    }

    /// Where in the client's stream the sieve is.
    private enum Place {
        case start
        /// A message's frames so far.
        case gathering([ByteBuffer], Int)
        /// In a message whose beginning has passed.
        case passing
        /// In a message that is refused, before its end.
        case dropping
    }

    private var place = Place.start
    private var held: [(command: ClientCommand, bytes: [ByteBuffer])] = []
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
        case .start: return gather([], 0, piece, gate)
        case .gathering(let parts, let size): return gather(parts, size, piece, gate)
        }
    }

    private mutating func gather(_ parts: [ByteBuffer], _ size: Int, _ piece: ClientPiece, _ gate: any CommandGate)
        -> [Action]
    {
        let (parts, size) = (parts + [piece.bytes], size + piece.bytes.readableBytes)
        if piece.endsMessage {
            place = .start
            guard let command = piece.command else { return parts.map(Action.pass) }
            return sort(command, parts, size, gate)
        }
        guard size > CommandReader.maximumMessage else {
            place = .gathering(parts, size)
            return []
        }
        return decideEarly(parts, piece.partial, gate)
    }

    /// A message that is too long to be gathered: what its beginning says decides. It is never held.
    private mutating func decideEarly(_ parts: [ByteBuffer], _ command: ClientCommand?, _ gate: any CommandGate)
        -> [Action]
    {
        guard let command, gate.verdict(on: command) != .pass else {
            place = .passing
            return parts.map(Action.pass)
        }
        place = .dropping
        return [.refuse(command, "The command is too long to wait.")]
    }

    private mutating func sort(_ command: ClientCommand, _ parts: [ByteBuffer], _ size: Int, _ gate: any CommandGate)
        -> [Action]
    {
        switch gate.verdict(on: command) {
        case .pass: return [.send(command, parts)]
        case .refuse(let message): return [.refuse(command, message)]
        case .hold:
            guard held.count < Self.countLimit, heldSize + size <= Self.sizeLimit else {
                return [.refuse(command, "Too many commands wait.")]
            }
            held.append((command, parts))
            heldSize += size
            return []
        }
    }

    /// What was held and may go on, in its order. Nothing while a message is passing.
    mutating func open(_ gate: any CommandGate) -> [Action] {
        if case .passing = place { return [] }
        let waiting = held
        (held, heldSize) = ([], 0)
        return waiting.flatMap { sort($0.command, $0.bytes, $0.bytes.reduce(0) { $0 + $1.readableBytes }, gate) }
    }
}

/// A part of a client's bytes that ends where a frame ends, or where the bytes do.
struct ClientPiece {
    let bytes: ByteBuffer
    /// The command that ends in it.
    let command: ClientCommand?
    /// What the message that goes on behind it has told so far; only for long ones.
    let partial: ClientCommand?
    let isControl: Bool
    let endsMessage: Bool
}

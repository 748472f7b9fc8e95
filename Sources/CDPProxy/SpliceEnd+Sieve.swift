import NIOCore

/// What the client's end does while its gate is closed.
extension SpliceEnd {
    func sift(_ buffer: ByteBuffer, _ gate: any CommandGate, _ context: ChannelHandlerContext) {
        guard reader != nil else { return forward(buffer) }
        if reader?.isInsideMessage == true { sieve.beginInsideMessage() }
        if !gate.isClosed { carryOut(sieve.open(gate), context) }
        for piece in reader?.pieces(of: buffer) ?? [] {
            carryOut(sieve.take(piece, gate), context)
            if !gate.isClosed { carryOut(sieve.open(gate), context) }
        }
    }

    /// The gate has opened: what was held goes on.
    func gateOpened() {
        guard let gate, let context, reader != nil else { return }
        carryOut(sieve.open(gate), context)
        flush()
        read(context: context)
    }

    private func carryOut(_ actions: [CommandSieve.Action], _ context: ChannelHandlerContext) {
        for action in actions {
            switch action {
            case .pass(let bytes): forward(bytes)
            case .passed(let command): admit([command], context)
            case .send(let command, let bytes):
                admit([command], context)
                forward(bytes)
            case .refuse(let command, let message):
                if let frame = CommandRefusal.frame(for: command, message: message) { partner?.say(frame) }
            }
        }
    }
}

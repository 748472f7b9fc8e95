import CDP

/// What the beginning of a cut-off command tells: the members of its top level up to the cut.
struct CommandHead: Equatable {
    var id: Int64?
    var method: String?
    var sessionID: String?

    /// Reads the members that stand whole before `params` or the cut, whichever comes first.
    ///
    /// Clients write `id` and `method` first, so those are found; `sessionId` often comes last and is lost.
    init(_ bytes: [UInt8]) {
        guard let start = Self.startOfParams(bytes) else { return }
        guard
            case .success(let message) = Result(catching: { () throws(CDPError) in
                try CDPMessage(bytes[..<start] + [0x7D])
            })
        else { return }
        id = message.id
        method = message.method
        sessionID = message.sessionID
    }

    /// Where the comma before the first member stands whose value is an object or a list: the top level is closed there instead.
    private static func startOfParams(_ bytes: [UInt8]) -> Int? {
        var (inString, isEscaped, comma) = (false, false, Int?.none)
        for (index, byte) in bytes.enumerated() {
            if inString {
                if isEscaped {
                    isEscaped = false
                } else if byte == 0x5C {
                    isEscaped = true
                } else {
                    inString = byte != 0x22
                }
            } else if byte == 0x22 {
                inString = true
            } else if byte == 0x2C {
                comma = index
            } else if index > 0, byte == 0x7B || byte == 0x5B {
                return comma
            }
        }
        return comma
    }
}

/// What a part says of itself before its body.
public struct MultipartHead: Sendable, Equatable {
    /// The field's name.
    public let name: String
    /// The name that the sender's file has; nil for a field that is no file. As sent: it may hold anything.
    public let fileName: String?
    /// The media type as sent, at most 255 characters of ASCII; nil when it says none.
    public let contentType: String?

    /// - Parameter lines: of the head, without the empty one.
    /// - Throws: ``MultipartError`` when it is not UTF-8 or has no usable `Content-Disposition`.
    init(_ lines: [UInt8]) throws(MultipartError) {
        guard let text = String(validating: lines, as: UTF8.self) else {
            throw .malformed("a part's head is not UTF-8")
        }
        var disposition: String?
        var type: String?
        for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
            let (name, value) = try Self.field(line)
            switch name {
            case "content-disposition" where disposition == nil: disposition = value
            case "content-type" where type == nil: type = value
            case "content-disposition", "content-type": throw .malformed("a part's head has a field twice")
            case "content-transfer-encoding" where !["binary", "8bit", "7bit"].contains(value.lowercased()):
                throw .malformed("a part is encoded; send it as it is")
            default: break
            }
        }
        guard let disposition, let parameters = DispositionReader(disposition), let name = parameters["name"] else {
            throw .malformed("a part has no `Content-Disposition: form-data` with a name")
        }
        self.name = name
        fileName = parameters["filename"]
        contentType = type.flatMap(Self.mediaType)
    }

    private static func field(_ line: Substring) throws(MultipartError) -> (name: String, value: String) {
        guard let colon = line.firstIndex(of: ":"), colon != line.startIndex,
            !line.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\t" || $0.value == 0x7F })
        else { throw .malformed("a part's head has a line that is no field") }
        let name = line[..<colon]
        guard name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw .malformed("a part's head has a field whose name is none")
        }
        let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        return (name.lowercased(), String(value))
    }

    /// `type/subtype` with what follows it, where it is well-formed (RFC 9110, section 8.3.1).
    private static func mediaType(_ text: String) -> String? {
        guard (3...255).contains(text.utf8.count), text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            return nil
        }
        let parts = text.prefix { $0 != ";" }.split(separator: "/", omittingEmptySubsequences: false)
        let isToken = { (part: Substring) in
            let part = part.utf8.filter { $0 != 0x20 }
            return !part.isEmpty && part.allSatisfy { !Array("()<>@,;:\\\"/[]?={}".utf8).contains($0) }
        }
        return parts.count == 2 && parts.allSatisfy(isToken) ? text : nil
    }
}

/// The body of `runtimes.targets.create`.
public struct TargetCreateRequest: Sendable, Equatable {
    /// The address to open; nil opens a blank page.
    public let uri: String?
    /// Whether the new page comes to the front. Default true.
    public let activate: Bool

    /// An address has 1 to 8,192 characters.
    public static let uriLength = 1...8192

    public init(_ reader: ObjectReader) throws(APIError) {
        _ = try reader.choice("type") as TargetType?
        uri = try reader.text("uri", length: Self.uriLength)
        activate = try reader.bool("activate") ?? true
    }

    private enum TargetType: String, CaseIterable { case browserPage = "browser_page" }
}

/// Where a runtime's browser finds files that were staged for it, and leaves others.
public struct WorkspaceFolder: Sendable {
    /// Absolute; mode 0700.
    public let path: String
    /// Whom it belongs to; nil: the server's own user.
    public let user: UInt32?
    public let group: UInt32?
}

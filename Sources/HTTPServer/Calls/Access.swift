/// Who may call a route.
enum Access: Sendable {
    /// Whoever has a valid API key.
    case key
    /// Everyone.
    case open
    /// Whoever has a valid API key, or brings a credential that the route checks by itself.
    case keyOrOwnCredential
}

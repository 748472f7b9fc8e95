/// What an operator may set about live views.
public struct LiveViewSettings: Sendable {
    /// How long a frame may wait for its viewer's acknowledgement before the viewer is closed; default 60 seconds.
    public var viewerTimeout: Duration

    public init(viewerTimeout: Duration = .seconds(60)) { self.viewerTimeout = viewerTimeout }
}

public import Model

/// What one run wants from its browser.
public struct BrowserRequest: Sendable {
    public let runID: RunID
    public let runtimeID: RuntimeID
    /// Keep cookies and storage under the runtime's id; else the profile is new and goes with the run.
    public let keepsProfile: Bool
    public let viewport: Viewport
    /// Scheme, host and port are used here; the recorder answers for user and password.
    public let proxy: ProxyServer?

    public init(runID: RunID, runtimeID: RuntimeID, keepsProfile: Bool, viewport: Viewport, proxy: ProxyServer? = nil) {
        self.runID = runID
        self.runtimeID = runtimeID
        self.keepsProfile = keepsProfile
        self.viewport = viewport
        self.proxy = proxy
    }
}

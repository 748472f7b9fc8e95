/// The CDP commands by which an agent drives a browser, as against those by which it reads one.
///
/// `Runtime.evaluate`, `Runtime.callFunctionOn`, `DOM.focus` and the like stay allowed: an agent's waiting and looking is made of them, and its handles must
/// stay valid. So a script of its own can still change the page.
public enum InputCommands {
    public static func contains(_ method: String) -> Bool {
        method.hasPrefix("Input.") && !readOnly.contains(method) || methods.contains(method)
    }

    /// How a person holds the agent off is part of the agent's own settings, not of its input.
    private static let readOnly: Set<String> = ["Input.setInterceptDrags"]

    private static let methods: Set<String> = [
        "Page.navigate", "Page.reload", "Page.navigateToHistoryEntry", "Page.handleJavaScriptDialog",
        "Page.stopLoading",
        "Page.bringToFront", "Page.close", "Page.crash", "Page.resetNavigationHistory", "Page.setDocumentContent",
        "Target.createTarget", "Target.closeTarget", "Target.activateTarget", "Target.disposeBrowserContext",
        "DOM.setFileInputFiles", "Browser.close", "Browser.crash", "Browser.setWindowBounds", "Browser.setContentsSize",
        "Emulation.setDeviceMetricsOverride", "Emulation.clearDeviceMetricsOverride", "Emulation.setVisibleSize",
        "Emulation.setPageScaleFactor", "Emulation.setTouchEmulationEnabled", "Emulation.setEmitTouchEventsForMouse",
    ]
}

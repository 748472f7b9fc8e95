import Model

/// The switches that a browser is started with. Those for automation are Playwright's (its `chromiumSwitches.ts`), without what
/// changes pages beyond it.
struct BrowserArguments {
    let executable: BrowserExecutable
    let request: BrowserRequest
    let profileFolder: String
    let usesSandbox: Bool
    let extra: [String]

    var all: [String] {
        [executable.path] + own + Self.quiet + Self.automation + proxy + extra + ["about:blank"]
    }

    /// The recorder speaks over the pipe, and the browser ends when the pipe closes; agents use the port, on loopback only.
    private var own: [String] {
        var switches = [
            "--remote-debugging-pipe",
            "--remote-debugging-port=0",
            "--user-data-dir=\(profileFolder)",
            "--window-size=\(request.viewport.width),\(request.viewport.height)",
        ]
        if !executable.isHeadlessShell { switches.append("--headless=new") }
        if !usesSandbox { switches.append("--no-sandbox") }
        return switches
    }

    /// Loopback is not bypassed: a local site must be seen by the proxy as any other.
    private var proxy: [String] {
        guard let proxy = request.proxy else { return [] }
        let host = proxy.host.contains(":") ? "[\(proxy.host)]" : proxy.host
        return ["--proxy-server=\(proxy.scheme.rawValue)://\(host):\(proxy.port)", "--proxy-bypass-list=<-loopback>"]
    }

    /// Nothing leaves the machine that no page asked for: no updates, field trials, sign-in, crash or metrics reports;
    /// no first-run pages, no key ring, no sound.
    private static let quiet = [
        "--no-first-run",
        "--no-default-browser-check",
        "--no-service-autorun",
        "--disable-default-apps",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-component-extensions-with-background-pages",
        "--disable-domain-reliability",
        "--disable-field-trial-config",
        "--disable-sync",
        "--disable-search-engine-choice-screen",
        "--disable-breakpad",
        "--disable-crash-reporter",
        "--metrics-recording-only",
        "--password-store=basic",
        "--use-mock-keychain",
        "--mute-audio",
        // Errors alone, for the last words: headless-shell prints each console line of each page otherwise.
        "--log-level=2",
        // Small shared-memory mounts of containers (64 MB) crash pages.
        "--disable-dev-shm-usage",
        "--disable-features=\(disabledFeatures.joined(separator: ","))",
    ]

    private static let disabledFeatures = [
        "AimEnabled", "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose",
        "HttpsFirstBalancedModeAutoEnable",
        "HttpsUpgrades", "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding",
        "PreconnectToSearch",
        "ThirdPartyStoragePartitioning", "Translate",
        // A frame of its own for each document lets go of the old one before its `pagehide`, whose last requests and lines CDP
        // would then not tell, not even when the page stays on its site.
        "RenderDocument",
    ]

    /// No person is there: background pages run at full speed, popups open, nothing asks, scripts may call often.
    private static let automation = [
        "--allow-pre-commit-input",
        "--disable-background-timer-throttling",
        "--disable-backgrounding-occluded-windows",
        "--disable-renderer-backgrounding",
        "--disable-back-forward-cache",
        "--disable-hang-monitor",
        "--disable-ipc-flooding-protection",
        "--disable-popup-blocking",
        "--disable-prompt-on-repost",
        "--unsafely-disable-devtools-self-xss-warnings",
        "--enable-unsafe-swiftshader",
        "--force-color-profile=srgb",
    ]
}

public import JSON

/// A command of an agent, as far as it means something to the story.
public enum AgentAction: Sendable, Equatable {
    /// A mouse button or a finger is put down, and held until it is released; or a tap, which is over at once.
    case press(x: Int64, y: Int64, isHeld: Bool)
    case release
    /// What a finger has begun is not meant for the page.
    case takeBack
    case wheel
    case move
    /// Text by keys or at once.
    case text
    /// A key that writes no text, such as Enter or a shortcut; or a text that is still being composed.
    case key
    /// - Parameter isPlace: whether the address names a place of a document (`#contents`), which may be the present one.
    case navigate(isPlace: Bool)
    case reload
    /// To an entry of the page's history; of two, the later one has the greater number.
    case history(entry: Int64)
    case screenshot
    case pdf
    case answerDialog(text: String?)
    case openTab
    case closeTab(page: String?)
    case switchTab(page: String?)
    /// A browser context with all its tabs.
    case closeContext(id: String)
    /// The paths of files that are put into a field or dropped on the page.
    case files([String])
    case script
    /// A script that scrolls, or writes a document (as Playwright's and Puppeteer's `setContent`).
    case scrollScript, writeScript
    case viewport(width: Int64, height: Int64)

    /// The CDP methods that are read; all others say nothing.
    public static let methods: Set<String> = [
        "Input.dispatchMouseEvent", "Input.dispatchKeyEvent", "Input.insertText", "Input.imeSetComposition",
        "Input.dispatchTouchEvent",
        "Input.synthesizeTapGesture", "Input.synthesizeScrollGesture", "Page.navigate", "Page.reload",
        "Page.navigateToHistoryEntry", "Page.captureScreenshot", "Page.printToPDF", "Page.handleJavaScriptDialog",
        "Page.bringToFront", "Page.close", "Target.createTarget", "Target.closeTarget", "Target.activateTarget",
        "Target.disposeBrowserContext",
        "DOM.setFileInputFiles", "Input.dispatchDragEvent", "Runtime.evaluate", "Runtime.callFunctionOn",
        "Page.setDocumentContent", "Emulation.setDeviceMetricsOverride",
    ]

    /// Nil for what is no step by itself, such as the release of a key.
    public init?(method: String, params: JSON) {
        switch method {
        case "Input.dispatchMouseEvent": self.init(mouse: params)
        case "Input.dispatchKeyEvent":
            guard params["type"]?.stringValue != "keyUp" else { return nil }
            let text = params["text"]?.stringValue ?? ""
            self = text.unicodeScalars.allSatisfy { $0.value < 32 } ? .key : .text
        case "Input.insertText": self = .text
        case "Input.imeSetComposition": self = .key
        case "Input.synthesizeScrollGesture": self = .wheel
        case "Input.synthesizeTapGesture": self = .press(at: params, isHeld: false)
        case "Input.dispatchTouchEvent": self.init(touch: params)
        case "Runtime.evaluate", "Runtime.callFunctionOn": self = Self.kind(ofScript: params)
        default: self.init(page: method, params)
        }
    }

    private init?(mouse params: JSON) {
        switch params["type"]?.stringValue {
        case "mousePressed": self = .press(at: params, isHeld: true)
        case "mouseReleased": self = .release
        case "mouseWheel": self = .wheel
        case "mouseMoved": self = .move
        default: return nil
        }
    }

    private init?(touch params: JSON) {
        let points = params["touchPoints"]?.arrayValue ?? []
        switch params["type"]?.stringValue {
        case "touchStart": self = .press(at: points.first ?? .null, isHeld: true)
        case "touchEnd" where points.isEmpty: self = .release
        case "touchCancel": self = .takeBack
        default: return nil
        }
    }

    private static func press(at point: JSON, isHeld: Bool) -> AgentAction {
        .press(x: place(point["x"]), y: place(point["y"]), isHeld: isHeld)
    }

    private init?(page method: String, _ params: JSON) {
        switch method {
        case "Page.navigate": self = .navigate(isPlace: params["url"]?.stringValue?.contains("#") ?? false)
        case "Page.setDocumentContent": self = .writeScript
        case "Page.reload": self = .reload
        case "Page.navigateToHistoryEntry": self = .history(entry: params["entryId"]?.integerValue ?? 0)
        case "Page.captureScreenshot": self = .screenshot
        case "Page.printToPDF": self = .pdf
        case "Page.handleJavaScriptDialog": self = .answerDialog(text: params["promptText"]?.stringValue)
        case "Page.bringToFront": self = .switchTab(page: nil)
        case "Page.close": self = .closeTab(page: nil)
        case "Target.createTarget": self = .openTab
        case "Target.closeTarget": self = .closeTab(page: params["targetId"]?.stringValue)
        case "Target.disposeBrowserContext":
            self = .closeContext(id: params["browserContextId"]?.stringValue ?? "")
        case "Target.activateTarget": self = .switchTab(page: params["targetId"]?.stringValue)
        case "DOM.setFileInputFiles": self = .files(Self.paths(params))
        case "Input.dispatchDragEvent":
            let paths = params["data"].map(Self.paths) ?? []
            guard params["type"]?.stringValue == "drop", !paths.isEmpty else { return nil }
            self = .files(paths)
        case "Emulation.setDeviceMetricsOverride":
            self = .viewport(width: Self.place(params["width"]), height: Self.place(params["height"]))
        default: return nil
        }
    }

    private static func paths(_ params: JSON) -> [String] {
        (params["files"]?.arrayValue ?? []).prefix(20).compactMap(\.stringValue)
    }

    private static func place(_ value: JSON?) -> Int64 { Int64(exactly: (value?.doubleValue ?? 0).rounded()) ?? 0 }

    /// What a script of the agent's own does, wherever it stands: as expression, function or argument.
    private static func kind(ofScript params: JSON) -> AgentAction {
        var texts = [params["expression"]?.stringValue, params["functionDeclaration"]?.stringValue]
        texts += (params["arguments"]?.arrayValue ?? []).map { $0["value"]?.stringValue }
        let short = texts.compactMap { $0 }.filter { $0.utf8.count < 16_384 }
        func says(_ words: [String]) -> Bool { short.contains { text in words.contains { text.contains($0) } } }
        if says(["scrollTo(", "scrollBy(", "scrollTop", "scrollIntoView"]) { return .scrollScript }
        return says(["document.write(", "document.open("]) ? .writeScript : .script
    }
}

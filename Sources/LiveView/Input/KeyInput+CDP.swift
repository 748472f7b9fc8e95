import JSON

extension KeyInput {
    /// Browsers give a drag up on Escape; a headless one has to be told.
    var givesDragUp: Bool { action == .down && key == "Escape" }

    /// The parameters of CDP `Input.dispatchKeyEvent`; nil for keys that are no key by themselves.
    func params() -> JSONObject? {
        guard !["Dead", "Process", "Unidentified", ""].contains(key) else { return nil }
        let text = action == .down ? text : nil
        var params: JSONObject = [
            "type": action == .up ? "keyUp" : text == nil ? "rawKeyDown" : "keyDown",
            "key": .string(key),
            "code": .string(code),
            "windowsVirtualKeyCode": .integer(Int64(KeyCodes.virtualKey(key: key, code: code))),
            "modifiers": .integer(Int64(effectiveModifiers)),
            "location": .integer(Int64(location)),
        ]
        if isRepeat { params["autoRepeat"] = true }
        if location == 3 { params["isKeypad"] = true }
        if let text {
            params["text"] = .string(text)
            params["unmodifiedText"] = .string(text)
        }
        return params
    }

    /// AltGr makes a character; it is no shortcut, also where a system reports it as Control and Alt.
    private var effectiveModifiers: Int {
        altGraph ? modifiers & ~(Modifier.control | Modifier.alt) : modifiers
    }

    /// What the key types; nil for keys that type nothing and for shortcuts.
    private var text: String? {
        guard effectiveModifiers & (Modifier.control | Modifier.alt | Modifier.meta) == 0 else { return nil }
        if key == "Enter" { return "\r" }
        return key.count == 1 ? key : nil
    }
}

/// Windows virtual key codes (winuser.h), which pages read as `KeyboardEvent.keyCode`.
enum KeyCodes {
    /// The code of a key: by what it means on the person's layout for Latin letters and digits, else by where it is.
    static func virtualKey(key: String, code: String) -> Int {
        if key.utf8.count == 1, let byte = key.utf8.first {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): return Int(byte) - 32
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): return Int(byte)
            default: break
            }
        }
        if code.hasPrefix("Key") || code.hasPrefix("Digit"), let last = code.utf8.last { return Int(last) }
        return byCode[code] ?? byKey[key] ?? function(key) ?? 0
    }

    private static func function(_ key: String) -> Int? {
        guard key.hasPrefix("F"), let number = Int(key.dropFirst()), (1...24).contains(number) else { return nil }
        return 111 + number
    }

    private static let byCode: [String: Int] = [
        "Numpad0": 96, "Numpad1": 97, "Numpad2": 98, "Numpad3": 99, "Numpad4": 100, "Numpad5": 101, "Numpad6": 102,
        "Numpad7": 103, "Numpad8": 104, "Numpad9": 105, "NumpadMultiply": 106, "NumpadAdd": 107,
        "NumpadSubtract": 109, "NumpadDecimal": 110, "NumpadDivide": 111, "NumpadEnter": 13,
        "Semicolon": 186, "Equal": 187, "Comma": 188, "Minus": 189, "Period": 190, "Slash": 191, "Backquote": 192,
        "BracketLeft": 219, "Backslash": 220, "BracketRight": 221, "Quote": 222, "IntlBackslash": 226,
    ]

    private static let byKey: [String: Int] = [
        "Backspace": 8, "Tab": 9, "Enter": 13, "Shift": 16, "Control": 17, "Alt": 18, "Pause": 19, "CapsLock": 20,
        "Escape": 27, " ": 32, "PageUp": 33, "PageDown": 34, "End": 35, "Home": 36, "ArrowLeft": 37, "ArrowUp": 38,
        "ArrowRight": 39, "ArrowDown": 40, "PrintScreen": 44, "Insert": 45, "Delete": 46, "Meta": 91,
        "ContextMenu": 93, "NumLock": 144, "ScrollLock": 145, "AltGraph": 225,
    ]
}

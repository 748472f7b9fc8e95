import JSON
import Recorder

extension RunRecorder.PageDialog {
    var json: JSON {
        [
            "id": .integer(Int64(id)), "pageId": .string(page), "kind": .string(type),
            "message": .text(message, bytes: 8192), "defaultText": .text(defaultText, bytes: 8192),
            "openedAt": .time(openedAt),
        ]
    }
}

/// A select box that a person has opened.
struct OpenSelect: Sendable {
    let id: Int
    let page: String
    /// The helper that told of it.
    let place: ScriptPlace
    let box: PageBox
    /// As the helper told it: `multiple`, `options`.
    let report: JSON

    var json: JSON {
        [
            "id": .integer(Int64(id)), "pageId": .string(page), "multiple": report["multiple"] ?? false,
            "rect": box.json, "options": report["options"] ?? [],
        ]
    }
}

/// A file field that a person has opened.
struct OpenChooser: Sendable {
    let id: Int
    let page: String
    let session: String
    let node: Int64
    let isMultiple: Bool

    var json: JSON { ["id": .integer(Int64(id)), "pageId": .string(page), "multiple": .bool(isMultiple)] }
}

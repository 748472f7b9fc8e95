import CDP
import JSON
import Model
import Recorder

/// A person's answers to what a headless browser does not draw.
extension LiveRun {
    func answer(_ id: Int, accept: Bool, text: String?, by viewer: Viewer) throws(Refusal) {
        guard let dialog = dialogs.first(where: { $0.id == id }) else {
            throw Refusal(.notFound, "The dialog is gone.")
        }
        var params: JSONObject = ["accept": .bool(accept)]
        if dialog.type == "prompt", accept { params["promptText"] = .string(text ?? dialog.defaultText) }
        recorder.announced(
            viewer: viewer.id,
            method: "Page.handleJavaScriptDialog",
            params: .object(params),
            page: dialog.page
        )
        connection.send("Page.handleJavaScriptDialog", params, session: dialog.session)
    }

    func choose(_ id: Int, _ indexes: [Int]?, by viewer: Viewer) throws(Refusal) {
        guard let select, select.id == id else { throw Refusal(.notFound, "The select box is gone.") }
        self.select = nil
        announce()
        guard let indexes else { return }
        let list = indexes.map(String.init).joined(separator: ",")
        let params: JSONObject = [
            "expression": .string("martletHelper.choose([\(list)])"), "contextId": select.place.context,
        ]
        recorder.announced(
            viewer: viewer.id,
            method: "Runtime.evaluate",
            params: .object(params),
            page: select.page
        )
        connection.send("Runtime.evaluate", params, session: select.place.session)
    }

    /// CDP `DOM.setFileInputFiles`, with files that the person has uploaded before.
    func give(_ id: Int, _ uploads: [String]?, by viewer: Viewer) async throws(Refusal) {
        guard let chooser, chooser.id == id else { throw Refusal(.notFound, "The file chooser is gone.") }
        guard let ids = uploads else {
            self.chooser = nil
            return announce()
        }
        let paths = try paths(of: ids, viewer)
        guard chooser.isMultiple || paths.count == 1 else { throw Refusal(.invalid, "The field takes one file.") }
        self.chooser = nil
        announce()
        let params: JSONObject = [
            "files": .array(paths.map(JSON.string)), "backendNodeId": .integer(chooser.node),
        ]
        recorder.announced(
            viewer: viewer.id,
            method: "DOM.setFileInputFiles",
            params: .object(params),
            page: chooser.page
        )
        connection.send("DOM.setFileInputFiles", params, session: chooser.session)
    }

    /// CDP `Input.dispatchDragEvent`: files that the person has uploaded before are dropped where the page shows the point. A page that does not
    /// want them there ignores it, as it would in a window.
    func drop(_ ids: [String], at point: PicturePoint, _ modifiers: Int, by viewer: Viewer) async throws(Refusal) {
        let (page, sessions) = try await place(of: viewer)
        let files = try paths(of: ids, viewer).map(JSON.string)
        let data: JSON = ["items": [], "files": .array(files), "dragOperationsMask": 1]
        let place = try map(point, page, viewer).place(point)
        for type in ["dragEnter", "dragOver", "drop"] {
            let params: JSONObject = [
                "type": .string(type), "x": .number(place.x), "y": .number(place.y), "data": data,
                "modifiers": .integer(Int64(modifiers)),
            ]
            send("Input.dispatchDragEvent", params, page, sessions, viewer)
        }
    }

    private func paths(of ids: [String], _ viewer: Viewer) throws(Refusal) -> [String] {
        let paths = ids.compactMap { uploads.path(of: $0, lease: viewer.lease.id) }
        guard paths.count == ids.count else { throw Refusal(.notFound, "A file was not uploaded by this live view.") }
        return paths
    }
}

import API
import ControlPlane
import HTTPTypes
import Hummingbird
import JSON
import Model
import Store

/// `/v1/files`: the files of all spaces.
struct FileRoutes {
    let controlPlane: ControlPlane
    let addresses: Addresses

    var files: Files { controlPlane.files }

    func add(to routes: inout Routes) {
        routes.on(.get, "/v1/files", list)
        routes.on(.post, "/v1/files", upload)
        routes.on(.get, "/v1/files/{fileId}", get)
        routes.on(.patch, "/v1/files/{fileId}", update)
        routes.on(.delete, "/v1/files/{fileId}", delete)
        routes.on(.get, "/v1/files/{fileId}/content", content)
    }

    @Sendable private func list(_ call: Call) async throws -> Response {
        let query = try call.query()
        var filter = try FileFilter(query)
        if let space = try query.space("spaceId") {
            // A space that does not exist shares nothing.
            guard let found = try await controlPlane.space(space) else {
                return .json(ListResponse.json([], nextCursor: nil))
            }
            filter.namespace = files.namespace(of: found)
        }
        let include = try query.choice("include") as Include?
        if include == .folders { filter.beDirectlyBelow() }
        let page = PageRequest(before: try query.cursor(of: File.self), limit: try query.pageSize())
        let found = try await files.list(filter, page)
        var answer = answer(found, call)
        if include == .folders {
            // They belong to the first page.
            let folders = page.before == nil ? try await files.folders(filter) : []
            answer["folders"] = .array(folders.map(\.response))
        }
        return .json(.object(answer))
    }

    private enum Include: String, CaseIterable { case folders }

    private func answer(_ page: Page<File>, _ call: Call) -> JSONObject {
        let base = addresses.http(authority: call.authority)
        let items = page.items.map { $0.response(base: base) }
        return ["data": .array(items), "nextCursor": .text(page.nextCursor { "\($0.id)" })]
    }

    private func answer(_ file: File, _ call: Call, status: HTTPResponse.Status = .ok) -> Response {
        .json(file.response(base: addresses.http(authority: call.authority)), status: status)
    }

    @Sendable private func upload(_ call: Call) async throws -> Response {
        let queried = try call.query().space("spaceId")
        let file = try await UploadForm.with(call, files) { form in
            let space = try form.space() ?? queried ?? .defaultSpace
            return try await files.keep(try form.draft(in: try await controlPlane.requiredSpace(space)), form.content)
        }
        return answer(file, call, status: .created)
    }

    @Sendable private func get(_ call: Call) async throws -> Response {
        answer(try await files.get(try call.fileID), call)
    }

    @Sendable private func update(_ call: Call) async throws -> Response {
        let id = try call.fileID
        let request = try FileUpdateRequest(try await call.body())
        let file = try await files.update(id) { file in
            if let name = request.name { file.name = name.text }
            switch request.metadata {
            case .keep: break
            case .clear: file.metadata = nil
            case .set(let metadata): file.metadata = metadata
            }
        }
        return answer(file, call)
    }

    @Sendable private func delete(_ call: Call) async throws -> Response {
        let id = try call.fileID
        try await files.delete(id)
        return .json(DeleteResponse.json(id: id.description))
    }

    @Sendable private func content(_ call: Call) async throws -> Response {
        try await FileContent(files: files).response(try await files.get(try call.fileID), to: call.request)
    }
}

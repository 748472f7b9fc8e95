import JSON
import Model
import Store
import Testing

@testable import StoreSQLite

struct FileRowTests {
    private let space = SpaceID()
    private let run = RunID()
    private let runtime = RuntimeID()

    private func file(
        _ path: String,
        size: Int64 = 1,
        namespace: String = "n",
        type: String? = "download",
        byte: UInt8 = 1
    )
        throws -> File
    {
        File(
            spaceID: space,
            namespace: namespace,
            source: .runtime,
            type: type,
            name: path.split(separator: "/").last.map(String.init) ?? path,
            path: path,
            contentType: "text/plain",
            sizeInBytes: size,
            digest: try #require(SHA256Digest(bytes: [UInt8](repeating: byte, count: 32))),
            runID: run,
            runtimeID: runtime,
            metadata: ["a": 1]
        )
    }

    private func paths(_ store: SQLiteStore, _ change: (inout FileFilter) -> Void) async throws -> [String] {
        var filter = FileFilter()
        change(&filter)
        return try await store.files(filter, PageRequest()).items.map(\.path)
    }

    @Test func `a file is read as it was written, changed and deleted`() async throws {
        try await withStore { store in
            var file = try file("a/b.txt")
            try await store.insert(file, quotaInBytes: nil)
            #expect(try await store.file(file.id) == file)
            file.name = "other"
            file.metadata = nil
            try await store.update(file)
            #expect(try await store.file(file.id) == file)
            #expect(try await store.referenced([file.digest]) == [file.digest])
            try await store.deleteFile(file.id)
            #expect(try await store.file(file.id) == nil)
            #expect(try await store.referenced([file.digest]) == [])
            await #expect(throws: StoreError.self) { try await store.deleteFile(file.id) }
        }
    }

    @Test func `a path is taken once in a namespace`() async throws {
        try await withStore { store in
            try await store.insert(try file("a"), quotaInBytes: nil)
            let error = await #expect(throws: StoreError.self) {
                try await store.insert(try file("a"), quotaInBytes: nil)
            }
            #expect(error?.code == .conflict)
            try await store.insert(try file("a", namespace: "m"), quotaInBytes: nil)
            #expect(try await store.hasPath("a", in: "m"))
            #expect(try await !store.hasPath("b", in: "m"))
        }
    }

    @Test func `a quota bounds what a space holds`() async throws {
        try await withStore { store in
            try await store.insert(try file("a", size: 60), quotaInBytes: 100)
            let error = await #expect(throws: StoreError.self) {
                try await store.insert(try file("b", size: 41), quotaInBytes: 100)
            }
            #expect(error?.code == .quota)
            try await store.insert(try file("b", size: 40), quotaInBytes: 100)
            #expect(try await store.fileTotals(of: space) == FileTotals(count: 2, bytes: 100))
        }
    }

    @Test func `each filter keeps what it names`() async throws {
        try await withStore { store in
            for path in ["a/x.txt", "a/b/y%z.txt", "ab/x.txt", "x.txt", "ä/x.txt"] {
                try await store.insert(
                    try file(path, type: path.hasPrefix("a/") ? "screenshot" : nil),
                    quotaInBytes: nil
                )
            }
            #expect(try await paths(store) { _ in } == ["ä/x.txt", "x.txt", "ab/x.txt", "a/b/y%z.txt", "a/x.txt"])
            #expect(try await paths(store) { $0.prefix = "a" } == ["ab/x.txt", "a/b/y%z.txt", "a/x.txt"])
            #expect(try await paths(store) { $0.prefix = "a/" } == ["a/b/y%z.txt", "a/x.txt"])
            #expect(try await paths(store) { $0.prefix = "ä/" } == ["ä/x.txt"])
            #expect(try await paths(store) { ($0.prefix, $0.isDirectlyBelowPrefix) = ("a/", true) } == ["a/x.txt"])
            #expect(try await paths(store) { $0.isDirectlyBelowPrefix = true } == ["x.txt"])
            #expect(try await paths(store) { $0.path = "x.txt" } == ["x.txt"])
            #expect(try await paths(store) { $0.nameContains = "Y%Z" } == ["a/b/y%z.txt"])
            #expect(try await paths(store) { $0.nameContains = "_" } == [])
            #expect(try await paths(store) { $0.types = ["screenshot"] } == ["a/b/y%z.txt", "a/x.txt"])
            #expect(try await paths(store) { $0.source = .upload } == [])
            #expect(try await paths(store) { $0.namespace = "m" } == [])
            #expect(try await paths(store) { $0.runID = RunID() } == [])
            #expect(try await paths(store) { $0.runID = run }.count == 5)
            #expect(try await paths(store) { $0.runtimeID = runtime }.count == 5)
            #expect(try await paths(store) { $0.createdAfter = .now.adding(seconds: 60) } == [])
        }
    }

    @Test func `folders tell what lies below them at any depth`() async throws {
        try await withStore { store in
            for path in ["a/x", "a/b/y", "a/b/c/z", "ab/x", "top", "ä/ö/ü"] {
                try await store.insert(try file(path, size: 10), quotaInBytes: nil)
            }
            let top = try await store.folders(FileFilter(), limit: 10)
            #expect(top.map(\.path) == ["a", "ab", "ä"])
            #expect(top.first?.fileCount == 3 && top.first?.totalBytes == 30)
            var filter = FileFilter()
            filter.prefix = "a/"
            let below = try await store.folders(filter, limit: 10)
            #expect(below.map(\.path) == ["a/b"] && below.first?.name == "b" && below.first?.fileCount == 2)
            filter.prefix = "ä/"
            #expect(try await store.folders(filter, limit: 10).map(\.path) == ["ä/ö"])
        }
    }
}

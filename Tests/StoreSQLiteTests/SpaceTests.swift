import JSON
import Model
import Store
import StoreSQLite
import Testing

@Suite struct SpaceTests {
    @Test func `a space is read as it was inserted`() async throws {
        try await withStore { store in
            let space = Space(name: "a \"b\" ü", environment: ["storage": ["mount": "/x"]])
            try await store.insert(space)
            #expect(try await store.space(space.id) == space)
            #expect(try await store.space(SpaceID()) == nil)
        }
    }

    @Test func `there is one default space`() async throws {
        try await withStore { store in
            #expect(try await store.defaultSpace() == nil)
            let space = Space(name: "default", isDefault: true)
            try await store.insert(space)
            await expect(.conflict) { try await store.insert(Space(name: "second", isDefault: true)) }
            await expect(.conflict) { try await store.insert(space) }
            try await store.insert(Space(name: "other"))
            #expect(try await store.defaultSpace() == space)
        }
    }

    @Test func `an update replaces name and environment`() async throws {
        try await withStore { store in
            var space = Space(name: "before")
            try await store.insert(space)
            space.name = "after"
            space.environment = ["ai": true]
            space.updatedAt = space.createdAt.adding(seconds: 5)
            try await store.update(space)
            #expect(try await store.space(space.id) == space)
            await expect(.notFound) { try await store.update(Space(name: "absent")) }
        }
    }

    @Test func `lists are newest first and page by id`() async throws {
        try await withStore { store in
            let spaces = (1...7).map { Space(name: "\($0)") }
            for space in spaces { try await store.insert(space) }
            let first = try await store.spaces(PageRequest(limit: 5))
            #expect(first.items == Array(spaces.reversed().prefix(5)))
            #expect(first.hasMore)
            let second = try await store.spaces(PageRequest(before: first.items.last?.id, limit: 2))
            #expect(second.items == Array(spaces.reversed().suffix(2)))
            #expect(!second.hasMore)
        }
    }

    @Test func `deleting a space deletes its runtimes and keeps its runs`() async throws {
        try await withStore { store in
            let run = try await store.openedRun()
            await expect(.conflict) { _ = try await store.deleteSpace(run.spaceID) }
            try await store.close(run.id, RunEnd(reason: .api), last: [run.event(2)], activity: [])
            #expect(try await store.deleteSpace(run.spaceID) == [run.runtimeID])
            #expect(try await store.space(run.spaceID) == nil)
            #expect(try await store.runtime(run.runtimeID) == nil)
            #expect(try await store.run(run.id)?.eventCount == 2)
            #expect(try await store.numbers(of: run) == [1, 2])
            await expect(.notFound) { _ = try await store.deleteSpace(run.spaceID) }
        }
    }
}

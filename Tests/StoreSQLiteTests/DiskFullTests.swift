import Foundation
import Model
import Store
import Testing

@testable import StoreSQLite

/// On a small disk of their own, which only root can mount.
@Suite(
    .enabled(if: SmallDisk.isMountable, "needs the right to mount a tmpfs: run as root"),
    .timeLimit(.minutes(3)),
    .serialized
)
struct DiskFullTests {
    @Test func `on a full disk appends are refused, reads go on, and open runs can be closed`() async throws {
        try await SmallDisk.use(megabytes: 16) { disk in
            let store = try openStore(in: disk)
            let space = Space(name: "space")
            try await store.insert(space)
            let filler = "\(disk)/filler"
            try Data(count: 4 * 1024 * 1024).write(to: URL(filePath: filler))
            let runs = [
                try await store.openedRun(in: space), try await store.openedRun(in: space),
                try await store.openedRun(in: space),
            ]
            var last: Int64 = 1
            await expect(.full) {
                while true {
                    try await store.events.append(
                        runs[0].events((last + 1)...(last + 20), padding: 2000),
                        to: runs[0].id
                    )
                    last += 20
                }
            }
            #expect(last > 100)
            #expect(try await store.events.last(of: runs[0].id)?.number == last)
            // The first close frees the reserve, which is kept for the others.
            try await store.close(
                runs[0].id,
                RunEnd(reason: .limit),
                last: [runs[0].event(last + 1, padding: 200_000)],
                activity: []
            )
            #expect(!FileManager.default.fileExists(atPath: "\(disk)/reserve"))
            await expect(.full) { try await store.events.append([runs[1].event(2)], to: runs[1].id) }
            await expect(.full) { try await store.insert(Space(name: "more")) }
            try await store.close(runs[1].id, RunEnd(reason: .limit), last: [runs[1].event(2)], activity: [])
            #expect(try await store.openRuns().map(\.id) == [runs[2].id])
            // With space again all goes on, and the reserve is back.
            try FileManager.default.removeItem(atPath: filler)
            try await store.events.append([runs[2].event(2)], to: runs[2].id)
            #expect(FileManager.default.fileExists(atPath: "\(disk)/reserve"))
            #expect(try await store.numbers(of: runs[2]) == [1, 2])
            try store.close()
        }
    }

    @Test func `on a full disk things can be taken away, and that makes room`() async throws {
        try await SmallDisk.use(megabytes: 16) { disk in
            let store = try openStore(in: disk)
            let space = Space(name: "space")
            try await store.insert(space)
            let runtime = Runtime(spaceID: space.id, name: "runtime")
            try await store.insert(runtime)
            let run = try await store.openedRun(in: space)
            let key = APIKey(name: nil, prefix: "p", hash: [1])
            try await store.insert(key)
            let lease = Lease(runID: run.id, purpose: .stream, hash: [2], expiresAt: Timestamp.now.adding(seconds: 60))
            try await store.insert(lease)
            let filler = "\(disk)/filler"
            try Data(count: 4 * 1024 * 1024).write(to: URL(filePath: filler))
            var last: Int64 = 1
            await expect(.full) {
                while true {
                    try await store.events.append(run.events((last + 1)...(last + 20), padding: 2000), to: run.id)
                    last += 20
                }
            }
            try await store.deleteAPIKey(key.id)
            #expect(try await store.revoke(lease.id, of: run.id, at: .now).revokedAt != nil)
            try await store.deleteRuntime(runtime.id)
            await expect(.full) { try await store.insert(Space(name: "more")) }
            try FileManager.default.removeItem(atPath: filler)
            try await store.insert(Space(name: "more"))
            #expect(FileManager.default.fileExists(atPath: "\(disk)/reserve"))
            try store.close()
        }
    }

    @Test func `appends that share a transaction with one that does not fit are stored`() async throws {
        try await SmallDisk.use(megabytes: 12) { disk in
            let store = try openStore(in: disk)
            let runs = [try await store.openedRun(), try await store.openedRun()]
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    await expect(.full) {
                        try await store.events.append(runs[0].events(2...40, padding: 1_000_000), to: runs[0].id)
                    }
                }
                group.addTask {
                    for number in Int64(2)...50 {
                        do {
                            try await store.events.append([runs[1].event(number)], to: runs[1].id)
                        } catch {
                            Issue.record(error)
                        }
                    }
                }
            }
            #expect(try await store.numbers(of: runs[0]) == [1])
            #expect(try await store.numbers(of: runs[1]) == Array(1...50))
            try store.close()
        }
    }
}

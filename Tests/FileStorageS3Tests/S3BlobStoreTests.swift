import Credentials
import FileStorage
import Model
import NIOCore
import Testing

@testable import FileStorageS3

/// What only the S3 store does.
@Suite(.enabled(if: MotoServer.path != nil, "moto_server is not installed"), .timeLimit(.minutes(2)))
struct S3BlobStoreTests {
    @Test func `the spool is empty when a blob is in the bucket`() async throws {
        let test = try await StoreUnderTest(.s3)
        _ = try await test.write("uploaded")
        #expect(try test.localFiles() == [])
    }

    @Test func `a bucket that is not there is named`() async throws {
        let test = try await StoreUnderTest(.s3)
        var settings = try #require(test.s3).client.settings
        settings.bucket = "no-such-bucket"
        let store = S3BlobStore(settings, spool: test.spool)
        let error = await #expect(throws: BlobError.self) { try await store.claim(owner: "test") }
        #expect(error?.message.contains("There is no bucket no-such-bucket") == true, "\(String(describing: error))")
    }

    @Test func `a service that does not answer is named, and no secret is`() async throws {
        let test = try await StoreUnderTest(.s3)
        var settings = try #require(test.s3).client.settings
        settings.endpoint = "http://127.0.0.1:1"
        let store = S3BlobStore(settings, spool: test.spool)
        let error = await #expect(throws: BlobError.self) { try await store.claim(owner: "test") }
        #expect(error?.message.contains("http://127.0.0.1:1 did not answer") == true, "\(String(describing: error))")
        #expect(error?.message.contains("testing") == false)
    }

    @Test func `a prefix is one server's alone`() async throws {
        let test = try await StoreUnderTest(.s3)
        let store = try #require(test.s3)
        try await store.claim(owner: "test")
        let error = await #expect(throws: BlobError.self) { try await store.claim(owner: "another") }
        #expect(error?.message.contains("belongs to another data folder") == true)
    }

    @Test func `the sweep ends uploads that a lost process left, and leaves what is none of ours`() async throws {
        let test = try await StoreUnderTest(.s3)
        let store = try #require(test.s3)
        let key = store.key(try await test.write("kept").digest)
        let begun = try await store.client.perform(.init(method: .post, key: key, query: [("uploads", "")]))
        #expect(begun.text.contains("UploadId"))
        let foreign = ByteBuffer(string: "not ours")
        _ = try await store.client.perform(.init(method: .put, key: "martlet/blobs/readme.txt", body: foreign))
        #expect(try await store.sweep { Set($0) } == 0)
        let left = try await store.client.perform(.init(method: .get, query: [("uploads", "")]))
        #expect(!left.text.contains("<UploadId>"))
        let other = try await store.client.perform(.init(method: .get, key: "martlet/blobs/readme.txt"))
        #expect(other.text == "not ours")
    }

    @Test func `an object that goes while it is read is missing, however little of it was asked for`() async throws {
        let test = try await StoreUnderTest(.s3)
        let digest = try await test.write("ten bytes.").digest
        let reader = try await test.store.read(digest, range: nil)
        try await test.store.remove(digest)
        let error = await #expect(throws: BlobError.self) { _ = try await reader.next() }
        #expect(error?.code == .missing, "\(String(describing: error))")
    }

    @Test func `in a task that is cancelled a call is tried once`() async throws {
        let test = try await StoreUnderTest(.s3)
        var settings = try #require(test.s3).client.settings
        settings.endpoint = "http://127.0.0.1:1"
        let client = S3Client(settings)
        let calls = Task {
            for _ in 0..<40 { _ = try? await client.perform(.init(method: .head)) }
        }
        calls.cancel()
        let began = ContinuousClock.now
        await calls.value
        // Each would take four seconds with its pauses.
        #expect(began.duration(to: .now) < .seconds(60))
    }

    @Test func `an answer's XML is read, also what is escaped in it`() {
        let text = "<R><Key>a&amp;b&lt;c</Key><Key>d</Key><Code>NoSuchKey</Code></R>"
        #expect(XMLText.all("Key", in: text) == ["a&b<c", "d"])
        #expect(XMLText.first("Code", in: text) == "NoSuchKey")
        #expect(XMLText.first("Nothing", in: text) == nil)
    }

    @Test(arguments: [
        ("bucket", String?.none, "https://bucket.s3.eu-central-1.amazonaws.com", ""),
        ("dotted.bucket", nil, "https://s3.eu-central-1.amazonaws.com", "/dotted.bucket"),
        ("bucket", "https://minio.example:9000/", "https://minio.example:9000", "/bucket"),
    ])
    func `a bucket has an address`(bucket: String, endpoint: String?, base: String, path: String) {
        let settings = S3Settings(
            bucket: bucket,
            region: "eu-central-1",
            endpoint: endpoint,
            credentials: AWSCredentials(accessKeyID: "id", secretAccessKey: Secret("key"))
        )
        #expect(settings.address.base == base)
        #expect(settings.address.path == path)
        #expect(base.hasSuffix(settings.address.host))
    }
}

import AsyncHTTPClient
import JSON
import NIOCore
import NIOHTTP1
import SSE

/// Reads the rows of a run over as many connections as it takes.
struct StreamReader<Row: RecordRow>: RowSource {
    private let transport: Transport
    private let path: String
    private let query: Query
    private var cursor: String?
    private var connection: Connection?
    private var rows: ArraySlice<Row> = []
    private var hasEnded = false
    /// Since the last sign of life: tries that failed, and when the first of them did.
    private var failures = 0
    private var firstFailure: ContinuousClock.Instant?
    private var retryPause: Duration?

    /// One answer and the frames in it.
    private struct Connection {
        var bytes: HTTPClientResponse.Body.AsyncIterator
        var parser = EventStreamParser()
    }

    init(transport: Transport, path: String, query: Query, after cursor: String?) {
        self.transport = transport
        self.path = path
        self.query = query
        self.cursor = cursor
    }

    mutating func next() async throws -> Row? {
        while true {
            if let row = rows.popFirst() { return row }
            if hasEnded { return nil }
            do {
                try await read()
            } catch let error as MartletError {
                try await recover(from: error)
            }
        }
    }

    /// One piece of the stream, on the open connection or a new one.
    private mutating func read() async throws {
        guard connection != nil else { return try await connect() }
        let piece: ByteBuffer?
        do {
            piece = try await connection?.bytes.next()
        } catch {
            throw MartletError.connection(error, transport.configuration, answered: true)
        }
        guard let piece else { throw Self.closed(transport.configuration) }
        failures = 0
        firstFailure = nil
        try take(piece)
    }

    private mutating func connect() async throws {
        var query = query
        query.add("cursor", cursor)
        var request = Request(method: .get, path: path, query: query)
        request.headers = [("Accept", "text/event-stream")]
        let silence = transport.configuration.streamSilence
        // At first as every call is made; later a failure is one of the stream's, whose patience is longer.
        let response =
            firstFailure == nil
            ? try await transport.open(request, silence: silence)
            : try await transport.openOnce(request, silence: silence)
        let type = response.headers.first(name: "content-type") ?? ""
        guard type.hasPrefix("text/event-stream") else {
            throw MartletError(
                .unexpectedAnswer,
                "\(transport.configuration.baseURL) answered with no event stream but `\(type)`.",
                hint: "Check the address, and what proxy stands before the server."
            )
        }
        connection = Connection(bytes: response.body.makeAsyncIterator())
    }

    private mutating func take(_ piece: ByteBuffer) throws {
        do {
            for frame in try connection?.parser.read(piece.readableBytesView) ?? [] { try take(frame) }
        } catch is EventStreamParser.Overflow {
            throw MartletError(.unexpectedAnswer, "The server sent a frame of more than 16 MiB.")
        }
        retryPause = connection?.parser.retryMilliseconds.map { .milliseconds($0) }
    }

    private mutating func take(_ frame: EventStreamFrame) throws {
        switch frame.event {
        case Row.frameName, "message":
            let row = try Row(Fields(parse(frame.data), Row.noun))
            // A server that took the cursor for inclusive would repeat this one.
            guard row.cursor != cursor else { return }
            cursor = row.cursor
            rows.append(row)
        case "run.ended":
            hasEnded = true
            connection = nil
        default: break
        }
    }

    private func parse(_ data: String) throws -> JSON {
        do {
            return try JSON.parse(data)
        } catch {
            throw MartletError(.unexpectedAnswer, "The server sent a frame that is no JSON.", cause: error)
        }
    }

    /// Waits before the next try, or throws when there is none.
    private mutating func recover(from error: MartletError) async throws {
        let hadConnection = connection != nil
        connection = nil
        guard hadConnection || firstFailure != nil, Retry.mayPass(error) else { throw error }
        let began = firstFailure ?? .now
        firstFailure = began
        let left = transport.configuration.reconnectPatience - began.duration(to: .now)
        // A server that asks for more time than there is does not come back in it.
        guard left > .zero, error.retryAfter ?? .zero <= left else { throw error }
        let pause = min(error.retryAfter ?? retryPause ?? Retry.backoff(failures), left)
        failures += 1
        // Spread, so that a server that starts again is not met by all its readers at once.
        try await Task.sleep(for: pause * Double.random(in: 0.8...1.2))
    }

    private static func closed(_ configuration: Martlet.Configuration) -> MartletError {
        MartletError(.connectionLost, "\(configuration.baseURL) closed the stream before the run had ended.")
    }
}

import Activity
import CDPProxy
import Credentials
import FileStorage
import JSON
import Logging
import Model
import NIOCore
import Recorder

/// Keeps the screenshots and PDFs of one run as files, one at a time.
///
/// The same bytes become one file in a run, however often they were taken. A run gets ``limit`` such files at most; the rows of the activity go on.
actor CaptureKeeper {
    static let limit = 10_000

    private let run: Run
    private let files: Files
    private let recorder: RunRecorder
    private let logger: Logger
    /// The files so far, by what they hold.
    private var known: [SHA256Digest: FileID] = [:]
    private var counts: [CaptureAsk.Kind: Int] = [:]
    /// PDFs of which pieces still come.
    private var open: [CaptureStreams.Name: OpenPrint] = [:]

    private struct OpenPrint {
        let ask: CaptureAsk
        let content: any BlobWriter
    }

    init(run: Run, files: Files, recorder: RunRecorder, logger: Logger) {
        self.run = run
        self.files = files
        self.recorder = recorder
        self.logger = logger
    }

    func take(_ job: AgentCaptures.Job) async {
        switch job {
        case .reply(let ask, let message): await took(ask, message)
        case .skipped(let ask, let size): tell(ask, .notKept(reason: "its message of \(size) bytes is too long"))
        case .opened(let name, let ask): await begin(name, ask)
        case .piece(let name, let message): await add(message, to: name)
        case .lost(let name): await lose(name, "the agent did not read it to its end")
        }
    }

    /// Leaves out what comes too late.
    func pass(_ job: AgentCaptures.Job) async {
        let reason = "the run ended before it was stored"
        switch job {
        case .reply(let ask, _), .opened(_, let ask): tell(ask, .notKept(reason: reason))
        case .piece(let name, _): await lose(name, reason)
        case .skipped, .lost: await take(job)
        }
    }

    private func took(_ ask: CaptureAsk, _ message: ReplyMessage) async {
        guard let reply = CaptureReply(message.bytes), reply.sessionID == ask.sessionID else {
            return tell(ask, .notKept(reason: "its reply cannot be told from another's"))
        }
        guard !reply.isRefused else { return tell(ask, .refused) }
        guard let bytes = reply.data, !bytes.isEmpty else {
            return tell(ask, .notKept(reason: "its reply has no bytes"))
        }
        await keep(ask, bytes)
    }

    private func begin(_ name: CaptureStreams.Name, _ ask: CaptureAsk) async {
        do {
            open[name] = OpenPrint(ask: ask, content: try await files.write())
        } catch {
            failed(ask, error)
        }
    }

    private func add(_ message: ReplyMessage, to name: CaptureStreams.Name) async {
        guard let print = open[name] else { return }
        guard let reply = CaptureReply(message.bytes), !reply.isRefused, let bytes = reply.data else {
            return await lose(name, "the agent did not read it whole")
        }
        do throws(BlobError) {
            try await print.content.append(ByteBuffer(bytes: bytes))
        } catch {
            open[name] = nil
            await print.content.abandon()
            return failed(print.ask, error)
        }
        guard reply.isEnd else { return }
        open[name] = nil
        await keep(print.ask, print.content)
    }

    private func lose(_ name: CaptureStreams.Name, _ reason: String) async {
        guard let print = open.removeValue(forKey: name) else { return }
        await print.content.abandon()
        tell(print.ask, .notKept(reason: reason))
    }

    private func keep(_ ask: CaptureAsk, _ bytes: [UInt8]) async {
        do {
            let content = try await files.write()
            try await content.append(ByteBuffer(bytes: bytes))
            await keep(ask, content, ending: CaptureName.ending(of: bytes))
        } catch {
            failed(ask, error)
        }
    }

    private func keep(_ ask: CaptureAsk, _ content: any BlobWriter, ending: String = "pdf") async {
        do {
            let digest = try await content.finish().digest
            if let file = known[digest] {
                await content.abandon()
                return tell(ask, .same(file: "\(file)"))
            }
            guard known.count < Self.limit else {
                await content.abandon()
                return tell(ask, .notKept(reason: "the run has \(Self.limit) such files"))
            }
            let file = try await files.keep(await draft(ask, ending), content)
            known[digest] = file.id
            tell(ask, .kept(file: "\(file.id)"))
        } catch {
            await content.abandon()
            failed(ask, error)
        }
    }

    private func draft(_ ask: CaptureAsk, _ ending: String) async -> FileDraft {
        counts[ask.kind, default: 0] += 1
        let page = ask.page ?? ""
        let title = await recorder.targets().first { $0.id == page }?.title ?? ""
        let name = CaptureName.of(ask, number: counts[ask.kind] ?? 1, title: recorder.redacted(title), ending: ending)
        var draft = FileDraft(of: run, type: ask.kind.rawValue, name: name)
        draft.metadata = page.isEmpty ? nil : ["pageId": .string(page)]
        return draft
    }

    private func tell(_ ask: CaptureAsk, _ outcome: CaptureOutcome) { recorder.captured(ask.key, outcome) }

    private func failed(_ ask: CaptureAsk, _ error: any Error) {
        logger.warning("Capture not kept", metadata: ["run.id": "\(run.id)", "error": "\(error)"])
        tell(ask, .notKept(reason: "the server could not store it"))
    }
}

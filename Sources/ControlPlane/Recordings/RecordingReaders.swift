import FrameLog
import Synchronization

/// The readers that were used last: each has read its recording's journal and goes on from there. At most 16.
final class RecordingReaders: Sendable {
    private static let capacity = 16
    private let readers = Mutex<[RecordingReader]>([])
    private let decoder: any PictureDecoder

    init(decoder: any PictureDecoder) { self.decoder = decoder }

    func reader(of folder: String) -> RecordingReader {
        readers.withLock { readers in
            if let index = readers.firstIndex(where: { $0.folder == folder }) {
                let reader = readers.remove(at: index)
                readers.append(reader)
                return reader
            }
            if readers.count >= Self.capacity { readers.removeFirst() }
            let reader = RecordingReader(folder: folder, decoder: decoder)
            readers.append(reader)
            return reader
        }
    }

    func forget(_ folder: String) { readers.withLock { $0.removeAll { $0.folder == folder } } }
}

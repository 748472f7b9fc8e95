import CZlib

/// A stream of raw deflate data (RFC 1951), as archives hold it, by zlib. Takes about 270 kB of memory.
final class Deflater {
    private var stream = z_stream()
    private var output = [UInt8](repeating: 0, count: 64 * 1024)

    /// Level 6: on events it leaves a tenth, at some 100 MB a second.
    init() throws(ZIPError) {
        // Minus: without zlib's own head and checksum, which an archive does not have.
        guard martlet_deflate_init(&stream, 6, -MAX_WBITS) == Z_OK else { throw Self.failure(stream) }
    }

    deinit { deflateEnd(&stream) }

    /// What comes out for these bytes: often nothing yet.
    func add(_ bytes: [UInt8]) throws(ZIPError) -> [UInt8] { try run(bytes, Z_NO_FLUSH) }

    /// What is left; nothing may be added after it.
    func finish() throws(ZIPError) -> [UInt8] { try run([], Z_FINISH) }

    private func run(_ bytes: [UInt8], _ flush: Int32) throws(ZIPError) -> [UInt8] {
        var result: [UInt8] = []
        var input = bytes
        let status = input.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = uInt(input.count)
            return drain(flush, into: &result)
        }
        guard status != Z_STREAM_ERROR else { throw Self.failure(stream) }
        return result
    }

    private func drain(_ flush: Int32, into result: inout [UInt8]) -> Int32 {
        output.withUnsafeMutableBufferPointer { output in
            var status = Z_OK
            repeat {
                stream.next_out = output.baseAddress
                stream.avail_out = uInt(output.count)
                status = deflate(&stream, flush)
                result.append(contentsOf: output.prefix(output.count - Int(stream.avail_out)))
            } while stream.avail_out == 0 && status != Z_STREAM_ERROR
            return status
        }
    }

    private static func failure(_ stream: z_stream) -> ZIPError {
        ZIPError(.compression, stream.msg.map { String(cString: $0) } ?? "zlib could not compress")
    }
}

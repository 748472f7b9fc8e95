import Glibc
import NIOCore

extension MultipartParser {
    /// Reads a part's head: lines up to an empty one.
    mutating func head(_ input: inout ByteBuffer, _ elements: inout [Element]) throws(MultipartError) -> Bool {
        guard let end = input.position(of: Self.headEnd) else {
            guard input.readableBytes <= limits.headBytes else {
                throw .tooLarge("the head of a part", limits.headBytes)
            }
            return false
        }
        guard end <= limits.headBytes else { throw .tooLarge("the head of a part", limits.headBytes) }
        parts += 1
        guard parts <= limits.parts else { throw .tooMany(limits.parts) }
        let lines = input.readBytes(length: end) ?? []
        input.moveReaderIndex(forwardBy: Self.headEnd.count)
        elements.append(.part(try MultipartHead(lines)))
        state = .body
        return true
    }

    private static let headEnd = Array("\r\n\r\n".utf8)

    /// Passes on what is surely body, and holds back what may be the begin of a delimiter.
    mutating func body(_ input: inout ByteBuffer, _ elements: inout [Element]) throws(MultipartError) -> Bool {
        let end = input.position(of: delimiter)
        let length = end ?? input.readableBytes - input.endLikeBegin(of: delimiter)
        if length > 0, let piece = input.readSlice(length: length) { elements.append(.body(piece)) }
        guard end != nil else { return false }
        input.moveReaderIndex(forwardBy: delimiter.count)
        elements.append(.partEnd)
        state = .boundary
        return true
    }
}

extension ByteBuffer {
    /// Where some bytes begin first, counted from the reader; nil when they do not come whole.
    fileprivate func position(of wanted: [UInt8]) -> Int? {
        withUnsafeReadableBytes { bytes in
            var start = 0
            while bytes.count - start >= wanted.count, let base = bytes.baseAddress,
                let found = memchr(base + start, Int32(wanted[0]), bytes.count - start - wanted.count + 1)
            {
                if memcmp(found, wanted, wanted.count) == 0 { return UnsafeRawPointer(found) - base }
                start = UnsafeRawPointer(found) - base + 1
            }
            return nil
        }
    }

    /// How many bytes at the end are the first ones of `wanted`.
    fileprivate func endLikeBegin(of wanted: [UInt8]) -> Int {
        let end = readableBytesView.suffix(wanted.count - 1)
        for (offset, index) in end.indices.enumerated() where end[index] == wanted[0] {
            if end[index...].elementsEqual(wanted.prefix(end.count - offset)) { return end.count - offset }
        }
        return 0
    }
}

import Glibc

enum FileDescriptorWriter {
    /// Writes all of the bytes, however often write(2) takes only some.
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(BlobError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw BlobError(errno: errno, "A file cannot be written")
            }
        }
    }
}

extension CDPMessage {
    /// The bytes of one member of `params` as they stand, found without reading the others; nil when there is none.
    ///
    /// For messages of which a part is large, such as CDP `Page.screencastFrame`: its pictures are never parsed.
    public func paramBytes(_ name: String) -> ArraySlice<UInt8>? {
        guard let params = paramsRange else { return nil }
        let range = bytes[params].withUnsafeBufferPointer { buffer in
            var scanner = CDPScanner(bytes: buffer)
            return scanner.value(of: name)
        }
        return range.map { bytes[$0.lowerBound + params.lowerBound..<$0.upperBound + params.lowerBound] }
    }
}

import Model
public import Recorder

/// What stands before the JPEG in a binary message (docs/live-view-protocol.md, "Frames"). Big-endian.
public enum FramePacket {
    public static let version: UInt8 = 1

    public static func head(of frame: Frame) -> [UInt8] {
        let page = Array(frame.pageID.utf8.prefix(255))
        var bytes: [UInt8] = [version, 1]
        bytes.reserveCapacity(49 + page.count)
        bytes.append(UInt16(49 + page.count))
        bytes.append(Double(frame.number).bitPattern)
        bytes.append(Double(frame.time.milliseconds).bitPattern)
        bytes.append(UInt16(clamping: frame.width))
        bytes.append(UInt16(clamping: frame.height))
        let geometry = frame.geometry
        for number in [
            Double(geometry.deviceWidth), Double(geometry.deviceHeight), geometry.pageScaleFactor, geometry.offsetTop,
            geometry.scrollOffsetX, geometry.scrollOffsetY,
        ] { bytes.append(Float(number).bitPattern) }
        bytes.append(UInt8(page.count))
        bytes += page
        return bytes
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }
}

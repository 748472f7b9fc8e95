/// A picture in the video of its page: a group of pictures that are decoded together, and its place among them.
public struct ArchivedPicture: Sendable {
    /// Which pictures are decoded together. Equal ones are decoded once.
    public struct Group: Sendable, Hashable {
        /// The video's path.
        public let video: String
        public let number: UInt32
        /// Size of the pictures that are wanted, in pixels: the video's may be larger, and those of one group may differ.
        public let width: Int
        public let height: Int
    }

    public let group: Group
    /// Its place in the group, from 0.
    public let place: Int
    /// A video of the group alone: the whole video's head, then the group's pictures. Both match their checksums.
    public let video: [[UInt8]]
}

/// Makes JPEGs of archived pictures.
public protocol PictureDecoder: Sendable {
    /// - Throws: ``FrameLogError`` `decoderMissing`; `unavailable` when the decoder fails.
    func jpeg(of picture: ArchivedPicture) async throws(FrameLogError) -> [UInt8]
}

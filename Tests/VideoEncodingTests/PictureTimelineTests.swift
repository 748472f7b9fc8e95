import Testing

@testable import VideoEncoding

struct PictureTimelineTests {
    private let a: [UInt8] = [1]
    private let b: [UInt8] = [2]
    private let black = BlackPicture.jpeg

    /// What a video of these pictures shows when.
    private func video(
        _ pictures: [(at: Int64, jpeg: [UInt8])],
        from: Int64 = 0,
        to: Int64 = 5000,
        dark: [Range<Int64>] = []
    ) -> [PictureTimeline.Shot] {
        var timeline = PictureTimeline(from: from, to: to, dark: dark)
        return pictures.flatMap { timeline.show($0.jpeg, from: $0.at) } + timeline.end()
    }

    private func shot(_ milliseconds: Int64, _ jpeg: [UInt8], lasting: Int64? = nil) -> PictureTimeline.Shot {
        PictureTimeline.Shot(milliseconds: milliseconds, jpeg: jpeg, lasting: lasting)
    }

    @Test func `Pictures keep their times, the first begins the video, the last holds to its end`() {
        #expect(
            video([(700, a), (1234, b)]) == [shot(0, a), shot(700, a), shot(1234, b), shot(4999, b, lasting: 1)]
        )
    }

    @Test func `Of two pictures of one moment the newer one is shown`() {
        #expect(video([(0, a), (0, b)]) == [shot(0, b), shot(4999, b, lasting: 1)])
    }

    @Test func `A span begins with what is shown then, and ends before what comes after it`() {
        #expect(
            video([(1000, a), (1500, b), (3000, a)], from: 1000, to: 3000)
                == [shot(0, a), shot(500, b), shot(1999, b, lasting: 1)]
        )
    }

    @Test func `A still stretch has a picture each ten seconds`() {
        #expect(
            video([(0, a)], to: 25_000)
                == [shot(0, a), shot(10_000, a), shot(20_000, a), shot(24_999, a, lasting: 1)]
        )
    }

    @Test func `A gap is black, and light again with the newest picture`() {
        #expect(
            video([(0, a), (2500, b)], dark: [2000..<3000])
                == [shot(0, a), shot(2000, black), shot(3000, b), shot(4999, b, lasting: 1)]
        )
    }

    @Test func `A gap at the end stays black`() {
        #expect(video([(0, a)], dark: [4000..<9000]) == [shot(0, a), shot(4000, black), shot(4999, black, lasting: 1)])
    }

    @Test func `Gaps that touch are one, and those outside of the span none`() {
        #expect(
            video([(10_000, a)], from: 10_000, to: 15_000, dark: [0..<500, 12_000..<13_000, 11_000..<12_000])
                == [shot(0, a), shot(1000, black), shot(3000, a), shot(4999, a, lasting: 1)]
        )
    }

    @Test func `The shortest video is one picture`() {
        #expect(video([(0, a)], to: 1) == [shot(0, a, lasting: 1)])
    }

    @Test func `A track that shows nothing makes no pictures`() { #expect(video([]).isEmpty) }

    @Test func `Black is a whole JPEG`() {
        #expect(black.starts(with: [0xFF, 0xD8]))
        #expect(black.suffix(2) == [0xFF, 0xD9])
    }
}

"""A story on pages that tell the time: what was in front when, and whether pictures show it."""

import base64
import io
import time

from PIL import Image

from . import clock, video


class ClockStory:
    """What was in front when: each scene a span of seconds, the mark of its page, and whether its clock ticks."""

    def __init__(self):
        self.scenes = []

    def scene(self, mark, seconds, ticks=True):
        """Lets the page in front be for a while."""
        began = time.time()
        time.sleep(seconds)
        self.scenes.append((began, time.time(), mark, ticks))

    def cut(self, seconds):
        """Takes so much of the last scene away."""
        began, ended, *rest = self.scenes[-1]
        self.scenes[-1] = (began, ended - seconds, *rest)

    def moments(self, start, every=1):
        """Moments well within the scenes, in seconds since `start`, each with the second that is to be seen and the mark.

        Six tenths into a second: a clock that is a little late is not yet wrong.
        """
        for began, ended, mark, ticks in self.scenes:
            for second in range(int(began) + 1, int(ended), every):
                if began + 0.7 < second + 0.6 < ended - 0.1:
                    yield second + 0.6 - start, second if ticks else None, mark

    def check(self, start, see, every=1):
        """Asks `see` for what each moment shows: a number and a mark. Returns how many were looked at."""
        looked = 0
        for moment, second, mark in self.moments(start, every):
            shown, shown_mark = see(moment)
            assert shown_mark == mark, f"at {moment:.1f}: mark {shown_mark}, not {mark}"
            assert second is None or shown == second, f"at {moment:.1f}: shows {shown - second:+d} s"
            looked += 1
        return looked


def in_frames(recording):
    """Reads what `frames?at=` shows."""
    return lambda moment: clock.read(recording.frame(moment).body)


def in_video(film, recording):
    """Reads what a video shows, whose pictures stand in the middle of its own size."""

    def see(moment):
        return video.read(film.at(moment), clock.size(recording.frame(moment).body))

    return see


def in_player(viewer, recording):
    """Reads what the player's canvas shows when it has gone to a moment."""

    def see(moment):
        viewer.tell({"type": "bctrl:recording-seek", "seconds": round(moment, 3)})
        viewer.wait_seconds(moment - 0.002, moment + 0.002)
        url = viewer.part("screen").evaluate("canvas => canvas.toDataURL('image/png')")
        picture = Image.open(io.BytesIO(base64.b64decode(url.split(",")[1])))
        whole = io.BytesIO()
        picture.resize(clock.size(recording.frame(moment).body)).save(whole, "PNG")
        return clock.read(whole.getvalue())

    return see

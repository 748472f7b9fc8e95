"""Videos, looked at by ffmpeg: their length, the times of their pictures, and the pictures."""

import io
import json
import subprocess

from PIL import Image

from . import clock


class Video:
    def __init__(self, path):
        self.path = str(path)

    @classmethod
    def download(cls, api, file, folder):
        """The bytes of a file of the API, kept at `folder`."""
        path = folder / f"{file['id']}-{file['name']}"
        answer = api.get(f"/v1/files/{file['id']}/content", timeout=60)
        assert answer.status == 200, answer.body
        path.write_bytes(answer.body)
        return cls(path)

    def probe(self, *entries):
        command = ["ffprobe", "-v", "error", "-of", "json", "-show_entries", ":".join(entries), self.path]
        return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)

    @property
    def seconds(self):
        return float(self.probe("format=duration")["format"]["duration"])

    @property
    def stream(self):
        return self.probe("stream=codec_name,pix_fmt,width,height,color_range")["streams"][0]

    def times(self):
        """When each picture begins, in milliseconds."""
        packets = self.probe("packet=pts_time")["packets"]
        return sorted(round(float(packet["pts_time"]) * 1000) for packet in packets)

    def at(self, seconds):
        """The picture that is seen at a moment: the newest that is not newer."""
        command = ["ffmpeg", "-v", "error", "-ss", f"{max(0, seconds - 11):.3f}", "-copyts", "-i", self.path]
        command += ["-vf", f"select=lte(t\\,{seconds:.3f})", "-fps_mode", "passthrough"]
        command += ["-c:v", "png", "-f", "image2pipe", "-"]
        pngs = subprocess.run(command, check=True, capture_output=True).stdout
        last = pngs.rindex(b"\x89PNG\r\n\x1a\n")
        return Image.open(io.BytesIO(pngs[last:])).convert("L")


def read(picture, size):
    """What a clock page tells that stands in the middle of the picture, `size` large."""
    left, top = (picture.width - size[0]) // 2, (picture.height - size[1]) // 2
    bytes_ = io.BytesIO()
    picture.crop((left, top, left + size[0], top + size[1])).save(bytes_, "PNG")
    return clock.read(bytes_.getvalue())

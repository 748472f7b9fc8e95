"""What runs on this machine: processes, their command lines and ports, read from /proc."""

import os
import socket
from pathlib import Path


def free_port():
    """A TCP port of 127.0.0.1 that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def command_line(pid):
    """The arguments of a process; empty when it is gone or a zombie."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").split("\0")
    except OSError:
        return []


def parent(pid):
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
    except (OSError, ValueError, IndexError):
        return 0


def processes():
    return [int(name) for name in os.listdir("/proc") if name.isdigit()]


def naming(text):
    """Processes whose command line holds `text` (a run folder, say), this one left out."""
    return [pid for pid in processes() if pid != os.getpid() and any(text in part for part in command_line(pid))]


def descendants(root):
    """All processes below `root`, in no order."""
    parents = {pid: parent(pid) for pid in processes()}
    found, level = set(), {root}
    while level:
        level = {pid for pid, above in parents.items() if above in level} - found
        found |= level
    return found


def browsers_of(root):
    """The browsers' main processes below `root`: Chromium without a --type."""
    return [
        pid
        for pid in descendants(root)
        if "chrom" in " ".join(command_line(pid)[:1]) and not any(a.startswith("--type=") for a in command_line(pid))
    ]


def renderers_of(root):
    return [pid for pid in descendants(root) if any("--type=renderer" in part for part in command_line(pid))]


def listening(port):
    """Whether something accepts connections on the port of 127.0.0.1."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def listening_ports(pids):
    """The TCP ports on which any of the processes listens."""
    inodes = set()
    for pid in pids:
        try:
            for entry in os.scandir(f"/proc/{pid}/fd"):
                link = os.readlink(entry.path)
                if link.startswith("socket:["):
                    inodes.add(link[8:-1])
        except OSError:
            continue
    ports = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        for line in Path(table).read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and fields[9] in inodes:
                ports.add(int(fields[1].rsplit(":", 1)[1], 16))
    return ports

"""The reference of the SDK: its catalog leads to every public type."""

import re

from harness.server import ROOT

SOURCES = ROOT / "Sources/Martlet"


def test_the_catalog_names_every_public_type_once():
    text = "\n".join(file.read_text() for file in SOURCES.rglob("*.swift"))
    types = set(re.findall(r"^    public (?:struct|enum|protocol|final class) (\w+)", text, re.M)) - {"Kind"}
    catalog = (SOURCES / "Martlet.docc/Martlet.md").read_text().partition("## Topics")[2]
    listed = re.findall(r"^- ``(?:Martlet/Martlet/)?(\w+)(?:/\w+)?``$", catalog, re.M)
    assert len(listed) == len(set(listed))
    assert set(listed) == types | {"Martlet", "MartletError"}

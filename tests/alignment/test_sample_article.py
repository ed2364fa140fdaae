"""The sample: paragraphs 5 and 6 of the Chinese are one in Georgian, all others go one by one."""

from pathlib import Path

from transreview.alignment import align
from transreview.formats.registry import read_document

SAMPLE = Path(__file__).parents[2] / "corpus" / "mirror-industry"


def test_the_sample_article_comes_out_right() -> None:
    source = read_document(SAMPLE / "mirror-industry.zh.txt", language="zh").units
    target = read_document(SAMPLE / "mirror-industry.ka.mt.txt", language="ka").units
    beads = align(source, target, "zh", "ka")
    golden = [((i,), (i,)) for i in range(4)]
    golden += [((4, 5), (4,))]
    golden += [((i,), (i - 1,)) for i in range(6, 17)]
    assert [(bead.source, bead.target) for bead in beads] == golden
    assert min(bead.confidence for bead in beads) > 0.5

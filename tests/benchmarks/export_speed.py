"""Export of a large project to a PO catalog: reach 3 s for 100,000 segments, 400 MB for 1,000,000.

    python tests/benchmarks/export_speed.py [SEGMENTS …]

Each size is run in a process of its own; time is CPU time (user and system) of reading the project, writing the
catalog, reading it back and comparing; memory is the process's peak. The project is generated. In the same run
polib makes the same entries, saves them and reads them back in a process of its own.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZES = (10_000, 100_000)
ZH = "中国眼镜协会第九届常务理事会第{n}次会议在湖南长沙召开，与会代表{m}余人。"
KA = "ჩინეთის სათვალის ასოციაციის მუდმივმოქმედი საბჭოს სხდომა №{n} ჩანშაში გაიმართა, {m}-ზე მეტი დელეგატით."


def build(path: Path, size: int) -> None:
    """Write a project of that many segments, one article per 50,000."""
    from transreview.model.article import Article
    from transreview.model.bead import Bead
    from transreview.model.unit import Unit
    from transreview.project.project import Project

    with Project.create(path) as project:
        for first in range(0, size, 50_000):
            numbers = range(first, min(first + 50_000, size))
            article = Article(
                id=0,
                slug=f"part-{first}",
                title=f"Part {first}",
                source_language="zh",
                target_language="ka",
                source_path="part.zh.txt",
            )
            source = [
                Unit(ZH.format(n=n, m=n % 300), paragraph=i, line=2 * i + 1) for i, n in enumerate(numbers)
            ]
            target = [
                Unit(KA.format(n=n, m=n % 300), paragraph=i, line=2 * i + 1) for i, n in enumerate(numbers)
            ]
            project.articles.add(article, source, target, [Bead((i,), (i,)) for i in range(len(source))])


def measure(path: Path, catalog: Path) -> None:
    """Export and print one line of figures."""
    from transreview.project.project import Project
    from transreview.workflow.delivery.exporting import export

    with Project.open(path) as project:
        cpu, wall = time.process_time(), time.perf_counter()  # user and system
        exported = export(project, catalog)
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{exported.segments:>9,} segments: {cpu:6.2f} s CPU, {wall:6.2f} s wall, peak {peak} MB,"
        f" file {catalog.stat().st_size // 1_000_000} MB",
        flush=True,
    )


def measure_polib(texts: Path, catalog: Path) -> None:
    """Write the same entries with polib, read them back, and print one line of figures."""
    import polib

    began = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    made = polib.POFile()
    with texts.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream):
            source, target = line.rstrip("\n").split("\t")
            made.append(polib.POEntry(msgctxt=f"doc:part|seg:{number:04}", msgid=source, msgstr=target,
                                      flags=["fuzzy"], occurrences=[("part.zh.txt", str(number))]))  # fmt: skip
    made.save(str(catalog))
    read = polib.pofile(str(catalog))
    assert [entry.msgstr for entry in read] == [entry.msgstr for entry in made]
    cpu = sum(resource.getrusage(resource.RUSAGE_SELF)[:2]) - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{len(read):>9,} by polib:  {cpu:6.2f} s CPU, peak {peak} MB", flush=True)


def main() -> None:
    if os.environ.get("EXPORT_SPEED_PROJECT"):
        folder = Path(os.environ["EXPORT_SPEED_PROJECT"])
        if sys.argv[1:] == ["polib"]:
            measure_polib(folder / "texts.tsv", folder / "polib.po")
        else:
            measure(folder / "large.transreview", folder / "large.po")
        return
    for size in [int(word) for word in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as name:
            build(Path(name) / "large.transreview", size)
            with (Path(name) / "texts.tsv").open("w", encoding="utf-8") as stream:
                stream.writelines(
                    f"{ZH.format(n=n, m=n % 300)}\t{KA.format(n=n, m=n % 300)}\n" for n in range(size)
                )
            for _run in range(3 if size <= 100_000 else 1):
                for peer in ([], ["polib"] if size <= 100_000 else None):
                    if peer is not None:
                        subprocess.run(
                            [sys.executable, __file__, *peer],
                            env=os.environ | {"EXPORT_SPEED_PROJECT": name},
                            check=True,
                        )


if __name__ == "__main__":
    main()

"""All benchmarks beside the numbers to reach: `python -m tests.benchmarks [--data FOLDER] [NAME …]`.

The evaluation data is not part of the project; without it only what needs none is run. Its folder is
`../shared/bench` beside the checkout, or BENCH_DATA, or --data.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
DEFAULT_DATA = HERE.parents[2] / "shared" / "bench"

# Name → script and its arguments; `{data}` stands for the folder of evaluation data.
BENCHMARKS: dict[str, list[str]] = {
    "start-up": ["startup_speed.py"],
    "languages": ["langid.py", "{data}/qa/dev.jsonl"],
    "alignment": ["align.py", "{data}/alignment/dev.jsonl", "--score"],
    "alignment-speed": ["align_speed.py", "{data}/alignment/long_2k.jsonl"],
    "documents": ["documents.py", "{data}/documents"],
    "georgian-match": ["georgian_match.py", "{data}/georgian/dev_match.jsonl", "--score"],
    "georgian-inflect": ["georgian_inflect.py", "{data}/georgian/dev_inflect.jsonl", "--score"],
    "georgian-transfer": ["georgian_transfer.py", "{data}/georgian/dev_transfer.jsonl", "--score"],
    "georgian-review": ["georgian_review.py", "{data}/georgian_review"],
    "terms-speed": ["terms_speed.py"],
    "checks": ["checks.py", "{data}/qa/dev.jsonl", "--score"],
    "checks-documents": ["checks_documents.py", "{data}/qa/doc_dev.jsonl", "--score"],
    "checks-speed": ["checks_speed.py", "{data}/qa/dev.jsonl"],
    "scoring-speed": ["scoring_speed.py"],
    "scoring-commands": ["scoring_speed.py", "--commands", "--sizes", "20000"],
    "mqm": [
        "mqm.py",
        "{data}/mqm/mqm_ted_zhen.tsv",
        "--published",
        "{data}/mqm/mqm_ted_zhen.avg_seg_scores.tsv",
    ],
    "risk": ["risk.py", "{data}/mqm/mqm_ted_zhen.tsv", "{data}/mqm/mqm_ted_zhen.avg_seg_scores.tsv"],
    "project-speed": ["project_speed.py"],
    "screen-speed": ["screen_speed.py"],
    "export-speed": ["export_speed.py"],
    "memory-speed": ["memory_speed.py"],
    "corpora": ["corpora.py"],
    "bad-inputs": ["bad_inputs.py", "{data}/bad_inputs", "--score"],
}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {', '.join(BENCHMARKS)}")
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("BENCH_DATA", DEFAULT_DATA)))
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"no benchmark {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
    failed = [name for name in options.names or BENCHMARKS if not run(name, options.data)]
    if failed:
        print(f"\ndid not run to the end: {', '.join(failed)}")
    return 1 if failed else 0


def run(name: str, data: Path) -> bool:
    """Run one benchmark; a missing script or missing data is said and is no failure."""
    script, *arguments = BENCHMARKS[name]
    print(f"\n== {name}", flush=True)
    if any("{data}" in argument for argument in arguments) and not data.is_dir():
        print(f"   left out: no evaluation data at {data} (--data FOLDER)")
        return True
    command = [sys.executable, str(HERE / script), *(a.format(data=data) for a in arguments)]
    start = time.perf_counter()
    done = subprocess.run(command, check=False)
    print(f"   {time.perf_counter() - start:.1f} s", flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())

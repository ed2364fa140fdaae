"""The screen and its background thread import packages at the same time; neither sees half a module."""

from __future__ import annotations

import subprocess
import sys

import pytest

RACE = """
import sys, threading, traceback
sys.setswitchinterval(1e-6)
failures = []
def load(names):
    try:
        for name in names:
            __import__(name)
    except ImportError as error:
        failures.append(error)
names = ["transreview.checks.document", "transreview.terminology.segment_terms", "transreview.checks.engine",
         "transreview.terminology.index", "transreview.checks.context"]
threads = [threading.Thread(target=load, args=(order,)) for order in (names, names[::-1])]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
for failure in failures:
    traceback.print_exception(failure)
sys.exit(len(failures))
"""


@pytest.mark.parametrize("package", ["transreview.checks", "transreview.terminology"])
def test_the_package_imports_none_of_its_modules_and_gives_all_its_names(package):
    looked = (
        f"import sys, {package} as it; print([n for n in sys.modules if n.startswith(it.__name__ + '.')]);"
        " print(all(hasattr(it, name) for name in it.__all__), hasattr(it, 'no_such_name'))"
    )
    done = subprocess.run([sys.executable, "-c", looked], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "True False"]


def test_threads_may_import_modules_at_once():
    for _attempt in range(3):
        done = subprocess.run([sys.executable, "-c", RACE], check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr

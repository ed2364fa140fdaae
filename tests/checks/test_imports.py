"""The screen and its background thread import the checks at the same time; neither sees half a module."""

from __future__ import annotations

import subprocess
import sys

RACE = """
import sys, threading
sys.setswitchinterval(1e-6)
failures = []
def load(name):
    try:
        __import__(name)
    except ImportError as error:
        failures.append(error)
names = ["transreview.checks.document", "transreview.checks.engine", "transreview.checks.context"]
threads = [threading.Thread(target=load, args=(name,)) for name in names * 2]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
sys.exit(len(failures))
"""


def test_the_package_imports_none_of_its_modules():
    looked = "import sys, transreview.checks; print([n for n in sys.modules if n.startswith('transreview.checks.')])"
    done = subprocess.run([sys.executable, "-c", looked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_threads_may_import_its_modules_at_once():
    for _attempt in range(3):
        subprocess.run([sys.executable, "-c", RACE], check=True)

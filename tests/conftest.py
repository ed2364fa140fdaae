"""What holds for every test: one hypothesis profile, and another that is shorter for runs on many Pythons."""

import os

from hypothesis import settings

# A deadline would make a slow machine fail a true statement; examples are not kept, so that no file is left.
settings.register_profile("house", deadline=None, database=None)
settings.register_profile("quick", settings.get_profile("house"), max_examples=20)
settings.load_profile("house")

# Nobody's own memory is written by a test; those that want one name it.
os.environ["TRANSREVIEW_MEMORY"] = "off"
os.environ["TRANSREVIEW_SCREEN"] = "/nonexistent/screen.json"  # nobody's taste decides a test

"""Plural forms in files of keys: what one language alone has is no fault, a lost message is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from transreview.project import Project
from transreview.workflow.intake.article_input import ArticleInput
from transreview.workflow.intake.importing import import_article
from transreview.workflow.quality.article_checks import ArticleChecks

YAML_RUSSIAN = """ru:
  files:
    one: "%{count} файл"
    few: "%{count} файла"
    many: "%{count} файлов"
    other: "%{count} файла"
  greeting: "Добро пожаловать"
"""
YAML_GEORGIAN = """ka:
  files:
    one: "ერთი ფაილი"
    other: "%{count} ფაილი"
  greeting: "კეთილი იყოს თქვენი მობრძანება"
"""


def findings(
    folder: Path, source: str, target: str, ending: str, pair: tuple[str, str]
) -> list[tuple[str, str]]:
    files = folder / f"a{ending}", folder / f"b{ending}"
    for file, content in zip(files, (source, target), strict=True):
        file.write_text(content, encoding="utf-8")
    with Project.create(folder / "p.transreview") as project:
        given = ArticleInput(*files, source_language=pair[0], target_language=pair[1])
        article = import_article(project, given).article
        checks = ArticleChecks(project, article)
        checks.load()
        for _checked in checks.fill():
            pass
        found = [one for row in project.segments.each(article.id) for one in checks.findings(row)]
    return sorted((one.check, one.severity.value) for one in found if one.check in CHECKS)


CHECKS = {"empty.target", "empty.source", "placeholder.mismatch"}


def test_forms_that_the_translations_language_lacks_are_remarked_only(tmp_path: Path) -> None:
    """Russian has forms for few and many; and one file may be said in a word."""
    found = findings(tmp_path, YAML_RUSSIAN, YAML_GEORGIAN, ".yml", ("ru", "ka"))
    assert found == [("empty.target", "info")] * 2


def test_forms_that_the_sources_language_lacks_are_remarked_only(tmp_path: Path) -> None:
    found = findings(tmp_path, YAML_GEORGIAN, YAML_RUSSIAN, ".yml", ("ka", "ru"))
    assert found == [("empty.source", "info")] * 2


def test_a_lost_message_and_a_lost_form_are_faults(tmp_path: Path) -> None:
    lost = YAML_GEORGIAN.replace('    other: "%{count} ფაილი"\n', "").replace("greeting", "other_greeting")
    found = findings(tmp_path, YAML_RUSSIAN, lost, ".yml", ("ru", "ka"))
    assert ("empty.target", "critical") in found


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            {
                "item_one": "{{count}} запись",
                "item_few": "{{count}} записи",
                "item_other": "{{count}} записи",
            },
            {"item_one": "{{count}} ჩანაწერი", "item_other": "{{count}} ჩანაწერი"},
        ),
        (
            {"day": {"few": "{{count}} дня", "other": "{{count}} дня"}, "name": "Имя"},
            {"day": {"other": "{{count}} დღე"}, "name": "სახელი"},
        ),
    ],
    ids=["suffix", "nested"],
)
def test_i18next_and_nested_keys(
    tmp_path: Path, source: dict[str, object], target: dict[str, object]
) -> None:
    texts = [json.dumps(side, ensure_ascii=False) for side in (source, target)]
    assert findings(tmp_path, *texts, ".json", ("ru", "ka")) == [("empty.target", "info")]

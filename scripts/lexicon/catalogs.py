"""Catalogs: the same messages in several languages, from unpacked packages.

Each reader yields one dictionary a message: locale family ("zh", "ka", "en" …) → text. Nothing of the
texts is kept by what follows; only counts of words are.
"""

from __future__ import annotations

import gettext
import json
import re
import struct
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

Message = dict[str, str]

# Names under which packages keep a language; the first that a message has is taken.
LOCALES = {
    "zh": ("zh_CN", "zh_Hans", "zh-CN", "zh-Hans", "zh-hans", "zh-cn", "zh"),
    "ka": ("ka", "ka_GE"),
    "ru": ("ru", "ru_RU"),
    "de": ("de", "de_DE"),
    "en": ("en", "en_US"),
    "ja": ("ja", "ja_JP"),
    "ko": ("ko", "ko_KR"),
    "ar": ("ar", "ar_SA"),
    "hi": ("hi", "hi_IN", "hi-IN"),
    "th": ("th", "th_TH"),
    "tr": ("tr", "tr_TR"),
}


def family(locale: str) -> str | None:
    """Return the language that a locale's name belongs to, None for one that is not asked for."""
    return next((code for code, names in LOCALES.items() if locale in names), None)


def read_folder(folder: Path) -> Iterator[tuple[str, Message]]:
    """Yield every message of a folder tree with the name of the source it came from.

    Args:
        folder: Holds one folder for each package (unpacked .deb, wheel or npm archive).
    """
    packages = sorted(p for p in folder.iterdir() if p.is_dir())
    catalogs: dict[tuple[str, str], dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for package in packages:
        # A language pack of one language alone shares its messages with its sisters.
        name = re.sub(r"-l10n-[a-z-]+$", "", package.name)
        for path in sorted(package.rglob("*.mo")):
            match = re.search(r"/([A-Za-z_@]+)/LC_[A-Z]+/(.+)\.mo$", path.as_posix())
            code = family(match[1]) if match else None
            if match and code:
                catalogs[name, match[2]][code].update(_mo(path))
        for path in sorted(package.rglob("*.xpi")):
            match = re.search(r"langpack-([A-Za-z-]+)@", path.name)
            code = family(match[1]) if match else None
            if match and code:
                catalogs[name, "xpi"][code].update(_language_pack(path, match[1]))
        for text_folder, by_locale in _json_catalogs(package):
            for code, messages in by_locale.items():
                catalogs[name, text_folder][code].update(messages)
    for (name, _domain), by_code in sorted(catalogs.items()):
        yield from ((name, message) for message in _joined(by_code))


def read_places(path: Path) -> Iterator[tuple[str, Message]]:
    """Yield names of places from a JSON file of GeoNames cities with their alternate names.

    Only languages with a script of their own can be told apart in it: Chinese and Georgian.
    """
    for city in json.loads(path.read_text(encoding="utf-8")).values():
        names = city["alternatenames"]
        georgian = [n for n in names if re.fullmatch(r"[ა-ჰ -]+", n)]
        chinese = [n for n in names if re.fullmatch(r"[一-鿿·]+", n)]
        for ka in georgian[:2]:
            for zh in chinese[:3]:
                yield "geonames", {"ka": ka, "zh": zh, "en": city["name"]}


def _joined(by_code: dict[str, dict[str, str]]) -> Iterator[Message]:
    """Join the languages of a catalog by the keys of its messages."""
    for key in sorted(set().union(*by_code.values())):
        message = {code: messages[key] for code, messages in by_code.items() if key in messages}
        if "\x04" in key or "en" not in by_code:
            message.setdefault("en", key.split("\x04")[-1])  # gettext: the key is the English text
        if len(message) > 1:
            yield message


def _mo(path: Path) -> dict[str, str]:
    """Return the messages of a compiled gettext catalog."""
    with path.open("rb") as file:
        try:
            catalog = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]  # noqa: SLF001
        except (OSError, ValueError, IndexError, struct.error):  # a header that gettext cannot read
            return {}
    plain = ((key[0] if isinstance(key, tuple) else key, value) for key, value in catalog.items())
    return {key: value for key, value in plain if key and value}


def _language_pack(path: Path, locale: str) -> dict[str, str]:
    """Return the messages of a Mozilla language pack: Fluent, properties and DTD files."""
    messages: dict[str, str] = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            key = name.replace(locale, "*")
            if name.endswith((".ftl", ".properties", ".dtd")):
                text = archive.read(name).decode("utf-8", "replace")
                messages.update({f"{key}:{k}": v for k, v in _entries(text, Path(name).suffix)})
    return messages


def _entries(text: str, suffix: str) -> Iterable[tuple[str, str]]:
    if suffix == ".dtd":
        return re.findall(r'<!ENTITY\s+([\w.]+)\s+"([^"]*)"', text)
    if suffix == ".properties":
        return re.findall(r"^([\w.]+)\s*=\s*(.+)$", text, re.MULTILINE)
    return _fluent(text)


def _fluent(text: str) -> Iterator[tuple[str, str]]:
    """Yield the messages and attributes of a Fluent file, placeables and selectors left as they are."""
    key = base = ""
    value: list[str] = []
    for line in (*text.split("\n"), "end ="):
        message = re.match(r"(-?[A-Za-z][\w-]*)\s*=\s*(.*)$", line)
        attribute = re.match(r"\s+\.([\w-]+)\s*=\s*(.*)$", line)
        if message or (attribute and base):
            if key:
                yield key, " ".join(value).strip()
            match = message or attribute
            assert match is not None
            base = match[1] if message else base
            key = base if message else f"{base}.{match[1]}"
            value = [match[2]]
        elif line.startswith("    "):
            value.append(re.sub(r"^\s*(\*?\[[^\]]*\]|[{}]+)", "", line).strip())


def _json_catalogs(package: Path) -> Iterator[tuple[str, dict[str, dict[str, str]]]]:
    """Yield JSON catalogs: files named by their language, or in a folder that is."""
    groups: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for path in sorted(package.rglob("*.json")):
        by_name, by_folder = family(path.stem), family(path.parent.name)
        code = by_name or by_folder
        if code is None or path.stem.endswith(".min"):
            continue
        group = path.parent if by_name else path.parent.parent / path.name
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            continue
        locale = path.stem if by_name else path.parent.name
        messages = dict(_flat(data, "", locale))
        # A locale that stands earlier in LOCALES is the better one.
        for key, text in messages.items():
            groups[group.as_posix()][code].setdefault(key, text)
    yield from groups.items()


def _flat(value: object, key: str, locale: str) -> Iterator[tuple[str, str]]:
    """Yield the texts of nested JSON with their paths; a list of keywords is one text."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if not name.startswith("@"):
                yield from _flat(inner, f"{key}/{'*' if name == locale else name}", locale)
    elif isinstance(value, list) and all(isinstance(item, str) for item in value):
        yield key, " | ".join(value)
    elif isinstance(value, str):
        yield key, value

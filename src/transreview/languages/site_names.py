"""What web sites call languages in their addresses, besides their codes: countries, scripts, names."""

from __future__ import annotations

CALLED = {
    "zh": ("cn", "tw", "hk", "zht", "zhs", "chinese"), "ja": ("jp", "japanese"), "ko": ("kr", "korean"),
    "uk": ("ua",), "cs": ("cz",), "pt": ("br", "ptbr"), "ka": ("ge", "georgian"), "en": ("us", "gb"),
    "hi": ("in",), "sv": ("se",), "da": ("dk",), "el": ("gr",), "vi": ("vn",),
}  # fmt: skip

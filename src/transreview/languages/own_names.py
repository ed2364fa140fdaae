"""What languages call themselves: such words are names in any text (a list of a page's translations)."""

from __future__ import annotations

_NAMES = """
English Español Français Deutsch Italiano Português Brasil Nederlands Polski Čeština Slovenčina Svenska
Dansk Norsk Suomi Eesti Latviešu Lietuvių Magyar Română Türkçe Azərbaycanca Tiếng Việt Bahasa Indonesia
Melayu Filipino Català Galego Euskara Hrvatski Srpski Slovenščina Shqip Íslenska Gaeilge Esperanto
中文 简体中文 繁體中文 繁体中文 正體中文 汉语 漢語 华语 華語 香港繁體 台灣繁體 文言 粵語 粤语
吴语 日本語 日本语 한국어 조선말 Русский Українська Беларуская Български български Српски
српски Македонски македонски Қазақша қазақша Кыргызча Монгол монгол Тоҷикӣ Татарча Башҡортса
Чăвашла Осетинский Ирон Հայերեն ქართული მარგალური Ελληνικά ελληνικά עברית ייִדיש العربية فارسی
اردو پښتو کوردی سنڌي ئۇيغۇرچە हिन्दी मराठी नेपाली संस्कृतम् বাংলা অসমীয়া ਪੰਜਾਬੀ ગુજરાતી ଓଡ଼ିଆ
தமிழ் తెలుగు ಕನ್ನಡ മലയാളം සිංහල ไทย ภาษาไทย ລາວ ພາສາລາວ မြန်မာဘာသာ ខ្មែរ ភាសាខ្មែរ བོད་ཡིག አማርኛ
ትግርኛ
"""

OWN_NAMES = frozenset(_NAMES.split())
"""Words that are no fault in a translation into whatever language."""

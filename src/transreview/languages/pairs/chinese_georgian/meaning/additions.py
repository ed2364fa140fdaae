"""A second thing that a translation names where the source has one: 她喜欢唱歌 is no "song and dance"."""

from __future__ import annotations

from collections.abc import Iterator

from transreview.languages.pairs.divergence import Divergence, DivergenceKind
from transreview.lazy_patterns import lazy_pattern

# What joins two things, clauses or numbers in a source; without any of it a short one says one thing.
_JOINS = lazy_pattern(
    "[和与與及跟同并並且又也还還兼或连連边边，、；：。！？,;:!?·/+\\-0-9零〇一二两兩三四五六七八九十百千万萬亿半几多“”《》（）()A-Za-z]"
)
# Words of two characters that name two things, and of which Georgian makes two words.
_TWO_IN_ONE = lazy_pattern(
    "防控|科技|科学|科研|冰雪|小微|中小|阴凉|干燥|安全|发改|改革|开放|经贸|财经|工商|工农|文体|文旅|文教|体育|卫生|卫健|进出口|收支|供需|供求|产销|研发|政企|党政|党群|军民|城乡|男女|父母"
    "|兄弟|姐妹|姐|妹|夫妻|夫妇|师生|儿女|子女|老少|老幼|妇幼|东西|南北|上下|左右|前后|内外|大小|高低|长短|轻重|好坏|生死|买卖|吃喝|衣食|住行|食宿|花草|山水|江河|风雨"
    "|雷|日夜|昼夜|早晚|古今|中外|中西|中美|中格|中俄|中欧|中日|中法|中德|中韩|中英|俄乌|美欧|美俄|双方|两国|医患|医药|医疗|教学|教职|学前|青少年|老弱|贫富|真假|黑白|新旧|冷热|软硬"
    "|装卸|收发|起降|升降|拆|维修|检|养护|保管|管理|监管|规章|法律|规|制|政治|经济|社会|人文|人力|人地|地广|水电|水土|油气|煤电|电子|机电|声光|图文|文字|影视|音像|书报|报刊|广播|新闻"
    "|农林|农牧|林牧|渔|粮油|瓜果|果蔬|蔬|烟酒|酒水|茶|碗|桌椅|被|家电|服装|鞋|箱包|珠宝|五金|建材|水产|环|纪|宣|统|组织|人大|政协|国资|市场|外事|民政|民族|宗教|应急|交通|住房|城建|自然"
    "|生态|环境|退役|工业|信息|网信|金融|保险|财税|税|海关|质检|食品|药品|气象|港澳|台港|京津|江浙|粤|云贵|川|陕甘|亚欧|欧亚|亚太|波黑|安提瓜|特立尼达|圣多美|圣基茨|圣文森特"
)
_AND = lazy_pattern("[ა-ჰ]{3,} და [ა-ჰ]{3,}")
# Two adjectives, or a verb and what follows: one thing may be said so (მშვიდი და წყნარი).
_PAIR_OF_ONE = lazy_pattern(
    "(?<![ა-ჰ])(?:ცოლ|დედ|და-ძმ|ქმარ|უფროს|უმცროს|სულ|აქა|ისევ|კიდევ|მერე|ასე|დროდადრო|დღე)[ა-ჰ]* და "
)
LONGEST = 10


def added_things(source: str, target: str) -> Iterator[Divergence]:
    """Yield the "and" of a translation whose short source joins nothing.

    Args:
        source: Chinese text of a sentence of at most `LONGEST` characters.
        target: Its translation.
    """
    if " და " not in target:
        return
    core = source.strip().rstrip("。！？!?")
    if _JOINS.search(core) or _TWO_IN_ONE.search(core):
        return
    found = _AND.search(target)
    if found is not None and not _PAIR_OF_ONE.search(target):
        yield Divergence(DivergenceKind.ADDED, (0, len(source)), found.span())

"""Chinese places: which names are theirs, and which of them are words too."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

# Names that are words of the language as well, or parts of other names: they count as places only
# with their rank behind them (白银市, 合作市).
_WORDS = """
合作 朝阳 白山 大安 大同 安国 安康 安宁 定西 海西 海北 海东 黄南 山南 合山 来宾 东方 天水 天门 天长 无为
兴安 新民 新星 双河 白杨 白银 灯塔 长治 三河 河间 江山 同仁 同江 应城 当阳 公主岭 龙井 中山 阳春 平果 百色
铁力 开平 东港 高密 榆树 樟树 石狮 仙桃 清远 明光 海城 永康 永安 弥勒 文昌 文山 水富 玉树 神木 平湖 建德
阿里 北票 北流 和田 四平 四会 三明 五常 安达 北安 大方 高平 南宫 沙河 平泉 原平 怀仁 孝义 丰镇 开原 兴城
集安 白城 尚志 新密 大庆 宁安 德惠 会理 津市 界首 招远 高安 平度 和龙 北镇 开远 安丘 海阳 东宁 安顺 海安 合山
通化
"""
WORDS_TOO = frozenset(_WORDS.split())
RANKS = ("省", "市", "县", "縣", "州", "地区", "自治", "特别行政区", "盟")

# Traditional forms of names whose characters differ and that news in Traditional writing has most.
_TRADITIONAL = {
    "廈門": "厦门", "廣東": "广东", "廣西": "广西", "廣州": "广州", "長沙": "长沙", "雲南": "云南",
    "貴州": "贵州", "遼寧": "辽宁", "陝西": "陕西", "甘肅": "甘肃", "寧夏": "宁夏", "瀋陽": "沈阳",
    "鄭州": "郑州", "濟南": "济南", "蘇州": "苏州", "無錫": "无锡", "寧波": "宁波", "溫州": "温州",
    "澳門": "澳门", "臺灣": "台湾", "臺北": "台北", "武漢": "武汉", "蘭州": "兰州", "貴陽": "贵阳",
    "南寧": "南宁", "內蒙古": "内蒙古", "黑龍江": "黑龙江", "浙江": "浙江", "江蘇": "江苏", "個舊": "个旧",
    "大連": "大连", "東莞": "东莞", "重慶": "重庆", "哈爾濱": "哈尔滨", "烏魯木齊": "乌鲁木齐",
    "拉薩": "拉萨", "呼和浩特": "呼和浩特",
}  # fmt: skip


@cache
def places() -> dict[str, str]:
    """Return every known name of a place with its simplified form.

    Returns:
        Name as written → simplified name: provinces, prefectures and county-level cities, and
        the commonest traditional spellings.
    """
    listed = (files("transreview.languages.chinese") / "data" / "places.txt").read_text(encoding="utf-8")
    names = [line for line in listed.splitlines() if line and not line.startswith("#")]
    return {name: name for name in names} | _TRADITIONAL


@cache
def by_first_two() -> dict[str, tuple[str, ...]]:
    """Return the names by their first two characters, the longest first."""
    found: dict[str, list[str]] = {}
    for name in places():
        found.setdefault(name[:2], []).append(name)
    return {key: tuple(sorted(names, key=len, reverse=True)) for key, names in found.items()}

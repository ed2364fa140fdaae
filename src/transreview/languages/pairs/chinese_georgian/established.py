"""Chinese names whose Georgian form is settled and follows no table."""

from __future__ import annotations

# Simplified name → Georgian forms in the nominative, the usual one first. Cities with a form of
# GeoNames that differs from the table carry it after the table's.
ESTABLISHED: dict[str, tuple[str, ...]] = {
    "中国": ("ჩინეთი",),
    "北京": ("პეკინი",),
    "南京": ("ნანკინი", "ნანძინი"),
    "上海": ("შანხაი", "შანჰაი"),
    "香港": ("ჰონკონგი", "ჰონგკონგი"),
    "澳门": ("მაკაო",),
    "台湾": ("ტაივანი",),
    "台北": ("ტაიბეი", "ტაიპეი"),
    "西藏": ("ტიბეტი",),
    "拉萨": ("ლჰასა",),
    "内蒙古": ("შიდა მონღოლეთი",),
    "乌鲁木齐": ("ურუმჩი",),
    "呼和浩特": ("ხუხეხოტი",),
    "哈尔滨": ("ხარბინი",),
    "齐齐哈尔": ("ციციკარი", "ციციხარი"),
    "喀什": ("ყაშღარი", "კაშგარი"),
    "吐鲁番": ("ტურფანი",),
    "黑龙江": ("ხეილუნძიანი",),
    "长江": ("იანძი",),
    "黄河": ("ხუანხე",),
    "孔子": ("კონფუცი",),
    "老子": ("ლაოძი", "ლაო-ძი"),
    "孙中山": ("სუნ იატსენი",),
    "蒋介石": ("ჩან კაიში", "ჩან კაი-ში"),
    "毛泽东": ("მაო ძედუნი", "მაო ძედუნგი"),
}

# English names of the same, copied letter by letter where they are not pinyin.
COPIED: dict[str, tuple[str, ...]] = {
    "哈尔滨": ("ჰარბინი",),
    "呼和浩特": ("ჰოჰოტი", "ჰოჰჰოტი"),
    "乌鲁木齐": ("ურუმკი", "ურუმქი"),
    "陕西": ("შაანქსი", "შაანსი"),
    "孔子": ("კონფუციუსი",),
}

"""What stands after Chinese numbers: units, currencies, measure words, and what only looks so."""

from __future__ import annotations

from transreview.languages.quantity import QuantityKind

# Code, then the words for it.
_CURRENCIES = """
USD 美元 美金 元美元
USc 美分
CNY 元 块钱 人民币 元人民币
NZD 新西兰元
SEK 瑞典克朗
NOK 挪威克朗
DKK 丹麦克朗
PLN 兹罗提
KZT 坚戈
UAH 格里夫纳
THB 泰铢
EUR 欧元 歐元
GBP 英镑 英鎊
JPY 円 日元 日圆
HKD 港元 港币
TWD 新台币
RUB 卢布
GEL 拉里
KRW 韩元
CAD 加元
AUD 澳元
SGD 新元
CHF 瑞士法郎
INR 卢比
TRY 里拉
"""
_MEASURES = """
km 公里 千米 km
m 米
cm 厘米 公分 cm
mm 毫米 mm
dm 分米
µm 微米 μm
nm 纳米 nm
li 华里 里路 里地
mi 英里
nmi 海里
ft 英尺
in 英寸 寸
yd 码
km² 平方公里
m² 平方米 平米 m²
cm² 平方厘米 cm²
ft² 平方英尺
mi² 平方英里
ha 公顷
acre 英亩
mu 亩
m³ 立方米 m³
cm³ 立方厘米 cm³
bbl 桶
kg 公斤 千克 kg
mg 毫克 mg
µg 微克 μg
jin 斤 市斤
g 克
t 吨
lb 磅
oz 盎司
ct 克拉
l 升
ml 毫升
gal 加仑
W 瓦 瓦特 W
kW 千瓦 kW
MW 兆瓦 MW
GW 吉瓦 GW
hp 马力
kWh 千瓦时 千瓦小时 kWh
MWh 兆瓦时 兆瓦小时 MWh
GWh 吉瓦时 GWh
TWh 太瓦时 TWh
J 焦耳
kJ 千焦 千焦耳
V 伏 伏特
kV 千伏
A 安培
lm 流明
lx 勒克斯
D 屈光度
mmHg 毫米汞柱
px 像素
kcal 千卡 大卡
mAh 毫安时 毫安 mAh
dB 分贝 dB
KB 千字节 KB
MB 兆字节 MB
GB 吉字节 千兆字节 GB
TB 太字节 TB
PB 拍字节 PB
Kb 千比特 Kbps
Mb 兆比特 Mbps
Gb 吉比特 千兆比特 Gbps
Hz 赫兹 Hz
kHz 千赫 千赫兹 kHz
MHz 兆赫 兆赫兹 MHz
GHz 吉赫 吉赫兹 GHz
kPa 千帕 kPa
MPa 兆帕 MPa
hPa 百帕 hPa
°C 摄氏度 ℃ °C
°F 华氏度 ℉ °F
° 度 °
y 岁 歲 周岁 周年 年
mo 个月 個月 个多月
wk 周 个星期 星期 个礼拜
d 天
h 小时 小時 个小时 个多小时 钟头 个钟头
min 分钟 分鐘
s 秒 秒钟
ms 毫秒
ns 纳秒
¼h 刻钟
quarter 个季度
century 个世纪
"""
_OTHERS = {
    "%": (QuantityKind.PERCENT, ""),
    "‰": (QuantityKind.FRACTION, ""),
    "百分点": (QuantityKind.PERCENT, "pp"),
    "个百分点": (QuantityKind.PERCENT, "pp"),
    "個百分點": (QuantityKind.PERCENT, "pp"),
    "世纪": (QuantityKind.CENTURY, ""),
    "世紀": (QuantityKind.CENTURY, ""),
}


def _words(table: str, kind: QuantityKind) -> dict[str, tuple[QuantityKind, str]]:
    rows = (line.split() for line in table.strip().splitlines())
    return {word: (kind, code) for code, *words in rows for word in words}


# Word after a number → kind and unit. The longest that fits counts.
AFTER: dict[str, tuple[QuantityKind, str]] = (
    _words(_CURRENCIES, QuantityKind.CURRENCY) | _words(_MEASURES, QuantityKind.MEASURE) | _OTHERS
)
LONGEST_AFTER = max(map(len, AFTER))

# Measure words after which even a small numeral is a count.
CLASSIFIERS = frozenset(
    "个個名位人次条條件项項家只隻头頭匹辆輛架艘座栋棟层層楼樓页頁本部篇句段场場届屆期轮輪"
    "组組队隊种種类類样份张張台套双雙对對副支枝枚根把间間所户戶口点點分级級号號集季局盘盤"
    "球票倍成折颗顆粒滴片丸剂针碗杯瓶盒箱包袋辈代岁歲年天日月周秒米里吨磅升克元角毛步笔筆批课課国"
    "國省市县縣区區村镇鎮门門封首幅孔环環路段尺寸斤大强強等"
)

# A lone 一 beside one of these belongs to a word and counts nothing.
NOT_ONE_BEFORE = frozenset("统統唯同单單专專逐万萬之另某不划均归歸如合其")
NOT_ONE_AFTER = frozenset(
    "些直样樣起半般定旦切致向度再带帶旁边邊律贯貫道番共举舉味概连連并並齐齊流线線体體气氣心言经經"
    "窝股团團丝絲阵陣系幕瞬"
)

# Words that begin with a numeral and hold none.
_NOT_A_NUMBER = """
十分 十足 十字 千万别 千万不 千万要 万一 万分 百姓 百货 百科 千禧 万岁 半岛
半島 半导体 半決賽 半决赛 半球 半夜 半路 半径 半途 半身 半场 半裸 半官方
一带一路 五角大楼 三明治 四川 三星 四处 四周 三峡 二手 三角 万圣 百慕大 千里马
九龙 七喜 八卦 百度 百事 百老汇 百胜 百威 万豪 万科 万维网 两岸 三亚 九江
六安 十堰 百色 万州 千叶 四季 三文鱼 四面八方 零部件 零件 零售 零星 零食 零碎
零散 零下 零上 乱七八糟 七上八下 三番五次 百合
"""
NOT_A_NUMBER = tuple(_NOT_A_NUMBER.split())
NOT_A_NUMBER_FIRST = frozenset(word[0] for word in NOT_A_NUMBER)
# Words of such a beginning that do hold a number all the same.
STILL_A_NUMBER = ("十分钟", "十分之", "十分鐘", "万分之", "萬分之")

_APPROXIMATE_BEFORE = """
大约 大約 大概 将近 將近 接近 超过 超過 至少 最多 不到 不足 多达 高达 几乎
约 約 近 逾 超 上 达 过 估计
"""
APPROXIMATE_BEFORE = tuple(_APPROXIMATE_BEFORE.split())
SOME_BEFORE = frozenset("几幾数數上成好")
MORE_AFTER = frozenset("多余餘几幾来來")

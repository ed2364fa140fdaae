"""Chinese surnames with their readings where these differ from the characters' usual ones."""

from __future__ import annotations

# The 300 or so commonest single-character surnames of the mainland (Ministry of Public Security
# lists), roughly by frequency, and common ones of history.
_SINGLE = """
王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚
沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易
乔赖龙文施洪牛葛邢安齐樊殷庞颜庄章鲁倪柴岳梅申焦俞骆耿关兰辛管左谷解欧柳包应翁曲祝毕舒聂祁霍宁艾童翟季
凌房尚单裴涂项柏路党成盛尤阮时池费岑蓝温冉景牟初游苗华卜阳巩车诸宫喻冷纪席卞詹娄伍靳丘屈符褚骞
闵窦麦苟桂穆鲍褟谌佟甄苑晏查甘蒲连仇桑边卓米荣娜简鹿茅占佘郎丛晋占隋滕腾沙习封虞狄吉楼胥窦栾宣丰储古敖冀
仲滑臧冼宗缪宿权糜井隗刁麻强屠寇匡原揭亓匙弓逄薄鞠厉阙
昝稂尧阚郁茹檀帅粟扈芮邸郜鄢辜訾仝荆逯浦桓竺郗璩濮郦雍暨亢郏殳蔺蒯晁阎佴缑栗瞿傅戚柯
"""
SINGLE = frozenset(_SINGLE.replace("\n", "")) - frozenset("娜占时成安应向连")
# Characters that are surnames seldom and words often: taken for one only where a title stands by.
WEAK = frozenset("时成安应向连于万何任常方高金白江田文时关解管谷单武温路党华车宫查边米简古强井原权")

_COMPOUND = """
欧阳 司马 诸葛 上官 东方 夏侯 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 司空 端木 南宫 独孤 西门 东郭 公冶
澹台 濮阳 呼延 申屠 太史 轩辕 钟离 闻人 万俟 百里 第五 完颜 拓跋 赫连 鲜于 闾丘 亓官 仉督 乐正 漆雕 公羊
谷梁 司寇
"""
COMPOUND = frozenset(_COMPOUND.split())

# Traditional forms.
TRADITIONAL = dict(
    zip(
        "張劉陳楊黃趙吳孫馬鄭謝許韓鄧馮蕭葉蘇呂盧鍾陸賈鄒龍賀顧龔萬錢戴嚴湯喬賴齊龐顏莊魯駱關蘭歐應畢聶寧單項黨馮溫陽車諸宮紀婁費藍閻譚蔣羅",
        "张刘陈杨黄赵吴孙马郑谢许韩邓冯肖叶苏吕卢钟陆贾邹龙贺顾龚万钱戴严汤乔赖齐庞颜庄鲁骆关兰欧应毕聂宁单项党冯温阳车诸宫纪娄费蓝闫谭蒋罗",
        strict=True,
    )
)

# As surnames these are not read as elsewhere (现代汉语词典; 通用规范汉字字典).
READINGS: dict[str, str] = {
    "单": "shan", "單": "shan", "仇": "qiu", "解": "xie", "区": "ou", "區": "ou", "查": "zha", "任": "ren",
    "曾": "zeng", "盖": "ge", "翟": "zhai", "乐": "yue", "朴": "piao", "缪": "miao", "燕": "yan",
    "覃": "qin", "种": "chong", "洗": "xian", "冼": "xian", "秘": "bi", "折": "she", "召": "shao",
    "过": "guo", "华": "hua", "華": "hua", "葛": "ge", "宁": "ning", "员": "yun", "逄": "pang", "尹": "yin",
    "隗": "wei", "祭": "zhai", "乜": "nie", "佘": "she", "晁": "chao", "郇": "xun", "尉迟": "yu chi",
    "万俟": "mo qi", "长孙": "zhang sun", "令狐": "ling hu", "澹台": "tan tai", "宿": "su", "曲": "qu",
    "沈": "shen", "钟": "zhong", "黑": "he", "卜": "bu", "俞": "yu", "车": "che", "石": "shi", "洪": "hong",
    "应": "ying", "薄": "bo", "栗": "li", "令": "ling", "瞿": "qu", "傅": "fu",
    "怀": "huai", "铁": "tie", "全": "quan", "班": "ban", "戚": "qi", "秋": "qiu", "柯": "ke", "那": "na",
    "连": "lian", "連": "lian", "阚": "kan", "闞": "kan", "佴": "nai",
}  # fmt: skip

"""The characters that Chinese writes foreign names with, how they sound, and the runs of them in a text.

Customary in transcriptions of names (the practice of the Xinhua agency's name handbooks); most have
other uses too, so that a run is only a candidate for a name. Readings are pinyin without tones.
"""

from __future__ import annotations

from functools import lru_cache

from transreview.languages.batches import TEXTS_KEPT
from transreview.lazy_patterns import lazy_pattern

_READINGS = (
    "a:阿 ai:埃爱艾 an:安 ang:昂 ao:奥 ba:巴 bai:拜 ban:班 bang:邦 bao:保包鲍 bei:贝 ben:本 bi:彼比毕 "
    "bian:边 bin:宾 bo:伯博波 bu:布 cha:察查 chang:昌 chu:楚 ci:茨 da:达 dai:戴 dan:丹 dang:当 dao:道 "
    "de:德 deng:登邓 di:狄蒂迪 ding:丁 du:杜 dun:敦顿 duo:多 e:厄 en:恩 er:尔 fa:法 fan:凡范 fei:菲费 "
    "fen:芬 feng:丰冯 fo:佛 fu:夫富弗福 gai:盖 gan:甘 gang:冈 ge:哥戈格葛 gen:根 gong:贡 gu:古 gua:瓜 "
    "ha:哈 hai:海 han:汉 hao:豪 he:赫 heng:亨 hong:洪 hu:胡 hua:华 huai:怀 huo:霍 ji:吉基季 "
    "jia:加嘉贾迦 jian:简 jie:捷杰 jin:津金 ka:卡 kai:凯 kan:坎 kang:康 kao:考 ke:克可柯科 ken:肯 "
    "kong:孔 ku:库 kui:奎 kun:昆 la:拉 lai:莱赖 lan:兰 lang:朗 lao:劳 lei:勒蕾雷 li:丽利历理莉里黎 "
    "lian:廉连 liang:良 lie:列烈 lin:林琳 long:龙 lu:卢路鲁 lun:伦 luo:洛罗 lv:吕 ma:玛马 mai:迈麦 "
    "man:曼 mang:芒 mao:毛 mei:梅 men:门 meng:孟蒙 mi:密米 mian:缅 mo:墨摩莫默 mu:姆木穆 na:娜拿纳 "
    "nai:乃奈 nan:南 nao:瑙 nei:内 ni:尼 nie:涅 ning:宁 niu:纽 nong:农 nu:努 nuo:诺 ou:欧 pa:帕 "
    "pai:派 pan:潘 pang:庞 pei:佩培 peng:彭蓬 pi:匹皮 ping:平 po:泼珀 pu:普 qi:奇齐 qia:恰 qiao:乔 "
    "qie:切 qin:琴钦 qiong:琼 qiu:丘 qu:曲 rang:让 re:热 ren:仁 rong:荣 ru:儒茹 rui:瑞 ruo:若 sa:撒萨 "
    "sai:塞赛 sang:桑 se:瑟 sen:森 sha:沙莎 shang:尚 shao:绍 she:舍 shen:申 sheng:圣 shi:什史施释 "
    "shu:舒 si:丝斯 song:松 su:苏 sun:孙 suo:索 ta:塔 tai:泰 tan:坦 tang:唐汤 tao:陶 te:特 teng:腾 "
    "ti:提 tie:铁 ting:廷 tong:通 tu:图 tuo:托 wa:瓦 wan:万 wang:旺 wei:威维韦魏 wen:文温 weng:翁 "
    "wo:沃 wu:乌武 xi:希西锡 xia:夏 xiang:向香 xiao:肖 xie:歇谢 xin:欣辛 xiong:雄 xiu:休 xun:逊 "
    "ya:亚雅 yan:延 yang:扬 yao:尧 ye:叶耶 yi:伊易 yin:因 ying:英 yong:永 you:尤 yue:约 zai:宰 zan:赞 "
    "ze:泽 zeng:曾 zha:扎 zhan:詹 zhang:章 zhen:珍 zhi:芝 zhu:朱 zhuo:卓 zi:兹 zong:宗 zuo:佐 "
)

READING: dict[str, str] = {
    character: syllable
    for syllable, characters in (entry.split(":") for entry in _READINGS.split())
    for character in characters
}

_ANY = "".join(sorted(READING))
_PART, _DOT = lazy_pattern("[^·•・]+"), lazy_pattern("[·•・]")
_RUN = lazy_pattern(f"[{_ANY}]+(?:[·•・][{_ANY}]+)+|[{_ANY}]{{2,}}")


def transcribed_runs(text: str) -> list[str]:
    """Return the runs of two or more such characters; parts joined by a dot are runs of their own.

    Args:
        text: Chinese text.
    """
    return [text[start:end] for start, end, _dotted in transcribed_spans(text) if end - start > 1]


@lru_cache(maxsize=TEXTS_KEPT)
def transcribed_spans(text: str) -> tuple[tuple[int, int, bool], ...]:
    """Return the same runs as spans, each with whether a dot beside it says that it is a name.

    Args:
        text: Chinese text.
    """
    found: list[tuple[int, int, bool]] = []
    for match in _RUN.finditer(text):
        start, end = match.span()
        parts = [part.span() for part in _PART.finditer(text, start, end)] if _DOT.search(match[0]) else ()
        found += [(*part, True) for part in parts] or [(start, end, False)]
    return tuple(found)


def sound(name: str) -> str:
    """Return a transcribed name in pinyin without tones, syllables joined by "-".

    Args:
        name: Characters of `READING`; others are left out.
    """
    return "-".join(READING[character] for character in name if character in READING)

"""Chinese syllables in Georgian letters: the tables, each with its practice and source.

A syllable is an initial and a final of Hanyu Pinyin. The first spelling of a cell is what the
practice writes, the others are met and accepted. Nothing here has been read by a native speaker yet.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

# Press and encyclopaedia, after the Georgian names of Chinese cities in GeoNames and the spellings
# of news (facts of the tables: უხანი, ხარბინი, გუანჯოუ, ტიანძინი, შიძიაჯუანი, კუნმინი, სინინი,
# სიანტანი, ლიძიანი, ძინჯოუ, ლოიანი, იჩუნი, კაიფინი, სიამინი): voiceless stops by the ejectives,
# -ng as ნ, h as ხ, as Russian tradition has it.
_PRESS_INITIALS: dict[str, tuple[str, ...]] = {
    "": ("",), "b": ("ბ",), "p": ("პ",), "m": ("მ",), "f": ("ფ",), "d": ("დ",), "t": ("ტ",), "n": ("ნ",),
    "l": ("ლ",), "g": ("გ",), "k": ("კ",), "h": ("ხ",), "j": ("ძ",), "q": ("ც",), "x": ("ს",), "zh": ("ჯ",),
    "ch": ("ჩ",), "sh": ("შ",), "r": ("ჟ",), "z": ("ძ",), "c": ("ც",), "s": ("ს",), "w": ("ვ", "უ"),
    "y": ("ი",),
}  # fmt: skip
_PRESS_FINALS: dict[str, tuple[str, ...]] = {
    "a": ("ა",), "o": ("ო",), "e": ("ე",), "ê": ("ე",), "ai": ("აი",), "ei": ("ეი",), "ao": ("აო",),
    "ou": ("ოუ",), "an": ("ან",), "en": ("ენ", "ინ"), "ang": ("ან",), "eng": ("ენ", "ინ"), "er": ("ერ",),
    "ong": ("უნ",), "i": ("ი",), "ia": ("ია",), "ie": ("იე",), "iao": ("იაო",), "iu": ("იუ", "იოუ"),
    "ian": ("იან",), "in": ("ინ",), "iang": ("იან",), "ing": ("ინ",), "iong": ("იუნ",), "io": ("იო",),
    "u": ("უ",), "ua": ("უა",), "uo": ("ო", "უო"), "uai": ("უაი",), "ui": ("უი", "უეი", "ვეი"),
    "uan": ("უან",), "un": ("უნ", "უენ"), "uang": ("უან",), "ueng": ("უენ",), "v": ("იუ",), "ve": ("იუე",),
    "van": ("იუან",), "vn": ("იუნ",), "m": ("მ",), "n": ("ნ",), "ng": ("ნ",),
}  # fmt: skip

# Syllables written without an initial, and finals that j, q, x, y spell in short (ju for jü).
_ZERO_INITIAL: dict[str, tuple[str, str]] = {
    "yi": ("", "i"), "ya": ("", "ia"), "yo": ("", "io"), "ye": ("", "ie"), "yai": ("", "iai"),
    "yao": ("", "iao"), "you": ("", "iu"), "yan": ("", "ian"), "yin": ("", "in"), "yang": ("", "iang"),
    "ying": ("", "ing"), "yong": ("", "iong"), "yu": ("", "v"), "yue": ("", "ve"), "yuan": ("", "van"),
    "yun": ("", "vn"), "wu": ("", "u"),
}  # fmt: skip
_SHORT_FINALS = {"u": "v", "ue": "ve", "uan": "van", "un": "vn"}
INITIALS = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsw")


def split(syllable: str) -> tuple[str, str]:
    """Return the initial and the final of a pinyin syllable; ü is v.

    Args:
        syllable: Toneless, lower case ("zhuang", "lv", "yun").
    """
    if syllable in _ZERO_INITIAL:
        return _ZERO_INITIAL[syllable]
    initial = next((sign for sign in INITIALS if syllable.startswith(sign)), "")
    final = syllable[len(initial) :]
    if not final:
        return "", syllable
    if initial in {"j", "q", "x"}:
        final = _SHORT_FINALS.get(final, final)
    return initial, final


@dataclass(frozen=True, kw_only=True)
class Practice:
    """One way of writing Chinese names in Georgian.

    Attributes:
        name: How a project chooses it.
        title: What it is, for people.
        source: Where its correspondences come from.
        gaps: What of it is not known from the source, empty when nothing.
        initials: Initial → spellings, the practice's own first.
        finals: Final → spellings, the practice's own first.
        syllables: Whole syllables that go by no rule.
    """

    name: str
    title: str
    source: str
    gaps: str
    initials: dict[str, tuple[str, ...]]
    finals: dict[str, tuple[str, ...]]
    syllables: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def spell(self, syllable: str) -> tuple[str, ...]:
        """Return the spellings of a pinyin syllable, the practice's own first; empty for none."""
        if syllable in self.syllables:
            return self.syllables[syllable]
        initial, final = split(syllable)
        heads, tails = self.initials.get(initial), self.finals.get(final)
        if heads is None or tails is None:
            return ()
        return tuple(dict.fromkeys(head + tail for tail in tails for head in heads))

    @cached_property
    def table(self) -> dict[str, str]:
        """Every pinyin syllable with the practice's own spelling."""
        return {syllable: self.spell(syllable)[0] for syllable in ALL_SYLLABLES}


PRESS = Practice(
    name="press",
    title="Press and encyclopaedia",
    source="Georgian names of Chinese cities in GeoNames; spellings of Georgian news",
    gaps="",
    initials=_PRESS_INITIALS,
    finals=_PRESS_FINALS,
)

# What is known of the guideline that the State Language Department of Georgia published with
# Georgian sinologists ("ჩინური ენის მარცვალთა სისტემის ქართულ ენაზე ტრანსკრიფცია-ტრანსლიტერაციის
# წესები"): the aspirates p t k are ფ თ ქ (pinyin itself is ფინინი). Its table was not at hand; the
# rest is the press's.
DEPARTMENT = Practice(
    name="department",
    title="State Language Department of Georgia",
    source="Georgian Wikipedia, ვპ:ჩინ and the page on pinyin, as far as quoted",
    gaps="only p, t, k are known for certain; the finals in -ng and the affricates are the press's",
    initials=_PRESS_INITIALS | {"p": ("ფ",), "t": ("თ",), "k": ("ქ",)},
    finals=_PRESS_FINALS,
)
PRACTICES: dict[str, Practice] = {practice.name: practice for practice in (PRESS, DEPARTMENT)}

_SYLLABLES = """
a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen
ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci
cong cou cu cuan cui cun cuo da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du
duan dui dun duo e ei en eng er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong
gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang
hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken
keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie
lin ling liu lo long lou lu luan lun luo lv lve ma mai man mang mao me mei men meng mi mian miao mie min
ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan
nun nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang
qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa
sai san sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan
shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te teng ti tian tiao tie ting tong
tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu
xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng
zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi
zong zou zu zuan zui zun zuo
"""
ALL_SYLLABLES: tuple[str, ...] = tuple(_SYLLABLES.split())

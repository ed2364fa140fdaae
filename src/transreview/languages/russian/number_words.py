"""What Russian words say about numbers, in any of their cases."""

from __future__ import annotations

from transreview.languages.number_words import Lexicon, Reading, Role
from transreview.languages.quantity import QuantityKind
from transreview.languages.spaced_quantities import quantity_parser
from transreview.languages.word_tables import after, numbered, reader, valued
from transreview.lazy_patterns import lazy_pattern

_K = QuantityKind

# The forms of each number, nominative first.
_CARDINALS = """
два/две/двух/двум/двумя/двое/двоих/оба/обе/обоих
три/трёх/трех/трём/трем/тремя/трое/троих
четыре/четырёх/четырех/четырём/четырем/четырьмя/четверо/четверых
пять/пяти/пятью/пятеро шесть/шести/шестью/шестеро семь/семи/семью/семеро восемь/восьми/восемью
девять/девяти/девятью десять/десяти/десятью
одиннадцать/одиннадцати двенадцать/двенадцати тринадцать/тринадцати четырнадцать/четырнадцати
пятнадцать/пятнадцати шестнадцать/шестнадцати семнадцать/семнадцати восемнадцать/восемнадцати
девятнадцать/девятнадцати
"""
_TENS = {
    "двадцать двадцати двадцатью": 20, "тридцать тридцати тридцатью": 30, "сорок сорока": 40,
    "пятьдесят пятидесяти": 50, "шестьдесят шестидесяти": 60, "семьдесят семидесяти": 70,
    "восемьдесят восьмидесяти": 80, "девяносто девяноста": 90, "сто ста": 100, "двести двухсот": 200,
    "триста трёхсот трехсот": 300, "четыреста четырёхсот четырехсот": 400, "пятьсот пятисот": 500,
    "шестьсот шестисот": 600, "семьсот семисот": 700, "восемьсот восьмисот": 800, "девятьсот девятисот": 900,
}  # fmt: skip
_ORDINAL_STEMS = {
    "перв": 1, "втор": 2, "треть": 3, "четвёрт": 4, "четверт": 4, "пят": 5, "шест": 6, "седьм": 7,
    "восьм": 8, "девят": 9, "десят": 10, "одиннадцат": 11, "двенадцат": 12, "тринадцат": 13,
    "четырнадцат": 14, "пятнадцат": 15, "шестнадцат": 16, "семнадцат": 17, "восемнадцат": 18,
    "девятнадцат": 19, "двадцат": 20, "тридцат": 30, "сороков": 40, "пятидесят": 50, "шестидесят": 60,
    "семидесят": 70, "восьмидесят": 80, "девяност": 90, "сот": 100,
}  # fmt: skip
_ADJECTIVE = r"(?:ый|ой|ий|ая|ья|ое|ье|ые|ьи|ого|его|ому|ему|ым|им|ом|ем|ую|ью|ей|ых|их|ыми|ими)"
_ORDINAL = lazy_pattern(rf"({'|'.join(sorted(_ORDINAL_STEMS, key=len, reverse=True))}){_ADJECTIVE}")
_THIRD = lazy_pattern(r"трет(?:ий|ья|ье|ьи|ьего|ьей|ьему|ьим|ьем|ью|ьих|ьими)")
_MONTH_STEMS = (
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
)
_SHORT_MONTHS = {
    1: "янв", 2: "февр?", 4: "апр", 8: "авг", 9: "сент?", 10: "окт", 11: "нояб?", 12: "дек",
}  # fmt: skip
_MONTH = lazy_pattern(
    "(?:"
    + "|".join(f"(?P<m{n}>{stem})" for n, stem in enumerate(_MONTH_STEMS, 1))
    + r")(?:[ьяюей]|ем|ём|а|у|ом)?"
    + "|"
    + "|".join(f"(?P<s{n}>{short})" for n, short in _SHORT_MONTHS.items())
)
_WEEKDAYS = """
понедельник/понедельника/понедельнику вторник/вторника/вторнику среда/среду/среды/среде
четверг/четверга/четвергу пятница/пятницу/пятницы/пятнице суббота/субботу/субботы/субботе
воскресенье/воскресенья/воскресенью
"""
_SCALES = {
    "тысяча тысячи тысячу тысяч тысячам тысячами тысячах тыс": 10**3,
    "миллион миллиона миллионов миллионам миллионами миллионах млн": 10**6,
    "миллиард миллиарда миллиардов миллиардам миллиардами млрд": 10**9,
    "триллион триллиона триллионов трлн": 10**12,
}
_PARTS = {
    "половина половины половину половиной пол": 0.5, "треть трети третью": 1 / 3,
    "четверть четверти четвертью": 0.25,
}  # fmt: skip
_CURRENCIES = """
USD доллар доллара долларов долларам долларами долл
EUR евро
GBP фунт фунта фунтов стерлингов
CNY юань юаня юаней
JPY иена иены иен йен
RUB рубль рубля рублей рублям руб
GEL лари
CHF франк франка франков
USc цент цента центов
"""
_MEASURES = """
km километр километра километров километрах км
m метр метра метров метрах
cm сантиметр сантиметра сантиметров см
mm миллиметр миллиметра миллиметров мм
mi миля мили миль
ft фут фута футов
in дюйм дюйма дюймов
ha гектар гектара гектаров га
kg килограмм килограмма килограммов кг
g грамм грамма граммов
t тонна тонны тонн
l литр литра литров
° градус градуса градусов
y год года году годом годы лет годов годах летие летия летний летняя летнего летней г гг
mo месяц месяца месяцев месяцы
wk неделя недели неделю недель
d день дня дней дни
h час часа часов часы
min минута минуты минут минуту мин
s секунда секунды секунд
"""
_TABLE: dict[str, Reading] = {
    **numbered("один/одна/одно/одного/одной/одну/одному/одним", Role.NUMBER, 1, idiom=True),
    **numbered(_CARDINALS, Role.NUMBER, 2),
    **valued(_TENS, Role.NUMBER),
    **valued(_SCALES, Role.SCALE),
    **valued(_PARTS, Role.PART),
    **valued({"полтора полторы полутора": 1.5}, Role.NUMBER),
    **valued(
        {"пара пары пару дважды вдвое": 2, "трижды втрое": 3, "десяток десятка десятков": 10},
        Role.NUMBER,
        idiom=True,
    ),
    **{
        word: Reading(Role.NUMBER, value, approximate=True, idiom=True)
        for word, value in {
            "десятки": 10,
            "сотни": 100,
            "сотен": 100,
            "миллионы": 10**6,
            "миллиарды": 10**9,
        }.items()
    },
    **numbered(_WEEKDAYS, Role.WEEKDAY),
    **after("% процент процента процентов процентам процентами", _K.PERCENT),
    **after("% век века веке веков столетие столетия", _K.CENTURY),
    **after(_CURRENCIES, _K.CURRENCY),
    **after(_MEASURES, _K.MEASURE),
    **{
        word: Reading(Role.AFTER, kind=_K.MEASURE, unit="y", counts=10)
        for word in ("десятилетие", "десятилетия", "десятилетий")
    },
    **{
        word: Reading(Role.APPROXIMATE)
        for word in ["около", "почти", "примерно", "порядка", "приблизительно", "более", "свыше"]
    },
    **{word: Reading(Role.PART_OF_DAY, unit="am") for word in ("утра", "ночи")},
    **{word: Reading(Role.PART_OF_DAY, unit="pm") for word in ("вечера", "дня_")},
    "сша": Reading(Role.COUNTRY, unit="USD"),
}


def _inflected(word: str) -> Reading | None:
    if _THIRD.fullmatch(word):
        return Reading(Role.ORDINAL, 3)
    if match := _ORDINAL.fullmatch(word):
        value = _ORDINAL_STEMS[match[1]]
        return Reading(Role.ORDINAL, value, idiom=value <= 2)
    if (match := _MONTH.fullmatch(word)) and word not in {"ма", "маю", "март_"}:
        return Reading(Role.MONTH, int(str(match.lastgroup)[1:]))
    return None


LEXICON = Lexicon(
    read=reader(_TABLE, _inflected),
    word="[А-Яа-яЁё]",
    decimal=",",
    ordinal="й|я|е|го|му|м|х|ый|ой|ая|ое|ого|ых",
    decade="е|х|м|ые|ых|ым",
    between="до|и|или",
    clock_point=True,
)
quantities = quantity_parser(LEXICON)

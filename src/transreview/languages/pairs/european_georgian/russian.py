"""What Russian words say of denial, time, direction and contrasts; `divergences` compares a translation."""

from __future__ import annotations

import re

from transreview.languages.pairs.chinese_georgian.meaning.contrasts import contrasts_of, turned
from transreview.languages.pairs.divergence import Divergence
from transreview.languages.pairs.european_georgian.comparing import Signs, compared


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)", re.IGNORECASE)


SIGNS = Signs(
    denial=_words("не", "нет", "никогда", "никто", "нельзя", "невозможно", "ничего не"),
    affirming=re.compile(
        r"(?<!\w)(?:не только|не менее|не более|не раз\b|чуть не|едва не|не мо(?:гу|г|жет) не"
        r"|не меньше|не больше|не ранее|не позднее|не далее"
        r"|если не|или нет|а не|не без|не считая|тем не менее|не говоря|не что иное)(?!\w)",
        re.IGNORECASE,
    ),
    any_denial=re.compile(
        r"(?<!\w)(?:не\w*|ни\w*|без\w*|бес\w*|нет|кроме|лишь|только|если|ли|чем|до|пока|но|однако"
        r"|лишён\w*|лишен\w*|отказ\w*|отсутств\w*"
        r"|запре\w*|против\w*|отмен\w*|потер\w*|ошиб\w*|сбо\w*|пропу\w*|прекра\w*|остан\w*|слишком"
        r"|мал\w*|ред\w*|трудн\w*|уже|ещё|еще|друг\w*"
        r""
        r"|разн\w*|избе\w*|предотвр\w*|отклон\w*|исключ\w*|пуст\w*|вместо|превы\w*|конч\w*|законч\w*|истек\w*|больш\w*|мен[ье]\w*|должн\w*|вне|за)(?!\w)"
        r"|\?"
        r"|[!<>]",
        re.IGNORECASE,
    ),
    spared=(
        (
            _words("не", "нет", "нельзя", "невозможно"),
            re.compile("პრობლემა|შეცდომ|შეცრომ|გამოტოვ|გამორთ|მხოლოდ|მცდარ|გათიშ|ვიდრე|დაზიან"),
        ),
    ),
    ahead=_words("завтра", "(?:в|на) следующ(?:ем|ей|ую) (?:году|месяце|неделе|неделю)"),
    back=_words(
        "вчера",
        "(?:в|на) прошл(?:ом|ой) (?:году|месяце|неделе)",
        r"\w+ (?:лет|года|год|дня|дней|недели|недель|месяца|месяцев|месяц) назад",
    ),
    future=_words("будет", "будут", "будем", "будете"),
    past=re.compile(r"(?<!\w)\w{3,}(?:л|ла|ло|ли|лся|лась|лось|лись)(?!\w)", re.IGNORECASE),
    rise=re.compile(
        r"(?<!\w)(?:вырос|возрос|увелич|повыс|повыш|рост(?!ов)|растё|расте|подорож)\w*", re.IGNORECASE
    ),
    fall=re.compile(
        r"(?<!\w)(?:сниз(?!у)|сниж|уменьш|упал|сократ|сокращ|падени|спад|подешев)\w*", re.IGNORECASE
    ),
    more=_words(
        "более чем", "больше чем", "свыше", "не менее", "не меньше", r"выше", r"превыш\w*", r"превыс\w*"
    ),
    less=_words("менее чем", "меньше чем", "менее", "не более", "не больше", "ниже", "не превыш\\w*"),
)
_CONTRASTS = contrasts_of("transreview.languages.pairs.european_georgian", "contrasts.russian.txt", fold=True)


def _begins_word(text: str, start: int, _end: int) -> bool:
    return not (start and (text[start - 1].isalnum() or text[start - 1] == "-"))


def divergences(source: str, target: str) -> list[Divergence]:
    """Return where a Georgian translation says something else than its Russian source.

    Args:
        source: Russian text of one segment.
        target: Its translation.
    """
    found = list(compared(SIGNS, source, target))
    found += turned(_CONTRASTS(), source.lower(), target, longest=_LONGEST, is_word=_begins_word)
    return found


_LONGEST = 90

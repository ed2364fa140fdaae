"""What Russian words say of denial, time, direction and contrasts; `divergences` compares a translation."""

from __future__ import annotations

import re

from transreview.languages.pairs.chinese_georgian.meaning.contrasts import contrasts_of
from transreview.languages.pairs.divergence import Divergence
from transreview.languages.pairs.european_georgian.comparing import Signs, begins_word, compared, words
from transreview.lazy_patterns import lazy_pattern

SIGNS = Signs(
    denial=words("не", "нет", "никогда", "никто", "нельзя", "невозможно", "ничего не"),
    affirming=lazy_pattern(
        r"(?<!\w)(?:не только|не менее|не более|не раз\b|чуть не|едва не|не мо(?:гу|г|жет) не"
        r"|не меньше|не больше|не ранее|не позднее|не далее"
        r"|если не|или нет|а не|не без|не считая|тем не менее|не говоря|не что иное)(?!\w)",
        re.IGNORECASE,
    ),
    any_denial=lazy_pattern(
        r"(?<!\w)(?:не\w*|ни\w*|без\w*|бес\w*|нет|кроме|лишь|только|если|ли|чем|до|пока|но|однако"
        r"|лишён\w*|лишен\w*|отказ\w*|отсутств\w*"
        r"|запре\w*|против\w*|отмен\w*|потер\w*|ошиб\w*|сбо\w*|пропу\w*|прекра\w*|остан\w*|слишком"
        r"|мал\w*|ред\w*|трудн\w*|уже|ещё|еще|друг\w*"
        r"|разн\w*|избе\w*|предотвр\w*|отклон\w*|исключ\w*|пуст\w*|вместо|превы\w*|конч\w*|законч\w*|истек\w*|больш\w*|мен[ье]\w*|должн\w*|вне|за)(?!\w)"
        r"|\?"
        r"|[!<>]",
        re.IGNORECASE,
    ),
    spared=(
        (
            words("не", "нет", "нельзя", "невозможно"),
            lazy_pattern("პრობლემა|შეცდომ|შეცრომ|გამოტოვ|გამორთ|მხოლოდ|მცდარ|გათიშ|ვიდრე|დაზიან"),
        ),
    ),
    ahead=words("завтра", "(?:в|на) следующ(?:ем|ей|ую) (?:году|месяце|неделе|неделю)"),
    back=words(
        "вчера",
        "(?:в|на) прошл(?:ом|ой) (?:году|месяце|неделе)",
        r"\w+ (?:лет|года|год|дня|дней|недели|недель|месяца|месяцев|месяц) назад",
    ),
    future=words("будет", "будут", "будем", "будете"),
    past=lazy_pattern(r"(?<!\w)\w{3,}(?:л|ла|ло|ли|лся|лась|лось|лись)(?!\w)", re.IGNORECASE),
    rise=lazy_pattern(
        r"(?<!\w)(?:вырос|возрос|увелич|повыс|повыш|рост(?!ов)|растё|расте|подорож)\w*", re.IGNORECASE
    ),
    fall=lazy_pattern(
        r"(?<!\w)(?:сниз(?!у)|сниж|уменьш|упал|сократ|сокращ|падени|спад|подешев)\w*", re.IGNORECASE
    ),
    more=words(
        "более чем", "больше чем", "свыше", "не менее", "не меньше", "выше", r"превыш\w*", r"превыс\w*"
    ),
    less=words("менее чем", "меньше чем", "менее", "не более", "не больше", "ниже", r"не превыш\w*"),
    contrasts=contrasts_of(
        "transreview.languages.pairs.european_georgian", "contrasts.russian.txt", fold=True
    ),
    is_word=lambda text, start, _end: begins_word(text, start),
)


def divergences(source: str, target: str) -> list[Divergence]:
    """Return where a Georgian translation says something else than its Russian source.

    Args:
        source: Russian text of one segment.
        target: Its translation.
    """
    return list(compared(SIGNS, source, target))

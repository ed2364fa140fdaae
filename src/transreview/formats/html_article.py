"""Which texts of a page are of its article, and which are of the site around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from transreview.formats.html_blocks import Found, HtmlTexts
from transreview.formats.left_out import Left
from transreview.i18n import _
from transreview.model.unit import UnitKind

# So much of a page's text is the article where an element says that it is; less is a teaser.
_MAIN, _ARTICLE = 0.3, 0.5
# So much of a menu is links.
_LINKS = 0.6


def article_texts(texts: HtmlTexts) -> tuple[list[Found], Counter[Left], list[str]]:
    """Return the texts of a page's article, what was left out, and what is odd about the page."""
    found = texts.found
    odd = []
    if texts.unclosed:
        what = _("this comment never closes; what follows is read as text")
        odd.append(_("line {line}: {what}").format(line=texts.unclosed, what=what))
    kept = _without_site(found, _menus(found), texts.articles)
    if not any("head" not in one.inside for one in kept) and found:
        warning = _("nothing on this page looks like an article, so all of it was read")
        return found, texts.left, [*odd, warning]
    left = Counter(texts.left)
    chosen = {id(one) for one in kept}
    dropped = [id(one) not in chosen for one in found]
    left[Left.NAVIGATION] += sum(
        gone and not (index and dropped[index - 1]) for index, gone in enumerate(dropped)
    )
    return kept, left, odd


def _menus(found: Sequence[Found]) -> set[str]:
    """Return the parts that look like menus by their names and consist of links."""
    sizes: Counter[str] = Counter()
    linked: Counter[str] = Counter()
    for one in found:
        for part in one.inside:
            if part.isdigit():
                sizes[part] += sum(map(str.isalnum, one.place.text))
                linked[part] += one.linked
    return {part for part, size in sizes.items() if linked[part] > _LINKS * size}


def _without_site(found: Sequence[Found], menus: set[str], articles: int) -> list[Found]:
    total = sum(len(one.place.text) for one in found if "head" not in one.inside) or 1
    shares = [("main", _MAIN), ("article", _ARTICLE)] if articles == 1 else [("main", _MAIN)]
    for name, share in shares:
        if sum(len(one.place.text) for one in found if name in one.inside) >= share * total:
            found = [
                one
                for one in found
                if name in one.inside or "head" in one.inside or one.place.kind is UnitKind.TITLE
            ]
            break
    return [one for one in found if not menus & one.inside]

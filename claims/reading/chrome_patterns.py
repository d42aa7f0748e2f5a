"""What single lines of site chrome look like, each pattern for a whole line, each with its reason."""

from __future__ import annotations

import re

from claims.reading.dates import normalise_date


def _any(*alternatives: str) -> str:
    return f"(?:{'|'.join(alternatives)})"


def _rule(*alternatives: str) -> re.Pattern[str]:
    return re.compile(_any(*alternatives), re.IGNORECASE)


_NETWORK = _any(
    "facebook|twitter|x|telegram|whats ?app|linkedin|vk(?:ontakte)?|вконтакте|одноклассники|ok|reddit|instagram",
    "youtube|viber|e-?mail|print|pinterest|messenger|skype|pocket|flipboard|rss|copy link|link|pdf|threads|bluesky",
)
_KNOWN_NETWORK = _any(
    "facebook|twitter|telegram|whats ?app|linkedin|instagram|youtube|vkontakte|вконтакте|одноклассники"
)
_CLOCK = r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?"
_DATE = re.compile(
    r"(?:\w+,? )?"
    "("
    + _any(
        r"\d{1,2}[./ -]\w{3,12}\.?[./ -]\d{4}",
        r"\w{3,12}\.? \d{1,2},? \d{4}",
        r"\d{4}-\d\d-\d\d",
        r"\d{1,2}[./]\d{1,2}[./]\d{4}",
    )
    + rf")(?:,? (?:at |в )?{_CLOCK})?|{_CLOCK}"
)
_LISTED = "news|stories|articles|posts|topics|headlines|content|reading"
# A heading under which other articles are listed; flat copies glue it to the first headline ("Latest newsSerbia").
SIDEBAR_HEADING = re.compile(
    rf"(?i:(?:latest|recent|related|more|top|other|popular|breaking|recommended) (?:{_LISTED}))"
    r"(?:\W*$|(?=[A-ZА-ЯЁ0-9]))"
    r"|(?i:"
    + _any(
        r"most (?:read|popular|viewed|shared)|trending(?: now)?|you (?:may|might) also like",
        r"(?:read|see) (?:also|more|next)",
        r"editors?['’]? picks?|don['’]t miss|more (?:from|on) (?:this|our)\b.{0,40}",
        "последние новости|читайте также|другие новости|по теме|самое читаемое|популярное|новости по теме",
        "son xəbərlər|digər xəbərlər|oxşar xəbərlər|ən çox oxunanlar",
    )
    + r")\s*:?\s*$"
)

LINE_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "share line",
        _rule(
            r"(?:share|tweet|like|follow us|поделиться|paylaş)"
            r"(?: (?:this|via|on|with|by|in|at))?(?: (?:article|post|page|story|news))?(?: (?:on|via))?"
            rf"\W*(?:{_NETWORK}\W*)*",
            rf"(?:{_NETWORK}(?:\W+|$)){{2,}}",
            _KNOWN_NETWORK,
            r"(?:print|e-?mail|copy) (?:this )?(?:article|page|link)|версия для печати|распечатать|çap et",
            r"(?:subscribe|sign up)(?: (?:to|for) (?:our|the|my)?.{0,60})?|follow us on .{0,60}",
            r"join (?:us|our (?:channel|group)) (?:on|in) .{0,40}|подпис(?:ывайтесь|аться) .{0,60}",
        ),
    ),
    (
        "cookie banner",
        _rule(
            r"(?:we|this (?:web)?site|our (?:web)?site|by (?:continuing|using|clicking))\b.{0,160}\bcookies?\b.{0,300}",
            r"(?:accept|reject|allow|manage)(?: all)?(?: cookies?| preferences| settings)?",
            r"cookies? (?:policy|settings|preferences|notice)|got it!?|i (?:agree|accept)[.!]?",
            r"(?:мы используем|этот сайт использует|сайт использует) .{0,80}cookie.{0,300}",
        ),
    ),
    (
        "menu",
        _rule(
            r"skip to (?:main )?content|toggle (?:navigation|menu)|(?:main )?menu|search(?: (?:for|this site))?\W*",
            r"log ?in|sign (?:in|up|out)|register|back to top|go to top|home(?:page)?|next|previous|print|close",
            r"(?:read|show|load) more|наверх|поиск|войти|меню|главная",
            r"english|русский|azərbaycan(?:ca)?|հայերեն|français|العربية",
            r"(?:az|en|ru|fr|de|am|hy)(?:\W+(?:az|en|ru|fr|de|am|hy))+",
            r"(?:[^|•›»/>.!?]{1,40}(?:\||•|›|»|>|::)){2,}[^|•›»>.!?]{0,60}|home\s?[/>›»].{1,120}",
        ),
    ),
    (
        "tags",
        _rule(
            r"(?:tags?|topics?|keywords?|filed under|categories|category|метки|теги|ключевые слова|teqlər)\s*:.{1,300}"
        ),
    ),
    (
        "footer",
        _rule(
            r".{0,80}(?:©|\(c\) ?(?:19|20)\d\d|\bcopyright (?:©|\(c\)|(?:19|20)\d\d)).{0,200}",
            r".{0,120}\ball rights reserved\b.{0,120}|.{0,60}все права защищены.{0,120}",
            r"terms (?:of (?:use|service)|and conditions)|privacy(?: policy| notice)?|contact(?: us)?|about(?: us)?",
            r"advertis(?:e|ing)(?: with us)?|site ?map|accessibility(?: statement)?|disclaimer|imprint",
            r"powered by .{1,40}|обратная связь|контакты|о нас",
        ),
    ),
    (
        "page furniture",
        _rule(
            r"\d[\d.,\s]*(?:k|m)? ?(?:views?|comments?|shares?|likes?|просмотр\w*)|views?\s*:\s*\d[\d.,\s]*",
            r"comments?(?: \(\d+\))?|leave a (?:comment|reply)|\d+ ?min(?:ute)?s?(?: read)?|reading time\s*:.{1,30}",
            r"advertisement|sponsored(?: content)?|реклама|(?:page |стр\. )?\d{1,4}(?: (?:of|из|/) \d{1,4})?",
            r"[-–—] ?\d{1,4} ?[-–—]|(?:photo|image|foto|фото)(?: (?:by|credit))?\s?[:©].{1,120}|(?:[-–—_=*•·]\s?){3,}",
        ),
    ),
    (
        "date line",
        _rule(r"(?:last )?(?:published|updated|posted|modified|опубликовано|обновлено)(?: on)?\s*:?\s*\d.{3,40}"),
    ),
)


def is_date_line(text: str) -> bool:
    """Tell whether a line holds a date or a time and nothing else."""
    found = _DATE.fullmatch(text)
    if not found:
        return False
    written = found[1] or ""
    return not any(letter.isalpha() for letter in written) or normalise_date(written) is not None

"""Outlets: which words name a newspaper, an agency or a broadcaster."""

import re

# Names that none of their words gives away.
_KNOWN_NAMES = """
AFP, AP, UPI, TASS, Tass, ITAR-TASS, Itar-Tass, Reuters, Associated Press, Agence France-Presse, Agence France Presse,
Interfax-Ukraine, Interfax, RIA Novosti, RIA, Xinhua, KCNA, Yonhap, Kyodo, Anadolu, IRNA, ISNA, Tasnim, WAFA, SANA,
Ukrinform, UNIAN, Suspilne, Hromadske, ANSA, EFE, BBC, CNN, NBC, CBS, ABC, MSNBC, CNBC, CBC, NPR, PBS, C-SPAN, ITV,
ITN, RT, Fox Business, Fox, Al Jazeera, Al-Jazeera, al-Jazeera, Al Arabiya, Al-Arabiya, Al Mayadeen, Deutsche Welle,
Radio Free Europe, Voice of America, Russia Today, Sputnik, Univision, Telemundo, BFMTV, Bloomberg, Politico, POLITICO,
Axios, BuzzFeed, HuffPost, The Hill, Daily Beast, Breitbart, Newsweek, Forbes, Slate, Salon, Economist, New Yorker,
The Atlantic, Rolling Stone, Vanity Fair, The Intercept, Mail on Sunday, Daily Mail, Daily Express, TMZ, USA Today,
Le Monde, Le Figaro, Der Spiegel, Spiegel, Bild, Die Zeit, Die Welt, El Pais, El País, El Mundo, La Repubblica,
Corriere della Sera, Haaretz, Ynet, Meduza, Kommersant, Vedomosti, Izvestia, Novaya Gazeta, Gazeta.ru,
La Stampa, Al-Hayat, The Sun, The Star
"""
_KNOWN = "|".join(sorted(map(re.escape, re.split(r",\s+", _KNOWN_NAMES.strip())), key=len, reverse=True))
_ENDINGS = (
    r"Times|Post(?! Office)|News|Journal|Herald|Tribune|Gazette|Telegraph|Guardian|Chronicle|Independent|Mirror|"
    r"Inquirer|Examiner|Sentinel|Courier|Dispatch|Bulletin|Pravda|Novosti|Gazeta|Zeitung|TV|Television|Radio|Magazine|"
    r"Media(?! Foundation| Group| Center| Centre)|News Agency|Newspaper|Broadcasting Corporation"
)
_BARE = "Times|Post(?! Office)|Mail|Journal|Telegraph|Guardian|Independent|Mirror|Herald|Tribune|Globe|Observer"
_NOUNS = (
    r"(?:news|wire) (?:agency|service|site|website|outlet|channel|network|portal|program|programme)|newswire|"
    r"(?:television|TV|radio) (?:station|channel|network|broadcaster)|newspaper|magazine|tabloid|broadcaster|"
    r"television|TV|radio"
)
_WORD = r"(?:al-)?[A-Z][\w.&]*(?:-[A-Z]\w*)*"
_ANY = r"(?:[a-z][\w-]+ )?(?:TV|television|radio|news) (?:station|channel|agency)"
_STATE = r"(?:state(?:-run|-owned|-controlled)?|local)"
_GENERAL = rf"(?:[A-Z]\w+(?:['’]s)? )?{_STATE} (?:media|television|TV|newspapers?|radio|news agency)"
_NATION = r"(?:(?:US|U\.S\.|UK|U\.K\.|[A-Z]\w+(?:['’]s|ian|ish|ese|can|ch|aqi|eli|ani)) )"
_BEFORE = rf"(?!US |U\.S\. |UK |U\.K\. )(?:{_WORD} ){{1,3}}"
OUTLET = re.compile(
    rf"\b(?:[Tt]he )?(?:"
    rf"{_NATION}?(?:(?:{_NOUNS}),? )+(?P<after>{_WORD}(?: {_WORD})?)"
    rf"|{_NATION}?(?P<known>(?:{_KNOWN})(?![\w-])(?: (?:News|Politics|Radio|Television|TV|Magazine|View)\b)?)"
    rf"(?: (?:online )?(?:{_NOUNS})\b)?"
    rf"|(?P<ending>(?:{_WORD} ){{1,3}}(?:{_ENDINGS})(?![\w-])(?: Magazine\b)?)(?: (?:online )?(?:{_NOUNS})\b)?"
    rf"|(?<=[Tt]he )(?P<bare>(?:{_BARE})(?![\w-]))(?: (?:newspaper|magazine)\b)?"
    rf"|{_NATION}?(?P<before>{_BEFORE})(?:online )?(?:{_NOUNS})\b"
    rf"|(?P<general>{_GENERAL}|{_ANY}|[A-Z]\w+ media)\b)"
)
"""The groups hold the name that outlets are known by."""

_SAME = {"AP": "Associated Press", "Agence France Presse": "AFP", "Agence France-Presse": "AFP", "POLITICO": "Politico"}


def outlet_in(words: str) -> re.Match[str] | None:
    """Return the first outlet that the words name."""
    return OUTLET.search(words)


def name_of_outlet(found: re.Match[str]) -> str:
    """Return the name without the noun beside it: "the Interfax news agency" is Interfax."""
    name = str(found[str(found.lastgroup)]).strip()
    if found.lastgroup == "before" and not found[0].endswith(("agency", "service")):
        # A word alone that an outlet is named after is a place as often as not: "the Marlow newspaper".
        name = found[0][found.start("before") - found.start() :]
    return _SAME.get(name, name)


def outlet_named(name: str) -> str:
    """Return the name of an outlet that a name is all of, "" where it is none."""
    found = OUTLET.match(name) or OUTLET.match(f"the {name}")
    return name_of_outlet(found) if found is not None and found.end() == len(found.string) else ""

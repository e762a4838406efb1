"""Postal addresses: street and number, postcode and town, as English, Spanish, French, German and
Chinese write them, and what stands behind the word *address*. Offsets are of the text as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from supportdesk_gui.text.capitals import is_one_case, with_capitals
from supportdesk_gui.text.personal import Personal, PersonalKind
from supportdesk_gui.text.plain import plain

_CAP = r"(?:(?:St|Ste|Sta|Sto|Dr|Mt)\.|[A-ZÀ-ÖØ-Þ][\w'’-]*)"
_CAPS = rf"{_CAP}(?:[ -](?:(?:de|del|la|las|los|el|y|of|the|on|upon|am|an|der|den|im|in|sur|sous|les|le|en|du|des|d['’]|l['’])[ -]?){{0,2}}{_CAP}){{0,3}}"
_REST = r"(?:,? ?(?:Bldg|Building|Apt|Apartment|Unit|Suite|Ste|Flat|Floor|Fl|Room|Rm|#)\.? ?#?[\w-]+){0,3}"
_EN_STREET = (
    r"(?:(?:Flat|Apt|Apartment|Unit|Suite|Floor|Room|Level|Block)\.? ?#?(?:\w{1,5},? |(?=\d)))?"
    rf"\b\d{{1,5}}[A-Za-z]?(?:[-/]\d{{1,4}})?,? (?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.? )?(?:(?:{_CAP}|\d{{1,3}}(?:st|nd|rd|th)) ){{0,4}}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Av|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Boulevard|Blvd|Way|Terrace|Ter|Close|Crescent|Cres|"
    r"Square|Sq|Gardens|Gdns|Grove|Hill|Row|Mews|Parkway|Pkwy|Highway|Hwy|Circle|Cir|Trail|Trl|Walk|View|Rise|Green|Quay|"
    r"Wharf|Loop|Alley|Plaza|Parade|Esplanade|Circuit|Heights|Park|Common|Path|Point|Ridge|Bend|Run|Pike|Broadway)\b\.?(?: (?:N|S|E|W|North|South|East|West|NE|NW|SE|SW)\b)?"
    rf"{_REST}"
)
_EN_NAMED = rf"\b\d{{1,4}} The {_CAP}|\b(?:RR|HC) \d+,? Box \d+|\bP\.? ?O\.? Box \d+"
_UK_CODE = r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
_EN_TOWN = (
    rf"(?:[,\n] ?{_CAPS}(?: \d{{1,2}}(?!\d))?){{0,3}}[,\n ] ?(?:{_UK_CODE}|(?:[A-Z]{{2}}|[A-Z][a-z]+)\.?,? \d{{5}}(?:-\d{{4}})?\b|[A-Z]{{2,3}} \d{{4}}\b|{_CAPS} (?!(?:19|20)\d\d\b)\d{{4}}\b(?!-)"
    rf"|[A-Z]{{2}},? [A-Z]\d[A-Z] ?\d[A-Z]\d\b|[A-Z]\d{{2}} ?[A-Z0-9]{{4}}\b)"
)
_NUMBER = r"\d{1,5}(?:(?: ?(?:[-/] ?)\d{1,4})| ?[A-Za-z](?![A-Za-z]))?"
_DE_STREET = (
    rf"(?:(?:[A-ZÄÖÜ][\wäöüß.-]*[ -])?[A-ZÄÖÜ][\wäöüß-]*(?:stra(?:ß|ss)e|str\.|str\b|weg|gasse|platz|allee|ring|damm|ufer|steig|pfad|hof|markt|wall|berg|"
    rf"graben|zeile|chaussee|promenade|park|brücke|tor|winkel|stieg|kamp|feld|anger|garten|straßl|gässli|rain|halde|terrasse)"
    rf"|{_CAP}[ -](?:Stra(?:ß|ss)e|Str\.|Weg|Gasse|Platz|Allee|Ring|Damm|Ufer|Chaussee|Steig)"
    rf"|Stra(?:ß|ss)e (?:des|der|am|zum) (?:\d{{1,2}}\. )?{_CAP}(?: {_CAP})?"
    rf"|(?:Am|An der|An den|An dem|Auf der|Auf dem|Im|In der|In den|Unter den|Zum|Zur|Zu den|Bei der|Beim|Hinter der|Vor dem|Hinterm) (?:(?:Alten|Neuen|Hohen|Langen|Kleinen|Großen) )?{_CAP})"
    rf" {_NUMBER}(?:/\d{{1,3}})?\b"
)
_EU_TOWN = (
    r"(?:[,;]? ?(?:bât|bat|Bât|Bat|escalier|Escalier|porte|Porte|Gebäude|Haus|Hinterhaus|Stock|Etage|étage|piso|Piso|planta|Wohnung|Top|App|appt|Appt|Esc|esc|puerta|Col|Colonia)\.? ?[\wÀ-ÿº.-]+(?: [A-ZÀ-Þ]\w+){0,2}){0,3}"
    rf"(?:[,;]| [–-])?[ \n]{{0,2}}(?:(?:D|A|CH|F|E|B|L|MX)-)?\d{{4,5}},? (?:{_CAPS}|[^\W\d_]{{3,}})"
)
_ES_STREET = (
    r"(?:\b(?:[Cc]alle|CALLE|[Aa]venida|[Pp]laza|[Pp]aseo|[Cc]amino|[Cc]arretera|[Rr]onda|[Tt]ravesía|[Tt]ravesia|[Gg]lorieta|[Rr]ambla|[Gg]ran [Vv]ía|[Vv]ía|[Rr]úa|[Cc]arrer|[Pp]laça|[Pp]asseig|[Aa]vinguda|[Jj]irón|[Cc]arrera|"
    r"[Cc]alzada|[Pp]asaje|[Uu]rbanización|[Pp]olígono|[Bb]ulevar|[Cc]uesta|[Dd]iagonal|[Cc]allejón|[Tt]ransversal)\b|\b(?:[Jj]r|[Aa]vda|[Aa]v|[Pp]za|[Pp]zª|[Pp]º|[Cc]tra|[Cc]ra|[Cc]r|[Uu]rb|[Bb]lvr)\.?|\b[Cc]/)"
    rf" ?(?:(?:de|del|do|da|la|las|los|el|l[’'])[ ]?){{0,3}}{_CAPS},?(?: (?:n\.?[º°o]\.?|núm\.?|num\.?|#|No\.?))?(?: ?,?)? ?(?:km\.? ?)?(?:\d{{1,5}}(?: ?[A-Z](?![a-z]))?(?: ?[#-] ?\d{{1,4}}(?:-\d{{1,3}})?)?|s/n)"
    r"(?: # ?\d{1,3}[A-Z]?-\d{1,3})?(?:,? (?:\d{1,2}(?:\.?[ºª°]|(?= ?(?:izq|dcha|izda|der)))(?: ?\d{1,2}[ºª°]| ?,? ?[A-Z](?![a-z])| (?:izq|dcha|izda|derecha|izquierda)\.?)?|[Pp]iso \d+\w?|[Pp]rincipal(?: \d{1,2}[ºª°]?)?|portal \d+|bajo(?: [A-Z])?|ático|[Cc]ol\. [\wÀ-ÿ ]{3,40}|(?:dpto|depto|int|ext|esc)\.? ?\w{1,4}))*"
)
_ES_TOWN = rf"(?:[,;]?[ \n]{{0,2}}(?:[A-Z]\d{{4}}(?:[A-Z]{{3}})?|(?:C\.?P\.? ?)?\d{{4,5}}),? {_CAPS}|, {_CAPS}(?: \d{{5}}\b)?)"
_FR_STREET = (
    r"\b\d{1,4}(?: ?(?:bis|ter|quater)| ?[A-D](?![\w]))?,? ?(?:rue|avenue|av\.|ave|boulevard|bd\.?|blvd|place|pl\.|chemin|ch\.|impasse|allées?|quai|route|rte|cours|square|"
    r"passage|sentier|faubourg|ruelle|voie|montée|esplanade|villa|résidence|lotissement|hameau|cité|promenade|rond-point|mail|traverse|clos|parvis|Rue|Avenue|Boulevard|Place|Chemin|Impasse|Allée|Quai|Route|Cours|Square|Passage|RUE|AVENUE)"
    rf" ?(?:(?:de|du|des|la|le|les|à|aux|en|sur|l['’]|d['’])[ ]?){{0,3}}{_CAPS}"
    r"|\b\d{1,4}(?: ?(?:bis|ter))?,? (?i:grande? ?[ '’-] ?rue)\b"
)
# As in Belgium and Switzerland: "Rue de l'Industrie 9, 1950 Sion"
_BE_STREET = rf"\b(?:[Rr]ue|[Aa]venue|[Cc]haussée|[Bb]oulevard|[Cc]hemin|[Rr]oute|[Pp]lace|[Qq]uai|[Aa]llée) (?:(?:de|du|des|la|le|les|l['’]|d['’])[ ]?){{0,3}}{_CAPS},? {_NUMBER}"
_FR_LEAD = r"(?:(?i:résidence|rés\.|résid\.|bâtiment|bât\.?|bat\.?|apt\.?|appt\.?|appartement|immeuble|lotissement|escalier|esc\.) [\wÀ-ÿ '’-]{1,30},[ \n]){0,3}"
_COLOMBIAN = rf"\b(?:Carrera|Calle|Cra|Cl|Kr|Cll|Diagonal|Transversal|Avenida|Av)\.? \d{{1,3}} ?[A-Z]?(?: Bis)? ?(?:#|No\.?|n[º°]\.?) ?\d{{1,3}} ?[A-Z]? ?- ?\d{{1,3}}(?:,? (?:[Aa]pto|[Aa]p|[Ii]nt|[Oo]f|[Pp]iso|[Tt]orre|[Cc]asa)\.? ?\w{{1,4}}){{0,2}}(?:, {_CAPS})?"
_ZH = re.compile(
    r"(?:香港|九龙|九龍|新界|港岛|港島|澳门|澳門){0,2}(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区|自治區))?(?:[\u4e00-\u9fff]{2,7}?(?:市|州|盟|縣|县))?(?:[\u4e00-\u9fff]{1,6}?(?:区|區|县|縣|旗|镇|鎮|乡|鄉|市))?"
    r"(?:[\u4e00-\u9fff]{1,8}?(?:街道|社区|社區|村|里|新村))?"
    r"[\u4e00-\u9fff]{1,8}?(?:路|街|大道|道|巷|弄|胡同|园|園|苑|小区|小區|花园|大街|段)"
    r"(?:[东西南北中東]|[一二三四五六七八九十]{1,3}|\d{1,2})?(?:段|路|街)?(?:\d{1,5}巷)?(?:\d{1,5}弄)?(?:附|之)?\d{1,5}(?:之\d{1,3}|-\d{1,4})?(?:号|號|弄|栋|棟|巷|室)"
    r"(?:[\u4e00-\u9fffA-Za-z0-9]{0,12}?(?:院|广场|廣場|大厦|大廈|中心|商场|大樓|大楼|花园|花園|公寓|小区|小區|座))?"
    r"(?:之[一二三四五六七八九十\d]{1,2})?(?:[A-Za-z]?\d{0,4}[A-Za-z]?(?:号楼|號樓|栋|棟|幢|座|单元|單元|层|層|楼|樓|室|房|户|F)(?:之\d{1,2})?|(?<=单元)\d{2,5}|(?<=單元)\d{2,5}|(?<=楼)\d{2,5}|(?<=樓)\d{2,5}|(?<=栋)\d{2,5}|(?<=[座幢棟室])[A-Za-z]?\d{1,5}|(?<=[号號])B\d{1,2}|(?<=[号號])(?:[甲乙丙丁]|地下|地[庫库鋪铺]|[閣阁][樓楼])){0,6}"
    r"(?:(?:(?![电電手订訂单單联聯快运運的了和跟收是在请請谢謝，])[\u4e00-\u9fff]){0,9}(?:[A-Za-z]?\d|[A-Za-z](?![a-z]))[A-Za-z0-9/-]{0,6}(?:号楼|號樓|[楼樓层層室座栋棟房])?){0,4}"
)
_ZH_LEAD = re.compile(
    r"^.*?(?:改寄到?|在?(?:邻|鄰)居家|寄到|寄去|送到|送去|发到|發到|寄往|住在|搬到|搬去|我住|家住|地址是|地址为|地址為|地址改为|地址改成|改为|改成|改到|换成|位于|位於|在|到|是|往|至|从|從|我家)(?=[\u4e00-\u9fff]{2})"
)
_STREETS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{_EN_STREET}|{_EN_NAMED})(?:{_EN_TOWN})?(?:,? (?:{_UK_CODE}))?",
        rf"{_FR_LEAD}(?:{_FR_STREET})(?:{_EU_TOWN}|{_EN_TOWN})?|{_BE_STREET}{_EU_TOWN}",
        rf"{_DE_STREET}(?:{_EU_TOWN})?",
        rf"{_COLOMBIAN}|{_ES_STREET}(?:{_ES_TOWN})?(?:, {_CAPS})?",
    )
)
# Only near these the readings above are tried: each of them alone takes longer than all the rest.
_STREET_HINT = re.compile(
    r"str(?:asse|aße|eet|\.)|\d the\b|\b(?:st|str|road|rd|avenue|ave?|lane|ln|drive|dr|court|ct|place|pl|boulevard|blvd|bd|way|terrace|close|"
    r"crescent|cres|square|sq|gardens|grove|hill|row|mews|parkway|pkwy|highway|hwy|circle|cir|trail|walk|view|rise|green|quay|quai|"
    r"wharf|loop|alley|parade|esplanade|circuit|heights|park|common|path|point|ridge|bend|run|pike|broadway|box|"
    r"calle|rua|carrer|placa|passeig|avinguda|jiron|jr|avenida|plaza|paseo|camino|carretera|ronda|travesia|glorieta|rambla|via|carrera|calzada|pasaje|urbanizacion|poligono|bulevar|"
    r"cuesta|diagonal|callejon|transversal|avda|pza|ctra|cra|urb|c/|rue|chemin|impasse|allees?|route|rte|cours|passage|sentier|faubourg|"
    r"ruelle|voie|montee|villa|residence|lotissement|hameau|cite|promenade|rond-point|mail|traverse|clos|parvis)\b|\bc/"
    r"|(?:weg|gasse|platz|allee|ring|damm|ufer|steig|pfad|hof|markt|wall|berg|graben|zeile|chaussee|park|brucke|tor|winkel|stieg|kamp|feld|"
    r"anger|garten|rain|halde|terrasse) \d|\b(?:am|an der|an den|auf der|auf dem|im|in der|in den|unter den|zum|zur|bei der|beim) (?:\w+en )?\w+ \d"
)
_TOWN = re.compile(
    rf"(?<![\w-])(?:(?:D|A|CH|F|E)-)?\d{{5}} {_CAPS}(?=[\s.,;!?)]|$)"
    rf"|{_CAPS}, [A-Z]{{2}} \d{{5}}(?:-\d{{4}})?\b|(?:(?:\d{{1,4}}[A-Za-z]? )?(?:{_CAPS}(?:, ?|,?\n)){{0,3}}{_CAPS},?[ \n])?\b[A-Z]{{1,2}}\d[A-Z\d]? \d[A-Z]{{2}}\b"
)
# "Rue du Rhône 65, 1204 Genève": a number, and a postcode and a town behind it, whatever the street
_UNIT = (
    r"(?:,? (?:(?i:principal|piso|planta|bajos?|entlo|ático|esc|puerta|portal|boîte|bte|app?t?|dpto|depto|top|stiege|stg|whg|wohnung|étage|etage|int)\.? ?[\wÀ-ÿ]{0,4}[ºª°]?"
    r"|\d{1,2}\.?[ºª°](?: ?[\wÀ-ÿ]{1,8}\.?){0,2})){0,3}"
)
_NUMBERED = re.compile(
    rf"(?<!\w){_CAPS},? {_NUMBER}{_UNIT}(?:,| [–-]|,?\n) ?(?:(?:D|A|CH|F|E|B|L)-)?(?:[A-Z]\d{{4}}(?:[A-Z]{{3}})?|(?!(?:19|20)\d\d\b)\d{{4,5}}) {_CAPS}"
)
_NUMBERED_HINT = re.compile(r"(?:,| [–-]|\n) ?(?:[a-z]{1,2}-)?[a-z]?\d{4,5}(?:[a-z]{3})? [^\W\d_]")
# "Lange Reihe 5," before a postcode and a town: a street that has no word for it
_BARE_STREET = re.compile(rf"(?<!\w){_CAPS},? \d{{1,5}} ?[A-Za-z]?(?:,|,? ?\n) ?$")
# "Haus Nr. 6, Dorfstraße," before a postcode and a town: short parts of names and numbers
_TOKEN = (
    rf"(?:{_CAP}\.?|\d{{1,4}}[\wºª°/.-]{{0,4}}|(?i:de|del|da|do|di|du|des|la|las|los|le|les|el|y|the|of|nr\.?|no?\.|nave|piso|planta|puerta|local|rue|rte|route|chemin|"
    rf"allée|place|quai|cours|impasse|villa|avenue|boulevard|calle|plaza|bis|ter))"
)
_PARTS = re.compile(rf"(?<![\w'’.-])(?:{_TOKEN}(?: {_TOKEN}){{0,5}}, ?){{1,3}}$")
_PLACED = re.compile(
    r"\d|\b(?i:lieu-dit|haus|hof|gut|schloss|villa|cottage|house|lodge|farm|finca|caserío|polígono|urbanización|domaine|château|mas)\b"
)
_CODE_FIRST = re.compile(r"(?:[A-Z]{1,2}-)?\d{5}")
_BEFORE_TOWN = re.compile(r"(?:^|[,\n] ?|\b(?:in|aus|à|en|nach|from|a|de) )$")
_POSTCODE = re.compile(
    rf"(?i:\b(?:zip(?: ?code)?|post ?code|postal code|plz|postleitzahl|c[óo]digo postal|c\.?p\.?|code postal)\b|邮编|郵遞區號|郵編|邮政编码)(?i:(?: is| ist| es| est|是)?[:：]? ?)((?:{_UK_CODE}|[A-Z]?-?\d{{3,6}}(?:-\d{{4}})?(?!\d)))"
)
_POSTCODE_HINT = re.compile(r"\d{5}|\b[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}\b")
_POSTCODE_WORD = re.compile(
    r"\b(?:zip|post ?code|postal code|plz|postleitzahl|codigo postal|code postal|c\.?p\.?)\b|邮编|邮政编码|邮递区号"
)
_ZH_HINT = re.compile(r"\d(?:之\d{1,3}|-\d{1,4})?(?:号|號|弄|栋|棟|巷|室|幢)")
_LABEL = re.compile(
    r"(?:address|adresse|anschrift|direccion|domicilio|地址)(?: (?:de|for|the|of|fur) [a-z' ]{1,24}?)? ?[:=] ?\n?"
)
_LABELLED_END = re.compile(
    r"[\n。;；!！?？]|[ ,，、](?=[^\s:：,，]{1,12} ?[:：])|(?<=[^\W_]{4})\.(?:\s|$)"
)
_LONGEST = 120
_NEAR_TOWN = re.compile(
    r"\b(?:[a-z]-)?\d{4,5}(?:-\d{4})? [a-z]{3}|[a-z]{2} \d{5}\b|\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b"
    r"|str(?:asse|aße|\.) ?\d|\b(?:calle|c/|rue) "
)
# "Vivo en Gran Vía 45", "liefern Sie an Lange Reihe 5"
_LEAD = re.compile(r"[A-ZÀ-Þ][\w-]* (?:en|an|in) (?=[A-ZÀ-Þ])|(?:de|del|le|la|el|les|du) ")


def postal_addresses(text: str, bare: str) -> Iterator[Personal]:
    """Addresses as they are recognised; `bare` is the text in plain spelling (text/plain.py)."""
    begun: Personal | None = None
    found = list(_found(text, bare))
    near = (text[match.start() : match.end()] for match in _NEAR_TOWN.finditer(bare))
    if any(said.islower() or (said.isupper() and said[-3:].isalpha()) for said in near):
        # "calle mayor 12, 28013 madrid", "HAUPTSTR. 5, 50667 KÖLN"
        for one in _found(with_capitals(text), bare):
            said = text[one.start : one.end]
            if is_one_case(said) and _NEAR_TOWN.search(plain(said)):
                found.append(one)
    for one in sorted(found, key=lambda place: place.start):
        if begun is not None and one.start < begun.end:  # two readings of one address
            begun = Personal(begun.kind, begun.start, max(begun.end, one.end))
            continue
        if begun is not None:
            yield begun
        begun = one
    if begun is not None:
        yield begun


def _found(text: str, bare: str) -> Iterator[Personal]:
    for start, end in _windows(bare, _STREET_HINT, 90, 150):
        part = text[start:end]
        for pattern in _STREETS:
            for match in pattern.finditer(part):
                yield _place(text, start + match.start(), start + match.end())
    for begin, stop in _windows(bare, _NUMBERED_HINT, 80, 48):
        for match in _NUMBERED.finditer(text, begin, stop):
            yield _place(text, *match.span())
    for begin, stop in _windows(bare, _POSTCODE_HINT, 60, 48):
        for match in _TOWN.finditer(text, begin, stop):
            named = not _CODE_FIRST.match(match[0])
            if named or _BEFORE_TOWN.search(text, max(0, match.start() - 6), match.start()):
                street = _BARE_STREET.search(text, max(0, match.start() - 60), match.start())
                parts = _PARTS.search(text, max(0, match.start() - 90), match.start())
                is_placed = parts and (_DIGIT if named else _PLACED).search(parts[0])
                begun = street or (parts if parts and is_placed else match)
                yield _place(text, begun.start(), match.end())
    if _POSTCODE_WORD.search(bare):
        for match in _POSTCODE.finditer(text):
            yield _place(text, *match.span(1))
    for start, end in _windows(bare, _ZH_HINT, 48, 48):
        for match in _ZH.finditer(text[start:end]):
            lead = _ZH_LEAD.match(match[0])
            begin = start + match.start() + (lead.end() if lead else 0)
            yield _place(text, begin, start + match.end())
    yield from _labelled(text, bare)


def _windows(
    bare: str, hint: re.Pattern[str], before: int, behind: int
) -> Iterator[tuple[int, int]]:
    """The stretches of a text around hints in which a number stands."""
    begin = end = -1
    for match in hint.finditer(bare):
        start, stop = max(0, match.start() - before), match.end() + behind
        if start > end:
            if end > 0 and _DIGIT.search(bare, begin, end):
                yield begin, end
            begin = start
        end = stop
    if end > 0 and _DIGIT.search(bare, begin, end):
        yield begin, end


def _labelled(text: str, bare: str) -> Iterator[Personal]:
    """What follows the word *address*, to the end of its line, where a number stands in it."""
    for match in _LABEL.finditer(bare):
        found = _LABELLED_END.search(text, match.end(), match.end() + _LONGEST)
        stop = found.start() if found else min(len(text), match.end() + _LONGEST)
        said = text[match.end() : stop]
        if said.strip() and _DIGIT.search(said) and "@" not in said:
            yield _place(text, match.end(), stop)


def _place(text: str, start: int, end: int) -> Personal:
    """Without the signs at both ends that belong to the sentence."""
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    said = text[start:end]
    start += len(said) - len(said.lstrip(" ,\n"))
    return Personal(PersonalKind.ADDRESS, start, end - len(said) + len(said.rstrip(" .,;\n")))


_DIGIT = re.compile(r"\d")

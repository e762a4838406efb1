"""Whether a person is spoken to by the title of the other sex: `Frau Blum` to Eugen Blum.

A title tells; so does a first name that only women or only men have, and in Chinese a character.
All texts are in plain spelling (text/plain.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_HIS = "mr mister sir herr herrn sr senor don monsieur m".split()
_HERS = "mrs ms miss madam frau sra srta senora senorita dona madame mme mademoiselle mlle".split()
_TITLED = re.compile(
    rf"\b({'|'.join([*_HIS, *_HERS])})\b\.?,? ((?:(?:dr|prof|dra)\.? )?[^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*){{0,3}})"
)
_CHINESE_TITLED = re.compile(r"([\u4e00-\u9fff]{1,4})(先生|女士|小姐|太太|夫人)")
_WORD = re.compile(r"[^\W\d_]+")
_WOMEN = frozenset(
    """mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra
    ashley emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia kathleen
    amy angela anna brenda emma nicole katherine christine debra rachel carolyn janet catherine maria heather diane
    ruth julie olivia joyce virginia victoria lauren martha judith megan alice claire ellen fiona gwen hannah
    harriet imogen isobel joanne lucy moira nora priya rosie sheila siobhan sophie tessa zoe aoife ursula ute petra
    sabine monika gisela ingrid renate heike birgit silke katrin kathrin anja tanja sonja susanne claudia nadine
    melanie jana lena lea mia hanna johanna franziska greta mareike svenja ilona annegret lisbeth roswitha gerlinde
    gertrud hildegard elke antje frauke wiebke jutta margit brigitte beate angelika bettina cornelia daniela doris
    elisabeth erika eva gabriele hannelore heidi helga irmgard karin kerstin luise magdalena marlene martina meike
    nele paula regina rita rosemarie silvia simone steffi stefanie tina ulrike vera veronika waltraud yvonne jule
    jasmin amelie aurelie blandine brigitte capucine cecile celine chantal charlotte chloe christelle clemence
    corinne delphine eloise elodie emilie emmanuelle estelle fabienne florence francoise genevieve helene ines
    isabelle jacqueline jeanne josephine juliette karine laetitia laure leonie lucie madeleine manon margaux
    margot marie marine martine mathilde melanie monique nadege nathalie noemie oceane odile pauline perrine
    rosalie sabrina sandrine severine solange solene stephanie sylvie valerie veronique violette yvette ambre
    beatriz carmen dolores pilar mercedes rosario rocio consuelo isabel raquel ines irene belen luz soledad
    montserrat nuria lourdes angeles maite milagros ximena concepcion esther judit noelia""".split()
)  # fmt: skip
_MEN = frozenset(
    """james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark
    donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary
    nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond
    patrick jack dennis jerry tyler aaron jose henry douglas peter adam nathan zachary walter kyle harold carl
    jeremy keith roger gerald ethan arthur terry owen simon darnell desmond trevor graham nigel neil ian hugh
    oliver harry liam noah oscar victor vincent adrian norman tom tim ben hans peter klaus jurgen uwe bernd dieter
    detlef dirk eugen florian frank friedrich fritz gerd gunther gunter hannes harald heinrich heinz helmut henrik
    herbert hermann holger horst ingo jan jens joachim jochen johannes jonas jorg julian karl karsten konrad kurt
    lars lukas lutz manfred marcel marco mario markus martin mathias matthias max maximilian michael moritz norbert
    olaf oskar otto philipp rainer ralf reinhard rolf rudiger rudolf sebastian stefan steffen sven thilo thomas
    thorben thorsten tobias torsten udo ulrich volker walter werner wilhelm wolfgang alain albert alexandre andre
    antoine arnaud arthur aurelien baptiste benoit bernard bertrand bruno cedric christophe clement corentin cyril
    damien denis didier dorian edouard emile emmanuel etienne fabien fabrice florent francois frederic gael
    gaetan gauthier georges gerard gilles guillaume guy henri herve hugo jacques jerome joel julien laurent leo
    loic louis luc ludovic marc mathieu maurice maxime mehdi nicolas noel olivier pascal philippe pierre quentin
    raphael regis remi remy rene romain sebastien serge stephane sylvain thibault thierry tristan vincent xavier
    yannick yves carlos javier juan luis manuel miguel angel jesus rafael daniel david ivan jorge oscar raul ruben
    ramon hector victor joaquin andres felix tomas martin cesar agustin nicolas baltasar hernan efren german
    inaki julian adrian gabriel samuel ismael borja""".split()
)  # fmt: skip
GIVEN = _WOMEN | _MEN
"""First names that tell a title."""
_SPANISH_WOMAN, _SPANISH_MAN = re.compile(r"\w{3,}a"), re.compile(r"\w{3,}o")
_HER_CHARACTERS = frozenset("婷芳娟燕莉娜娥妍婕媛嫣妮姗娇倩萍莲蓉茵薇琴雯丽妹娴婉婧姿妙")
_HIS_CHARACTERS = frozenset("强刚军勇磊涛雄峰豪彪鹏斌浩铭龙虎武钢炜")


def mistitled(
    bare: str, language: str, requester: str, said: Iterable[str] = ()
) -> list[tuple[int, int]]:
    """Where a text speaks to the requester as one of the other sex.

    `said` are texts of the ticket, which may tell the title as well.
    """
    if not requester:
        return []
    if language.startswith("zh"):
        return list(_chinese(bare, requester))
    own = set(_WORD.findall(requester))
    is_woman = _is_woman(requester, own, [requester, *said], language)
    if is_woman is None:
        return []
    return [
        match.span()
        for match in _TITLED.finditer(bare)
        if (match[1] in _HERS) != is_woman and not own.isdisjoint(_WORD.findall(match[2]))
    ]


def _is_woman(requester: str, own: set[str], said: Iterable[str], language: str) -> bool | None:
    """Whether the requester is a woman; None where nothing tells."""
    for text in said:
        for match in _TITLED.finditer(text):
            if not own.isdisjoint(_WORD.findall(match[2])):
                return match[1] in _HERS
    first = next(iter(_WORD.findall(requester)), "")
    if (first in _WOMEN) != (first in _MEN):
        return first in _WOMEN
    if first in _WOMEN:
        return None  # a name of both
    if language == "es" and _SPANISH_WOMAN.fullmatch(first):
        return True
    return False if language == "es" and _SPANISH_MAN.fullmatch(first) else None


def _chinese(bare: str, requester: str) -> Iterable[tuple[int, int]]:
    own = _CHINESE_TITLED.fullmatch(requester)
    name = own[1] if own else requester
    if own:
        is_woman = own[2] != "先生"
    elif (hers := not _HER_CHARACTERS.isdisjoint(name[1:])) != (
        not _HIS_CHARACTERS.isdisjoint(name[1:])
    ):
        is_woman = hers
    else:
        return
    for match in _CHINESE_TITLED.finditer(bare):
        if match[1].endswith((name, name[0])) and (match[2] != "先生") != is_woman:
            yield match.span()

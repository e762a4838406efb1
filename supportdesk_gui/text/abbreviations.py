"""Words that end in a dot without ending a sentence, for text/sentences.py.

English, Spanish, French and German, as they stand in messages to shops and in their policies.
"""

from __future__ import annotations

import re


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Several dots in one abbreviation. None of them ends a sentence before a capital letter.
DOTTED = "|".join(
    r"[ \xa0\u202f]?".join(re.escape(part) for part in abbreviation.split(" "))
    for abbreviation in (
        # German
        *("z. B.", "Z. B.", "d. h.", "D. h.", "u. a.", "U. a.", "o. ä.", "o. Ä.", "i. d. R."),
        *("s. o.", "s. u.", "u. U.", "z. T.", "z. Zt.", "z. Hd.", "v. a.", "m. E.", "i. A."),
        *("i. V.", "u. ä.", "u. Ä.", "b. z. w.", "z. Z.", "i. S. d.", "i. H. v.", "e. V.", "e. K."),
        # English
        *("e. g.", "E. g.", "i. e.", "I. e.", "U. S. A.", "U. S.", "Ph. D.", "P. O."),
        # Spanish
        *("p. ej.", "P. ej.", "EE. UU.", "P. D.", "c. p.", "a. C.", "S. A. de C. V.", "S. L."),
        # French
        *("p. ex.", "P. ex.", "c.-à-d.", "N. B.", "n. b.", "P. S.", "R. C. S.", "J.-C."),
    )
)

# A name follows.
TITLES = _words(
    """mr mrs ms mx dr dra drs prof profa st ste sr sra srta srs sres dña lic ing mm mme mmes
    mlle mlles mgr me hr hrn fr frl pr rev hon messrs gebr dipl mag"""
)

# Always in the middle of something.
CONTINUING = _words(
    """bzw ca ggf ggfs inkl exkl evtl zzgl bspw sog vgl gem lt abzgl einschl insb insbes entspr
    bsp zb dh betr bez vs cf viz ej resp incl excl approx aprox aprx env ie eg nr nos núm nro
    nº gez geb gegr mind verh vorauss voraus stellv tel telf tlf tél fam fa kto"""
)

# In the middle of something where a number follows.
BEFORE_NUMBERS = _words(
    """no num nos pp pág págs pag art arts abs ziff kap vol fig figs cap sec ch ext apt apdo dpto
    bd bld blvd av avda ave rue rd ste bldg lot ref réf réfs rf pos ord inv id
    jan feb febr mar apr jun jul aug sep sept oct nov dec janv févr avr juil déc ene abr ago dic
    jän mrz okt dez mon tue wed thu fri sat sun lun mié jue vie sáb dom"""
)

# Ends a sentence where a capital letter follows.
ENDING_OR_NOT = _words(
    """etc usw uvm uswf ud uds vd vds inc ltd corp co cía cia bros jr dept dpt est gmbh ag mio mrd
    std stk stck pers kg km cm mm abt dto ff"""
)

# What a single capital letter names: "size M. Please", "plan B. Then".
COUNTED_THINGS = _words(
    """size sizes größe groesse gr taille talla tamaño plan option opción variante variant modell
    model modelo modèle typ type tipo class klasse clase classe vitamin version series serie série
    terminal gate block and or y o et ou und oder point punkt punto letter buchstabe"""
)

GERMAN_BEFORE_ORDINALS = _words(
    """der die das den dem des am im zum zur vom beim ab bis seit ein eine einen einem einer jeder
    jede jedes jeden unser unsere unseren mein meine meinen ihr ihre ihren dieser diese dieses
    diesen kein keine und"""
)

GERMAN_MONTHS = re.compile(
    r"(?:Jan|Jän|Feb|Mär|Mrz|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-zäöü]*\b"
)

_VOWEL = re.compile("[aeiouyàâäáãéèêëíìîïóòôöõúùûüœæ]")
_CLIPPED_END = re.compile("[bdfghkprstz]l$")


def is_clipped(word: str) -> bool:
    """Whether a lower-case `word` before a dot looks cut off: "monatl.", "Stk.", "bsp."."""
    return not _VOWEL.search(word) or (len(word) > 4 and bool(_CLIPPED_END.search(word)))

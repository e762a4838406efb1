"""Months as customers write them behind the day: `12 listopada 2026`, `١٢ نوفمبر ٢٠٢٦`.

The sources are the calendars of Unicode's CLDR, in the case that stands in a date. Croatian is
left out: some of its names are other months in Polish.
"""

from __future__ import annotations

_AT_HOME = (
    "january jan januar enero janvier;february feb februar febrero février;"
    "march mar märz marzo mars;april apr abril avril;may mai mayo;june jun juni junio juin;"
    "july jul juli julio juillet;august aug agosto août;september sep sept septiembre septembre;"
    "october oct oktober okt octubre octobre;november nov noviembre novembre;"
    "december dec dezember dez diciembre décembre"
)
_OTHERS = (
    # Portuguese, Italian, Dutch, Swedish, Danish, Norwegian, Indonesian, Romanian
    "janeiro gennaio januari ianuarie;fevereiro febbraio februari februarie;março maart marts maret martie;"
    "aprile aprilie;maio maggio mei maj;junho giugno iunie;julho luglio iulie;augustus augusti agustus;"
    "setembro settembre septembrie;outubro ottobre octombrie;novembro noiembrie;dezembro dicembre desember decembrie",
    # Polish, Czech, Slovak, Turkish, Finnish
    "stycznia ledna januára ocak tammikuuta;lutego února februára şubat subat helmikuuta;"
    "marca března mart maaliskuuta;kwietnia dubna apríla nisan huhtikuuta;maja května mája mayıs mayis toukokuuta;"
    "czerwca června júna haziran kesäkuuta;lipca července júla temmuz heinäkuuta;"
    "sierpnia srpna augusta ağustos agustos elokuuta;września září septembra eylül eylul syyskuuta;"
    "października października října októbra ekim lokakuuta;listopada listopadu novembra kasım kasim marraskuuta;"
    "grudnia prosince decembra aralık aralik joulukuuta",
    # Russian, Ukrainian, Bulgarian, Greek
    "января січня януари ιανουαρίου;февраля лютого февруари φεβρουαρίου;марта березня март μαρτίου;"
    "апреля квітня април απριλίου;мая травня май μαΐου;июня червня юни ιουνίου;июля липня юли ιουλίου;"
    "августа серпня август αυγούστου;сентября вересня септември σεπτεμβρίου;октября жовтня октомври οκτωβρίου;"
    "ноября листопада ноември νοεμβρίου;декабря грудня декември δεκεμβρίου",
    # Arabic, as in Egypt and the Gulf, in the Levant and in the Maghreb
    "يناير كانون·الثاني جانفي;فبراير شباط فيفري;مارس آذار اذار;أبريل ابريل إبريل نيسان أفريل;مايو أيار ايار ماي;"
    "يونيو حزيران جوان;يوليو تموز جويلية;أغسطس اغسطس آب أوت;سبتمبر أيلول ايلول;أكتوبر اكتوبر تشرين·الأول;"
    "نوفمبر تشرين·الثاني;ديسمبر كانون·الأول",
    # Hebrew, Hindi, Thai
    "ינואר जनवरी มกราคม ม.ค.;פברואר फरवरी फ़रवरी กุมภาพันธ์ ก.พ.;מרץ मार्च มีนาคม มี.ค.;אפריל अप्रैल เมษายน เม.ย.;"
    "מאי मई พฤษภาคม พ.ค.;יוני जून มิถุนายน มิ.ย.;יולי जुलाई กรกฎาคม ก.ค.;אוגוסט अगस्त สิงหาคม ส.ค.;"
    "ספטמבר सितंबर सितम्बर กันยายน ก.ย.;אוקטובר अक्टूबर अक्तूबर ตุลาคม ต.ค.;נובמבר नवंबर नवम्बर พฤศจิกายน พ.ย.;"
    "דצמבר दिसंबर दिसम्बर ธันวาคม ธ.ค.",
)
_HUNGARIAN = "január;február;március;április;május;június;július;augusztus;szeptember;október;;"
_SHORT = (
    "gen ene fev led sty oca янв січ;lut úno şub фев февр лют;bře mrt мар бер;abr kwi dub апр квіт;"
    "mag kvě трав;giu cze čvn haz июн черв;lug lip tem июл лип;ago sie srp ağu авг серп;"
    "set wrz zář eyl сен сент вер;out ott paź říj eki окт жовт;lis kas ноя нояб лист;dic gru pro ara дек груд"
)


def _numbered(*tables: str) -> dict[str, int]:
    return {
        name.replace("·", " "): number
        for table in tables
        for number, names in enumerate(table.split(";"), 1)
        for name in names.split()
    }


BEFORE_DAY = _numbered(_AT_HOME, _HUNGARIAN)
"""Small names with their numbers, of languages that write the day behind them too."""
BEHIND_DAY = BEFORE_DAY | _numbered(*_OTHERS)
"""Those that stand behind a day."""
WITH_YEAR = _numbered(_SHORT)
"""Abbreviations that are other words too, where no year follows."""

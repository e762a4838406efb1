"""What the months are called, in full and in short, in the languages of exports."""

from __future__ import annotations

# Where languages fall out (*listopad* is October in Zagreb and November in Prague) the larger has it.
_NAMES = (
    "jan ene janv januar january enero janvier januari gen gennaio janeiro jänner января январь янв "
    "stycznia styczeń sty ocak oca ledna leden tammikuuta tammikuu січня січень ιανουαρίου يناير",
    "feb fév févr februar february febrero février februari fevereiro fev febbraio февраля февраль фев "
    "lutego luty lut şubat şub února únor helmikuuta helmikuu лютого лютий φεβρουαρίου فبراير",
    "mar mär mars märz march marzo mrz março maart mrt marts марта март мар "
    "marca marzec mart března březen maaliskuuta maaliskuu березня березень μαρτίου مارس",
    "apr abr avr april abril avril aprile апреля апрель апр "
    "kwietnia kwiecień kwi nisan nis dubna duben huhtikuuta huhtikuu квітня квітень απριλίου أبريل",
    "may mai mayo maio mag maggio mei maj мая май "
    "maja mayıs května květen toukokuuta toukokuu травня травень μαΐου مايو",
    "jun juin juni june junio junho giu giugno июня июнь июн "
    "czerwca czerwiec cze haziran haz června červen kesäkuuta kesäkuu червня червень ιουνίου يونيو",
    "jul juil juli july julio juillet julho lug luglio июля июль июл "
    "lipca lipiec lip temmuz tem července červenec heinäkuuta heinäkuu липня липень ιουλίου يوليو",
    "aug ago août aou august agosto augustus augusti августа август авг "
    "sierpnia sierpień sie ağustos ağu srpna srpen elokuuta elokuu серпня серпень αυγούστου أغسطس",
    "sep sept september septiembre septembre set setembro settembre сентября сентябрь сен сент "
    "września wrzesień wrz eylül eyl září syyskuuta syyskuu вересня вересень σεπτεμβρίου سبتمبر",
    "oct okt oktober october octubre octobre out outubro ott ottobre октября октябрь окт "
    "października październik paź ekim eki října říjen lokakuuta lokakuu жовтня жовтень οκτωβρίου أكتوبر",
    "nov november noviembre novembre novembro ноября ноябрь ноя нояб "
    "listopada listopad lis kasım kas marraskuuta marraskuu листопада νοεμβρίου نوفمبر",
    "dec dez dic déc december dezember diciembre décembre dezembro dicembre декабря декабрь дек "
    "grudnia grudzień gru aralık ara prosince prosinec joulukuuta joulukuu грудня грудень δεκεμβρίου ديسمبر",
)
_MORE_NAMES = (
    "ianuarie sausio sausis január ιαν ינואר בינואר januari",
    "februarie vasario február febr φεβ פברואר בפברואר februari",
    "martie kovo március márc μαρ מרץ מרס במרץ במרס maret",
    "aprilie balandžio április ápr απρ אפריל באפריל",
    "gegužės május máj μαι μαΐ מאי במאי",
    "iunie birželio június jún ιουν יוני ביוני juni",
    "iulie liepos július júl ιουλ יולי ביולי",
    "augusztus rugpjūčio αυγ אוגוסט באוגוסט agustus",
    "septembrie rugsėjo szeptember szept σεπ ספטמבר בספטמבר",
    "octombrie spalio október οκτ אוקטובר באוקטובר",
    "noiembrie lapkričio νοε נובמבר בנובמבר",
    "decembrie gruodžio δεκ דצמבר בדצמבר desember",
)
_MONTHS = {
    name: number
    for all_names in (_MORE_NAMES, _NAMES)
    for number, names in enumerate(all_names, 1)
    for name in names.split()
}


_ALSO_WORDS = frozenset("sie lip lis haz ara kas gru oca cze nis maj wrz".split())
"""Too short to be a month without its year: *24. Sie haben*, *3 lis*."""


def month_named(word: str, *, has_year: bool) -> int:
    """1 to 12, or 0 for what is no month."""
    name = word.lower()
    return 0 if name in _ALSO_WORDS and not has_year else _MONTHS.get(name, 0)

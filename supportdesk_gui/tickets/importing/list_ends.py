"""Rows that are about the list and no ticket of it: sums, counts, who made it when, its end."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SUMS = (
    "total|totals|grand total|sub ?total|sum|count|total tickets|total rows|total records|"
    "ticket count|summe|gesamt|gesamtsumme|zwischensumme|insgesamt|anzahl|total general|suma|suma total|"
    "recuento|somme|total général|nombre|totale|totale generale|somma|totaal|som|aantal|soma|total geral|"
    "quantidade|合计|总计|小计|共计|总数|合計|總計|小計|共計|總數|総計|総数|합계|총계|총합|소계|итого|всего|сумма|"
    "razem|łącznie|toplam|genel toplam|celkem|spolu|yhteensä|summa|totalt|i alt|összesen|"
    'σύνολο|المجموع|סה"כ|tổng|tổng cộng|jumlah|รวม'
)
_THINGS = (
    r"rows?|row\(s\)|records?|record\(s\)|tickets?|results?|entries|items?|lines?|conversations?|issues?|cases?|"
    r"zeilen|datensätze|einträge|filas|registros|resultados|lignes|résultats|righe|risultati|linhas|"
    r"regels|rijen|resultaten|строк[аи]?|записей|записи|行|条|條|条记录|條記錄|筆|件|건|개|rekordów|wierszy"
)
_ENDS = re.compile(
    rf"(?:{_SUMS})\s*(?:\([^()]*\))?\s*(?:[:：=]?\s*[\d.,\s]*(?:{_THINGS})?)?"
    rf"|[(\[（]?\s*(?:共|total(?: of)?|found|showing|insgesamt)?\s*\d[\d.,]*\s*(?:{_THINGS})"
    r"(?:\s*(?:selected|affected|returned|found|exported|total|in set.*|ausgewählt|gefunden|记录|記錄|工单|工單))?\s*[)\]）.。]?"
    r"|(?:this )?(?:report|export|file|list|data)?\s*(?:was |run )?(?:auto-?)?(?:generated|exported|produced|"
    r"downloaded|printed|run|powered|prepared) (?:automatically )?(?:by|on|at|from|with|using|for)\b.*"
    r"|(?:report |export |file )?created (?:on|at|with|using)\b.*"
    r"|(?:bericht |export )?(?:erstellt|exportiert|erzeugt|generiert) (?:von|am|mit|durch|um)\b.*"
    r"|(?:informe |reporte )?(?:generado|exportado|creado) (?:por|el|con|a las)\b.*"
    r"|(?:rapport )?(?:généré|exporté|créé)e? (?:par|le|avec|à)\b.*"
    r"|(?:relatório )?(?:gerado|exportado|criado) (?:por|em|com|às)\b.*"
    r"|(?:generato|esportato|creato) (?:da|il|con|alle)\b.*|(?:gegenereerd|geëxporteerd) (?:door|op|met)\b.*"
    r"|(?:сформирован|создан|экспортирован|выгружен)[оа]?\b.*|(?:wygenerowano|wyeksportowano)\b.*"
    r"|(?:报表|报告|數據|数据|文件|報表|報告)?(?:生成|导出|匯出|导出的|制表|製表|出力|エクスポート)(?:时间|時間|日期|人|者|于|於|日時|自)\s*[:：]?.*"
    r"|由.{1,40}(?:生成|导出|匯出|產生)|(?:applied filters|filters?|angewendete filter)\s*:.*"
    r"|\W*(?:end of (?:file|report|export|data|list|document)|eof|ende|ende des berichts|fin|fin del informe|"
    r"fin du rapport|fine|以上|结束|結束|報表結束|终|終)\W*"
    r"|(?:page|seite|página|pagina|strona|страница|第)\s*\d+\s*(?:(?:of|von|de|di|sur|van|из|z|/|页|頁|ページ).{0,12})?"
    r"|(?:©|\(c\)|copyright\b).*|[-=*_+|~\s]{3,}",
    re.IGNORECASE | re.DOTALL,
)
_MEAN = (
    r"average|avg\.?|mean|median|durchschnitt|mittelwert|promedio|moyenne|média|media|gemiddelde|średnia|"
    r"ortalama|среднее|平均值?|평균"
)
_MEAN_ALONE = re.compile(rf"(?:{_MEAN}|grand (?:count|average))\W*", re.IGNORECASE)
_MEANS = re.compile(rf"(?:{_MEAN})\b.{{0,60}}|(?:\w+ ){{1,3}}(?:count|total|anzahl)", re.IGNORECASE)
_UNITS = frozenset("h hr hrs hour hours m min mins minute minutes s sec secs d day days".split())
_WORD = re.compile(r"[^\W\d_]+")
_NO_WORD = re.compile(r"[\W\d_]*(?:=.*)?")
_LONGEST = 500
SUM_WORDS = frozenset(
    case for word in _SUMS.replace("sub ?total", "subtotal").split("|")
    for bare in (word, word.upper(), word.capitalize(), word.title())
    for case in (bare, f"{bare}:", f"{bare}：")
)  # fmt: skip
"""First cells that make a row worth a second look."""


def ends_list(cells: Sequence[str]) -> bool:
    """Whether a row says something about the whole list: its first words do, and beside them are at
    most numbers and times."""
    told = [text for cell in cells if (text := cell.strip().strip('"'))]
    if not told or len(told[0]) > _LONGEST or not _ENDS.fullmatch(told[0]):
        return False
    return all(_NO_WORD.fullmatch(one[:_LONGEST]) for one in told[1:])


def is_average(cells: Sequence[str], *, alone: bool) -> bool:
    """Whether a row is an average or a count of some rows: with a word for that `alone`, or among others,
    and nothing but figures beside it."""
    told = [text for cell in cells if (text := cell.strip().strip('"'))]
    if not told or not (_MEAN_ALONE if alone else _MEANS).fullmatch(told[0][:_LONGEST]):
        return False
    return _UNITS.issuperset(
        word for one in told[1:] for word in _WORD.findall(one[:_LONGEST].lower())
    )

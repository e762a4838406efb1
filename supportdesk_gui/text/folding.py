"""Quoted history and signatures in a message, as spans over its text, in many languages.

Nothing is cut away: the window folds the spans and can show them. A message is never folded
whole, for what looks like nothing but quotation may be all there is.
"""

from __future__ import annotations

import re

_WROTE = (
    r"wrote|escribió|escribio|a écrit|ecrit|schrieb|schreef|skrev|ha scritto|escreveu|napisał(?:\(a\))?|"
    r"kirjoitti|写道|寫道|さんは書きました|작성"
)
_INTRODUCTION = re.compile(
    rf"^(?:(?:On|El|Le|Am|Il|Em|Op|Den|Dnia|W dniu|Il giorno|在|于|於)\b[^\n]{{0,200}}(?:\n[^\n]{{0,120}})?)?"
    rf"[^\n]{{0,160}}(?:{_WROTE})[^\n]{{0,80}}[:：]\s*$",
    re.MULTILINE | re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"^\s*[-_]{2,}\s*(?:Original Message|Forwarded message|Mensaje original|Message d'origine|"
    r"Message transféré|Ursprüngliche Nachricht|Weitergeleitete Nachricht|Mensagem original|"
    r"Messaggio originale|Oorspronkelijk bericht|原始邮件|原始郵件|转发的邮件|轉寄郵件)\s*[-_]{2,}\s*$",
    re.MULTILINE | re.IGNORECASE,
)
_FROM = r"From|De|Von|Van|Da|Fra|Från|Od|发件人|寄件者|寄件人|差出人|보낸 사람"
_SENT = (
    r"Sent|Date|To|Subject|Enviado(?: el)?|Fecha|Para|Asunto|Envoyé|À|Objet|Gesendet|Datum|An|"
    r"Betreff|Inviato|Verzonden|Sendt|Skickat|发送时间|收件人|主题|傳送時間|收件者|主旨|日期|送信日時|宛先|件名"
)
_HEADERS = re.compile(
    rf"^\*?(?:{_FROM})\s*[:：]\*?[^\n]*\n(?:[^\n]*\n)?\*?(?:{_SENT})\s*[:：]", re.MULTILINE
)
_SIGNATURE = re.compile(r"^(?:-- ?|—|__+)\s*$", re.MULTILINE)
_SENT_FROM = re.compile(
    r"^\s*(?:Sent from my |Get Outlook for |Enviado desde mi |Envoyé de mon |Envoyé depuis |"
    r"Von meinem |Gesendet von meinem |Inviato da |Enviado do meu |Verzonden vanaf |发自我的|從我的|傳送自|iPhoneから送信)"
    r"[^\n]{0,60}$",
    re.MULTILINE | re.IGNORECASE,
)
_CHEAP = re.compile(
    r"^>|wrote|escribi|crit|schrie|skrev|scritto|escreveu|写道|寫道|^-- ?$|^[-_—]{2}|"
    r"^\*?(?:From|De|Von|Van|Da|Fra|Från|Od|发件人|寄件|差出人|보낸)|Sent from|Outlook for|"
    r"Enviado|Envoy|Gesendet|Von meinem|Verzonden|发自|從我的|傳送自|から送信",
    re.MULTILINE | re.IGNORECASE,
)


def folded_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The (start, end) spans of quoted history and signature, in order, not overlapping."""
    if not _CHEAP.search(text):
        return ()
    spans = [*_to_the_end(text), *_quoted_lines(text)]
    merged = _merged(sorted(spans))
    kept = "".join(_between(text, merged))
    return tuple(merged) if kept.strip() else ()


def _to_the_end(text: str) -> list[tuple[int, int]]:
    """What begins a history or a signature that goes on to the end of the message."""
    starts = []
    for pattern in (_ORIGINAL, _HEADERS):
        found = pattern.search(text)
        if found and text[: found.start()].strip():
            starts.append(found.start())
    for found in _INTRODUCTION.finditer(text):
        following = text[found.end() :].lstrip()
        if text[: found.start()].strip() and (following.startswith(">") or not _answers(following)):
            starts.append(found.start())
            break
    for found in _SIGNATURE.finditer(text):
        rest = text[found.end() :]
        if text[: found.start()].strip() and rest.count("\n") <= 12:
            starts.append(found.start())
            break
    spans = [(min(starts), len(text))] if starts else []
    return spans + [found.span() for found in _SENT_FROM.finditer(text)]


def _answers(text: str) -> bool:
    """Whether words of the writer stand between or under the quotation."""
    lines = [line for line in text.split("\n") if line.strip()]
    quoted = sum(line.lstrip().startswith(">") for line in lines)
    return 0 < quoted < len(lines)


def _quoted_lines(text: str) -> list[tuple[int, int]]:
    spans = []
    at = 0
    for line in text.splitlines(keepends=True):
        if line.lstrip().startswith(">"):
            spans.append((at, at + len(line)))
        at += len(line)
    introductions = [found.span() for found in _INTRODUCTION.finditer(text)]
    starts = {start for start, _ in spans}
    for start, end in introductions:
        after = end + len(text[end:]) - len(text[end:].lstrip())
        if after in starts:
            spans.append((start, after))
    return spans


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _between(text: str, spans: list[tuple[int, int]]) -> list[str]:
    pieces, at = [], 0
    for start, end in spans:
        pieces.append(text[at:start])
        at = end
    pieces.append(text[at:])
    return pieces

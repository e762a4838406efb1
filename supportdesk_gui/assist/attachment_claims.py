"""Whether a sentence of a draft says that something is attached to it, in six languages.

The customer's own attachments, and what is attached to a lamp or lies in a parcel, are none of
that. Patterns over single sentences in plain spelling (text/plain.py): Chinese is simplified there.
"""

from __future__ import annotations

import re

from supportdesk_gui.text.plain import plain

_MAIL = r"(?:e-?mail|mail|message|reply|letter)"
_PICTURE = r"(?:photos?|pictures?|images?|videos?|screenshots?|pics?)"
# The writer does it, or the reader is to look at it: "Please find attached" asks for nothing.
_OURS = re.compile(
    r"\b(?:i|we)(?:'m|'ve|'ll| am| are| have| will)?(?: also| now| just| already)* (?:attach(?:ed|ing)?|"
    r"enclos(?:e|ed|ing))\b"
    rf"|\b(?:i|we)\b.{{0,20}}\binclud(?:e|ed|ing)\b.{{1,40}}\b(?:with|in|to) (?:this|the) {_MAIL}"
    r"|\b(?:find|see|use|print|check|read|sign|fill (?:in|out)) (?:(?!you)\w+ ){0,4}(?:attached|enclosed|attachment)\b"
    rf"|\bas an attachment\b|\bin the attach(?:ment\b|ed\b)|\battached to this {_MAIL}|^\W*pfa\b"
    r"|\b(?:le|les|te|os|se l[oa]s?) adjunt(?:o|amos)\b|\b(?:he|hemos) adjuntado\b|^\W*adjunt(?:o|amos)\b|"
    r"\badjunto (?:encontrar\w+|le|les|te)\b|\b(?:en el|como|en un)(?: archivo| documento)? adjunto\b"
    r"|\b(?:je|nous)(?: vous| te)? (?:joins|joignons|ai joint|avons joint)\b|\ben (?:pj|annexe)\b|"
    r"\b(?:trouve\w*|voir|consulte\w*)\b.{0,40}(?:ci-?joint|piece jointe)"
    r"|\b(?:hange|wir hangen|fuge|wir fugen)\b.{0,60}\b(?:an|bei)\b|\b(?:wir haben|ich habe|habe ich|haben wir)\b"
    r".{0,60}\b(?:angehangt|beigefugt|beigelegt)|\bliegt? (?:dieser|der) (?:e-?mail|mail|nachricht) bei\b"
    r"|\b(?:finden|beachten|verwenden|nutzen|drucken) sie\b.{0,40}\b(?:anbei|im anhang|beigefugte|angehangte)"
    r"|请(?:见|看|查看|查收|参阅|使用|打印|填写).{0,8}(?:附上|附件|随附)"
    r"|附(?:在|于)(?:本|这|此)?封?(?:邮件|信|消息)|(?:放|列)?在附件"
)
_SAYS = re.compile(
    r"\b(?:attached|enclosed|in the attachment|adjunt[oa]s?\b|ci-?jointe?s?|en piece jointe|"
    r"im anhang|anbei|beigefugt|angehangt)|附件|随附|随信附|附上"
)
_THEIRS = re.compile(
    r"\b(?:you(?:'ve| have)? (?:kindly )?(?:attached|enclosed|sent|shared)|your attach|attached by you|"
    rf"to your {_MAIL}|(?:attached|enclosed) {_PICTURE}|{_PICTURE} (?:attached|enclosed)|"
    r"(?:ha|has|ha(?:beis)|nos) adjunt|que adjunt|(?:foto|imagen|imagenes|video|captura)\w* adjunt|"
    r"(?:vous avez|tu as|votre|vos) (?:joint|piece)|(?:photo|image|video|capture)\w*(?: \w+)? (?:ci-?)?joint|"
    r"(?:photo|image|video)\w* en piece|a votre (?:message|mail|e-?mail)|"
    r"(?:sie|du)\b.{0,40}(?:angehangt|beigefugt)|anhang ihrer|(?:ihr|dein)(?:e[nrms]?)? anhang|"
    r"(?:angehangte|beigefugte)[snmr]? (?:foto|bild|video)|(?:foto|bild|video)\w* (?:im anhang|anbei)|"
    r"thank|received|gracias|recibi|merci|recu\b|dank|erhalten)"
    r"|[您你].{0,12}(?:附|发来|提供|上传)|感谢|谢谢|收到"
)
# A part of a product, or in a parcel.
_PHYSICAL = re.compile(
    rf"\b(?:attached|fixed) (?:\w+ )?(?:to|with) (?!this {_MAIL}|the {_MAIL})|\benclosed (?:in|with) (?:the|your|a|each) "
    r"(?:\w+ )?(?:bag|box|parcel|package|carton|product|lamp|set|delivery)|\badjunt[oa]s? (?:al?|en) (?:la |el |su )?"
    r"(?!est[ae] |present|mensaje|correo)|\b(?:paket|karton|lieferung|sendung|schraube\w*|haken|rahmen|beutel|wand)\b"
    r"|\b(?:parcel|package) (?:that|which)|\b(?:colis|carton|sachet)\b|\b(?:paquete|caja|bolsa)\b"
    r"|包裹|箱(?:子|内|里)|(?:缺少|缺失|少了?|补寄|补发|漏发|产品|商品|安装|配套)的?.{0,6}附件"
)
_ASKS = re.compile(
    r"[?？]\s*$|\b(?:please|kindly|bitte|veuillez|merci de|por favor)\b.{0,40}\b(?:attach\b|hangen|fugen|joindre|adjunt[ea]r?\b)"
    r"|\b(?:reply|respond|write|antwort\w*|responda|repondez)\b.{0,30}\b(?:with|mit|con|avec)\b|^\W*(?:joignez|adjunte)\b"
    r"|(?:请|麻烦|烦请).{0,6}附上"
)


def says_attached(sentence: str) -> bool:
    """Whether the sentence says that something is attached to the reply."""
    bare = plain(sentence)
    if _PHYSICAL.search(bare):
        return False
    if _OURS.search(bare):
        return True
    return bool(_SAYS.search(bare) and not _THEIRS.search(bare) and not _ASKS.search(bare))

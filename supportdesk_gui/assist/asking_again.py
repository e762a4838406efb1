"""What a draft asks a customer for, and what it says is attached, in six languages.

Patterns over single sentences in plain spelling (text/plain.py): Chinese is simplified there.
"""

from __future__ import annotations

import re
from enum import StrEnum

from supportdesk_gui.text.plain import plain
from supportdesk_gui.text.references import references
from supportdesk_gui.tickets.ticket import Attachment, Role, Ticket


class Item(StrEnum):
    """What customers are asked for."""

    ORDER_NUMBER = "order number"
    PHOTO = "photo"
    EMAIL = "e-mail"
    ADDRESS = "address"
    RECEIPT = "receipt"
    VIDEO = "video"


_ASKS = re.compile(
    r"[?？]\s*$|\b(?:(?:please|kindly|could you|can you|would you)\b.{0,40}\b(?:send|share|provide|tell"
    r"|give|let|attach(?!ed|ment)|reply|include|forward)|send us|let us (?:know|have)|tell us|share|provide us"
    r"|we (?:still )?need your|we (?:would|will|'ll) need|what is your)"
    r"|\b(?:bitte|konnen sie|konnten sie|kannst du|konntest du)\b.{0,80}\b(?:send|schick|teil|nenn|gib|"
    r"geben|ubermittel|mail|mitteil|zusend|angeben|hangen?\b|laden?\b)|\b(?:schicken|senden|nennen|teilen|geben) sie uns"
    r"|\bwir (?:benotigen|brauchen)\b"
    r"|\b(?:envi(?:e|a|ar)(?:nos|me)?\b|mand(?:e|a|ar)(?:nos)?\b|envienos|indi(?:que|ca|car)(?:nos)?\b|"
    r"facilit(?:e|ar)|compart(?:a|e|ir)\b|diganos|dinos|proporcion|adjunt(?:e|ar)(?:nos)?\b|necesitamos)"
    r"|\b(?:envoye[rz]|transmett|communique[rz]|indique[rz]|precise[rz]|fournir|fournissez|donne[rz]|joindre"
    r"|joignez|avons besoin)"
    r"|(?:请|麻烦|烦请|能否|可否|方便).{0,30}(?:提供|告知|告诉|发|发送|回复|附上|上传|补充|寄)|需要您"
)
# "If a photo is still missing, send it" asks nobody who has sent one.
_IF_MISSING = re.compile(
    r"^\W*(?:if|in case|si|falls|wenn|sofern|solltest?|sollten)\b|^\W*(?:如果|若|如)"
)
_ITEMS = {
    Item.ORDER_NUMBER: re.compile(
        r"\b(?:order (?:number|no\b|id\b|reference)|number of (?:your|the) order|bestellnummer|"
        r"auftragsnummer|numero (?:de|del) (?:tu |su |la )?(?:pedido|orden|commande)|"
        r"numero de (?:votre |ta |la )?commande)|订单号|订单编号"
    ),
    Item.PHOTO: re.compile(
        r"\b(?:photo|picture|image of|foto|bild(?:er)?\b|imagen|imagenes|cliche)|照片|图片|相片"
    ),
    Item.EMAIL: re.compile(
        r"\b(?:e-?mail address|your e-?mail|e-?mail-?adresse|ihre e-?mail|deine e-?mail|"
        r"direccion de correo|direccion de e-?mail|(?:su|tu) (?:correo|e-?mail)|adresse (?:e-?mail|mail|"
        r"electronique|de courriel)|votre (?:e-?mail|courriel|mail)|ton (?:e-?mail|mail))|邮箱|电子邮件地址|邮件地址"
    ),
    Item.ADDRESS: re.compile(
        r"\b(?:(?:delivery|shipping|postal|full|home|complete|exact|your) address|"
        r"(?:liefer|versand|post)?(?:adresse|anschrift)\b|direccion\b(?! de (?:correo|e-?mail))|"
        r"adresse (?:de livraison|postale|complete|exacte)|votre adresse\b(?! (?:e-?mail|mail|elec|de cour)))"
        r"|(?:收货|收件|详细|您的|邮寄|配送)地址"
    ),
    Item.RECEIPT: re.compile(
        r"\b(?:receipt|invoice(?! n)|proof of purchase|rechnung|kassenbon|kaufbeleg|quittung|"
        r"(?<!numero de )(?<!numero de la )factura|recibo|tique|comprobante de compra|"
        r"(?<!numero de )facture|ticket de caisse|preuve d'achat)\b|发票(?!号|编号)|收据|小票|购买凭证"
    ),
    Item.VIDEO: re.compile(r"\bvideos?\b|视频"),
}
_MAIL_ADDRESS = re.compile(r"e-?mail-?adresse|adresse e-?mail")
_IMAGES = (".jpg", ".jpeg", ".png", ".gif", ".heic", ".webp", ".bmp", ".tif", ".tiff")
_VIDEOS = (".mp4", ".mov", ".m4v", ".webm", ".avi", ".3gp", ".mkv")
_RECEIPT_FILE = re.compile(
    r"invoice|receipt|rechnung|kassenbon|beleg|quittung|factura|recibo|tique|facture|发票|收据|小票"
)
_ATTACH_WORD = re.compile(
    r"\b(?:attach|enclos|adjunt|ci-?joint|piece jointe|pieces jointes|joins|joint|anhang|anbei|beigefug"
    r"|angehang|fuge|hange)|附件|附上|随附|如图"
)
_SAYS_ATTACHED = re.compile(
    r"\b(?:attached|enclosed|in the attachment|adjunt[oa]s?\b|adjuntamos|ci-?joint|en piece jointe|"
    r"en annexe|im anhang|anbei|beigefugt|angehangt)|附件|随附|随信附|附上"
)
# "Please find attached" asks for nothing.
_OURS = re.compile(
    r"\b(?:find|see|use|print|check|read|sign|fill (?:in|out)) (?:(?!you)\w+ ){0,4}(?:attached|enclosed)\b"
    r"|\b(?:finden|beachten|verwenden|nutzen|drucken) sie\b.{0,30}\b(?:anbei|im anhang|beigefugte|angehangte)"
    r"|请(?:见|看|查看|查收|参阅|使用|打印|填写).{0,8}(?:附上|附件|随附)"
)
_THEIRS = re.compile(
    r"\b(?:you(?:'ve| have)? (?:kindly )?(?:attached|enclosed|sent|shared)|your attach|attached by you|"
    r"(?:ha|has|ha(?:beis)|nos) adjunt|que adjunt|(?:vous avez|tu as|votre|vos) (?:joint|piece)|"
    r"(?:sie|du)\b.{0,40}(?:angehangt|beigefugt)|anhang ihrer|(?:ihr|dein)(?:e[nrms]?)? anhang)"
    r"|[您你].{0,12}(?:附|发来|提供|上传)"
)
_STREET = re.compile(
    r"\b(?:street|st\.|road|rd\.|avenue|ave\.?|lane|drive|calle|avenida|avda\.?|plaza|rue|boulevard|"
    r"impasse|chemin|\w*(?:strasse|straße|str\.|weg|platz|gasse|allee))(?!\w)|[路街巷弄].{0,8}\d+号"
)
_POSTAL = re.compile(r"\b\d{4,6}\b|\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b|\d+号")


def asked_for(sentence: str) -> tuple[Item, ...]:
    """What the sentence of a draft asks the customer for; nothing for one that does not ask."""
    bare = plain(sentence)
    if not _ASKS.search(bare):
        return ()
    if _IF_MISSING.search(bare):
        return ()
    found = [item for item, pattern in _ITEMS.items() if pattern.search(bare)]
    if Item.ADDRESS in found and not _ITEMS[Item.ADDRESS].search(_MAIL_ADDRESS.sub("", bare)):
        found.remove(Item.ADDRESS)
    if Item.PHOTO in found and Item.RECEIPT in found:
        found.remove(Item.PHOTO)  # "a photo of the receipt" is none of the damage
    return tuple(found)


def says_attached(sentence: str) -> bool:
    """Whether the sentence says that something is attached to the reply."""
    bare = plain(sentence)
    if _OURS.search(bare):
        return True
    return bool(_SAYS_ATTACHED.search(bare) and not _THEIRS.search(bare) and not _ASKS.search(bare))


def sent_already(ticket: Ticket) -> frozenset[Item]:
    """What the customer gave in this ticket."""
    said = [message for message in ticket.messages if message.role is Role.REQUESTER]
    texts = [ticket.subject, *(message.text for message in said)]
    bare = [plain(text) for text in texts]
    found: set[Item] = set()
    if any(one.kind == "code" for text in texts for one in references(text)):
        found.add(Item.ORDER_NUMBER)
    if ticket.email or any("@" in one.key for text in texts for one in references(text)):
        found.add(Item.EMAIL)
    attached = [one for message in said for one in message.attachments]
    if any(map(_is_image, attached)) or any(_attaches_photo(text) for text in bare):
        found.add(Item.PHOTO)
    if any(_RECEIPT_FILE.search(plain(one.name)) for one in attached):
        found.add(Item.RECEIPT)
    if any(map(_is_video, attached)):
        found.add(Item.VIDEO)
    if any(_STREET.search(text) and _POSTAL.search(text) for text in bare):
        found.add(Item.ADDRESS)
    return frozenset(found)


def _is_image(attachment: Attachment) -> bool:
    name = attachment.name.lower()
    return attachment.kind.startswith("image") or name.endswith(_IMAGES)


def _is_video(attachment: Attachment) -> bool:
    return attachment.kind.startswith("video") or attachment.name.lower().endswith(_VIDEOS)


def _attaches_photo(bare: str) -> bool:
    """The export may not hold the attachment that the customer speaks of."""
    from supportdesk_gui.text.sentences import split_sentences

    for start, end in split_sentences(bare):
        part = bare[start:end]
        if _ITEMS[Item.PHOTO].search(part) and _ATTACH_WORD.search(part) and part[-1] not in "?？":
            return True
    return False

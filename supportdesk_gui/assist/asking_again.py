"""What a draft asks a customer for, and what they sent already, in six languages.

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
    r"\b(?:(?:please|kindly|could you|can you|would you|may (?:i|we)|could (?:i|we))\b.{0,40}\b(?:send|share|"
    r"provide|tell|give|let|have|attach(?!ed|ment)|reply|include|forward|upload|confirm (?:your|the) order)"
    r"|(?:send|forward) (?:us|me|an? (?:photo|picture|video))|^\W*(?:send|upload|provide|share) (?:a|an|the|your|some)\b"
    r"|let us (?:know|have)|tell us|share|provide us"
    r"|\b(?:we|i)(?:'d|'ll| would| will| still| also){0,2} (?:need|require)\b|what is your)"
    r"|\b(?:bitte|konnen sie|konnten sie|kannst du|konntest du|waren sie|wurden sie)\b.{0,80}\b(?:send|schick|teil|"
    r"nenn|gib|geben|ubermittel|mail|mitteil|zusend|angeben|hangen?\b|laden?\b)"
    r"|\b(?:schicken|senden|nennen|teilen|geben) sie uns|\bwie (?:lautet|ist) (?:ihre?|deine?|die)\b"
    r"|\b(?:wir|ich) (?:benotig|brauch)\w+"
    r"|\b(?:(?:envi|mand)(?:e|a|ar|en)(?:nos|me)\b|(?:indi|comuni)(?:que|ca|car)(?:nos)?\b|hag\w+ llegar|"
    r"facilit(?:e|ar)|compart(?:a|e|ir)\b|diganos|dinos|proporcion|adjunt(?:e|ar)(?:nos)?\b|"
    r"(?:necesitamos|necesitaria\w*)|cual es (?:su|tu|el)|nos (?:puede|podria|pueden) (?:dar|enviar|mandar|facilitar|"
    r"indicar|decir)|(?:que|podria|puede) (?:nos )?(?:envie|enviar|mande|mandar)\b)"
    r"|\b(?:(?:envoye|transmette|communique|donne|indique|precise|fournisse)z-(?:nous|moi)|nous (?:envoyer|transmettre|"
    r"communiquer|indiquer|preciser|donner|fournir|faire parvenir|joindre)|(?:merci de|veuillez|pouvez-vous|"
    r"pourriez-vous) (?:nous )?(?:indiquer|preciser|fournir|joindre|envoyer|transmettre|communiquer|faire parvenir)"
    r"|(?:indique|precise|fournisse|joigne)z\b|(?:avons|aurions|aurons) besoin|il nous fau\w+|quel(?:le)? est (?:votre|ton|ta|le|la))"
    r"|(?:请|麻烦|烦请|能否|可否|方便)(?:(?!我们)[^。！？…]){0,30}(?:提供|告知|告诉|发|发送|回复|附上|上传|补充|寄|拍)|需要您|是多少[?？]|是什么[?？]"
)
# "If a photo is still missing, send it" asks nobody who has sent one; nor does what need not be.
_IF_MISSING = re.compile(
    r"^\W*(?:if|in case|si|falls|wenn|sofern|solltest?|sollten)\b|^\W*(?:如果|若|如)"
    r"|\b(?:no need|not (?:need|have to|necessary)|(?:don't|do not|needn't) (?:need|have)|no (?:es necesario|"
    r"hace falta|necesit\w+|tiene que|hay que)|n'avez (?:pas|plus)|pas (?:besoin|necessaire|utile)|nicht|"
    r"kein\w*)\b|无需|不用|不需要|不必"
)
# Whether it still holds, where it is to be written or sent, and what was not sent yet.
_NOT_FOR_US = re.compile(
    r"\b(?:whether|if your|is still|still correct|ob (?:ihre?|deine?|die)|sigue siendo|si (?:su|sa|votre|ton)|"
    r"est toujours)\b|是否|还是"
    r"|\b(?:on|in|into|to|with) (?:the|your) (?:parcel|package|box|carton|return)\b|\b(?:in|en|sobre|dentro de) "
    r"(?:el|su|la) (?:paquete|caja|bulto)|\b(?:sur|dans) (?:le|votre) (?:colis|carton)|\b(?:das|dem|ins|im|ihr|ihrem) "
    r"paket\b|包裹(?:上|里|内|中)|箱(?:上|里|内)"
)
_NOT_HERS = re.compile(
    r"\b(?:to|at) (?:this|the following|our|the (?:return|above|below)) (?:\w+ )?address|\b(?:following|our|this|"
    r"return) address|\b(?:folgende|unsere|diese)[nr]? (?:\w+)?(?:adresse|anschrift)|\b(?:siguiente|nuestra|"
    r"esta) direccion|\bdireccion (?:siguiente|de devolucion\w*)|\b(?:l'|notre |cette )adresse(?: suivante| de retour)?|"
    r"\badresse (?:suivante|ci-dessous)|(?:以下|下列|下面|我们|本公司|退货)的?(?:收件|收货|退货|退回)?地址"
    r"|\bour (?:invoice|e-?mail)|\bunsere (?:rechnung|e-?mail)|\bnuestr[oa] (?:factura|correo)|\bnotre (?:facture|e-?mail)"
    r"|\b(?:another|one more|additional|further|second|closer|clearer|more|different|new) (?:\w+ )?(?:photo|picture|image|video)s?"
    r"|\b(?:photo|picture) (?:frame|on our)|\botra (?:foto|imagen)|\bfotos? (?:mas|adicional\w*)|\b(?:autre|nouvelle) photo|"
    r"\bphotos? (?:supplementaires?|de plus)|\b(?:weitere[sn]?|zusatzliche[sn]?|zweites|anderes|neues) (?:foto|bild)\w*"
    r"|(?:另外?一?|再.{0,3}[一几两]|更清晰的)张?(?:照片|图片)|再.{0,8}(?:照片|图片)"
    r"|\b(?:photos?|pictures?|fotos?|bild(?:er)?|imagen(?:es)?)(?: \w+){0,3} (?:\w*(?:carton|box|packag|label|serial|"
    r"karton|verpackung|etikett|typenschild|embalaje|caja|etiqueta|emballage|etiquette)\w*)|(?:包装|外箱|标签|箱子).{0,3}(?:照片|图片)"
)
# Behind these it says what we do then: "send us the name and we correct the invoice".
_CLAUSE = re.compile(
    r"[;；]|\b(?:and|so|so that|then) (?=(?:we|i)\b)|\b(?:und|damit|dann) (?=(?:wir|ich)\b)|\bpara (?=que|poder)|"
    r"\by (?=(?:le|les|se|lo) )|\b(?:et|afin que|pour que) (?=nous\b)|[,，](?=我[们們])|以便",
    re.IGNORECASE,
)
_ITEMS = {
    Item.ORDER_NUMBER: re.compile(
        r"\b(?:order (?:number|no\b|id\b|reference)|number of (?:your|the) order|bestell-?(?:nummer|nr)|"
        r"n\.? ?[o°º]\.? (?:de|del|de votre|de su) (?:pedido|commande)|"
        r"auftragsnummer|numero (?:de|del) (?:tu |su |la )?(?:pedido|orden|commande)|"
        r"numero de (?:votre |ta |la )?commande)|订单号|订单编号"
    ),
    Item.PHOTO: re.compile(
        r"\b(?:photo|picture|image of|foto|bild(?:er)?\b|imagen|imagenes|cliche)|照片|图片|相片|拍照"
    ),
    Item.EMAIL: re.compile(
        r"\b(?:e-?mail address|your e-?mail|e-?mail-?adresse|ihre e-?mail|deine e-?mail|"
        r"direccion de correo|direccion de e-?mail|(?:su|tu) (?:correo|e-?mail)|adresse (?:e-?mail|mail|"
        r"electronique|de courriel)|votre (?:e-?mail|courriel|mail)|ton (?:e-?mail|mail))|邮箱|电子邮件地址|邮件地址"
    ),
    Item.ADDRESS: re.compile(
        r"\b(?:(?:delivery|shipping|postal|full|home|complete|exact|your) address|"
        r"(?:liefer|versand|post)?(?:adresse|anschrift)\b|direccion\b(?! de (?:correo|e-?mail))|domicilio\b|"
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
_STREET = re.compile(
    r"\b(?:street|st\.|road|rd\.|avenue|ave\.?|lane|drive|calle|avenida|avda\.?|plaza|rue|boulevard|"
    r"impasse|chemin|\w*(?:strasse|straße|str\.|weg|platz|gasse|allee))(?!\w)|[路街巷弄].{0,8}\d+号"
)
_POSTAL = re.compile(r"\b\d{4,6}\b|\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b|\d+号")


def asked_for(sentence: str) -> tuple[Item, ...]:
    """What the sentence of a draft asks the customer for; nothing for one that does not ask.

    A sentence that says the thing itself (the order number, an address) does not ask for it.
    """
    found: list[Item] = []
    for clause in _CLAUSE.split(sentence):
        bare = _NOT_HERS.sub(" ", plain(clause))
        if not _ASKS.search(bare) or _IF_MISSING.search(bare) or _NOT_FOR_US.search(bare):
            continue
        items = [item for item, pattern in _ITEMS.items() if pattern.search(bare)]
        if Item.ADDRESS in items and not _ITEMS[Item.ADDRESS].search(_MAIL_ADDRESS.sub("", bare)):
            items.remove(Item.ADDRESS)
        if Item.PHOTO in items and Item.RECEIPT in items:
            items.remove(Item.PHOTO)  # "a photo of the receipt" is none of the damage
        if any(one.kind == "code" for one in references(clause)):
            items = [item for item in items if item is not Item.ORDER_NUMBER]
        if _POSTAL.search(bare):
            items = [item for item in items if item is not Item.ADDRESS]
        found += items
    return tuple(dict.fromkeys(found))


def names_street(sentence: str) -> bool:
    """Whether a street stands in the sentence: a number of five digits is a postal code there."""
    return bool(_STREET.search(plain(sentence)))


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

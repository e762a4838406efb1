"""Words by which exports say who can see a message: names of columns and keys, and what stands in
them, in the languages that helpdesks and spreadsheets speak.

Languages that bend words are read by their stems: `interner`, `internes` and `interna` are one.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Meaning(StrEnum):
    """What a field says of a message."""

    PUBLIC = "public"
    PRIVATE = "private"
    AUDIENCE = "audience"
    """Who may read it, in words."""
    KIND = "kind"
    """What it is: a reply, a note, a draft."""
    WAY = "way"
    """How it came, where a note came no way."""
    EVENT = "event"
    """What happened, or where it came from: a note where it is wholly called so."""
    SENT = "sent"
    """Whether our answer was sent."""
    TICKED = "ticked"
    """A mark at the public ones, nothing at the others."""
    CODED = "coded"
    """A kind in one of the codes of `CODES`."""
    NOTHING = ""


NAMES = {
    Meaning.PUBLIC: "public, is public, f public, jsd public, publicly visible, visible to customer, "
    "is visible to customer, customer visible, visible to requester, is published, öffentlich, ist öffentlich, público, publique, pubblico, openbaar, "
    "公开, 是否公开, 公開, 是否公開, 공개, 공개 여부, публичный, für kunden sichtbar, kunde sichtbar, "
    "sichtbar für kunden, visible para el cliente, visible para cliente, visível para o cliente, "
    "visível para cliente, visible par le client, visible client, visibile al cliente, "
    "zichtbaar voor klant, видно клиенту, видим клиенту, widoczny dla klienta, publiczny, "
    "是否可见, 可见, 客户可见, 对客户可见, 客户是否可见, 是否對客戶可見, 客戶可見, 顧客に表示, 고객 공개",
    Meaning.PRIVATE: "private, is private, internal, is internal, note, is note, internal note, "
    "is internal note, private note, is private note, internal comment, is internal comment, "
    "private comment, is private comment, internal only, whisper, is whisper, "
    "hidden, is hidden, draft, is draft, unsent, scheduled, is scheduled, intern, ist intern, "
    "interne notiz, privat, interno, "
    "nota interna, privado, interne, privé, note interne, privato, 内部, 是否内部, 内部备注, 私有, "
    "內部, 是否內部, 內部備註, 非公開, 社内, 내부, 비공개, внутренний, nur intern, vertraulich, "
    "nicht öffentlich, interner kommentar, confidencial, solo interno, comentario interno, oculto, "
    "somente interno, comentário interno, confidentiel, commentaire interne, riservato, "
    "solo interna, commento interno, vertrouwelijk, alleen intern, приватный, скрытый, "
    "конфиденциально, внутренняя заметка, prywatny, wewnętrzny, poufne, 仅内部, 仅内部可见, 内部留言, "
    "内部评论, 保密, 是否保密, 是否私密, 私密, 僅內部, 內部留言, 社外秘, 内部メモ, 社内メモ, 내부 메모",
    Meaning.AUDIENCE: "visibility, comment visibility, note visibility, audience, sichtbarkeit, "
    "visibilidad, visibilidade, visibilité, visibilità, zichtbaarheid, 可见性, 可見性, 公開範囲, "
    "공개 범위, видимость, zugriff, acceso, acesso, accès, accesso, toegang, доступ, dostęp, "
    "widoczność, confidentialité, vertraulichkeit, 可见范围, 可見範圍, 公开范围, 权限, 權限, 公開設定, "
    "sichtbar für, visible para, visible pour, visibile a, visível para, zichtbaar voor, "
    "widoczne dla, synlig för, synlig for, görünürlük",
    Meaning.KIND: "type, kind, message type, part type, comment type, article type, note type, "
    "event type, entry type, thread type, activity type, sub type, subtype, state, status, element, "
    "comment category, note category, message category, comment kind, sys class name, "
    "message status, typ, tipo, art, nachrichtentyp, 类型, 類型, 消息类型, 訊息類型, 種類, 유형, тип, "
    "tip, tür, tyyppi, típus, نوع, סוג, loại",
    Meaning.WAY: "channel, via, source type, direction",
    Meaning.EVENT: "source, origin, medium, event, action, activity, category, author type, "
    "sender type, entry, content type, delivery status",
    Meaning.SENT: "sent, is sent, was sent",
}
NAMED = (
    (Meaning.PRIVATE, "internal confidential hidden hide secret restricted sensitive staffonly",
     "is flag note notes comment comments reply message only from to for the customer customers "
     "client clients requester user users end staff agent agents jsd by"),
    (Meaning.PRIVATE, "private", "is flag note notes comment comments only jsd"),
    (Meaning.PRIVATE, "only", "is flag note notes comment comments message for the to visible seen by "
     "agent agents staff team tech techs technician technicians internal employees admin admins"),
    (Meaning.PUBLIC, "public publicly published visible viewable external",
     "is flag note comment reply message to by for the customer customers client clients requester "
     "user users end portal in jsd on"),
    (Meaning.PUBLIC, "customer customers client clients requester portal",
     "is share shared with show shown sent send to for visible can see the in on facing"),
    (Meaning.AUDIENCE, "visibility access scope privacy audience permission permissions "
     "confidentiality sensitivity viewers readers",
     "comment note message reply level type is group who has can view see visible allowed by to"),
)  # fmt: skip
"""Any name of these words alone with one of the first is called so: `is_confidential_comment`."""
UNSURE = frozenset(
    "audience zugriff acceso acesso accès accesso toegang доступ dostęp confidentialité "
    "vertraulichkeit 权限 權限 external secret restricted sensitive access scope privacy permission "
    "permissions confidentiality sensitivity viewers readers scheduled sent".split()
)
"""Words that name other things as well: what stands there has to say who can see a message."""
SURE = frozenset(("visibility", "visible", "viewable"))
NOT_ALONE = frozenset("customer customers client clients requester portal only".split())
BESIDE = frozenset(
    "share shared show shown sent send visible see for facing agent agents staff team tech techs "
    "technician technicians internal employees admin admins".split()
)
"""One of these has to stand beside those that make no name alone."""
EITHER = frozenset("or oder o ou of eller vs and und is".split())
"""What stands between both in a name such as `Public or internal`."""

YES = frozenset(
    "true yes 1 1.0 t y x on ja wahr si sí sim vero oui vrai verdadero verdadeiro tak да "
    "是 真 對 对 はい 예 네 prawda pravda waar истина істина так doğru evet sand sandt sann sant "
    "tosi kyllä igaz igen ano áno adevărat resnično istina cert نعم כן có "
    "✓ ✔ ☑ ● • ✅ checked ticked".split()
)
MARKS = frozenset("x ✓ ✔ ☑ ● • ✅ * checked ticked".split())
NO = frozenset(
    "false no 0 0.0 f n off nein falsch não nao falso non faux nee nie нет "
    "否 假 不 不是 いいえ 아니오 아니요 fałsz nepravda onwaar ложь хибність ні yanlış yanliş hayır hayir "
    "falsk falskt usann usandt nej nei epätosi ei hamis nem ne fals nu neresnično لا לא không "
    "☐ ✗ ✘ × unchecked".split()
)
SAYS_NOTHING = frozenset(["-", "–", "n/a", "null", "nil", "none"])
PUBLIC = frozenset(
    "external everyone everybody all anyone customer customers requester client "
    "visible published sent extern externo externe users alle kunde kunden todos todas cliente "
    "clientes tous tutti iedereen klant klanten все всем клиент клиенту wszyscy klient herkes "
    "全部 客户 客戶 全員 顧客 전체 고객 公开 公開 所有人 공개".split()
)
SAYS_PUBLIC = re.compile(
    "public(?:ly|[oa]s?)?|públic[oa]s?|publiques?|pubblic[oaihe]{1,2}|öffentlich(?:e[rnms]?)?|"
    "openba(?:ar|re)|публичн\\w+|публічн\\w+|publiczn\\w+|veřejn\\w+|verejn\\w+|offentlig\\w*|"
    "julki(?:nen|set)|nyilvános|δημόσι\\w+"
)
OUTSIDE = frozenset("external extern externe externo everyone everybody".split())
BETWEEN = frozenset("and the to for und et y reply comment answer antwort".split())
TO_CUSTOMERS = re.compile(
    "messages?|reply|replies|chats?|conversations?|emails?|mails?|nachricht(?:en)?|mensajes?|"
    "mensage(?:m|ns)|messagg[io]|сообщени\\w+|wiadomoś\\w+|bericht(?:en)?|meddelande|zpráv\\w+|mesaj\\w*"
)
DRAFT = re.compile(
    "drafts?|unsent|unpublished|underreview|borrador(?:es)?|brouillons?|entw[uü]rfe?|"
    "rascunhos?|bozz[ae]|concept|черновик\\w*|чернетк\\w+|szkic|koncept|taslak|utkast|luonnos|kladde|"
    "مسودة|טיוטה"
)
INTERNAL = re.compile(
    "intern(?!et)(?:al(?:ly)?|[^\\W\\d_]{0,2})|внутр\\w+|wewn[eę]trzn\\w+|vnitřn\\w+|vnútorn\\w+|belső|"
    "sisäi\\w+|dahili|iç|εσωτερικ\\w+|داخلي\\w*|פנימי\\w*|confiden[ct]ia\\w*|confidentiel\\w*|"
    "konfident?ciál\\w*|конфиденц\\w+|vertraulich\\w*|vertrouwelijk\\w*|riservat[oaie]|poufn\\w+|"
    "důvěrn\\w+|gizli|скрыт\\w+|hidden|ocult[oa]s?|whispers?|restricted|secret|scheduled"
)
PRIVATE = re.compile(
    "privat(?:e|ely|er|es|en|em|a|o|i|os|as)?|privad[oa]s?|priv[ée]e?s?|приватн\\w+|prywatn\\w+|"
    "soukrom\\w+|súkromn\\w+|magán\\w*|خاص\\w*|פרטי\\w*|ιδιωτικ\\w+|yksityi\\w+"
)
NOTE = re.compile(
    "(?:work)?notes?|memos?|(?:akten)?notiz(?:en)?|notas?|notities?|notatk\\w+|notat(?:er)?|замет\\w+|"
    "приміт\\w+|примечани\\w+|poznámk\\w+|anteckning\\w*|merknad\\w*|muistiinpano\\w*|"
    "bilješk\\w+|ملاحظ\\w*|הער(?:ה|ות)|σημείωσ\\w+"
)
COMMENT = re.compile(
    "comments?|kommentar\\w*|comentarios?|comentários?|commentaires?|comment[io]|комментари\\w+|"
    "коментар\\w*|komentar\\w*|komentář\\w*|opmerking(?:en)?|yorum\\w*|تعليق\\w*|message"
)
HIDDEN_PARTS = re.compile(
    "内部|內部|备注|備註|草稿|社内|下書き|メモ|非公开|非公開|내부|비공개|초안|임시|悄悄话|悄悄話|私密|"
    "메모|özel not|nội bộ|ภายใน"
)
FOR_CUSTOMERS = frozenset(
    "customer customers client clients requester kunde kunden cliente clientes klant".split()
)
ONLY = frozenset(
    "only nur solo sólo somente apenas seulement uniquement alleen только tylko".split()
)
OURS = frozenset(
    "agent agents staff team teams tech techs technician technicians admin admins employees "
    "agenten mitarbeiter agentes équipe equipo medewerkers".split()
)
ADDED = frozenset("added created posted new add a an was by".split())
OF_PEOPLE = frozenset("group role company organization me owner admin admins employees".split())
CLEAR = OURS | ONLY | OF_PEOPLE | {"nobody"}
_CUSTOMERS = (
    "customers?|clients?|requesters?|kunden?|clientes?|clienti|klant(?:en)?|klienci|klient|клиенты?"
)
_AGENTS = (
    "agents?|staff|team|technicians?|agenten|mitarbeiter|agentes|agenti|équipe|equipo|equipe|"
    "medewerkers|agenci|агенты?"
)
_AND = r"\s*[&+,;/]\s*|\s+(?:and|und|et|y|e|en|och|og|i|и)\s+(?:the\s+)?"
BOTH_SIDES = re.compile(
    f"(?:{_CUSTOMERS})(?:{_AND})(?:{_AGENTS})|(?:{_AGENTS})(?:{_AND})(?:{_CUSTOMERS})"
)
"""Customers beside us, who see everything anyway."""
CODES = (
    (frozenset({"m", "r"}), frozenset({"m", "r", "n"}), "n"),
    (frozenset({"correspond"}), None, "comment"),
)
"""Codes of kinds: what has to stand there, what may, and what a note is called: osTicket's
thread entries, and Request Tracker's transactions."""

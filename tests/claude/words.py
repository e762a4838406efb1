"""Words for answers that nobody scripted, in the languages the program is at home in."""

from __future__ import annotations

import re

_NAMES = {
    "en": ("english", "en"),
    "de": ("german", "deutsch", "de"),
    "fr": ("french", "français", "fr"),
    "es": ("spanish", "español", "es"),
    "zh-Hant": ("traditional chinese", "chinese (traditional)", "繁體中文", "zh-hant", "zh-tw"),
    "zh-Hans": ("simplified chinese", "chinese (simplified)", "简体中文", "zh-hans", "zh-cn"),
}
_NAMED = sorted(
    ((name, code) for code, names in _NAMES.items() for name in names), key=lambda one: -len(one[0])
)
_ALTERNATIVES = "|".join(re.escape(name) for name, _ in _NAMED)
_LANGUAGE = re.compile(
    rf"(?:\b(?:in|into|to|auf|en)|language\W{{1,4}}|lang\W{{1,4}}|target\W{{1,4}}"
    rf"|(?:用|成|為|为)) ?[\"'*`]*({_ALTERNATIVES})(?![\w-])",
    re.IGNORECASE,
)
SENTENCES = {
    "en": (
        "Thank you for your message.",
        "We have looked at your order.",
        "Please write to us again if anything is unclear.",
    ),
    "de": (
        "Vielen Dank für Ihre Nachricht.",
        "Wir haben uns Ihre Bestellung angesehen.",
        "Bitte schreiben Sie uns noch einmal, wenn etwas unklar ist.",
    ),
    "fr": (
        "Merci pour votre message.",
        "Nous avons regardé votre commande.",
        "Écrivez-nous de nouveau si quelque chose n'est pas clair.",
    ),
    "es": (
        "Gracias por su mensaje.",
        "Hemos revisado su pedido.",
        "Escríbanos de nuevo si algo no queda claro.",
    ),
    "zh-Hant": (
        "感謝您的來信。",
        "我們已經查看了您的訂單。",
        "如有不清楚的地方，請再次與我們聯絡。",
    ),
    "zh-Hans": (
        "感谢您的来信。",
        "我们已经查看了您的订单。",
        "如有不清楚的地方，请再次与我们联系。",
    ),
}
BY_POLICY = {
    "en": "Our policy says: {0} ",
    "de": "In unseren Regeln steht: {0} ",
    "fr": "Notre règle dit : {0} ",
    "es": "Nuestra norma dice: {0} ",
    "zh-Hant": "我們的規定寫道：{0}",
    "zh-Hans": "我们的规定写道：{0}",
}
# Words by which a value of an enum is recognised in a ticket, beside its own.
HINTS = {
    "refund": "refund money back erstattung geld rembours reembols dinero 退款 退錢 退钱",
    "invoice": "invoice receipt rechnung quittung facture factura 發票 发票 收據",
    "delivery": "deliver tracking parcel shipp lieferung paket livraison colis envío 物流 快遞 快递",
    "shipping": "deliver tracking parcel shipp lieferung paket livraison colis envío 物流 快遞 快递",
    "exchange": "exchange replace size umtausch größe échange taille cambio talla 換貨 换货",
    "return": "return send back zurückschicken rücksendung retour devolver 退貨 退货",
    "cancel": "cancel stornier annul cancelar 取消",
    "account": "password login account passwort konto mot de passe compte contraseña 密碼 密码",
    "complaint": "complain unacceptable lawyer beschwerde anwalt plainte avocat queja abogado 投訴 投诉",
}
_SPACED = re.compile(r"[a-zà-ÿ]")


def named_language(instruction: str) -> str | None:
    """The language that an instruction asks for; the last one named counts."""
    found = None
    for match in _LANGUAGE.finditer(instruction):
        name = match[1].lower()
        found = next(code for known, code in _NAMED if known == name)
    return found


def language_of(text: str) -> str:
    """A guess from letters and a few short words, `en` where nothing tells."""
    if re.search("[\u4e00-\u9fff]", text):
        return "zh-Hant" if re.search("[們為這訂貨還錢請發換費]", text) else "zh-Hans"
    words = set(re.findall(r"\w+", text.lower()))
    marks = {
        "de": {"und", "ich", "nicht", "bitte", "die", "der", "mein", "meine"},
        "fr": {"je", "et", "ma", "est", "pas", "bonjour", "les", "votre"},
        "es": {"y", "mi", "el", "hola", "por", "quiero", "los", "pedido"},
        "en": {"the", "and", "my", "is", "please", "i", "hello", "to"},
    }
    return max(marks, key=lambda code: (len(words & marks[code]), code == "en"))


def hits(value: str, text: str) -> int:
    """How often the words of `value`, or hints at it, stand in `text`."""
    text = text.lower()
    words = [word for word in re.split(r"[\W_]+", value.lower()) if len(word) > 2]
    count = 0
    for word in words:
        count += text.count(word)
        hints = next((HINTS[key] for key in HINTS if word.startswith(key)), "")
        count += sum(
            text.count(hint) for hint in hints.split() if len(hint) > 3 or ord(hint[0]) > 0x3000
        )
    return count

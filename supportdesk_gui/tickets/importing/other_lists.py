"""Lists that are no tickets, told by what their columns or keys are called: a shop's, and those of
helpdesk_lists.py.

Their rows have numbers, names and texts too, and count from 1 as tickets do.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from supportdesk_gui.tickets.importing.free_text import are_sentences
from supportdesk_gui.tickets.importing.helpdesk_lists import are_saved_replies, kept_beside_tickets
from supportdesk_gui.tickets.importing.report import Content, FailureReason, Notice
from supportdesk_gui.tickets.importing.vendors import FIELD_OF, normalised

NOTICE_OF = {
    Content.ORDERS: Notice.LISTS_ORDERS,
    Content.PRODUCTS: Notice.LISTS_PRODUCTS,
    Content.REVIEWS: Notice.LISTS_REVIEWS,
    Content.ARTICLES: Notice.LISTS_ARTICLES,
    Content.SAVED_REPLIES: Notice.LISTS_SAVED_REPLIES,
    Content.RATINGS: Notice.LISTS_RATINGS,
}
"""What is told of such a list where it is read as tickets all the same."""
NO_TICKETS_BUT = {
    Content.PEOPLE: FailureReason.ONLY_PEOPLE,
    Content.ORDERS: FailureReason.ONLY_ORDERS,
    Content.PRODUCTS: FailureReason.ONLY_PRODUCTS,
    Content.REVIEWS: FailureReason.ONLY_REVIEWS,
    Content.ARTICLES: FailureReason.ONLY_ARTICLES,
    Content.SAVED_REPLIES: FailureReason.ONLY_SAVED_REPLIES,
    Content.RATINGS: FailureReason.ONLY_RATINGS,
}
"""Why such a list is left out."""

_TICKET_WORDS = frozenset(
    "ticket tickets conversation conversations case issue requester assignee assigned agent "
    "submitter subject inquiry enquiry message messages question query priority "
    "channel csat satisfaction queue helpdesk thread sender transcript solved resolved reopens "
    "problem problems complaint complaints claim claims rma feedback reklamation reklamationsgrund "
    "betreff asunto assunto objet sujet anliegen nachricht frage mensaje consulta mensagem "
    "demande".split()
)
_TICKET_PARTS = (
    "工单",
    "工單",
    "客服",
    "咨询",
    "諮詢",
    "留言",
    "问题",
    "問題",
    "投诉",
    "投訴",
    "件名",
    "主题",
    "主題",
    "問い合わせ",
    "문의",
)
_ORDERS = frozenset(
    normalised(name)
    for name in (
        "order id;order number;order no;order no.;order #;order;order name;order date;order status;"
        "order total;total;subtotal;grand total;total price;total amount;amount;currency;"
        "payment status;payment method;financial status;fulfillment status;fulfilment status;"
        "paid at;payment date;shipped at;ship date;shipping;shipping cost;shipping method;"
        "shipping address;billing address;shipping name;billing name;delivery address;"
        "lineitem name;lineitem quantity;lineitem price;line items;order items;items;quantity;qty;"
        "tracking number;tracking no;discount code;discount amount;coupon;tax;taxes;vat;"
        "invoice number;invoice id;item price;purchase date;placed at;"
        "bestellnummer;bestelldatum;bestellstatus;gesamt;gesamtbetrag;summe;menge;zahlungsart;"
        "lieferadresse;rechnungsadresse;sendungsnummer;pedido;número de pedido;fecha de pedido;"
        "importe;cantidad;dirección de envío;commande;numéro de commande;date de commande;montant;"
        "quantité;adresse de livraison;订单号;订单编号;下单时间;订单金额;金额;数量;收货地址;收货人;"
        "物流单号;支付方式;付款时间;訂單編號;訂單號;下單時間;金額;數量;收貨地址;注文番号;注文日;合計;"
        "配送先;주문번호;주문일;금액"
    ).split(";")
)
_PRODUCTS = frozenset(
    normalised(name)
    for name in (
        "sku;price;regular price;sale price;unit price;cost;cost per item;compare at price;stock;"
        "stock quantity;in stock;inventory;inventory quantity;barcode;ean;gtin;upc;mpn;variant;"
        "variants;variant id;variant sku;variant price;handle;vendor;brand;weight;weight unit;"
        "product type;product category;image src;images;artikelnummer;preis;einkaufspreis;bestand;"
        "lagerbestand;hersteller;marke;gewicht;precio;existencias;marca;prix;marque;价格;库存;品牌;"
        "规格;條碼;條形碼;價格;庫存;価格;在庫"
    ).split(";")
)
_STARS = frozenset(
    normalised(name)
    for name in (
        "rating;stars;star rating;review rating;score;bewertung;sterne;calificación;estrellas;"
        "评分;星级;評分;評価;평점"
    ).split(";")
)
_REVIEWS = frozenset(
    normalised(name)
    for name in (
        "review;reviews;review title;review text;review body;review id;review date;reviewer;"
        "reviewer name;reviewer email;reviewer id;verified;verified purchase;verified buyer;"
        "helpful votes;helpfulness;product;product id;product name;product title;product handle;"
        "asin;rezension;produkt;reseña;producto;avis;produit;评价;评论;商品;商品名称;評價;評論;"
        "レビュー;商品名;리뷰"
    ).split(";")
)
LIST_NAMES = _ORDERS | _PRODUCTS | _STARS | _REVIEWS
"""What columns of such lists are called."""
_BUYERS = frozenset(("email", "customer", "customer name", "customer email", "buyer", "status"))
_CALLED = {
    Content.ORDERS: (
        "order",
        "bestellung",
        "pedido",
        "commande",
        "purchase",
        "订单",
        "訂單",
        "注文",
    ),
    Content.PRODUCTS: ("product", "produkt", "producto", "produit", "inventory", "商品", "产品"),
    Content.REVIEWS: (
        "review",
        "bewertung",
        "reseña",
        "avis",
        "评价",
        "評價",
        "レビュー",
    ),
}
_FROM_SHOPS = (
    "financial status", "fulfillment status", "fulfilment status", "lineitem", "line items",
    "subtotal", "shipping address", "shipping name", "billing", "paid at", "payment status",
    "payment method", "discount",
)  # fmt: skip
"""What a shop's own list of orders has; its notes are about the parcel."""
_NOTES = frozenset(
    "note notes comment comments remark remarks detail details description text reason issue "
    "notiz notizen bemerkung bemerkungen kommentar kommentare grund nota notas motivo comentario "
    "comentarios remarque motif commentaire 备注 備註 原因 说明 說明".split()
)
_WRITERS = frozenset({"customer", "email", "author", "author_email"})
_OF_THINGS = frozenset(
    "description body content details beschreibung descripción descrição contenu 描述 内容 內容 "
    "说明 說明".split()
)
"""What explains a product."""
_OF_REVIEWS = frozenset("reviewer verified helpful helpfulness asin".split())
_ENOUGH = 2


def list_of(
    names: Sequence[str], rows: Sequence[Sequence[str]], called: str, fewest: int
) -> Content | None:
    """What a list with these columns or keys holds where it is none of tickets; None where nothing
    says so, or where its first `rows` have what customers write. `called` is the name of its file,
    sheet or key; so many names have to be those of orders."""
    kind, written = _list_of(tuple(names), called.casefold(), fewest)
    for place in written:
        if rows and are_sentences(row[place] if place < len(row) else "" for row in rows):
            return None
    return kind


@lru_cache(maxsize=256)
def _list_of(
    names: tuple[str, ...], called: str, fewest: int
) -> tuple[Content | None, tuple[int, ...]]:
    """The kind by the names alone, and the places that speak against it if they hold sentences."""
    told = [normalised(name) for name in names]
    kind = _kind(frozenset(told), called, fewest)
    return kind, _written(told, called, kind) if kind else ()


def _kind(plain: frozenset[str], called: str, fewest: int) -> Content | None:
    found = kept_beside_tickets(plain) or _of_shop(plain, called, fewest)
    return found or (Content.SAVED_REPLIES if are_saved_replies(plain, called) else None)


def _of_shop(plain: frozenset[str], called: str, fewest: int) -> Content | None:
    words = {word for name in plain for word in name.split()}
    if words & _TICKET_WORDS or any(part in name for name in plain for part in _TICKET_PARTS):
        return None
    said = {kind: any(word in called for word in words) for kind, words in _CALLED.items()}
    orders = len(plain & _ORDERS) + said[Content.ORDERS]
    products = len(plain & _PRODUCTS) + said[Content.PRODUCTS]
    if plain & _STARS and (plain & _REVIEWS or said[Content.REVIEWS]) and "status" not in plain:
        return Content.REVIEWS
    if products >= _ENOUGH and products >= orders and not plain & _BUYERS:
        return Content.PRODUCTS
    return Content.ORDERS if orders >= fewest else None


def _written(told: list[str], called: str, kind: Content) -> tuple[int, ...]:
    """Where a customer may have written what such a list has no place for."""
    if kind not in _CALLED:
        return ()  # a helpdesk's own lists are told by having none
    texts = [place for place, name in enumerate(told) if FIELD_OF.get(name) == "body"]
    notes = [place for place, name in enumerate(told) if not _NOTES.isdisjoint(name.split())]
    if kind is Content.ORDERS:
        of_shop = sum(any(mark in name for mark in _FROM_SHOPS) for name in told)
        return tuple(texts if of_shop >= _ENOUGH else {*texts, *notes})
    words = {word for name in told for word in name.split()}
    own = {"name"} if kind is Content.PRODUCTS and words.isdisjoint(("product", "item")) else set()
    if not any(FIELD_OF.get(name) in _WRITERS for name in {*told} - own):
        return ()
    if kind is Content.PRODUCTS:
        return tuple(at for at in {*texts, *notes} if _OF_THINGS.isdisjoint(told[at].split()))
    is_named = any(word in called for word in _CALLED[Content.REVIEWS])
    titled = any(name.startswith("review ") for name in told)
    is_of_shop = is_named or titled or not words.isdisjoint(_OF_REVIEWS)
    return () if is_of_shop else tuple({*texts, *notes})

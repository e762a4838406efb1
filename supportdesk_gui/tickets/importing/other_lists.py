"""Lists of a shop that are no tickets, told by what their columns or keys are called.

Their rows have numbers, names and texts too, and count from 1 as tickets do.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from supportdesk_gui.tickets.importing.report import Content, FailureReason, Notice
from supportdesk_gui.tickets.importing.vendors import normalised

NOTICE_OF = {
    Content.ORDERS: Notice.LISTS_ORDERS,
    Content.PRODUCTS: Notice.LISTS_PRODUCTS,
    Content.REVIEWS: Notice.LISTS_REVIEWS,
}
"""What is told of such a list where it is read as tickets all the same."""
NO_TICKETS_BUT = {
    Content.PEOPLE: FailureReason.ONLY_PEOPLE,
    Content.ORDERS: FailureReason.ONLY_ORDERS,
    Content.PRODUCTS: FailureReason.ONLY_PRODUCTS,
    Content.REVIEWS: FailureReason.ONLY_REVIEWS,
}
"""Why such a list is left out."""

_TICKET_WORDS = frozenset(
    "ticket tickets conversation conversations case issue requester assignee assigned agent "
    "submitter subject inquiry enquiry message messages question query complaint priority "
    "channel csat satisfaction queue helpdesk thread sender transcript solved resolved reopens "
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
        "rating",
        "bewertung",
        "reseña",
        "avis",
        "评价",
        "評價",
        "レビュー",
    ),
}
_ENOUGH = 2


def list_of(names: Iterable[str], called: str, fewest: int) -> Content | None:
    """What a list with these columns or keys holds where it is none of tickets; None where nothing
    says so. `called` is the name of its file, sheet or key; so many names have to be those of
    orders."""
    return _list_of(tuple(names), called.casefold(), fewest)


@lru_cache(maxsize=256)
def _list_of(names: tuple[str, ...], called: str, fewest: int) -> Content | None:
    plain = {normalised(name) for name in names}
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

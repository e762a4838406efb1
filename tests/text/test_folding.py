"""Quoted history and signatures found in many languages, and what must stay readable."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportdesk_gui.text.folding import folded_spans


def left(text: str) -> str:
    """What is still to read, `…` where something is folded."""
    shown, at = "", 0
    for start, end in folded_spans(text):
        shown += text[at:start] + "…"
        at = end
    return shown + text[at:]


MAIL = "mia@example.org"
INTRODUCTIONS = [
    f"On Mon, 3 Nov 2026 at 10:15, Mia Berg <{MAIL}> wrote:",
    f"On Mon, 3 Nov 2026 at 10:15, Mia Berg\n<{MAIL}> wrote:",
    f"El lun, 3 nov 2026 a las 10:15, Mia Berg (<{MAIL}>) escribió:",
    f"Le lun. 3 nov. 2026 à 10:15, Mia Berg <{MAIL}>\na écrit :",
    f"Am Mo., 3. Nov. 2026 um 10:15 Uhr schrieb Mia Berg <{MAIL}>:",
    "Am 03.11.2026 um 10:15 schrieb Mia Berg:",
    f"Mia Berg <{MAIL}> 于2026年11月3日周一 10:15写道：",
    f"Mia Berg <{MAIL}> 於 2026年11月3日 週一 上午10:15寫道：",
    f"Em seg., 3 de nov. de 2026 às 10:15, Mia Berg <{MAIL}> escreveu:",
    f"Il giorno lun 3 nov 2026 alle ore 10:15 Mia Berg <{MAIL}> ha scritto:",
    f"Op ma 3 nov 2026 om 10:15 schreef Mia Berg <{MAIL}>:",
    f"Den man. 3. nov. 2026 kl. 10.15 skrev Mia Berg <{MAIL}>:",
    f"Den mån 3 nov. 2026 kl 10:15 skrev Mia Berg <{MAIL}>:",
    f"ma 3. marrask. 2026 klo 10.15 Mia Berg\n({MAIL}) kirjoitti:",
    f"pon., 3 lis 2026 o 10:15 Mia Berg <{MAIL}> napisał(a):",
    f"2026年11月3日(月) 10:15 Mia Berg <{MAIL}>:",
    f"пн, 3 нояб. 2026 г. в 10:15, Mia Berg <{MAIL}>:",
    f"Shop <{MAIL}>, 3 Kas 2026 Sal, 10:15 tarihinde şunu yazdı:",
    f"Shop <{MAIL}> 于2026年11月3日周一 10:15写道：",
    f"po 3. 11. 2026 v 10:15 odesílatel Shop <{MAIL}> napsal:",
    f"Shop <{MAIL}> ezt írta (időpont: 2026. nov. 3., K, 10:15):",
    f"Pe lun., 3 nov. 2026 la 10:15, Shop <{MAIL}> a scris:",
    f"Στις Δευ 3 Νοε 2026 στις 10:15 π.μ., ο/η Shop <{MAIL}> έγραψε:",
    f"ในวันที่ จ. 3 พ.ย. 2026 10:15 Shop <{MAIL}> เขียนว่า:",
    f"Vào Th 2, 3 thg 11, 2026 vào lúc 10:15 Shop <{MAIL}> đã viết:",
    f"Pada Sen, 3 Nov 2026 pukul 10.15 Shop <{MAIL}> menulis:",
    f"пн, 3 лист. 2026 р. о 10:15 Shop <{MAIL}> пише:",
    f"\u202bבתאריך יום ב׳, 3 בנוב׳ 2026 ב-10:15 מאת \u202aShop\u202c\u200f <\u202a{MAIL}\u202c\u200f>:\u202c",
    f"كتب Shop <{MAIL}> في ٣ نوفمبر ٢٠٢٦، الساعة ١٠:١٥:",
    f"---- On Mon, 03 Nov 2026 10:15:00 +0100 {MAIL} wrote ----",
]


@pytest.mark.parametrize("introduction", INTRODUCTIONS)
def test_history_is_folded_from_its_introduction_on(introduction: str) -> None:
    assert left(f"Thanks, it works.\n\n{introduction}\n\nOld words.\nMore.\n").strip() == (
        "Thanks, it works.\n\n…"
    )
    assert left(f"Thanks, it works.\n\n{introduction}\n> Old words.\n> More.\n").strip() == (
        "Thanks, it works.\n\n…"
    )


@pytest.mark.parametrize("introduction", INTRODUCTIONS[:-1])
def test_an_answer_below_its_quotation_stays(introduction: str) -> None:
    assert left(f"{introduction}\n> Where is it?\n\nOn its way.\n> When?\nMay 3.") == (
        "…\nOn its way.\n…May 3."
    )


@pytest.mark.parametrize(
    "headers",
    [
        "From: Mia\nSent: Monday 10:15\nTo: Shop\nSubject: Lamp",
        "*From:* Mia\n*Date:* Monday\n*To:* Shop",
        "De: Mia\nEnviado el: lunes\nPara: Tienda\nAsunto: Lámpara",
        "De : Mia\nEnvoyé : lundi\nÀ : Boutique\nObjet : Lampe",
        "De : Mia\nDate : lundi\nÀ : Boutique Objet : Lampe",
        "Von: Mia\nGesendet: Montag\nAn: Laden\nBetreff: Lampe",
        "发件人: Mia\n发送时间: 2026年11月3日\n收件人: 商店\n主题: 灯",
        "寄件者： Mia\n寄件日期： 2026年11月3日\n收件者： 商店\n主旨： 燈",
        "Da: Mia\nInviato: lunedì\nA: Negozio\nOggetto: Lampada",
        "Van: Mia\nVerzonden: maandag\nAan: Winkel\nOnderwerp: Lamp",
        "Fra: Mia\nSendt: mandag\nTil: Butik\nEmne: Lampe",
        "Från: Mia\nSkickat: måndag\nTill: Butik\nÄmne: Lampa",
        "Lähettäjä: Mia\nLähetetty: maanantai\nVastaanottaja: Kauppa\nAihe: Lamppu",
        "Od: Mia\nWysłano: poniedziałek\nDo: Sklep\nTemat: Lampa",
        "من: Mia\nتم الإرسال: 03/11/2026\nإلى: Shop\nالموضوع: Lamp",
        "מאת: Mia\nנשלח: יום שני 03 נובמבר 2026\nאל: Shop\nנושא: Lamp",
        "Από: Mia\nΣτάλθηκε: Δευτέρα\nΠρος: Shop\nΘέμα: Lamp",
        "Від: Mia\nНадіслано: 3 листопада\nКому: Shop\nТема: Lamp",
        "De la: Mia\nTrimis: luni\nCătre: Shop\nSubiect: Lamp",
        "Từ: Mia\nĐã gửi: Thứ Hai\nĐến: Shop\nChủ đề: Lamp",
        "差出人: Mia\n送信日時: 2026年11月3日\n宛先: 店\n件名: ランプ",
        "-----Original Message-----\nMia said so",
        "---------- Forwarded message ---------\nMia said so",
        "-----Mensaje original-----\nMia",
        "-------- Message d'origine --------\nMia",
        "-----Ursprüngliche Nachricht-----\nMia",
        "------------------ 原始邮件 ------------------\nMia",
        "-------- Oprindelig besked --------\nMia",
        "________________________________\nFrom: Mia\nSent: Monday\nTo: Shop",
        f"Gesendet: Montag, 03. November 2026 um 10:15 Uhr\nVon: Mia <{MAIL}>\nAn: Laden",
        f"----------------\nКому: Shop;\nТема: Lamp;\n03.11.2026, 10:15, Mia <{MAIL}>:",
        "---- 回复的原邮件 ----\n| 发件人 | Mia |\n| 主题 | 灯 |",
        "------------------&nbsp;原始邮件&nbsp;------------------\nMia",
        f"On Mon, Nov 3, 2026 at 10:15, Mia<{MAIL}> wrote:  Old words.",
    ],
)
def test_blocks_of_headers_fold_the_rest(headers: str) -> None:
    assert left(f"See below.\n\n{headers}\n\nOld words.\nMore.") == "See below.\n\n…"


@pytest.mark.parametrize(
    "signature",
    [
        *(
            "-- \nMia Berg\nBuyer",
            "--\nMia",
            "-- \nWe make lamps for the world.",
            "--\nmia berg",
            "—\nMia",
            "Sent from my iPhone",
            "Get Outlook for iOS",
        ),
        *("Enviado desde mi iPhone", "Envoyé de mon iPhone", "Von meinem iPhone gesendet"),
        *("发自我的iPhone", "從我的 iPhone 傳送", "傳送自我的 iPhone", "iPhoneから送信"),
        *("Inviato da iPhone", "Enviado do meu iPhone", "Verzonden vanaf mijn iPhone"),
        *("Gesendet von Outlook für Android<https://aka.ms/x>", "Skickat från min iPhone"),
        *("Outlook für Android beziehen", "Outlook für iOS<https://aka.ms/x> beziehen"),
        *("Holen Sie sich Outlook für iOS", "Obtener Outlook para Android"),
        *("Télécharger Outlook pour iOS", "Obter o Outlook para iOS", "Ottieni Outlook per iOS"),
        *("Outlook voor iOS downloaden", "Hämta Outlook för iOS", "Hent Outlook til Android"),
        *(
            "Pobierz Outlook dla systemu Android",
            "Скачать Outlook для iOS",
            "iOS 版 Outlook を入手",
        ),
        *("Outlook for iOS を入手", "获取 Outlook for iOS", "下载 Outlook for Android"),
        *(
            "Androidから送信",
            "Xperia™スマートフォンから送信",
            "내 Galaxy에서 보냄",
            "나의 iPhone에서 보냄",
        ),
        *(
            "来自我的华为手机",
            "أُرسلت من الـ iPhone",
            "נשלח מה-iPhone שלי",
            "Trimis de pe iPhone-ul meu",
        ),
        *("Отправлено из мобильной Почты Mail", "Отправлено с iPhone", "Надіслано з iPhone"),
        *("Στάλθηκε από το iPhone μου", "ส่งจาก iPhone ของฉัน", "Dikirim dari iPhone saya"),
        *("iPhone'umdan gönderildi", "iPhone-omból küldve", "Đã gửi từ iPhone của tôi"),
        "Diese Nachricht wurde von meinem Android Mobiltelefon mit WEB.DE Mail gesendet.",
        "Sent with [Proton Mail](https://proton.me/) secure email.",
        "Yahoo Mail: Search, Organize, Conquer",
    ],
)
def test_signatures_are_folded(signature: str) -> None:
    assert left(f"It broke.\n\n{signature}") == "It broke.\n\n…"
    assert left(f"It broke.\n\n{signature}\n\n> old\n") == "It broke.\n\n…"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "> only\n> quoted",
        "On 3 Nov 2026 Mia <mia@example.org> wrote:\n> only quoted\n",
        "-- \nMia",
        "From: Mia\nSent: Monday\nTo: Shop\n\nForwarded without a word of one's own.",
        "As I wrote on 03.11.2026:\nit is broken.",
        "On Thursday:\nnothing came.",
        "I need:\n- one lamp\n- two cups\n--\nand please hurry, order 5512",
        "I need two cups\n--\nPlease hurry, I need them on Monday.",
        "Your colleague <bob@shop.org> wrote on 5 Jan 2026:\nyou get it back. Where is it?",
        "Hello\nTừ: Hà Nội\nĐến: Sài Gòn\nNgày: 5/1\nI want to send a parcel",
        "On 3 Nov 2026 I wrote:\nit is broken.",
        "From: our house\nit is far.",
        "Please note:\n-- first\n-- second\nThanks",
        "Points\n----\n1. one\n----\nmore",
        "It was\nSent from my desk, not from my phone.",
        "Sent from my iPhone shop\nas a gift, it never came.",
        "a > b\nb >= c",
        "De nada.\nPara mí: todo bien.\nAsunto cerrado.",
        "Please change this:\nFrom: Berlin\nTo: Paris\nDate: 5 May\nThe rest can stay.",
        "Bitte ändern:\nVon: Berlin\nAn: Paris (bisher Lyon)\nDatum: 5. Mai\nGeht das?",
        "Quiero cambiar:\nDe: Madrid\nA: Lima\nFecha: 5 de mayo\n¿Cuánto cuesta?",
        "Modifiez :\nDe : Paris\nA : Rome\nDate : 5 mai\nEst-ce possible ?",
        "The label says\nFrom: Shop, Main St 5\nTo: Ana, Second St 7\nSent: 5 Nov\nthat is wrong.",
        'Hi,\nOn 5 November 2025 your colleague wrote:\n"You get it back"\nI got nothing.',
        "Hallo,\nam 5.11.2025 schrieb mir Frau Meier:\nSie bekommen es zurück.\nNichts kam.",
        "Hallo,\nam 5.11.2025 um 10:15 schrieb mir <m@shop.org>:\nSie bekommen es.\nNichts kam.",
        "Bonjour,\nle 5 novembre 2025 votre collègue m'a écrit :\n« Oui »\nJe n'ai rien reçu.",
        "Hola,\nel 5 de noviembre de 2025 me escribió:\nRecibirá 20 EUR\nNo recibí nada.",
        "你好\n2025年11月5日你们客服写道：\n“三天内退款”\n我还没有收到。",
        f"A new request\n\nFrom: Ana <{MAIL}>\nSubject: Broken\nDate: today\n\nMessage:\nIt broke.",
        f"Anfrage\n\nVon: Ana <{MAIL}>\nBetreff: Defekt\nDatum: heute\nNachricht: Sie ist defekt.",
        "Hello\n--\nOrder 5511: broken\nOrder 5512: missing\nNothing else",
        "Hello\n--\nThe lamp\nI want my money back",
        "Three things:\n\n—\nThe lamp flickers\n—\nThe cable is short\n—\nSend new ones",
        f"-----Original Message-----\nFrom: Shop <{MAIL}>\nSent: Monday\nTo: Ana\n\nOld\n\nNew",
        "iPhoneから送信できません\n助けてください",
        "從我的帳戶扣款，但沒有商品\n請退款",
        "Outlook for Android does not show your mails\nWhat now",
        "It broke.\n--\nURGENT REPLY NEEDED",
        "Sie ist kaputt.\n--\nDRINGEND\nBestellung",
        "It broke.\n--\nNEVER AGAIN!!!",
        f"Hi,\n\nFrom: Shop <{MAIL}>\nSent: 5 Jan 2026 10:00\nTo: Ana\nSubject: Lamp\n\nDear Ana,\nit ships.\nShop\n\nStill broken",
        f"Hallo Frau Berg,\n\nAm 5.1.2026 um 10:15 schrieb Shop <{MAIL}>:\n\nLiebe Ana,\nsie kommt.\n\nimmer noch kaputt",
        "It broke.\n--\n" + "A long story goes on.\n" * 20,
    ],
)
def test_what_may_be_the_message_itself_stays(text: str) -> None:
    assert folded_spans(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "It broke.\n--\nAna\nPlease consider the environment before printing",
        "Es ist defekt.\n--\nAna\nTel 030 1234\nTel 0171 1234",
        "It broke.\n--\nUrgent Care Clinic\nBoston",
        "It broke.\n--\nURGENT CARE CLINIC\nMain Street 5\nTel. 0123 456789",
        "It broke.\n--\nUrgent matters: 0800 123 456\nAna Berg",
        "坏了。\n--\n紧急联系电话：13800138000\n王芳",
        "Hello Mia!\n\n-- \nAna Berg\nLamps",
        "Hallo Mia,\n\nVon meinem iPhone gesendet",
        "It broke.\n--\nANA BERG\nACME TRADING",
        "Hello still broken\n\nFrom: Max Muster\nSent: Tuesday, March 5, 2024 10:22\nTo: Support\n\nOld",
        "It broke.\n\nFrom: Max Muster\nSent: Tuesday, March 5, 2024 10:22\nTo: Support\n\nOld",
        "It broke.\n\nFrom: Shop\nSent: 5 March 2024 10:22\nTo: Ana\nSubject: Yours\n\nMessage: old",
        "It broke.\nOn 5 March 2024 at 10:22 Your Energy Team <team@shop.example> wrote:\nOld",
    ],
)
def test_what_mail_programs_put_below_is_folded(text: str) -> None:
    assert "\n" not in left(text).replace("…", "").strip()


def test_what_was_passed_on_by_itself_stays() -> None:
    heads = "Subject: lamp\nDate: 5 Nov 2026\nFrom: Ana <ana@a.example>\nTo: Shop"
    text = f"-------- Forwarded Message --------\n{heads}\n\nMy lamp is broken."
    assert left(text).endswith("My lamp is broken.")


def test_the_armour_of_a_signed_text_is_folded() -> None:
    text = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nIt broke.\n"
        "-----BEGIN PGP SIGNATURE-----\n\niQEz\n=x1\n-----END PGP SIGNATURE-----\nAna"
    )
    assert left(text) == "…It broke.\n…Ana"


def test_prose_above_an_introduction_stays() -> None:
    text = f"I will fix it when I\nget back.\n{INTRODUCTIONS[0]}\n\n> old\n"
    assert left(text) == "I will fix it when I\nget back.\n…"


_LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [*INTRODUCTIONS, "> a", "", "-- ", "From: a", "Sent: b", "To: c", "Sent from my iPhone"]
        ),
        st.text(max_size=8),
    ),
    max_size=20,
)


@given(_LINES)
@settings(max_examples=300, deadline=None)
def test_spans_are_ordered_apart_and_never_all(lines: list[str]) -> None:
    text = "\n".join(lines)
    last, shown = 0, ""
    for start, end in folded_spans(text):
        assert last <= start < end <= len(text)
        shown += text[last:start]
        last = end
    shown += text[last:]
    assert not folded_spans(text) or shown.strip()


@pytest.mark.parametrize(
    "hostile",
    [
        "> a\n",
        "On\n",
        "From:\n",
        "a wrote:\n",
        "--\n",
        "1\n",
        "-",
        ":\n",
        " ",
        "a@b.c ",
        "On 5.3.2024 Ana Berg wrote:\n",
        "x\n\nOn 5.3.2024 Ana Berg wrote:\n\n",
    ],
)
def test_long_messages_cost_no_more_than_their_length(hostile: str) -> None:
    began = time.thread_time()
    folded_spans("words\n" + hostile * (200_000 // len(hostile)) + "\nend:")
    assert time.thread_time() - began < 4

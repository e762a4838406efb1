"""The line that a device puts below, with marks and a pardon behind it; and signers of odd names."""

from __future__ import annotations

import pytest

from supportdesk_gui.text.folding import folded_spans
from supportdesk_gui.text.sent_from import is_sent_from


@pytest.mark.parametrize(
    "line",
    [
        *("iPhoneから送信、", "iPhoneから送信しました。", "iPhoneから送信、乱文失礼します。", "（iPhoneから送信）"),
        *("发自我的iPhone。", "发自我的iPhone，请见谅", "發自我的 iPhone！", "從我的 iPhone 傳送，請見諒"),
        *("내 iPhone에서 보냄!", "나의 iPhone에서 보냄, 오타 양해 부탁드립니다"),
        *("Sent from my iPhone!", "(Sent from my iPhone)", "*Sent from my iPhone*"),
        *("Sent from my iPhone, please excuse typos.", "Sent from my phone - sorry for typos!"),
        "Von meinem iPhone gesendet. Bitte entschuldigen Sie Tippfehler.",
        "Envoyé de mon iPhone, veuillez excuser les fautes",
        "Enviado desde mi iPhone, disculpe los errores",
        "Enviado do meu iPhone, desculpe os erros.",
        "Inviato da iPhone, scusate gli errori",
        "Verzonden vanaf mijn iPhone, excuses voor typefouten.",
        "Отправлено с iPhone, извините за опечатки",
        "Надіслано з iPhone, вибачте",
        "Wysłane z iPhone'a, przepraszam za literówki",
        "Odesláno z iPhonu, omluvte překlepy",
        "Skickat från min iPhone, ursäkta stavfel",
        "Sendt fra min iPhone, undskyld stavefejl",
        *("Enviado do meu celular", "Verzonden vanaf mijn telefoon", "Wysłane z Onet Poczta"),
        "Lähetetty iPhonesta, anteeksi kirjoitusvirheet",
        "iPhone-omból küldve, elnézést",
        "iPhone'umdan gönderildi, kusura bakmayın",
        "Trimis de pe iPhone-ul meu, scuze pentru greșeli",
        "Στάλθηκε από το iPhone μου, συγγνώμη",
        "أُرسلت من الـ iPhone، عذرا على الأخطاء",
        "נשלח מה-iPhone שלי, סליחה",
        "ส่งจาก iPhone ของฉัน, ขออภัยค่ะ",
        "Đã gửi từ iPhone của tôi, xin lỗi",
        "Dikirim dari iPhone saya, maaf",
        "Envoyé de mon appareil mobile",
        "Inviato da Libero Mail",
        "Verstuurd vanaf mijn Fairphone",
        "发自我的小米手机",
    ],
)  # fmt: skip
def test_marks_and_a_pardon_may_follow(line: str) -> None:
    assert is_sent_from(line)
    assert folded_spans(f"It broke.\n\n{line}")


@pytest.mark.parametrize(
    "line",
    [
        "iPhoneから送信できません",
        "iPhoneから送信、まだ届いていません。",
        "发自我的iPhone，抱歉没收到货",
        "发自内心的感谢",
        "Sent from my iPhone, the lamp never came",
        "Sent from my iPhone, sorry but the lamp never came",
        "Sent from my iPhone. There are errors in your shop.",
        "Von meinem Konto wurden 30 Euro abgebucht.",
        "Verzonden met PostNL",
        "Gesendet mit DHL am Montag",
        "Enviado desde Madrid el lunes.",
        "Отправлено с вашего склада",
        "Sent from the warehouse on Monday.",
        "Sent from my iPhone shop as a gift, it never came.",
    ],
)
def test_what_goes_on_stays(line: str) -> None:
    assert not is_sent_from(line)
    assert folded_spans(f"It broke.\n\n{line}") == ()


@pytest.mark.parametrize(
    "signature",
    [
        "Ana Maria Berg Lopez J.",
        "Ana Berg, Head of Sales at Lamps and Co.",
        "I Love Lamps",
        "What If?\nwww.whatif.example",
        "Pau Serra i Soler",
        "Sklep i Serwis",
    ],
)
def test_names_below_bare_dashes_are_folded(signature: str) -> None:
    text = f"It broke.\n\n--\n{signature}"
    assert folded_spans(text) == ((11, len(text)),)


@pytest.mark.parametrize(
    "words",
    [
        "Where is it?\nAna",
        "What now?\nTel. 030 123456",
        "They sent it to Lamps Co.",
        "Bitte Rückruf",
        "i want my money back",
        "The plan was only plan B.",
    ],
)
def test_words_below_bare_dashes_stay(words: str) -> None:
    assert folded_spans(f"It broke.\n\n--\n{words}") == ()

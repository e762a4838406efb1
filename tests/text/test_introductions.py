"""Who wrote on which day, above history without an address or a time; what customers tell stays."""

from __future__ import annotations

import pytest

from supportdesk_gui.text.folding import folded_spans


def left(text: str) -> str:
    """What is still to read, `…` where something is folded."""
    shown, at = "", 0
    for start, end in folded_spans(text):
        shown += text[at:start] + "…"
        at = end
    return shown + text[at:]


DAYS = [
    "Am 05.03.2024 schrieb Max Muster:",
    "Am 5. März 2024 schrieb Max Muster:",
    "Max Muster schrieb am 05.03.2024:",
    "On 2024-03-05, Max Muster wrote:",
    "On Tue, Mar 5, 2024 Max Muster wrote:",
    "Max Muster wrote on 05/03/2024:",
    "El 5 de marzo de 2024, Max Muster escribió:",
    "Le 05/03/2024, Max Muster a écrit :",
    "Le mardi 5 mars 2024, Max Muster a écrit :",
    "Il giorno martedì 5 marzo 2024 Max Muster ha scritto:",
    "Max Muster ha scritto il 05/03/2024:",
    "Em 05/03/2024, Max Muster escreveu:",
    "Op 05-03-2024 schreef Max Muster:",
    "W dniu 05.03.2024 Max Muster napisał(a):",
    "Dne 05.03.2024 Max Muster napsal(a):",
    "Den 5 mars 2024 skrev Max Muster:",
    "5.3.2024 Max Muster kirjoitti:",
    "5 марта 2024 г. Иван Иванов написал(а):",
    "05.03.2024 Max Muster пише:",
    "Max Muster, 05.03.2024 tarihinde şunu yazdı:",
    "2024.03.05. Max Muster írta:",
    "Pe 05.03.2024, Max Muster a scris:",
    "Στις 05/03/2024, ο/η Max Muster έγραψε:",
    "في 05/03/2024، كتب Max Muster:",
    "2024年3月5日、山田太郎さんは書きました:",
    "在2024年3月5日，张三写道：",
    "於 2024年3月5日 王小明 寫道：",
    "2024년 3월 5일, 김철수님이 작성:",
    "ในวันที่ 05/03/2024 Max Muster เขียนว่า:",
    "Vào 05/03/2024, Max Muster đã viết:",
    "Pada 05/03/2024, Max Muster menulis:",
]


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("greeting", ["Hallo Ana,", "Estimada Ana:", "您好，", "Здравствуйте!"])
def test_a_letter_below_the_day_of_an_answer_is_history(day: str, greeting: str) -> None:
    text = f"That did not help.\n\n{day}\n\n{greeting}\nit is on its way.\n\nIt comes soon."
    assert left(text) == "That did not help.\n\n…"


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("end", ["Kind regards\nAna", "Viele Grüße, Ana", "Sent from my iPhone"])
def test_what_stands_below_the_end_of_an_answer_is_history(day: str, end: str) -> None:
    text = f"That did not help.\n\n{end}\n\n{day}\nit is on its way.\n\nIt comes soon."
    assert "soon" not in left(text)
    assert left(text).startswith("That did not help.")


@pytest.mark.parametrize(
    "greeting",
    [
        *(
            "Hello, Ana!",
            "Sehr geehrte Frau Dr. Berg,",
            "Dear Ms. Berg",
            "Hi Ana -",
            "张三，您好：",
        ),
        *(
            "Chère Madame Berg,",
            "Witam serdecznie!",
            "山田様",
            "お世話になっております。",
            "안녕하세요!",
        ),
    ],
)
def test_greetings_are_short_lines(greeting: str) -> None:
    assert left(f"It is late.\n\n{DAYS[0]}\n\n{greeting}\n\nEs kommt bald.\n") == (
        "It is late.\n\n…"
    )


def test_what_is_signed_by_whom_it_names_is_history() -> None:
    text = f"That did not help.\n\n{DAYS[0]}\nIhr Paket kommt.\n\nMax Muster\nLampen GmbH"
    assert left(text) == "That did not help.\n\n…"


@pytest.mark.parametrize(
    "text",
    [
        "It is late.\n\nOn 05/03/2024 Max Muster wrote:\n\nYou get it back.\n\nNothing came.",
        "It is late.\n\nOn 05/03/2024 Max Muster wrote:\nYou get it back.\nNothing came.\n\nAna",
        "Hello,\n\nOn 05/03/2024 Max Muster wrote:\n\nDear Ana,\nyou get it.\n\nNothing came.",
        "This came:\n\nOn 05/03/2024 Max Muster wrote:\n\nDear Ana,\nyou get it.\n\nNothing came.",
        "I waited.\n\nOn 05/03/2024 Ana Berg wrote:\nHi, it comes tomorrow.\n\nIt did not come.",
        "It is late.\n\nOn 05/03/2024 Max Muster wrote:\nYou get it.\nMax Muster\n\nI got nothing.",
        "It is late.\n\nMax Muster wrote on 05/03/2024:\nDear Ana,\nIt comes.\nMax\n\nI got none.",
        "没有收到。\n\n2024年3月5日，张三写道：\n您好，三天内退款。\n\n还没有收到。",
        "It is late.\n\nMy husband wrote on 05/03/2024:\n\nDear shop,\nwhere is it?\n\nNo answer.",
        "Hi there\n\nOn Monday, the driver wrote: 'not at home'\nI was.",
        "It is late.\n\nOn 05/03/2024 the driver wrote:\n\nHi, nobody was at home.\n\nI was.",
        "Er fehlt.\n\nAm 05.03.2024 schrieb Frau Meier:\n\nHallo Ana,\ner kommt.\n\nNichts kam.",
        "Er fehlt.\n\nAm 05.03.2024 schrieb der Fahrer:\n\nHallo Ana,\ner kommt.\n\nNichts kam.",
        "Falta.\n\nEl 05/03/2024 la agente escribió:\n\nHola Ana,\nviene.\n\nNo vino.",
        "Нет.\n\n05.03.2024 курьер написал:\n\nЗдравствуйте!\nВас не было.\n\nЯ был дома.",
        "没有收到。\n\n2024年3月5日客服写道：\n\n您好，\n三天内退款。\n\n还没有收到。",
        "Nie ma.\n\nW dniu 05.03.2024 napisałem:\n\nDzień dobry,\nproszę o zwrot.\n\nI nic.",
    ],
)
def test_what_a_customer_tells_of_a_day_stays(text: str) -> None:
    assert folded_spans(text) == ()


@pytest.mark.parametrize(
    "named", ["Bob Lee wrote:", "张三写道：", "Zoë Berg schrieb:", "박지성님이 작성:"]
)
def test_a_name_above_quoted_lines_is_folded_with_them(named: str) -> None:
    assert left(f"Yes.\n\n{named}\n> Old words.\n") == "Yes.\n\n…"


def test_what_a_person_is_called_above_quoted_lines_stays() -> None:
    assert left("Yes.\n\nThe driver wrote:\n> Old words.\n") == "Yes.\n\nThe driver wrote:\n…"


@pytest.mark.parametrize(
    "introduction",
    [
        "On 5 Mar 2024 at 10:15 AM Toys R us <m@x.example> wrote:",
        "Am 05.03.2024 um 10:15 Uhr schrieb Toys R us <m@x.example>:",
        "Toys R us <m@x.example> schrieb am 05.03.2024 um 10:15:",
        "El mar, 5 mar 2024 a las 10:15, Todo para usted (<m@x.example>) escribió:",
        "Le mar. 5 mars 2024 à 10:15, Chez nous <m@x.example> a écrit :",
    ],
)
def test_a_name_that_speaks_to_somebody_is_one(introduction: str) -> None:
    assert left(f"Yes.\n\n{introduction}\nOld words.") == "Yes.\n\n…"


def test_your_colleague_is_no_name() -> None:
    told = "On 5 Mar 2024 at 10:15 AM your colleague <m@x.example> wrote:\nOld words."
    assert folded_spans(f"Yes.\n\n{told}") == ()


@pytest.mark.parametrize(
    "below",
    [
        "Dear customer,\nwe missed you.\n\nI was home all day.",
        "Hello Ana,\nwe refund it.\n\nThat was a month ago. Where is my money?",
        "Hello Ana,\nwe refund it.\nBob Lee\n\nOn 9 March 2024 Jo Berg wrote:\nHello Ana,\nwe do not.\n"
        "Jo Berg\n\nWhich of them is right?",
    ],
)
def test_who_goes_on_behind_the_letter_of_another_stays(below: str) -> None:
    text = f"The courier left a note.\n\nOn 5 March 2024, Bob Lee wrote:\n{below}"
    assert folded_spans(text) == ()


def test_a_chat_that_is_told_stays() -> None:
    chat = "Bob Lee wrote 2024-03-05:\nHello Ana\n\nAna Berg wrote 2024-03-05:\nHello Bob\n\nNothing came."
    assert folded_spans(f"Look what your colleague said:\n\n{chat}") == ()
    needs = "Ana Berg wrote 2024-03-05:\nHi, I need help\n\nPlease mend this."
    assert folded_spans(f"That came yesterday.\n\n{needs}") == ()

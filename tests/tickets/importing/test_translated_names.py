"""Columns as helpdesks of many languages call them."""

from __future__ import annotations

from pathlib import Path

import pytest

from supportdesk_gui.tickets.importing.doctor import Diagnosis, examine, read_tickets
from supportdesk_gui.tickets.importing.number_names import NUMBER_NAMES
from supportdesk_gui.tickets.importing.translated_names import TRANSLATED_NAMES
from supportdesk_gui.tickets.importing.vendors import FIELD_OF, normalised
from supportdesk_gui.tickets.ticket import Ticket

_FIELDS = ("id", "subject", "customer", "agent", "status", "priority", "channel", "updated", "body", "reply")  # fmt: skip
_ROW = "00042,Lamp,Ana,Sam,open,high,web,2026-01-05 10:00,The lamp is broken,We send another one"


def _read(folder: Path, text: str) -> tuple[Diagnosis, list[Ticket]]:
    path = folder / "export.csv"
    path.write_text(text, encoding="utf-8")
    found = examine(path)
    return found, [item for item in read_tickets(found) if isinstance(item, Ticket)]


@pytest.mark.parametrize(
    "header",
    [
        "お問い合わせ番号,件名,氏名,担当者,ステータス,優先度,チャネル,更新日時,お問い合わせ内容,回答内容",
        "チケットID,タイトル,お名前,エージェント,対応状況,優先度,ソース,最終更新日時,説明,返信内容",
        "문의번호,제목,고객명,담당자,상태,우선순위,채널,수정일시,문의내용,답변내용",
        "티켓 ID,제목,문의자,상담원,처리상태,중요도,접수경로,업데이트일,설명,회신",
        "案件編號,主旨,客戶名稱,負責人,狀態,優先順序,來源,最後更新時間,問題描述,回覆內容",
        "工单编号,标题,客户名称,经办人,状态,优先级,来源,更新时间,问题内容,回复内容",
        "售后单号,问题标题,联系人,受理人,处理进度,紧急程度,来源渠道,最后更新,用户问题,处理结果",
        "رقم التذكرة,الموضوع,اسم العميل,الموظف,الحالة,الأولوية,القناة,تاريخ التحديث,الوصف,الرد",
        "Número do chamado,Assunto,Nome do solicitante,Atendente,Situação,Prioridade,Origem,Última atualização,Descrição,Resposta",
        "N° du ticket,Objet,Nom du demandeur,Agent assigné,Statut,Priorité,Origine,Dernière mise à jour,Description,Réponse",
        "ID de ticket,Asunto,Nombre del solicitante,Agente asignado,Estado,Prioridad,Fuente,Hora de última actualización,Descripción,Solución",
        "Vorgangs-Nr.,Betreff,Name des Anfragenden,Zugewiesene Person,Status,Priorität,Quelle,Zuletzt geändert,Frage,Lösung",
        "Numero di ticket,Oggetto,Nome cliente,Assegnato a,Stato,Priorità,Canale,Ultimo aggiornamento,Domanda,Risposta",
        "Ticketnummer,Onderwerp,Klantnaam,Behandelaar,Status,Prioriteit,Kanaal,Laatst gewijzigd,Vraag,Antwoord",
        "Numer zgłoszenia,Temat,Imię i nazwisko,Przypisane do,Status zgłoszenia,Priorytet,Kanał,Ostatnia aktualizacja,Treść zgłoszenia,Odpowiedź",
        "Номер заявки,Тема,ФИО,Исполнитель,Статус заявки,Приоритет,Канал,Дата обновления,Описание проблемы,Ответ",
        "شماره تیکت,موضوع,نام مشتری,کارشناس,وضعیت,اولویت,کانال,تاریخ به\u200cروزرسانی,شرح,پاسخ",
        "Talep No,Konu,Müşteri Adı,Temsilci,Durum,Öncelik,Kanal,Güncellenme Tarihi,Soru,Yanıt",
    ],
)
def test_what_a_helpdesk_says_is_known_in_its_language(tmp_path: Path, header: str) -> None:
    found, (ticket,) = _read(tmp_path, f"{header}\n{_ROW}\n")
    assert found.columns == {field: (place,) for place, field in enumerate(_FIELDS)}
    assert (ticket.external_id, ticket.requester) == ("00042", "Ana")
    assert [(one.role.value, one.author) for one in ticket.messages] == [
        ("requester", "Ana"),
        ("agent", "Sam"),
    ]


def test_a_name_means_one_thing_and_is_written_as_names_are_compared() -> None:
    tables = {**TRANSLATED_NAMES, "id": NUMBER_NAMES}
    told = [(name, field) for field, names in tables.items() for name in names.split(";")]
    assert [name for name, _ in told if normalised(name) != name] == []
    assert [name for name, field in told if FIELD_OF[name] != field] == []


@pytest.mark.parametrize(
    "name", ["Author role", "sender_role", "from_type", "发送人类型", "Tipo de remitente"]
)
def test_a_role_tells_who_wrote_though_we_began(tmp_path: Path, name: str) -> None:
    rows = "2,Sam,agent,Your order is late\n2,Ed,customer,Why?\n3,Ana,customer,Hello\n"
    _, (first, _) = _read(tmp_path, f"ticket_id,author_name,{name},comment\n{rows}")
    assert (first.requester, first.waits_for_us()) == ("Ed", True)
    assert [one.role.value for one in first.messages] == ["agent", "requester"]


def test_the_texts_of_a_list_of_messages_are_known(tmp_path: Path) -> None:
    header = "id,ticket_id,body_text,incoming,private,user_id,created_at"
    row = "1,112,Lamp broken,true,false,9,2026-01-05 10:00"
    found, (ticket,) = _read(tmp_path, f"{header}\n{row}\n")
    assert (ticket.external_id, ticket.messages[0].text) == ("112", "Lamp broken")
    assert found.only_messages


def test_jira_in_chinese(tmp_path: Path) -> None:
    header = "概要,问题关键字,状态,经办人,报告人,创建日期,描述,评论,评论"
    row = "Late,SD-1,开放,Sam,Ana,2026-01-05 10:00,Where is it?,2026-01-05 10:30;Sam;On its way,2026-01-05 10:40;Ana;Not here"
    found, (ticket,) = _read(tmp_path, f"{header}\n{row}\n")
    assert (found.vendor, ticket.external_id, ticket.subject) == ("Jira", "SD-1", "Late")
    assert [one.role.value for one in ticket.messages] == ["requester", "agent", "requester"]
    assert found.columns["agent"] == (3,)


@pytest.mark.parametrize(
    "header",
    [
        "Ticket-ID,Ticketname,Pipeline,Ticketstatus,Ticketbeschreibung",
        "ID de ticket,Nombre del ticket,Pipeline,Estado del ticket,Descripción del ticket",
        "チケットID,チケット名,パイプライン,チケットのステータス,チケットの説明",
    ],
)
def test_hubspot_in_other_languages(tmp_path: Path, header: str) -> None:
    found, (ticket,) = _read(tmp_path, f"{header}\n16048,Lamp,Support,New,The lamp is broken\n")
    assert (found.vendor, ticket.external_id, ticket.subject) == ("HubSpot", "16048", "Lamp")
    assert ticket.messages[0].text == "The lamp is broken"


@pytest.mark.parametrize(
    ("cell", "name", "email"),
    [
        ("Ed Low (ed@mail.example);Amy (amy@mail.example)", "Ed Low", "ed@mail.example"),
        ("Low, Ed <ed@mail.example>, Amy <amy@mail.example>", "Low, Ed", "ed@mail.example"),
        ("ed@mail.example; amy@mail.example", "", "ed@mail.example"),
        ("Low, Ed <ed@mail.example>", "Low, Ed", "ed@mail.example"),
    ],
)
def test_of_several_contacts_the_first_asks(
    tmp_path: Path, cell: str, name: str, email: str
) -> None:
    header = "Ticket ID,Ticket name,Pipeline,Associated Contact,Ticket description"
    _, (ticket,) = _read(tmp_path, f'{header}\n1,Lamp,Support,"{cell}",The lamp is broken\n')
    assert (ticket.requester, ticket.email) == (name, email)


_SHORT_HEADERS = (
    "Saksnr;Emne;Navn;Beskrivelse;Svar",
    "Ärendenummer;Ämne;Namn;Meddelande;Svar",
    "Tikettinumero;Aihe;Asiakas;Viesti;Vastaus",
    "Číslo požadavku;Předmět;Jméno;Popis;Odpověď",
    "Jegyszám;Tárgy;Név;Leírás;Válasz",
    "Număr tichet;Subiect;Nume;Mesaj;Răspuns",
    "Номер звернення;Тема;Клієнт;Опис;Відповідь",
    "Αριθμός αιτήματος;Θέμα;Όνομα;Μήνυμα;Απάντηση",
    "מספר פנייה;נושא;שם הלקוח;תוכן הפנייה;תשובה",
    "Mã yêu cầu;Tiêu đề;Họ và tên;Nội dung;Trả lời",
    "หมายเลขตั๋ว;หัวข้อ;ชื่อลูกค้า;รายละเอียด;คำตอบ",
    "Nomor Tiket;Judul;Nama Pelanggan;Pesan;Balasan",
)


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("Ticket#;Status;Priorität;Queue;Besitzer;Kundenname;Betreff", "id 0 agent 4 customer 5"),  # OTRS
        ("Numéro de ticket;Date de création;Sujet;De;Statut actuel", "id 0 customer 3"),  # osTicket
        ("工单 ID;主题;描述;状态;上次更新时间;全名", "updated 4 customer 5"),  # Freshdesk
        ("Case Number;Contact: Full Name;Contact: Email;Subject;Case Owner", "customer 1 email 2 agent 4"),
        ("Nombre del ticket;Pipeline;Fecha de la última actividad;Propietario del ticket", "updated 2 agent 3"),
        ("상담ID;상담 제목;고객명;상담 내용", "id 0 subject 1 customer 2"),
        ("your-name;your-email;your-subject;your-message", "customer 0 email 1 subject 2 body 3"),
        *((one, "id 0 subject 1 customer 2 body 3 reply 4") for one in _SHORT_HEADERS),
        ("Visitor Name;Visitor Email;Agent;Message", "customer 0 email 1 agent 2"),
        ("Entry Id;Name (First);Name (Last);Email;Your Message", "customer 1 email 3 body 4"),
    ],
)  # fmt: skip
def test_columns_of_helpdesks_and_forms_as_their_users_have_them(
    tmp_path: Path, header: str, told: str
) -> None:
    cells = ";".join(f"A {at}" for at in range(header.count(";") + 1))
    path = tmp_path / "export.csv"
    path.write_text(f"{header}\n{cells}\n", "utf-8")
    columns, words = examine(path).columns, told.split()
    found = {field: columns.get(field, (-1,))[0] for field in words[::2]}
    assert found == dict(zip(words[::2], map(int, words[1::2]), strict=True))


def test_from_when_on_is_nobodys_name(tmp_path: Path) -> None:
    row = "00042,Lamp,The lamp is broken,{},06.01.2026"
    for cell, other, customer in (
        ("05.01.2026", "Bis", ""), ("05.01.2026", "Datum", ""), ("08:00", "Ende", ""), ("8 Uhr", "Ende", ""),
        ("Berlin", "Nach", ""), ("Mo", "Bis", ""), ("Ana Ruiz", "Datum", "Ana Ruiz"),
    ):  # fmt: skip
        text = f"Ticket ID,Betreff,Beschreibung,Von,{other}\n{row.format(cell)}\n"
        _, (ticket,) = _read(tmp_path, text)
        assert ticket.requester == customer


@pytest.mark.parametrize("header", ["Id;Klient;Od;Treść", "Id;Pelanggan;Nama;Keluhan"])
def test_the_customer_is_called_so_before_all_else(tmp_path: Path, header: str) -> None:
    path = tmp_path / "export.csv"
    path.write_text(f"{header}\n1;Ana Berg;Lampa;Lampa przyszła zepsuta\n", "utf-8")
    (ticket,) = (one for one in read_tickets(examine(path)) if isinstance(one, Ticket))
    assert ticket.requester == "Ana Berg"


def test_whom_a_mail_went_to_does_not_ask(tmp_path: Path) -> None:
    path = tmp_path / "mails.csv"
    rows = "ana@a.example;shop@s.example;Meine Lampe ist kaputt\nbo@b.example;help@s.example;Wo ist sie\n"
    for header in ("Von;An;Nachricht", "De;À;Message", "From;To;Message"):
        path.write_text(f"{header}\n{rows}", "utf-8")
        told = [one.email for one in read_tickets(examine(path)) if isinstance(one, Ticket)]
        assert told == ["ana@a.example", "bo@b.example"], header


def test_both_parts_of_a_name_in_a_form_are_the_customers(tmp_path: Path) -> None:
    for first, last in (("Name (First)", "Name (Last)"), ("Name: First", "Name: Last")):
        text = f"{first},{last},Email,Message\nAna,Ruiz,ana@x.example,My lamp is broken\n"
        _, (ticket,) = _read(tmp_path, text)
        assert ticket.requester == "Ana Ruiz"

"""What the number of a ticket is called: a word for a ticket and one for a number, put together as
languages do, in the form that `vendors.normalised` gives.

No order, parcel or customer is among the things: their numbers are none of tickets.
"""

from __future__ import annotations

from itertools import product

_BEHIND = (
    ("ticket;case;request;incident;issue;complaint;claim;enquiry;inquiry;conversation;chat;thread;"
     "support ticket;support case;service request;helpdesk ticket",
     " ", "id;no;nr;num;number;#;key;ref;reference"),
    ("ticket;vorgang;vorgangs;fall;anfrage;anfragen;störungs;meldungs;reklamation;reklamations;"
     "beschwerde;gesprächs;konversations;support;supportfall;incident;zaak;aanvraag;melding;klacht",
     "; ", "nummer;nr;id;no"),
    ("talep;bilet;destek;destek talebi;şikayet;ticket;görüşme;sohbet", " ", "no;nosu;numarası;id"),
    ("工单;工單;案件;个案;個案;服务单;服務單;售后单;售後單;问题;問題;咨询;諮詢;投诉;投訴;客诉;客訴;反馈;回饋;"
     "申请;申請;请求;請求;会话;會話;对话;對話;事件",
     "; ", "编号;編號;号;號;号码;號碼;id;no"),
    ("工单;工單;服务;服務;售后;售後;客服;受理;报修;報修", "", "单号;單號;流水号;流水號;编号;編號"),
    ("お問い合わせ;お問合せ;お問合わせ;問い合わせ;問合せ;受付;チケット;案件;依頼;リクエスト;相談;会話;スレッド;"
     "チャット;インシデント;対応;ケース",
     "; ", "番号;管理番号;id;no"),
    ("문의;티켓;접수;상담;요청;대화;채팅;민원;케이스;이슈", "; ", "번호;id;no"),
)  # fmt: skip
"""Things, what stands between, and words for their numbers behind them."""
_BEFORE = (
    ("número;numero;núm;num;nro;nº;n°;no;id;identificador;código",
     " ; del ; de ; de la ; do ; da ",
     "ticket;tíquet;tíquete;caso;incidencia;incidente;solicitud;consulta;reclamo;reclamación;queja;"
     "conversación;chamado;protocolo;atendimento;solicitação;ocorrência;demanda;reclamação;conversa;chat"),
    ("numéro;numero;n°;nº;no;id;identifiant;référence;réf", " ; du ; de ; de la ; de l'; de l’",
     "ticket;dossier;demande;cas;incident;conversation;requête;réclamation"),
    ("numero;n°;nº;n;num;id;codice;identificativo", " ; del ; di ; della ; dell'; dell’",
     "ticket;caso;richiesta;segnalazione;pratica;reclamo;conversazione;incidente"),
    ("numer;nr;id;identyfikator", " ", "zgłoszenia;ticketu;biletu;sprawy;rozmowy;reklamacji"),
    ("номер;№;id;идентификатор", " ",
     "тикета;заявки;диалога;чата;обращения;запроса;жалобы;инцидента;заявления"),
    ("رقم;معرف;معرّف;رمز", " ", "التذكرة;التذكره;المحادثة;الشكوى;البلاغ;الاستفسار;الحالة"),
)  # fmt: skip
"""Words for numbers, what stands between, and things behind them."""


def _composed() -> dict[str, None]:
    return dict.fromkeys(
        "".join(parts)
        for table in (*_BEHIND, *_BEFORE)
        for parts in product(*(words.split(";") for words in table))
    )


THINGS = frozenset(
    thing
    for table, at in ((_BEHIND, 0), (_BEFORE, 2))
    for words in table
    for thing in words[at].split(";")
)
"""Words for a ticket."""
NUMBER_NAMES = ";".join(_composed())
"""All of them, parted by semicolons."""

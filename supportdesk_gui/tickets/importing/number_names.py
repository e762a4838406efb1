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
    ("ticket;case;request;incident;conversation;chat;thread;support ticket", "", "#;id;no;number;num"),
    ("ticket;vorgang;vorgangs;fall;anfrage;anfragen;störungs;meldungs;reklamation;reklamations;"
     "beschwerde;gesprächs;konversations;support;supportfall;incident;zaak;aanvraag;melding;klacht",
     "; ", "nummer;nr;id;no"),
    ("talep;bilet;destek;destek talebi;şikayet;ticket;görüşme;sohbet", " ", "no;nosu;numarası;id"),
    ("saks;sags;ärende;tiketti;tapaus;hibajegy;bejelentés", "; ", "nummer;nr;id;numero;nro;szám;száma;azonosító"),
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
    ("شماره;شناسه;کد", " ", "تیکت;درخواست;پیگیری تیکت;گفتگو;شکایت;مکاتبه"),
    ("číslo;id", " ", "požadavku;požiadavky;tiketu;ticketu;případu;hlášení;reklamace"),
    ("номер;№;id", " ", "звернення;тікета;запиту;скарги"),
    ("număr;numărul;nr;id", " ", "tichet;tichetului;solicitare;cerere;sesizare"),
    ("αριθμός;κωδικός;id", " ", "αιτήματος;υπόθεσης;δελτίου;ticket"),
    ("מספר;מזהה", " ", "פנייה;קריאה;טיקט;תקלה"),
    ("mã;số;id", " ", "yêu cầu;ticket;phiếu yêu cầu;khiếu nại;sự cố"),
    ("หมายเลข;เลขที่;รหัส", "; ", "ตั๋ว;เคส;คำร้อง;คำขอ;ทิคเก็ต"),
    ("nomor;no;id", " ", "tiket;kasus;permintaan;keluhan;laporan"),
    ("رقم;معرف;معرّف;رمز", " ", "التذكرة;التذكره;المحادثة;الشكوى;البلاغ;الاستفسار;الحالة"),
)  # fmt: skip
"""Words for numbers, what stands between, and things behind them."""

MEASURES = frozenset(
    "age ages alter lebensalter edad âge idade età leeftijd wiek возраст вік yaş yaşı ålder alder ikä věk "
    "vek életkor kor vârstă vârsta ηλικία tuổi usia umur العمر عمر גיל "
    "amount price cost sum total subtotal salary income revenue fee discount value worth "
    "betrag preis summe gesamt gehalt einkommen umsatz wert importe precio monto valor salario ingresos "
    "montant prix somme valeur salaire preço quantia renda importo prezzo valore stipendio bedrag prijs "
    "waarde kwota cena suma wartość сумма цена стоимость зарплата tutar fiyat belopp pris beløb beløp "
    "hinta summa částka ár összeg preț valoare ποσό τιμή giá المبلغ السعر סכום מחיר "
    "quantity qty count counts weight height width length size anzahl menge gewicht größe höhe cantidad "
    "peso altura tamaño quantité poids taille quantidade tamanho quantità altezza aantal gewicht hoogte "
    "ilość liczba waga количество вес рост miktar adet ağırlık antal vikt määrä množství mennyiség "
    "cantitate ποσότητα lượng الكمية כמות "
    "rating score scores stars points percent percentage rank grade csat nps ces bewertung punkte "
    "punktzahl puntuación calificación puntos note notation pontuação avaliação pontos punteggio "
    "valutazione beoordeling ocena punkty оценка рейтинг баллы puan betyg hodnocení pontszám "
    "year years month months week weeks day days hour hours hrs minute minutes mins second seconds secs "
    "time duration tenure experience jahr jahre monat monate woche tage stunden minuten zeit dauer año "
    "años meses días horas minutos tiempo duración année années ans mois jours heures durée temps ano "
    "anos dias tempo duração anno anni mesi giorni ore durata jaar maanden dagen uren tijd duur rok lata "
    "czas год лет стаж время yıl süre år vuosi év χρόνος năm السنة שנה".split()
)
"""Words for what is measured, counted or paid: people's ages first of all, which may all differ."""
MEASURE_PARTS = (
    "年龄 年齡 年齢 岁 歲 나이 연령 อายุ 金额 金額 价格 價格 単価 価格 合計 总额 總額 금액 가격 数量 數量 个数 수량 重量 무게 "
    "身高 体重 評分 评分 得分 評価 평점 점수 时长 時長 時間 小时 小時 分钟 分鐘 시간 年份 년도 天数 天數 日数 日數 次数 次數 回数 횟수 "
    "工资 薪资 월급 満足度 满意度 滿意度"
).split()
"""The same in writings without spaces."""


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

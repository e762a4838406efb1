"""What columns are called in other languages and by vendors who are no helpdesk of their own.

Names as `vendors.normalised` gives them; vendors.py has those that are looked for first.
"""

from __future__ import annotations

MORE_NAMES: dict[str, str] = {
    "id": "jegyszám;ügyszám;ügyazonosító;id del ticket;id do ticket;numéro de ticket;numero del ticket;casenumber",
    "subject": "short description;case title;issue title;thema;titre;titel;oggetto;onderwerp;temat;"
    "konu;ämne;emne;předmět;tárgy;subiect;θέμα;الموضوع;נושא;chủ đề;card name;task name",
    "body": "body text;comment body;comment text;text content;ticket body;ticket content;"
    "ticket message;email body;problem description;request description;case description;complaint text;"
    "complaint description;customer question;customer query;user question;user message;user query;"
    "client message;question text;"
    "opis;beskrivning;beskrivelse;popis;leírás;descriere;açıklama;descrizione;omschrijving;"
    "beschrijving;messaggio;bericht;treść;wiadomość;mesaj;meddelande;besked;zpráva;üzenet;περιγραφή;"
    "الوصف;תיאור;説明;설명;mô tả;textbody;text body;htmlbody;html body;card description",
    "status": "current state;current ticket status;"
    "zustand;situação;état;stato;stan;stav;tila;állapot;durum;κατάσταση;الحالة;סטטוס;"
    "対応状況;処理状況;状況;처리상태;처리 상태;답변상태;处理状态;處理狀態;состояние;statut actuel;"
    "conversation status;chat status;case status;request status;ticket state;status reason;"
    "ticket status name;state name;statusname;status name;status do ticket;stage;pipeline stage;进度;"
    "estado del ticket;statut du ticket;trạng thái",
    "customer": "solicitante;demandeur;anfragender;anfragesteller;请求者;請求者;инициатор запроса;"
    "submitter;created by;customer full name;contact full name;client full name;richiedente;"
    "aanvrager;zgłaszający;talep eden;مقدم الطلب;פונה;リクエスタ;依頼者;요청자;caller id;"
    "nombre completo;vollständiger name;nom complet;nome completo;suppliedname;supplied name;"
    "buyer name;買家暱稱;买家昵称;顾客账号;müşteri;zákazník;ügyfél;πελάτης;kund;asiakas;requestor;"
    "requestors;requester full name;melder;rapporteur;reporter name;your name;klant;associated contact;"
    "from name;von name;de nombre;de nom;de nome;da nome;van naam;发件人 姓名;submitted by;requested by;customername;requestername;kundin;người yêu cầu;khách hàng",
    "email": "email id;"
    "from address;von adresse;de dirección;de adresse;de endereço;da indirizzo;van adres;suppliedemail;supplied email;buyer email;customer email address;"
    "contact email address;client email;user email;e mail do solicitante;e mail du demandeur;"
    "e mail des anfragenden;correo electrónico del solicitante;リクエスタのメール;요청자 이메일;"
    "请求者电子邮件;адрес эл почты;адрес эл. почты;эл почта;email адрес;e mail del richiedente;"
    "e mail van aanvrager;adres e mail;e posta;البريد الإلكتروني;דוא\"ל;דואר אלקטרוני;caller email;"
    "submitter email;created by email;your email;e mail expéditeur;email del solicitante;"
    "mailadresse;e mailadres;sähköposti;電子郵件;电子邮箱;电子邮件地址;メール;이메일 주소;requester mail",
    "agent": "zugewiesener agent;atribuído;asignado;assigné à;attribué à;agent affecté;toegewezen aan;"
    "przypisany;atanan;ответственный;assigned user",
    "created": "erstellungszeit;erstellt um;angelegt;angelegt am;eingang;eingegangen am;eingangsdatum;"
    "datum;fecha;fecha de registro;creado el;creada;hora de creación;data;data criação;criado;"
    "data de abertura;aberto em;date d'ouverture;date d’ouverture;créé;création;data utworzenia;utworzono;"
    "data zgłoszenia;aangemaakt;aangemaakt op;datum aangemaakt;oprettet;skapad;opprettet;luotu;"
    "vytvořeno;létrehozva;creat la;oluşturulma tarihi;tarih;δημιουργήθηκε;ημερομηνία;"
    "تاريخ الإنشاء;التاريخ;תאריך;נוצר;作成日;登録日;登録日時;受付日;受付日時;問い合わせ日時;日時;"
    "등록일;생성일;작성일;접수일시;문의일;提交时间;创建于;发布时间;咨询时间;提交日期;建立于;"
    "дата обращения;создан;дата и время;opened date;date opened;date/time opened;date submitted;"
    "submission date;submitted;submitted on;received;received at;date received;request date;"
    "start time;started at;creation time;date time;datetime;created date/time;ticket created date;"
    "first message at;reported;reported on;sys created on;createdon;issuedate;issue date;"
    "requested at;requested;logged;logged at;solicitado;gemeldet am;data creazione;creato il;"
    "creato;ngày tạo;发送时间;開立時間;创建日",
    "updated": "letzte aktualisierung;última actualización;dernière mise à jour;atualizado;"
    "ultimo aggiornamento;laatst bijgewerkt;zaktualizowano;обновлено;最終更新;最終更新日時;수정일;"
    "sys updated on;modified time;modified on;last modified date",
    "solved": "gelöst um;geschlossen um;hora de resolución;hora de cierre;closed on date;"
    "date/time closed;closeddate",
    "attachment": "attachments;attachment;attachment names;attached files;anhang;anhänge;dateianhang;"
    "adjunto;adjuntos;anexo;anexos;pièce jointe;pièces jointes;allegato;allegati;bijlage;bijlagen;"
    "załącznik;załączniki;вложение;вложения;附件;添付ファイル;첨부파일;첨부 파일",
    "reply": "resolution notes;resolution details;resolution text;resolution comment;solution;"
    "support response;support answer;company response;"
    "agent message;agent response;agent answer;support reply;our reply;our answer;"
    "admin reply;staff reply;shop reply",
    "author": "sent by;updater name;speaker;posted by;written by;"
    "autor;auteur;autore;автор;作者;작성자",
    "priority": "priorità;prioriteit;priorytet;öncelik;우선순위;优先等级",
    "author_type": "author role;sender role;from role;from type;actor type;message role;writer role;"
    "commenter role;speaker role;updater role;message sender type;message sender role",
    "sent": "update timestamp",
}  # fmt: skip
"""Our fields and the names of their columns, parted by semicolons."""

NAME_PARTS = (
    ("first name", "last name"), ("firstname", "lastname"), ("given name", "family name"),
    ("customer first name", "customer last name"), ("contact first name", "contact last name"),
    ("requester first name", "requester last name"), ("vorname", "nachname"),
    ("nombre", "apellidos"), ("nombre", "apellido"), ("prénom", "nom"), ("nome", "sobrenome"),
    ("nome", "cognome"), ("voornaam", "achternaam"), ("имя", "фамилия"), ("imię", "nazwisko"),
)  # fmt: skip
"""What the two parts of a name are called."""

FORM_NAMES = {
    f"{name}{before}{part}{behind}": f"{part} name"
    for name in ("name", "your name", "full name")
    for before, behind in ((" (", ")"), (": ", ""), (" - ", ""))
    for part in ("first", "last")
}
"""Such parts as forms call them, in small letters, and as they are called elsewhere."""

COMMENTS = frozenset(
    "comment;comments;comments and work notes;work notes;additional comments;ticket comment;ticket comments;kommentar;kommentare;commentaire;commentaires;"
    "comentario;comentarios;comentário;comentários;commento;commenti;opmerking;opmerkingen;komentarz;"
    "komentarze;комментарий;комментарии;コメント;评论;評論;댓글;코멘트;yorum;kommentarer;komentář".split(
        ";"
    )
)
"""Columns that may come more than once, each with a further message."""

_JIRA = {
    "id": "issue key;vorgangsschlüssel;schlüssel;clé de ticket;clé;clave de incidencia;clave;"
    "chave da item;chave do item;chave;chiave segnalazione;chiave;issuesleutel;klucz zgłoszenia;"
    "ключ запроса;ключ задачи;課題キー;问题关键字;이슈 키",
    "subject": "zusammenfassung;résumé;resumen;resumo;riepilogo;samenvatting;podsumowanie;тема;"
    "要約;概要;요약",
    "comment": ";".join(sorted(COMMENTS)),
    "customer": "autor;melder;rapporteur;informador;relator;segnalante;zgłaszający;автор;報告者;보고자;"
    "报告人",
    "": "issue id;vorgangs id;id de ticket;id de la incidencia;id da item;ersteller;créateur;creador;"
    "criador;resolution;lösung;résolution;resolución;resolução;risoluzione;解決状況;해결;解决结果;"
    "project lead;project description;creator;components;environment;log work;project key;"
    "projektschlüssel;projektleiter;projektbeschreibung;umgebung",
    "agent": "bearbeiter;zugewiesene person;responsable;personne assignée;persona asignada;responsável;"
    "assegnatario;toegewezen persoon;osoba przypisana;исполнитель;担当者;담당자;经办人",
    "attachment": "attachment;anhang;pièce jointe;adjunto;anexo",
    "status": "état",
}
JIRA_FIELDS = tuple((name, field) for field, names in _JIRA.items() for name in names.split(";"))
"""Jira's own columns in the languages of its users."""
_KEYS, _TITLES = (_JIRA[field].split(";") for field in ("id", "subject"))
JIRA_MARKS = tuple(
    (key, title) for key in _KEYS for title in _TITLES
    if key not in ("clé", "clave", "chave", "chiave")  # of anything
)  # fmt: skip
"""Pairs of which each gives Jira away."""
HUBSPOT_NAMES = (
    "ticketname", "nombre del ticket", "nom du ticket", "nome do ticket", "nome ticket", "nome del ticket",
    "ticketnaam", "チケット名",
)  # fmt: skip
"""What HubSpot calls the subject of a ticket, beside its pipeline."""

"""Words by which exports say on which side somebody writes, compared in small letters with spaces
for hyphens and underscores."""

from __future__ import annotations

REQUESTERS = frozenset(
    "user;lead;contact;customer;end user;enduser;endusers;requester;visitor;client;reporter;inbound;"
    "incoming;guest;buyer;shopper;true;consumer;caller;submitter;them;kunde;kundin;käufer;käuferin;"
    "besucher;cliente;comprador;compradora;visitante;usuario;usuário;acheteur;visiteur;utilisateur;"
    "acquirente;klant;koper;klient;kupujący;müşteri;alıcı;kupující;zákazník;kund;køber;asiakas;vevő;"
    "клиент;покупатель;пользователь;посетитель;客户;客戶;顾客;顧客;买家;買家;用户;用戶;访客;訪客;"
    "お客様;顾客消息;客户消息;买家消息;用户消息;访客消息;購入者;고객;구매자;عميل;לקוח".split(";")
)
AGENTS = frozenset(
    "admin;administrator;agent;teammate;team member;staff;staff member;operator;outbound;outgoing;"
    "employee;support;support agent;owner;bot;chatbot;assistant;assignee;light agent;technician;"
    "representative;supervisor;auto reply;autoreply;false;seller;shop;store;merchant;vendor;me;us;"
    "mitarbeiter;mitarbeiterin;bearbeiter;verkäufer;händler;agente;vendedor;vendedora;operador;tienda;"
    "loja;conseiller;vendeur;boutique;opérateur;operatore;venditore;negozio;verkoper;medewerker;winkel;"
    "doradca;sprzedawca;sklep;konsultant;temsilci;satıcı;mağaza;prodejce;operátor;säljare;sælger;myyjä;"
    "eladó;оператор;продавец;магазин;менеджер;сотрудник;客服;坐席;卖家;賣家;商家;店铺;店鋪;店小蜜;"
    "机器人;機器人;客服消息;商家消息;卖家消息;机器人消息;店主;担当者;オペレーター;ショップ;店舗;出品者;상담원;판매자;상점;البائع;מוכר".split(
        ";"
    )
)
SYSTEM = frozenset("system automation rule trigger workflow event activity".split())

OUR_FLAGS = frozenset(
    "is agent;from agent;by agent;is staff;is operator;is admin;outgoing;outbound;is outbound;"
    "is outgoing;sent by agent;from me;is from me".split(";")
)
"""Columns that say yes of our own messages."""
THEIR_FLAGS = frozenset(
    "incoming;inbound;is inbound;is incoming;from customer;is customer;by customer".split(";")
)
COMING_IN = frozenset(
    "in;received;incoming;inbound;eingehend;eingang;empfangen;entrante;recibido;recebida;recebido;"
    "entrada;entrant;reçu;in entrata;ricevuto;inkomend;ontvangen;przychodząca;przychodzące;gelen;"
    "příchozí;inkommande;indgående;входящее;входящий;входящая;接收;收;收到;受信;수신".split(";")
)
GOING_OUT = frozenset(
    "out;sent;outgoing;outbound;ausgehend;ausgang;gesendet;saliente;enviado;enviada;saída;sortant;"
    "envoyé;in uscita;inviato;uitgaand;verzonden;wychodząca;wychodzące;giden;odchozí;utgående;"
    "udgående;исходящее;исходящий;исходящая;发送;發送;发;发出;送信;발신".split(";")
)
FROM = frozenset(
    "from;von;de;da;von wem;от;от кого;发件人;寄件者;差出人;보낸 사람;od;van;fra;från".split(";")
)
FROM_ADDRESS = frozenset(("from email", "from address", "from e mail"))
FROM_NAME = "from name"
TO = frozenset(
    "to;to email;to address;an;para;a;à;кому;收件人;收件者;宛先;받는 사람;do;aan;til;till;recipient".split(
        ";"
    )
)

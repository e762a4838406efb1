"""What mail programs write around history and signatures, for text/folding.py.

Patterns, to be matched without regard to case: English, Spanish, French, German, Chinese,
Portuguese, Italian, Dutch, Danish, Norwegian, Swedish, Finnish, Polish, Czech, Hungarian,
Turkish, Russian, Japanese and Korean; less of Ukrainian, Romanian, Greek, Hebrew, Arabic, Thai,
Vietnamese and Indonesian.
"""

from __future__ import annotations

# "On … John wrote:"
WROTE = (
    r"wrote|writes|escribi[óo]|a écrit|a ecrit|schrieb(?:en)?\b|schreef|geschreven|ha scritto|scrisse"
    r"|escreveu|skrev|kirjoitti|napisał|pisze|napsal|írta|yazdı|написал|пишет|写道|寫道|撰写|撰寫"
    r"|書きました|のメッセージ|작성|님이|a scris|έγραψε|пише|כתב/ה|כתב:|כתבה|เขียนว่า|đã viết|menulis"
)

# How such a line begins: a preposition, a weekday or a date.
INTRODUCTION_BEGINNINGS = (
    r"(?:on|el|le|am|il|il giorno|em|op|den|d\.|dne|dnia|w dniu|à|at|a|no dia|in data|data|pe|στις|vào|pada)\b"
    r"|在|于|於|ใน|(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|mié|jeu|jue|ven|vie|sam|sáb|dim|dom"
    r"|mo|di|mi|do|fr|sa|so|ma|ti|ke|to|pe|la|su|tir|ons|tor|fre|lør|søn|pon|wt|śr|czw|pt|sob|niedz|пн|вт|ср|чт|пт|сб|вс|нд)"
    r"[a-zéèáäöø]*\.?,?\s|[<\"“]?\S{1,80}@\S|\d"
)

# "-----Original Message-----"
FORWARDED = (
    r"original (?:message|email|appointment)|forwarded (?:message|by[^\n]{0,60})|reply message"
    r"|begin forwarded message|mensaje (?:original|reenviado)|message (?:d['’]origine|original"
    r"|transféré|transmis)|début du message (?:transféré|réexpédié)|(?:ursprüngliche"
    r"|weitergeleitete|original) ?-?nachricht|anfang der weitergeleiteten (?:nachricht|e-mail)"
    r"|mensagem (?:original|encaminhada)|messaggio (?:originale|inoltrato)"
    r"|(?:oorspronkelijk|doorgestuurd) bericht|(?:oprindelig|videresendt|opprinnelig)"
    r" (?:besked|meddelelse|melding)|ursprungligt meddelande|vidarebefordrat meddelande"
    r"|alkuperäinen viesti|välitetty viesti|(?:wiadomość oryginalna|oryginalna wiadomość"
    r"|przekazana wiadomość)|původní zpráva|eredeti üzenet|orijinal (?:ileti|mesaj)"
    r"|(?:исходное|пересылаемое) сообщение|原始(?:邮件|郵件|信件|消息)|(?:转发|轉寄|轉發)(?:的)?"
    r"(?:邮件|郵件|信件|消息)|元のメッセージ|転送(?:された)?メッセージ|원본 메(?:시|세)지|전달된 메(?:시|세)지"
    r"|(?:оригінальне|переслане) повідомлення|mesaj (?:original|redirecționat)"
    r"|(?:αρχικό|προωθημένο) μήνυμα|הודעה (?:מקורית|שהועברה)|الرسالة الأصلية|رسالة أصلية"
    r"|ข้อความต้นฉบับ|(?:thư|tin nhắn) gốc|pesan (?:asli|yang diteruskan)"
)

# The first line of a block of headers, and the others.
FROM_LABELS = (
    r"from|de|von|van|da|fra|från|od|lähettäjä|feladó|kimden|gönderen|от|发件人|寄件者|寄件人"
    r"|差出人|送信者|보낸 ?사람|від|de la|από|מאת|من|từ|dari|จาก"
)
# Not the dates of the last eight languages: with those a wish to have something sent looks the same.
HEADER_LABELS = (
    r"sent|date|to|cc|subject|reply-to|enviad[oa](?: el| em)?|fecha|para|asunto|envoyé|à|objet"
    r"|gesendet|datum|an|betreff|kopie|inviato|data|a|oggetto|verzonden|aan|onderwerp|sendt|dato"
    r"|til|emne|skickat|till|ämne|lähetetty|päivämäärä|päiväys|vastaanottaja|aihe|wysłano|do|temat"
    r"|assunto|odesláno|komu|předmět|küldve|címzett|tárgy|gönderildi|tarih|kime|konu"
    r"|отправлено|дата|кому|тема|发送时间|发送日期|时间|日期|收件人|抄送|主题|寄件日期|傳送時間|傳送日期"
    r"|收件者|副本|主旨|送信日時|日時|日付|宛先|件名|보낸 ?날짜|날짜|받는 ?사람|참조|제목"
    r"|надіслано|відправлено|копія|trimis|către|subiect|στάλθηκε|προς|θέμα|נשלח|אל|עותק|נושא"
    r"|تم الإرسال|تاريخ الإرسال|إلى|نسخة|الموضوع|đã gửi|đến|tới|chủ đề|terkirim|kepada|subjek"
    r"|ส่ง|ถึง|เรื่อง"
)

# "Sent from my iPhone"; a few words more may follow.
SENT_FROM = (
    r"sent from (?:my |mail for |yahoo |outlook|samsung|proton|gmail|the )"
    r"|sent (?:via|with|using) (?:my |proton|the |blackberry|outlook|samsung)|get outlook for "
    r"|sent on the go|enviad[oa] (?:desde|do meu|pelo|a partir d|con mi )|envoyé (?:de mon |depuis |à partir d"
    r"|avec )|(?:von meinem|diese nachricht wurde von meinem|gesendet (?:von|mit|aus) )"
    r"|(?:inviato da|scaricato)|(?:verzonden|verstuurd) (?:vanaf|met|vanuit) "
    r"|sendt fra (?:min|mit) |skickat från (?:min|mitt) |lähetetty (?:minun |iphone|ipad|puhelim)"
    r"|wysłane? z |odesláno z |iphone['’]?umdan|отправлено с |发自我?的?|從我的|从我的|傳送自|寄自我的"
    r"|iphoneから送信|ipadから送信|나의 iphone|내 iphone"
)

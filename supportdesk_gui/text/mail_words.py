"""What mail programs write around history and signatures, for text/folding.py.

Patterns in small letters, to be matched without regard to case: English, Spanish, French, German, Chinese,
Portuguese, Italian, Dutch, Danish, Norwegian, Swedish, Finnish, Polish, Czech, Hungarian,
Turkish, Russian, Japanese and Korean; less of Ukrainian, Romanian, Greek, Hebrew, Arabic, Thai,
Vietnamese and Indonesian.
"""

from __future__ import annotations

# "On … John wrote:"
WROTE = (
    r"wrote|writes|escribi[óo]|a écrit|a ecrit|schrieb(?:en)?\b|schreef|geschreven|ha scritto|scrisse"
    r"|escreveu|skrev|kirjoitti|napisał|pisze|napsal|napísal|írta|yazdı|написал|пишет|写道|寫道|撰写|撰寫"
    r"|書きました|書いた|のメッセージ|のメール|작성|님이|a scris|έγραψε|пише|написа|va escriure|je napisa[ol]"
    r"|kirjutas|rašė|rakstīja|כתב/ה|כתב:|כתבה|เขียนว่า|đã viết|menulis|كتب|تمت كتابة|نوشت"
)

# How such a line begins: a preposition, a weekday or a date.
INTRODUCTION_BEGINNINGS = (
    r"(?:on|el|le|am|il|il giorno|em|op|den|d\.|dne|dnia|w dniu|à|at|a|no dia|in data|data|pe|στις|vào|pada)\b"
    r"|在|于|於|ใน|في |كتبت? |(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|mié|jeu|jue|ven|vie|sam|sáb|dim|dom"
    r"|mo|di|mi|do|fr|sa|so|ma|ti|ke|to|pe|la|su|tir|ons|tor|fre|lør|søn|pon|wt|śr|czw|pt|sob|niedz|пн|вт|ср|чт|пт|сб|вс|нд)"
    r"[a-zéèáäöø]*\.?,?\s|[<\"“]?\S{1,80}@\S|\d"
)

# "-----Original Message-----"
FORWARDED = (
    r"original (?:message|email|appointment)|forwarded (?:message|by[^\n]{0,60})|reply message"
    r"|begin forwarded message|mensaje (?:original|reenviado)|message (?:d['’]origine|original"
    r"|transféré|transmis)|mail original|replied message|début du message (?:transféré|réexpédié)|(?:ursprüngliche"
    r"|weitergeleitete|original) ?-?nachricht|anfang der weitergeleiteten (?:nachricht|e-mail)"
    r"|mensagem (?:original|encaminhada)|messaggio (?:originale|inoltrato)"
    r"|(?:oorspronkelijk|doorgestuurd) bericht|(?:oprindelig|videresendt|opprinnelig)"
    r" (?:besked|meddelelse|melding)|ursprungligt meddelande|vidarebefordrat meddelande"
    r"|alkuperäinen viesti|välitetty viesti|(?:wiadomość oryginalna|oryginalna wiadomość"
    r"|przekazana wiadomość)|původní (?:zpráva|e-?mail)|pôvodná správa|izvorna poruka|eredeti üzenet|orijinal (?:ileti|mesaj)"
    r"|(?:исходное|пересылаемое) сообщение|(?:原始|回[复覆]的原)(?:邮件|郵件|信件|消息)|(?:转发|轉寄|轉發)(?:的)?"
    r"(?:邮件|郵件|信件|消息)|元のメッセージ|転送(?:された)?メッセージ|(?:원본|전달된) (?:메[시세]지|메일)"
    r"|(?:оригінальне|переслане) повідомлення|mesaj (?:original|redirecționat)"
    r"|(?:αρχικό|προωθημένο) μήνυμα|הודעה (?:מקורית|שהועברה)|الرسالة الأصلية|رسالة أصلية"
    r"|ข้อความต้นฉบับ|(?:thư|tin nhắn) gốc|pesan (?:asli|yang diteruskan)"
)

# The first line of a block of headers, and the others.
FROM_LABELS = (
    r"from|de|von|van|da|fra|från|od|lähettäjä|feladó|kimden|gönderen|от|发件人|寄件者|寄件人"
    r"|差出人|送信者|보낸 ?사람|від|de la|από|מאת|من|từ|dari|จาก"
)
# What a mail is about has a line of its own in mails, and hardly elsewhere.
SUBJECT_LABELS = (
    r"subject|asunto|objet|sujet|betreff|oggetto|onderwerp|emne|ämne|aihe|temat|assunto|předmět|predmet"
    r"|tárgy|konu|тема|主题|主旨|主[ \u3000]题|件名|제목|subiect|θέμα|נושא|الموضوع|chủ đề|subjek|เรื่อง"
)
# When a mail was sent; with a time behind it, it stands in mails alone.
SENT_LABELS = (
    r"sent|gesendet|envoyé|enviad[oa](?: el| em)?|inviato|verzonden|sendt|skickat|lähetetty|wysłan[eoy]"
    r"|odesláno|elküldve|gönderildi|отправлено|发送时间|寄件日期|傳送時間|送信日時|보낸 ?날짜"
)
# Not the dates of the last eight languages: with those a wish to have something sent looks the same.
HEADER_LABELS = (
    rf"{SUBJECT_LABELS}|sent|date|to|cc|reply-to|enviad[oa](?: el| em)?|fecha|para|envoyé|à"
    r"|gesendet|datum|an|kopie|inviato|data|a|verzonden|aan|sendt|dato|message du"
    r"|til|skickat|till|lähetetty|päivämäärä|päiväys|vastaanottaja|wysłano|do"
    r"|odesláno|komu|küldve|címzett|gönderildi|tarih|kime"
    r"|отправлено|дата|кому|发送时间|发送日期|时间|日期|收件人|抄送|寄件日期|傳送時間|傳送日期"
    r"|收件者|副本|送信日時|日時|日付|宛先|보낸 ?날짜|날짜|받는 ?사람|참조"
    r"|надіслано|відправлено|копія|trimis|către|στάλθηκε|προς|נשלח|אל|עותק"
    r"|تم الإرسال|تاريخ الإرسال|إلى|نسخة|đã gửi|đến|tới|terkirim|kepada|ส่ง|ถึง"
)
# What a form on the web names its text below From and Subject; no mail program writes that.
MESSAGE_LABELS = (
    r"(?:your |customer |the )?(?:message|comments?|enquiry|inquiry|question)|(?:ihre |deine )?(?:nachricht"
    r"|mitteilung|anfrage|frage)|kommentar|(?:votre |le )?message|commentaires?|demande|(?:su |tu )?mensaje"
    r"|comentarios?|consulta|(?:sua )?mensagem|comentário|(?:il tuo |tuo )?messaggio|commento|richiesta"
    r"|(?:uw |je )?bericht|opmerking|vraag|besked|melding|meddelande|viesti|(?:twoja )?wiadomość"
    r"|zpráva|správa|üzenet|mesaj(?:ınız)?|сообщение|вопрос|повідомлення|mesaj(?:ul)?|μήνυμα|הודעה"
    r"|الرسالة|ข้อความ|(?:lời |tin )nhắn|nội dung|pesan|留言(?:内容|內容)?|内容|內容|消息|咨询内容"
    r"|お問い?合わ?せ内容|本文|メッセージ|문의 ?내용|메시지|내용"
)

# Who says "I" or "please" below two dashes goes on to write. Not "my", which signatures may say.
OF_ONESELF = (
    r"(?-i:I)(?![.])|i(?= (?:am|was|had?|have|want|need|would|will|can|could|do|did|don|never|got|paid|just|still"
    r"|also|already|ordered|think|hope|like|see|know|bought|sent|received|cannot)(?!\w))|i['’]m|please(?! consider| think)|ich|mir|mich|bitte(?! denken| prüfen)|je|j['’]\w+|s['’]il vous pla[iî]t|merci de(?! penser)|yo|por favor(?!,? pi[eé]ns)|quiero"
    r"|necesito|quero|vorrei|voglio|per favore|ik|graag|jeg|jag|haluan|proszę|chcę|prosím|chci|jsem|napisał[ea]m|kérem|lütfen"
    r"|istiyorum|я|мне|прошу|пожалуйста|мені|хочу|vreau|vă rog|παρακαλώ|θέλω|אני|בבקשה|أنا|أريد|من فضلك"
    r"|tôi|vui lòng|saya|tolong|mohon"
)
# Who asks for haste below dashes goes on to write.
HASTE = (
    r"\b(?:urgent(?:ly|e|es)?|asap|please (?:reply|answer|respond|help|call)|dringend|eilt|sofort antworten|spoed|pilne"
    r"|brådskande|haster|kiireellinen|naléhavé|sürgős|acil|срочно|терміново|επείγον|דחוף|عاجل|فوری|khẩn cấp|mendesak)\b"
    r"|至急|緊急|紧急|加急|急急|긴급|ด่วน"
)
OF_ONESELF_UNSPACED = (
    r"我|请(?!考虑)|請(?!考慮)|私は|ください|てほしい|습니다|세요|주세요|ฉัน|ผม|กรุณา"
)
# Who tells what "your colleague" wrote "to me" tells it in their own words; no mail program does.
# To be matched with regard to case: Meg, Su and US are what others are called.
TO_SOMEBODY = (
    r"me|us|[Yy]ou|[Yy]our|we|our|wir|uns|unsere?[nrm]?|[Ss]ie|Ihnen|[Ii]hre?[nrms]?|mir|mich|nous|vous|[Vv]otre"
    r"|[Vv]os|m['’]a|nos|nuestr[oa]s?|usted|sus?|noss[oa]s?|você|sua?|noi|nostr[oai]|[Vv]ostr[oai]"
    r"|mij|ons|onze|uw|jullie|mig|meg|oss|vores|vår[at]?|deres|ert|teidän|meille|mnie|nam|[Ww]asz[aey]?|[Pp]aństwa"
    r"|mně|nám|[Vv]áš|[Vv]aše|nekem|önök|bana|bize|sizin|мне|нам|нас|[Вв]ы|[Вв]ам|[Вв]аш[аеи]?|мені"
    r"|nouă|dvs|dumneavoastră|μου|σας|לי|לנו|שלכם|لي|لنا|chúng tôi|tôi|bạn|kami|saya|anda"
)
TO_SOMEBODY_UNSPACED = r"我|你|您|贵司|貴司|御社|貴社|弊社|귀사|귀하|저에게|คุณ|เรา"

# "Sent from my iPhone"; a few words more may follow.
SENT_FROM = (
    r"sent from (?:my |mail for |yahoo |outlook|samsung|proton|gmail|the |iphone|ipad|android|galaxy)"
    r"|sent (?:via|with|using) (?:my |\[?proton|the |blackberry|outlook|samsung)|get outlook for "
    r"|sent on the go|enviad[oa] (?:desde|do meu|pelo|a partir d|con mi )|enviat des d|envoyé (?:de mon |depuis "
    r"|à partir d|avec )|(?:von meine[mr](?=[^\n]{2,60}(?:gesendet|geschickt|versandt|versendet|verschickt|verfasst))|diese nachricht wurde von meinem|gesendet (?:von|mit|aus) )"
    r"|(?:inviato da|scaricato)|(?:verzonden|verstuurd) (?:vanaf|met|vanuit) "
    r"|sendt fra (?:min|mit|outlook) |skickat från (?:min|mitt|outlook) "
    r"|lähetetty (?:minun |iphone|ipad|puhelim|samsung|outlook)"
    r"|wysłan[eyo] z |odesl[aá]no z |odoslané z |poslano s[a]? |отправлено с |[发發]自(?:我的?|(?=[^\n]{0,12}(?:iphone|ipad"
    r"|android|mail|outlook|foxmail|qq|手机|手機|[邮郵]箱|客[户戶]端|小米|[华華][为為]|网易)))|傳送自|寄自我的"
    r"|отправлено из (?:мобильн|почт|яндекс|outlook|mail|gmail)|надіслано з (?:iphone|ipad|мого|моєї|пристрою)"
    r"|trimis de pe |στάλθηκε από το |được gửi từ |đã gửi từ (?:iphone|ipad|điện|samsung|thiết)"
    r"|dikirim dari (?:iphone|ipad|ponsel|samsung|hp|galaxy|yahoo)|ส่งจาก (?:iphone|ipad|samsung|โทรศัพท์|มือถือ)"
)

_DEVICE = r"iphone|ipad|galaxy|samsung|android|xperia|pixel|huawei|xiaomi|redmi|oppo|vivo|outlook|yahoo|gmail|windows"
_GET = (
    r"get|download|hol(?:en sie sich|e dir)|beziehen|herunterladen|abrufen|obtener|obtén|descargar?|télécharge[rz]"
    r"|obten(?:ir|ez)|obter(?: o)?|obtenha(?: o)?|baixar|transferir|ottieni|scarica|download(?:en)?|haal|hent|få|skaffa"
    r"|hämta|hanki|lataa|pobierz|uzyskaj|získat|získejte|stáhnout|letöltése|beszerzése|edinin|indirin|alın|скачать"
    r"|загрузить|получить|завантажити|отримати|descărcați|obțineți|λήψη|αποκτήστε|获取|下载|取得|下載|を入手"
    r"|다운로드|받기|הורד(?: את)?|קבל(?: את)?|احصل على|تنزيل|ดาวน์โหลด|รับ|tải|tải xuống|nhận|dapatkan|unduh"
)
_OUTLOOK = (
    r"(?:outlook[ \xa0-]?(?:\w{1,8}[ \xa0]){0,2}(?:ios|android|mac|windows)(?:[ \xa0]?(?:版|용|için))?"
    r"|(?:ios|android)[ \xa0]?(?:版|용|için)[ \xa0]?(?:の[ \xa0]?)?outlook)"
)
_LINK = r"(?:<[^\s<>]*>|[ \xa0]\(https?://[^\s()]*\))?"

# The same where the whole line has to be it, for the words alone could begin a sentence: by what
# stands in any such line, which is quick to look for.
SENT_FROM_WHOLE = {
    "outlook": rf"(?:{_GET})[ \xa0]?{_OUTLOOK}{_LINK}|{_OUTLOOK}{_LINK}[ \xa0]?(?:{_GET})",
    "yahoo mail": r"yahoo mail ?: ?(?:search|such|recherch|busca|cerca|organi|pesquis|zoek)[^\n.!?]{0,50}",
    "から送信": rf"(?:私の)?(?:{_DEVICE}|スマート|携帯|aquos|docomo)[^\n、。]{{0,20}}から送信(?:されました|しました|しています)?",
    "에서 ": rf"(?:나의|내|제)?[ \xa0]?(?:{_DEVICE}|휴대폰|스마트폰|네이버)[^\n.,]{{0,20}}에서 "
    r"(?:보냄|보낸 메일|보냈습니다|전송됨)",
    "从我的": r"从我的[^\n，。、]{1,24}(?:传送|发送|寄出)",
    "從我的": r"從我的[^\n，。、]{1,24}(?:傳送|發送|寄出|寄送)",
    "自我的": r"[来來]自我的[^\n，。、]{0,16}(?:手机|手機|iphone|ipad|客户端|邮箱|平板)",
    "رسلت من ": rf"أُ?رسلت من [^\n.،]{{0,12}}(?:{_DEVICE}|هاتف|جوال|آيفون)[^\n.،]{{0,20}}",
    "الإرسال من ": rf"تم الإرسال من [^\n.،]{{0,12}}(?:{_DEVICE}|هاتف|جوال|آيفون)[^\n.،]{{0,20}}",
    "נשלח מ": rf"נשלח מ[^\n.,]{{0,8}}(?:{_DEVICE}|אייפון|טלפון)[^\n.,]{{0,20}}",
    "شده از ": rf"ارسال[ \u200c]?شده از [^\n.،]{{0,12}}(?:{_DEVICE}|گوشی)[^\n.،]{{0,20}}",
    " gönderildi": rf"(?:{_DEVICE})[^\n.,\w]?\w{{0,8}} gönderildi",
    "küldve": rf"(?:{_DEVICE})[^\n.,\w]?\w{{0,8}} küldve|elküldve [^\n.,]{{0,10}}(?:{_DEVICE})[^\n.,]{{0,20}}",
}

# What a line of these names: a device, or the program on it.
DEVICES = (
    rf"{_DEVICE}|iphon|phone|handy|m[oó][bv]il|mobiel|mobitel|telef[oó]+n|celular|puhel|cell|smart|blackberry|nokia|lumia|sony|htc"
    r"|\blg\b|\bmoto|oneplus|pixel|nexus|surface|fairphone|realme|honor|wiko|\bzte|[45]g\b|\blte\b|wireless|tablet"
    r"|computer|\bpc\b|\bmac|laptop|notebook|\bapp\b|device|d[ei]spositi|appareil|gerät|apparaat|enhet|enhed|laittee"
    r"|urządze|zařízen|zariaden|uređaj|készülék|cihaz|συσκευ|κινητό|устройств|пристро|телефон|смартфон|мобильн|почт|poczt"
    r"|mail|e-post|proton|web\.de|gmx|telekom|orange|foxmail|\bqq|яндекс|网易|小米|[华華][为為]|荣耀|手机|手機|平板"
    r"|[邮郵]箱|客[户戶]端|スマ|携帯|휴대|الجوال|هاتف|أندرويد|the (?:go|road)"
)

# What is begged pardon for behind it, in any order: "please excuse typos".
PARDON = (
    r"excus|sorry|apolog|forgiv|pardon|entschuldig|verzeih|nachsicht|d[ei]scul|perd[oó]n|désolé|scus|vergeef"
    r"|vergeven|undskyld|unnskyld|beklager|ursäkta|förlåt|anteeksi|pahoittel|przepraszam|wybacz|proszę o wyrozum"
    r"|omluv|promiň|elnézést|bocsán|kusura|özür|извин|прост[иі]|прошу прощ|вибач|перепрош|scuz|ierta|συγγνώμη"
    r"|συγχωρ|סליח|מתנצל|عذر|معذرة|ขออภัย|ขอโทษ|xin lỗi|thứ lỗi|maaf|失礼|ご容赦|お許し|[见見][谅諒]|[谅諒]解|抱歉"
    r"|[原][谅諒]|양해|죄송"
)
SLIPS = (
    r"typo|brevity|brief|short|error|mistake|spelling|autocorrect|terse|tippfehler|schreibfehler|rechtschreib"
    r"|kürze|fehler|faute|brièveté|erreur|frappe|orthograph|ortogr|erros?\b|brevidad|digitaç|errori|refus|brevità"
    r"|battitura|fout|beknopt|kortheid|fejl|feil|kortfattet|kortfattad|stavfel|skrivfel|felstav|virhe|lyhy|literów"
    r"|błęd|zwięz|krótk|překlep|chyb|stručn|elír|hibá|rövid|yazım|hata|kısa|опечат|ошиб|кратк|помил|описк|стисл"
    r"|greșel|erori|scurt|λάθη|ορθογραφ|συντομ|שגיא|טעוי|קיצור|أخطاء|اختصار|إيجاز|คำผิด|พิมพ์ผิด|สั้น|lỗi chính|lỗi đánh"
    r"|ngắn|salah|singkat|誤字|脱字|乱文|短文|簡潔|誤変換|[错錯][别別]?字|[简簡][短洁潔]|오타|짧"
)
# Where signs stand close together the pardon alone is as short as this.
PARDON_ALONE = r"(?:敬?[请請])?(?:多多)?(?:[见見][谅諒]|[谅諒]解)|失礼(?:いた)?します|양해 ?부탁(?:드립니다|드려요)|ขอ(?:อภัย|โทษ)(?:ด้วย)?(?:ครับ|ค่ะ)?"

# How a letter begins, at the head of a short line, and with what it ends, for a line of its own.
GREETINGS = (
    r"(?:dear|hi|hiya|hello|hey|greetings|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)"
    r"|sehr geehrte[rsn]?|liebe[rs]?|moin|servus|gr[üu]ezi|grüß gott|bonjour|bonsoir|ch[eè]re?s?|madame|monsieur"
    r"|salut|hola|buen[oa]s (?:d[ií]as|tardes|noches)|buen día|estimad[oa]s?|querid[oa]s?|apreciad[oa]s?|bon dia"
    r"|ciao|buongiorno|buonasera|gentil[ei]|egregio|salve|spett(?:\.|abile)|olá|bom dia|boa (?:tarde|noite)"
    r"|prezad[oa]s?|car[oaie]|geachte|beste|hoi|goedemorgen|goedemiddag|goedenavond|goedendag|dag|hej|hejsa|kære"
    r"|goddag|hei|kjære|bästa|kära|god (?:dag|morgen|morgon)|hyvä|moi|terve|hyvää päivää|dzień dobry|witam(?:y)?"
    r"|szanown[aiy]\w*|cześć|drog[ai]|dobrý (?:den|deň)|vážen[ýáíé]|ahoj|mil[ýá]|jó napot|tisztelt|kedves|üdvözlöm"
    r"|szia|merhaba|sayın|iyi günler|selam|değerli|здравствуйте|добрый (?:день|вечер)|доброе утро|уважаем\w+"
    r"|привет|дорог\w+|добрий день|доброго дня|вітаю|шановн\w+|привіт|bună(?: ziua)?|stimat\w*|dragă|γεια(?: σας)?"
    r"|καλημέρα|καλησπέρα|αγαπητ\w+|αξιότιμ\w+|שלום|היי|לכבוד|مرحب[اً]*|السلام عليكم|عزيزي?|أهلا|السيدة?|تحية"
    r"|xin chào|chào|kính gửi|halo|hai|selamat (?:pagi|siang|sore|malam)|yth|dengan hormat)(?!\w)"
    r"|สวัสดี|เรียน|[您你]好|尊敬的|[亲親]愛?爱?的|嗨|哈[啰囉喽嘍]|早安|こんにち[はわ]|(?:いつも)?お世話に|平素|拝啓|안녕하|고객님"
    r"|[^\n]{1,24}(?:様|さま|御中|殿|님께?|[您你]好)[,，、:：!！]?$"
)
CLOSINGS = (
    r"(?:(?:best|kind|warm(?:est)?|many)?,? ?(?:regards|wishes)|sincerely|yours(?: \w+)?|cheers|thanks|thank you"
    r"|(?:mit |viele |beste |liebe |freundliche[nr]? |schöne )*(?:grüße|grüssen|grüßen|gruß|gruss|grüsse)|mfg|lg|vg"
    r"|danke|vielen dank|cordialement|bien (?:à vous|cordialement)|(?:sincères |meilleures )?salutations|merci"
    r"|(?:un |cordiales? )?saludos?(?: cordial(?:es)?)?|atentamente|gracias|(?:cordiali |distinti )?saluti|grazie"
    r"|atenciosamente|cumprimentos|abraços?|obrigad[oa]|(?:met )?(?:vriendelijke )?groet(?:en)?|mvg|bedankt"
    r"|(?:med )?(?:venlig |vennlig |vänlig(?:a)? )?(?:hilsen|hälsning(?:ar)?)|mvh|vh|tak|takk|tack|terveisin"
    r"|ystävällisin terveisin|kiitos|pozdrawiam|pozdrowienia|z poważaniem|dziękuję|(?:s )?pozdrav(?:em|om)?|děkuji"
    r"|(?:szívélyes )?üdvözlettel|tisztelettel|köszönöm|saygılar(?:ımla|ımızla)?|teşekkürler|iyi çalışmalar"
    r"|с уважением|спасибо|з повагою|дякую|cu (?:stimă|respect)|mulțumesc|με εκτίμηση|ευχαριστώ|בברכה|תודה"
    r"|مع التحية|تحياتي|مع خالص \w+|شكرا|trân trọng|cảm ơn|hormat (?:saya|kami)|terima kasih)(?!\w)"
    r"|ขอบคุณ|ด้วยความเคารพ|此致|敬[上礼禮具]|[谢謝][谢謝]|祝好|[顺順]祝|よろしくお願い|以上|감사합니다"
)
# Whom people call so when they tell of somebody; their mail programs do not.
TITLES_TOLD = r"(?:Frau|Herrn?|Mrs?|Ms|Miss|Mme|Mlle|Madame|Monsieur|Sra?|Srta|Señora?|Signora?|Sig(?:\.ra)?|Dhr|Mevr(?:ouw)?|Meneer|Pani?|Fru|Hr|Sayın)(?!\w)"
STAFF_TOLD = r"客服|客[户戶]服[务務]|快[递遞][员員]|司机|司機|店家|[商卖賣]家|担当者|店員|配達員|運転手|상담원|직원|배송 ?기사|판매자"
# And before what they are to somebody: "the driver", "my husband".
ARTICLES = r"(?:my|meine?|mon|ma|mio|mia|mi|meu|minha|mijn|min|mitt|m[óo]j|moja|můj|мой|моя|мій|the|a|an|der|die|das|ein|eine|el|la|los|las|un|una|le|les|une|il|lo|i|gli|o|os|as|um|uma|het|een|az?)[ \xa0](?!\d|giorno|[^\W\d_]{2,9}\.?,? \d)"

# The armour around a signed text, and what says that it ends.
ARMOUR_BEGINS = r"-----begin pgp (?:signed message|signature|message|public key block)-----"

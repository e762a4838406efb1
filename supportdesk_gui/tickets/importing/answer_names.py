"""Whether a column's name says that it holds answers to customers."""

from __future__ import annotations

import re

_ANSWERS = re.compile(
    r".*\b(?:answers?|repl(?:y|ies)|responses?|resolutions?|solutions?|\w*antwort(?:en|text)?|\w*lösung(?:en)?|"
    r"respuestas?|solución|soluciones|réponses?|résolutions?|respostas?|solução|resolução|resolución|"
    r"rispost[ae]|soluzion[ei]|antwoord(?:en)?|oplossing(?:en)?|odpowied(?:ź|zi)|rozwiązani[ea]|"
    r"ответы?|решени[ея]|yanıt\w*|cevap\w*|çözüm\w*|(?:ال)?رد|(?:ال)?ردود|الإجابة|الجواب|الحل)\b.*|"
    r".*(?:回复|回覆|回答|答复|答覆|答案|返信|返答|対応内容|回信|답변|회신|답글|处理结果|處理結果|处理意见|處理意見|"
    r"解决方案|解決方案|解決策).*"
)
_OF_CUSTOMERS = re.compile(
    r"(?:your|ihre?|votre|vos|sua|uw)\b.*|"
    r"(?:customers?|clients?|consumers?|users?|buyers?|requesters?)\b(?! facing).*|(?:kunden|klant|müşteri).*|"
    r"(?:客户|客戶|用户|用戶|顾客|顧客|买家|買家|お客様|고객)(?!へ|宛|에게|께).*|"
    r".*\b(?:del? client[ea]?|d[oe]l? cliente|du client|des kunden|van de klant|klienta|клиента|العميل)\b"
)


def says_answer(name: str) -> bool:
    """Whether a column called so, as `vendors.normalised` gives it, has what we write; the answers of
    customers are their own."""
    return _ANSWERS.fullmatch(name) is not None and _OF_CUSTOMERS.fullmatch(name) is None

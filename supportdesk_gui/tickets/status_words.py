"""What a helpdesk's own word for a status means, in the languages that its users speak.

Words that mean one thing here and another there stay out (*pendiente*, *en attente*, 待处理): a
ticket that is taken for answered is out of the agent's sight.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache

_CLOSED = """
solved, closed, resolved, done, complete, completed, finished, cancelled, canceled,
gelöst, geschlossen, erledigt, abgeschlossen, beendet,
cerrado, cerrada, resuelto, resuelta, solucionado, solucionada, finalizado, finalizada, completado, cancelado,
fechado, fechada, resolvido, resolvida, concluído, concluída, encerrado, encerrada,
fermé, fermée, résolu, résolue, clôturé, clôturée, clos, terminé, terminée,
chiuso, chiusa, risolto, risolta, completato,
gesloten, opgelost, afgehandeld, afgesloten,
已解决, 已关闭, 已完成, 已结束, 已完结, 已结案, 已解決, 已關閉, 已結束, 已結案,
解決済み, 完了, クローズ, 対応済み, 완료, 해결됨, 종료, 닫힘,
решено, решён, закрыт, закрыто, завершено, zamknięte, rozwiązane, zakończone
"""
_ANSWERED = """
pending, pending customer response, waiting on customer, waiting for customer, waiting on contact,
awaiting customer, awaiting reply, awaiting your reply, answered, replied,
wartet auf kunde, wartet auf kunden, warten auf kunde, beantwortet,
esperando al cliente, a la espera del cliente, en espera del cliente, respondido, contestado,
aguardando cliente, en attente du client, attente client, répondu, in attesa del cliente,
待客户回复, 等待客户, 等待客户回复, 已回复, 待客戶回覆, 等待客戶, 等待客戶回覆, 已回覆, 返信済み
"""
_PUT_ASIDE = "hold, on hold, snoozed"
_BETWEEN = re.compile(r"[\s_.-]+")
_MORE = re.compile(r"\s*[(:（：]|\s+[-–—/]\s+")


class Standing(StrEnum):
    """Whose turn it is."""

    CLOSED = "closed"
    """Nobody has to answer any more."""
    ANSWERED = "answered"
    """The requester has an answer to look at."""
    PUT_ASIDE = "put_aside"
    OPEN = "open"
    """Any other word."""
    UNKNOWN = ""
    """No word."""


@lru_cache(maxsize=4096)
def standing(external_status: str) -> Standing:
    """By the whole word, or what stands before a remark: *Closed (duplicate)*, *Resolved - Fixed*."""
    word = external_status.strip()
    if not word:
        return Standing.UNKNOWN
    for told in (word, _MORE.split(word, maxsplit=1)[0]):
        if found := _words().get(_key(told)):
            return found
    return Standing.OPEN


@cache
def _words() -> dict[str, Standing]:
    groups = (
        (_PUT_ASIDE, Standing.PUT_ASIDE),
        (_ANSWERED, Standing.ANSWERED),
        (_CLOSED, Standing.CLOSED),
    )
    return {_key(word): means for words, means in groups for word in words.split(",")}


def _key(word: str) -> str:
    from supportdesk_gui.text.plain import plain  # not for the first picture

    return _BETWEEN.sub(" ", plain(word)).strip()

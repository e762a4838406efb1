"""What a helpdesk's own word for a status means, in the languages that its users speak.

Words that mean one thing here and another there stay out (*pendiente*, *en attente*, 待处理): a
ticket that is taken for answered is out of the agent's sight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
решено, решён, закрыт, закрыто, завершено, zamknięte, rozwiązane, zakończone,
ended, terminated, fulfilled, settled, no action required, no reply needed,
annulé, annulée, annullato, annullata, geannuleerd, storniert, anulado, anulada, 已取消, キャンセル,
キャンセル済み, 取り消し, 취소됨, отменено, отменён, отменена, аннулировано, anulowane, anulowany,
kapatıldı, kapalı, çözüldü, iptal edildi, tamamlandı, lukket, løst, avslutad, avslutet, stängd, löst,
suljettu, ratkaistu, uzavřeno, vyřešeno, lezárva, megoldva, închis, rezolvat, κλειστό, επιλύθηκε,
مغلق, تم الحل, סגור, ditutup, selesai, đã đóng, đã giải quyết, ปิดแล้ว, закрито, вирішено
"""
# Deleted, spam, archived, merged into another one, declined: nobody has to answer these either.
_AWAY = """
deleted, trash, trashed, spam, junk, archived, merged, duplicate, duplicated, declined, rejected,
won't do, won't fix, wont do, wont fix, erfolgreich geschlossen, erfolglos geschlossen,
gelöscht, archiviert, zusammengeführt, zusammengefasst, duplikat, abgelehnt, abgewiesen,
eliminado, eliminada, borrado, borrada, correo no deseado, archivado, archivada, fusionado, fusionada,
combinado, combinada, duplicado, duplicada, rechazado, rechazada, denegado,
excluído, excluída, apagado, lixo eletrônico, arquivado, arquivada, mesclado, mesclada, recusado,
recusada, rejeitado, rejeitada,
supprimé, supprimée, indésirable, pourriel, archivé, archivée, fusionné, fusionnée, doublon, refusé,
refusée, rejeté, rejetée,
eliminato, eliminata, indesiderato, archiviato, archiviata, unito, unita, accorpato, duplicato,
rifiutato, rifiutata, respinto,
verwijderd, ongewenst, gearchiveerd, samengevoegd, duplicaat, afgewezen, geweigerd,
succesvol afgesloten, niet succesvol afgesloten,
已删除, 垃圾邮件, 已归档, 已合并, 已拒绝, 成功关闭, 失败关闭,
已刪除, 垃圾郵件, 已封存, 已歸檔, 已合併, 已拒絕, 成功關閉, 失敗關閉,
削除済み, 迷惑メール, スパム, アーカイブ済み, 統合済み, マージ済み, 却下, 却下済み,
삭제됨, 스팸, 보관됨, 병합됨, 거절됨, 거부됨,
удалено, удалён, удалена, спам, архивировано, архивирован, в архиве, объединено, объединён,
объединена, отклонено, отклонён, отклонена, закрыта, решена,
usunięte, usunięty, zarchiwizowane, zarchiwizowany, połączone, scalone, odrzucone, odrzucony,
zamknięty, rozwiązany,
removed, recycle bin, bin, archive, auto archived, discarded, dismissed, ignored, withdrawn, void,
voided, abandoned, obsolete, invalid, not a ticket,
entfernt, papierkorb, archiv, verworfen, ignoriert, zurückgezogen,
papelera, papelera de reciclaje, descartado, descartada, removido, removida, retirado, ignorado,
ignorada, lixeira, corbeille, archives, classé, classée, classé sans suite, ignoré, ignorée,
retiré, retirée, cestino, rimosso, rimossa, scartato, ignorato, archivio, prullenbak, genegeerd,
archief, ingetrokken,
回收站, 回收桶, 垃圾桶, 垃圾箱, 已移除, 永久删除, 已永久删除, 彻底删除, 已彻底删除, 永久刪除, 已永久刪除, 已作废,
已作廢, 已撤销, 已撤銷, 已撤回, 已忽略, 归档, 歸檔, 封存, 删除, 刪除, ゴミ箱, 完全に削除, 完全に削除済み, 削除,
アーカイブ, 取り下げ, 휴지통, 영구 삭제됨, 삭제, 보관, 철회됨, 무시됨,
корзина, корзине, удален, удалены, архив, отозвано, проигнорировано, kosz, zarchiwizowano, usunięto, wycofane, koszu,
çöp kutusu, silindi, silinmiş, arşivlendi, arşiv, slettet, papirkurv, arkiveret, arkivert, raderad,
papperskorg, borttagen, arkiverad, poistettu, roskakori, arkistoitu, smazáno, koš, archivováno,
törölve, lomtár, archivált, șters, arhivat, διαγράφηκε, محذوف, مؤرشف, נמחק, dihapus, diarsipkan,
đã xóa, lưu trữ, đã lưu trữ, ลบแล้ว, видалено, кошик
"""
# Words for *closed* that bend, without accents: every beginning stands with each of the endings.
_BENT = (
    ("solucionad resuelt resolvid cerrad fechad encerrad finalizad completad terminad concluid "
     "atendid anulad cancelad", "o a os as"),
    ("ferme cloture resolu traite termine acheve annule", ", e s es"),
    ("chius risolt completat evas conclus terminat annullat", "o a i e"),
    ("rezolvat inchis finalizat", ", a e i"),
    ("afgehandeld afgerond voltooid opgelost", ", e"),
    ("zamkniet rozwiazan zakonczon zrealizowan załatwion anulowan", "y a e o"),
    ("решен закрыт завершен выполнен обработан отменен", ", о а ы"),
    ("решенн закрыт завершенн выполненн обработанн отмененн", "ый ая ое ые"),
    ("виришен вирiшен вирішен закрит завершен виконан оброблен скасован", "о ий а е і"),
    ("uzavren vyresen dokoncen vyrizen ukoncen zrusen", "o y a e"),
    ("avslutt avslutta avslutte løst afslutte lukke stäng", "t d de"),
    ("lezar megoldo befeje", "t tt va zve zett"),
    ("kapan kapatıl çozul cozul cozumlen çozumlen tamamlan sonuclan", "dı di du mıs"),
    ("סגור טופל הושל הסתיים נסגר", ", ה ם"),
    ("مغلق محلول مكتمل منتهي", ", ة"),
)  # fmt: skip
_MORE_CLOSED = """
fixed, handled, processed, actioned, dealt with, fertig, behandelt, готово, hotovo, kesz, megoldva,
valmis, λυμενο, ολοκληρωθηκε, εκλεισε, تم الإغلاق, تم الحل, đóng, đã đóng, đã xử lý, hoàn thành,
đã hoàn thành, ปิด, แก้ไขแล้ว, เสร็จสิ้น, tutup,
已处理, 处理完成, 处理完毕, 已办结, 办结, 完结, 关闭, 关闭工单, 解决, 已评价, 已回访, 结案,
已處理, 處理完成, 處理完畢, 已辦結, 辦結, 完結, 關閉, 關閉工單, 解決, 已評價, 已回訪, 結案,
処理済, 処理済み, 処理完了, 対応済, 対応完了, 対応終了, 解決済, 終了, 完了済み, クローズ済, クローズ済み,
처리완료, 처리 완료, 처리됨, 완료됨, 해결완료, 해결 완료, 종결, 상담완료, 상담 완료
"""
# How it was ended or where it lies, around the word itself: *permanently deleted*, *in den Papierkorb*.
_HOW = """
permanently auto automatically successfully endgültig dauerhaft automatisch permanentemente
definitivamente automáticamente automaticamente définitivement automatiquement definitief permanent
навсегда автоматически trwale automatycznie kalıcı olarak
"""
_WHERE = re.compile(
    r"(?:(?:moved|sent) to(?: the)?|marked as|in(?: the| den)?|im|en la|na|a la|dans la|nel|in de|в|w) "
)
# After these words follows how, by whom or why: *closed successful*, *cerrado automáticamente*.
_ENDED = """
closed, solved, resolved, geschlossen, gelöst, cerrado, cerrada, resuelto, resuelta, fechado,
fechada, resolvido, resolvida, fermé, fermée, clôturé, clôturée, résolu, résolue, chiuso, chiusa,
risolto, risolta, gesloten, afgesloten, opgelost, закрыт, закрыта, закрыто, решено, zamknięte,
zamknięty, merged, fusionné, fusionado, объединено
"""
_NOT_YET = frozenset(
    "pending partially partly not reopened again soon teilweise parcialmente".split()
)
# Said of a ticket that was closed, it is not: *Closed - customer replied*, *Done - needs reply*.
_AGAIN = """
awaiting waiting needs pending reopened wartet warten esperando aguardando attente attesa wacht
ожидает ожидание oczekuje bekliyor
"""
_BY_CUSTOMER = "customer client requester user buyer contact kunde cliente klient клиент"
_HAS_REPLIED = """
replied responded reply response geantwortet antwort respondio respondeu repondu risposto
odpowiedział ответил
"""
_NONE = "no not without never keine nicht sin sem pas sans senza needed"
_AGAIN_SIGNS = re.compile(
    "待|等|客户.*回复|客戶.*回覆|返信あり|再開|重新打开|重新開啟|대기|재오픈|답변 필요"
)
_ANSWERED = """
pending, pending customer response, waiting on customer, waiting for customer, waiting on contact,
awaiting customer, awaiting reply, awaiting your reply, awaiting customer response, answered,
replied, pending close,
wartet auf kunde, wartet auf kunden, warten auf kunde, beantwortet,
esperando al cliente, a la espera del cliente, en espera del cliente, respondido, contestado,
aguardando cliente, en attente du client, attente client, répondu, in attesa del cliente,
待客户回复, 等待客户, 等待客户回复, 已回复, 待客戶回覆, 等待客戶, 等待客戶回覆, 已回覆, 返信済み, 返信済, 回答済み, 回答済, 回答完了, 답변완료, 답변 완료
"""
_PUT_ASIDE = "hold, on hold, snoozed, pending reminder"
_BETWEEN = re.compile(r"[\s_.-]+")
_EACH = re.compile(r"\s*[/,;|、，]\s*")
_MORE = re.compile(r"\s*[(:（：]|\s+[-–—/]\s+|(?<=[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3])[-–—]")


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
    if found := _words().get(_key(word)):
        return found
    main, *remark = _MORE.split(word, maxsplit=1)
    if found := _words().get(_key(main)):
        is_open = found is Standing.CLOSED and any(map(_is_open_again, remark))
        return Standing.OPEN if is_open else found
    parts = _EACH.split(word)
    if len(parts) > 1:
        are_closed = all(standing(part) is Standing.CLOSED for part in parts)
        return Standing.CLOSED if are_closed else Standing.OPEN
    bare = " ".join(one for one in _key(word).split()[:9] if one not in _how())
    where = _WHERE.match(bare)
    for told in (bare, bare[where.end() :] if where else ""):
        if _words().get(told) is Standing.CLOSED:
            return Standing.CLOSED
    first, *others = _key(word).split()[:9] or [""]
    if first in _ended() and others and _NOT_YET.isdisjoint(others):
        return Standing.CLOSED
    return Standing.OPEN


def _is_open_again(remark: str) -> bool:
    """Whether what is remarked of a closed ticket says that somebody has something to do."""
    words = frozenset(_key(remark.rstrip(")） ")).split())
    if _AGAIN_SIGNS.search(remark) or not words.isdisjoint(_AGAIN.split()):
        return True
    has_replied = not words.isdisjoint(map(_key, _HAS_REPLIED.split()))
    is_customer = not words.isdisjoint(map(_key, _BY_CUSTOMER.split()))
    return has_replied and is_customer and words.isdisjoint(_NONE.split())


def _bent() -> Iterator[str]:
    for beginnings, endings in _BENT:
        for one in beginnings.split():
            yield from (one + ending.strip(",") for ending in endings.split())


@cache
def _ended() -> frozenset[str]:
    return frozenset(_key(word) for word in _ENDED.split(","))


@cache
def _how() -> frozenset[str]:
    return frozenset(map(_key, _HOW.split()))


@cache
def _words() -> dict[str, Standing]:
    groups = (
        (_PUT_ASIDE, Standing.PUT_ASIDE),
        (_ANSWERED, Standing.ANSWERED),
        (",".join(_bent()), Standing.CLOSED),
        (_CLOSED + "," + _MORE_CLOSED, Standing.CLOSED),
        (_AWAY, Standing.CLOSED),
    )
    return {_key(word): means for words, means in groups for word in words.split(",")}


def _key(word: str) -> str:
    from supportdesk_gui.text.plain import plain  # not for the first picture

    return _BETWEEN.sub(" ", plain(word)).strip()

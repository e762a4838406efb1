"""A helpdesk's own words for a status."""

from __future__ import annotations

import pytest

from supportdesk_gui.tickets.status_words import Standing, standing


@pytest.mark.parametrize(
    ("word", "means"),
    [
        ("Solved", Standing.CLOSED), ("CLOSED", Standing.CLOSED), ("Erledigt", Standing.CLOSED),
        ("Gelöst", Standing.CLOSED), ("Fermée", Standing.CLOSED), ("Cerrada", Standing.CLOSED),
        ("Resolvido", Standing.CLOSED), ("Chiuso", Standing.CLOSED), ("解決済み", Standing.CLOSED),
        ("완료", Standing.CLOSED), ("已完成", Standing.CLOSED), ("已關閉", Standing.CLOSED),
        ("Решено", Standing.CLOSED), ("Gesloten", Standing.CLOSED), ("Cancelled", Standing.CLOSED),
        ("Closed (duplicate)", Standing.CLOSED), ("Resolved - Fixed", Standing.CLOSED),
        ("已关闭（重复）", Standing.CLOSED), ("Waiting-on-customer", Standing.ANSWERED),
        ("En attente du client", Standing.ANSWERED), ("Pending", Standing.ANSWERED),
        ("On-hold", Standing.PUT_ASIDE), ("Open", Standing.OPEN), ("Offen", Standing.OPEN),
        ("Pendiente", Standing.OPEN), ("En attente", Standing.OPEN), ("待处理", Standing.OPEN),
        ("Deleted", Standing.CLOSED), ("spam", Standing.CLOSED), ("archived", Standing.CLOSED),
        ("Merged", Standing.CLOSED), ("closed successful", Standing.CLOSED), ("Declined", Standing.CLOSED),
        ("Won't Do", Standing.CLOSED), ("Closed by requester", Standing.CLOSED),
        ("Cerrado automáticamente", Standing.CLOSED), ("erfolgreich geschlossen", Standing.CLOSED),
        ("Gelöscht", Standing.CLOSED), ("Supprimée", Standing.CLOSED), ("Arquivado", Standing.CLOSED),
        ("Samengevoegd", Standing.CLOSED), ("Rifiutato", Standing.CLOSED), ("已合并", Standing.CLOSED),
        ("已刪除", Standing.CLOSED), ("迷惑メール", Standing.CLOSED), ("병합됨", Standing.CLOSED),
        ("Удалён", Standing.CLOSED), ("Odrzucone", Standing.CLOSED), ("pending close", Standing.ANSWERED),
        ("Resolved partially", Standing.OPEN), ("Closed pending review", Standing.OPEN),
        ("pending reminder", Standing.PUT_ASIDE), ("Complete data needed", Standing.OPEN),
        ("Removed", Standing.CLOSED), ("Deleted permanently", Standing.CLOSED), ("Permanently deleted", Standing.CLOSED),
        ("Moved to Trash", Standing.CLOSED), ("In the trash", Standing.CLOSED), ("Marked as spam", Standing.CLOSED),
        ("auto-closed", Standing.CLOSED), ("Closed/Resolved", Standing.CLOSED), ("Closed, deleted", Standing.CLOSED),
        ("Archive", Standing.CLOSED), ("im Papierkorb", Standing.CLOSED), ("endgültig gelöscht", Standing.CLOSED),
        ("en la papelera", Standing.CLOSED), ("Supprimé définitivement", Standing.CLOSED), ("Lixeira", Standing.CLOSED),
        ("nel cestino", Standing.CLOSED), ("Prullenbak", Standing.CLOSED), ("已永久删除", Standing.CLOSED),
        ("回收站", Standing.CLOSED), ("已作廢", Standing.CLOSED), ("ゴミ箱", Standing.CLOSED), ("휴지통", Standing.CLOSED),
        ("В корзине", Standing.CLOSED), ("w koszu", Standing.CLOSED), ("silindi", Standing.CLOSED), ("Lukket", Standing.CLOSED),
        ("محذوف", Standing.CLOSED), ("đã xóa", Standing.CLOSED), ("Smazáno", Standing.CLOSED),
        ("To be deleted", Standing.OPEN), ("Not removed", Standing.OPEN), ("To archive", Standing.OPEN),
        ("Restored from trash", Standing.OPEN), ("Deletion requested", Standing.OPEN), ("Undeleted", Standing.OPEN),
        ("Closed/Reopened", Standing.OPEN), ("auto", Standing.OPEN), ("/", Standing.OPEN),
        ("Reopened (was closed)", Standing.OPEN), ("Not done", Standing.OPEN), (" ", Standing.UNKNOWN),
    ],
)  # fmt: skip
def test_what_a_word_means(word: str, means: Standing) -> None:
    assert standing(word) is means


def test_closed_in_many_forms() -> None:
    closed = (
        "Traitée;Zakończono;Zamknięta;Załatwione;Выполнена;Завершён;Завершённый;Atendida;Terminado;Evaso;Afgerond;"
        "Avsluttet;Vyřízeno;Lezárt;Megoldott;Kapandı;Închisă;Ολοκληρώθηκε;تم الإغلاق;مغلقة;סגורה;נסגר;Đã xử lý;"
        "เสร็จสิ้น;处理完毕;已關閉-超时;対応完了;処理済み;처리완료;해결완료;Fixed;Closed - No response;"
        "Closed - customer did not reply;Resolved - no reply needed"
    )
    again = (
        "Closed - customer replied;Done - needs reply;Resolved - awaiting confirmation;已关闭（待回复）;"
        "Gelöst - Kunde hat geantwortet;Nicht gelöst;Не решено;未解決;미해결;Terminar"
    )
    assert [word for word in closed.split(";") if standing(word) is not Standing.CLOSED] == []
    assert [word for word in again.split(";") if standing(word) is not Standing.OPEN] == []
    assert standing("답변완료") is standing("回答済み") is Standing.ANSWERED

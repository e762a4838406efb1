"""Connects a language tab with what fills and checks it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from supportdesk_gui.assist.drafting import SentenceIn
    from supportdesk_gui.assist.drafts import DraftStore
    from supportdesk_gui.ui.reply.language_filler import LanguageFiller
    from supportdesk_gui.ui.reply.mirror_checking import MirrorChecking
    from supportdesk_gui.ui.reply.reply_pane import ReplyPane


class MirrorWork(QObject):
    """Made with the reply; goes with it."""

    def __init__(
        self, reply: ReplyPane, filler: LanguageFiller, checking: MirrorChecking, drafts: DraftStore
    ) -> None:
        super().__init__(reply)
        self._reply, self._view = reply, reply.other
        self._filler, self._checking, self._drafts = filler, checking, drafts
        self._view.sentences_shown.connect(self._check)
        checking.checked.connect(self._view.show_mismatches)
        self._view.sentence_typed.connect(self._keep)
        self._view.sentence_wanted.connect(self._translate_again)

    def _check(self, language: str, sentences: Sequence[SentenceIn]) -> None:
        version = self._drafts.version(self._reply.version_id)
        if version is not None:
            self._checking.check(version.language, language, sentences)

    def _keep(self, language: str, number: int, text: str) -> None:
        self._filler.keep_typed(self._reply.version_id, language, number, text)

    def _translate_again(self, language: str, number: int) -> None:
        version = self._drafts.version(self._reply.version_id)
        if version is not None:
            self._filler.drop_typed(version, language, number)

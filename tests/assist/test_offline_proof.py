"""The offline engine's drafts are made of policy sentences: the proof check must see nothing else."""

from __future__ import annotations

import asyncio
import time
from contextlib import aclosing
from pathlib import Path

import pytest

from supportdesk_gui.assist.drafting import (
    DraftCitation,
    DraftPassages,
    DraftRequest,
    DraftText,
    Frame,
)
from supportdesk_gui.assist.offline import OfflineEngine
from supportdesk_gui.assist.proof import Mark, Proof, SentenceProof
from supportdesk_gui.policies.client import PolicyIndex
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.storage.data_folder import open_data_folder
from supportdesk_gui.tickets.sample_shop import sample_policies, sample_tickets
from supportdesk_gui.tickets.ticket import Ticket

_DOUBTS = {Mark.UNSUPPORTED, Mark.INTERNAL}


async def _proofs(engine: OfflineEngine, ticket: Ticket) -> tuple[str, list[SentenceProof]]:
    triage = await engine.triage(ticket)
    text = ""
    citations = []
    passages: list[Passage] = []
    request = DraftRequest(ticket, triage, triage.language, Frame())
    async with aclosing(engine.draft(request)) as events:
        async for event in events:
            if isinstance(event, DraftText):
                text += event.text
            elif isinstance(event, DraftCitation):
                citations.append(event.citation)
            elif isinstance(event, DraftPassages):
                passages = [hit.passage for hit in event.hits]
    return text, Proof(passages, ticket, triage.language).mark(text, citations)


@pytest.mark.usefixtures("forked_workers")
def test_drafts_of_the_whole_sample_shop_raise_no_doubt(tmp_path: Path) -> None:
    async def work() -> tuple[list[str], int]:
        index = PolicyIndex(open_data_folder(str(tmp_path)))
        await index.start()
        await index.add(sample_policies())
        await index.settled()
        engine = OfflineEngine(index, pause=0)
        doubted, proven = [], 0
        for ticket in sample_tickets(int(time.time())):
            text, proofs = await _proofs(engine, ticket)
            doubted += [text[one.start : one.end] for one in proofs if one.mark in _DOUBTS]
            proven += sum(one.mark is Mark.POLICY for one in proofs)
        await index.aclose()
        return doubted, proven

    doubted, proven = asyncio.run(work())
    assert doubted == []
    assert proven > 60, "policy sentences are to be seen as such"

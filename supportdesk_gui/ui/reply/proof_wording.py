"""What a proof says in words: the tag of a sentence, what is wrong with it, what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supportdesk_gui.ui.components.proof_marks import Proof

if TYPE_CHECKING:
    from supportdesk_gui.assist.proof import SentenceProof
    from supportdesk_gui.policies.document import Passage

_PROOFS = {
    "policy": Proof.SUPPORTED, "ticket": Proof.FACT,
    "unsupported": Proof.UNSUPPORTED, "internal": Proof.INTERNAL,
    "carried": Proof.UNSUPPORTED,
}  # fmt: skip
_AROUND = " \t\n.,;:!?。，；：！？"


def proof_of(one: SentenceProof) -> Proof | None:
    """The mark of a sentence, None where it says nothing to prove."""
    return _PROOFS.get(one.mark.value)


def is_carried(one: SentenceProof) -> bool:
    """Whether it came from another customer's reply and is to be read."""
    return one.mark.value == "carried"


def tag_words(one: SentenceProof, passages: Sequence[Passage]) -> str:
    """What a sentence rests on, in a word or two."""
    proof = proof_of(one)
    if proof is Proof.SUPPORTED:
        return _place_words(one, passages)
    if proof is Proof.FACT:
        return QCoreApplication.translate("Proof", "This ticket")
    if is_carried(one):
        return QCoreApplication.translate("Proof", "From another reply")
    if proof is Proof.UNSUPPORTED:
        return QCoreApplication.translate("Proof", "In no policy")
    if proof is Proof.INTERNAL:
        return QCoreApplication.translate("Proof", "Internal")
    return ""


def claims_of(one: SentenceProof, text: str) -> list[str]:
    """What is doubted in a sentence, or all of it; no claim is a part of another."""
    claims = [text[span.start : span.end].strip(_AROUND) for span in one.unsupported]
    claims = list(dict.fromkeys(claims))
    whole = [text[one.start : one.end].strip()]
    return [c for c in claims if not any(c != more and c in more for more in claims)] or whole


def quoted(claims: Iterable[str]) -> str:
    """Claims in a row, each in quotation marks; a whole sentence without its stop."""
    one = QCoreApplication.translate("Proof", "“{claim}”")
    said = dict.fromkeys(one.format(claim=claim.rstrip(".。")) for claim in claims)
    return QCoreApplication.translate("Proof", ", ").join(said)


def detail_words(one: SentenceProof, text: str) -> str:
    """What an agent has to look at before copying, empty where there is nothing."""
    claims = quoted(claims_of(one, text)[:3]) if one.unsupported else ""
    if one.mark.value == "internal":
        words = QCoreApplication.translate("Proof", "Stands only in an internal note or passage.")
        return words if not claims else f"{claims}: {words}"
    if is_carried(one):
        return QCoreApplication.translate("Proof", "From another customer's reply: read it.")
    if claims:
        words = QCoreApplication.translate(
            "Proof", "Neither in these policies nor in the ticket: {claims}."
        )
        return words.format(claims=claims)
    if one.dropped:
        wants = ", ".join(dict.fromkeys(_matter_words(drop.matter) for drop in one.dropped))
        words = QCoreApplication.translate("Proof", "The policy has a condition: {condition}.")
        return words.format(condition=wants)
    return ""


def accessible_words(one: SentenceProof, passages: Sequence[Passage]) -> str:
    """The mark of a sentence as a screen reader says it."""
    proof = proof_of(one)
    if proof is Proof.SUPPORTED:
        words = QCoreApplication.translate("Proof", "supported by {place}")
        return words.format(place=_place_words(one, passages))
    if proof is Proof.FACT:
        return QCoreApplication.translate("Proof", "from this ticket")
    if is_carried(one):
        return QCoreApplication.translate(
            "Proof", "from another customer's reply: read it before you copy"
        )
    if proof is Proof.UNSUPPORTED:
        return QCoreApplication.translate("Proof", "not supported: look before you copy")
    if proof is Proof.INTERNAL:
        return QCoreApplication.translate("Proof", "only in an internal note: look before you copy")
    return ""


def _place_words(one: SentenceProof, passages: Sequence[Passage]) -> str:
    hashes = list(dict.fromkeys(source.passage_hash for source in one.sources))
    headings = [
        passage.heading.rpartition(" › ")[2] or passage.file.rpartition("/")[2]
        for name in hashes
        for passage in passages
        if passage.hash == name
    ]
    if len(headings) > 1:
        words = QCoreApplication.translate("Proof", "{place} and {count} more")
        return words.format(place=headings[0], count=len(headings) - 1)
    return headings[0] if headings else QCoreApplication.translate("Proof", "Policy")


def _matter_words(matter: str) -> str:
    """A condition of a policy, as an agent would name it."""
    return {
        "UNUSED": QCoreApplication.translate("Proof", "unused"),
        "UNOPENED": QCoreApplication.translate("Proof", "unopened"),
        "UNWASHED": QCoreApplication.translate("Proof", "not washed"),
        "TAG": QCoreApplication.translate("Proof", "with its tags"),
        "PACKAGING": QCoreApplication.translate("Proof", "in its packaging"),
        "RECEIPT": QCoreApplication.translate("Proof", "with the receipt"),
        "PHOTO": QCoreApplication.translate("Proof", "with a photo"),
        "ID": QCoreApplication.translate("Proof", "with an identity card"),
        "CLEAN": QCoreApplication.translate("Proof", "clean"),
        "COMPLETE": QCoreApplication.translate("Proof", "complete"),
    }.get(matter, matter.lower())

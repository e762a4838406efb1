"""What the numbers mean that interfaces of helpdesks have for a status, a priority and a channel."""

from __future__ import annotations

from supportdesk_gui.tickets.importing.json_parts import Object, name_of, value_of

_STATUS = ("status_name", "status", "state", "ticket_status", "hs_pipeline_stage", "state_id")
_PRIORITY = ("priority_name", "priority")
_FRESHDESK = frozenset({"responder_id", "display_id"})
_FRESHDESK_STATUS = {
    "2": "open", "3": "pending", "4": "resolved", "5": "closed", "6": "waiting on customer",
    "7": "waiting on third party",
}  # fmt: skip
_FRESHDESK_PRIORITY = {"1": "low", "2": "normal", "3": "high", "4": "urgent"}
_HUBSPOT_STATUS = {"1": "new", "2": "waiting on contact", "3": "waiting on us", "4": "closed"}
"""Of its support pipeline; the stages of others have long numbers of their own."""
_ZAMMAD = frozenset({"state_id", "group_id", "customer_id", "article_count"})
_ZAMMAD_STATUS = {
    "1": "new", "2": "open", "3": "pending reminder", "4": "closed", "5": "merged", "6": "removed",
    "7": "pending close",
}  # fmt: skip
_REAMAZE = frozenset({"slug", "status", "tag_list", "message", "category", "followers"})
_REAMAZE_STATUS = {
    "0": "unresolved", "1": "pending", "2": "resolved", "3": "spam", "4": "archived",
    "5": "on hold", "6": "resolved",
}  # fmt: skip
_NO_PRIORITY = "not_priority"  # Intercom's, of all that are not marked
_FRESHDESK_CHANNEL = {"1": "email", "2": "portal", "3": "phone", "7": "chat", "9": "feedback",
                      "10": "outbound email"}  # fmt: skip


def channel_of(item: Object) -> str:
    """The helpdesk's word for the way that a ticket came."""
    source = item.get("source")
    if item.keys() & _FRESHDESK and isinstance(source, str):
        return name_of(item.get("source_name")) or _FRESHDESK_CHANNEL.get(source, source)
    if isinstance(source, dict) and source.get("type") == "conversation":
        return "chat"  # Intercom's own messenger, beside mail and networks
    return name_of(value_of(item, ("via", "channel", "source", "source_type", "type")))


def is_of_reamaze(item: Object) -> bool:
    """Whether it is a conversation of Re:amaze, whose numbers are its own."""
    return "slug" in item and len(item.keys() & _REAMAZE) > 2


def status_and_priority(item: Object) -> tuple[str, str]:
    """The helpdesk's words for both; numbers that it has made up itself stay numbers."""
    status, priority = name_of(value_of(item, _STATUS)), name_of(value_of(item, _PRIORITY))
    if item.keys() & _FRESHDESK:
        priority = _FRESHDESK_PRIORITY.get(priority, priority)
        return _FRESHDESK_STATUS.get(status, status), priority
    if priority == _NO_PRIORITY:
        priority = ""
    if status.isdigit():
        status = _meanings(item).get(status, status)
    return status, priority


def _meanings(item: Object) -> dict[str, str]:
    if item.get("hs_pipeline_stage"):
        return _HUBSPOT_STATUS
    if is_of_reamaze(item):
        return _REAMAZE_STATUS
    if "state_id" in item and len(item.keys() & _ZAMMAD) > 1:
        return _ZAMMAD_STATUS
    return {}

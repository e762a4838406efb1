"""What the numbers mean that interfaces of helpdesks have for a status and a priority."""

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


def status_and_priority(item: Object) -> tuple[str, str]:
    """The helpdesk's words for both; numbers that it has made up itself stay numbers."""
    status, priority = name_of(value_of(item, _STATUS)), name_of(value_of(item, _PRIORITY))
    if item.keys() & _FRESHDESK:
        priority = _FRESHDESK_PRIORITY.get(priority, priority)
        return _FRESHDESK_STATUS.get(status, status), priority
    if status.isdigit():
        status = _meanings(item).get(status, status)
    return status, priority


def _meanings(item: Object) -> dict[str, str]:
    if item.get("hs_pipeline_stage"):
        return _HUBSPOT_STATUS
    if "slug" in item and len(item.keys() & _REAMAZE) > 2:
        return _REAMAZE_STATUS
    if "state_id" in item and len(item.keys() & _ZAMMAD) > 1:
        return _ZAMMAD_STATUS
    return {}

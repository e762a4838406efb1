"""Faults of a stream: frames in, other frames out."""

from __future__ import annotations

from dataclasses import replace

from .answers import Answer
from .faults import Fault
from .wire import PING, Frame, Kind, event

_INSTEAD_OF_THE_REST: dict[Fault, Kind] = {
    Fault.DROP_MID_STREAM: "drop",
    Fault.RESET_MID_STREAM: "reset",
    Fault.STALL: "stall",
    Fault.END_WITHOUT_STOP: "end",
}
_BROKEN = b'event: content_block_delta\ndata: {"type":"content_block_del\x00\x1b[7m\n\n'
_COMMENT = b": still here\n\n"


def disturb_answer(answer: Answer, fault: Fault | None, after: int) -> Answer:
    """The answer that a model gives under `fault`."""
    if fault is Fault.REFUSAL_BEFORE_TEXT:
        return Answer((), stop_reason="refusal", category="cyber")
    if fault is Fault.REFUSAL_MID_TEXT:
        return replace(answer.first_pieces(after, "refusal"), category="general_harms")
    if fault is Fault.MAX_TOKENS:
        return answer.first_pieces(after, "max_tokens")
    if fault is Fault.MAX_TOKENS_WITHOUT_TEXT:
        return replace(answer.first_pieces(0, "max_tokens"), thinking=answer.thinking or "Hm.")
    return answer


def disturb_stream(
    frames: list[Frame], fault: Fault | None, after: int, request_id: str
) -> list[Frame]:
    """The events that come over a line under `fault`."""
    if fault in _INSTEAD_OF_THE_REST:
        return [*until(frames, after), Frame(b"", _INSTEAD_OF_THE_REST[fault])]
    if fault is Fault.ERROR_EVENT:
        error = {"type": "overloaded_error", "message": "Overloaded"}
        last = Frame(event("error", error=error, request_id=request_id))
        return [*until(frames, after), last]
    if fault is Fault.GARBAGE:
        return [*until(frames, after), Frame(_BROKEN), Frame(b"", "end")]
    if fault is Fault.CRLF:
        return [Frame(data.replace(b"\n", b"\r\n"), kind) for data, kind in frames]
    if fault is Fault.COMMENTS_AND_PINGS:
        return [one for frame in frames for one in (frame, Frame(_COMMENT), Frame(PING))]
    if fault is Fault.UNKNOWN_EVENTS:
        return _with_unknown_events(frames)
    return frames


def hold(frames: list[Frame], after: int) -> list[Frame]:
    """A pause after `after` pieces, until it is released."""
    start = until(frames, after)
    return [*start, Frame(b"", "hold"), *frames[len(start) :]]


def until(frames: list[Frame], after: int) -> list[Frame]:
    """Everything before the piece of text that follows the first `after`."""
    seen = 0
    for number, frame in enumerate(frames):
        if frame.kind == "text":
            if seen == after:
                return frames[:number]
            seen += 1
    return frames[:-2]  # without message_delta and message_stop


def _with_unknown_events(frames: list[Frame]) -> list[Frame]:
    """An event after the first one, a block and its delta before the last two."""
    index = sum(frame.data.startswith(b"event: content_block_start") for frame in frames)
    block = {"type": "weather", "outlook": "sunny"}
    delta = {"type": "weather_delta", "outlook": "rain"}
    return [
        frames[0],
        Frame(event("weather_report", outlook="sunny")),
        *frames[1:-2],
        Frame(event("content_block_start", index=index, content_block=block)),
        Frame(event("content_block_delta", index=index, delta=delta)),
        Frame(event("content_block_stop", index=index)),
        *frames[-2:],
    ]

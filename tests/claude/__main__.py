"""The stand-in as a process of its own, for benchmarks: its work is then not in their figures.

    python -m tests.claude [--port N] [--pour PIECES] [--first-byte S] [--per-second N] ...

The first line on stdout is the address, the second the key. Then each line on stdin is an order
in JSON, answered by one line; it ends when stdin closes.

    {"pace": {"first_byte": 0.3, "per_second": 80}}     "ok"
    {"pour": 20000, "cite_every": 100}                  "ok"; 0 pieces: its own words again
    {"write": ["One. ", "Two."]}                        "ok"; every free answer, each part cited
    {"answer": {...}}                               "ok"; JSON for every request with a schema
    {"say": "first_text"}                               when the newest answer's text began, seconds
    {"say": "body"}                                     the newest message's body
    {"bodies": 300}                                 the bodies of the newest that were answered
    {"keep_limits": true}                               "ok"; the limits hold from now on, full
    {"refused": true}                               how many requests they have refused since
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from tests.claude.standin import KEY, Cited, Pace, StandIn


def main() -> None:
    """Serves until stdin closes."""
    given = argparse.ArgumentParser(prog="python -m tests.claude")
    given.add_argument("--port", type=int, default=0)
    given.add_argument("--key", default=KEY)
    given.add_argument("--pour", type=int, default=0, help="pieces of text of every free answer")
    given.add_argument("--cite-every", type=int, default=100, help="pieces from cite to cite")
    given.add_argument("--first-byte", type=float, default=0.0, help="seconds before the headers")
    given.add_argument("--thinking", type=float, default=0.0, help="seconds of a thinking block")
    given.add_argument("--per-second", type=float, default=0.0, help="pieces a second; 0: flat out")
    given.add_argument("--characters", type=int, default=12, help="size of a piece")
    options = given.parse_args()
    pace = Pace(options.first_byte, options.thinking, options.per_second, options.characters)
    with StandIn(key=options.key, port=options.port, pace=pace) as claude:
        if options.pour:
            claude.will_pour(options.pour, cite_every=options.cite_every)
        print(claude.url, claude.key, sep="\n", flush=True)
        for line in sys.stdin:
            print(json.dumps(_obey(claude, json.loads(line))), flush=True)


def _obey(claude: StandIn, order: dict[str, Any]) -> Any:
    """Carry out one order; what it answers."""
    if "pace" in order:
        claude.pace = Pace(**order["pace"])
    elif "pour" in order:
        claude.forget()
        if order["pour"]:
            claude.will_pour(order["pour"], cite_every=order.get("cite_every", 100))
    elif "write" in order:
        claude.forget()
        claude.will_say(*(Cited(part, ((0, 0, 1),)) for part in order["write"]), times=None)
    elif "answer" in order:
        claude.forget()
        claude.will_answer(order["answer"], times=None)
    elif "bodies" in order:
        answered = [one.body for one in claude.messages if one.status == 200]
        return answered[-order["bodies"] :]
    elif "keep_limits" in order:
        claude.will_keep_limits()
    elif "refused" in order:
        return claude.refused
    elif "say" in order:
        return getattr(claude.messages[-1], order["say"])
    return "ok"


if __name__ == "__main__":
    main()

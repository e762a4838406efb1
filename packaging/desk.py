#!/usr/bin/env python3
"""SupportDesk's one runner: sets the program up on this machine and runs it.

``python3 packaging/desk.py [verb] [options] [-- arguments]``, standard library only.
This file is readable for every Python, however old, so that it can say which one is
needed; everything else stands in ``desk_steps/``.  Exit code 3: a person has to act.
"""

import os
import sys

OLDEST = (3, 11)
NEWEST = (3, 14)

if not OLDEST <= sys.version_info[:2] <= NEWEST:
    here = ".".join(str(part) for part in sys.version_info[:3])
    sys.stderr.write("SupportDesk needs Python 3.11 to 3.14; this is Python " + here + ".\n")
    names = ["python3." + str(minor) for minor in (13, 12, 11, 14)]
    folders = os.environ.get("PATH", "").split(os.pathsep)
    found = [name for name in names for folder in folders if os.path.exists(folder + "/" + name)]
    if found:
        sys.stderr.write("Run it with one that is here: " + found[0] + " packaging/desk.py\n")
    else:
        sys.stderr.write("Install one (www.python.org/downloads) and run this file with it.\n")
    sys.exit(3)

if __name__ == "__main__":
    from desk_steps import verbs

    sys.exit(verbs.main(sys.argv[1:]))

"""What was counted, as JSON: many small things, which C writes here and C reads there.

    {"steps": 8, "noticed": false,
     "lines": [["answer.py", 3, 8]],
     "sites": [["answer.py", 3, 11, 3, 17, "sum", 12]]}

A line has a label, a number and its steps; a site has a label, four positions, the name
of what iterates there, and how far.
"""

import json
from collections.abc import Mapping

from .sites import Site, Watched
from .steps import Steps

_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False)


def written(steps: Steps, sites: Mapping[Site, Watched], *, noticed: bool) -> bytes:
    """Return what was counted and seen."""
    count = {
        "steps": steps.total,
        "noticed": noticed,
        "lines": [[*place, many] for place, many in steps.lines.items()],
        "sites": [[*site, *seen] for site, seen in sites.items()],
    }
    # Names may be a student's, and hold what is no text.
    return _ENCODER.encode(count).encode("utf-8", "replace")

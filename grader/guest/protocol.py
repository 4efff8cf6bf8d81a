"""Frames on the wire between host and guest, and what each carries.

A frame is a header and a body. The header names the kind, the function (`index`)
and a nonce: a reply repeats the nonce of the request it answers, so that a reply
nobody asked for, or a second one, is noticed.

    host to guest    DEFINE {units, ask}      CALL (args, kwargs)   ANSWER outcome
                     COUNT (args, enough)  TIME (args, seconds)
                     CALLS {units, ask, requests, counts}
    guest to host    REPLY outcome            ASK (args, kwargs)

Bodies are encoded (`wire`), those of DEFINE and CALLS by Python's own `marshal`: C
reads that, and a guest may believe the host. What a guest sends is never read so.

An outcome is a dict whose "outcome" is one of the names below. CALLS defines functions
and calls each: `requests` has for each unit its (args, kwargs), as `arguments` writes
them, and `counts` its encoded (args, enough), which may be none. It is answered with
encoded outcomes that a `bundle` holds, in as many replies as it takes: of the first
definition, of its calls, of its definition for counts and of those, if there are any,
of the second definition, and so on.
"""

import struct
from enum import IntEnum
from typing import NamedTuple

MAGIC = b"grd1"
HEADER = struct.Struct("<4sBBxxQQ")

RETURNED = "returned"
"""With `value`, and, to a single CALL, the `seconds` that it took, for who was supplied
with it; if there are any, `changed`: positions or names of arguments changed in place,
and `noted`: what NumPy warned of (a frame and the text)."""
RAISED = "raised"
"""With `type`, `message` and `frames`: (label, line, function, start, end), outermost
first. The last two are columns in bytes, from 0; both are 0 where nothing is known."""
SIGNATURE = "signature"
"""With `signature`: the function cannot be called with these arguments."""
UNSENDABLE = "unsendable"
"""With `why`: the returned value is too large or too deep."""
DEFINED = "defined"
"""All units are defined; `found` says for each whether its function is there. With
`count`, what loading them took, if that was asked for."""
COUNTED = "counted"
"""With `count`, as `counted` writes it: the `steps` of the call, of its `lines` (label,
line, steps), `sites` where C code iterates (label, four positions, name, size), and
whether somebody was `noticed` who interfered."""
TIMED = "timed"
"""With `seconds`: what the fastest of several calls took."""

BUFFERED = 1 << 19
"""What either end lets the kernel hold: the usual 200 kB are full and empty again so
often that waking each other costs both more than the copying."""
MAX_FRAMES = 50
MAX_NOTED = 5
MAX_NOTE = 80
MAX_MESSAGE = 2_000

PROCESSOR = struct.Struct("<h")
"""The processor that a branch of a warm parent keeps to, with its guests; or ANY."""
ANY = -1


class Kind(IntEnum):
    """What a frame is."""

    DEFINE = 1
    CALL = 2
    ANSWER = 3
    REPLY = 4
    ASK = 5
    COUNT = 6
    TIME = 7
    CALLS = 8


class Limits(NamedTuple):
    """What one guest may use: bytes of memory, seconds of processor time."""

    memory: int
    cpu: int


LIMITS = struct.Struct("<QQ")

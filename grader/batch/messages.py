"""What the grader and the workers of a cluster tell each other: bytes of known records.

Tasks and verdicts in them are JSON, as a judging process takes and gives it.
"""

import msgspec

from grader.batch.crate import Crate
from grader.batch.worker import Job


class Opening(msgspec.Struct, frozen=True):
    """What a worker is to judge with; the token is the run's."""

    token: str
    job: Job
    crate: Crate


class Opened(msgspec.Struct, frozen=True):
    """What a worker can judge with; or why not, in `fault`."""

    host: str
    wall: str
    keys: dict[str, str]
    fault: str = ""
    help: str = ""


class Batch(msgspec.Struct, frozen=True):
    """Submissions to judge, one after the other."""

    token: str
    tasks: tuple[bytes, ...]


class Reply(msgspec.Struct, frozen=True):
    """What came of a batch, in its order, and the seconds that it took.

    If there is less than was asked for, the next submission ended the process that
    judged it, or `fault` says why there is no process. An `unknown` token is that of
    a run which the worker does not know any more.
    """

    judged: tuple[bytes, ...]
    seconds: float
    fault: str = ""
    unknown: bool = False

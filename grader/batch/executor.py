"""What judges that which is handed out: processes here, or the workers of a cluster."""

from typing import NamedTuple, Protocol

from grader.batch.worker import Judged, Task


class Came(NamedTuple):
    """What came of a submission that was handed out.

    Without verdicts its worker was lost; a `suspect` may be why.
    """

    id: str
    judged: Judged | None
    suspect: bool = False


class Executor(Protocol):
    """Takes submissions as fast as they are judged; whatever it took comes back."""

    @property
    def wall(self) -> str:
        """The name of the wall that all its workers have; empty before they are up."""

    def takes(self) -> bool:
        """Whether another submission may be handed out now."""

    def hand(self, task: Task, left: int) -> None:
        """Have a submission judged; after it there are at most so many `left`."""

    def hand_alone(self, task: Task) -> bool:
        """Have one judged by a worker that has no other; False if each has some."""

    def wait(self, seconds: float | None = None) -> list[Came]:
        """Wait until something happened; return what came of submissions, if any.

        It waits no longer than so many `seconds`. Raises GraderError or UsageError if
        nothing more can be judged.
        """

    def end(self) -> None:
        """End every worker that it started; what was not judged is forgotten."""

"""Who judges a class: processes here, or the workers of a Dask cluster."""

import sys
from collections.abc import Callable
from importlib.util import find_spec

from grader import processors
from grader.batch.executor import Executor
from grader.batch.grading import Plan
from grader.batch.starting import Starting
from grader.errors import UsageError

LOCAL = "local"


def need_dask(cluster: str) -> None:
    """Raise UsageError if a cluster is asked for and Dask is not there."""
    if not cluster:
        return
    if sys.platform == "win32":
        raise UsageError(
            "--cluster needs Linux or macOS, here and on the workers.",
            "Without it, grade uses the processors of this machine.",
        )
    # The keys of --cluster local are made with the second.
    if not all(map(find_spec, ("distributed", "cryptography"))):
        raise UsageError(
            "--cluster needs Dask, which is not installed.",
            "Run: pip install 'exercise-grader[cluster]'",
        )


def start(
    plan: Plan,
    jobs: int,
    cluster: str,
    starting: Starting,
    say: Callable[[str], None],
) -> Executor:
    """Start what judges; of as many workers as asked for none is without work."""
    count = min(jobs or processors.count(), len(plan.group.submissions))
    if not cluster:
        from grader.batch.local import Processes  # noqa: PLC0415 - one or the other

        return Processes(starting, plan.job, count)
    from grader.batch import crate  # noqa: PLC0415 - as above

    content = crate.pack(plan.course)
    # Dask takes a second to load.
    from grader.batch import schedulers  # noqa: PLC0415
    from grader.batch.cluster import Cluster  # noqa: PLC0415

    here = cluster == LOCAL
    link = schedulers.start(count) if here else schedulers.connect(cluster)
    if link.dashboard:
        say(f"Dashboard: {link.dashboard}")
    return Cluster(link, plan.job, plan.keys, content, say)

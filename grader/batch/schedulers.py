"""Dask schedulers: one that somebody runs, or one of our own, here."""

import logging
import warnings
from multiprocessing import resource_tracker
from pathlib import Path
from typing import Any

import dask
from distributed import Client, LocalCluster
from distributed.security import Security

from grader.batch.link import LOCAL, Link
from grader.batch.starting import deaf
from grader.errors import UsageError

CONNECT = 8
"""Seconds in which a scheduler has to answer."""
# Dask keeps so many of its last messages, submissions and verdicts in them.
_KEPT = {"distributed.admin.low-level-log-length": 20}


def connect(address: str) -> Link:
    """Return the line to a scheduler: an address, or a file that Dask wrote it to.

    Raises UsageError if none answers.
    """
    _hush()
    file = Path(address)
    where: dict[str, Any] = (
        {"scheduler_file": address} if file.is_file() else {"address": address}
    )
    try:
        with dask.config.set(_KEPT):
            client = Client(**where, timeout=CONNECT, set_as_default=False)
    except Exception as why:  # noqa: BLE001 - who answers may be anybody
        said = str(why).strip().split("\n")[0].removesuffix(".") or type(why).__name__
        raise UsageError(
            f"No Dask scheduler answers at {address} ({said}).",
            "Is it running, and can it be reached from here? docs/cluster.md says how "
            "to start one; --cluster local starts one on this machine.",
        ) from None
    return Link(client, address)


def start(count: int) -> Link:
    """Return the line to a scheduler of our own with so many workers, all here."""
    _hush()
    settings = _KEPT | {
        "distributed.scheduler.worker-ttl": "45s",
        # Their only work is to hand on.
        "distributed.worker.profile.enabled": False,
        "distributed.admin.system-monitor.interval": "2s",
    }
    # Started on first use, it would let Ctrl-C through again.
    resource_tracker.ensure_running()
    # No key that is pressed reaches what is started here: it is ended in order.
    with deaf(), dask.config.set(settings):
        cluster = LocalCluster(
            n_workers=count,
            threads_per_worker=1,
            memory_limit=None,
            dashboard_address="127.0.0.1:0",
            silence_logs=logging.CRITICAL,
            # Others who use this machine cannot hand it anything to run.
            security=Security.temporary(),
        )
        client = Client(cluster, timeout=CONNECT, set_as_default=False)
    return Link(client, LOCAL, cluster)


def _hush() -> None:
    """Keep what Dask has to say off the screen; what matters of it is told in words."""
    warnings.filterwarnings("ignore", module=r"distributed\.")
    loggers = logging.getLogger().manager.loggerDict
    for name in ("distributed", "tornado", "asyncio", "bokeh", *loggers):
        if name.partition(".")[0] in ("distributed", "tornado", "asyncio", "bokeh"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)

"""Starts a thousand threads by each way that there is."""
# kind: flood
# exercise: initialize_with_zeros
# must: failed

import _thread
import concurrent.futures
import threading
import time


def initialize_with_zeros(dim):
    for start in (
        lambda: threading.Thread(target=time.sleep, args=(9,)).start(),
        lambda: _thread.start_new_thread(time.sleep, (9,)),
        lambda: concurrent.futures.ThreadPoolExecutor().submit(time.sleep, 9),
        lambda: threading.Timer(0, print).start(),
    ):
        for _ in range(1000):
            try:
                start()
            except (RuntimeError, OSError):
                break
            raise SystemError("got through")
    return dim

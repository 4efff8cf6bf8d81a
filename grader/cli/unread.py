"""Output that nobody reads any more: `grader check | head` ends as any other check."""

import io
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class _Unread(io.FileIO):
    """A stream that loses what is written once its reader has left."""

    needed = False

    def write(self, data: "ReadableBuffer", /) -> int:
        try:
            return super().write(data)
        except BrokenPipeError:
            if _Unread.needed:
                # Once: Python writes again at exit.
                _Unread.needed = False
                raise SystemExit(0) from None
            return memoryview(data).nbytes


def allow() -> None:
    """Let a command do its work to the end, with its exit code, whoever reads it.

    What it keeps, such as the input of a case that failed, is no matter of its output.
    """
    sys.stdout, sys.stderr = _lasting(sys.stdout), _lasting(sys.stderr)


def need() -> None:
    """End the command at hand when its reader leaves: it is there to be read."""
    _Unread.needed = True


def _lasting(stream: TextIO) -> TextIO:
    """Return a stream to the same file that outlasts the file's reader."""
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    raw = getattr(stream.buffer, "raw", stream.buffer)
    # Of a Windows console, or a test's: they are no pipes.
    if type(raw) is not io.FileIO:
        return stream
    stream.flush()
    lasting = _Unread(raw.fileno(), "w", closefd=False)
    return io.TextIOWrapper(
        # Python's -u leaves the buffer out.
        lasting if raw is stream.buffer else io.BufferedWriter(lasting),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )

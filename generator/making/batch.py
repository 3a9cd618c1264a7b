"""PDFs of many Word files, set by as many processes as there are processors.

A PDF takes a fifth of a second of one processor and needs nothing from the next. The order of the
files and their bytes are those of one process; so are the errors.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from typing import NamedTuple

from casework.processors import processors
from redaction.errors import Problem, TemplateError

FEWEST_FOR_PROCESSES = 12
"""Below this number of PDFs, starting the processes takes longer than they save."""
_AHEAD = 2
"""Files handed to each process before their turn: more would only lie in memory."""


class WordFile(NamedTuple):
    """A Word file whose PDF is wanted; ``name`` is what messages call it."""

    name: str
    content: bytes


def pdfs(files: Iterable[WordFile]) -> Generator[bytes, None, None]:
    """The PDF of each file, in their order; ``TemplateError`` when the turn comes of a bad one.

    Close the iterator where it is not read to its end: that ends the processes.
    """
    coming = iter(files)
    first = list(islice(coming, FEWEST_FOR_PROCESSES))
    workers = processors()
    if len(first) < FEWEST_FOR_PROCESSES or workers < 2:
        yield from map(_pdf, chain(first, coming))
    else:
        yield from _in_processes(chain(first, coming), workers)


def _in_processes(files: Iterator[WordFile], workers: int) -> Generator[bytes, None, None]:
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_begin)
    waiting: deque[WordFile] = deque()
    coming: deque[Future[bytes | tuple[Problem, ...]]] = deque()
    try:
        for file in chain(files, [None] * workers * _AHEAD):
            if file is not None:
                waiting.append(file)
                coming.append(_handed_over(pool, file))
            if waiting and (file is None or len(waiting) > workers * _AHEAD):
                made = _result(coming.popleft())
                waiting.popleft()
                yield made
    except BrokenProcessPool:
        # Something ended the processes, or they could not start: here it still can be done.
        yield from map(_pdf, chain(waiting, files))
    finally:
        pool.shutdown(cancel_futures=True)


def _handed_over(pool: ProcessPoolExecutor, file: WordFile) -> Future[bytes | tuple[Problem, ...]]:
    with _undisturbed():
        return pool.submit(_pdf_or_problems, file)


def _result(coming: Future[bytes | tuple[Problem, ...]]) -> bytes:
    result = coming.result()
    if isinstance(result, bytes):
        return result
    raise TemplateError(result)


def _pdf(file: WordFile) -> bytes:
    from generator.pdf import word_to_pdf  # loads Pango, which only a PDF needs

    return word_to_pdf(file.content, name=file.name)


def _pdf_or_problems(file: WordFile) -> bytes | tuple[Problem, ...]:
    """What a process sends back: an error itself would lose its problems on the way."""
    try:
        return _pdf(file)
    except TemplateError as error:
        return error.problems


def _begin() -> None:
    """Leave Ctrl-C to the process that asked, and end with it however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Processes that start meanwhile don't hear Ctrl-C, not even before they can say so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)

"""Checks many files, with as many processes as it pays to start."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum, auto
from multiprocessing import get_context

from casework.processors import processors
from desk.folder import Listed
from redaction.check import Checker
from redaction.errors import Problem, RedactionError
from redaction.report import html_report
from redaction.values import CheckResult

FILES_A_PROCESS_PAYS_FOR = 8
"""Starting a process and its engine costs about as much as checking so many usual files."""


class Keep(Enum):
    """What of a file is kept beside its findings, so that many files stay within memory."""

    FINDINGS = auto()
    """Nothing more: for a list on a terminal, for JSON."""
    PASSAGES = auto()
    """The whole text: for one report with the words around each finding."""
    PAGE = auto()
    """The file's own HTML report, made where the file was checked."""


@dataclass(frozen=True)
class Checked:
    """One file's result, or why there is none."""

    listed: Listed
    result: CheckResult | None
    page: str = ""
    problems: tuple[Problem, ...] = ()


def check_files(
    checker: Checker,
    files: Sequence[Listed],
    keep: Keep,
    advance: Callable[[str], None],
    processes: int | None = None,
) -> list[Checked]:
    """``files`` checked, in their order; ``advance`` is told each one's name when it is done.

    A file that can't be read, or that brings its process down, is one without a result. Ctrl-C
    stops after the files that are being checked.
    """
    wanted = _worth_starting(len(files)) if processes is None else processes
    if wanted < 2:
        return [_told(_check(checker, each, keep), advance) for each in files]
    with _pool(checker, wanted) as pool:
        with _ctrl_c_ignored():  # the workers inherit it; only this process answers to Ctrl-C
            waiting = [pool.submit(_check_here, each, keep) for each in files]
        try:
            return [
                _told(_outcome(future, each, checker, keep), advance)
                for future, each in zip(waiting, files, strict=True)
            ]
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _worth_starting(files: int) -> int:
    return min(processors(), files // FILES_A_PROCESS_PAYS_FOR)


def _pool(checker: Checker, processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        processes, get_context("spawn"), initializer=_start, initargs=(checker,)
    )


def _outcome(future: Future[Checked], listed: Listed, checker: Checker, keep: Keep) -> Checked:
    """The result of ``future``; where its process died, of a process that has only this file."""
    try:
        return future.result()
    except BrokenProcessPool:
        pass
    with _pool(checker, 1) as pool:
        with _ctrl_c_ignored():
            again = pool.submit(_check_here, listed, keep)
        try:
            return again.result()
        except BrokenProcessPool:
            problem = Problem(
                listed.name,
                "the check of this file broke off: it may need more memory than there is",
                "Split it, or make its pictures smaller",
            )
            return Checked(listed, None, problems=(problem,))


def _told(checked: Checked, advance: Callable[[str], None]) -> Checked:
    advance(checked.listed.name)
    return checked


def _check(checker: Checker, listed: Listed, keep: Keep) -> Checked:
    try:
        result = replace(checker.check(listed.path), file=listed.name)
    except RedactionError as error:
        return Checked(listed, None, problems=tuple(_called(listed, error.problems)))
    except Exception as error:  # one file must not end the check of the others
        what = f"could not be checked: a fault in casereview itself ({type(error).__name__})"
        return Checked(listed, None, problems=(Problem(listed.name, what),))
    page = html_report([result]) if keep is Keep.PAGE else ""
    if keep is not Keep.PASSAGES:
        result = replace(result, passages=())
    return Checked(listed, result, page)


def _called(listed: Listed, problems: Sequence[Problem]) -> Iterator[Problem]:
    """``problems`` under the name that the report gives the file."""
    for problem in problems:
        own = problem.place in (listed.path.name, str(listed.path))
        yield replace(problem, place=listed.name) if own else problem


_checker: Checker
"""The checker of a worker process; its engine is built once, with the first file."""


def _start(checker: Checker) -> None:
    global _checker
    _checker = checker


def _check_here(listed: Listed, keep: Keep) -> Checked:
    return _check(_checker, listed, keep)


@contextmanager
def _ctrl_c_ignored() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)

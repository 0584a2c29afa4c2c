"""How much of a legacy text the reader finds, by form and noise: ``python -m tests.corpus.accuracy --help``."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import groupby
from pathlib import Path

from govreport import standard as standards
from govreport.readers.legacy.reader import read
from govreport.standard import Standard

from .cases import Case, case
from .forms import FORMS
from .noise import NOISES
from .scoring import Score, score

Key = tuple[str, str, int]


def measure(form: str, noise: str, seed: int, standard: Standard) -> tuple[Case, Score]:
    """Return a case and the score of reading it."""
    item = case(form, noise, seed, standard)
    return item, score(read(item.data, f"{item.name}.txt", standard), item.expected, standard)


def _work(task: tuple[Key, str | None]) -> tuple[Key, Score, float]:
    (form, noise, seed), dump = task
    standard = standards.load()
    item = case(form, noise, seed, standard)
    start = time.perf_counter()
    reading = read(item.data, f"{item.name}.txt", standard)
    spent = time.perf_counter() - start
    result = score(reading, item.expected, standard)
    if dump and result.faults:
        folder = Path(dump)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{item.name}.txt").write_bytes(item.data)
        heard = [f"{d.code} {d.location.line or ''} {d.location.cell or ''} {dict(d.params)}" for d in reading.diagnostics[:60]]
        (folder / f"{item.name}.faults").write_text("\n".join([*result.faults, "", *heard]) + "\n", encoding="utf-8")
    return (form, noise, seed), result, spent


def run(keys: Iterable[Key], dump: str | None = None, jobs: int = 2) -> list[tuple[Key, Score, float]]:
    """Return the score and the seconds of every case, read on ``jobs`` processes."""
    tasks = [(key, dump) for key in keys]
    if jobs < 2 or len(tasks) < 8:
        return [_work(task) for task in tasks]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(_work, tasks, chunksize=4))


def keys_of(forms: Sequence[str], noises: Sequence[str], seeds: int, first: int = 0) -> list[Key]:
    """Return the keys of all forms in all noises; with more than one noise, each form meets each with fewer seeds."""
    fitting = [(form, noise) for form in forms for noise in noises if NOISES[noise].suits(form)]
    return [(form, noise, seed) for form, noise in fitting for seed in range(first, first + seeds)]


def table(results: list[tuple[Key, Score, float]], by: int = 0) -> str:
    """Return the accuracy table, a line for each form (``by`` 0) or noise (``by`` 1)."""
    names = f"{'reports':>7} {'cells':>7} {'right':>8} {'nonzero':>8} {'missed':>6} {'silent':>6} {'wrong':>5} {'whole':>7} {'ms':>6}"
    head = f"{('form', 'noise')[by]:28} {names}"
    lines, everything, spent = [head], Score(), 0.0
    for name, group in groupby(sorted(results, key=lambda item: item[0][by]), key=lambda item: item[0][by]):
        total, seconds = Score(), 0.0
        for _, one, took in group:
            total += one
            seconds += took
        lines.append(_line(name, total, seconds))
        everything += total
        spent += seconds
    return "\n".join([*lines, _line("all", everything, spent)])


def _line(name: str, total: Score, seconds: float) -> str:
    cells = total.right + total.missed + total.wrong
    shares = f"{total.share:8.2%} {total.nonzero_share:8.2%}" if cells else f"{'-':>8} {'-':>8}"
    return (
        f"{name:28} {total.reports:7} {cells:7} {shares} {total.missed:6} {total.silent:6} {total.wrong:5} "
        f"{total.whole:3}/{total.reports:<3} {1000 * seconds / max(1, total.reports):6.1f}"
    )


def main() -> None:
    """Measure and print, with the first faults of each form that has some."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--form", action="append", help="a form (all by default); may be repeated, a prefix will do")
    parser.add_argument("--noise", action="append", help="a noise (none by default), 'all' for all")
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--dump", help="folder for the texts with faults and a list of these")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--faults", type=int, default=3, help="how many faults to print of a form")
    parser.add_argument("--list", action="store_true", help="list forms and noises")
    options = parser.parse_args()
    if options.list:
        print("\n".join(f"{shape.name:28} {shape.loss:8} {shape.case}" for shape in FORMS.values()), "\n\nnoises:", *NOISES)
        return
    forms = [name for name in FORMS if not options.form or any(name.startswith(wanted) for wanted in options.form)]
    noises = list(NOISES) if options.noise == ["all"] else options.noise or ["none"]
    results = run(keys_of(forms, noises, options.seeds, options.first), options.dump, options.jobs)
    for form in forms:
        faults = [(key, fault) for key, one, _ in results if key[0] == form for fault in one.faults]
        worst = sorted(faults, key=lambda item: ("WRONG", "SILENT", "missed").index(item[1].split()[0]))
        for key, fault in worst[: options.faults]:
            print(f"{key[0]}+{key[1]}-{key[2]}: {fault}")
    print(table(results))
    if len(noises) > 1:
        print(table(results, 1))


if __name__ == "__main__":
    main()

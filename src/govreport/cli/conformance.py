"""``conformance``: the suite run by an engine, as a table of codes; what an engine does not cover is said, never counted as passed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from govreport.cli.errors import ACCEPTED, REJECTED, USAGE, CommandError
from govreport.cli.settings import Settings
from govreport.cli.terminal import aligned
from govreport.cli.texts import Texts
from govreport.conformance import FAILED, NOT_COVERED, PASSED, Result, SuiteError, load, run
from govreport.conformance.engines import Engine, PythonEngine, RecordedEngine, SchematronEngine
from govreport.forms import Form
from govreport.resources import conformance_root
from govreport.standard import Standard

ENGINES = ("python", "schematron")
STATES = (PASSED, FAILED, NOT_COVERED)


def conformance(settings: Settings, folder: str | None, engine: str, findings: str | None) -> int:
    """Print what an engine comes to under the suite of a folder, the shipped one where none is given; exits 1 where anything failed."""
    standard = settings.standard()
    if engine not in ENGINES:
        raise CommandError(USAGE, "error.engine", name=engine, known=" ".join(ENGINES))
    try:
        suite = load(Path(folder) if folder else conformance_root())
        results = list(run(suite, _engine(engine, findings, standard)))
    except OSError as error:
        raise CommandError(USAGE, "error.suite", detail=error.filename) from error
    except SuiteError as error:
        raise CommandError(USAGE, "error.suite", detail=error) from error
    say = settings.say
    for line in (*_table(results, say), *_failures(results, say), _summary(results, say)):
        print(line)
    return REJECTED if any(result.state == FAILED for result in results) else ACCEPTED


def _engine(name: str, findings: str | None, standard: Standard) -> Engine:
    if findings is not None:
        return RecordedEngine(standard, Path(findings))
    return PythonEngine(standard) if name == ENGINES[0] else SchematronEngine(standard, lambda form: _compiled(form, standard))


def _compiled(form: Form, standard: Standard) -> bytes:
    from govreport.generate.compiler import compile_schematron
    from govreport.generate.schematron import tables

    return compile_schematron(tables(form, standard, "", relations_only=True), "")


def _table(results: Iterable[Result], say: Texts) -> list[str]:
    counts: dict[str, Counter[str]] = {}
    for result in results:
        counts.setdefault(result.group, Counter())[result.state] += 1
    rows = [tuple(say(f"conformance.{name}") for name in ("code", "files", *STATES, "result"))]
    for group, states in counts.items():
        rows.append((group, str(states.total()), *(str(states[state]) for state in STATES), say(f"conformance.{_state(states)}")))
    return list(aligned(rows))


def _state(states: Counter[str]) -> str:
    """Return what a code comes to: failed where any file is, not covered where not all files are, else passed."""
    return FAILED if states[FAILED] else PASSED if not states[NOT_COVERED] else NOT_COVERED if not states[PASSED] else "partly"


def _failures(results: Iterable[Result], say: Texts) -> Iterable[str]:
    for result in results:
        if result.state == FAILED:
            for key, found in (("missing", result.missing), ("surplus", result.surplus)):
                if found:
                    yield say(f"conformance.{key}", name=result.name, found=", ".join(found))


def _summary(results: Sequence[Result], say: Texts) -> str:
    states = Counter(result.state for result in results)
    return say("conformance.summary", passed=states[PASSED], failed=states[FAILED], uncovered=states[NOT_COVERED])

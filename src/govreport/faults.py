"""What is wrong with a file that a user wrote in the manner of the schema tree, a profile or waivers: its line and a text in Chinese and English."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from govreport.texts import Texts, read

TEXTS = Path(__file__).with_name("faults.toml")


class FaultError(ValueError):
    """Raised for a file that is not there or cannot be used: its path, the problem by its key in ``faults.toml``, the line where there is one."""

    def __init__(self, path: Path, problem: str, line: int | None = None, **params: object) -> None:
        super().__init__(path, problem, line, params)
        self.path, self.problem, self.line, self.params = path, problem, line, params

    def __str__(self) -> str:
        return self.text("en")

    def text(self, lang: str) -> str:
        """Return the path, the line and what is wrong, in zh or en."""
        say = _texts(lang)
        said = say(self.problem, **self.params)
        return say("at-line", path=self.path, line=self.line, said=said) if self.line else say("at", path=self.path, said=said)


@lru_cache(maxsize=2)
def _texts(lang: str) -> Texts:
    return Texts(lang, read(TEXTS))

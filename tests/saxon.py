"""Saxon, in a process of its own: ``python -m tests.saxon``.

Its runtime is a virtual machine that knows the threads which entered it. What it has made is taken down by whichever thread collects Python's
garbage; where that is another one, such as a thread of a service under test, the machine ends the whole process.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


class Saxon:
    """An XSLT processor that keeps the stylesheets it has compiled; raises ``RuntimeError`` where one cannot be run."""

    def __init__(self) -> None:
        self._process = subprocess.Popen([sys.executable, "-m", "tests.saxon"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def transformed(self, stylesheet: Path, document: str) -> str:
        """Return what a stylesheet makes of a document."""
        given, made = self._process.stdin, self._process.stdout
        assert given is not None and made is not None
        given.write(json.dumps([str(stylesheet), document]) + "\n")
        given.flush()
        answer: dict[str, str] = json.loads(made.readline() or '{"failed": "it has ended"}')
        if "failed" in answer:
            raise RuntimeError(f"Saxon: {answer['failed']}")
        return answer["made"]

    def close(self) -> None:
        """End the process."""
        self._process.communicate(timeout=60)


def serve() -> None:
    """Answer every line of the input, a stylesheet and a document, with a line: what was made, or why nothing was."""
    import saxonche

    with saxonche.PySaxonProcessor(license=False) as processor:
        compiled: dict[str, Any] = {}
        for line in sys.stdin:
            stylesheet, document = json.loads(line)
            try:
                if stylesheet not in compiled:
                    compiled[stylesheet] = processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=stylesheet)
                answer = {"made": compiled[stylesheet].transform_to_string(xdm_node=processor.parse_xml(xml_text=document))}
            except saxonche.PySaxonApiError as error:
                answer = {"failed": str(error)}
            print(json.dumps(answer), flush=True)
        compiled.clear()


if __name__ == "__main__":
    serve()

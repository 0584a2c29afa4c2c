"""From the forms the JSON Schema of a report in JSON (draft 2020-12): one file an edition and one for the envelope."""

from __future__ import annotations

import json
from collections.abc import Mapping

from govreport.envelope import Envelope
from govreport.forms import Column, Form, TableForm
from govreport.generate.xsd import UNIT
from govreport.standard import Standard

DRAFT = "https://json-schema.org/draft/2020-12/schema"
ENVELOPE = "../report.schema.json#/$defs/"

Schema = Mapping[str, object]

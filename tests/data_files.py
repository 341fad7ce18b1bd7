"""Files of data of a site, read as people's programs read them."""

import csv
import io
from collections.abc import Sequence

from made_brief import BRIEF, ENTRY, shelved
from made_site import PAGE
from reading_pages import made

from sitegen.model.annotations import Withdrawal
from sitegen.model.brief import Brief
from sitegen.model.entry import Entry
from sitegen.render import Shelved, Site, site_outputs

GONE = Withdrawal("2024-04-01", "Misheard.")


def data_of(site: Site, shelf: Sequence[Shelved] | None = None) -> dict[str, str]:
    outputs = site_outputs(site, shelved(ENTRY) if shelf is None else shelf, [PAGE], [])
    return made(output for output in outputs if output.path.startswith("data"))


def rows_of(site: Site, name: str, brief: Brief = BRIEF, entry: Entry = ENTRY) -> list[dict[str, str]]:
    text = data_of(site, shelved(entry, brief=brief))[f"data/{name}.csv"]
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))

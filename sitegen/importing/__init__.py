"""Import: a page, saved or on the web -> an article in seeds/, a kept copy, and a drafted annotation file.

Material is what is imported. It comes from a file, or by fetching, web, connections and addresses (each may refuse);
seeding writes the files, drafting the annotations.
"""

from sitegen.importing.drafting import draft_of
from sitegen.importing.fetching import fetch
from sitegen.importing.material import Material, from_file, from_web
from sitegen.importing.seeding import NAME, Intake, name_for, read_material, write_seed
from sitegen.importing.web import Web

__all__ = [
    "NAME",
    "Intake",
    "Material",
    "Web",
    "draft_of",
    "fetch",
    "from_file",
    "from_web",
    "name_for",
    "read_material",
    "write_seed",
]

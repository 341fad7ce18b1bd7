"""A project opened: its settings, wording, kinds, model and shared sources, read once for all articles."""

from dataclasses import dataclass
from pathlib import Path

from sitegen.analyse import Model, find_model
from sitegen.cache import Cache, code_version, key_of
from sitegen.config import Settings, read_settings
from sitegen.kinds import Kinds, load_kinds
from sitegen.model.annotations import Source
from sitegen.own_words import read_words
from sitegen.problems import Problem, has_errors
from sitegen.read import read_shared
from sitegen.words import Words


@dataclass(frozen=True, slots=True)
class Project:
    """What every stage needs beside the article at hand."""

    root: Path
    cache: Cache
    settings: Settings
    words: Words
    kinds: Kinds
    model: Model
    shared: tuple[Source, ...]

    def fingerprint(self) -> str:
        """Hash what every brief of the project follows from, beside its own article and annotations."""
        words, kinds = self.words.fingerprint, self.kinds.fingerprint
        return key_of(self.settings, words, kinds, self.model, self.shared, code_version())


def open_project(root: Path, cache: Cache) -> tuple[Project | None, list[Problem]]:
    """Read what the whole project rests on; None where settings or model make any work pointless."""
    settings, problems = read_settings(root)
    kinds = load_kinds()
    model = find_model(settings.model)
    if isinstance(model, Problem):
        return None, [*problems, model]
    if has_errors(problems):
        return None, problems
    shared, faults = read_shared(root, kinds)
    words, misworded = read_words(root, settings.language)
    return Project(root, cache, settings, words, kinds, model, shared), [*problems, *faults, *misworded]

"""A project opened: its settings, wording, kinds, model and shared sources, read once for all articles."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from sitegen.analyse import find_model
from sitegen.cache import Cache, code_version, key_of
from sitegen.config import Settings, read_settings
from sitegen.kinds import load_kinds
from sitegen.own_words import read_words
from sitegen.pipeline.inputs import Inputs
from sitegen.pipeline.links import links_out
from sitegen.pipeline.papers import Frame
from sitegen.pipeline.vanished import vanished
from sitegen.problems import Problem, has_errors
from sitegen.read import read_shared


class Project(Struct, frozen=True):
    """A project with its cache."""

    root: Path
    cache: Cache
    frame: Frame
    digests: Mapping[str, str]
    """SHA-256 of the files that people wrote, and of composed briefs, by their path from the root."""

    def fingerprint(self) -> str:
        """Hash what every brief of the project follows from, beside its own article and annotations."""
        frame = self.frame
        words, kinds = frame.words.fingerprint, frame.kinds.fingerprint
        return key_of(frame.settings, words, kinds, frame.model, frame.shared, code_version())

    @property
    def settings(self) -> Settings:
        """Return the settings, which not only judging asks for."""
        return self.frame.settings


def open_project(inputs: Inputs, digests: Mapping[str, str] | None = None) -> tuple[Project | None, list[Problem]]:
    """Read what the whole project rests on; None where settings, model, links or what is gone bar any work.

    `digests` are those of the files that are asked for, where that are few; else of all inputs.
    """
    root = inputs.root
    if barred := links_out(root, inputs.links) or vanished(root, (*inputs.seen, *inputs.composed)):
        return None, barred
    settings, problems = read_settings(root)
    kinds = load_kinds()
    model = find_model(settings.model)
    if isinstance(model, Problem):
        return None, [*problems, model]
    if has_errors(problems):
        return None, problems
    shared, faults = read_shared(root, kinds)
    words, misworded = read_words(root, settings.language)
    frame = Frame(settings, words, kinds, model, shared)
    known = inputs.digests if digests is None else digests
    return Project(root, inputs.cache, frame, known), [*problems, *faults, *misworded]

"""Claims: the paths that a build asks for, held against one another before anything is made."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from sitegen.model.output import AnyOutput, Bundle, Groups, name_of
from sitegen.problems import Problem
from sitegen.publish.lines import Row
from sitegen.publish.paths import check_paths, fold, folder_of


def check_claims(outputs: Sequence[AnyOutput], groups: Groups, rows: Mapping[str, Row], folder: str) -> list[Problem]:
    """Report paths of which two outputs, bundles or groups ask for the same, or that cannot stand in the site.

    What has the names of the rows that are listed stood beside one another before, and does so now.
    """
    names = {*map(name_of, outputs), *(group.name for group in groups)}
    if len(names) == len(outputs) + len(groups) and names == rows.keys():
        return []
    paths = [output.path for output in outputs if not isinstance(output, Bundle)]
    owned = [output.folder for output in outputs if isinstance(output, Bundle)]
    others = list(_others(paths, groups))
    return check_paths(lambda: chain((group.name for group in groups), others, paths), owned, folder)


def _others(paths: Sequence[str], groups: Groups) -> Iterator[str]:
    """Yield the files of groups beside their first ones, of those groups alone that an output could get in the way of.

    That is one in a folder of theirs with another ending than first files have: to name all files of all groups would
    take seconds, and hardly ever find anything.
    """
    endings = {_ending(group.name) for group in groups}
    crowded = {_folder(path) for path in paths if _ending(path) not in endings}
    for group in groups:
        if not crowded.isdisjoint(map(fold, group.folders)):
            files = group.keys()
            yield from (path for path in files if path != group.name)


def _ending(path: str) -> str:
    return fold(path).rpartition(".")[2]


def _folder(path: str) -> str:
    return folder_of(fold(path))

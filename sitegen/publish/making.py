"""Making: what stands as it should, and what must be made and staged."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from sitegen.model.output import Bundle, Due, Group, Make, Output
from sitegen.problems import Problem
from sitegen.publish.ground import Ground
from sitegen.publish.manifest import Entry, count_in, files_in, key_in, row_of
from sitegen.publish.moving import Moves
from sitegen.publish.paths import check_paths
from sitegen.publish.staging import Staging


class Making:
    """The outputs of one build, taken one after the other, so that few of them are in memory."""

    def __init__(self, ground: Ground, staging: Staging, *, verify: bool) -> None:
        self._ground = ground
        self._staging = staging
        self._verify = verify
        self._rows = dict[str, str]()
        self._made = dict[str, dict[str, Entry]]()
        """The files of what was not kept as a whole, by its name."""
        self._staged = dict[str, str]()
        """What is to be moved in, and the name that it belongs to."""
        self.problems = list[Problem]()
        self.done = 0
        """How many outputs, bundles and groups have been taken."""

    def take(self, output: Output | Bundle) -> None:
        """Keep the files of an output or a bundle, or make them."""
        self.done += 1
        name = output.path if isinstance(output, Output) else f"{output.folder}/"
        if self._keeps(name, output.key):
            return
        made = output.make()
        if isinstance(made, bytes):
            made = {"": made}
        elif isinstance(made, Problem):
            self.problems.append(made)
            return
        files = {f"{name}{path}": contents for path, contents in made.items()}
        self._put(name, output.key, dict.fromkeys(files, output.key), files)

    def take_groups(self, groups: Iterable[Group], make: Make) -> Iterator[Group]:
        """Keep the files of groups, or have them made; yield each that is done."""
        for due, made in make(self._due(groups)):
            if isinstance(made, Problem):
                self.problems.append(made)
            else:
                self._put(due.group.name, due.group.key, due.group.keys(), made)
            yield due.group

    def moves(self) -> Moves:
        """Return what is to be done once all has been taken, and note what stands in its way."""
        ground = self._ground
        ground.leave(self._rows, self._made)
        self.problems += check_paths(sorted(self._staged), (), ground.name)
        self.problems += [found for path, name in self._staged.items() if (found := ground.taken(path, name))]
        sorts = {path: ground.is_ours(path, name) for path, name in sorted(self._staged.items())}
        new, changed = (tuple(path for path, ours in sorts.items() if ours is which) for which in (False, True))
        kept = sum(map(count_in, self._rows.values())) - len(sorts)
        return Moves(self._rows, self._made, new, changed, tuple(sorted(ground.stale)), kept)

    def _due(self, groups: Iterable[Group]) -> Iterator[Due]:
        for group in groups:
            self.done += 1
            if not self._keeps(group.name, group.key, group.folders):
                keys = group.keys()
                paths = frozenset(path for path, key in keys.items() if not self._stands(group.name, path, key))
                if paths:
                    yield Due(group, paths)
                else:
                    self._put(group.name, group.key, keys, {})

    def _keeps(self, name: str, key: str, folders: Iterable[str] = ()) -> bool:
        """Keep all files of one name where they stand as they should: that is so in folders that nobody touched."""
        row = self._ground.rows.get(name)
        if row is None or key_in(row) != key:
            return False
        untouched = folders and not self._verify and all(map(self._ground.is_untouched, folders))
        files = {} if untouched else files_in(row)
        if not all(self._ground.keeps(path, entry, verify=self._verify) for path, entry in files.items()):
            return False
        self._rows[name] = row
        return True

    def _stands(self, name: str, path: str, key: str) -> bool:
        entry = self._ground.files_of(name).get(path)
        return entry is not None and entry.key == key and self._ground.keeps(path, entry, verify=self._verify)

    def _put(self, name: str, key: str, keys: Mapping[str, str], made: Mapping[str, bytes]) -> None:
        """Note what shall stand at the paths of one name, and stage what does not stand there already."""
        kept, files = self._ground.files_of(name), dict[str, Entry]()
        for path, each in keys.items():
            contents = made.get(path)
            if contents is None:
                files[path] = kept[path]
                continue
            files[path] = Entry(each, hashlib.sha256(contents).hexdigest(), len(contents))
            if not self._ground.has(path, files[path]):
                self._staged[path] = name
                if not self.problems:
                    self._staging.add(path, contents)
        self._made[name] = files
        self._rows[name] = row_of(key, files)

"""Making: what stands as it should, and what must be made and staged."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256

from sitegen.model.output import AnyOutput, Bundle, Contents, Due, Group, Make, name_of
from sitegen.problems import Problem
from sitegen.publish.ground import Ground
from sitegen.publish.manifest import SHORT, Entry, digest_of, files_in, key_in, row_of
from sitegen.publish.moving import Moves, Staged
from sitegen.publish.paths import Paths, check_paths, folder_of
from sitegen.publish.staging import Staging


class Making:
    """The outputs of one build, taken one after the other, so that few of them are in memory."""

    def __init__(self, ground: Ground, staging: Staging, *, verify: bool) -> None:
        self._ground = ground
        self._staging = staging
        self._verify = verify
        self._rows = dict[str, str]()
        self._staged = dict[str, Staged]()
        """Of each name that was not kept as a whole, what is to be moved in."""
        self._folders = set[str]()
        """Where files stand, as far as all has been taken."""
        self.problems = list[Problem]()
        self.done = 0
        """How many outputs, bundles and groups have been taken."""

    def take(self, output: AnyOutput) -> None:
        """Keep the files of an output or a bundle, or make them."""
        self.done += 1
        name = name_of(output)
        folders = self._ground.folders_of(name) if isinstance(output, Bundle) else [folder_of(name)]
        key = output.key
        if self._keeps(name, key, folders):
            return
        files = _files(name, output)
        if isinstance(files, Problem):
            self.problems.append(files)
            return
        self._put(name, key, dict.fromkeys(files, key), files)

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
        ground.leave(self._rows, self._staged)
        self.problems += check_paths(self._paths, (), ground.name)
        for name, staged in self._staged.items():
            self.problems += [found for path in staged.all if (found := ground.taken(path, name))]
        return Moves(self._rows, self._staged, tuple(sorted(ground.stale)), self._folders)

    def _paths(self) -> Iterator[str]:
        """Yield what is to be moved in."""
        return (path for staged in self._staged.values() for path in staged.all)

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

    def _keeps(self, name: str, key: str, folders: Collection[str]) -> bool:
        """Keep all files of one name where they stand as they should: that is so in folders that nobody touched."""
        row = self._ground.rows.get(name)
        if row is None or key_in(row) != key:
            return False
        untouched = not self._verify and all(map(self._ground.is_untouched, folders))
        files = {} if untouched else files_in(name, row)
        if not all(self._ground.keeps(path, entry, verify=self._verify) for path, entry in files.items()):
            return False
        self._rows[name] = row
        self._folders.update(folders)
        return True

    def _stands(self, name: str, path: str, key: str) -> bool:
        entry = self._ground.files_of(name).get(path)
        return entry is not None and entry.is_of(key) and self._ground.keeps(path, entry, verify=self._verify)

    def _put(self, name: str, key: str, keys: Mapping[str, str], made: Mapping[str, Contents]) -> None:
        """Note what shall stand at the paths of one name, and stage what does not stand there already."""
        kept, files = self._ground.files_of(name), dict[str, Entry]()
        new, changed = list[str](), list[str]()
        for path, each in keys.items():
            contents = made.get(path)
            if contents is None:
                files[path] = kept[path]
                continue
            files[path], is_due = self._stage(path, each[:SHORT], contents, kept.get(path))
            if is_due:
                (changed if self._ground.is_ours(path, name) else new).append(path)
        self._rows[name] = row_of(name, key, files)
        self._folders.update(map(folder_of, files))
        self._staged[name] = Staged(Paths.of(new), Paths.of(changed))

    def _stage(self, path: str, key: str, contents: Contents, known: Entry | None) -> tuple[Entry, bool]:
        """Return a file as the list has it, and whether it is staged: its very bytes may stand there already."""
        if isinstance(contents, bytes):
            entry = Entry(key, digest_of(sha256(contents)), len(contents))
            if self._has(path, entry, known):
                return entry, False
            self._staging.add(path, contents)
            return entry, True
        entry = Entry(key, *self._staging.add(path, contents))
        stands = self._has(path, entry, known)
        if stands:
            self._staging.drop(path)
        return entry, not stands

    def _has(self, path: str, entry: Entry, known: Entry | None) -> bool:
        """Say whether the bytes of an entry stand at a path; what stands as a build left it is not read for it."""
        if known is not None and known.key and self._ground.keeps(path, known, verify=self._verify):
            return known.digest == entry.digest
        return self._ground.has(path, entry)


def _files(name: str, output: AnyOutput) -> Mapping[str, Contents] | Problem:
    """Make the files of an output or a bundle, by path."""
    if isinstance(output, Bundle):
        made = output.make()
        return made if isinstance(made, Problem) else {f"{name}{path}": contents for path, contents in made.items()}
    contents = output.make()
    return contents if isinstance(contents, Problem) else {name: contents}

"""Making: which outputs stand as they should, and which must be made and staged."""

import hashlib

from sitegen.model.output import Output
from sitegen.problems import Problem
from sitegen.publish.ground import Ground
from sitegen.publish.manifest import Entry
from sitegen.publish.moving import Moves
from sitegen.publish.staging import Staging


class Making:
    """The outputs of one build, taken one after the other, so that one at a time is in memory."""

    def __init__(self, ground: Ground, staging: Staging, *, verify: bool) -> None:
        self._ground = ground
        self._staging = staging
        self._verify = verify
        self._files = dict[str, Entry]()
        self._new = list[str]()
        self._changed = list[str]()
        self.problems = list[Problem]()

    def take(self, output: Output) -> None:
        """Keep the file of an output, or make it."""
        entry = self._ground.files.get(output.path)
        if entry and entry.key == output.key and self._ground.keeps(output.path, entry, verify=self._verify):
            self._files[output.path] = entry
            return
        made = output.make()
        if isinstance(made, Problem):
            self.problems.append(made)
            return
        self._put(output, made)

    def _put(self, output: Output, contents: bytes) -> None:
        """Note what shall stand at a path, and stage it unless it stands there already."""
        path, ground = output.path, self._ground
        entry = Entry(output.key, hashlib.sha256(contents).hexdigest(), len(contents))
        self._files[path] = entry
        if ground.has(path, entry):
            return
        if taken := ground.taken(path):
            self.problems.append(taken)
        elif not self.problems:
            (self._changed if ground.is_ours(path) else self._new).append(path)
            self._staging.add(path, contents)

    def moves(self) -> Moves:
        """Return what is to be done once every output has been taken."""
        new, changed, stale = (tuple(sorted(paths)) for paths in (self._new, self._changed, self._ground.stale))
        return Moves(self._files, new, changed, stale)

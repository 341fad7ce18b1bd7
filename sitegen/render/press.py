"""Templates filled in: one environment a build, and an error in a template is a problem with file and line."""

import re
import traceback
from collections.abc import Mapping
from contextlib import suppress
from types import CodeType

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, StrictUndefined, TemplateError
from jinja2.bccache import Bucket
from msgspec import Struct

from sitegen.cache import code_version
from sitegen.problems import Kind, Location, Problem
from sitegen.render.sandbox import Sandbox
from sitegen.theme import Theme

_OBJECT = re.compile(r"^'[\w.]+ object' has no (?:attribute|element)")
"""How Jinja begins to say that something is undefined: with a class of ours, which means nothing to others."""


class _Compiled(BytecodeCache):
    """Templates as they were last compiled: by this process, or by an earlier one of the same person.

    On the disk they stand where Jinja keeps such code, in a folder that nobody else can write to, never in a project:
    there its author could plant code.
    """

    def __init__(self) -> None:
        self._kept = dict[str, tuple[str, CodeType]]()
        self._files: FileSystemBytecodeCache | None = None
        # Where there is no such folder, or somebody else has it, each process compiles for itself.
        with suppress(OSError, RuntimeError):
            self._files = FileSystemBytecodeCache(pattern="sitegen-%s.cache")

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return what a template is known by; what our sandbox lets through is compiled into it."""
        return super().get_cache_key(f"{code_version('render/sandbox.py')} {name}", filename)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was compiled from the very same source."""
        source, code = self._kept.get(bucket.key, ("", None))
        if code and source == bucket.checksum:
            bucket.code = code
        elif self._files:
            with suppress(OSError, ValueError, EOFError, TypeError):  # a damaged file: it is compiled again
                self._files.load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, in the place of what was compiled from an earlier source."""
        if bucket.code:
            self._kept[bucket.key] = bucket.checksum, bucket.code
            if self._files:
                with suppress(OSError):
                    self._files.dump_bytecode(bucket)


_COMPILED = _Compiled()


class Press(Struct):
    """What fills templates in; they are compiled once, when the first page is due."""

    theme: Theme
    shared: Mapping[str, object]
    """What every template gets beside what its page gives it."""
    _environment: Environment | None = None

    def fill(self, name: str, values: Mapping[str, object]) -> bytes | Problem:
        """Fill a template in, or say at which of its lines that fails."""
        try:
            return self._open().get_template(name).render(values).encode()
        except Exception as error:  # noqa: BLE001  (templates are people's code: whatever they raise is a problem there)
            return self._problem(name, error)

    def value(self, name: str, variable: str) -> object:
        """Return what a template sets a variable to; None where it sets none, or cannot be read."""
        try:
            return getattr(self._open().get_template(name).module, variable, None)
        except Exception:  # noqa: BLE001  (as above; a page that uses it says what is wrong)
            return None

    def _open(self) -> Environment:
        if self._environment is None:
            self._environment = Sandbox(
                loader=self.theme.loader(),
                autoescape=True,
                undefined=StrictUndefined,
                trim_blocks=True,
                lstrip_blocks=True,
                keep_trailing_newline=True,
                auto_reload=False,
                bytecode_cache=_COMPILED,
            )
            self._environment.globals.update(self.shared)
        return self._environment

    def _problem(self, name: str, error: Exception) -> Problem:
        file, line = self._place_of(name, error)
        said = error.message if isinstance(error, TemplateError) else str(error)
        said = _OBJECT.sub("there is no", said or "") or type(error).__name__
        message = f"the template cannot be filled in: {said}"
        return Problem(Location(self.theme.place_of(file), line), Kind.TEMPLATE_ERROR, message)

    def _place_of(self, name: str, error: Exception) -> tuple[str, int]:
        """Return the file and line of the innermost template that the error passed through."""
        line = getattr(error, "lineno", None)
        if line:
            return getattr(error, "filename", None) or name, line
        frames = [
            frame for frame in traceback.extract_tb(error.__traceback__) if self.theme.is_template(frame.filename)
        ]
        return (frames[-1].filename, frames[-1].lineno or 1) if frames else (name, 1)

"""What templates may touch: what they are given, and nothing behind it. A project's templates are other people's code.

https://jinja.palletsprojects.com/en/stable/sandbox/
"""

from types import FunctionType
from typing import Any

from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

HOMES = frozenset({"sitegen", "builtins", "jinja2", "markupsafe", "functools"})
"""Packages whose objects templates may look into: no paths, no modules, nothing that reaches files or the system."""
_CALLED = (Macro, FunctionType)
"""What is called as it is: macros, and functions of ours. No methods: those that format texts look into objects."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, which also refuses objects of other libraries.

    The ways that pages take most are short: an attribute of an object of ours whose name is no private one, and a call
    of what we gave. Through the sandbox's long way, a page without much else takes twice the time.
    """

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401  (Jinja's own)
        super().__init__(*args, **options)
        self._ours = dict[type, bool]()

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401  (whatever templates are given)
        """Return an attribute, or what stands for one that is undefined or not to be touched."""
        kind = type(obj)
        ours = self._ours.get(kind)
        if ours is None:
            ours = self._ours[kind] = _home(kind) == "sitegen"
        if ours and attribute[0] != "_":
            try:
                return getattr(obj, attribute)
            except AttributeError:
                pass
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: Any, /, *args: Any, **named: Any) -> Any:  # noqa: ANN401  (as above)
        """Call what templates were given."""
        kind = type(obj)
        if kind in _CALLED or self._ours.get(kind):
            return context.call(obj, *args, **named)
        return super().call(context, obj, *args, **named)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401  (as above)
        """Say whether templates may touch an attribute."""
        return _home(type(obj)) in HOMES and super().is_safe_attribute(obj, attr, value)


def _home(kind: type) -> str:
    return kind.__module__.partition(".")[0]

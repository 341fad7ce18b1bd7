"""Keys that must agree: what an annotation file says in two places at once."""

from collections.abc import Iterator

from sitegen.model.vocabulary import State
from sitegen.problems import Kind, Problem
from sitegen.read.forms import BriefForm
from sitegen.tree import Table, Text

_WITHDRAWN = "withdrawn: {on: 2023-07-18, reason: why it is withdrawn}"


def find_disagreement(brief: BriefForm, root: Table) -> Iterator[Problem]:
    """Report a `state:` that does not agree with `withdrawn:`; `root` is the file as it was typed, written out."""
    typed = root.get("brief")
    state = typed.get("state") if isinstance(typed, Table) else None
    if not isinstance(typed, Table) or not isinstance(state, Text) or brief.state is None:
        return
    is_explained = typed.get("withdrawn") is not None
    if brief.state is State.WITHDRAWN and not is_explained:
        message = "`state: withdrawn` needs `withdrawn:`, which says since when and why"
        yield Problem(state.at, Kind.MISSING_KEY, message, f"write beside it: {_WITHDRAWN}")
    if brief.state is not State.WITHDRAWN and is_explained:
        message = f"the brief is `state: {brief.state}`, but `withdrawn:` says that it is withdrawn"
        yield Problem(state.at, Kind.WRONG_VALUE, message, "leave `state:` out, or `withdrawn:`")

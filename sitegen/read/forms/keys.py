"""The keys of an annotation file: which form has which, and where a path of keys leads."""

from collections.abc import Iterable, Iterator
from typing import get_args

from sitegen.read.forms.file import FileForm
from sitegen.read.forms.form import Form
from sitegen.read.forms.sources import SourceForm


def keys_of(form: type[Form]) -> tuple[str, ...]:
    """Return the keys of a form as they are typed."""
    return tuple(field.alias or name for name, field in form.model_fields.items())


def form_at(form: type[Form], path: Iterable[int | str]) -> type[Form]:
    """Return the form that a path of keys leads to; steps that lead to no form are passed over."""
    for step in path:
        field = next((field for name, field in form.model_fields.items() if step in {name, field.alias}), None)
        inner = next(_forms_in(field.annotation), None) if field else None
        form = inner or form
    return form


def _forms_in(annotation: object) -> Iterator[type[Form]]:
    """Yield the forms that a type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, Form):
        yield annotation
    for inner in get_args(annotation):
        yield from _forms_in(inner)


def all_forms(form: type[Form]) -> Iterator[type[Form]]:
    """Yield a form and those inside it."""
    yield form
    for field in form.model_fields.values():
        for inner in _forms_in(field.annotation):
            yield from all_forms(inner)


SOURCE_KEYS = frozenset(keys_of(SourceForm))
ALL_KEYS = frozenset(key for form in all_forms(FileForm) for key in keys_of(form))
LEADS = {"quotes": "quote", "caveats": "text", "gaps": "question", "sources": "name"}
"""By the key of a list, the key that a text alone in it stands for."""

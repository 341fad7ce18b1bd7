"""The JSON Schema of annotation files, for editors that complete and check while one types."""

from typing import Any


def annotation_schema() -> dict[str, Any]:
    """Return the schema of the language as typed, shorthands included."""
    from sitegen.read.forms import FileForm  # noqa: PLC0415  (a warm build does without pydantic)

    return FileForm.model_json_schema()

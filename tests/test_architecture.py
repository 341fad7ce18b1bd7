"""Imports point down, every module has its layer, every library its home, and only `cli` prints."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "sitegen"

# From the top down; what stands in one row does not import one another.
LAYERS = (
    ("__main__",),
    ("cli",),
    ("serve", "init", "importing"),
    ("draft",),
    ("pipeline",),
    ("read", "check", "analyse", "compose", "review", "render", "publish"),  # the stages
    ("config",),
    ("travels", "own_words"),
    ("cache", "words", "kinds"),
    ("theme",),
    ("tree", "root"),
    ("near",),
    ("model",),
    ("problems",),
    ("",),  # the package itself: its version
)
LAYER = {name: height for height, row in enumerate(reversed(LAYERS)) for name in row}

# Each third-party library has one home; where it has two, the reason stands beside it.
HOMES = {
    "click": {"cli"},
    "rich": {"cli"},
    "livereload": {"serve"},
    "tornado": {"serve"},
    "watchfiles": {"serve"},
    "yaml": {"tree"},
    "spacy": {"analyse"},
    "lxml": {"read"},
    "trafilatura": {"read"},
    "rapidfuzz": {"check", "near"},  # nearest passages of an article, nearest words
    "PIL": {"render"},
    "jinja2": {"render", "theme"},  # templates, and where they are loaded from
    "markdown_it": {"render"},
    "mdit_py_plugins": {"render"},
    "msgspec": {"cache"},
    "babel": {"words"},
    "cbor2": {"render"},
    "distributed": {"pipeline"},
    "pagefind_bin": {"render"},
}
VALUES = {"msgspec.Struct", "msgspec.field", "msgspec.structs.fields", "msgspec.structs.replace"}
"""What values are declared with, in all layers, in the place of dataclasses."""
STANDARD_LIBRARY_ALONE = {"model", "problems"}
PRINTERS = {"__main__", "cli"}
HEAVY = {
    "babel", "spacy", "pydantic", "rich", "livereload", "tornado", "watchfiles", "rapidfuzz", "trafilatura", "lxml",
    "PIL", "distributed",
}  # fmt: skip


def modules() -> dict[str, Path]:
    """Return every module of the package by its dotted name."""
    files = sorted(PACKAGE.rglob("*.py"))
    parts = {file: file.relative_to(PACKAGE.parent).with_suffix("").parts for file in files}
    return {".".join(parts[file]).removesuffix(".__init__"): file for file in files}


MODULES = modules()


def layer_name(dotted: str) -> str:
    """Return the name that a module of ours goes by in LAYERS."""
    return dotted.split(".")[1] if "." in dotted else ""


def imports_of(dotted: str) -> Iterator[str]:
    """Yield what a module imports, inside functions too; of `from package import module` the module.

    What values are declared with counts as the language's own.
    """
    for node in ast.walk(ast.parse(MODULES[dotted].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{dotted}:{node.lineno}: imports are absolute"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                if inner not in VALUES:
                    yield inner if inner in MODULES else str(node.module)


@pytest.fixture(params=MODULES)
def module(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_module_has_a_layer() -> None:
    assert {layer_name(dotted) for dotted in MODULES} <= set(LAYER), "give it a place in LAYERS"


def test_every_layer_has_a_module() -> None:
    assert set(LAYER) <= {layer_name(dotted) for dotted in MODULES}, "take it out of LAYERS"


def test_imports_point_down(module: str) -> None:
    here = layer_name(module)
    there = {layer_name(dotted) for dotted in imports_of(module) if dotted in MODULES} - {here}
    assert not {name for name in there if LAYER[name] >= LAYER[here]}, "imports point down, and never sideways"


def test_no_imports_go_in_a_circle() -> None:
    graph = {dotted: [each for each in imports_of(dotted) if each in MODULES] for dotted in MODULES}
    TopologicalSorter(graph).prepare()


def test_libraries_are_imported_at_home_alone(module: str) -> None:
    libraries = {dotted.partition(".")[0] for dotted in imports_of(module)} - sys.stdlib_module_names - {"sitegen"}
    assert libraries <= {library for library, homes in HOMES.items() if layer_name(module) in homes}


def test_every_home_is_lived_in() -> None:
    lived = {(dotted.partition(".")[0], layer_name(module)) for module in MODULES for dotted in imports_of(module)}
    assert {(library, home) for library, homes in HOMES.items() for home in homes} <= lived


def test_the_ground_rests_on_the_standard_library() -> None:
    assert not {library for library, homes in HOMES.items() if homes & STANDARD_LIBRARY_ALONE}


def test_only_the_command_line_prints(module: str) -> None:
    printed = {
        node.lineno
        for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8")))
        if (isinstance(node, ast.Name) and node.id in {"print", "input"})
        or (isinstance(node, ast.Attribute) and node.attr in {"stdout", "stderr", "stdin"})
    }
    assert not printed or layer_name(module) in PRINTERS, f"lines {sorted(printed)}"


def test_importing_every_layer_loads_no_heavy_library() -> None:
    """A warm build pays for none of them: they are imported where they are needed."""
    layers = ", ".join(sorted(f"sitegen.{name}" for name in LAYER if name not in {"", "__main__"}))
    code = f"import sys, {layers}; print(*sorted({HEAVY} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not done.stdout.split()

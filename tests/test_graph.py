"""How material reached the publisher, and where it comes from."""

from made_annotations import made_annotations, made_source

from sitegen.model.annotations import Facts, Source
from sitegen.model.brief import Step
from sitegen.model.graph import MANY, Graph


def graph_of(*sources: Source, publisher: str = "courier") -> Graph:
    return Graph.of(made_annotations(sources, facts=Facts(publisher=publisher)))


def ids(path: tuple[Step, ...] | None) -> list[str]:
    return [step.source for step in path or ()]


def diamonds(layers: int) -> list[Source]:
    """Return a chain of diamonds: every layer doubles the paths."""
    made = [made_source("end")]
    for layer in range(layers):
        below = "end" if layer == 0 else f"join-{layer - 1}"
        made += [made_source(f"left-{layer}", below), made_source(f"right-{layer}", below)]
        made.append(made_source(f"join-{layer}", f"left-{layer}", f"right-{layer}"))
    return made


def test_what_nothing_names_hangs_on_the_publisher() -> None:
    graph = graph_of(made_source("post", "gur"), made_source("gur", "call"), made_source("call"), made_source("video"))
    assert graph.hangs == ("post", "video")
    assert ids(graph.path("call")) == ["courier", "post", "gur", "call"]
    assert ids(graph.path("video")) == ["courier", "video"]
    assert ids(graph.path("courier")) == ["courier"]
    assert graph.path("nobody") is None


def test_the_publisher_s_own_from_leads_up_too() -> None:
    graph = graph_of(made_source("courier", "post", kind="news-report"), made_source("post"), made_source("video"))
    assert graph.hangs == ("video",)
    assert ids(graph.path("post")) == ["courier", "post"]
    assert graph.upstream("courier") == {"post"}


def test_an_inferred_hop_is_marked_where_it_leads() -> None:
    graph = graph_of(made_source("post", "<?gur"), made_source("gur"))
    assert graph.path("gur") == (Step("courier"), Step("post"), Step("gur", inferred=True))


def test_paths_are_counted() -> None:
    graph = graph_of(made_source("a", "c"), made_source("b", "c"), made_source("c", "d"), made_source("d"))
    assert graph.paths("d") == 2
    assert graph.paths("d", ("a",)) == 1
    assert graph.paths("d", ("courier", "a", "c", "d")) == 1
    assert graph.paths("d", ("c",)) == 2
    assert graph.paths("d", ("c", "a")) == 0
    assert graph.paths("d", ("nobody",)) == 0
    assert graph.paths("a") == 1
    assert graph.paths("courier") == 1


def test_via_chooses_the_path() -> None:
    graph = graph_of(made_source("a", "c"), made_source("b", "c"), made_source("c"))
    assert ids(graph.path("c")) == ["courier", "a", "c"]
    assert ids(graph.path("c", ("b",))) == ["courier", "b", "c"]
    assert graph.path("c", ("nobody",)) is None
    assert graph.path("a", ("b",)) is None
    assert graph.between("c") == ("courier", "a", "b", "c")
    assert graph.between("c", ("b",)) == ("courier", "b", "c")
    assert graph.between("c", ("nobody",)) == ()


def test_via_that_names_every_stop_means_no_other_path() -> None:
    graph = graph_of(
        made_source("courier", "a", "b"), made_source("a", "b", "c"), made_source("b", "c"), made_source("c")
    )
    assert (graph.paths("c"), graph.paths("c", ("a",)), graph.paths("c", ("b",))) == (3, 1, 1)
    assert ids(graph.path("c", ("a",))) == ["courier", "a", "c"]
    assert graph.paths("b", ("courier",)) == 1
    assert graph.between("b", ("courier",)) == ("courier", "b")
    assert graph.paths("c", ("courier",)) == 3


def test_many_paths_are_counted_without_walking_them() -> None:
    graph = graph_of(*diamonds(60))
    assert graph.paths("end") == MANY
    assert graph.paths("end", ("left-59",)) == MANY
    assert graph.paths("left-59") == 1
    assert len(graph.path("end") or ()) == 122
    assert graph.origins("join-59") == {"end"}
    assert len(graph.between("end")) == 182
    assert graph.reached("end", {"left-30"})
    assert not graph.reached("end", {"left-30", "right-30"})


def test_a_long_chain_needs_no_deep_recursion() -> None:
    graph = graph_of(*(made_source(f"s{number}", f"s{number + 1}") for number in range(5_000)), made_source("s5000"))
    assert graph.paths("s5000") == 1
    assert len(graph.path("s5000") or ()) == 5_002
    assert graph.circle() == ()


def test_origins_are_what_has_no_from() -> None:
    graph = graph_of(made_source("a", "b", "c"), made_source("b", "d"), made_source("c"), made_source("d"))
    assert graph.upstream("a") == {"b", "c", "d"}
    assert graph.origins("a") == {"c", "d"}
    assert graph.origins("d") == {"d"}
    assert graph.upstream("d") == frozenset()


def test_a_circle_is_spelled_out_and_cut() -> None:
    graph = graph_of(made_source("a", "b"), made_source("b", "c"), made_source("c", "a"), made_source("d"))
    assert graph.circle() == ("a", "b", "c")
    assert graph.path("a") is None
    assert graph.paths("a") == 0
    assert graph.between("a") == ()
    assert ids(graph.path("d")) == ["courier", "d"]


def test_a_circle_with_a_way_in_still_has_paths() -> None:
    graph = graph_of(made_source("in", "a"), made_source("a", "b"), made_source("b", "a", "c"), made_source("c"))
    assert graph.circle() == ("a", "b")
    assert ids(graph.path("c")) == ["courier", "in", "a", "b", "c"]


def test_a_source_from_itself_is_a_circle() -> None:
    assert graph_of(made_source("a", "a")).circle() == ("a",)


def test_circles_that_share_a_source_are_one_finding_and_others_are_their_own() -> None:
    shared = graph_of(made_source("a", "b"), made_source("b", "a", "c"), made_source("c", "b"))
    assert shared.circles == (("a", "b"),)
    apart = graph_of(made_source("a", "b"), made_source("b", "a"), made_source("c", "d"), made_source("d", "c"))
    assert apart.circles == (("a", "b"), ("c", "d"))


def test_names_that_lead_nowhere_and_hops_to_the_publisher_are_cut() -> None:
    graph = graph_of(made_source("a", "nobody", "courier"))
    assert ids(graph.path("a")) == ["courier", "a"]
    assert graph.origins("a") == {"a"}
    assert graph.circle() == ()


def test_an_annotation_file_without_a_publisher_still_has_chains() -> None:
    graph = graph_of(made_source("a", "b"), made_source("b"), publisher="")
    assert ids(graph.path("b")) == ["a", "b"]
    assert graph.between("b") == ("a", "b")
    assert graph.upstream("") == frozenset()
    unknown = graph_of(made_source("a"), publisher="nobody")
    assert ids(unknown.path("a")) == ["a"]


def test_of_two_sources_with_one_id_the_first_counts() -> None:
    graph = graph_of(made_source("a", "b"), made_source("b"), made_source("a", "c"), made_source("c"))
    assert graph.upstream("a") == {"b"}

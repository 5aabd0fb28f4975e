"""The worker, as the page talks to it, in node."""

from __future__ import annotations

from tests.search.asking import asked
from tests.search.world import World


def test_a_damaged_file_costs_no_more_than_itself(world: World) -> None:
    """All is read anew past what the browser keeps, once: the next question is content with what it keeps."""
    typed = [{"typed": one, "size": 10} for one in ("battery", "welding")]
    first, second = asked(world, world.tongues["en"], "recovered", requests=typed)
    assert first["answer"]["items"]
    assert first["asked"][0] == "default"
    assert first["asked"][-1] == "reload"
    assert second["answer"]["items"]
    assert second["asked"]
    assert set(second["asked"]) == {"default"}

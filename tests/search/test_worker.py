"""The worker, as the page talks to it, in node: what the browser keeps is damaged, what the host has is whole."""

from __future__ import annotations

from tests.search.asking import asked
from tests.search.world import World


def _find(*words: str) -> list[dict[str, object]]:
    return [{"typed": word, "size": 10} for word in words]


def test_damaged_files_cost_no_more_than_themselves(world: World) -> None:
    """All is read anew past what the browser keeps, once; the next question is content with what it keeps."""
    rounds = [_find("battery"), _find("battery")]
    first, second = asked(world, world.tongues["en"], "recovered", rounds=rounds, whole=["root.bin"])
    assert first["answers"][0]["answer"]["items"]
    assert first["asked"][0] == "default"
    assert first["asked"][-1] == "reload"
    assert second["answers"][0]["answer"]["items"]
    assert set(second["asked"]) <= {"default"}


def test_questions_asked_at_once_recover_together(world: World) -> None:
    """None of them goes back to what the browser keeps while another still reads anew."""
    rounds = [_find("battery", "welding", "hydrogen electrolysis", "teamwork")]
    (told,) = asked(world, world.tongues["en"], "recovered", rounds=rounds, whole=[])
    assert all(one["answer"]["items"] for one in told["answers"]), told["answers"]

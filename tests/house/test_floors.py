"""The house has floors, and imports only go down."""

from __future__ import annotations

from graphlib import TopologicalSorter

from tests.house.rooms import Room, a_room, imports_of, nobody_breaks, rooms

FLOORS: tuple[set[str], ...] = (  # from the ground up; a room may import the floors below its own
    {"model", "problems", "progress", "shell", "templates", "texts", "weblinks", "workers"},
    {"addresses", "findings", "formats", "forms", "history", "languages", "prose", "settings", "words"},
    {
        "catalogue",
        "docs_engine",
        "labels",
        "outside",
        "questions",
        "references",
        "reporting",
        "sources",
        "states",
        "wording",
    },
    {"around", "entries", "placing", "rules", "schema_org", "schemas"},
    {"moves"},
    {"site"},
    {"editing", "guide", "outputs", "starter", "writing"},
    {"issues", "memory"},
    {"checking"},
    {"changes"},
    {"build", "importing", "links", "mending", "review"},
    {"messages", "serve", "workbook"},
    {"cli"},
    {"__main__"},
)
FLOOR_OF = {room: floor for floor, names in enumerate(FLOORS, start=1) for room in names}


def neighbours(room: Room) -> set[str]:
    """The rooms of the house that a room imports, by their full names."""
    return {name.removeprefix("skillshub.") for _, name in imports_of(room) if name.startswith("skillshub.")}


def climbing(room: Room) -> list[str]:
    tops = {name.split(".")[0] for name in neighbours(room)} - {room.top, "__version__"}
    return [
        f"{room.name} (floor {FLOOR_OF[room.top]}) imports {top} (floor {FLOOR_OF[top]})"
        for top in sorted(tops)
        if top in FLOOR_OF and FLOOR_OF[top] >= FLOOR_OF[room.top]
    ]


def test_every_room_has_a_floor() -> None:
    """A new room is given a floor here before anybody moves in."""
    nobody_breaks(sorted({room.top for room in rooms()} - set(FLOOR_OF)))


def test_imports_only_go_down() -> None:
    """A room imports only rooms of lower floors, or of its own folder."""
    nobody_breaks(line for room in rooms() if room.top in FLOOR_OF for line in climbing(room))


def test_a_climbing_import_is_noticed() -> None:
    """The law above can be broken: by an import up, sideways, or written as a relative one."""
    assert climbing(a_room("from skillshub.build import check", "sources"))
    assert climbing(a_room("from skillshub import catalogue", "sources"))
    assert climbing(a_room("from .cli import main", "sources"))
    assert not climbing(a_room("from skillshub.model import Entry", "sources"))


def test_no_folder_runs_in_a_circle() -> None:
    """Inside a folder, too, no two rooms import each other."""
    names = {room.name for room in rooms()}
    graph = {room.name: {room_of(name, names) for name in neighbours(room)} - {room.name, ""} for room in rooms()}
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


def room_of(name: str, names: set[str]) -> str:
    """The room that holds an imported name: ``outputs.pages.render`` is of ``outputs.pages``."""
    while name and name not in names:
        name = name.rpartition(".")[0]
    return name

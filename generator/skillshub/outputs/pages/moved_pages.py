"""A page for each address of the past, which leads on to where the entry is now, or says why it is gone."""

from __future__ import annotations

from collections.abc import Iterator

from skillshub.addresses import address, list_address
from skillshub.model import FOLDERS, Entry
from skillshub.moves import Move, end_of, is_there
from skillshub.outputs.pages.folios import Folios
from skillshub.outputs.pages.framing import Told, page
from skillshub.outputs.pages.words import HERE_NO_MORE, MOVED
from skillshub.site import SiteFile


def moved_pages(folios: Folios) -> Iterator[SiteFile]:
    for move in folios.site.moves.values():
        if not is_there(folios.site.catalogue.known, move.old):  # else the entry itself has the address
            yield _moved_page(folios, move)


def _moved_page(folios: Folios, move: Move) -> SiteFile:
    entry = _now(folios, move)
    own = f"{move.old}/"

    def tell() -> tuple[Told, str]:
        title = folios.stage.language.gettext(MOVED if entry else HERE_NO_MORE)
        now_at = address(entry) if entry else ""
        return Told(title=title, description="", indexed=bool(entry), now_at=now_at), _body(folios, move, entry, title)

    seen = (str(move.to), str(move.on), repr(move.gone), folios.faces[entry] if entry else "")
    return page(folios.stage, own, folios.shell(FOLDERS[move.kind], own), seen, tell)


def _now(folios: Folios, move: Move) -> Entry | None:
    """What stands at the end of the way, if visitors can see it."""
    folder, _, slug = end_of(folios.site.moves, move.old).partition("/")
    kinds = {name: kind for kind, name in FOLDERS.items()}
    return folios.stage.find(kinds[folder], slug) if folder else None


def _body(folios: Folios, move: Move, entry: Entry | None, title: str) -> str:
    folder = FOLDERS[move.kind]
    return folios.stage.render(
        "moved.html",
        move=move,
        entry=entry,
        title=title,
        crumbs=folios.crumbs(folder),
        list=list_address(folder),
        list_title=folios.landing(folder).title,
    )

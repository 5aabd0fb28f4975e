"""Somebody who fills in the form without a mouse: finds a field by its label, types, and goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page

READY = "() => !document.getElementById('hub-form-sheet').hidden"


@dataclass(frozen=True)
class Writer:
    """One person at the form of one kind. Fields are named by the way to them, as their files name them."""

    page: Page

    @property
    def text(self) -> str:
        """The file as the preview shows it."""
        return self.page.locator("#hub-form-file").text_content() or ""

    @property
    def path(self) -> str:
        return self.page.locator("#hub-form-path").inner_text()

    def write(self, values: Mapping[str, Any]) -> None:
        self._group(self.page.locator("#hub-form-sheet"), values)

    def send(self) -> None:
        self.page.focus("#hub-form-send")
        self.page.keyboard.press("Enter")

    def field(self, within: Locator, name: str) -> Locator:
        return within.locator(f'[data-field="{name}"]').first

    def _group(self, within: Locator, values: Mapping[str, Any]) -> None:
        for name, value in values.items():
            self.one(self.field(within, name), value)

    def one(self, field: Locator, value: Any) -> None:
        self._open_around(field)
        for fits, act in self._acts():
            if fits(field, value):
                act(field, value)
                return
        raise AssertionError(f"no way to write {value!r}")

    def _acts(self) -> Any:
        """What one does depends on what stands there; the first that fits is done."""

        def has(selector: str) -> Any:
            return lambda field, _value: field.locator(selector).count() > 0

        return (
            (has(":scope > .hub-texts"), self._texts),
            (has(":scope > .hub-field__inside > .hub-picker"), self._names),
            (has(":scope > .hub-picker"), self._name),
            (has(":scope > .hub-field__inside--checks"), self._ticks),
            (has(":scope > .hub-field__inside--row"), self._moment),
            (lambda _field, value: isinstance(value, list), self._items),
            (has(":scope > .hub-field__inside > .hub-field__add"), self._by_language),
            (lambda _field, value: isinstance(value, dict), self._fields),
            (has(":scope > select"), self._choice),
            (has(":scope > input[type=date]"), lambda field, value: self._day(field.locator("input"), value)),
            (
                lambda _field, _value: True,
                lambda field, value: self._type(field.locator("input, textarea").first, value),
            ),
        )

    def _open_around(self, field: Locator) -> None:
        closed = field.locator("xpath=ancestor::details[not(@open)]/summary")
        if closed.count():
            closed.first.focus()
            self.page.keyboard.press("Enter")

    def _type(self, place: Locator, text: object) -> None:
        place.focus()
        self.page.keyboard.press("Control+A")
        lines = str(text).split("\n")
        for number, line in enumerate(lines):
            if number:
                self.page.keyboard.press("Enter")
            self.page.keyboard.insert_text(line)

    def _day(self, place: Locator, day: str) -> None:
        """As the browser wants it: a British one asks for the day first, an American one for the month."""
        year, month, date = day.split("-")
        self._one_of(place, day, f"{date}{month}{year}", f"{month}{date}{year}")

    def _moment(self, field: Locator, moment: str) -> None:
        day, _, clock = moment.partition("T")
        self._day(field.locator("input[type=date]"), day)
        if clock:
            hour, minute = map(int, clock.split(":"))
            twelve = f"{(hour - 1) % 12 + 1:02}{minute:02}{'AM' if hour < 12 else 'PM'}"
            self._one_of(field.locator("input[type=time]"), clock, f"{hour:02}{minute:02}", twelve)

    def _one_of(self, place: Locator, wanted: str, *typed: str) -> None:
        for keys in typed:
            place.focus()
            self.page.keyboard.type(keys)
            if place.input_value() == wanted:
                return
            place.evaluate("input => { input.blur(); input.value = ''; }")

    def _choice(self, field: Locator, value: object) -> None:
        """By its first letters, then down the list by arrow, as often as it takes."""
        word = str(value).lower() if isinstance(value, bool) else str(value)
        select = field.locator(":scope > select")
        select.focus()
        self.page.keyboard.type(select.locator(f'option[value="{word}"]').inner_text()[:12])
        steps = select.evaluate("(s, v) => [...s.options].findIndex(o => o.value === v) - s.selectedIndex", word)
        for _ in range(abs(steps)):
            self.page.keyboard.press("ArrowDown" if steps > 0 else "ArrowUp")

    def _texts(self, field: Locator, value: Any) -> None:
        texts = list(value.items()) if isinstance(value, dict) else [("", value)]
        self._type(field.locator("input, textarea").first, texts[0][1])
        for number, (language, text) in enumerate(texts[1:], start=1):
            field.locator(":scope > .hub-field__add").focus()
            self.page.keyboard.press("Enter")
            row = field.locator(".hub-texts__row").nth(number)
            self._type(row.locator("input, textarea").first, text)
            row.locator("select").select_option(language)

    def _name(self, field: Locator, slug: str) -> None:
        self._find(field.locator(".hub-picker"), slug)

    def _names(self, field: Locator, slugs: Any) -> None:
        if slugs == "everywhere":
            field.locator("input[type=checkbox]").focus()
            self.page.keyboard.press("Space")
            return
        for slug in slugs:
            self._find(field.locator(".hub-picker"), slug)

    def _find(self, picker: Locator, slug: str) -> None:
        """Type its name, go down to it, and take it."""
        picker.locator("input").focus()
        self.page.keyboard.type(slug.replace("-", " "))
        for _ in range(40):
            self.page.keyboard.press("ArrowDown")
            if picker.locator('[aria-selected="true"]').get_attribute("data-slug") == slug:
                break
        self.page.keyboard.press("Enter")

    def _ticks(self, field: Locator, values: list[str]) -> None:
        for value in values:
            field.locator(f'input[value="{value}"]').focus()
            self.page.keyboard.press("Space")

    def _items(self, field: Locator, values: list[Any]) -> None:
        items = field.locator(":scope > .hub-field__inside > .hub-item")
        for number, value in enumerate(values):
            if items.count() <= number:
                self._press(field.locator(":scope > .hub-field__inside > .hub-field__add"))
            self.one(items.nth(number).locator(".hub-item__inside > .hub-field"), value)

    def _by_language(self, field: Locator, values: Mapping[str, list[str]]) -> None:
        self._items(field, [{"language": code, "words": "\n".join(words)} for code, words in values.items()])

    def _fields(self, field: Locator, values: Mapping[str, Any]) -> None:
        self._group(field.locator(":scope > .hub-field__inside"), values)

    def _press(self, button: Locator) -> None:
        button.focus()
        self.page.keyboard.press("Enter")

"""Which addresses may be linked, and how a host is shown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillshub.weblinks import fault_in, fault_in_email, host_of

SOUND = (
    "https://example.org",
    "https://www.example.org/courses/hv-safety?lang=en&x=1#top",
    "https://example.org:443/",
    "https://example.org?x=1",
    "https://en.wikipedia.org/wiki/Apple_Inc.",
    "https://en.wikipedia.org/wiki/A_(b)",
    "https://example.org/a..b/%20c,d",
    "https://www.müller-akademie.de/kurse/grün",
    "https://xn--mller-kva.de",
)


@pytest.mark.parametrize("url", SOUND)
def test_an_ordinary_address_passes(url: str) -> None:
    """Public https pages pass, whatever their path."""
    assert fault_in(url) is None


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("", "empty"),
        ("http://example.org", "'http:'"),
        ("HTTPS://example.org", "small letters"),
        ("https:/example.org", "two slashes"),
        ("www.example.org", "must begin with 'https://'"),
        ("//example.org", "must begin with 'https://'"),
        ("javascript:alert(1)", "must begin with 'https://'"),
        ("data:text/html,x", "must begin with 'https://'"),
        ("mailto:a@example.org", "must begin with 'https://'"),
        ("https://", "no host"),
        ("https:///path", "no host"),
        ("https://bank.com@evil.org", "'@'"),
        ("https://user:secret@example.org/", "'@'"),
        ("https://127.0.0.1/", "number"),
        ("https://2130706433", "number"),
        ("https://0x7f.1/", "number"),
        ("https://0177.0.0.1", "number"),
        ("https://1.2.3.0xff", "number"),
        ("https://1.2.3.4./", "number"),
        ("https://[::1]/", "number"),
        ("https://example.org:8443/", "port"),
        ("https://example.org:/", "port"),
        ("https://example.org./", "dot"),
        ("https://localhost/", "from outside"),
        ("https://printer.local", "from outside"),
        ("https://example", "from outside"),
        ("https://example..org", "not the name of a host"),
        ("https://-example.org", "not the name of a host"),
        ("https://ex%61mple.org", "not the name of a host"),
        ("https://exa_mple.org", "not the name of a host"),
        ("https://аpple.com", "pass for others"),
        ("https://example.org/a b", "space"),
        ("https://example.org\n", "line break"),
        ("https://example.org/\u202egnp", "invisible"),
        ("https://example.org/\u200b", "invisible"),
        ("https://example.org\\@evil.org", "no web address has"),
        ('https://example.org/"onclick', "no web address has"),
        ("https://example.org/%zz", "%20"),
        ("https://example.org/%", "%20"),
        ("https://example.org/a,", "text around it"),
        ("https://example.org/" + "a" * 2000, "2000"),
    ],
)
def test_each_trick_has_its_sentence(url: str, words: str) -> None:
    """What may not be linked is refused, and the sentence says why."""
    assert words in (fault_in(url) or "passed")


@given(st.text(max_size=40))
@settings(max_examples=400, deadline=None)
def test_no_text_makes_it_stumble(text: str) -> None:
    """Any text gives a verdict, and any host can be shown."""
    for url in (text, f"https://{text}", f"https://{text}.org/", f"https://xn--{text}.org"):
        assert fault_in(url) is None or str(fault_in(url)).endswith(".")
        assert isinstance(host_of(url), str)


@given(st.text(alphabet="/\\@:.?#%[]-ax0", max_size=14))
@settings(max_examples=400, deadline=None)
def test_a_passed_address_names_its_host_openly(text: str) -> None:
    """Whatever passes has its host right after the slashes, and that is the host shown."""
    url = f"https://example.org{text}"
    if fault_in(url) is None:
        assert host_of(url).startswith("example.org")
        assert url.startswith(f"https://{host_of(url)}")


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.example.org/x", "example.org"),
        ("https://WWW.Example.ORG", "example.org"),
        ("https://example.org:443/", "example.org"),
        ("https://xn--mller-kva.de/", "müller.de"),
        ("https://müller.de/", "müller.de"),
        ("https://xn--pple-43d.com/", "xn--pple-43d.com"),
        ("https://xn--.com/", "xn--.com"),
        ("mailto:info@example.org", "example.org"),
        ("nothing", ""),
    ],
)
def test_the_host_is_shown_without_disguise(url: str, host: str) -> None:
    """Latin names read as such; names that could pass for others keep their coded form."""
    assert host_of(url) == host


def test_mailboxes() -> None:
    """A name, an '@' and a public host; no second header smuggled in."""
    assert fault_in_email("info.hub+1@example.org") is None
    for address in ("", "info", "@example.org", "a@b", "a?bcc=c@example.org", "a b@example.org", "a..b@example.org"):
        assert fault_in_email(address) is not None

"""Which addresses are never asked: a link in an entry must not make the hub's machine knock at its own network."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

from skillshub.links.manners import Manners

_PORTS = frozenset({80, 443})
_NAT64 = 0x64FF9B << 96 >> 32  # 64:ff9b::/96 holds an IPv4 address in its end


class NotPublic(Exception):
    """The address leads into a private network; the text says so."""


def public_address(host: str, port: int, manners: Manners) -> str:
    """The IP address to connect to. It is looked up once: what was judged is what is asked."""
    found = manners.resolve(host, port)
    if manners.allow_private:
        return found[0]
    if port not in _PORTS:
        raise NotPublic(f"port {port} is not one of a public site")
    if not found or not all(map(is_public, found)):
        raise NotPublic("the host is in a private network")
    return found[0]


def is_public(text: str) -> bool:
    """Whether an IP address can be reached by everybody, also when it hides another one."""
    address = ip_address(text.partition("%")[0])
    if inner := _inside(address):
        return is_public(str(inner))
    return address.is_global and not address.is_multicast and not address.is_reserved


def _inside(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    if isinstance(address, IPv4Address):
        return None
    if int(address) >> 32 == _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)

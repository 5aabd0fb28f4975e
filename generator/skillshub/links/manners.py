"""How patient and how polite the hub is with other people's servers."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass

Resolve = Callable[[str, int], list[str]]  # a host and a port -> its IP addresses


def resolved(host: str, port: int) -> list[str]:
    """What the system's resolver says, each address once."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    agent: str = "skillshub-links"  # who asks, and where one reads about it
    delay: float = 1.0  # seconds between two requests to one host
    timeout: float = 10.0  # seconds without a sign from the other side
    longest: float = 20.0  # seconds for one request, however busy the other side keeps us
    attempts: int = 3
    backoff: float = 2.0  # seconds before the second attempt; twice that before the third
    most_wait: float = 60.0  # seconds that a server may ask us to wait
    redirects: int = 5
    hands: int = 16  # hosts asked at the same time
    allow_private: bool = False  # also ask machines of one's own network, at any port
    resolve: Resolve = resolved

"""Addresses on the web, and which machines behind them may be asked."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable

# Tells whether a numeric address may be connected to.
Allowed = Callable[[str], bool]

_ADDRESS = re.compile(r"https?://\S", re.IGNORECASE)
# IPv6 addresses that stand for IPv4 ones: what is behind them is decided elsewhere.
_STANDING_FOR_IPV4 = tuple(
    map(
        ipaddress.IPv6Network,
        ("::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16"),
    )
)


def is_address(words: str) -> bool:
    """Tell whether the words are an address on the web rather than the name of a file."""
    return _ADDRESS.match(words) is not None


def is_public(address: str) -> bool:
    """Tell whether a numeric address is one of the public network.

    Nobody's own machine or network is, nor what is reserved, shared by a provider, for groups, or written in IPv6 for
    IPv4.
    """
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address) and (
        ip.is_site_local or any(ip in net for net in _STANDING_FOR_IPV4)
    ):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback)

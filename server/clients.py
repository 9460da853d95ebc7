"""Who asks: the address to which fairness is owed."""

from collections.abc import Sequence
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from server.requests import Scope, header

Network = IPv4Network | IPv6Network
Address = IPv4Address | IPv6Address


def client(scope: Scope, proxies: Sequence[Network]) -> str:
    """Return the client of a request: an IPv4 address, or an IPv6 network of 64 bits.

    Behind a trusted proxy it is the last hop of X-Forwarded-For that is not one; otherwise that header says nothing.
    """
    peer = scope.get("client")
    if not proxies:
        return _name(_address(peer[0] if peer else ""))
    hops = [part.strip() for part in header(scope, b"x-forwarded-for").split(",")]
    address = _address(peer[0] if peer else "")
    while address and hops and any(address in network for network in proxies):
        address = _address(hops.pop()[:100]) or address
    return _name(address)


@lru_cache(1024)
def _address(text: str) -> Address | None:
    """Return an address, without a port or brackets; None where it is none."""
    bare = text.partition("]")[0].removeprefix("[") if text.startswith("[") else text
    if bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        address = ip_address(bare.partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


@lru_cache(1024)
def _name(address: Address | None) -> str:
    if isinstance(address, IPv6Address):
        return str(ip_network((address, 64), strict=False))
    return str(address or "")

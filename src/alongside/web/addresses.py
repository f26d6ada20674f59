"""Which addresses of the internet a request of ours may go to: those that anybody can reach, and no others.

A name that somebody typed in could lead into the operator's own network, or to the machine itself. Python's
`is_global` differs between versions, so what it once let through is listed here, by registry.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final

UNICAST_V6: Final = IPv6Network("2000::/3")
"""Regulation: the only block of IPv6 that is given out for use across the internet (IANA)."""

NOT_ACROSS_V6: Final = tuple(
    IPv6Network(block)
    for block in (
        "2001::/23",  # RFC 2928: protocol assignments, Teredo among them
        "2001:db8::/32",  # RFC 3849: documentation
        "2002::/16",  # RFC 3056: 6to4 carries any IPv4 address inside
        "3fff::/20",  # RFC 9637: documentation
    )
)
NOT_ACROSS_V4: Final = tuple(
    IPv4Network(block)
    for block in (
        "0.0.0.0/8",  # RFC 791: this network
        "10.0.0.0/8",  # RFC 1918: private
        "100.64.0.0/10",  # RFC 6598: behind a carrier's translation
        "127.0.0.0/8",  # RFC 1122: this machine
        "168.63.129.16/32",  # a cloud's own service behind an address that looks public
        "169.254.0.0/16",  # RFC 3927: link-local, clouds' metadata among it
        "172.16.0.0/12",  # RFC 1918: private
        "192.0.0.0/24",  # RFC 6890: protocol assignments
        "192.0.2.0/24",  # RFC 5737: documentation
        "192.88.99.0/24",  # RFC 7526: 6to4 relays
        "192.168.0.0/16",  # RFC 1918: private
        "198.18.0.0/15",  # RFC 2544: measuring
        "198.51.100.0/24",  # RFC 5737: documentation
        "203.0.113.0/24",  # RFC 5737: documentation
        "224.0.0.0/3",  # RFC 5771 multicast, RFC 1112 reserved, and the broadcast address
    )
)


def is_public(text: str) -> bool:
    """True for an address anybody on the internet can reach; IPv4 inside IPv6 never is."""
    try:
        address = ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return address.is_global and not any(address in block for block in NOT_ACROSS_V4)
    return _is_public_v6(address)


def _is_public_v6(address: IPv6Address) -> bool:
    across = address in UNICAST_V6 and not any(address in block for block in NOT_ACROSS_V6)
    return across and address.is_global and address.scope_id is None

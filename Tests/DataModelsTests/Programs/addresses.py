"""Addresses, networks and interfaces, with zones and masks of both kinds."""
import re
from ipaddress import IPv4Address, IPv4Interface, IPv4Network, IPv6Address, IPv6Interface, IPv6Network, ip_interface

from pydantic import IPvAnyAddress, IPvAnyInterface, IPvAnyNetwork, TypeAdapter, ValidationError


def show(label, thunk):
    try:
        print(label, "=", repr(thunk()))
    except ValidationError as error:
        print(label, "!", [(e["type"], e["loc"], e["msg"]) for e in error.errors()])
    except Exception as error:
        print(label, "!!", type(error).__name__, error)


for kind in [IPv4Address, IPv6Address, IPv4Network, IPv6Network, IPv4Interface, IPv6Interface, IPvAnyAddress, IPvAnyNetwork, IPvAnyInterface]:
    adapter = TypeAdapter(kind)
    for value in ["1.2.3.4", "1.2.3.4/24", "1.2.3.4/33", "::1", "::1/64", "fe80::1%eth0", "fe80::1%eth0/64", "fe80::%1/10", "::ffff:1.2.3.4", "1.2.3.0/24", "01.2.3.4", "1.2.3", 5, 2**40, -1, b"\x01\x02\x03\x04", b"1.2.3.4", ("1.2.3.4", 8), "", " 1.2.3.4", "1::2::3", "FE80::A", "1.2.3.4/255.0.0.0", "1.2.3.4/0.0.0.255", 2.5, None, True]:
        show(f"{kind.__name__} {value!r}", lambda: (adapter.validate_python(value), adapter.dump_json(adapter.validate_python(value))))
for text in ["1.2.3.4/24", "1.2.3.4", "fe80::1%a/64", "x", "1.2.3.4/5/6"]:
    show(text, lambda: (ip_interface(text), ip_interface(text).ip, ip_interface(text).network, str(ip_interface(text).netmask), hash(ip_interface(text)) == hash(ip_interface(text)), ip_interface(text) == ip_interface(text)))

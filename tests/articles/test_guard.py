from __future__ import annotations

import ipaddress
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.errors import FetchFailed, FetchRefused
from articles.guard import Guard, is_public


def guard(*addresses: str) -> Guard:
    return Guard(resolve=lambda host, port: addresses, ports=frozenset({80, 443}))


class TestIsPublic:
    @pytest.mark.parametrize(
        "address",
        [
            "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.8.8.8",
            "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.1.1", "192.0.0.192",
            "192.0.2.1", "198.18.0.1", "203.0.113.9", "224.0.0.1", "240.0.0.1",
            "255.255.255.255", "168.63.129.16",
            "::", "::1", "fe80::1", "fe80::1%2", "fc00::1", "fd00:ec2::254", "ff02::1",
            "2001:db8::1", "2001::1", "2002:7f00:1::", "3fff::1", "100::1", "fec0::1",
            "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1",
            "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::808:808",
        ],
    )  # fmt: skip
    def test_refuses_what_is_special(self, address):
        assert not is_public(ipaddress.ip_address(address))

    @pytest.mark.parametrize(
        "address",
        ["8.8.8.8", "93.184.216.34", "172.32.0.1", "2606:4700::1111", "2a00:1450::1",
         "::ffff:8.8.8.8", "64:ff9b::808:808"],
    )  # fmt: skip
    def test_accepts_the_public_internet(self, address):
        assert is_public(ipaddress.ip_address(address))

    @given(st.ip_addresses())
    def test_never_accepts_what_python_calls_private(self, address):
        if is_public(address):
            assert not address.is_private or address in ipaddress.ip_network("64:ff9b::/96")
            assert not address.is_multicast
            assert not address.is_loopback

    @given(st.ip_addresses(v=4))
    def test_judges_an_address_inside_another_as_itself(self, address):
        mapped = ipaddress.IPv6Address(f"::ffff:{address}")
        translated = ipaddress.IPv6Address(int(ipaddress.IPv6Address("64:ff9b::")) + int(address))

        assert is_public(mapped) == is_public(translated) == is_public(address)


class TestGuard:
    def test_gives_the_addresses_of_a_public_host(self):
        assert guard("8.8.8.8", "2606:4700::1111").addresses("news.example", 443) == [
            "8.8.8.8",
            "2606:4700::1111",
        ]

    def test_refuses_a_host_with_one_private_address_among_public_ones(self):
        with pytest.raises(FetchRefused, match="private network") as refusal:
            guard("8.8.8.8", "10.0.0.1").addresses("news.example", 80)

        assert refusal.value.field == "url"

    @pytest.mark.parametrize("port", [22, 25, 5432, 6379, 8080])
    def test_refuses_other_ports(self, port):
        with pytest.raises(FetchRefused, match="Port"):
            guard("8.8.8.8").addresses("news.example", port)

    def test_says_that_a_host_was_not_found(self):
        def nobody(host, port):
            raise OSError("no such name")

        with pytest.raises(FetchFailed, match="spelled right") as failure:
            Guard(resolve=nobody).addresses("news.example", 80)

        assert failure.value.passing

    def test_does_not_wait_for_a_name_server_longer_than_it_may(self):
        answered = threading.Event()

        def slow(host, port):
            answered.wait(30)
            return ["8.8.8.8"]

        with pytest.raises(FetchFailed, match="in time") as failure:
            Guard(resolve=slow).addresses("news.example", 80, seconds=0.05)

        answered.set()
        assert failure.value.passing

    def test_private_addresses_are_let_through_by_the_setting_alone(self, settings):
        settings.FETCH_ALLOW_PRIVATE = True

        assert guard("127.0.0.1").addresses("news.example", 80) == ["127.0.0.1"]

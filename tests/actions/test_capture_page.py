"""Fetching a page: only public addresses, followed with the same care, bounded; kept as it came, with its address."""

import gzip
import ipaddress
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guvoh.actions import capture_page
from guvoh.actions.fetching import Fetcher, checked, is_public
from guvoh.model.errors import InputError, NotAllowed, TooLarge, UsageError
from web_pages import site

HTML = b"""<!doctype html><html lang="en"><head><title>Raid</title></head><body><article><h1>Raid in Tver</h1>
<p>Police detained 17 workers from Tajikistan in Tver on March 5, 2025, lawyer Mina Rahimi told the desk.</p>
</article></body></html>"""
PAGE = (200, {"Content-Type": "text/html; charset=utf-8"}, HTML)
HERE = Fetcher(is_allowed=lambda address: address == ipaddress.ip_address("127.0.0.1"))


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.5", "172.16.9.9", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
        "255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1", "fd00::1", "ff02::1", "::ffff:127.0.0.1",
        "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1", "2001:0:1::1",
    ],
)  # fmt: skip
def test_addresses_of_machines_and_their_networks_are_not_public(address):
    assert not is_public(ipaddress.ip_address(address))
    with pytest.raises(InputError, match="this machine or its own network"):
        Fetcher(look_up=lambda _host, _port: [address]).fetch("http://site.example/")


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_addresses_of_the_internet_are_public(address):
    assert is_public(ipaddress.ip_address(address))


def test_one_private_address_among_public_ones_is_enough_to_refuse():
    with pytest.raises(InputError, match="never asked"):
        Fetcher(look_up=lambda _host, _port: ["8.8.8.8", "127.0.0.1"]).fetch("https://site.example/")


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://2130706433/", "http://[::1]/", "http://localhost/"])
def test_written_as_a_number_it_is_refused_as_well(url):
    with pytest.raises(InputError, match="never asked"):
        Fetcher().fetch(url)


def test_the_bytes_come_as_they_are_and_the_site_learns_little():
    with site({"/report?a=1": PAGE}) as (url, asked):
        found = HERE.fetch(f"{url}/report?a=1#part")
    assert (found.data, found.media_type, found.url) == (HTML, "text/html", f"{url}/report?a=1")
    ((_, headers),) = asked
    assert set(headers) <= {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
    assert "uvoh" not in str(headers)


def test_a_page_that_moved_is_followed_and_each_address_checked():
    answers = {"/old": (302, {"Location": "/new"}, b""), "/new": PAGE}
    with site(answers) as (url, _):
        assert HERE.fetch(f"{url}/old").url == f"{url}/new"
        answers["/old"] = (302, {"Location": url.replace("127.0.0.1", "inside.example") + "/new"}, b"")
        looked = []

        def look_up(host, _port):
            looked.append(host)
            return ["10.0.0.1"] if host == "inside.example" else ["127.0.0.1"]

        with pytest.raises(InputError, match="never asked"):
            Fetcher(HERE.is_allowed, look_up).fetch(f"{url}/old")
        assert looked == ["127.0.0.1", "inside.example"]
        answers["/old"] = (302, {"Location": "file:secret.txt"}, b"")
        with pytest.raises(UsageError):
            HERE.fetch(f"{url}/old")
        answers["/old"] = (301, {"Location": "/old"}, b"")
        with pytest.raises(InputError, match="without an end"):
            HERE.fetch(f"{url}/old")


def test_the_connection_goes_to_the_address_that_was_checked():
    with site({"/": PAGE}) as (url, asked):
        port = url.rpartition(":")[2]
        found = Fetcher(HERE.is_allowed, lambda _host, _port: ["127.0.0.1"]).fetch(f"http://no-such.example:{port}/")
    assert found.data == HTML
    assert asked[0][1]["Host"] == f"no-such.example:{port}"


def test_packed_pages_are_unpacked_within_the_limit():
    small = Fetcher(HERE.is_allowed, largest=2**20)
    answers = {
        "/page": (200, {"Content-Encoding": "gzip"}, gzip.compress(HTML)),
        "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(2**26))),
        "/large": (200, {}, bytes(2**20 + 1)),
        "/odd": (200, {"Content-Encoding": "br"}, b"x"),
        "/broken": (200, {"Content-Encoding": "gzip"}, b"no gzip"),
    }
    with site(answers) as (url, _):
        assert small.fetch(f"{url}/page").data == HTML
        for path in ("bomb", "large"):
            with pytest.raises(TooLarge):
                small.fetch(f"{url}/{path}")
        for path in ("odd", "broken"):
            with pytest.raises(InputError):
                small.fetch(f"{url}/{path}")


def test_what_is_no_page_comes_in_part_or_never_is_told():
    def slowly(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(40):
            try:
                handler.wfile.write(b"x")
            except OSError:
                return
            time.sleep(0.1)

    answers = {"/gone": (404, {}, b"no"), "/cut": (200, {"Content-Length": "900"}, b"short"), "/slow": slowly}
    with site(answers) as (url, _):
        for path, said in (("gone", "404"), ("cut", "only in part|did not answer")):
            with pytest.raises(InputError, match=said):
                HERE.fetch(f"{url}/{path}")
        begun = time.monotonic()
        quick = Fetcher(HERE.is_allowed, longest=0.6)
        with pytest.raises(InputError):
            quick.fetch(f"{url}/slow")
        assert time.monotonic() - begun < 3
    with pytest.raises(InputError, match="did not answer"):
        HERE.fetch(url)


@pytest.mark.parametrize(
    "url", ["", "report", "ftp://site.example/", "file:secret.txt", "http://", "http://a:b@site.example/",
            "javascript:alert(1)", "http://[::1", "http://site.example:99999/", "https://" + "a" * 3000],
)  # fmt: skip
def test_what_is_no_address_is_refused_before_anything_is_asked(url, people):
    with pytest.raises(UsageError):
        capture_page.check_address(people["editor"], url)


@given(st.text(max_size=60))
def test_any_address_is_sent_without_signs_that_end_a_line_or_refused(path):
    try:
        made = checked(f"https://site.example/{path}")
    except UsageError:
        return
    assert made.geturl().isascii()
    assert not set(" \r\n\t") & set(made.geturl())


def test_a_page_is_kept_as_it_came_with_its_address(vault, people, tmp_path, monkeypatch):
    monkeypatch.setattr(capture_page, "FETCHER", HERE)
    with site({"/news/raid": PAGE}) as (url, _):
        ((taken,),) = capture_page.capture_page(vault, people["editor"], f"{url}/news/raid", tmp_path)
    assert taken.path == "127.0.0.1/raid.html"
    assert taken.statements
    assert vault.original(taken.kept.sha256) == HTML
    (stored,) = vault.documents()
    assert stored.sightings[0].url == f"{url}/news/raid"
    assert stored.sightings[0].seen_at
    with pytest.raises(NotAllowed):
        list(capture_page.capture_page(vault, people["reviewer"], url, tmp_path))

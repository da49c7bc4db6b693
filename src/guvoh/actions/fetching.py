"""One page from the web, asked for with care: no address of this machine or its network, bounded in bytes and time.

The only place that reaches the network. A host is looked up once and the connection made to the address that was
checked, so that a second answer of the name server cannot lead elsewhere
(OWASP: Server-Side Request Forgery Prevention).
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from guvoh.model.errors import InputError, TooLarge, UsageError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_MOVED = frozenset({301, 302, 303, 307, 308})
_HOPS = 5
_PIECE = 2**16
_LONGEST_URL = 2000
_SILENT = 15.0
"""Seconds that a site may say nothing."""
_KEPT_SIGNS = "/%:@!$&'()*+,;=~-._?"
_HEADERS = {
    "User-Agent": "Mozilla/5.0",  # names no program: which tool a person works with is nobody's concern
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
_TRY_OTHERWISE = "Look at the address in your browser; save the page there and take the file in."


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a site gave: the bytes, the address that they came from in the end, and their media type as told."""

    url: str
    data: bytes
    media_type: str


def is_public(address: Address) -> bool:
    """Whether an address is of the public internet: not private, loopback, link-local, reserved or a way to such."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if address.sixtofour is not None or address.teredo is not None or address in _NAT64:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def look_up(host: str, port: int) -> Sequence[str]:
    """The addresses of a host. Raises OSError."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


@dataclass(frozen=True, slots=True)
class Fetcher:
    """How pages are fetched; tests name other addresses, limits and a look-up of their own.

    `largest` in bytes, `longest` in seconds for everything.
    """

    is_allowed: Callable[[Address], bool] = is_public
    look_up: Callable[[str, int], Sequence[str]] = look_up
    largest: int = 64 * 2**20
    longest: float = 90.0

    def fetch(self, url: str) -> Fetched:
        """The page at an http or https address.

        Raises UsageError for an address that is none, InputError when the host may not be asked, does not answer or
        has no such page, TooLarge.
        """
        until = time.monotonic() + self.longest
        here = checked(url)
        for _ in range(_HOPS + 1):
            found = self._ask(here, until)
            if isinstance(found, Fetched):
                return found
            there = checked(urljoin(urlunsplit(here), found))
            if here.scheme == "https" and there.scheme != "https":
                raise InputError("The site leads on to an address without encryption.", _TRY_OTHERWISE)
            here = there
        raise InputError("The site leads on from address to address without an end.", _TRY_OTHERWISE)

    def _ask(self, url: SplitResult, until: float) -> Fetched | str:
        """The page, or the address that it moved to."""
        addresses = self._addresses(url)
        try:
            sock = _connected(addresses, url, until)
            # a site that gives a byte now and then would hold us for hours, whatever each wait is limited to
            watch = threading.Timer(max(0.0, until - time.monotonic()), _cut, [sock])
            watch.daemon = True
            watch.start()
            try:
                found = self._exchange(sock, url)
            finally:
                watch.cancel()
                sock.close()
            if time.monotonic() >= until:  # a page of no told length that was cut off looks whole
                raise TimeoutError
            return found
        except ssl.SSLError as error:
            raise InputError("The site's certificate or encryption does not hold.", _TRY_OTHERWISE) from error
        except (OSError, http.client.HTTPException, zlib.error) as error:
            raise InputError("The site did not answer, or not in time.", "Try later. " + _TRY_OTHERWISE) from error

    def _addresses(self, url: SplitResult) -> Sequence[str]:
        host = url.hostname or ""
        try:
            found = self.look_up(host, _port(url))
        except (OSError, UnicodeError) as error:
            raise InputError("The host of the address is not found.", "Check the address and the network.") from error
        if not found or not all(self.is_allowed(ipaddress.ip_address(one.partition("%")[0])) for one in found):
            raise InputError(
                "The address leads to this machine or its own network, which is never asked.",
                "Give the address of a page on the internet.",
            )
        return found

    def _exchange(self, sock: socket.socket, url: SplitResult) -> Fetched | str:
        kind = http.client.HTTPSConnection if url.scheme == "https" else http.client.HTTPConnection
        connection = kind(url.hostname or "", _port(url))
        connection.sock = sock
        connection.request("GET", urlunsplit(("", "", url.path or "/", url.query, "")), headers=_HEADERS)
        answer = connection.getresponse()
        moved = answer.headers.get("Location")
        if answer.status in _MOVED and moved:
            return moved
        if answer.status != 200:
            raise InputError(f"The site answered with {answer.status} and gave no page.", _TRY_OTHERWISE)
        return Fetched(urlunsplit(url), self._body(answer), answer.headers.get_content_type())

    def _body(self, answer: http.client.HTTPResponse) -> bytes:
        encoding = (answer.headers.get("Content-Encoding") or "identity").strip().lower()
        if encoding not in ("identity", "gzip", "x-gzip", "deflate"):
            raise InputError("The site packs its page in a way that is not known.", _TRY_OTHERWISE)
        told, read = answer.length, 0
        unpack = None if encoding == "identity" else zlib.decompressobj(zlib.MAX_WBITS | 32)
        kept = bytearray()
        while piece := answer.read(_PIECE):
            read += len(piece)
            kept += unpack.decompress(piece, self.largest + 1) if unpack else piece
            if len(kept) > self.largest or read > self.largest or (unpack and unpack.unconsumed_tail):
                raise TooLarge(f"The page has more than {self.largest // 2**20} MiB.", _TRY_OTHERWISE)
        if told is not None and read < told:
            raise InputError("The page came only in part.", "Try again.")
        return bytes(kept)


def checked(url: str) -> SplitResult:
    """An address taken apart, as it is sent. Raises UsageError for what is no http or https address of a host."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError) as error:
        raise UsageError("This is no address of a page.", "Give one such as https://example.org/report.") from error
    if parts.scheme not in ("http", "https") or not host or len(url) > _LONGEST_URL:
        raise UsageError("This is no address of a page.", "Give one such as https://example.org/report.")
    if parts.username is not None or parts.password is not None:
        raise UsageError("The address holds a name or password.", "Give the address without them.")
    shown = f"[{host}]" if ":" in host else host
    query = quote(parts.query, safe=_KEPT_SIGNS)
    return SplitResult(parts.scheme, shown + port, quote(parts.path, safe=_KEPT_SIGNS), query, "")


def _port(url: SplitResult) -> int:
    return url.port or (443 if url.scheme == "https" else 80)


def _connected(addresses: Sequence[str], url: SplitResult, until: float) -> socket.socket:
    last: OSError = OSError("no address answered")
    for address in dict.fromkeys(addresses):
        left = until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        try:
            sock = socket.create_connection((address, _port(url)), timeout=min(_SILENT, left))
        except OSError as error:
            last = error
            continue
        if url.scheme == "http":
            return sock
        try:
            return ssl.create_default_context().wrap_socket(sock, server_hostname=url.hostname)
        except BaseException:
            sock.close()
            raise
    raise last


def _cut(sock: socket.socket) -> None:
    try:
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # it is closed already

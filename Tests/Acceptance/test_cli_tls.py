"""The command line and a server behind TLS: good certificates work, each kind of bad one is told in a sentence, and nothing is sent to it."""

import socket

import pytest

from harness.api import Session
from harness.cli import CLI
from harness.tls import DAY, NOW, Authority, TLSFront


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("certificates"))


def said(server, front, **more):
    """What `whoami` says there, one line, and that nobody got the key."""
    done = CLI(server, MARTLET_BASE_URL=front.url, **more)("whoami")
    assert done.status == 6 and done.out == "" and done.err.count("\n") == 1, done
    assert "NIOSSL" not in done.err and "BoringSSL" not in done.err and "rror" not in done.err
    return done.err


def test_a_certificate_of_an_authority_of_ones_own(server, authority):
    with TLSFront(authority.issue(), server.port) as front:
        cli = CLI(server, MARTLET_BASE_URL=front.url, MARTLET_CA_FILE=str(authority.path))
        assert "server" in cli.ok("whoami").out
        by_address = CLI(server, MARTLET_BASE_URL=f"https://127.0.0.1:{front.port}", MARTLET_CA_FILE=str(authority.path))
        by_address.ok("whoami")
        with Session(server.api) as session:
            session.stop()
        assert "runtime.lifecycle" in cli.ok("events", "stream", session.run_id).out


def test_one_that_nobody_trusts(server, authority):
    with TLSFront(authority.issue(), server.port) as front:
        text = said(server, front)
        assert f"No safe connection to {front.url}: its certificate is not signed by anybody that this machine trusts." in text
        assert "MARTLET_CA_FILE" in text and front.accepted == 0


def test_one_that_has_expired(server, authority):
    with TLSFront(authority.issue(begins=NOW - 9 * DAY, ends=NOW - 2 * DAY), server.port) as front:
        text = said(server, front, MARTLET_CA_FILE=str(authority.path))
        assert f"its certificate expired on {(NOW - 2 * DAY).date()}. Renew it" in text and front.accepted == 0


def test_one_that_is_not_valid_yet(server, authority):
    with TLSFront(authority.issue(begins=NOW + 2 * DAY, ends=NOW + 9 * DAY), server.port) as front:
        text = said(server, front, MARTLET_CA_FILE=str(authority.path))
        assert f"not valid before {(NOW + 2 * DAY).date()}" in text and "clock" in text


def test_one_for_another_name(server, authority):
    with TLSFront(authority.issue("shop.example"), server.port) as front:
        text = said(server, front, MARTLET_CA_FILE=str(authority.path))
        assert "its certificate is not for the name localhost" in text


def test_a_file_of_authorities_that_is_none(server, authority, tmp_path):
    (tmp_path / "none.pem").write_text("no certificate")
    with TLSFront(authority.issue(), server.port) as front:
        for path in (tmp_path / "none.pem", tmp_path / "missing.pem"):
            done = CLI(server, MARTLET_BASE_URL=front.url, MARTLET_CA_FILE=str(path))("whoami")
            assert done.status == 2 and str(path) in done.err and "MARTLET_CA_FILE" in done.err, done


def test_tls_that_never_gets_anywhere(server):
    """Something listens and says nothing: it is given up after seconds, and said to be what it is."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"https://localhost:{silent.getsockname()[1]}"
        done = CLI(server, MARTLET_BASE_URL=url)("whoami", timeout=60)
        assert done.status == 6 and done.err.count("\n") == 1 and "TLS handshake" in done.err, done


def test_plain_http_to_a_server_that_speaks_tls(server, authority):
    with TLSFront(authority.issue(), server.port) as front:
        done = CLI(server, MARTLET_BASE_URL=front.url.replace("https:", "http:"))("whoami")
        assert done.status == 6 and done.err.count("\n") == 1 and "https://" in done.err, done

"""Real web servers: 410 for a report that is gone, with the page that explains it; headers."""

from __future__ import annotations

import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
APACHE = shutil.which("apache2", path="/usr/sbin:/usr/bin")
MODULES = Path("/usr/lib/apache2/modules")

NGINX_CONF = """daemon off; pid {work}/pid; error_log {work}/error.log; events {{}}
http {{ access_log off; types {{ text/html html; application/pdf pdf; }}
client_body_temp_path {work}/b; proxy_temp_path {work}/p; fastcgi_temp_path {work}/f;
uwsgi_temp_path {work}/u; scgi_temp_path {work}/s;
server {{ listen 127.0.0.1:{port}; root {site}; include {site}/410.nginx.conf; }} }}
"""
APACHE_CONF = """ServerRoot {work}
ServerName localhost
PidFile {work}/pid
ErrorLog {work}/error.log
Listen 127.0.0.1:{port}
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule headers_module {modules}/mod_headers.so
LoadModule mime_module {modules}/mod_mime.so
LoadModule rewrite_module {modules}/mod_rewrite.so
TypesConfig /etc/mime.types
DocumentRoot {site}
<Directory {site}>
Options FollowSymLinks
AllowOverride FileInfo
Require all granted
</Directory>
"""


def _command(server: str, work: Path, conf: Path) -> list[str]:
    if server == "nginx":
        return [str(NGINX), "-p", str(work), "-e", str(work / "error.log"), "-c", str(conf)]
    return [str(APACHE), "-d", str(work), "-f", str(conf), "-DFOREGROUND"]


@pytest.fixture(
    scope="module",
    params=[
        pytest.param("nginx", marks=pytest.mark.skipif(not NGINX, reason="needs nginx")),
        pytest.param("apache", marks=pytest.mark.skipif(not APACHE, reason="needs Apache")),
    ],
)
def server(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """The site behind a web server, on this computer alone."""
    # The server may run as another user, who can't look into the tests' own folder.
    work = Path(tempfile.mkdtemp())
    work.chmod(0o755)
    shutil.copytree(site, work / "site")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    conf = work / "server.conf"
    text = NGINX_CONF if request.param == "nginx" else APACHE_CONF
    conf.write_text(text.format(work=work, port=port, site=work / "site", modules=MODULES))
    running = subprocess.Popen(_command(request.param, work, conf), stderr=subprocess.DEVNULL)
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}/"
    running.terminate()
    running.wait(10)
    shutil.rmtree(work)


def _answer(address: str) -> tuple[int, Message, str]:
    try:
        with urllib.request.urlopen(address) as answer:  # noqa: S310 - this computer alone
            return answer.status, answer.headers, answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode("utf-8", "replace")


def _fetched(address: str) -> tuple[int, str]:
    status, _, text = _answer(address)
    return status, text


@pytest.mark.parametrize(
    "path", ["reports/2006-11.html", "reports/2006-11.pdf", "reports/2006-11/picture-1.png"]
)
def test_what_is_gone_is_answered_with_410_and_how_to_ask(server: str, path: str) -> None:
    """The page of the report, its PDF and its pictures."""
    status, text = _fetched(server + path)
    assert (status, "Report 2006-11: ask us for a copy" in text) == (410, True)


@pytest.mark.parametrize(
    ("path", "status"),
    [("reports/2007-03.html", 200), ("reports/2007-03.pdf", 200), ("410.nginx.conf", 404)],
)
def test_what_is_there_is_sent_and_the_rules_are_not(server: str, path: str, status: int) -> None:
    """The rules touch only what is gone."""
    assert _fetched(server + path)[0] == status


@pytest.mark.parametrize(
    ("path", "status", "robots"),
    [
        ("index.html", 200, []),
        ("reports/2007-03.pdf", 200, ["noarchive"]),
        ("reports/2006-11.html", 410, ["noarchive"]),
        ("nothing.html", 404, []),
    ],
)
def test_every_answer_carries_the_headers(
    server: str, site: Path, path: str, status: int, robots: list[str]
) -> None:
    """Those of ``_headers``, each once: of pages, files, what is gone and what never was."""
    answered, sent, _ = _answer(server + path)
    assert (answered, sent.get_all("X-Robots-Tag", [])) == (status, robots)
    everywhere = (site / "_headers").read_text("utf-8").split("/reports/*")[0].splitlines()[1:]
    assert len(everywhere) >= 5
    for line in everywhere:
        name, value = line.strip().split(": ", 1)
        assert sent.get_all(name) == [value]

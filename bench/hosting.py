"""hosting.py: builds the site, serves it with nginx as docs/hosting/nginx.conf says, and looks at every file of it."""

import argparse
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import quote

from browser import Seen, visit
from project import PROGRAM

REPOSITORY = Path(__file__).parent.parent
EXAMPLE = REPOSITORY / "docs" / "hosting" / "nginx.conf"

MAIN = """\
daemon off;
worker_processes 1;
pid {work}/nginx.pid;
error_log {work}/error.log;
events {{ worker_connections 64; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    include {work}/briefs.conf;
}}
"""

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "application/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".bib": "application/x-bibtex; charset=utf-8",
    ".ris": "application/x-research-info-systems; charset=utf-8",
    ".xml": "text/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
"""The type that each ending must have; for all other endings any will do."""

PACKED = {".html", ".css", ".js", ".json", ".jsonld", ".md", ".csv", ".bib", ".ris", ".xml", ".svg"}
UNPACKED_BELOW = 512
"""Bytes below which nothing is packed."""

HIDDEN = re.compile(r"(?:^|/)\.|^_(?:headers|redirects)$")

POLICY = "Content-Security-Policy"


@dataclass(slots=True)
class Findings:
    """What was looked at, and what is wrong."""

    looked: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def compare(self, what: str, where: str, found: object, expected: object) -> None:
        """Note one look."""
        self.looked[what] += 1
        if found != expected:
            self.faults.append(f"{where}: {what} is {found!r}, not {expected!r}")


@dataclass(frozen=True, slots=True)
class Server:
    """An nginx that runs."""

    port: int
    folder: str
    """Where the site stands on it: "/briefs/", or "/"."""

    def get(self, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
        """Ask for a path of the host."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"} | headers)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body


def main() -> int:
    """Look at the site in a folder of the host and at its top; print what was seen; exit 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--project", type=Path, default=REPOSITORY, help="build this project instead")
    asked = parser.parse_args()
    if not shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin"):
        print("nginx is not installed; on Debian and Ubuntu: apt install nginx-light")
        return 2
    with tempfile.TemporaryDirectory(prefix="sitegen-hosting-") as name:
        work = Path(name)
        work.chmod(0o755)
        site = work / "site"
        subprocess.run([*PROGRAM, "build", "-q", "-o", str(site)], cwd=asked.project, check=True)
        findings = [_look(work, site, folder) for folder in ("/briefs/", "/")]
    return 1 if any(each.faults for each in findings) else 0


def _look(work: Path, site: Path, folder: str) -> Findings:
    found = Findings()
    with _nginx(work, site, folder) as server:
        _files(server, site, found)
        _addresses(server, site, found)
        seen = visit(f"http://127.0.0.1:{server.port}{folder}", _pages(site))
    found.faults += seen.faults if seen else []
    _print(folder, found, seen)
    return found


def _print(folder: str, found: Findings, seen: Seen | None) -> None:
    sizes = found.looked["bytes"], found.looked["bytes on the wire"]
    print(f"nginx at {folder}: {found.looked['status']} files, {sizes[0]} bytes of text as {sizes[1]} on the wire")
    for what, count in found.looked.items():
        if not what.startswith("bytes"):
            print(f"  {count:5} × {what}")
    if seen:
        print(f"  chromium: {seen.pages} pages, {seen.requests} requests, {seen.searches} searches")
    else:
        print("  chromium: left out, since playwright or a browser is missing")
    print(f"  {len(found.faults)} faults", *found.faults, sep="\n  ")


def _pages(site: Path) -> list[str]:
    """Return the pages for the browser; 404.html asks for its files at the address of the settings, not here."""
    return sorted({file.relative_to(site).as_posix() for file in site.rglob("*.html")} - {"404.html"})


def _files(server: Server, site: Path, found: Findings) -> None:
    """Ask for every file of the site."""
    sent = _sent(site)
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        path = file.relative_to(site).as_posix()
        answer, body = server.get(server.folder + quote(path))
        if HIDDEN.search(path):
            found.compare("status of a hidden file", path, answer.status, 404)
            continue
        found.compare("status", path, answer.status, 200)
        if kind := TYPES.get(file.suffix):
            found.compare("type", path, answer.getheader("Content-Type"), kind)
        for name, value in sent.items():
            found.compare(name, path, answer.getheader(name), value)
        found.compare("Cache-Control", path, answer.getheader("Cache-Control"), _caching(site, path))
        if file.suffix in PACKED and file.stat().st_size > UNPACKED_BELOW:
            found.compare("packing", path, answer.getheader("Content-Encoding"), "gzip")
            found.looked["bytes"] += file.stat().st_size
            found.looked["bytes on the wire"] += len(body)


def _sent(site: Path) -> dict[str, str]:
    """Return the headers that `_headers` names for all paths."""
    rule = (site / "_headers").read_text("utf-8").partition("\n\n")[0]
    return dict(line.strip().split(": ", 1) for line in rule.splitlines()[1:])


def _caching(site: Path, path: str) -> str:
    rules = re.findall(r"^(/\S+)/\*\n  Cache-Control: (.+)$", (site / "_headers").read_text("utf-8"), re.MULTILINE)
    return next((value for folder, value in rules if f"/{path}".startswith(f"{folder}/")), "no-cache")


def _addresses(server: Server, site: Path, found: Findings) -> None:
    """Ask for what is no file: folders, pages that are not there, what did not change since."""
    front, _ = server.get(server.folder)
    found.compare("status of the folder", server.folder, front.status, 200)
    tags, _ = server.get(f"{server.folder}tags")
    found.compare("status of a folder without “/”", "tags", tags.status, 301)
    found.compare("where that leads", "tags", tags.getheader("Location"), f"{server.folder}tags/")
    if server.folder != "/":
        top, _ = server.get(server.folder.rstrip("/"))
        found.compare("where that leads", server.folder, top.getheader("Location"), server.folder)
    tag = front.getheader("ETag") or ""
    again, _ = server.get(server.folder, **{"If-None-Match": tag})
    found.compare("status of what did not change", server.folder, again.status, 304)
    for path in ("nothing.html", "briefs/nothing/here.html", ".git/config"):
        missing, body = server.get(server.folder + path, **{"Accept-Encoding": "identity"})
        found.compare("status of what is not there", path, missing.status, 404)
        found.compare("page of what is not there", path, body == (site / "404.html").read_bytes(), expected=True)
        found.compare(POLICY, path, missing.getheader(POLICY), _sent(site)[POLICY])


@contextmanager
def _nginx(work: Path, site: Path, folder: str) -> Iterator[Server]:
    """Run nginx with the documented configuration; only port, folder of the site and temporary files are ours."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    text = EXAMPLE.read_text("utf-8").replace("listen 80;", f"listen 127.0.0.1:{port};")
    text = text.replace("    listen [::]:80;\n", "").replace("/var/www/briefs/", f"{site}/")
    if folder == "/":
        text = re.sub(r"    location = /briefs \{.*?\}\n", "", text, flags=re.DOTALL)
        text = re.sub(r"(?<=[ ^])/briefs/", "/", text)
    (work / "briefs.conf").write_text(text, "utf-8")
    (work / "nginx.conf").write_text(MAIN.format(work=work), "utf-8")
    command = ["/usr/sbin/nginx", "-e", str(work / "error.log"), "-c", str(work / "nginx.conf")]
    subprocess.run([*command, "-t", "-q"], check=True)
    process = subprocess.Popen(command)
    try:
        _wait_for(port)
        yield Server(port, folder)
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    message = "nginx does not answer"
    raise TimeoutError(message)


if __name__ == "__main__":
    sys.exit(main())

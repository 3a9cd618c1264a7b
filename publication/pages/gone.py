"""Rules for web servers: 410 for a report that is gone, with how to ask, and safe headers.

A learning brief or leaflet that was removed is not among them: its address is made of its title,
and would be a trace of it. It answers 404, upon which search engines drop it as well.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from publication.pages.server_headers import apache_headers, nginx_headers
from publication.pages.view import Site

NGINX = "410.nginx.conf"
"""The rules for nginx: ``include`` this file in the site's ``server`` block."""
APACHE = ".htaccess"
"""The rules for Apache 2.4, which reads this file by itself under ``AllowOverride FileInfo``."""


def nginx_rules(site: Site, headers: str) -> str:
    """The page, the PDF and the pictures of each report on request: 410, with its tombstone.

    ``headers``, the content of ``_headers``, goes with every answer.
    """
    root = urlsplit(site.board.website).path
    lines = [
        "# Written with the site: include it in the server block, and reload nginx after a build.",
        *nginx_headers(headers, root),
        f"location = {root}{NGINX} {{ return 404; }}",
        "location @gone {",
        f"    rewrite ^({root}reports/[^/.]+)[/.] $1.html break;",
        "}",
    ]
    answer = "{ error_page 410 @gone; return 410; }"
    for view in site.on_request:
        lines += [f"location = {root}{path} {answer}" for path in (view.page, view.pdf)]
        lines.append(f"location ^~ {root}reports/{view.slug}/ {answer}")
    return "\n".join(lines) + "\n"


def apache_rules(site: Site, headers: str) -> str:
    """The same for Apache; the page that explains is shown under the address asked for."""
    root = urlsplit(site.board.website).path
    lines = [
        "# Written with the site. Apache reads it at each request: nothing needs a reload.",
        *apache_headers(headers, root),
        f"ErrorDocument 404 {root}404.html",
        f"ErrorDocument 410 {root}410.html",
        "RewriteEngine On",
        f"RewriteRule ^{NGINX.replace('.', '[.]')}$ - [R=404,L]",
    ]
    for view in site.on_request:
        # The second pass, in which Apache fetches the explanation, must not be refused again.
        lines += [
            "RewriteCond %{ENV:REDIRECT_STATUS} ^$",
            f"RewriteRule ^reports/{view.slug}([.]html|[.]pdf|/.*)$ - [G]",
            f'<If "%{{REQUEST_URI}} =~ m#^{root}reports/{view.slug}([.]html|[.]pdf|/)#">',
            f"ErrorDocument 410 {root}{view.page}",
            "</If>",
        ]
    return "\n".join(lines) + "\n"

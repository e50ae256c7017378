"""The preview's own script in a page, and the page's Content-Security-Policy widened for it."""

import html
import re
from collections.abc import Mapping
from typing import Final

_POLICY: Final = re.compile(rb"""(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")""", re.IGNORECASE)
_NEEDED: Final = ("script-src", "connect-src")
"""The script itself, and its stream of events."""


def with_script(page: bytes, address: str, values: Mapping[str, str]) -> bytes:
    """The page with the script at `address` at the end of its head; `values` are the script's `data-` attributes."""
    attributes = "".join(f' data-{name}="{html.escape(value)}"' for name, value in values.items())
    tag = f'<script src="{html.escape(address)}" defer{attributes}></script>'.encode()
    head, end, rest = page.partition(b"</head>")
    allowed = _POLICY.sub(_widened, head)
    return allowed + tag + end + rest if end else tag + allowed


def widened(policy: str) -> str:
    """A policy that also lets the site's own scripts run and its own addresses be asked."""
    directives = [part.split() for part in policy.split(";") if part.strip()]
    known: dict[str, list[str]] = {}
    for name, *sources in directives:
        # A browser obeys the first of two.
        known.setdefault(name.lower(), sources)
    for name in _NEEDED:
        allowed = known.get(name, known.get("default-src"))
        if allowed is not None and "'self'" not in allowed:
            known[name] = [*(source for source in allowed if source != "'none'"), "'self'"]
    return "; ".join(" ".join([name, *sources]) for name, sources in known.items())


def _widened(found: re.Match[bytes]) -> bytes:
    policy = html.escape(widened(html.unescape(found[2].decode())), quote=False).replace('"', "&quot;")
    return found[1] + policy.encode() + found[3]

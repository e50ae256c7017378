"""What the template of a page gets, in words for a person who writes one."""

import json

from profilegen.pages.page import Page
from profilegen.pages.plan import template_of
from profilegen.pages.views import View
from profilegen.values import asdict


def seen(page: Page, view: View) -> str:
    """The page's template, its frame and its view as JSON."""
    fields = asdict(view)
    frame = {"frame": fields.pop("frame")} if "frame" in fields else {}
    shown = {"template": template_of(page.kind), **frame, "view": fields}
    return json.dumps(shown, ensure_ascii=False, indent=2, default=asdict)

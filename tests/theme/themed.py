"""Sites with a theme of their own, and their pages rendered without writing them."""

from collections.abc import Mapping
from pathlib import Path

from profilegen.build.themed import theme_of
from profilegen.pages.plan import view
from profilegen.theme.render import Renderer
from sites import composed

PAPER = {"content/papers/a.yaml": "title: A\nauthors: [Ada]\n"}
MINE = {"profilegen.yaml": "theme: mine\n", "themes/mine/theme.yaml": "contract: 1\nname: Mine\n"}


def problems(root: Path, files: Mapping[str, str]) -> list[str]:
    """What is wrong with a site of one paper and these files, as a person reads it."""
    return [str(found) for found in composed(root, PAPER | dict(files)).problems]


def themed(root: Path, files: Mapping[str, str]) -> Renderer:
    """The renderer of a site of one paper and these files."""
    made = composed(root, PAPER | dict(files))
    assert made.site is not None, [str(found) for found in made.problems]
    return theme_of(root, made.look)


def rendered(root: Path, files: Mapping[str, str], address: str = "papers/a/") -> str:
    """The page at the address of a site of one paper and these files."""
    made = composed(root, PAPER | dict(files))
    assert made.site is not None, [str(found) for found in made.problems]
    (page,) = [page for page in made.pages if page.address == address]
    return theme_of(root, made.look).render(page, view(made.site, page)).decode("utf-8")

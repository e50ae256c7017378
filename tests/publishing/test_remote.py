"""Where GitHub Pages shows a repository, and addresses without their credentials."""

import pytest

from profilegen.publishing.git import without_credentials
from profilegen.publishing.remote import Remote

SITE = "https://ada.github.io/site/"


@pytest.mark.parametrize(
    ("address", "pages"),
    [
        ("https://github.com/ada/site.git", SITE),
        ("https://github.com/ada/site", SITE),
        ("https://github.com/Ada/site/", SITE),
        ("git@github.com:ada/site.git", SITE),
        ("git@github.com-work:ada/site.git", SITE),
        ("ssh://git@github.com/ada/site.git", SITE),
        ("ssh://git@ssh.github.com:443/ada/site.git", SITE),
        ("git://github.com/ada/site.git", SITE),
        ("https://github.com/ada/ada.github.io", "https://ada.github.io/"),
        ("git@github.com:Ada/Ada.github.io.git", "https://ada.github.io/"),
        ("https://github.com/ada/My.Site.git", "https://ada.github.io/My.Site/"),
        ("https://gitlab.com/ada/site.git", ""),
        ("https://notgithub.com/ada/site.git", ""),
        ("https://example.org/github.com/ada/site", ""),
        ("../site.git", ""),
        ("C:\\sites\\site.git", ""),
    ],
)
def test_the_address_of_the_pages_comes_from_the_remote(address: str, pages: str) -> None:
    remote = Remote("origin", without_credentials(address))
    assert remote.pages == pages
    assert bool(remote.settings) == bool(pages)


def test_the_page_of_the_settings_is_the_repositorys() -> None:
    assert Remote("origin", "git@github.com:ada/site.git").settings == "https://github.com/ada/site/settings/pages"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("fatal: 'https://ada:s3cret@github.com/a/b' not found", "fatal: 'https://github.com/a/b' not found"),
        ("https://s3cret@github.com/a/b and http://x:s3cret@h/", "https://github.com/a/b and http://h/"),
        ("https://ada:s3@cret@github.com/a/b", "https://github.com/a/b"),
        ("git@github.com:a/b", "git@github.com:a/b"),
        ("https://github.com/a/b?mail=a@b.org", "https://github.com/a/b?mail=a@b.org"),
    ],
)
def test_credentials_are_taken_out_of_what_is_shown(text: str, shown: str) -> None:
    assert without_credentials(text) == shown

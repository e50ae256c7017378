"""The site onto a branch of a repository elsewhere, for GitHub Pages: checked, committed, pushed."""

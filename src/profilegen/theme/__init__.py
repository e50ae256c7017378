"""Pages rendered by a theme: find it, its templates, its assets, page to bytes."""

"""Records linked: bylines to authors, indices by id, checks across files."""

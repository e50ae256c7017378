"""The one composition: content in, site out, by several workers, and only what changed."""

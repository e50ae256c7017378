"""Records in another notation: BibTeX."""

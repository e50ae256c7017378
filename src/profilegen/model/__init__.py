"""What things are: papers, authors, names, dates, identifiers, settings. Frozen values, no files."""

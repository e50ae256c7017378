"""Files to records: discover, parse, check against the schema, load."""

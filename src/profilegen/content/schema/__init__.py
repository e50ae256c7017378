"""The file format: which keys a file may have, and what each of them takes."""

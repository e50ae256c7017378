"""Papers from elsewhere: bibliographies, old sites and services become content files. Nothing is rendered here."""

"""What a site begins with: a whole new site, a new paper, a new author, written from the texts in `files/`."""

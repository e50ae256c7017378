"""The live preview: a site in memory, a watch on its files, and a server for the browser beside the editor."""

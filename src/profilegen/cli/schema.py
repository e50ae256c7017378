"""`profilegen schema`: what an editor needs to complete and check content."""

import click


@click.command(
    short_help="Print the JSON Schema of one kind of file, for editors.",
    epilog="Example: profilegen schema paper > schemas/paper.json",
)
@click.argument("kind", type=click.Choice(["paper", "author", "page", "site"]))
def schema(kind: str) -> None:
    """Print the JSON Schema of one kind of file: a paper, an author, a page of one's own, the site's settings."""
    from profilegen.content.schema.editor import json_schema

    click.echo(json_schema(kind), nl=False)

"""`profilegen schema`: what an editor needs to complete and check content."""

import click


@click.command(
    short_help="Print the JSON Schema of one kind of file, for editors.",
    epilog="Example: profilegen schema paper > schemas/paper.json",
)
@click.argument("kind", type=click.Choice(["paper", "author", "page", "site", "export"]))
def schema(kind: str) -> None:
    """Print the JSON Schema of one kind of file: a paper, an author, a page of one's own, the site's settings.

    export is the JSON that a build writes of papers and people.
    """
    from profilegen.content.schema.editor import json_schema
    from profilegen.exports.schema import export_schema

    click.echo(export_schema() if kind == "export" else json_schema(kind), nl=False)

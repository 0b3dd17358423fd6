"""``claims explain``: how the grammar reads one sentence."""

from __future__ import annotations

import sys

import click
import msgspec

from service.cli.articles import engine


@click.command()
@click.argument("sentence", required=False)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    help="For people, or for programs.",
)
@click.pass_context
def explain(context: click.Context, sentence: str | None, output_format: str) -> None:
    """Show how the grammar reads one sentence: tokens, classes, chunks, the frame that fired, the slots.

    Without SENTENCE it is read from standard input.

    \b
    Examples:
      claims explain 'The mayor denied on Friday that the bridge would close.'
      claims explain --format json 'It will rain, she said.'
    """
    if sentence is None or sentence == "-":
        if sys.stdin.isatty():
            raise click.UsageError("Give a sentence.", context)
        try:
            sentence = sys.stdin.buffer.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise click.ClickException(f"standard input is not UTF-8 at byte {error.start}") from error
    elif any("\ud800" <= character <= "\udfff" for character in sentence):
        raise click.UsageError("The sentence is not in UTF-8.", context)
    if not sentence.strip():
        raise click.UsageError("Give a sentence.", context)
    explanation = engine().explain(sentence)
    click.echo(
        msgspec.json.encode(explanation)
        if output_format == "json"
        else explanation.to_text(colour=sys.stdout.isatty())
    )

"""Findings as a person reads them on a terminal: each sentence with its number marked and what it is taken to say."""

from __future__ import annotations

from rich.text import Text

from guvoh.cli.screen import Screen
from guvoh.cli.words import counted, printable
from guvoh.model import Findings, Letter, Modality, Statement

_INDENT = 4


def show_findings(screen: Screen, findings: Findings, *, explain: bool = False) -> None:
    """Print one document's heading and its statements; with `explain`, the finder and the reasons under each."""
    document = findings.document
    screen.result(Text(printable(document.path), "bold"))
    about = [part for part in (document.title, document.publisher, document.published) if part]
    screen.result(Text(printable(" · ".join(about) or "no title, publisher or date"), "dim"))
    for statement in findings.statements:
        screen.result(_heading(statement), indent=_INDENT // 2)
        screen.result(_quote(statement), indent=_INDENT)
        if explain:
            why = f"{statement.finder}, {statement.score:.2f}: {'; '.join(statement.why)}"
            screen.result(Text(printable(why), "dim italic"), indent=_INDENT)
    if findings.letter:
        screen.result(_letter(findings.letter), indent=_INDENT // 2)
    screen.result(Text(counted(len(findings.statements), "statement"), "dim"), indent=_INDENT // 2)
    screen.result()


def _heading(statement: Statement) -> Text:
    parts = [
        statement.count.words if statement.count else None,
        statement.stage.value if statement.stage else None,
        statement.modality.value if statement.modality is not Modality.ASSERTED else None,
        statement.place.name if statement.place else None,
        statement.when,
        ("most likely " if statement.likely_told else "")
        + " through ".join(link.name for link in statement.attribution),
    ]
    return _labelled(statement.act or statement.kind.value, parts)


def _letter(letter: Letter) -> Text:
    parts = [
        f"to {letter.addressee}" if letter.addressee else None,
        f"signed {letter.signed}" if letter.signed else None,
        f"reference {letter.reference}" if letter.reference else None,
        counted(len(letter.questions), "question"),
        f"reply by {letter.reply_by}" if letter.reply_by else None,
    ]
    return _labelled("letter", parts)


def _labelled(label: str, parts: list[str | None]) -> Text:
    line = Text(printable(label), "cyan")
    for part in parts:
        if part:
            line.append(" · ", "dim").append(printable(part), "default")
    return line


def _quote(statement: Statement) -> Text:
    count, quote = statement.count, statement.quote
    if count is None or not statement.start <= count.start < count.end <= statement.end:
        return Text(printable(quote))
    start, end = count.start - statement.start, count.end - statement.start
    return Text.assemble(printable(quote[:start]), (printable(quote[start:end]), "bold"), printable(quote[end:]))

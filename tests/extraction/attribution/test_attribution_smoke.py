"""The first end-to-end check of attribution; the tables of cases stand in the other files of this folder."""

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.attribution import attribute
from guvoh.model import Document, Passage, Role


def test_a_relayed_quotation_has_speaker_outlet_and_publisher_in_this_order() -> None:
    text = "Courts expelled 40 builders in May, Radio Azattyk quoted Daniyar Usenov, a consul in Kazan, as saying."
    document = Document(
        "a.txt", "0" * 64, "text/plain", text, (Passage(0, len(text), Role.BODY),), publisher="The Courier"
    )
    found = attribute(annotate(document), document)
    start = text.index("expelled")
    assert [link.name for link in found.chain(start, start + 8).links] == [
        "Daniyar Usenov",
        "Radio Azattyk",
        "The Courier",
    ]

"""Pages of a PDF become pictures of bounded size in a process of its own; nothing in the file runs."""

import io

import hostile_files as hostile
import pypdfium2
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from guvoh.ingest import Drawer, Limits
from guvoh.model.errors import NotThere, TooLarge, UnreadableFile


@pytest.fixture(scope="module")
def drawer():
    with Drawer() as made:
        yield made


def sheet(width, height, *, script=False):
    """A PDF of one page of that size in points, black in its middle."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(width, height))
    canvas.rect(width / 4, height / 4, width / 2, height / 2, fill=1)
    if script:
        canvas._doc.Catalog.OpenAction = "<< /S /JavaScript /JS (app.launchURL\\('http://192.0.2.1/', true\\)) >>"
    canvas.save()
    return out.getvalue()


def opened(png):
    """The picture as another library reads it, checked whole."""
    with Image.open(io.BytesIO(png)) as picture:
        picture.load()
        assert picture.format == "PNG"
        return picture.convert("RGB")


def test_a_page_is_drawn_as_large_as_it_was_measured(drawer):
    data = sheet(300, 200)
    assert drawer.sizes(data) == ((600, 400),)
    picture = opened(drawer.png(data, 1))
    assert picture.size == (600, 400)
    assert picture.getpixel((300, 200)) == (0, 0, 0)
    assert picture.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(("width", "height"), [(14_400, 14_400), (14_400, 3), (3, 14_400), (1, 1)])
def test_no_page_makes_a_picture_larger_than_the_limit(drawer, width, height):
    data = sheet(width, height)
    picture = opened(drawer.png(data, 1))
    assert drawer.sizes(data) == (picture.size,)
    assert picture.width * picture.height <= 4_100_000
    assert max(picture.size) <= 4_001


def test_a_script_in_a_pdf_has_no_engine_to_run_in(drawer):
    data = sheet(100, 100, script=True)
    assert b"/JavaScript" in data
    assert opened(drawer.png(data, 1)).size == (200, 200)
    assert not {"V8", "XFA"} & set(pypdfium2.PDFIUM_INFO.flags), "this build of PDFium could run a file's scripts"


def test_pages_beyond_the_limit_are_not_measured(drawer):
    assert len(drawer.sizes(hostile.endless_pdf(5_000))) == drawer.limits.pages


@pytest.mark.parametrize("number", [0, 2, -1, 2**40])
def test_a_page_that_is_not_there_is_told(drawer, number):
    with pytest.raises(NotThere):
        drawer.png(sheet(50, 50), number)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n1 0 obj\n<<", hostile.noise(2_000), hostile.pdf("x", password="river")])
def test_a_broken_pdf_is_told_and_the_next_is_drawn(drawer, data):
    with pytest.raises(UnreadableFile):
        drawer.sizes(data)
    with pytest.raises(UnreadableFile):
        drawer.png(data, 1)
    assert drawer.sizes(sheet(50, 50)) == ((100, 100),)


def test_a_page_that_takes_too_long_is_given_up():
    with Drawer(Limits(seconds=0.001)) as drawer, pytest.raises(TooLarge, match="seconds"):
        drawer.png(hostile.endless_pdf(50_000), 1)

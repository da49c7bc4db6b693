"""Files on their way in: every one gets a place of its own, whatever its name."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from guvoh.web.uploading import store


@pytest.mark.parametrize(
    "names",
    [
        ("file 3", "a.txt", "a.txt"),
        ("a.txt", "a.txt", "file 2", "a.txt"),
        ("file 2", "file 2", "file 2"),
        ("报" * 200 + ".txt",),
    ],
)
def test_no_name_of_a_file_is_in_the_way_of_another(tmp_path, names):
    for number, name in enumerate(names):
        store(tmp_path, SimpleUploadedFile(name, str(number).encode()), number)
    kept = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert sorted(one.read_text() for one in kept) == [str(number) for number in range(len(names))]
    assert {one.name for one in kept} <= {name[-120:] for name in names} | {"报" * 78 + ".txt"}

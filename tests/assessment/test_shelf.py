"""A shelf gives back by id and by key what was put on it last."""

from guvoh.assessment.shelf import MemoryShelf, Row


def found(rows):
    return sorted((row.id, row.data) for row in rows)


def shelf_of_two():
    shelf = MemoryShelf()
    shelf.put([Row("statement", "1", ("x", "y"), "one"), Row("statement", "2", ("y",), "two")])
    return shelf


def test_rows_are_found_by_each_key_once():
    shelf = shelf_of_two()
    assert found(shelf.with_keys("statement", {"x", "y"})) == [("1", "one"), ("2", "two")]
    assert found(shelf.with_keys("statement", {"x"})) == [("1", "one")]
    assert found(shelf.with_keys("passage", {"x", "y"})) == []
    assert found(shelf.with_ids("statement", ["2", "3"])) == [("2", "two")]


def test_a_later_row_of_one_id_replaces_the_earlier_with_its_keys():
    shelf = shelf_of_two()
    shelf.put([Row("statement", "1", ("z",), "new")])
    assert found(shelf.with_keys("statement", {"x"})) == []
    assert found(shelf.with_keys("statement", {"z"})) == [("1", "new")]


def test_what_was_dropped_is_found_no_more():
    shelf = shelf_of_two()
    shelf.drop("statement", ["1", "3"])
    assert found(shelf.with_keys("statement", {"x", "y"})) == [("2", "two")]
    assert found(shelf.with_ids("statement", ["1"])) == []

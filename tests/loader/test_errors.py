"""A fault is told in one line, in whichever process it was found."""

import pickle

from loader.errors import LoaderError


def test_a_fault_found_in_another_process_is_told_as_it_was_there():
    fault = LoaderError("is broken", document="a.txt", place="line 3")
    again = pickle.loads(pickle.dumps(fault))
    assert str(again) == str(fault) == "a.txt: line 3: is broken"
    assert (again.message, again.document, again.place) == ("is broken", "a.txt", "line 3")

"""spaCy's PhraseMatcher over the schemes' labels, as a peer of the extraction: run by .venv-bench's Python.

Reads {"labels": […], "texts": […]} from standard input and writes the seconds of processor time that
the texts took, the best of three, to standard output.
"""

import json
import sys
import time

import spacy
from spacy.matcher import PhraseMatcher


def main() -> None:
    """Match and tell."""
    given = json.load(sys.stdin)
    language = spacy.blank("sv")
    matcher = PhraseMatcher(language.vocab, attr="LOWER")
    matcher.add("labels", [language.make_doc(label) for label in given["labels"]])
    took = []
    for _ in range(3):
        begun = time.process_time()
        for text in given["texts"]:
            matcher(language.make_doc(text))
        took.append(time.process_time() - begun)
    print(min(took))


if __name__ == "__main__":
    main()

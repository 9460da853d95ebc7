"""Imported by the process that workers are forked from: what each would read anew, the lexicon and the word list, is there."""

import loader.contents
import loader.documents  # noqa: F401  # forked workers have both
from loader.executors import bind_to_parent
from loader.extraction import extract
from loader.register import register

bind_to_parent()  # its workers would keep it alive
register()
extract("Bostad\n\nVi vill:\n- införa Bostad först för hemlösa.\n")

"""Mistakes that people make in YAML by hand: each is an edit of one place in a good file."""

from tests.authoring.mistakes.in_lines import IN_LINES
from tests.authoring.mistakes.in_texts import IN_TEXTS
from tests.authoring.mistakes.mistake import Edit
from tests.authoring.mistakes.of_lines import OF_LINES

MISTAKES: dict[str, Edit] = {**IN_LINES, **IN_TEXTS, **OF_LINES}

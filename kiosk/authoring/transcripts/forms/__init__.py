"""Understands the forms that transcripts have: labels, names, marks, dashes, captions, widths.

Each form is a function from rows to what was understood; None if the transcript has another form.
A form raises UnclearError where a wrong guess could put words under a wrong name.
"""

"""Holds what is shown: exhibitions as plain values, with every default filled in.

The two schemas here are copies of those in kiosk/schema, at the path that editors used before.
"""

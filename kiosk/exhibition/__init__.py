"""What is shown: exhibitions in plain values, with every default filled in.

The two schemas here are copies of those in kiosk/schema, at the path that editors knew before.
"""

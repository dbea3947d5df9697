"""The JSON schemas at the path that editors knew before; those in kiosk/schema are the same."""

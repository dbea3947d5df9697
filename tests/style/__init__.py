"""What kiosk/style promises."""

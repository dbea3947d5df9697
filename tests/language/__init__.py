"""What kiosk/language promises."""

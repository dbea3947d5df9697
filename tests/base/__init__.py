"""What kiosk/base promises."""

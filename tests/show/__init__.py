"""What kiosk/show promises."""

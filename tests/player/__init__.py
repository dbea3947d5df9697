"""What kiosk/player promises."""

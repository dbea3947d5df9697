"""What kiosk/types promises."""

"""The commands of those who look after a kiosk."""

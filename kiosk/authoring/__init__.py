"""What curators write: read, checked and explained. The player's process never imports it."""

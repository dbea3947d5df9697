"""Languages: their tags and names, and the kiosk's own words in them."""

"""What the doctor finds on machines of all kinds."""

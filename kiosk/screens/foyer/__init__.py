"""What the screens before an exhibition consist of: posters and the invitation."""

"""What the screens before an exhibition consist of: posters, the invitation, doors."""

"""The commands of those who write exhibitions."""

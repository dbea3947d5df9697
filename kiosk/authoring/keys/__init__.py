"""Defines the keys that curators write: values, bounds, help and place in the schema."""

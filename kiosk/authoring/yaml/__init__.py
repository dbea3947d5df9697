"""YAML text to plain values that know their line; nothing in it is executed."""

"""Reads YAML text into plain values that know their line; nothing in it is executed."""

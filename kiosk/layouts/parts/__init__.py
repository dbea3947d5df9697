"""Holds what layouts share: columns of words, mats, scrims, groups of photos."""

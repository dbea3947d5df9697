"""Holds what lies over a screen: comfort panel, idle prompt, staff panel, focus ring."""

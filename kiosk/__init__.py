"""Exhibition kiosk: a folder of YAML files becomes a photo exhibition on a touch screen."""

__version__ = "0.1.0"

"""The program, as `python -m kiosk`."""

from kiosk.cli import main

if __name__ == "__main__":  # Worker processes import this module again, under another name.
    main()

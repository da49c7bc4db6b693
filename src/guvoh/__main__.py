"""`python -m guvoh` is the command `guvoh`."""

from guvoh.cli import main

if __name__ == "__main__":
    main()

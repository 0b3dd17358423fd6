"""``python -m service.cli`` is ``claims``."""

from service.cli import main

if __name__ == "__main__":
    main()

"""`python -m transreview`."""

from transreview.cli.main import main

if __name__ == "__main__":
    main()

"""`python -m profilegen` is the command `profilegen`."""

from profilegen.cli import main

main()

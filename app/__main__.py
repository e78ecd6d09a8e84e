"""The `kliqs` command and `python -m app`.

A process that multiprocessing spawns imports this module again: so the commands, and with them all of Kliqs, are
imported only when they are run.
"""

import gc


def main() -> None:
    """Runs the command in `sys.argv`.

    The garbage collector would look through the modules again and again while they are imported, which takes a seventh
    of a server's start, and through all of them in each full collection; so they are kept out of its sight.
    """
    gc.disable()
    from app import cli  # not above: see the module's docstring

    gc.freeze()
    gc.enable()
    cli.main()


if __name__ == "__main__":
    main()

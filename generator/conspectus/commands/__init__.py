"""The command line: one verb is one module."""


def main() -> None:
    """Run the command `conspectus`."""
    raise NotImplementedError

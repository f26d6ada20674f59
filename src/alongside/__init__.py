"""Alongside turns allyship from a label into a steady practice."""


def __getattr__(name: str) -> str:
    """`__version__`, looked up when asked for: reading package metadata costs every start 30 ms of CPU."""
    if name != "__version__":
        message = f"module 'alongside' has no attribute {name!r}"
        raise AttributeError(message)
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version("alongside")
    except PackageNotFoundError:  # a source tree on the path, never installed
        return "0+unknown"

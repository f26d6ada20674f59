"""How a check is told: as text for people, as JSON, SARIF, annotations and checkstyle for programs.

Each module is one form, and gets everything it tells as a `Telling`.
"""

"""Which language a file is written in: by its name, its ending, or the interpreter its first line names."""

from alongside.interrupt.masks.code_languages import LANGUAGES, Language

_BY_ENDING = {
    ending: language
    for language in reversed(LANGUAGES)
    for ending in filter(None, language.endings.split(","))
}
_BY_NAME = {name: language for language in LANGUAGES for name in filter(None, language.names.split(","))}
_SPOKEN = {
    "python,pypy": "py",
    "javascript,node": "js",
    "typescript,deno,bun": "ts",
    "ruby": "rb",
    "perl": "pl",
    "php": "php",
    "bash,sh,dash,zsh,ksh,fish,shell": "sh",
    "powershell,pwsh": "ps1",
    "lua,luajit": "lua",
    "rscript,r": "r",
    "julia": "jl",
    "elixir": "ex",
    "escript": "erl",
    "awk,gawk,make": "awk",
    "tclsh,wish": "tcl",
    "haskell,runhaskell,runghc": "hs",
    "swift": "swift",
    "kotlin": "kt",
    "scala": "scala",
    "c++,c": "cpp",
    "java": "java",
    "rust": "rs",
    "go": "go",
    "sql": "sql",
    "c#,csharp": "cs",
    "f#": "fs",
    "octave,matlab": "octave",
    "ocaml": "ml",
    "fortran": "f90",
}
_CALLED = {name: _BY_ENDING[ending] for names, ending in _SPOKEN.items() for name in names.split(",")}
"""Languages by the names of their interpreters, and as notebooks call them."""


def language_of(name: str, head: bytes = b"") -> Language | None:
    """The language of a file by its name, else by the interpreter its first line names."""
    file = name.replace("\\", "/").rpartition("/")[2]
    ending = file.rpartition(".")[2] if "." in file else ""
    found = _BY_NAME.get(file) or _BY_ENDING.get(ending) or _BY_ENDING.get(ending.lower())
    return found or _by_interpreter(head)


def language_or_any(name: str, head: bytes) -> Language:
    """The same, or the one that stands in for those nobody named."""
    return language_of(name, head) or LANGUAGES[-1]


def language_called(name: str) -> Language:
    """The language that people call so, or the one that stands in for those nobody named."""
    return _CALLED.get(name.lower(), LANGUAGES[-1])


def _by_interpreter(head: bytes) -> Language | None:
    if not head.startswith(b"#!"):
        return None
    words = head[2:200].partition(b"\n")[0].decode("latin-1").replace("/", " ").split()
    named = (_CALLED.get(word.lower().rstrip("0123456789.")) for word in words)
    return next(filter(None, named), None)

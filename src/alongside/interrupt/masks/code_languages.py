"""The table of programming languages: how each writes comments and strings, and what its files are called.

A language here is only what a scanner must know to tell words from code. Families share their signs: who adds a
language names its family and its endings. Sources are the languages' own references.
"""

from dataclasses import dataclass

DOUBLE = rb'"(?>(?:[^"\\\n]++|\\.)*)"?'
SINGLE = rb"'(?>(?:[^'\\\n]++|\\.)*)'?"
DOUBLE_LINES = rb'"(?>(?:[^"\\]++|\\.)*)"?'
SINGLE_LINES = rb"'(?>(?:[^'\\]++|\\.)*)'?"
THREE_DOUBLE = rb'"""(?>(?:[^"\\]++|\\.|"{1,2}+(?!"))*)(?:"""|\Z)'
THREE_SINGLE = rb"'''(?>(?:[^'\\]++|\\.|'{1,2}+(?!'))*)(?:'''|\Z)"
THREE_RAW = rb'"""(?>(?:[^"]++|"{1,2}+(?!"))*)(?:"{3,5}|\Z)'
BACKTICK = rb"`(?>(?:[^`\\]++|\\.)*)`?"
BACKTICK_RAW = rb"`[^`]*+`?"
DOUBLED = rb"'(?>(?:[^']++|'')*)'?"
DOUBLE_DOUBLED = rb'"(?>(?:[^"]++|"")*)"?'
CHARACTER = (
    rb"'(?:[^'\\\n\x80-\xff]|[\x80-\xff]{2,4}|\\(?:u\{[0-9A-Fa-f]{0,6}\}|[ux][0-9A-Fa-f]{2,4}|[0-7]{1,3}|.))'"
)
PATTERN = (
    rb"(?:(?<=[(=,:\[!&|?{};~])|(?<=[(=,:\[!&|?{};~] )|(?<=return ))"
    rb"/(?![*/])(?>(?:[^/\\\n\[]++|\\.|\[(?>(?:[^\]\\\n]++|\\.)*)\])+)/"
)
"""A regular expression between slashes, where a value can stand; elsewhere a slash divides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Comments and strings of a language, as regular expressions of bytes that never go back.

    `line` begin comments up to the line's end, `block` are pairs around longer ones, which hold each other where
    `nested`. `skipped` is code in which those signs mean nothing. `documents` names the rule by which a string
    is for readers: at the start of a statement, or after a word such as `@doc`.
    """

    id: str
    endings: tuple[str, ...]
    names: tuple[str, ...] = ()
    line: tuple[bytes, ...] = ()
    block: tuple[tuple[bytes, bytes], ...] = ()
    nested: bool = False
    strings: tuple[bytes, ...] = (DOUBLE, SINGLE)
    skipped: tuple[bytes, ...] = ()
    signs: bytes = b"\"'/"
    documents: str = ""
    heredoc: bool = False
    opens: bytes = b""


_SLASHES = (rb"//",)
_STARS = ((rb"/\*", rb"\*/"),)
_HASH = (rb"\#",)
_HASH_AFTER_SPACE = (rb"(?<![^\s;&|(])\#",)

LANGUAGES: tuple[Language, ...] = (
    Language(
        id="python", signs=b"#\"'",
        endings=("py", "pyi", "pyw", "pyx", "pxd", "bzl", "star", "gyp", "gypi"),
        names=("SConstruct", "SConscript", "wscript", "BUILD", "WORKSPACE", "Tiltfile"),
        line=_HASH,
        strings=(THREE_DOUBLE, THREE_SINGLE, DOUBLE, SINGLE),
        documents="statement",
    ),
    Language(
        id="javascript", signs=b"\"'/`",
        endings=("js", "jsx", "mjs", "cjs", "ts", "tsx", "mts", "cts", "es6"),
        line=_SLASHES,
        block=_STARS,
        strings=(DOUBLE, SINGLE, BACKTICK),
        skipped=(PATTERN,),
    ),
    Language(
        id="go", signs=b"\"'/`", endings=("go",), line=_SLASHES, block=_STARS, strings=(DOUBLE, CHARACTER, BACKTICK_RAW)
    ),
    Language(
        id="rust", signs=b"br\"'/",
        endings=("rs",),
        line=_SLASHES,
        block=_STARS,
        nested=True,
        strings=(
            rb'(?<![A-Za-z0-9_])b?r"[^"]*+"?',
            rb'(?<![A-Za-z0-9_])b?r\#"(?>(?:[^"]++|"(?!\#))*)"?\#?',
            rb'(?<![A-Za-z0-9_])b?r\#\#"(?>(?:[^"]++|"(?!\#\#))*)"?\#{0,2}',
            DOUBLE_LINES,
            CHARACTER,
        ),
    ),
    Language(
        id="c", signs=b"uULR\"'/#",
        endings=("c", "h", "cc", "cpp", "cxx", "c++", "hh", "hpp", "hxx", "inl", "ino", "m", "mm", "cu", "cuh", "glsl",
                 "vert", "frag", "hlsl", "cl", "metal", "dts", "dtsi", "S", "y", "l", "idl", "proto", "thrift", "d",
                 "zig", "sol", "v", "sv", "svh", "vala", "as", "hx", "cairo"),
        line=_SLASHES,
        block=_STARS,
        strings=(rb'(?<![A-Za-z0-9_])(?:u8|[uUL])?R"\((?>(?:[^)]++|\)(?!"))*)(?:\)"|\Z)', DOUBLE, SINGLE),
        skipped=(rb"(?<=[0-9a-fA-F])'(?=[0-9a-fA-F])", rb"\#[ \t]*+include[ \t]*+<[^>\n]*+>"),
    ),
    Language(
        id="java",
        endings=("java", "groovy", "gradle", "apex", "bsh", "gvy"),
        names=("Jenkinsfile",),
        line=_SLASHES,
        block=_STARS,
        strings=(THREE_DOUBLE, THREE_SINGLE, DOUBLE, SINGLE),
    ),
    Language(
        id="c-sharp", signs=b"$@\"'/",
        endings=("cs", "csx"),
        line=_SLASHES,
        block=_STARS,
        strings=(THREE_RAW, rb'(?:\$@|@\$?)"(?>(?:[^"]++|"")*)"?', DOUBLE, SINGLE),
    ),
    Language(
        id="kotlin", signs=b"\"'/`",
        endings=("kt", "kts", "scala", "sc", "sbt", "swift"),
        line=_SLASHES,
        block=_STARS,
        nested=True,
        strings=(THREE_RAW, DOUBLE, CHARACTER, BACKTICK_RAW),
    ),
    Language(
        id="dart",
        endings=("dart",),
        line=_SLASHES,
        block=_STARS,
        nested=True,
        strings=(THREE_DOUBLE, THREE_SINGLE, DOUBLE, SINGLE),
    ),
    Language(
        id="ruby", signs=b"#=\"'`/?%<",
        endings=("rb", "rake", "gemspec", "ru", "podspec", "cr", "builder", "jbuilder"),
        names=("Rakefile", "Gemfile", "Vagrantfile", "Podfile", "Brewfile", "Guardfile", "Fastfile"),
        line=_HASH,
        block=((rb"^=begin\b", rb"^=end\b"),),
        strings=(DOUBLE_LINES, SINGLE_LINES, BACKTICK),
        skipped=(PATTERN, rb"(?<![A-Za-z0-9_)\]])\?[^\s\w](?!\w)", rb"(?<![A-Za-z0-9_])%[qQwWiIrx]?[{(\[][^\n})\]]*+[})\]]"),
        heredoc=True,
    ),
    Language(
        id="php", signs=b"#/\"'`?<",
        endings=("php", "phtml", "php5", "inc"),
        line=(rb"//", rb"\#(?!\[)"),
        block=_STARS,
        strings=(DOUBLE_LINES, SINGLE_LINES, BACKTICK),
        skipped=(rb"\?>(?>(?:[^<]++|<(?!\?))*)(?:<\?(?:php|=)?|\Z)",),
        heredoc=True,
        opens=b"<?",
    ),
    Language(
        id="perl", signs=b"#=\"'$/{(<",
        endings=("pl", "pm", "t", "psgi", "plx"),
        names=("cpanfile",),
        line=(rb"(?<![^\s;{}(),])\#",),
        block=((rb"^=[A-Za-z]", rb"^=cut\b[^\n]*"),),
        strings=(DOUBLE_LINES, SINGLE_LINES),
        skipped=(
            rb"\$['\"\#]", rb"(?<=[A-Za-z0-9_])'(?=[A-Za-z_])",
            rb"(?:(?<=\bm)|(?<=\bs)|(?<=\by)|(?<=\bqr)|(?<=\btr)|(?<=~)|(?<=~ ))/(?>(?:[^/\\\n]++|\\.)*)/(?:[^/\\\n]*+/)?",
            rb"(?:(?<=\bq)|(?<=\bq[qwr]))\{[^{}]*+\}", rb"(?:(?<=\bq)|(?<=\bq[qwr]))\([^()]*+\)",
        ),
        heredoc=True,
    ),
    Language(
        id="shell", signs=b"#\"'\\$<",
        endings=("sh", "bash", "zsh", "ksh", "dash", "bats", "fish", "ebuild", "profile", "bashrc", "zshrc"),
        names=("PKGBUILD", "APKBUILD", ".bashrc", ".profile", ".zshrc", ".bash_profile", "configure.ac", "rules"),
        line=_HASH_AFTER_SPACE,
        strings=(DOUBLE_LINES, rb"'[^']*+'?"),
        skipped=(rb"\\.", rb"\$\{\#", rb"\$'(?>(?:[^'\\]++|\\.)*)'"),
        heredoc=True,
    ),
    Language(
        id="powershell", signs=b"#<@\"'`",
        endings=("ps1", "psm1", "psd1"),
        line=(rb"\#",),
        block=((rb"<\#", rb"\#>"),),
        strings=(rb'@"(?>(?:[^"]++|"(?!@))*)(?:"@|\Z)', rb"@'(?>(?:[^']++|'(?!@))*)(?:'@|\Z)", rb'"(?>(?:[^"`]++|`.|"")*)"?', DOUBLED),
        skipped=(rb"`.",),
    ),
    Language(id="css", signs=b"/u", endings=("css", "pcss"), block=_STARS, skipped=(rb"url\([^)\"'\n]*+\)",)),
    Language(
        id="scss", signs=b"\"'/u",
        endings=("scss", "sass", "less", "styl"),
        line=_SLASHES,
        block=_STARS,
        skipped=(rb"url\([^)\"'\n]*+\)", rb"(?<=:)//"),
    ),
    Language(
        id="sql", signs=b"-/\"'`",
        endings=("sql", "ddl", "dml", "psql", "pgsql", "plsql", "hql"),
        line=(rb"--",),
        block=_STARS,
        strings=(DOUBLED, DOUBLE_DOUBLED, BACKTICK_RAW),
    ),
    Language(
        id="lua", signs=b"-[\"'",
        endings=("lua", "luau", "nse"),
        line=(rb"--(?!\[=*\[)",),
        block=((rb"--\[\[", rb"\]\]"), (rb"--\[=\[", rb"\]=\]"), (rb"--\[==\[", rb"\]==\]")),
        strings=(rb"\[\[(?>(?:[^\]]++|\](?!\]))*)(?:\]\]|\Z)", DOUBLE, SINGLE),
    ),
    Language(id="r", signs=b"#\"'`", endings=("r", "R", "Rprofile"), line=_HASH, strings=(DOUBLE_LINES, SINGLE_LINES, BACKTICK_RAW)),
    Language(
        id="julia", signs=b"#\"'`",
        endings=("jl",),
        line=(rb"\#(?!=)",),
        block=((rb"\#=", rb"=\#"),),
        nested=True,
        strings=(THREE_DOUBLE, DOUBLE_LINES, CHARACTER, BACKTICK),
        documents="statement",
    ),
    Language(
        id="haskell", signs=b"-{\"'",
        endings=("hs", "lhs", "hsc", "elm", "purs", "agda", "idr"),
        line=(rb"--+(?![!#$%&*+./<=>?@\\^|~:])",),
        block=((rb"\{-(?!\#)", rb"-\}"),),
        nested=True,
        strings=(DOUBLE_LINES, rb"(?<![A-Za-z0-9_'])" + CHARACTER),
        skipped=(rb"\{-\#(?>(?:[^#]++|\#(?!-\}))*)\#-\}",),
    ),
    Language(
        id="elixir", signs=b"#?\"'",
        endings=("ex", "exs", "eex", "heex"),
        line=_HASH,
        strings=(THREE_DOUBLE, THREE_SINGLE, DOUBLE_LINES, SINGLE_LINES),
        skipped=(rb"\?[\"'#\\]",),
        documents="attribute",
    ),
    Language(id="lisp", signs=b";#?\\\"", endings=("lisp", "lsp", "cl", "el", "scm", "ss", "rkt", "clj", "cljs", "cljc", "edn", "fnl"),
             line=(rb";",), block=((rb"\#\|", rb"\|\#"),), strings=(DOUBLE_LINES,), skipped=(rb"\\.", rb"\?[\";]")),
    Language(id="erlang", signs=b"%$\"'", endings=("erl", "hrl", "app", "escript"), line=(rb"%",), strings=(DOUBLE_LINES, SINGLE),
             skipped=(rb"\$\\?.",)),
    Language(id="matlab", signs=b"%#\"", endings=("mat", "mlx", "octave", "oct"), line=(rb"%", rb"\#"), strings=(DOUBLE,)),
    Language(id="ocaml", signs=b"(\"'", endings=("ml", "mli", "mll", "mly", "sml", "fun"), block=((rb"\(\*(?!\))", rb"\*\)"),), nested=True,
             strings=(DOUBLE_LINES, CHARACTER)),
    Language(id="f-sharp", signs=b"/(\"'", endings=("fs", "fsi", "fsx"), line=_SLASHES, block=((rb"\(\*(?!\))", rb"\*\)"),), nested=True,
             strings=(THREE_RAW, DOUBLE_LINES, CHARACTER)),
    Language(id="pascal", signs=b"/{('", endings=("pas", "pp", "dpr", "lpr"), line=_SLASHES,
             block=((rb"\{(?!\$)", rb"\}"), (rb"\(\*", rb"\*\)")), strings=(rb"'(?>(?:[^'\n]++|'')*)'?",)),
    Language(id="ada", signs=b"-\"'", endings=("adb", "ads", "vhd", "vhdl"), line=(rb"--",), strings=(DOUBLE, CHARACTER)),
    Language(id="fortran", signs=b"!\"'", endings=("f90", "f95", "f03", "f08", "F90"), line=(rb"!",), strings=(DOUBLE, SINGLE)),
    Language(id="basic", signs=b"'\"", endings=("vb", "vbs", "bas"), line=(rb"'",), strings=(rb'"[^"\n]*+"?',)),
    Language(id="tcl", signs=b"#\"\\", endings=("tcl", "exp"), line=_HASH_AFTER_SPACE, strings=(DOUBLE_LINES,), skipped=(rb"\\.",)),
    Language(id="vim", signs=b"\"'", endings=("vim", "vimrc"), names=(".vimrc",), line=(rb'(?<![^\s])"(?=[ \t#])',), strings=(rb"'[^'\n]*+'?",)),
    Language(
        id="hash", signs=b"#/\"\\",
        endings=("mk", "mak", "cmake", "nim", "nims", "awk", "jq", "gd", "coffee", "graphql", "gql", "conf", "cfg",
                 "nix", "tf", "tfvars", "hcl", "desktop", "service", "rego", "bb", "ninja", "am", "dockerfile"),
        names=("Makefile", "makefile", "GNUmakefile", "Dockerfile", "Containerfile", "Justfile", "justfile", "Kconfig",
               "CMakeLists.txt", "meson.build", "Makefile.am", ".gitignore", ".gitattributes", ".dockerignore",
               ".editorconfig", "Caddyfile", "CODEOWNERS", "crontab"),
        line=_HASH_AFTER_SPACE,
        block=((rb"(?<![^\s])/\*", rb"\*/"),),
        strings=(THREE_DOUBLE, DOUBLE),
        skipped=(rb"\\.",),
    ),
    Language(id="ini", signs=b";#!\"", endings=("ini", "properties", "inf", "reg", "editorconfig"), names=(".gitconfig", ".npmrc", ".pylintrc"),
             line=(rb"(?<![^\s])[;\#]", rb"^!"), strings=(DOUBLE,)),
    Language(id="unknown", signs=b"#/\"'", endings=(), line=(rb"(?<![^\s;{}])(?://|\#)",), block=_STARS),
)  # fmt: skip
"""In the order in which an ending is looked up; the last one stands in for languages that nobody named."""

_BY_ENDING = {ending: language for language in reversed(LANGUAGES) for ending in language.endings}
_BY_NAME = {name: language for language in LANGUAGES for name in language.names}
_INTERPRETERS = {
    "python": "py", "pypy": "py", "node": "js", "deno": "ts", "bun": "ts", "ruby": "rb", "perl": "pl", "php": "php", "bash": "sh",
    "sh": "sh", "dash": "sh", "zsh": "sh", "ksh": "sh", "fish": "sh", "pwsh": "ps1", "lua": "lua", "luajit": "lua",
    "Rscript": "r", "julia": "jl", "elixir": "ex", "escript": "erl", "awk": "awk", "gawk": "awk", "tclsh": "tcl",
    "wish": "tcl", "make": "mk", "runhaskell": "hs", "runghc": "hs", "swift": "swift", "kotlin": "kt", "scala": "scala",
}  # fmt: skip
_CALLED = {
    "python": "py", "javascript": "js", "typescript": "ts", "r": "r", "julia": "jl", "scala": "scala", "c++": "cpp", "c": "c",
    "java": "java", "rust": "rs", "go": "go", "ruby": "rb", "bash": "sh", "shell": "sh", "sql": "sql", "c#": "cs", "csharp": "cs",
    "f#": "fs", "kotlin": "kt", "swift": "swift", "perl": "pl", "haskell": "hs", "lua": "lua", "octave": "octave",
    "matlab": "mat", "powershell": "ps1", "elixir": "ex", "php": "php", "ocaml": "ml", "fortran": "f90",
}  # fmt: skip
"""Names by which notebooks call their languages."""


def language_of(name: str, head: bytes = b"") -> Language | None:
    """The language of a file by its name, else by the interpreter its first line names."""
    file = name.replace("\\", "/").rpartition("/")[2]
    ending = file.rpartition(".")[2] if "." in file else ""
    found = _BY_NAME.get(file) or _BY_ENDING.get(ending) or _BY_ENDING.get(ending.lower())
    return found or _by_interpreter(head)


def language_called(name: str) -> Language:
    """The language that people call so, or the one that stands in for those nobody named."""
    return _BY_ENDING.get(_CALLED.get(name.lower(), ""), LANGUAGES[-1])


def _by_interpreter(head: bytes) -> Language | None:
    if not head.startswith(b"#!"):
        return None
    words = head[2:200].partition(b"\n")[0].decode("latin-1").replace("/", " ").split()
    for word in words:
        if language := _BY_ENDING.get(_INTERPRETERS.get(word.rstrip("0123456789."), "")):
            return language
    return None

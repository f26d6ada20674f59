"""The forms of strings and characters that languages share, as regular expressions of bytes.

Each takes what it has read for good (atomic groups), so that a string nobody closed costs its length once. A
string on one line ends with the line, closed or not.
"""

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
SINGLE_RAW = rb"'[^']*+'?"
DOUBLED_LINE = rb"'(?>(?:[^'\n]++|'')*)'?"
CHARACTER = (
    rb"'(?:[^'\\\n\x80-\xff]|[\x80-\xff]{2,4}|\\(?:u\{[0-9A-Fa-f]{0,6}\}|[ux][0-9A-Fa-f]{2,4}|[0-7]{1,3}|.))'"
)
"""One character between quotes; elsewhere the sign marks a lifetime, a transposition, or part of a name."""
PATTERN = (
    rb"(?:(?<=[(=,:\[!&|?{};~])|(?<=[(=,:\[!&|?{};~] )|(?<=return ))"
    rb"/(?![*/])(?>(?:[^/\\\n\[]++|\\.|\[(?>(?:[^\]\\\n]++|\\.)*)\])+)/"
)
"""A regular expression between slashes, where a value can stand; elsewhere a slash divides."""
RUST_RAW = (
    rb'(?<![A-Za-z0-9_])b?r"[^"]*+"?',
    rb'(?<![A-Za-z0-9_])b?r\#"(?>(?:[^"]++|"(?!\#))*)"?\#?',
    rb'(?<![A-Za-z0-9_])b?r\#\#"(?>(?:[^"]++|"(?!\#\#))*)"?\#{0,2}',
)
C_RAW = rb'(?<![A-Za-z0-9_])(?:u8|[uUL])?R"\((?>(?:[^)]++|\)(?!"))*)(?:\)"|\Z)'
C_DIGITS = rb"(?<=[0-9a-fA-F])'(?=[0-9a-fA-F])"
C_INCLUDE = rb"\#[ \t]*+include[ \t]*+<[^>\n]*+>"
C_SHARP_VERBATIM = rb'(?:\$@|@\$?)"(?>(?:[^"]++|"")*)"?'
RUBY_CHARACTER = rb"(?<![A-Za-z0-9_)\]])\?[^\s\w](?!\w)"
RUBY_WORDS = rb"(?<![A-Za-z0-9_])%[qQwWiIrx]?[{(\[][^\n{}()\[\]]*+[})\]]"
PHP_LINE = rb"(?>(?:[^\n?]++|\?(?!>))*)"
PHP_OUTSIDE = rb"\?>(?>(?:[^<]++|<(?!\?))*)(?:<\?(?:php|=)?|\Z)"
PERL_VARIABLE = rb"\$['\"\#]"
PERL_PACKAGE = rb"(?<=[A-Za-z0-9_])'(?=[A-Za-z_])"
PERL_PATTERN = (
    rb"(?:(?<=\bm)|(?<=\bs)|(?<=\by)|(?<=\bqr)|(?<=\btr)|(?<=~)|(?<=~ ))"
    rb"/(?>(?:[^/\\\n]++|\\.)*)/(?:[^/\\\n]*+/)?"
)
PERL_WORDS = rb"(?:(?<=\bq)|(?<=\bq[qwr]))(?:\{[^{}]*+\}|\([^()]*+\))"
POWERSHELL_HERE = (
    rb'@"(?>(?:[^"]++|"(?!@))*)(?:"@|\Z)',
    rb"@'(?>(?:[^']++|'(?!@))*)(?:'@|\Z)",
)
POWERSHELL_DOUBLE = rb'"(?>(?:[^"`]++|`.|"")*)"?'
SHELL_ESCAPED = rb"\$'(?>(?:[^'\\]++|\\.)*)'"
LUA_LONG = rb"\[\[(?>(?:[^\]]++|\](?!\]))*)(?:\]\]|\Z)"
HASKELL_PRAGMA = rb"\{-\#(?>(?:[^#]++|\#(?!-\}))*)\#-\}"
URL_VALUE = rb"url\([^()\"'\n]*+\)"

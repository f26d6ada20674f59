"""The table of programming languages: how each writes comments and strings, and what its files are called.

A language here is only what a scanner must know to tell words from code, so families share a row. Who adds
one names its endings, its signs, and the bytes with which they begin. Sources: the languages' own
references.
"""

from dataclasses import dataclass
from typing import Final

from alongside.interrupt.masks import code_signs as signs_of
from alongside.interrupt.masks.code_signs import (
    BACKTICK,
    BACKTICK_RAW,
    CHARACTER,
    DOUBLE,
    DOUBLE_DOUBLED,
    DOUBLE_LINES,
    DOUBLED,
    PATTERN,
    SINGLE,
    SINGLE_LINES,
    THREE_DOUBLE,
    THREE_RAW,
    THREE_SINGLE,
)

Pairs = tuple[tuple[bytes, bytes], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Comments and strings of a language, as regular expressions of bytes.

    `line` begin comments up to the line's end, `block` are pairs around longer ones, which hold each other
    where `nested`. `skipped` is code in which those signs mean nothing. `signs` are all bytes with which any
    of these begin: only there is anything tried. `documents` names the rule by which a string is for readers:
    at the start of a statement, or after a word such as `@doc`. Code begins behind the first `opens`.
    """

    id: str
    endings: str
    names: str = ""
    signs: bytes
    line: tuple[bytes, ...] = ()
    line_rest: bytes = rb"[^\n]*+"
    block: Pairs = ()
    nested: bool = False
    strings: tuple[bytes, ...] = (DOUBLE, SINGLE)
    skipped: tuple[bytes, ...] = ()
    documents: str = ""
    heredoc: bool = False
    opens: bytes = b""


_SLASHES = (rb"//",)
_STARS: Pairs = ((rb"/\*", rb"\*/"),)
_HASH = (rb"\#",)
_HASH_AFTER_SPACE = (rb"(?<![^\s;&|(])\#",)
_ROUND_STARS: Pairs = ((rb"\(\*(?!\))", rb"\*\)"),)

LANGUAGES: Final[tuple[Language, ...]] = (
    Language(
        id="python",
        endings="py,pyi,pyw,pyx,pxd,bzl,star,gyp,gypi",
        names="SConstruct,SConscript,wscript,BUILD,WORKSPACE,Tiltfile",
        signs=b"#\"'",
        line=_HASH,
        strings=(THREE_DOUBLE, THREE_SINGLE, DOUBLE, SINGLE),
        documents="statement",
    ),
    Language(
        id="javascript",
        endings="js,jsx,mjs,cjs,ts,tsx,mts,cts,es6",
        signs=b"\"'/`",
        line=_SLASHES,
        block=_STARS,
        strings=(DOUBLE, SINGLE, BACKTICK),
        skipped=(PATTERN,),
    ),
    Language(
        id="go",
        endings="go",
        signs=b"\"'/`",
        line=_SLASHES,
        block=_STARS,
        strings=(DOUBLE, CHARACTER, BACKTICK_RAW),
    ),
    Language(
        id="rust",
        endings="rs",
        signs=b"br\"'/",
        line=_SLASHES,
        block=_STARS,
        nested=True,
        strings=(*signs_of.RUST_RAW, DOUBLE_LINES, CHARACTER),
    ),
    Language(
        id="c",
        endings="c,h,cc,cpp,cxx,c++,hh,hpp,hxx,inl,ino,m,mm,cu,cuh,glsl,vert,frag,hlsl,metal,dts,dtsi,S,y,l,"
        "idl,proto,thrift,d,zig,sol,v,sv,svh,vala,as,hx,cairo",
        signs=b"uULR\"'/#",
        line=_SLASHES,
        block=_STARS,
        strings=(signs_of.C_RAW, DOUBLE, SINGLE),
        skipped=(signs_of.C_DIGITS, signs_of.C_INCLUDE),
    ),
    Language(
        id="java",
        endings="java,groovy,gradle,apex,bsh,gvy",
        names="Jenkinsfile",
        signs=b"\"'/",
        line=_SLASHES,
        block=_STARS,
        strings=(THREE_DOUBLE, THREE_SINGLE, DOUBLE, SINGLE),
    ),
    Language(
        id="c-sharp",
        endings="cs,csx",
        signs=b"$@\"'/",
        line=_SLASHES,
        block=_STARS,
        strings=(THREE_RAW, signs_of.C_SHARP_VERBATIM, DOUBLE, SINGLE),
    ),
    Language(
        id="kotlin",
        endings="kt,kts,scala,sc,sbt,swift",
        signs=b"\"'/`",
        line=_SLASHES,
        block=_STARS,
        nested=True,
        strings=(THREE_RAW, DOUBLE, CHARACTER, BACKTICK_RAW),
    ),
    Language(
        id="dart",
        endings="dart",
        signs=b"\"'/",
        line=_SLASHES,
        block=_STARS,
        nested=True,
        strings=(THREE_DOUBLE, THREE_SINGLE, DOUBLE, SINGLE),
    ),
    Language(
        id="ruby",
        endings="rb,rake,gemspec,ru,podspec,cr,builder,jbuilder",
        names="Rakefile,Gemfile,Vagrantfile,Podfile,Brewfile,Guardfile,Fastfile",
        signs=b"#=\"'`/?%<",
        line=_HASH,
        block=((rb"^=begin\b", rb"^=end\b"),),
        strings=(DOUBLE_LINES, SINGLE_LINES, BACKTICK),
        skipped=(PATTERN, signs_of.RUBY_CHARACTER, signs_of.RUBY_WORDS),
        heredoc=True,
    ),
    Language(
        id="php",
        endings="php,phtml,php5,inc",
        signs=b"#/\"'`?<",
        line=(rb"//", rb"\#(?!\[)"),
        line_rest=signs_of.PHP_LINE,
        block=_STARS,
        strings=(DOUBLE_LINES, SINGLE_LINES, BACKTICK),
        skipped=(signs_of.PHP_OUTSIDE,),
        heredoc=True,
        opens=b"<?",
    ),
    Language(
        id="perl",
        endings="pl,pm,t,psgi,plx",
        names="cpanfile",
        signs=b"#=\"'$/{(<",
        line=(rb"(?<![^\s;{}(),])\#",),
        block=((rb"^=[A-Za-z]", rb"^=cut\b[^\n]*"),),
        strings=(DOUBLE_LINES, SINGLE_LINES),
        skipped=(
            signs_of.PERL_VARIABLE,
            signs_of.PERL_PACKAGE,
            signs_of.PERL_PATTERN,
            signs_of.PERL_WORDS,
        ),
        heredoc=True,
    ),
    Language(
        id="shell",
        endings="sh,bash,zsh,ksh,dash,bats,fish,ebuild,profile,bashrc,zshrc",
        names="PKGBUILD,APKBUILD,.bashrc,.profile,.zshrc,.bash_profile,configure.ac",
        signs=b"#\"'\\$<",
        line=_HASH_AFTER_SPACE,
        strings=(DOUBLE_LINES, signs_of.SINGLE_RAW),
        skipped=(rb"\\.", rb"\$\{\#", signs_of.SHELL_ESCAPED),
        heredoc=True,
    ),
    Language(
        id="powershell",
        endings="ps1,psm1,psd1",
        signs=b"#<@\"'`",
        line=_HASH,
        block=((rb"<\#", rb"\#>"),),
        strings=(*signs_of.POWERSHELL_HERE, signs_of.POWERSHELL_DOUBLE, DOUBLED),
        skipped=(rb"`.",),
    ),
    Language(id="css", endings="css,pcss", signs=b"\"'/u", block=_STARS, skipped=(signs_of.URL_VALUE,)),
    Language(
        id="scss",
        endings="scss,sass,less,styl",
        signs=b"\"'/u",
        line=_SLASHES,
        block=_STARS,
        skipped=(signs_of.URL_VALUE, rb"(?<=:)//"),
    ),
    Language(
        id="sql",
        endings="sql,ddl,dml,psql,pgsql,plsql,hql",
        signs=b"-/\"'`",
        line=(rb"--",),
        block=_STARS,
        strings=(DOUBLED,),
        skipped=(DOUBLE_DOUBLED, BACKTICK_RAW),
    ),
    Language(
        id="lua",
        endings="lua,luau,nse",
        signs=b"-[\"'",
        line=(rb"--(?!\[=*\[)",),
        block=((rb"--\[\[", rb"\]\]"), (rb"--\[=\[", rb"\]=\]"), (rb"--\[==\[", rb"\]==\]")),
        strings=(signs_of.LUA_LONG, DOUBLE, SINGLE),
    ),
    Language(
        id="r",
        endings="r,Rprofile",
        signs=b"#\"'`",
        line=_HASH,
        strings=(DOUBLE_LINES, SINGLE_LINES, BACKTICK_RAW),
    ),
    Language(
        id="julia",
        endings="jl",
        signs=b"#\"'`",
        line=(rb"\#(?!=)",),
        block=((rb"\#=", rb"=\#"),),
        nested=True,
        strings=(THREE_DOUBLE, DOUBLE_LINES, CHARACTER, BACKTICK),
        documents="statement",
    ),
    Language(
        id="haskell",
        endings="hs,lhs,hsc,elm,purs,agda,idr",
        signs=b"-{\"'",
        line=(rb"--+(?![!#$%&*+./<=>?@\\^|~:])",),
        block=((rb"\{-(?!\#)", rb"-\}"),),
        nested=True,
        strings=(DOUBLE_LINES, rb"(?<![A-Za-z0-9_'])" + CHARACTER),
        skipped=(signs_of.HASKELL_PRAGMA,),
    ),
    Language(
        id="elixir",
        endings="ex,exs,eex,heex",
        signs=b"#?\"'",
        line=_HASH,
        strings=(THREE_DOUBLE, THREE_SINGLE, DOUBLE_LINES, SINGLE_LINES),
        skipped=(rb"\?[\"'#\\]",),
        documents="attribute",
    ),
    Language(
        id="lisp",
        endings="lisp,lsp,cl,el,scm,ss,rkt,clj,cljs,cljc,edn,fnl",
        signs=b';#?\\"',
        line=(rb";",),
        block=((rb"\#\|", rb"\|\#"),),
        strings=(DOUBLE_LINES,),
        skipped=(rb"\\.", rb"\?[\";]"),
    ),
    Language(
        id="erlang",
        endings="erl,hrl,escript",
        signs=b"%$\"'",
        line=(rb"%",),
        strings=(DOUBLE_LINES, SINGLE),
        skipped=(rb"\$\\?.",),
    ),
    Language(
        id="matlab", endings="mat,mlx,octave,oct", signs=b'%#"', line=(rb"%", rb"\#"), strings=(DOUBLE,)
    ),
    Language(
        id="ocaml",
        endings="ml,mli,mll,mly,sml",
        signs=b"(\"'",
        block=_ROUND_STARS,
        nested=True,
        strings=(DOUBLE_LINES, CHARACTER),
    ),
    Language(
        id="f-sharp",
        endings="fs,fsi,fsx",
        signs=b"/(\"'",
        line=_SLASHES,
        block=_ROUND_STARS,
        nested=True,
        strings=(THREE_RAW, DOUBLE_LINES, CHARACTER),
    ),
    Language(
        id="pascal",
        endings="pas,pp,dpr,lpr",
        signs=b"/{('",
        line=_SLASHES,
        block=((rb"\{(?!\$)", rb"\}"), (rb"\(\*", rb"\*\)")),
        strings=(signs_of.DOUBLED_LINE,),
    ),
    Language(
        id="ada", endings="adb,ads,vhd,vhdl", signs=b"-\"'", line=(rb"--",), strings=(DOUBLE, CHARACTER)
    ),
    Language(id="fortran", endings="f90,f95,f03,f08", signs=b"!\"'", line=(rb"!",)),
    Language(id="basic", endings="vb,vbs,bas", signs=b"'\"", line=(rb"'",), strings=(rb'"[^"\n]*+"?',)),
    Language(
        id="tcl",
        endings="tcl,exp",
        signs=b'#"\\',
        line=_HASH_AFTER_SPACE,
        strings=(DOUBLE_LINES,),
        skipped=(rb"\\.",),
    ),
    Language(
        id="vim",
        endings="vim,vimrc",
        names=".vimrc",
        signs=b"\"'",
        line=(rb'(?<![^\s])"(?=[ \t#])',),
        strings=(rb"'[^'\n]*+'?",),
    ),
    Language(
        id="hash",
        endings="mk,mak,cmake,nim,nims,awk,jq,gd,coffee,graphql,gql,conf,cfg,nix,tf,tfvars,hcl,desktop,"
        "service,rego,bb,ninja,am,dockerfile",
        names="Makefile,makefile,GNUmakefile,Dockerfile,Containerfile,Justfile,justfile,Kconfig,meson.build,"
        "CMakeLists.txt,Makefile.am,.gitignore,.gitattributes,.dockerignore,.editorconfig,Caddyfile",
        signs=b'#/"\\',
        line=_HASH_AFTER_SPACE,
        block=((rb"(?<![^\s])/\*", rb"\*/"),),
        strings=(THREE_DOUBLE, DOUBLE),
        skipped=(rb"\\.",),
    ),
    Language(
        id="ini",
        endings="ini,properties,inf,reg",
        names=".gitconfig,.npmrc,.pylintrc",
        signs=b';#!"',
        line=(rb"(?<![^\s])[;\#]", rb"^!"),
        strings=(DOUBLE,),
    ),
    Language(id="unknown", endings="", signs=b"#/\"'", line=(rb"(?<![^\s;{}])(?://|\#)",), block=_STARS),
)
"""In the order in which an ending is looked up; the last stands in for languages that nobody named."""

"""Door: scenes to print or to draw, for two people or twenty-four."""

from typing import TYPE_CHECKING

import click

from alongside.core.terminal import data_option
from alongside.practise.cli_scene import read_shelf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alongside.practise.group import GroupPlan
    from alongside.practise.sheet import Sheet

PEOPLE = click.option("--people", type=int, default=8, show_default=True, metavar="N", help="How many come.")
MINUTES = click.option(
    "--minutes", type=int, default=90, show_default=True, metavar="N", help="How long it takes, 60 to 180."
)
_FORMAT = click.option(
    "--format",
    "as_format",
    type=click.Choice(["md", "html"]),
    default="md",
    help="How to write it; md unless you say.",
)


@click.command()
@click.argument("id")
@click.option("--people", type=int, default=3, show_default=True, metavar="N", help="How many play.")
@click.option("--no-chair", is_flag=True, help="Somebody plays the person concerned; no empty chair.")
@click.option("--power", metavar="NAME", help="In this power setting.")
@click.option("--cast", type=click.IntRange(1), metavar="N", help="With these names, from 1.")
@click.option("--variant", metavar="NAME", help="In this variant.")
@_FORMAT
@data_option
def roleplay(  # noqa: PLR0917  # click passes options by name
    id: str,
    people: int,
    no_chair: bool,
    power: str | None,
    cast: int | None,
    variant: str | None,
    as_format: str,
) -> None:
    """A scene to play with 2, 3 or 4 people, for A4 or Letter."""
    from alongside.practise import roleplay as plays
    from alongside.practise.finding_scenes import the_scene
    from alongside.practise.walk import start

    found = the_scene(read_shelf(), id)
    setting = start(found, power=power, cast=None if cast is None else cast - 1, variant=variant).setting
    play = plays.roleplay(found, people=people, setting=setting, empty_chair=not no_chair)
    _write(plays.as_sheet(play), as_format)


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@PEOPLE
@MINUTES
@_FORMAT
@data_option
def group(ids: tuple[str, ...], people: int, minutes: int, as_format: str) -> None:
    """A session of 90 minutes for 4 to 24 people. One of them leads 3 to 5 scenes, without devices."""
    from alongside.practise.group import as_sheet

    _write(as_sheet(planned(ids, people=people, minutes=minutes)), as_format)


def planned(ids: "Sequence[str]", *, people: int, minutes: int) -> "GroupPlan":
    """The session of these scenes, or of some that we choose."""
    from alongside.practise.finding_scenes import the_scene
    from alongside.practise.group import pick_scenes, plan_group

    shelf = read_shelf()
    scenes = tuple(the_scene(shelf, each) for each in ids) or pick_scenes(shelf.scenes)
    return plan_group(scenes, people=people, minutes=minutes)


@click.command("map")
@click.argument("id")
@data_option
def scene_map(id: str) -> None:
    """The graph of a scene as SVG; its description says every step in words."""
    from alongside.practise.finding_scenes import the_scene
    from alongside.practise.map import draw

    click.echo(draw(the_scene(read_shelf(), id)))


def _write(sheet: "Sheet", as_format: str) -> None:
    click.echo(sheet.html() if as_format == "html" else sheet.markdown(), nl=False)

"""For every rule an edit of the example that it lets pass, near its border, and one that it alone refuses."""

from tests.practise.builders import Edits

Q = "\n[nodes.debrief]"
ATTIC = '[nodes.attic]\ntext = "You go upstairs."\naffected = "I wait."\nto = "debrief"\n' + Q
RINGS = (
    '[nodes.ring-a]\ntext = "You talk it over."\naffected = "I wait."\nto = "ring-b"\n'
    '[nodes.ring-b]\ntext = "You talk it over."\naffected = "I wait."\nto = "ring-a"\n' + Q
)
LEAVE_IT = 'strategy = ["none"], to = "debrief", effects = { supported = -1 } }'
THINK = '  {{ id = "think-{n}", say = "(think it over)", strategy = ["delay"], to = "{to}" }},\n'
THREE = '[nodes.{n}]\ntext = "It goes on."\naffected = "I wait."\nto = "{to}"\n'
HAND_BACK = "effects = { supported = 2, agency = 1 } }"
ASK = "effects = { supported = 1, agency = 2 } }"
DO_IT = 'strategy = ["amplify"], to = "floor", effects = { supported = 2 } }'
FIX = 'strategy = ["document", "amplify"], to = "debrief", effects = { supported = 2 } }'
DROP = 'to = "quiet", effects = { supported = -1 } }'
COME_BACK = 'to = "debrief", effects = { supported = 1, agency = 1 } }'
FLOOR = 'nobody made me the topic."\nto = "debrief"'
KOFI = '{ name = "Kofi", they = "he", them = "him", their = "his" }'
KOFI_THEY = '{ name = "Kofi", they = "they", them = "them", their = "their" }'
OFFERS = "Two weeks on, {owner} offers no idea."
RED = "{speaker} goes red and argues about dates."
MENDED = "I was heard the second time."
SECOND = "{owner} asks for one thing: the name on the task. You change it, and {speaker} agrees."
TOPIC = 'topic = "credit taken"'
CUE = "someone's idea comes back under another name"
VARIANT = '\n[[variants]]\nid = "{id}"\nground = "age"\nthing = "caching"\n'
CACHING = "On Monday {owner}'s caching idea"
IN_START = 'to = "floor", effects = { supported = 2, agency = 1 } },\n'


def loops(count: int, *, to: str) -> str:
    return "".join(THINK.format(n=f"{to}-{n}", to=to) for n in range(count))


PONDER = loops(1, to="asked").rstrip(",\n").replace("think", "ponder")


def more_at_start(count: int) -> Edits:
    return ((IN_START, IN_START + loops(count, to="floor")),)


def chain(names: str) -> Edits:
    """Nodes between floor and debrief."""
    nodes = "".join(THREE.format(n=a, to=b) for a, b in zip(names, [*names[1:], "debrief"], strict=True))
    return ((FLOOR, FLOOR.replace("debrief", names[0])), (Q, nodes + Q))


def without_effects(*ends: str) -> Edits:
    return tuple((end, end.split(", effects")[0] + " }") for end in ends)


PASSING: dict[str, Edits] = {
    "reachable": ((Q, ATTIC), (FLOOR, FLOOR.replace("debrief", "attic"))),
    "ends": ((LEAVE_IT, LEAVE_IT.replace("debrief", "quiet")),),
    "affected-line": ((FLOOR, FLOOR.replace("nobody", "no one")),),
    "asks": (('ask = "And now?"', 'ask = "And?"'),),
    "two-ways": ((HAND_BACK, "effects = { agency = 1 } }"),),
    "silence-can-repair": without_effects(FIX, DROP),
    "repair-in-reach": ((COME_BACK, 'to = "debrief", effects = { agency = 1 } }'),),
    "choices-2-to-5": more_at_start(1),
    "short-paths": ((DROP, DROP + ",\n" + loops(3, to="notes").rstrip(",\n")),),
    "nodes-5-to-10": chain("ab"),
    "another-way": (('["hand-back", "ask", "fix-record"]', '["hand-back", "ask"]'),),
    "two-powers": (('affected = "on probation"', 'affected = "new here"'),),
    "two-names": ((KOFI, KOFI.replace("Kofi", "Kwame")),),
    "names-distinct": ((KOFI, f"{KOFI}, {KOFI.replace('Kofi', 'Ade')}"),),
    "placeholders": ((OFFERS, "{owner.Their} ideas? {power.Affected}, {owner.they} kept still."),),
    "variants": (
        (Q, VARIANT.format(id="one") + VARIANT.format(id="two") + Q),
        (CACHING, CACHING.replace("caching", "{thing}")),
    ),
    "verbs-agree": ((KOFI, KOFI_THEY), (OFFERS, "Two weeks on, {owner.they} kept still, {owner} too.")),
    "plain-if-then": ((CUE, "an idea returns under a new name"),),
    "no-shaming": ((RED, "{speaker} goes red, ashamed of the rush, and argues about dates."),),
    "no-marks": ((RED, "{speaker} points at the dates and argues.",),),
    "no-tearful-thanks": ((MENDED, "Thanks. I was heard."),),
    "no-teaching": ((MENDED, "You understood me."),),
    "text-length": ((SECOND, "I go on. " * 20),),
    "reading-ease": ((SECOND, "{owner} asks for accountability."),),
    "sources-exist": (('"racial-microaggressions-everyday-life"', '"disarming-racial-microaggressions"'),),
    "cards-exist": ((TOPIC, f'{TOPIC}\ncards = ["a-strike-1888"]'),),
    "review-honest": (('review = "unreviewed"', 'review = "unreviewed"\nalias = ["credit-0"]'),),
}  # fmt: skip

FAILING: dict[str, Edits] = {
    "reachable": ((Q, ATTIC),),
    "ends": ((Q, RINGS), (LEAVE_IT, LEAVE_IT.replace("debrief", "ring-a"))),
    "affected-line": (('affected = "I was asked before anybody acted."\n', ""),),
    "asks": (('ask = "And now?"\n', ""),),
    "two-ways": (
        *without_effects(DO_IT),
        (HAND_BACK, "effects = { agency = 1 } }"),
        (ASK, "effects = { agency = 2 } }"),
    ),
    "silence-can-repair": without_effects(FIX, DROP, COME_BACK, LEAVE_IT),
    "repair-in-reach": without_effects(COME_BACK),
    "choices-2-to-5": more_at_start(2),
    "short-paths": (
        (IN_START, IN_START + loops(1, to="start")),
        (DROP, DROP + ",\n" + loops(2, to="notes") + PONDER),
        (DO_IT, DO_IT + ",\n" + loops(3, to="asked").rstrip(",\n")),
        (COME_BACK, COME_BACK + ",\n" + loops(3, to="quiet").rstrip(",\n")),
    ),
    "nodes-5-to-10": chain("abc"),
    "another-way": (('["hand-back", "ask", "fix-record"]', '["hand-back", "fixrecord"]'),),
    "two-powers": ((', { id = "steep", speaker = "the team lead", affected = "on probation" }', ""),),
    "two-names": ((f", {KOFI}", ""),),
    "names-distinct": ((KOFI, KOFI.replace("Kofi", "Tom")),),
    "placeholders": ((OFFERS, "Two weeks on, {ownr} offers no idea."),),
    "variants": ((Q, VARIANT.format(id="one") + Q), (CACHING, CACHING.replace("caching", "{thing}"))),
    "verbs-agree": ((KOFI, KOFI_THEY), (OFFERS, "Two weeks on, {owner.they} offers no idea.")),
    "plain-if-then": ((CUE, "{owner} is passed over"),),
    "no-shaming": ((RED, "{speaker}, you should be ashamed. Dates are argued about."),),
    "no-marks": ((RED, "{speaker} is right 50% of the time, and argues about dates."),),
    "no-tearful-thanks": ((MENDED, "Thank you so much. I was heard."),),
    "no-teaching": ((MENDED, "You need to understand how that is."),),
    "text-length": ((SECOND, "I go on. " * 21),),
    "reading-ease": (
        (SECOND, "Organisational accountability necessitates immediate interdisciplinary reconsideration of"
                 " institutional attribution procedures, considerable infrastructural complications aside."),
    ),
    "sources-exist": (('"racial-microaggressions-everyday-life"', '"a-book-nobody-has"'),),
    "cards-exist": ((TOPIC, f'{TOPIC}\ncards = ["a-strike-1888", "a-strike-nobody-held"]'),),
    "review-honest": (('review = "unreviewed"', 'review = "reviewed"'),),
}  # fmt: skip

"""What a visit shows: findings of axe, what the console said, what was fetched, sizes on the screen."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, ViewportSize

AXE = (Path(__file__).parent / "vendor/axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SMALL: ViewportSize = {"width": 320, "height": 256}
TARGET = 44
"""Least side of a target in CSS pixels (WCAG 2.2, 2.5.5)."""

SEEN_RULES = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]
"""Rules of axe whose answer hangs on colours and on the window; the others read the same elements twice."""

RUN_AXE = """async (only) => {
  const found = await axe.run(document, {runOnly: only, resultTypes: ["violations"]});
  return found.violations.flatMap((rule) => rule.nodes.map((node) => [rule.id, node.target.join(" "),
    node.failureSummary]));
}"""

LARGE_TEXT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`html { font-size: 200% !important }
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
"""Twice the text, and the spacing of WCAG 1.4.12; set through the object model, which the CSP allows."""

TOO_WIDE = """() => {
  const wide = document.documentElement.scrollWidth;
  const room = document.documentElement.clientWidth;
  if (wide <= room) return [];
  const sticking = [...document.querySelectorAll("body *")].filter((element) => {
    const box = element.getBoundingClientRect();
    return (box.right > room + 1 || box.left < -1) && !element.closest(".table-region, .skip");
  });
  return [`${wide} > ${room}`, ...sticking.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))];
}"""

TOO_SMALL = """(least) => {
  const sel = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]";
  const inText = (element) => {
    if (element.tagName !== "A" || getComputedStyle(element).display !== "inline") return false;
    const block = element.closest("p, li, dd, td, th, h1, h2, h3, cite");
    return block && block.textContent.trim().length > element.textContent.trim().length;
  };
  const box = (element) => {
    const boxes = [element, ...(element.labels || [])].map((each) => each.getBoundingClientRect());
    const own = boxes[0];
    if (element.type !== "radio" && element.type !== "checkbox") return own;
    return {width: Math.max(...boxes.map((b) => b.right)) - Math.min(...boxes.map((b) => b.left)),
      height: Math.max(...boxes.map((b) => b.height))};
  };
  return [...document.querySelectorAll(sel)]
    .filter((element) => element.checkVisibility() && !element.closest(".skip") && !inText(element))
    .filter((element) => { const b = box(element); return b.width < least - .5 || b.height < least - .5; })
    .map((element) => `${Math.round(box(element).width)}x${Math.round(box(element).height)} `
      + element.outerHTML.slice(0, 140));
}"""

MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  return style.transitionDuration.split(",").some((each) => parseFloat(each) > 0)
    || (style.animationName !== "none" && parseFloat(style.animationDuration) > 0)
    || style.scrollBehavior === "smooth";
}).map((element) => element.outerHTML.slice(0, 80))"""
"""What would move, if it had reason to."""


UNTRANSLATED = """() => [...document.querySelectorAll("body > header a, nav a, button")]
  .map((element) => element.textContent.trim())
  .filter((words) => /\\p{L}{3}/u.test(words) && !words.includes("["))"""
"""What is said past the catalogues, in a window that speaks the made-up language of `pseudo`."""


@dataclass(slots=True)
class Seen:
    """What a page said on its console and what it asked for, from the moment of watching."""

    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    bytes: dict[str, int] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    def strangers(self, address: str) -> list[str]:
        """Addresses asked that are not our own."""
        return [each for each in self.asked if urlsplit(each).netloc != urlsplit(address).netloc]

    def total(self, kind: str = "") -> int:
        """Bytes that came over the line, of one kind of resource or all."""
        return sum(size for asked, size in self.bytes.items() if kind in {"", self.kinds.get(asked)})


def watch(page: Page) -> Seen:
    """Begin to note what the page says and fetches; nothing comes from the browser's cache."""
    seen = Seen()
    page.on("console", lambda message: seen.said.append(message.text))
    page.on("pageerror", lambda error: seen.said.append(str(error)))
    page.on("request", lambda request: seen.asked.append(request.url))
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})

    def began(event: dict[str, Any]) -> None:
        seen.kinds[event["requestId"]] = event["type"]

    def ended(event: dict[str, Any]) -> None:
        seen.bytes[event["requestId"]] = int(event["encodedDataLength"])

    line.on("Network.responseReceived", began)
    line.on("Network.loadingFinished", ended)
    return seen


def violations(page: Page, *, again: bool = False) -> list[list[str]]:
    """What axe finds against WCAG 2.2 AA: rule, element, what to do; `again` for other colours and widths."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE)
    found: list[list[str]] = page.evaluate(RUN_AXE, SEEN_RULES if again else TAGS)
    return found


def wrong_on(page: Page, *, axe: bool = True) -> dict[str, object]:
    """Everything that is wrong on the page, so that one visit tells it all.

    Without `axe` only what the direction can change is looked at: targets, and what does not fit.
    """
    found: dict[str, object] = {"moving": page.evaluate(MOVING)}
    if axe:
        found["axe, wide and light"] = violations(page)
    page.set_viewport_size(SMALL)
    page.emulate_media(color_scheme="dark")
    if axe:
        found["axe, small and dark"] = violations(page, again=True)
    found["targets, small"] = page.evaluate(TOO_SMALL, TARGET)
    found["too wide, small"] = page.evaluate(TOO_WIDE)
    page.evaluate(LARGE_TEXT)
    found["too wide, large text"] = page.evaluate(TOO_WIDE)
    return {name: each for name, each in found.items() if each}

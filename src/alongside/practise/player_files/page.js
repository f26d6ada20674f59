// Alongside, Apache-2.0. Plays the scene that lies beside it. Where somebody stands is held in this page alone: not in
// the address, the history or any store, so that nobody who opens the browser later finds it.

const scene = JSON.parse(document.getElementById("scene").textContent);
const say = scene.labels;
const whole = document.getElementById("whole");
const play = document.getElementById("play");
const at = { power: 0, variant: 0, cast: 0 };
let choices = [];
let own = false;
let words = null;

const make = (tag, attributes, ...inside) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...inside.filter((each) => each));
  return made;
};
const paragraph = (text, kind = "") => text && make("p", kind && { class: kind }, text);
const list = (lines) => make("ul", {}, ...lines.map((line) => make("li", {}, line)));
const button = (label, kind, deed) => {
  const made = make("button", { type: "button", class: kind }, label);
  made.addEventListener("click", deed);
  return made;
};
const row = (...buttons) => make("p", { class: "row" }, ...buttons.filter((each) => each));
const opened = (label, ...inside) => make("details", {}, make("summary", {}, label), ...inside);

/** Show a view; its heading takes the focus, so that a keyboard and a screen reader go on from there. */
const turn = (where, heading, ...inside) => {
  whole.hidden = true;
  play.hidden = false;
  const title = make("h1", { tabindex: "-1" }, heading);
  play.replaceChildren(...[where && paragraph(where, "where"), title, ...inside].filter((each) => each));
  if (document.body.dataset.begun) title.focus();
  document.body.dataset.begun = "yes";
};

const unreviewed = () => scene.unreviewed && paragraph(scene.unreviewed, "notice");
const leave = (label = say.leave) => button(label, "quiet", () => turn("", say.left, paragraph(say.left_line),
  row(button(say.again, "main", note))));
const back = () => choices.length > 0 && button(say.back, "quiet", () => go(choices.slice(0, -1)));
const go = (next) => {
  [choices, words] = [next, null];
  moment();
};
const again = (label, part) => button(label, "quiet", () => {
  if (part) at[part] = (at[part] + 1) % scene[part].length;
  note();
});

const note = () => {
  choices = [];
  const begin = head(scene, at);
  const lead = paragraph(begin.note, "lead");
  const standing = paragraph(begin.standing);
  const box = make("input", { type: "checkbox", id: "own", autocomplete: "off", "aria-describedby": "own-hint" });
  box.checked = own;
  box.addEventListener("change", () => { own = box.checked; });
  turn(scene.where, begin.title, lead, standing, ...scene.told.map((line) => paragraph(line)),
    make("div", { class: "check" }, box, make("label", { for: "own" }, say.own),
      make("p", { class: "hint", id: "own-hint" }, say.own_hint)),
    row(button(say.begin, "main", () => go([])), leave()), setting(lead, standing),
    row(button(say.whole, "quiet", read)), unreviewed());
};

/** The ways to make it another scene; what is chosen shows above at once. */
const setting = (lead, standing) => {
  const change = (part, n) => {
    at[part] = n;
    const now = head(scene, at);
    [play.querySelector("h1").textContent, lead.textContent, standing.textContent] = [now.title, now.note, now.standing];
    play.querySelectorAll(".power label").forEach((label, place) => { label.textContent = standingIn(place); });
  };
  const many = (part) => scene[part].length > 1;
  const picks = [many("power") && powers(change), ...["variant", "cast"].filter(many).map((part) => pick(part, change))];
  return picks.some(Boolean) && opened(say.setting, ...picks);
};

const standingIn = (power) => head(scene, { ...at, power }).standing;

const powers = (change) => make("fieldset", { class: "power" }, make("legend", {}, say.power), ...scene.power.map((_each, n) => {
  const box = make("input", { type: "radio", name: "power", id: `power-${n}`, autocomplete: "off" });
  box.checked = n === at.power;
  box.addEventListener("change", () => change("power", n));
  return make("div", { class: "check" }, box, make("label", { for: box.id }, standingIn(n)));
}));

const pick = (part, change) => {
  const made = make("select", { id: part, autocomplete: "off" }, ...scene[part].map((each) => make("option", {}, each.label)));
  made.selectedIndex = at[part];
  made.addEventListener("change", () => change(part, made.selectedIndex));
  return make("p", { class: "field" }, make("label", { for: part }, say[part]), made);
};

const followed = (shown) => [
  shown.chosen && make("div", { class: "said" }, make("p", {}, make("span", { class: "where" }, say.you), " ", shown.chosen),
    paragraph(shown.named, "soft")),
  ...shown.passages.flatMap((each) => [
    each.affected && make("blockquote", {}, paragraph(each.affected), make("cite", {}, shown.person)),
    paragraph(each.text),
  ]),
];

const moment = () => {
  const shown = show(scene, at, choices);
  if (shown.offers.length === 0) return end(shown);
  const title = head(scene, at);
  const where = choices.length ? title.title : title.standing;
  turn(where, choices.length ? say.followed : title.title, ...followed(shown), make("h2", {}, shown.ask),
    ...(own && words === null ? write() : offer(shown)), row(back(), leave()), unreviewed());
};

const write = () => {
  const area = make("textarea", { id: "words", rows: "3", autocomplete: "off", "aria-describedby": "words-hint" });
  return [
    make("p", { class: "field" }, make("label", { for: "words" }, say.own), make("span", { class: "hint", id: "words-hint" }, say.own_hint), area),
    row(button(say.listed, "main", () => { words = area.value.trim(); moment(); })),
  ];
};

const offer = (shown) => [
  words && make("div", { class: "said" }, paragraph(say.own_words, "where"), paragraph(words), paragraph(say.compare, "soft"), list(scene.questions)),
  make("ul", { class: "ways", role: "list" }, ...shown.offers.map((each) =>
    make("li", {}, button(each.say, "way", () => go([...choices, each.id]))))),
];

const end = (shown) => {
  const said = feedback(scene, at, choices);
  // Without a word about the way: whoever listens learns that an end was reached and nothing else.
  document.dispatchEvent(new CustomEvent("alongside-end"));
  // What it was like for the person stands in what followed already.
  const others = said ? said.parts.filter((each) => each.heading !== scene.said.parts[0]) : [];
  const plan = others.pop();
  const part = (each, lines) => [make("h2", {}, each.heading), ...lines.map((line) => paragraph(line))];
  turn(head(scene, at).title, say.followed, ...followed(shown),
    ...others.flatMap((each) => part(each, each.lines)),
    said?.ways.length && opened(say.ways, list(said.ways)),
    ...(plan ? [make("div", { class: "plan" }, make("h2", {}, plan.heading), paragraph(plan.lines[0], "next"))] : []),
    make("h2", {}, say.stay), row(back(), again(say.again), scene.power.length > 1 && again(say.again_power, "power"),
      scene.cast.length > 1 && again(say.again_cast, "cast"), scene.variant.length > 1 && again(say.again_variant, "variant")),
    row(leave(say.done)), unreviewed());
};

const read = () => {
  play.hidden = true;
  whole.hidden = false;
  if (!document.getElementById("play-it")) {
    const way = button(say.play, "quiet", note);
    way.id = "play-it";
    whole.prepend(way);
  }
  whole.querySelector("h1").focus();
};

note();

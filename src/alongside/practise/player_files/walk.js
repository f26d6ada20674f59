// Alongside, Apache-2.0. The walk through a scene and its words, by the rules of walk.py, render.py and feedback.py;
// a test holds the two against each other. `at` names a setting: places in scene.power, scene.cast, scene.variant.

const wordsOf = (scene, at) =>
  new Map(["power", "variant", "cast"].flatMap((part) => Object.entries(scene[part][at[part]].words)));

const fill = (text, words) =>
  text.replace(/\{([^{}]*)\}/g, (_whole, key) => words.get(key) ?? key).replace(/[{}]/g, "");

const told = (text, values) => text.replace(/%\((\w+)\)s/g, (_whole, key) => values[key]);

const begun = (text) => {
  const [first = "", ...rest] = text;
  return first.toUpperCase() + rest.join("");
};

/** What comes before the first choice: title, content note, and who is what to whom. */
const head = (scene, at) => {
  const words = wordsOf(scene, at);
  const standing = scene.power[at.power].standing.map((line) => begun(fill(line, words)));
  return { title: fill(scene.title, words), note: fill(scene.note, words), standing: standing.join(" ") };
};

/** Where these choices lead: the nodes passed since the last one, the four totals, and what each choice gave. */
const walk = (scene, at, choices) => {
  const moves = scene.moves[scene.power[at.power].id];
  const within = (total) => Math.max(-scene.bound, Math.min(scene.bound, total));
  let [passed, totals] = [scene.opening, [0, 0, 0, 0]];
  const made = choices.map((id) => {
    const node = scene.nodes[passed.at(-1)];
    const move = moves[passed.at(-1)][id];
    [passed, totals] = [move.passed, totals.map((total, n) => within(total + move.effects[n]))];
    return { ...node.choices.find((choice) => choice.id === id), gave: move.effects[0] + move.effects[1] };
  });
  return { passed, totals, made };
};

/** What there is to read at this point. */
const show = (scene, at, choices) => {
  const words = wordsOf(scene, at);
  const power = scene.power[at.power].id;
  const { passed, made } = walk(scene, at, choices);
  const node = scene.nodes[passed.at(-1)];
  return {
    chosen: fill(made.at(-1)?.say ?? "", words),
    named: made.at(-1)?.named ?? "",
    person: words.get(scene.person) ?? "",
    passages: passed.map((name) => ({
      text: fill(scene.nodes[name].power_text[power] ?? scene.nodes[name].text, words),
      affected: fill(scene.nodes[name].affected, words),
    })),
    ask: fill(node.ask, words),
    offers: node.choices.map((choice) => ({ id: choice.id, say: fill(choice.say, words) })),
  };
};

/** What is said at the end: its parts in their order, without the empty ones, and what else could be said. */
const feedback = (scene, at, choices) => {
  const words = wordsOf(scene, at);
  const { passed, totals, made } = walk(scene, at, choices);
  const { end } = scene.nodes[passed.at(-1)];
  if (!end) return null;
  const [, , relation, risk] = totals;
  const { parts, cost, done, stayed } = scene.said;
  const lines = passed.map((name) => fill(scene.nodes[name].affected, words)).filter(Boolean);
  const most = made.reduce((best, each) => (each.gave > (best?.gave ?? 0) ? each : best), null);
  const others = end.ways.filter((way) => made.every((choice) => choice.id !== way.id));
  return {
    parts: [
      lines,
      [fill(cost[Number(relation < 0)][Number(risk > 0)], words)].filter(Boolean),
      [most ? told(done, { say: fill(most.say, words), meanings: most.meanings }) : stayed],
      [fill(end.consider, words)],
      [end.plan],
    ].map((said, n) => ({ heading: parts[n], lines: said })).filter((part) => part.lines.length),
    ways: others.map((way) => fill(way.say, words)),
  };
};

// The browser's Back goes back one step of a scene. Each step has an entry of its own in the history of this window,
// under the same address: an entry holds the number of the step, never what was chosen. Going back presses the same
// button that stands on the page; before the first step the page itself is asked for again.
const region = () => document.querySelector("[data-step]");
const here = () => Number(region()?.dataset.step ?? 0);
const marked = () => history.state?.step ?? 0;
// Where in the history an entry really stands, if the browser tells: a page asked for again in the very moment a step
// is added may come back with the number of one entry on the place of another, and counting would lead out of the scene.
const place = () => globalThis.navigation?.currentEntry?.index;
let step = here(), wanted = null, skip = false;
const note = history.state?.note ?? place() - marked(); // the place of step 0; no number if the browser does not tell

function move(by) {
  if (!by) return;
  skip = true;
  history.go(by);
}

function backwards() {
  const button = wanted !== null && here() > wanted && document.querySelector("[data-step] [name=go][value=back]");
  if (button) button.click();
  else if (wanted === 0 && here() > 0) location.reload();
  else wanted = null;
}

addEventListener("popstate", () => {
  if (skip) {
    skip = false;
    return;
  }
  if (marked() > here()) move(here() - marked()); // forward: the choice is gone, so stay here
  else if (marked() < here()) {
    const busy = wanted !== null;
    wanted = marked();
    if (!busy) backwards();
  }
});

document.addEventListener("htmx:after:swap", () => {
  const before = step;
  step = here();
  if (wanted !== null) backwards();
  else if (step > before) history.pushState({step, note}, "");
  else if (step < before) move(step - before);
});

if (history.state?.step === undefined) history.replaceState({step, note}, "");
else move(Number.isInteger(note) ? note + step - place() : step - marked());

// Where the focus goes after a swap. Errors come first: their summary is focused, as it is on a full page.
// Otherwise htmx gives focus back by id; where the focused element is gone, focus would fall to the body, and
// somebody with a keyboard or a screen reader would start again at the top. It goes to the new heading instead.
document.addEventListener("htmx:after:swap", (event) => {
  const target = event.detail?.ctx?.target;
  const element = typeof target === "string" ? document.querySelector(target) : target;
  const region = element?.isConnected ? element : (element?.id && document.getElementById(element.id)) || document;
  const lost = !document.activeElement || document.activeElement === document.body;
  const heading = lost && (region.matches?.("[data-focus]") ? region : region.querySelector("[data-focus]"));
  (region.querySelector("[data-errors]") || heading || null)?.focus();
});

// A second press while a form is on its way is the same press. The mark goes when the answer is there, when the
// page comes back from the browser's memory, or after a while, so that nobody is locked out by a lost answer.
const ON_ITS_WAY_MS = 4000;
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, ON_ITS_WAY_MS);
}, true);
addEventListener("pageshow", () => document.querySelectorAll("[data-sent]").forEach((form) => delete form.dataset.sent));
document.addEventListener("htmx:after:swap", () => document.querySelectorAll("[data-sent]").forEach((form) => delete form.dataset.sent));

// After a swap htmx gives focus back by id. Where the focused element is gone, focus would fall to the body and
// a keyboard or screen reader user would start again at the top; here it goes to the heading of the new content.
document.addEventListener("htmx:after:swap", (event) => {
  const focused = document.activeElement;
  if (focused && focused !== document.body) return;
  const target = event.detail?.ctx?.target;
  const element = typeof target === "string" ? document.querySelector(target) : target;
  const region = element?.isConnected ? element : (element?.id && document.getElementById(element.id)) || document;
  const heading = region.matches?.("[data-focus]") ? region : region.querySelector("[data-focus]");
  heading?.focus();
});

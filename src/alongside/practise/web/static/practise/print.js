// A button beside the plain advice. Without a script the advice is enough: the browser's own menu prints the page.
for (const advice of document.querySelectorAll("[data-print]")) {
  const button = Object.assign(document.createElement("button"), {type: "button", className: "button plain", id: "print"});
  button.textContent = advice.dataset.print;
  button.addEventListener("click", () => print());
  advice.before(button);
}

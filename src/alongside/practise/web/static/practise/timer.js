// A clock beside the plain minutes, for whoever wants one. It says nothing aloud, makes no sound and sends nothing.
// It belongs to a part of the session and runs on while the screens of that part change.
const SECOND_MS = 1000;
let place = "", endsAt = 0, ticking = 0;

function show(timer) {
  const left = Math.max(0, Math.round((endsAt - Date.now()) / SECOND_MS));
  const words = left ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` : timer.dataset.over;
  timer.querySelector("output").textContent = endsAt ? words : "";
  timer.querySelector("button").textContent = endsAt ? timer.dataset.stop : timer.dataset.start;
}

function begin() {
  clearInterval(ticking);
  const timer = document.querySelector(".timer");
  if (!timer) return;
  if (timer.dataset.place !== place) [place, endsAt] = [timer.dataset.place, 0];
  if (!timer.querySelector("button")) {
    const button = Object.assign(document.createElement("button"), {type: "button", className: "button quiet", id: "clock"});
    const output = document.createElement("output");
    output.setAttribute("aria-live", "off");
    button.addEventListener("click", () => {
      endsAt = endsAt ? 0 : Date.now() + Number(timer.dataset.minutes) * 60 * SECOND_MS;
      show(timer);
    });
    timer.append(" ", output, " ", button);
  }
  show(timer);
  ticking = setInterval(() => show(timer), SECOND_MS);
}

begin();
document.addEventListener("htmx:after:swap", begin);

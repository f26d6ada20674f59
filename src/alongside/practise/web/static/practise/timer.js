// One clock for the whole session, beside the plain minutes. It runs on while the parts change, also over a reload: the
// moment it was started is kept for this window only, and nothing else is. It makes no sound and sends nothing.
const SECOND_MS = 1000, KEY = "alongside-session-clock";
let ticking = 0;

const began = (timer) => {
  const [session, at] = (sessionStorage.getItem(KEY) ?? "").split("|");
  return session === timer.dataset.session ? Number(at) : 0;
};

function show(timer) {
  const at = began(timer);
  const gone = Math.max(0, Math.floor((Date.now() - at) / SECOND_MS));
  const time = `${Math.floor(gone / 60)}:${String(gone % 60).padStart(2, "0")}`;
  const is = gone >= timer.dataset.minutes * 60 ? timer.dataset.over : gone >= timer.dataset.until * 60 ? timer.dataset.next : "";
  const words = [timer.dataset.gone.replace("{time}", time), is].filter(Boolean).join(", ");
  timer.querySelector("output").textContent = at ? words : "";
  timer.querySelector("button").textContent = at ? timer.dataset.stop : timer.dataset.start;
}

function begin() {
  clearInterval(ticking);
  const timer = document.querySelector(".timer");
  if (!timer) return;
  if (!timer.querySelector("button")) {
    const button = Object.assign(document.createElement("button"), {type: "button", className: "button quiet", id: "clock"});
    const output = document.createElement("output");
    output.setAttribute("aria-live", "off");
    button.addEventListener("click", () => {
      if (began(timer)) sessionStorage.removeItem(KEY);
      else sessionStorage.setItem(KEY, `${timer.dataset.session}|${Date.now()}`);
      show(timer);
    });
    timer.append(" ", output, " ", button);
  }
  show(timer);
  ticking = setInterval(() => show(timer), SECOND_MS);
}

begin();
document.addEventListener("htmx:after:swap", begin);
document.querySelector("#leave")?.addEventListener("click", () => sessionStorage.removeItem(KEY));

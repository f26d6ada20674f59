// Alongside, Apache-2.0. Tells a learning system (SCORM 1.2) that the page was opened, for about how long, and whether
// an end was reached. It hears of nothing else: the page's only word to it, "alongside-end", carries no detail.
"use strict";
(() => {
  const MOST = 50; // windows inside windows; more is a ring
  const above = (window, left = MOST) => {
    try {
      if (window.API) return window.API;
      return left && window.parent && window.parent !== window ? above(window.parent, left - 1) : null;
    } catch {
      return null; // a window of somebody else's, closed to us
    }
  };
  const api = above(window) ?? (window.opener && above(window.opener));
  const began = performance.now();
  const told = (text) => { document.getElementById("told").textContent = document.getElementById("told").dataset[text]; };
  const ask = (name, ...values) => {
    try {
      return String(api[name](...values));
    } catch {
      return ""; // a faulty system must not stop the scene
    }
  };
  if (!api || ask("LMSInitialize", "") !== "true") return told("nobody");

  const ended = () => ["completed", "passed"].includes(ask("LMSGetValue", "cmi.core.lesson_status"));
  const status = (word) => {
    if (!ended()) ask("LMSSetValue", "cmi.core.lesson_status", word);
    time();
  };
  const time = () => {
    const minutes = Math.ceil((performance.now() - began) / 60000);
    const two = (number) => String(number).padStart(2, "0");
    ask("LMSSetValue", "cmi.core.session_time", `${two(Math.floor(minutes / 60)).padStart(4, "0")}:${two(minutes % 60)}:00`);
    if (ask("LMSCommit", "") !== "true") told("fails");
  };
  document.addEventListener("alongside-end", () => status("completed"));
  addEventListener("pagehide", () => {
    time();
    ask("LMSFinish", "");
  }, { once: true });
  status("incomplete");
})();

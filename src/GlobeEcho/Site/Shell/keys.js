// Keys for readers who like them. The page is whole without this file.
(() => {
  "use strict";
  const help = document.getElementById("keys");
  const state = document.getElementById("keys-state");
  const button = document.getElementById("keys-switch");
  const stored = "globe-echo-keys";
  let on = true;
  try { on = localStorage.getItem(stored) !== "off"; } catch { on = true; }

  const show = () => {
    state.textContent = on ? "Keys are on." : "Keys are off.";
    button.textContent = on ? "Turn keys off" : "Turn keys on";
    button.hidden = false;
  };
  button.addEventListener("click", () => {
    on = !on;
    // A browser that keeps nothing forgets the choice with the page.
    try { localStorage.setItem(stored, on ? "on" : "off"); } catch { button.title = "Kept for this page only"; }
    show();
  });
  show();

  const stories = () => [...document.querySelectorAll("[data-story] .headline a")];
  const step = (by) => {
    const all = stories();
    if (all.length === 0) return;
    const here = all.indexOf(document.activeElement);
    const next = here < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(here + by, 0), all.length - 1);
    all[next].focus();
  };
  const act = {
    j: () => step(1),
    k: () => step(-1),
    o: () => { if (stories().includes(document.activeElement)) document.activeElement.click(); },
    "/": () => { const words = document.getElementById("words"); words.focus(); words.select(); },
    "?": () => help.togglePopover(),
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in act)) return;
    if (!on) return;
    event.preventDefault();
    act[event.key]();
  });
})();
